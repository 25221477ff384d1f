"""Teams that lend each other hours touch each other, and lose what the figure says."""

from types import MappingProxyType

import numpy as np
import pytest

from draagkracht.documents.reading import parse_document
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.plans.menu import Menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.simulation.lowering import CARRYING_ON
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import run
from plans.menus import FORM
from simulation.koersen import NOTHING, ONE, card, koers
from simulation.towns import three_teams

CARDS = {
    "share": card(("organisation.pooled_share", "replace", ONE)),
    "share_nothing": card(("organisation.pooled_share", "add", NOTHING)),
    "no_loss": card(("organisation.pooling_loss", "scale", NOTHING)),
}


@pytest.fixture(scope="module")
def outcome(catalogue: Catalogue) -> Outcome:
    forms = MappingProxyType({"current": parse_document(FORM, OrganisationForm)})
    menu = Menu(cards=MappingProxyType(CARDS), forms=forms)
    plans = [
        koers("nothing_shared", "share_nothing"),
        koers("shared", "share", "no_loss"),
        koers("shared_with_loss", "share"),
        koers("two_share", "share", "no_loss", teams=["bron", "meer"]),
    ]
    return run(three_teams(), plans, years=2, members=16, catalogue=catalogue, menu=menu)


def test_sharing_nothing_side_by_side_is_carrying_on_to_the_bit(outcome: Outcome) -> None:
    for name, table in outcome.values["nothing_shared"].items():
        assert table.tobytes() == outcome.values[CARRYING_ON][name].tobytes(), name


def test_shared_hours_make_pressure_more_alike_between_teams(outcome: Outcome) -> None:
    def spread(plan: str) -> float:
        found = [
            outcome.by_member("pressure", plan=plan, place=t) for t in ("bron", "kade", "meer")
        ]
        return float(np.median(np.std(found, axis=0)))

    assert spread("shared") < 0.7 * spread(CARRYING_ON)


def test_a_team_that_does_not_take_part_keeps_its_future_to_the_bit(outcome: Outcome) -> None:
    place = [each.name for each in outcome.places].index("kade")
    for name, table in outcome.values["two_share"].items():
        if name in ("hours_balance", "euro_balance"):
            continue
        usual = outcome.values[CARRYING_ON][name]
        assert table[:, place].tobytes() == usual[:, place].tobytes(), name


def test_the_run_says_that_teams_touch_each_other(outcome: Outcome) -> None:
    told = [row.text for row in outcome.warnings if row.code == "pooled"]
    assert len(told) == 4
    assert any('"shared_with_loss"' in text for text in told)


def test_what_is_lost_raises_the_pressure(outcome: Outcome) -> None:
    lost = outcome.by_member("pressure", plan="shared_with_loss")
    kept = outcome.by_member("pressure", plan="shared")
    assert np.median(lost - kept) > 0.0
