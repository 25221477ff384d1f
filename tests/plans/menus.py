"""A menu to test with: cards made of a few words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from draagkracht.documents.reading import parse_document
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import Menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.plans.plan import Plan

CARD = """\
format = 1
code = "X1"
label.nl = "Kaart"
summary.nl = "Een kaart."
colours = ["blue"]
asks.nl = "Niets."
gives.nl = "Niets."
parties = ["team"]
needs = [{needs}]
excludes = [{excludes}]
example_of_working_group = false
grade = "E"
direction = "positive"
directness = "near"
legal.nl = "Geen."
legal_read = false
law_change = false
technology = "none"
checked = 2026-11-21
"""
FORM = """\
format = 1
label.nl = "Vorm"
story.nl = "Een vorm."
grade = "E"
direction = "positive"
directness = "near"
legal.nl = "Geen."
checked = 2026-11-21
"""

Row = tuple[str, str]


def effects_text(effects: Sequence[Row], costs: Sequence[Row] = ()) -> str:
    text = "".join(
        f'\n[[effect]]\nlever = "{lever}"\noperation = "{operation}"\nfigure = "f.{lever}"\n'
        "ramp = { starts_month = 0, takes_months = 3 }\n"
        for lever, operation in effects
    )
    return text + "".join(
        f'\n[[cost]]\nunit = "{unit}"\nfigure = "cost.x"\nparty = "{party}"\n'
        for unit, party in costs
    )


def card(
    *effects: Row,
    costs: Sequence[Row] = (),
    needs: Sequence[str] = (),
    excludes: Sequence[str] = (),
) -> Intervention:
    quoted = {
        key: ", ".join(f'"{name}"' for name in names)
        for key, names in (("needs", needs), ("excludes", excludes))
    }
    return parse_document(CARD.format(**quoted) + effects_text(effects, costs), Intervention)


def form(*effects: Row) -> OrganisationForm:
    return parse_document(FORM + effects_text(effects), OrganisationForm)


def menu(
    cards: Mapping[str, Intervention], forms: Mapping[str, OrganisationForm] | None = None
) -> Menu:
    return Menu(
        cards=MappingProxyType(dict(cards)),
        forms=MappingProxyType({"current": form(), **(forms or {})}),
    )


def plan(*cards: str, organisation: str = 'form = "current", starts_month = 0') -> Plan:
    """A koers of cards, each written as its name and, after a bar, what differs from usual."""
    text = (
        'format = 1\nname = "proef"\nlabel.nl = "Proef"\nstory.nl = "Proef."\n'
        f"organisation = {{ {organisation} }}\n"
    )
    for each in cards:
        name, _, rest = each.partition("|")
        usual = {"starts_month": "0", "intensity": "1.0"}
        usual |= dict(part.split("=", 1) for part in rest.split(";") if part)
        lines = "".join(f"{key} = {value}\n" for key, value in usual.items())
        text += f'\n[[card]]\nname = "{name}"\n{lines}'
    return parse_document(text, Plan)
