"""Packages of packaged cards as hypothesis draws them: any that can lie on the table together."""

from hypothesis import strategies as st

from draagkracht.documents.document import Wording
from draagkracht.documents.errors import Inconsistent
from draagkracht.plans.menu import read_menu
from draagkracht.plans.package import check_package
from draagkracht.plans.plan import Organisation, Plan, PlannedCard

MENU = read_menu()


@st.composite
def packages(draw: st.DrawFn, *, months: int = 24) -> Plan:
    """A koers of some of the packaged cards; one that conflicts with those before it stays out."""
    form = draw(st.sampled_from(sorted(MENU.forms)))
    names = draw(st.lists(st.sampled_from(sorted(MENU.cards)), unique=True, max_size=12))
    laid: list[PlannedCard] = []
    plan = koers(laid, form)
    for name in names:
        wanted = [*MENU.card(name).needs, name]
        more = [
            PlannedCard(
                name=each,
                starts_month=draw(st.integers(0, months)),
                intensity=draw(st.floats(0.0, 1.0)),
            )
            for each in wanted
            if each not in [card.name for card in laid]
        ]
        together = koers([*laid, *more], form)
        try:
            check_package(together, MENU)
        except Inconsistent:
            continue
        laid, plan = [*laid, *more], together
    return plan


def koers(cards: list[PlannedCard], form: str = "current") -> Plan:
    """A koers of these cards under this form."""
    return Plan(
        format=1,
        name="pakket",
        label=Wording(nl="Pakket"),
        story=Wording(nl="Een pakket."),
        organisation=Organisation(form=form),
        card=tuple(cards),
    )
