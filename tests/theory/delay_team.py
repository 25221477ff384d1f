"""A team as a delay system: a fixed number of places, and what became of those who asked.

With a cap of one case a worker, and no more hours a case than one worker gives, a team has as
many servers as workers.
"""

from collections.abc import Mapping
from typing import Final

from draagkracht.model import ledger as book
from theory.agreement import assert_agrees
from theory.chains import Line
from theory.one_team import History, OneTeam

FUTURES: Final = 32
WORKER_HOURS: Final = 40.0  # a week


def team_of_workers(
    households: int, workers: int, rate: float, figures: Mapping[str, float]
) -> OneTeam:
    return OneTeam(
        households=households,
        fte=float(workers),
        figures={
            "request_rate_self_reliant": rate,
            "request_rate_vulnerable": rate,
            "contract_hours": WORKER_HOURS,
            "intensity_cap": WORKER_HOURS,
            "exponential_hours": 1.0,
            **figures,
        },
        levers={"casework_caseload_cap": 1.0},
    )


def wait(history: History, kind: int | None = None) -> float:
    """Mean over everyone who entered, by Little: waiting time over entries."""
    entered = history.total(book.ENTERED, kind, since=1)
    return history.total(book.TIME_WAITING, kind, since=1) / entered


def waits(history: History, kind: int | None = None) -> float:
    at_once = history.total(book.STARTED_AT_ONCE, kind, since=1)
    return 1.0 - at_once / history.total(book.ENTERED, kind, since=1)


def leaves(history: History, kind: int | None = None) -> float:
    """Share that leaves unserved, settled or given up."""
    left = history.total(book.SETTLED, kind, since=1)
    left += history.total(book.GIVEN_UP, kind, since=1)
    return left / history.total(book.ENTERED, kind, since=1)


def agrees_with_line(name: str, histories: list[History], line: Line, kind: int | None) -> None:
    assert_agrees(f"{name}: wait", [wait(h, kind) for h in histories], line.wait)
    assert_agrees(f"{name}: share that waits", [waits(h, kind) for h in histories], line.waits)
    if line.leaves > 0.0:
        assert_agrees(f"{name}: leaves", [leaves(h, kind) for h in histories], line.leaves)
