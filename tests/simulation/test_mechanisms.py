"""No mechanism is there for show: without it, a named measure of some town is another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from trial import Move, trials

from draagkracht.documents.errors import UnknownName
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.simulation.futures import BLOCK
from draagkracht.simulation.mechanisms import MECHANISMS, neutral_figures
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.quantiles import error_of_median, weighted_quantile
from draagkracht.simulation.run import CARRYING_ON, run
from simulation.towns import three_teams

SHOCK = (Move("team.capacity_factor", "scale", 0.6),)
RELIEF = (Move("team.capacity_factor", "scale", 1.4),)
PREVENTION = (
    Move("team.prevention_share", "replace", 0.3),
    Move("prevention.protected", "replace", 1.0),
)


@dataclass(frozen=True)
class Shown:
    """Where a mechanism shows: a measure of a town in some years, under a koers if need be."""

    mechanism: str
    measure: str
    kind: str | None = None
    koers: tuple[Move, ...] = ()
    town: str = "voorbeelddorp"
    years: int = 4


SHOWN = (
    Shown("growth", "vulnerable_households"),
    Shown("recurrence", "recurrence"),
    Shown("answers_at_once", "lead_time", "multiple"),
    Shown(
        "formal_decision",
        "waiting_time",
        "multiple",
        koers=(Move("access.decision_share", "replace", 0.9),),
        years=2,
    ),
    Shown("settling", "waiting_list", koers=SHOCK),
    Shown("escalation", "escalated"),
    Shown("harm_of_giving_up", "waiting_list", "multiple", koers=SHOCK, years=6),
    Shown("starts_for_single", "given_up", "single"),
    Shown("contact_while_waiting", "hours_balance", koers=SHOCK),
    Shown("holding", "hours_balance", koers=(Move("casework.caseload_cap", "scale", 0.7),)),
    # Under a cap that binds a partner's wait hardly moves lead times (Little); its price shows.
    Shown("partners", "costs"),
    Shown("cutting_corners", "recurrence", koers=SHOCK),
    Shown("overtime", "direct_share", koers=SHOCK),
    Shown("crowding_out", "tasks_undone", koers=SHOCK),
    Shown("quality", "recovered", koers=SHOCK),
    Shown("prevention", "vulnerable_households", koers=PREVENTION, town="voorbeeldstad", years=8),
    Shown("outreach", "requests", koers=PREVENTION),
    Shown("helpers", "hours_balance", koers=(Move("helpers.recruitment", "replace", 1.0),)),
    Shown("strain_on_absence", "absence", koers=RELIEF, town="voorbeeldstad"),
    Shown("absence", "absence"),
    Shown("strain_on_leaving", "departures", koers=RELIEF, town="voorbeeldstad"),
    Shown("leaving", "vacancies"),
    Shown("money", "costs"),
    Shown(
        "pooling_loss", "direct_share", koers=(Move("organisation.pooled_share", "replace", 1.0),)
    ),
)


def lived(shown: Shown, without: Sequence[str]) -> Outcome:
    """The town of a mechanism, with or without it."""
    moves = {"koers": shown.koers} if shown.koers else {}
    return trials(shown.town, moves, years=shown.years, members=64, without=without)


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.mechanism)
def test_switching_it_off_changes_a_measure_by_more_than_its_error(shown: Shown) -> None:
    plan = "koers" if shown.koers else CARRYING_ON
    found = []
    for without in ((), (shown.mechanism,)):
        outcome = lived(shown, without)
        values = outcome.by_member(shown.measure, plan=plan, kind=shown.kind)
        found.append((values, outcome.weights))
    (on, weights), (off, others) = found
    change = on - off
    both = np.sqrt(weights * others)
    middle = float(weighted_quantile(change, both, 0.5))
    assert abs(middle) > float(error_of_median(change, both, BLOCK)) > 0.0


def test_every_mechanism_is_shown_somewhere() -> None:
    assert {shown.mechanism for shown in SHOWN} == set(MECHANISMS)
    assert {mechanism.code for mechanism in MECHANISMS.values()} == {
        f"M{number}" for number in range(1, 14)
    }


def test_every_neutral_figure_stands_in_the_catalogue() -> None:
    figures = read_catalogue().figures
    for mechanism in MECHANISMS.values():
        assert set(mechanism.neutral) <= set(figures), mechanism.name


def test_an_unknown_mechanism_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="overtime"):
        run(three_teams(), years=1, members=8, without=["overtimes"])
    with pytest.raises(UnknownName):
        neutral_figures([""])


def test_without_nothing_is_everything() -> None:
    usual = run(three_teams(), years=1, members=8)
    same = run(three_teams(), years=1, members=8, without=())
    assert usual.record == same.record
    other = run(three_teams(), years=1, members=8, without=["overtime"])
    assert other.record != usual.record
    assert other.record.without == ("overtime",)
    (warned,) = [row for row in other.warnings if row.code == "without"]
    assert "overwerk" in warned.text
