"""When nobody is ever started, who waits leaves by whichever clock rings first (model.md M4).

Settling at rate s1 for some weeks and s2 after, giving up by a log-logistic, growing worse at
rate e1 and later e2; all from the request. Competing risks: each cause's share is the integral of
its hazard times the chance that none has rung (Kalbfleisch and Prentice 2002, chapter 8). A case
grows worse as often as a Poisson process rings: once is multiple, twice is crisis.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.model import ledger as book
from draagkracht.model import state
from draagkracht.model.kernel import advance
from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE
from theory.agreement import assert_agrees
from theory.one_team import History, OneTeam, begun, lived

HOUSEHOLDS = 32768
WAITING = 16000
WEEKS = 13 * 8
FUTURES = 60
HOURS = {"hours_single": 4.0, "hours_multiple": 17.0, "hours_crisis": 16.0, "hours_log_sd": 0.8}
CLOCKS = {
    "settle_rate_first": 0.03,
    "settle_rate_later": 0.005,
    "settle_change": 4.0,
    "patience_median": 45.0,
    "patience_shape": 3.0,
    "escalation_rate_first": 0.004,
    "escalation_rate_later": 0.02,
    "escalation_change": 13.0,
}
PARTS = 400  # of a week, in the integrals


def waiting_team(wait: float = 0.0) -> OneTeam:
    """Everyone waits from the start; there is room for none but a crisis."""
    return OneTeam(
        households=HOUSEHOLDS,
        figures={"request_rate_self_reliant": 1e-12, "request_rate_vulnerable": 1e-12}
        | HOURS
        | CLOCKS,
        levers={"casework_caseload_cap": 0.0},
        waiting=WAITING,
        wait=wait,
    )


@dataclass(frozen=True)
class Risks:
    """Chances by quarter for one who begins to wait as single."""

    settles: FloatArray  # (kind, quarter)
    gives_up: FloatArray
    worsens: FloatArray


def risks(wait: float = 0.0) -> Risks:
    """By integration over time, and over the age at which one is met: even up to `wait`."""
    ages = (np.arange(40) + 0.5) / 40 * wait if wait > 0.0 else np.zeros(1)
    total = np.zeros((3, 2, WEEKS // book.QUARTER))
    for age in ages:
        total += _risks_from(float(age)) / ages.size
    return Risks(*total)


def _risks_from(age: float) -> FloatArray:
    t = age + (np.arange(WEEKS * PARTS) + 0.5) / PARTS
    settle = _hazard(t, "settle")
    worse = _hazard(t, "escalation")
    shape, median = CLOCKS["patience_shape"], CLOCKS["patience_median"]
    patience = shape / median * (t / median) ** (shape - 1) / (1.0 + (t / median) ** shape)
    left = np.exp(-_from_start(settle + patience))
    rung = _from_start(worse)
    by_kind = (left * np.exp(-rung), left * rung * np.exp(-rung))
    flows = np.array(
        [[hazard * there for there in by_kind] for hazard in (settle, patience, worse)]
    )
    return np.asarray(flows.reshape(3, 2, -1, book.QUARTER * PARTS).sum(axis=3) / PARTS)


def _hazard(t: FloatArray, clock: str) -> FloatArray:
    before, after = CLOCKS[f"{clock}_rate_first"], CLOCKS[f"{clock}_rate_later"]
    return np.where(t < CLOCKS[f"{clock}_change"], before, after)


def _from_start(hazard: FloatArray) -> FloatArray:
    """Integrated hazard at the middle of each step."""
    return np.asarray((np.cumsum(hazard) - hazard / 2.0) / PARTS)


@pytest.mark.parametrize("wait", [0.0, 20.0])
def test_who_leaves_leaves_by_the_first_clock_that_rings(wait: float) -> None:
    """Also for who is met at an age: the clocks go on from there."""
    theory = risks(wait)
    histories = [lived(waiting_team(wait), luck, WEEKS) for luck in range(FUTURES)]
    causes = (
        ("settled", book.SETTLED, theory.settles),
        ("given up", book.GIVEN_UP, theory.gives_up),
        ("worse", book.ESCALATED_OUT, theory.worsens),
    )
    for cause, column, expected in causes:
        for kind, name in ((SINGLE, "single"), (MULTIPLE, "multiple")):
            shares = [h.total(column, kind) / WAITING for h in histories]
            what = f"{cause} as {name}, met up to age {wait:.0f}"
            assert_agrees(what, shares, float(expected[kind].sum()))
        for quarter in (0, 1, 3):
            shares = [h.counted(column)[quarter] / WAITING for h in histories]
            what = f"{cause} in quarter {quarter}, met up to age {wait:.0f}"
            assert_agrees(what, shares, float(expected[:, quarter].sum()))


def test_everyone_who_waited_is_accounted_for() -> None:
    history = lived(waiting_team(), 0, WEEKS)
    levels = history.frame["ledger"]["levels"][0, 0]
    assert levels[:, book.WAITING].sum() + levels[CRISIS, book.OPEN] == WAITING - sum(
        history.total(column) for column in (book.SETTLED, book.GIVEN_UP)
    )
    assert history.total(book.ESCALATED_IN, MULTIPLE) == history.total(book.ESCALATED_OUT, SINGLE)
    assert history.total(book.ESCALATED_IN, CRISIS) == history.total(book.STARTED)


def cases(frame: Records) -> Records:
    return frame["cases"][0, :HOUSEHOLDS].copy()


def test_a_case_that_grows_worse_keeps_its_factor_and_takes_the_hours_of_its_new_kind() -> None:
    frame, course, accounts, beginning = begun(waiting_team(), 0, WEEKS)
    before = cases(frame)
    advance(frame, course, accounts, beginning, 1, 40)
    after = cases(frame)
    means = np.array([HOURS[f"hours_{kind}"] for kind in ("single", "multiple", "crisis")])
    waited = before["phase"] == state.QUEUED
    assert waited.sum() == WAITING
    still = waited & np.isin(after["phase"], (state.QUEUED, state.OPEN))
    for kind in (SINGLE, MULTIPLE, CRISIS):
        chosen = still & (after["kind"] == kind)
        assert chosen.sum() > 100
        assert (after["factor"][chosen] == before["factor"][chosen]).all()
        assert (after["work"][chosen] == means[kind] * before["factor"][chosen]).all()
        assert (after["asked"][chosen] == before["asked"][chosen]).all()
        assert (after["leave"][chosen] == before["leave"][chosen]).all()
    assert (before["work"][waited] == means[SINGLE] * before["factor"][waited]).all()


def test_the_work_that_waits_follows_what_joins_leaves_and_grows_worse() -> None:
    frame, course, accounts, beginning = begun(waiting_team(), 0, WEEKS)
    advance(frame, course, accounts, beginning, 1, 40)
    after = cases(frame)
    queued = after["phase"] == state.QUEUED
    own = frame["own"][0]
    assert own["waiting"] == queued.sum()
    assert own["waiting_work"] == pytest.approx(after["work"][queued].sum(), rel=1e-9)


def test_a_formal_decision_lets_the_clocks_run() -> None:
    """Who waits for a decision settles and gives up as those in line do; delay moves nothing."""
    histories: dict[float, History] = {}
    for delay in (0.0, 8.0):
        team = OneTeam(
            households=HOUSEHOLDS,
            figures={"request_rate_self_reliant": 0.003, "request_rate_vulnerable": 0.003}
            | HOURS
            | CLOCKS,
            levers={
                "casework_caseload_cap": 0.0,
                "access_decision_share": 1.0,
                "access_decision_delay": delay,
            },
        )
        histories[delay] = lived(team, 0, WEEKS)
    assert histories[8.0].total(book.SETTLED) > 1000.0
    assert (histories[0.0].accounts.counts == histories[8.0].accounts.counts).all()
