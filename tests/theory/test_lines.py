"""Cases that wait for one of a fixed number of places: the Erlang queues and two priorities."""

import math

import pytest

from draagkracht.model.kinds import MULTIPLE, SINGLE
from theory import laws
from theory.agreement import assert_agrees
from theory.chains import TwoLines, delay_line, priority_lines
from theory.delay_team import FUTURES, WORKER_HOURS, agrees_with_line, team_of_workers, wait, waits
from theory.one_team import lived, request_rate
from theory.queues import cobham, erlang_c


@pytest.mark.parametrize(("workers", "load"), [(1, 0.7), (8, 0.8)])
def test_the_wait_and_the_share_that_waits_are_those_of_erlang_c(workers: int, load: float) -> None:
    """Erlang 1917: wait C(c, a) / (c mu - lambda), C the share that waits."""
    households, service = 65536, 160.0 / workers  # a week, a worker
    requests = load * workers * service
    share = erlang_c(workers, load * workers)
    theory = share / (workers * service - requests)
    rate = request_rate(requests, households, requests * (theory + 1 / service))
    # What is finite about the source moves the answer by less than a fifth of the bar.
    finite = delay_line(households, rate, workers, service, 0.0)
    assert finite.wait == pytest.approx(theory, rel=1e-3)
    team = team_of_workers(households, workers, rate, {"hours_single": WORKER_HOURS / service})
    histories = [lived(team, luck, 13 * 104) for luck in range(FUTURES)]
    name = f"Erlang C, {workers} workers, load {load}"
    assert_agrees(f"{name}: wait", [wait(h) for h in histories], theory)
    assert_agrees(f"{name}: share that waits", [waits(h) for h in histories], share)


@pytest.mark.parametrize("load", [0.9, 1.2])
def test_with_giving_up_the_wait_and_who_leaves_are_those_of_erlang_a(load: float) -> None:
    """Palm 1957: the birth-death chain with deaths min(n, c) mu + (n - c) theta."""
    households, workers, service, leaving = 8192, 8, 10.0, 4.0
    rate = request_rate(load * workers * service, households, workers * 1.5)
    theory = delay_line(households, rate, workers, service, leaving)
    figures = {
        "hours_single": WORKER_HOURS / service,
        "settle_rate_first": leaving,
        "settle_rate_later": leaving,
        "settle_change": 0.1,
    }
    team = team_of_workers(households, workers, rate, figures)
    histories = [lived(team, luck, 13 * 39) for luck in range(FUTURES)]
    agrees_with_line(f"Erlang A, load {load}", histories, theory, None)


def test_multiple_before_single_with_giving_up_is_the_two_dimensional_chain() -> None:
    """Non-preemptive priority, three servers, unequal work; every share of starts for multiple.

    The chain over who is in service and who waits, solved as one set of linear equations.
    """
    households, workers, leaving = 8192, 3, 2.0
    services = (20.0, 10.0)
    share, requests = 0.4, 42.0
    rate = request_rate(requests, households, 6.0)
    rates = ((1.0 - share) * rate, share * rate)
    theory = priority_lines(TwoLines(households, workers, rates, services, leaving, (60, 30)))
    figures = {
        "multiple_share_self_reliant": share,
        "multiple_share_vulnerable": share,
        "hours_single": WORKER_HOURS / services[0],
        "hours_multiple": WORKER_HOURS / services[1],
        "settle_rate_first": leaving,
        "settle_rate_later": leaving,
    }
    team = team_of_workers(households, workers, rate, figures)
    histories = [lived(team, luck, 13 * 78) for luck in range(FUTURES)]
    for kind, name in ((SINGLE, "single"), (MULTIPLE, "multiple")):
        agrees_with_line(f"two priorities, {name}", histories, theory[kind], kind)


def test_multiple_before_single_without_giving_up_waits_as_cobham_says() -> None:
    """One server, general work: Cobham 1954, doi 10.1287/opre.2.1.70."""
    households, log_sd, share, requests = 65536, 0.6, 0.3, 40.0
    means = (0.015, 0.024)  # weeks
    counts = (requests * (1.0 - share), requests * share)
    works = [laws.lognormal(math.log(mean) - log_sd**2 / 2.0, log_sd) for mean in means]
    first, second = cobham(counts[::-1], works[::-1])
    loads = [counts[k] * means[k] for k in (0, 1)]
    busy = sum(loads) + counts[1] * first + counts[0] * second
    rate = request_rate(requests, households, busy)
    figures = {
        "multiple_share_self_reliant": share,
        "multiple_share_vulnerable": share,
        "hours_single": WORKER_HOURS * means[0],
        "hours_multiple": WORKER_HOURS * means[1],
        "hours_log_sd": log_sd,
        "exponential_hours": 0.0,
    }
    team = team_of_workers(households, 1, rate, figures)
    histories = [lived(team, luck, 13 * 104) for luck in range(FUTURES)]
    assert_agrees("Cobham, multiple", [wait(h, MULTIPLE) for h in histories], first)
    assert_agrees("Cobham, single", [wait(h, SINGLE) for h in histories], second)
