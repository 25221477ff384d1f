"""Moves at the table, any there may be: cards on teams, starts, strengths, routes, pooling."""

from types import MappingProxyType
from typing import Any, Final

import numpy as np
from hypothesis import strategies as st

from draagkracht.documents.reading import parse_document
from draagkracht.model.kinds import DOMAINS
from draagkracht.plans.menu import Menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.plans.plan import Organisation, Plan, PlannedCard
from draagkracht.plans.task_package import Assignment
from draagkracht.simulation.outcome import Outcome
from plans.menus import FORM
from simulation.koersen import CARDS, NOTHING, ONE, card, koers

MORE: Final = {
    "slowly": card(("team.administration_share", "scale", NOTHING), takes=9),
    "short_lived": card(("casework.caseload_cap", "scale", "shorter_procedure.delay_factor")),
    "share": card(("organisation.pooled_share", "replace", ONE)),
}
ON_TABLE: Final = ("less_registration", "desk", "faster", "nothing", *MORE)
MONTHS: Final = st.integers(0, 26)  # the last of them beyond the horizon of two years


def menu() -> Menu:
    """The cards to move, and no form of organisation but today's."""
    forms = MappingProxyType({"current": parse_document(FORM, OrganisationForm)})
    return Menu(cards=MappingProxyType({**CARDS, **MORE}), forms=forms)


def planned(teams: tuple[str, ...]) -> st.SearchStrategy[PlannedCard]:
    """A card somewhere, some time, more or less."""
    where = st.lists(st.sampled_from(teams), min_size=1, unique=True).map(tuple)
    return st.builds(
        PlannedCard,
        name=st.sampled_from(ON_TABLE),
        starts_month=MONTHS,
        intensity=st.sampled_from([0.0, 0.3, 1.0]),
        teams=st.none() | where,
    )


ROUTE: Final = st.builds(
    Assignment,
    kind=st.just("single"),
    domain=st.sampled_from(DOMAINS),
    to=st.sampled_from(["team", "desk", "partner", "none"]),
)


@st.composite
def moves(draw: Any, teams: tuple[str, ...], name: str = "zet") -> Plan:
    """A koers: at most three cards, at most two routes, both from months of their own."""
    cards = draw(st.lists(planned(teams), max_size=3, unique_by=lambda row: row.name))
    routes = draw(st.lists(ROUTE, max_size=2, unique_by=lambda row: row.domain))
    return koers(name).model_copy(
        update={
            "cards": tuple(cards),
            "task_package": tuple(routes),
            "organisation": Organisation(form="current", starts_month=draw(MONTHS)),
        }
    )


def assert_same_outcome(found: Outcome, full: Outcome) -> None:
    """Everything of two outcomes, to the last byte."""
    assert found.record == full.record
    assert found.plans == full.plans
    assert found.places == full.places
    assert found.fits == full.fits
    assert found.folds == full.folds
    assert found.warnings == full.warnings
    assert found.weights.tobytes() == full.weights.tobytes()
    for plan in full.plans:
        assert_same_bytes(found, plan, full)


def assert_same_bytes(found: Outcome, plan: str, full: Outcome, as_plan: str | None = None) -> None:
    """All numbers of a koers, that may have another name in the run it is compared with."""
    name = plan if as_plan is None else as_plan
    assert found.values[plan].keys() == full.values[name].keys()
    for measure, table in found.values[plan].items():
        assert np.asarray(table).tobytes() == full.values[name][measure].tobytes(), measure
    assert found.budgets[plan].tobytes() == full.budgets[name].tobytes()
    assert found.work[plan].tobytes() == full.work[name].tobytes()
    assert found.folds[plan] == full.folds[name]
