"""`draagkracht menu`: what each card does in this town, laid alone, the best first."""

import datetime as dt
import json
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

import draagkracht as dk
from draagkracht.cli.cell import ALIKE, NOTHING, SAME, difference_cell
from draagkracht.cli.heading import heading, record_line
from draagkracht.cli.inputs import Inputs, read_inputs
from draagkracht.cli.marks import marks
from draagkracht.cli.options import (
    CardsOption,
    JsonOption,
    MembersOption,
    ScenarioOption,
    SeedOption,
    ThreadsOption,
    TownArgument,
    YearsOption,
    cores,
)
from draagkracht.cli.outcome_table import OutcomeTable
from draagkracht.cli.output import check_output, check_pdf
from draagkracht.cli.progress import progress
from draagkracht.cli.sheet import print_sheet
from draagkracht.cli.simulation import PREPARING, in_files
from draagkracht.cli.story_search import asked_colour
from draagkracht.language.colours import colour_mark
from draagkracht.language.numbers import dutch_number
from draagkracht.report.card_words import evidence_direction
from draagkracht.simulation.warning import Warned

if TYPE_CHECKING:
    from draagkracht import CardEffect, Estimate, Ranking
    from draagkracht.plans.intervention import Colour

_ALONE: Final = (
    "Elke kaart ligt alleen, vanaf de eerste dag, op volle kracht en bij alle teams. Samen geven "
    "kaarten iets anders: reken een koers door (draagkracht compare)."
)
_WIDTH: Final = 26
_READING: Final = (
    _ALONE,
    "Uren: uren werk per jaar van alle teams, gemiddeld over de hele periode, volgens de "
    "werkboekhouding. Van erin en terug ziet u elk het middelste; die twee samen zijn niet het "
    "middelste saldo.",
    "Per saldo: boven de middelste toekomst, onder het bereik van 8 op de 10 toekomsten. Dat "
    "bereik is wat wij niet weten; voor druk en wachten staat het in --json. "
    f"{ALIKE} Niet te onderscheiden van doorgaan zoals nu: niet groter dan de rekenfout.",
    "Terug na: na hoeveel maanden alle uren die erin gingen terug zijn, en in hoeveel toekomsten "
    f"dat gebeurt. {NOTHING} In de helft of meer gebeurt het niet.",
    "De kaarten staan op volgorde van het saldo: bovenaan wat het meest geeft, onderaan wat het "
    "meest kost. Een nieuwe groep begint waar een kaart meer dan de rekenfout verschilt van de "
    "eerste van de groep erboven; binnen een groep zegt de volgorde niets.",
    "Bewijs: A experiment, B vergelijking, C telling, D losse gevallen, E niets gevonden.",
)


def menu(
    town: TownArgument,
    scenario: ScenarioOption = None,
    cards: CardsOption = None,
    colour: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KLEUR",
            help="Alleen kaarten met deze kleur: blauw, rood, geel of groen; meer dan één mag.",
        ),
    ] = None,
    years: YearsOption = 8,
    members: MembersOption = 64,
    seed: SeedOption = 1,
    threads: ThreadsOption = None,
    paper: Annotated[
        Path | None,
        typer.Option(
            "--print",
            metavar="BESTAND",
            help="Schrijft de kaarten om te printen (PDF), met een draaiboek voor de bijeenkomst.",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Print for each card hours in, hours back and what it changes; all in the same toekomsten."""
    colours = [cast("Colour", asked_colour(word)) for word in colour or ()]
    inputs = read_inputs(town, [], scenarios=scenario, cards=cards)
    if paper is not None:
        check_pdf(paper)
        check_output(paper, inputs=[town, *(scenario or ())])
    with (
        progress("Kaarten doorrekenen", preparing=PREPARING, quiet=as_json) as advance,
        in_files(inputs),
    ):
        ranking = dk.rank_menu(
            inputs.town,
            scenario=inputs.scenario,
            colours=colours,
            years=years,
            members=members,
            seed=seed,
            threads=cores() if threads is None else threads,
            catalogue=inputs.catalogue,
            menu=inputs.menu,
            progress=advance,
        )
    if paper is not None:
        with progress("Kaarten zetten", quiet=as_json):
            dk.print_cards(
                ranking,
                inputs.menu,
                path=paper,
                date=dt.date.today(),
                catalogue=inputs.catalogue,
            )
    if as_json:
        print(_document(ranking))
        return
    _print(ranking, inputs, years)


def _document(ranking: "Ranking") -> str:
    """The document of `menu`; equal rankings, equal bytes."""
    fields = {
        "record": ranking.record.as_json(),
        "cards": [card.as_json() for card in ranking.cards],
        "warnings": [each.as_json() for each in _warnings(ranking)],
    }
    return json.dumps(fields, ensure_ascii=False, allow_nan=False, indent=1)


def _warnings(ranking: "Ranking") -> tuple[Warned, ...]:
    told = marks(ranking.outcome)
    return tuple(
        each for each in told if each not in ranking.outcome.warnings or each in ranking.warnings
    )


def _print(ranking: "Ranking", inputs: Inputs, years: int) -> None:
    table = OutcomeTable(
        title=f"{len(ranking.cards)} kaarten, elk alleen, tegenover doorgaan zoals nu",
        heads=(
            "groep en kaart",
            "uren\nerin",
            "uren\nterug",
            "per saldo",
            "terug na\nmaanden",
            "druk",
            "weken\nwachten",
        ),
        rows=tuple(_row(card, ranking.members) for card in ranking.cards),
        first=_WIDTH,
    )
    print_sheet(
        heading(inputs, years),
        [table],
        warnings=_warnings(ranking),
        reading=_READING,
        record=record_line(ranking.outcome),
    )


def _row(each: "CardEffect", members: int) -> tuple[str, ...]:
    balance, pressure, wait = (
        difference_cell(each.effect(measure), not_real=ALIKE).replace(SAME, "0")
        for measure in ("hours_balance", "pressure", "waiting_time")
    )
    pressure, wait = (cell.partition("\n")[0] for cell in (pressure, wait))
    returns = f"{_median(each.months_to_relief)}\n{each.returns} van {members}"
    return (
        _name(each),
        _median(each.hours_in),
        _median(each.hours_back),
        balance,
        "0" if each.moves_nothing else returns,
        pressure,
        wait,
    )


def _median(estimate: "Estimate | None") -> str:
    """The middle alone, whole: the range of the balance says how little is known."""
    return NOTHING if estimate is None else dutch_number(float(round(estimate.median)))


def _name(each: "CardEffect") -> str:
    """Group, code and label; colours; evidence where it is not simply good; what it asks."""
    colours = ", ".join(map(colour_mark, each.card.colours))
    lines = [f"{each.level} · {each.card.code} {each.card.label.nl}"]
    lines.append(f"{colours}; bewijs {each.card.grade}")
    if each.card.direction != "positive":
        lines.append(evidence_direction(each.card.grade, each.card.direction))
    asked = each.effect("resident_hours_asked")
    if asked is not None and asked.real:
        lines.append(f"inwoners: {dutch_number(asked.median)} uur per week")
    return "\n".join(part for line in lines for part in wrap(line, _WIDTH, subsequent_indent="  "))
