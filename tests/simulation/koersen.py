"""Cards and koersen to test runs with, each made of a few effects."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from draagkracht.documents.reading import parse_document
from draagkracht.model.figures_used import LEVER_FIGURES
from draagkracht.model.levers import LEVERS
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import Menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.plans.plan import Plan
from draagkracht.plans.reading import read_plan
from plans.menus import CARD, FORM

EFFECT = """
[[effect]]
lever = "{lever}"
operation = "{operation}"
figure = "{figure}"
ramp = {{ starts_month = 0, takes_months = {takes} }}
"""
# Constants of the catalogue.
ONE, NOTHING = "bounds.one", "bounds.nothing"

Effect = tuple[str, str, str]  # lever, operation, figure


def desk_and_procedure() -> Plan:
    """Of the packaged two tracks the two cards that start it, so that a test can count on them."""
    plan = read_plan("twee_sporen")
    return plan.model_copy(update={"cards": plan.cards[:2]})


def card(*effects: Effect, takes: int = 0) -> Intervention:
    """A card with these effects, at full strength after so many months."""
    rows = [
        EFFECT.format(lever=lever, operation=operation, figure=figure, takes=takes)
        for lever, operation, figure in effects
    ]
    return parse_document(CARD.format(needs="", excludes="") + "".join(rows), Intervention)


# Every lever set to what it is today, in each of the four ways.
OWN_VALUES: Mapping[str, Intervention] = MappingProxyType(
    {
        "replaced": card(*((name, "replace", name) for name in LEVER_FIGURES)),
        "moved": card(*((name, "move_towards", name) for name in LEVER_FIGURES), takes=7),
        "scaled": card(*((name, "scale", ONE) for name in LEVERS), takes=3),
        "added": card(*((name, "add", NOTHING) for name in LEVERS)),
    }
)
CARDS: Mapping[str, Intervention] = MappingProxyType(
    {
        **OWN_VALUES,
        "nothing": card(),
        "less_registration": card(
            ("team.administration_share", "add", "no_hour_registration.administration_change")
        ),
        "desk": card(
            ("access.diverted_share", "replace", "access.diverted_share_when_split"), takes=2
        ),
        "faster": card(("access.decision_delay", "scale", "shorter_procedure.delay_factor")),
    }
)


def menu() -> Menu:
    """These cards, and no form of organisation but today's."""
    return Menu(
        cards=CARDS, forms=MappingProxyType({"current": parse_document(FORM, OrganisationForm)})
    )


def koers(
    name: str, *cards: str, teams: Sequence[str] | None = None, intensity: float = 1.0
) -> Plan:
    """A koers that lays cards from the first month, on some teams or on all."""
    text = (
        f'format = 1\nname = "{name}"\nlabel.nl = "Proef"\nstory.nl = "Proef."\n'
        'organisation = { form = "current", starts_month = 0 }\n'
    )
    where = "" if teams is None else f"teams = {list(teams)}\n".replace("'", '"')
    for each in cards:
        text += f'\n[[card]]\nname = "{each}"\nstarts_month = 0\nintensity = {intensity}\n{where}'
    return parse_document(text, Plan)
