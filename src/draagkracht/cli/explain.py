"""`draagkracht explain`: one toekomst of one team, quarter by quarter, in sentences."""

import json
from dataclasses import fields
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

import draagkracht as dk
from draagkracht.cli.inputs import Inputs, read_inputs
from draagkracht.cli.options import (
    JsonOption,
    MembersOption,
    ScenarioOption,
    SeedOption,
    TownArgument,
    YearsOption,
)
from draagkracht.cli.progress import progress
from draagkracht.cli.simulation import in_files
from draagkracht.model.kinds import KINDS
from draagkracht.report.telling import Told, told

if TYPE_CHECKING:
    from draagkracht import OneFuture
    from draagkracht.simulation.team_quarter import TeamQuarter

_WIDTH: Final = 88
_PREPARING: Final = "klaarzetten (alleen de eerste keer duurt dat tot een halve minuut)"
_UNITS: Final = {
    "waiting_time": "week",
    "open_cases": "case",
    "pressure": "ratio",
    "effort": "ratio",
    "overtime": "hour/week",
    "time_off": "hour/week",
    "prevention": "hour/week",
    "crowded_out": "hour/week",
    "onboarding": "hour/week",
    "card_hours": "hour/week",
    "fte": "fte",
    "absent": "fte",
    "vacant": "fte",
    "left": "fte",
}
_COUNTED: Final = "household"


def explain(
    town: TownArgument,
    member: Annotated[
        int,
        typer.Option(
            metavar="GETAL", min=0, help="Nummer van de toekomst, vanaf 0, zoals in het parquet."
        ),
    ],
    team: Annotated[
        str, typer.Option(metavar="TEAM", help="Naam van het team in het gemeentebestand.")
    ],
    plan: Annotated[
        str | None,
        typer.Option(metavar="KOERS", help="Koersbestand (TOML), of: twee_sporen."),
    ] = None,
    scenario: ScenarioOption = None,
    years: YearsOption = 3,
    members: MembersOption = 64,
    seed: SeedOption = 1,
    as_json: JsonOption = False,
) -> None:
    """Print what happens to one team in one toekomst; only that toekomst is computed."""
    inputs = read_inputs(town, [] if plan is None else [plan], scenarios=scenario)
    with progress("Rekenen", preparing=_PREPARING, quiet=as_json) as _:
        one = _explained(inputs, member, team, years=years, members=members, seed=seed)
    story = told(one)
    if as_json:
        print(json.dumps(_as_data(one, story), ensure_ascii=False, indent=1, allow_nan=False))
        return
    _print(story)


def _explained(
    inputs: Inputs, member: int, team: str, *, years: int, members: int, seed: int
) -> "OneFuture":
    with in_files(inputs):
        return dk.explain(
            inputs.town,
            inputs.plans[0] if inputs.plans else None,
            member=member,
            team=team,
            scenario=inputs.scenario,
            years=years,
            members=members,
            seed=seed,
            catalogue=inputs.catalogue,
            menu=inputs.menu,
        )


def _print(story: Told) -> None:
    _paragraph(story.title)
    print()
    for warned in story.beware:
        _paragraph(warned.text, first="- ", rest="  ")
    print()
    print("Wat deze toekomst bijzonder maakt:")
    for line in story.figures:
        _paragraph(line, first="- ", rest="  ")
    for quarter in story.quarters:
        print()
        print(quarter.label.capitalize())
        for line in quarter.lines:
            _paragraph(line, first="- ", rest="  ")
    print()
    for line in story.closing:
        _paragraph(line)


def _paragraph(text: str, *, first: str = "", rest: str = "") -> None:
    printable = "".join(letter if letter.isprintable() else "?" for letter in text)
    print("\n".join(wrap(printable, _WIDTH, initial_indent=first, subsequent_indent=rest)))


def _as_data(one: "OneFuture", story: Told) -> dict[str, Any]:
    return {
        "record": one.record.as_json(),
        "member": one.member,
        "members": one.members,
        "team": one.team.name,
        "plan": one.plan.name,
        "scenario": one.scenario.name,
        "plausibility": one.weight,
        "figures": [
            {
                "figure": each.figure.name,
                "unit": each.figure.unit,
                "value": each.value,
                "quantile": each.place,
            }
            for each in one.standouts
        ],
        "quarters": [
            {"quarter": number, "label": text.label, "text": text.lines, "values": _values(quarter)}
            for number, (text, quarter) in enumerate(
                zip(story.quarters, one.quarters, strict=True), start=1
            )
        ],
        "warnings": [warned.as_json() for warned in story.beware],
    }


def _values(quarter: "TeamQuarter") -> list[dict[str, Any]]:
    """Every value with its unit; one that does not exist is left out."""
    found = []
    for field in fields(quarter):
        value = getattr(quarter, field.name)
        unit = _UNITS.get(field.name, _COUNTED)
        if field.name == "requests":
            rows = zip(KINDS, value, strict=True)
            found += [{"name": "requests", "kind": k, "unit": unit, "value": v} for k, v in rows]
        elif value is not None:
            found.append({"name": field.name, "unit": unit, "value": value})
    return found
