"""M/M/8 with two priorities and giving up: the one description that every engine takes.

Someone urgent goes before someone routine, nobody is sent away from a server, and who waits gives
up after an exponential time. Time is counted in mean services.
"""

from dataclasses import dataclass
from typing import Final

SERVERS: Final = 8
LOAD: Final = 0.95
URGENT_SHARE: Final = 0.3
PATIENCE: Final = 5.0
ARRIVALS: Final = 200_000
KINDS: Final = ("urgent", "routine")
RATES: Final = (LOAD * SERVERS * URGENT_SHARE, LOAD * SERVERS * (1.0 - URGENT_SHARE))


@dataclass(frozen=True)
class Answer:
    """What an engine finds, or theory: waits are of everyone, given up or served."""

    wait_urgent: float
    wait_routine: float
    given_up: float  # share of all

    def rows(self) -> tuple[tuple[str, float], ...]:
        """By name."""
        return tuple(vars(self).items())


def theory() -> Answer:
    """Exact, from two birth-death chains and Little's law.

    The number in the system is Erlang A: births at the whole rate, deaths at one a busy server
    and 1/patience for everyone who waits. While all servers are busy the number of urgent who
    wait is cut between k and k + 1 by arrivals of the urgent upwards, and downwards by all
    services (they go first) and by k + 1 who may give up; outside those states it is 0. Palm
    1957; Garnett, Mandelbaum and Reiman 2002 (doi 10.1287/msom.4.3.208.7753).

    >>> answer = theory()
    >>> answer.wait_urgent < answer.wait_routine
    True
    """
    rate = sum(RATES)
    chance = [1.0]
    for number in range(1, 2000):
        death = min(number, SERVERS) + max(0, number - SERVERS) / PATIENCE
        chance.append(chance[-1] * rate / death)
    whole = sum(chance)
    chance = [each / whole for each in chance]
    waiting = sum((number - SERVERS) * chance[number] for number in range(SERVERS, 2000))
    busy = sum(chance[SERVERS:])
    urgent = [1.0]
    for number in range(1, 1000):
        urgent.append(urgent[-1] * RATES[0] / (SERVERS + number / PATIENCE))
    urgent_waiting = busy * sum(k * each for k, each in enumerate(urgent)) / sum(urgent)
    return Answer(
        wait_urgent=urgent_waiting / RATES[0],
        wait_routine=(waiting - urgent_waiting) / RATES[1],
        given_up=waiting / PATIENCE / rate,
    )
