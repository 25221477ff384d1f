"""Trial koersen for the worked pages: one lever at one value, told from carrying on.

A card may only move a lever by a figure of the catalogue; a trial makes its figures as it goes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import draagkracht as dk
from draagkracht.documents.reading import parse_document
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import Menu
from draagkracht.plans.plan import Plan
from draagkracht.simulation.outcome import Outcome

CARD = """\
format = 1
code = "X1"
label.nl = "Proef"
summary.nl = "Proef."
colours = ["blue"]
asks.nl = "Niets."
gives.nl = "Niets."
parties = ["municipality"]
example_of_working_group = false
grade = "E"
direction = "mixed"
directness = "far"
legal.nl = "Geen."
legal_read = false
law_change = false
technology = "none"
checked = 2026-11-21
"""
EFFECT = """
[[effect]]
lever = "{lever}"
operation = "{operation}"
figure = "{figure}"
ramp = {{ starts_month = 0, takes_months = 0{lasts} }}
"""


@dataclass(frozen=True)
class Move:
    """A lever moved by a number, from today on; for `lasts` months, else for good."""

    lever: str
    operation: str
    value: float
    lasts: int | None = None


def trials(
    town: str,
    moves: Mapping[str, Sequence[Move]],
    *,
    years: int = 8,
    members: int = 64,
    without: Sequence[str] = (),
    changed: Mapping[str, float] | None = None,
) -> Outcome:
    """One run of carrying on and every trial, in the same toekomsten.

    `changed` sets figures of the catalogue to one value in all toekomsten.
    """
    packaged, menu = dk.read_catalogue(), dk.read_menu()
    figures = dict(packaged.figures)
    constant = figures["bounds.shock"]
    for name, value in (changed or {}).items():
        figures[name] = figures[name].model_copy(
            update={"central": value, "low": value, "high": value}
        )
    cards: dict[str, Intervention] = {}
    for name, rows in moves.items():
        text = CARD
        for number, move in enumerate(rows):
            figure = f"trial.{name}_{number}"
            figures[figure] = constant.model_copy(
                update={
                    "name": figure,
                    "central": move.value,
                    "low": move.value,
                    "high": move.value,
                    "bounds": "none",
                }
            )
            lasts = "" if move.lasts is None else f", lasts_months = {move.lasts}"
            text += EFFECT.format(
                lever=move.lever, operation=move.operation, figure=figure, lasts=lasts
            )
        cards[name] = parse_document(text, Intervention)
    return dk.run(
        dk.read_town(town),
        [_koers(name) for name in moves],
        years=years,
        members=members,
        without=without,
        catalogue=Catalogue(MappingProxyType(figures), packaged.sources),
        menu=Menu(cards=MappingProxyType(cards), forms=menu.forms),
    )


def _koers(name: str) -> Plan:
    return parse_document(
        f'format = 1\nname = "{name}"\nlabel.nl = "Proef"\nstory.nl = "Proef."\n'
        'organisation = { form = "current", starts_month = 0 }\n'
        f'\n[[card]]\nname = "{name}"\nstarts_month = 0\nintensity = 1.0\n',
        Plan,
    )
