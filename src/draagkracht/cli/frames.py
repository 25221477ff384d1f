"""`draagkracht frames`: a koers held against the eight frames, in every scenario apart."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

import draagkracht as dk
from draagkracht.cli.frames_page import frames_page
from draagkracht.cli.inputs import read_inputs, read_worlds
from draagkracht.cli.judging import JudgementOption, judged, read_own_judgement
from draagkracht.cli.marks import marks
from draagkracht.cli.options import (
    CardsOption,
    JsonOption,
    MembersOption,
    SeedOption,
    ThreadsOption,
    TownArgument,
    YearsOption,
)

if TYPE_CHECKING:
    from draagkracht import Frames, Judgement


def frames(
    town: TownArgument,
    plan: Annotated[
        str, typer.Option(metavar="KOERS", help="Koersbestand (TOML), of: twee_sporen.")
    ],
    scenario: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SCENARIO",
            help="Naam of bestand; meer dan één mag. Standaard: alle die geen andere wet vragen.",
        ),
    ] = None,
    years: YearsOption = 8,
    members: MembersOption = 64,
    seed: SeedOption = 1,
    threads: ThreadsOption = None,
    oordeel: JudgementOption = None,
    cards: CardsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print the verdict on each of the eight frames, why, and what would make it pass."""
    inputs = read_inputs(town, [plan], cards=cards)
    worlds = read_worlds(scenario) if scenario else None
    koers = inputs.plans[0]
    judgement = None if oordeel is None else read_own_judgement(oordeel, koers)
    found = judged(
        inputs,
        worlds=worlds,
        judgement=judgement,
        judgement_file=oordeel,
        years=years,
        members=members,
        seed=seed,
        threads=threads,
        quiet=as_json,
    )
    if as_json:
        print(json.dumps(_as_data(found, judgement), ensure_ascii=False, indent=2, allow_nan=False))
    else:
        print("\n".join(frames_page(found, inputs.town, koers, years=years)))


def _as_data(found: "Frames", judgement: "Judgement | None") -> dict[str, Any]:
    """As the formats page names it; the records of all scenarios differ in the scenario alone."""
    first = next(iter(found.records.values()))
    record = first.as_json()
    record["scenario"] = {name: each.scenario for name, each in found.records.items()}
    if judgement is not None:
        record["judgement"] = dk.digest(judgement)
    return {
        "record": record,
        "bars": {
            "pass_share": found.bars.pass_share,
            "innovative_adoption": found.bars.innovative_adoption,
            "change_room": found.bars.change_room,
            "budget_room": found.bars.budget_room,
        },
        "frames": [each.as_json() for each in found.frames],
        "warnings": [warned.as_json() for warned in marks(found)],
    }
