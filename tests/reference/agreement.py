"""Whether the kernel and the slow model tell the same story, to the last bit."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from draagkracht.engine.arrays import Records
from draagkracht.engine.queue import POSTS
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.kinds import MULTIPLE, SINGLE
from draagkracht.model.ledger import Accounts
from reference.diary import PARTS, QUARTER, Diary, Place
from reference.household import Case
from reference.slow_model import SlowTeam
from reference.small_town import KernelTeam, SmallTown, kernel_team, slow_team

EVENTS = {
    "requested": book.REQUESTED,
    "answered_at_once": book.ANSWERED_AT_ONCE,
    "to_desk": book.TO_DESK,
    "missed": book.MISSED,
    "to_partner": book.TO_PARTNER,
    "turned_away": book.TURNED_AWAY,
    "entered": book.ENTERED,
    "started": book.STARTED,
    "started_at_once": book.STARTED_AT_ONCE,
    "settled": book.SETTLED,
    "given_up": book.GIVEN_UP,
    "escalated_in": book.ESCALATED_IN,
    "escalated_out": book.ESCALATED_OUT,
    "closed": book.CLOSED,
    "recovered": book.RECOVERED,
    "recurred": book.RECURRED,
    "became_vulnerable": book.BECAME_VULNERABLE,
    "recovered_alone": book.RECOVERED_ALONE,
}
TIMES = {
    "waiting": book.TIME_WAITING,
    "open": book.TIME_OPEN,
    "vulnerable": book.TIME_VULNERABLE,
}
LEVELS = {"waiting": book.WAITING, "open": book.OPEN, "vulnerable": book.VULNERABLE}
HOURS = {
    "contract": book.H_CONTRACT,
    "available": book.H_AVAILABLE,
    "worked": book.H_WORKED,
    "direct": book.H_DIRECT,
    "advice": book.H_ADVICE,
    "shared": book.H_SHARED,
    "held": book.H_HELD,
    "contact": book.H_CONTACT,
    "idle": book.H_IDLE,
    "short": book.H_SHORT,
    "administration": book.H_ADMINISTRATION,
    "meeting": book.H_MEETING,
    "overhead": book.H_OVERHEAD,
    "prevention": book.H_PREVENTION,
    "pressure": book.H_PRESSURE,
    "ticks": book.H_TICKS,
    "fte": book.H_FTE,
}
PHASES = {
    None: s.NONE,
    "asking": s.ASKING,
    "returning": s.RETURNING,
    "delayed": s.DELAYED,
    "queued": s.QUEUED,
    "open": s.OPEN,
}


def both(town: SmallTown) -> tuple[KernelTeam, SlowTeam]:
    """The same town lived to its end by the kernel and by the slow model."""
    kernel, slow = kernel_team(town), slow_team(town)
    kernel.live(0, town.last_week)
    slow.live(town.last_week)
    return kernel, slow


def assert_equal(town: SmallTown) -> None:
    """Every counter, curve, hour account and the whole state at the end."""
    kernel, slow = both(town)
    assert_same_accounts(town, kernel.accounts, slow.diary)
    assert_same_state(kernel.frame, slow)


def assert_same_accounts(town: SmallTown, accounts: Accounts, diary: Diary) -> None:
    quarters = town.last_week // QUARTER
    counts, exposed, started, hours = kept(town, diary, quarters)
    for name, column in {**EVENTS, **TIMES, "lead": book.LEAD_TIME}.items():
        found = accounts.counts[:, :quarters, :, column]
        assert found.tolist() == counts[..., column].tolist(), name
    assert accounts.counts[:, :quarters].tobytes() == counts.tobytes()
    assert accounts.exposed[:, :quarters].tobytes() == exposed.tobytes()
    assert accounts.started[:, :quarters].tobytes() == started.tobytes()
    for name, column in HOURS.items():
        assert accounts.hours[:quarters, column].tolist() == hours[:, column].tolist(), name
    assert accounts.hours[:quarters].tobytes() == hours.tobytes()


def kept(town: SmallTown, diary: Diary, quarters: int) -> tuple[Records, ...]:
    """The diary as arrays of the shapes that the kernel hands over."""
    groups, kinds = len(town.groups), book.KIND_COUNT
    counts = np.zeros((groups, quarters, kinds, book.COUNTERS), np.int64)
    exposed = np.zeros((groups, quarters, kinds, book.WEEKLY_BINS), np.int64)
    started = np.zeros((groups, quarters, kinds, book.WEEKLY_BINS), np.int64)
    hours = np.zeros((quarters, book.HOURS))
    first = -(-town.run_in // QUARTER)  # curves are kept from the first quarter that begins today
    until = float(quarters * QUARTER)
    for quarter, (group, kind), column, number in columns(diary, until):
        if quarter < quarters:
            counts[group, quarter, kind, column] = number
    for (quarter, (group, kind), age), number in diary.waited(until).items():
        if first <= quarter < quarters:
            exposed[group, quarter, kind, age] = number
    for quarter, (group, kind), age in diary.starts:
        week = age // PARTS
        if first <= quarter < quarters and week < book.WEEKLY_BINS:
            started[group, quarter, kind, week] += 1
    for quarter in range(quarters):
        for what, column in HOURS.items():
            hours[quarter, column] = diary.hours[quarter][what]
    return counts, exposed, started, hours


def columns(diary: Diary, until: float) -> Iterator[tuple[int, Place, int, int]]:
    """All that is counted: quarter, place, column and number."""
    for (quarter, place, what), number in diary.events.items():
        yield quarter, place, EVENTS[what], number
    for (quarter, place), number in diary.lead.items():
        yield quarter, place, book.LEAD_TIME, number
    for level, column in TIMES.items():
        for (quarter, place), number in diary.time_spent(level, until).items():
            yield quarter, place, column, number


def assert_same_state(frame: Records, slow: SlowTeam) -> None:
    assert dict(team_of_kernel(frame)) == dict(team_of_slow(slow))
    for who, household in enumerate(slow.households):
        record = frame["households"][0, who]
        for field in (
            "vulnerable",
            "candidates",
            "requests",
            "factor",
            "factor_until",
            "closed_until",
        ):
            assert record[field] == getattr(household, field), (who, field)
        case = frame["cases"][0, who]
        assert case["phase"] == PHASES[household.case.phase if household.case else None], who
        if household.case is None:
            assert record["next"] == household.next, who
        else:
            for field, value in facts(household.case):
                assert case[field] == value, (who, field)
    assert entries(frame["calendar"][0]) == sorted(slow.agenda)
    assert [(time, who) for time, _, who in entries(frame["closings"][0])] == slow.finishing
    assert lines_of_kernel(frame) == slow.lines
    assert levels_of_kernel(frame) == levels_of_slow(frame, slow)


def facts(case: Case) -> Iterator[tuple[str, Any]]:
    """What matters of a case in its phase."""
    yield from (("kind", case.kind), ("episode", case.episode))
    if case.phase in {"delayed", "queued", "open"}:
        yield from (("asked", case.asked), ("factor", case.factor), ("work", case.work))
    if case.phase in {"delayed", "queued"}:
        yield from (("settles", case.settles), ("leave", case.leave), ("escalate", case.escalate))
    if case.phase == "delayed":
        yield "decided", case.decided
    if case.phase == "open":
        yield "started", case.started


TEAM = (
    "now",
    "virtual",
    "speed",
    "direct",
    "normal",
    "available",
    "pressure",
    "cap",
    "credit",
    "arriving",
    "admitted",
    "waiting_work",
    "advice",
    "follow_up",
    "waiting",
)


def team_of_kernel(frame: Records) -> Iterator[tuple[str, Any]]:
    own = frame["own"][0]
    yield from ((name, own[name].item()) for name in TEAM)
    yield "open", [own[f"open_{kind}"].item() for kind in ("single", "multiple", "crisis")]


def team_of_slow(slow: SlowTeam) -> Iterator[tuple[str, Any]]:
    yield from ((name, getattr(slow, name)) for name in TEAM)
    yield "open", list(slow.open.values())


def entries(heap: Records) -> list[tuple[float, int, int]]:
    """What stands in a heap, in order of time."""
    standing = heap[1 : 1 + heap[0]["who"]]
    return sorted((row["time"].item(), row["what"].item(), row["who"].item()) for row in standing)


def lines_of_kernel(frame: Records) -> dict[int, list[int]]:
    links, lines = frame["links"][0], {}
    for line in (SINGLE, MULTIPLE):
        lines[line] = []
        place = links[line]["behind"]
        while place != line:
            lines[line].append(int(place) - POSTS)
            place = links[place]["behind"]
    return lines


def levels_of_kernel(frame: Records) -> Records:
    groups = frame["ledger"]["groups"][0]
    return frame["ledger"]["levels"][0, :groups].tolist()


def levels_of_slow(frame: Records, slow: SlowTeam) -> Records:
    levels = np.zeros((frame["ledger"]["groups"][0], book.KIND_COUNT, book.LEVELS), np.int64)
    for (level, _), ((group, kind), _, _) in slow.diary.running.items():
        levels[group, kind, LEVELS[level]] += 1
    return levels.tolist()
