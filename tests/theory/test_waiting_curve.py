"""The waiting curve tells how long a request would wait if it held out (model/curves.py).

Kaplan and Meier 1958, doi 10.2307/2281868: who leaves unserved, or still waits, counts for as
long as they waited, and the curve is that of the wait itself, whoever leaves.
"""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from draagkracht.engine.arrays import FloatArray
from draagkracht.model import ledger as book
from draagkracht.model.curves import MEAN_COUNTS, mean_and_p90
from theory.agreement import assert_agrees
from theory.one_team import History, OneTeam, lived, request_rate
from theory.whole_curve import whole_curve

FUTURES = 30


def by_age(waits: FloatArray, starts: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Weeks waited, weeks spared and starts by week of age, as the kernel enters them."""
    ages = np.arange(book.WEEKLY_BINS)
    exposed = np.array([np.clip(waits - age, 0.0, 1.0).sum() for age in ages])
    helped = waits[(starts > 0) & (waits < book.WEEKLY_BINS)]
    week = helped.astype(np.int64)
    spared = np.bincount(week, week + 1 - helped, book.WEEKLY_BINS)
    return exposed, spared, np.bincount(week, minlength=book.WEEKLY_BINS).astype(np.float64)


def kaplan_meier_mean(waits: FloatArray, starts: FloatArray) -> float:
    """Mean up to `MEAN_COUNTS` weeks of the product-limit curve over exact times."""
    order = np.argsort(waits)
    times = waits[order]
    at_risk = times.size - np.arange(times.size)
    curve = np.cumprod(1.0 - starts[order] / at_risk)
    ends = np.minimum(np.concatenate([[0.0], times, [np.inf]]), MEAN_COUNTS)
    return float((np.concatenate([[1.0], curve]) * np.diff(ends)).sum())


def test_the_curve_finds_a_known_wait_behind_random_leaving() -> None:
    """A Weibull wait (shape 1.5, scale 20 weeks) that two in five do not sit out."""
    shape, scale, at_once = 1.5, 20.0, 0.25
    grid = (np.arange(MEAN_COUNTS * 1000) + 0.5) / 1000
    mean = (1.0 - at_once) * np.exp(-((grid / scale) ** shape)).sum() / 1000
    p90 = scale * math.log((1.0 - at_once) / 0.1) ** (1.0 / shape)
    means, p90s, plain = [], [], []
    for luck in range(FUTURES):
        draw = np.random.default_rng(luck)
        wait = scale * draw.weibull(shape, 20000)
        leaving = draw.exponential(30.0, 20000)
        waits, starts = np.minimum(wait, leaving), (wait <= leaving).astype(np.float64)
        found = mean_and_p90(*by_age(waits, starts), at_once)
        means.append(found[0])
        p90s.append(found[1])
        plain.append((1.0 - at_once) * waits[starts > 0].mean())
        exact = (1.0 - at_once) * kaplan_meier_mean(waits, starts)
        assert found[0] == pytest.approx(exact, rel=1e-3)
    assert_agrees("mean wait of the curve", means, mean)
    assert_agrees("wait of 9 in 10 of the curve", p90s, p90)
    assert np.mean(plain) < 0.8 * mean  # the mean over who starts would flatter


@pytest.mark.parametrize("number", [1, 2, 5, 20, 200])
def test_when_nobody_leaves_the_mean_is_that_of_who_waited_however_few(number: int) -> None:
    for luck in range(20):
        waits = np.random.default_rng(luck).gamma(2.0, 4.0, number)
        mean, _ = mean_and_p90(*by_age(waits, np.ones(number)), 0.0)
        assert mean == pytest.approx(np.minimum(waits, MEAN_COUNTS).mean(), rel=1e-9)


@pytest.mark.parametrize("luck", range(10))
def test_mean_and_p90_are_those_of_the_curve_over_exact_times(luck: int) -> None:
    """The product limit over each person's own time, where half leave unserved."""
    draw = np.random.default_rng(luck)
    wait, leaving = draw.gamma(3.0, 4.0, 20000), draw.gamma(3.0, 4.0, 20000)
    waits, starts = np.minimum(wait, leaving), (wait <= leaving).astype(np.float64)
    mean, p90 = mean_and_p90(*by_age(waits, starts), 0.0)
    order = np.argsort(waits)
    curve = np.cumprod(1.0 - starts[order] / (20000 - np.arange(20000)))
    assert mean == pytest.approx(kaplan_meier_mean(waits, starts), rel=1e-3)
    exact = waits[order][np.argmax(curve <= 0.1)]  # within a week the curve is drawn smooth
    assert p90 == pytest.approx(exact, abs=0.5)


@pytest.mark.parametrize(("at_once", "p90"), [(0.95, 0.0), (1.0, 0.0)])
def test_when_9_in_10_start_at_once_the_p90_is_0(at_once: float, p90: float) -> None:
    none = np.zeros(book.WEEKLY_BINS)
    assert mean_and_p90(none, none, none, at_once) == (
        pytest.approx((1.0 - at_once) * MEAN_COUNTS, abs=1e-12),
        p90,
    )


FROM = 13  # quarters after which the empty beginning is forgotten


def single_worker(luck: int, asking: float, service: float, leaving: float, busy: float) -> History:
    """One place, exponential work, first come first served; `asking` and the rest a week."""
    households = 16384
    team = OneTeam(
        households=households,
        figures={
            "request_rate_self_reliant": request_rate(asking, households, busy),
            "contract_hours": service,
            "exponential_hours": 1.0,
            "settle_rate_first": leaving,
            "settle_rate_later": leaving,
        },
        levers={"casework_caseload_cap": 1.0},
    )
    return lived(team, luck, 3224)


def curve(histories: Sequence[History]) -> tuple[float, float]:
    quarters = histories[0].hours.shape[0]
    return whole_curve(histories, FROM, quarters)


def test_when_nobody_leaves_the_curve_gives_the_wait_of_little_and_of_the_theory() -> None:
    """M/M/1: exponential wait for a share `load`. Little 1961, doi 10.1287/opre.9.3.383."""
    load, service = 0.7, 4.0
    rest = service * (1.0 - load)
    histories = [
        single_worker(luck, load * service, service, 0.0, load / (1.0 - load))
        for luck in range(3 * FUTURES)
    ]
    waited = sum(h.total(book.TIME_WAITING, since=FROM) for h in histories)
    little = waited / sum(h.total(book.ENTERED, since=FROM) for h in histories)
    assert curve(histories)[0] == pytest.approx(little, rel=5e-4)
    triples = [curve(histories[n : n + 3]) for n in range(0, 3 * FUTURES, 3)]
    assert_agrees("wait of the curve in M/M/1", [mean for mean, _ in triples], load / rest)
    assert_agrees("p90 of the curve in M/M/1", [p90 for _, p90 in triples], math.log(7.0) / rest)


def test_when_many_leave_the_curve_gives_the_wait_of_one_who_would_not() -> None:
    """M/M/1 with exponential patience: density of the offered wait p0 lambda exp(-mu x +
    lambda (1 - exp(-theta x)) / theta). Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005,
    doi 10.1007/s11134-005-3699-8.
    """
    asking, service, leaving = 6.0, 4.0, 0.05
    step = 0.001
    x = (np.arange(60 / step) + 0.5) * step
    density = asking * np.exp(-service * x + asking * (1.0 - np.exp(-leaving * x)) / leaving)
    idle = 1.0 / (1.0 + density.sum() * step)
    density *= idle * step
    theory = float((density * x).sum())
    p90 = float(x[np.argmax(1.0 - idle - np.cumsum(density) <= 0.1)])
    leaves = 1.0 - idle - float((density * np.exp(-leaving * x)).sum())
    histories = [
        single_worker(luck, asking, service, leaving, asking * leaves / leaving + 1.0)
        for luck in range(2 * FUTURES)
    ]
    curves = [curve([history]) for history in histories]
    assert_agrees("wait of the curve beside leaving", [mean for mean, _ in curves], theory)
    assert_agrees("p90 of the curve beside leaving", [ninth for _, ninth in curves], p90)
    entered = [h.total(book.ENTERED, since=FROM) for h in histories]
    shares = [
        h.total(book.SETTLED, since=FROM) / e for h, e in zip(histories, entered, strict=True)
    ]
    assert_agrees("share that leaves", shares, leaves)
    # By Little, over everyone whatever became of them: what the curve is not.
    waited = [
        h.total(book.TIME_WAITING, since=FROM) / e for h, e in zip(histories, entered, strict=True)
    ]
    assert_agrees("wait by Little beside leaving", waited, leaves / leaving)
    assert leaves / leaving < 0.85 * theory


@pytest.mark.parametrize("delay", [2.0, 3.9, 4.0, 4.1])
def test_a_wait_that_is_the_same_for_everyone_is_told_as_it_is(delay: float) -> None:
    """Room for all, but one in six waits for a decision: the curve falls at once at `delay`."""
    team = OneTeam(
        households=16384,
        figures={"request_rate_self_reliant": 100.0 / 16384, "contract_hours": 1e9},
        levers={"access_decision_share": 1.0 / 6.0, "access_decision_delay": delay},
    )
    history = lived(team, 0, 13 * (FROM + 40))
    little = history.total(book.TIME_WAITING, since=FROM) / history.total(book.ENTERED, since=FROM)
    assert little == pytest.approx(delay / 6.0, rel=0.02)
    mean, p90 = curve([history])
    assert mean == pytest.approx(little, rel=0.01)
    assert p90 == pytest.approx(delay, abs=0.5)  # weeks of age are not cut up further
