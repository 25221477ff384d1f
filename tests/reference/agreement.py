"""Whether the kernel and the slow model tell the same story, to the last bit."""

from collections.abc import Collection, Iterator
from typing import Any, Final

import numpy as np

from draagkracht.engine.arrays import Records
from draagkracht.engine.queue import NOBODY
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.kinds import KINDS, MULTIPLE, SINGLE
from draagkracht.model.ledger import Accounts
from reference.diary import PARTS, QUARTER, Diary, Place
from reference.household import Case
from reference.partners import Partners
from reference.responses import CuttingCorners
from reference.slow_model import PlainTeam
from reference.small_town import KernelTeam, SmallTown, kernel_team, slow_team
from reference.staff import Staff

# A column of the ledger has the name of its constant; a field of the state has the kernel's name.
TIMES: Final = {"waiting": "TIME_WAITING", "open": "TIME_OPEN", "vulnerable": "TIME_VULNERABLE"}
COUNTERS: Final = (
    *("REQUESTED", "ANSWERED_AT_ONCE", "TO_DESK", "MISSED", "TO_PARTNER", "TURNED_AWAY"),
    *("ENTERED", "STARTED", "STARTED_AT_ONCE", "SETTLED", "GIVEN_UP", "ESCALATED_IN"),
    *("ESCALATED_OUT", "CLOSED", "RECOVERED", "RECURRED", "BECAME_VULNERABLE"),
    *("RECOVERED_ALONE", "REFERRED"),
)
EVENTS: Final = {name.lower(): getattr(book, name) for name in COUNTERS}
HOURS: Final = {name[2:].lower(): number for name, number in vars(book).items() if name[:2] == "H_"}
LEVELS: Final = {"waiting": book.WAITING, "open": book.OPEN, "vulnerable": book.VULNERABLE}
# What says how things are even where nothing follows from it.
MEASURED: Final = {"reach", "strain"}
RENAMED: Final = {"hours_given": "given"}
STATUS: Final = {"present": s.PRESENT, "absent": s.ABSENT, "vacant": s.VACANT}


def both(town: SmallTown, without: Collection[str] = ()) -> tuple[KernelTeam, PlainTeam]:
    """The same town lived to its end by the kernel and by the slow model."""
    kernel, slow = kernel_team(town), slow_team(town, without)
    kernel.live(0, town.last_week)
    slow.live(town.last_week)
    return kernel, slow


def assert_equal(town: SmallTown, without: Collection[str] = ()) -> PlainTeam:
    """Every counter, curve, hour account and the whole state at the end. Returns the slow team."""
    kernel, slow = both(town, without)
    assert_same_accounts(town, kernel.accounts, slow)
    assert_same_state(kernel.frame, slow)
    return slow


def assert_same_accounts(town: SmallTown, accounts: Accounts, slow: PlainTeam) -> None:
    """Of one team: `accounts` hold no other. What the slow team does not book is 0."""
    quarters = town.last_week // QUARTER
    counts, exposed, spared, started = counted(town, slow.diary, quarters)
    for name, column in EVENTS.items():
        found = accounts.counts[:, :quarters, :, column]
        assert found.tolist() == counts[..., column].tolist(), name
    assert accounts.counts[:, :quarters].tobytes() == counts.tobytes()
    assert accounts.exposed[:, :quarters].tobytes() == exposed.tobytes()
    assert accounts.spared[:, :quarters].tobytes() == spared.tobytes()
    assert accounts.started[:, :quarters].tobytes() == started.tobytes()
    booked = set(slow.named("books"))
    for name, column in HOURS.items():
        if name in booked or name not in MEASURED:
            hours = [page.get(name, 0.0) for page in slow.diary.hours[:quarters]]
            assert accounts.hours[0, :quarters, column].tolist() == hours, name


def counted(town: SmallTown, diary: Diary, quarters: int) -> tuple[Records, ...]:
    """The diary as arrays of the shapes that the kernel hands over."""
    groups, kinds = len(town.groups), book.KIND_COUNT
    counts = np.zeros((groups, quarters, kinds, book.COUNTERS), np.int64)
    exposed, spared, started = (
        np.zeros((groups, quarters, kinds, book.WEEKLY_BINS), np.int64) for _ in range(3)
    )
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
            spared[group, quarter, kind, week] += PARTS - age % PARTS
    return counts, exposed, spared, started


def columns(diary: Diary, until: float) -> Iterator[tuple[int, Place, int, int]]:
    """All that is counted: quarter, place, column and number."""
    for (quarter, place, what), number in diary.events.items():
        yield quarter, place, EVENTS[what], number
    for (quarter, place), number in diary.lead.items():
        yield quarter, place, book.LEAD_TIME, number
    for level, name in TIMES.items():
        for (quarter, place), number in diary.time_spent(level, until).items():
            yield quarter, place, getattr(book, name), number


def assert_same_state(frame: Records, slow: PlainTeam) -> None:
    own = frame["own"][0]
    found = {name: own[RENAMED.get(name, name)].item() for name in slow.named("remembers")}
    assert found == slow.remembered()
    assert cases_of_kernel(own, "open") == list(slow.open.values())
    assert own["vulnerable"] == slow.vulnerable()
    if isinstance(slow, Partners):
        assert cases_of_kernel(own, "held") == list(slow.held.values())
    if isinstance(slow, Staff):
        assert_same_positions(frame, slow)
    for who in range(len(slow.households)):
        assert_same_household(frame, slow, who)
    assert sorted([*entries(frame["calendar"][0]), *later(frame)]) == sorted(slow.agenda)
    assert closings_of_kernel(frame) == slow.finishing
    assert lines_of_kernel(frame) == slow.lines
    assert levels_of_kernel(frame) == levels_of_slow(frame, slow)


def cases_of_kernel(own: Records, what: str) -> list[int]:
    return [own[f"{what}_{kind}"].item() for kind in KINDS]


def assert_same_positions(frame: Records, slow: Staff) -> None:
    assert frame["own"]["positions"][0] == len(slow.staff)
    for rank, position in enumerate(slow.staff):
        record = frame["positions"][0, rank]
        assert record["status"] == STATUS[position.status], rank
        assert record["since"] == position.since, rank
        if position.status != "present":
            assert record["until"] == position.until, rank


def assert_same_household(frame: Records, slow: PlainTeam, who: int) -> None:
    household, record = slow.households[who], frame["households"][0, who]
    for field in ("vulnerable", "candidates", "requests", "factor"):
        assert record[field] == getattr(household, field), (who, field)
    closed_until = record["factor_until"] if record["helped"] else 0.0
    assert closed_until == household.closed_until, who
    if household.factor != 1.0:
        assert record["factor_until"] == household.factor_until, who
    if household.case is None:
        assert record["slot"] == NOBODY, who
        assert record["next"] == household.next, who
        return
    case = frame["cases"][0, record["slot"]]
    assert case["household"] == who
    assert case["phase"] == getattr(s, household.case.phase.upper()), who
    for field, value in facts(household.case, slow):
        assert case[field] == value, (who, field)


def facts(case: Case, slow: PlainTeam) -> Iterator[tuple[str, Any]]:
    """What matters of a case in its phase."""
    if case.phase == "asking":
        return
    yield from (("kind", case.kind), ("episode", case.episode), ("domain", case.domain))
    if case.phase in {"delayed", "queued", "open", "held"}:
        yield from (("asked", case.asked), ("factor", case.factor), ("work", case.work))
    if case.phase in {"delayed", "queued"}:
        yield from (("settles", case.settles), ("leave", case.leave), ("escalate", case.escalate))
    if case.phase == "delayed":
        yield "decided", case.decided
    if case.phase in {"open", "held"}:
        yield "started", case.started
        if isinstance(slow, Partners):
            yield from (("needs_partner", case.needs_partner), ("rest", case.rest))
        if isinstance(slow, CuttingCorners):
            yield from (("worked", case.worked), ("given", case.given))
    if case.phase == "open" and isinstance(slow, CuttingCorners):
        yield from (("span", case.span), ("given_at", case.given_at))


def entries(heap: Records) -> list[tuple[float, int, int]]:
    """What stands in a heap, in order of time."""
    rows = heap[1 : 1 + heap[0]["who"]]
    return sorted((row["time"].item(), row["what"].item(), row["order"].item()) for row in rows)


def later(frame: Records) -> list[tuple[float, int, int]]:
    """What stands in the agenda for the weeks to come."""
    links, cases = frame["agenda"][0], frame["cases"][0]
    found = []
    for week in range(frame["own"]["week"][0] + 1, frame["last_week"][0] + 1):
        for slot in standing(links, week, s.AGENDA):
            assert cases[slot]["later"] == 1
            found.append(tuple(cases[slot][name].item() for name in ("due", "event", "household")))
    return found


def closings_of_kernel(frame: Records) -> list[tuple[float, int]]:
    """Those in the calendar, and those in the stretches of virtual time to come."""
    links, cases, own = frame["agenda"][0], frame["cases"][0], frame["own"][0]
    found = [(time, who) for time, _, who in entries(frame["closings"][0])]
    for line in range(own["stretch"], s.STRETCHES):
        later = [cases[slot] for slot in standing(links, s.FIRST_STRETCH + line, s.AGENDA)]
        found += [(case["due"].item(), case["household"].item()) for case in later]
    return sorted(found)


def standing(links: Records, line: int, posts: int) -> Iterator[int]:
    """Who stands in a line, from its head."""
    place = links[line]["behind"]
    while place != line:
        yield int(place) - posts
        place = links[place]["behind"]


def lines_of_kernel(frame: Records) -> dict[int, list[int]]:
    links = frame["links"][0]
    lines: dict[int, list[int]] = {}
    for kind, line in ((SINGLE, s.SINGLE_LINE), (MULTIPLE, s.MULTIPLE_LINE)):
        lines[kind] = [
            frame["cases"][0, slot]["household"].item() for slot in standing(links, line, s.LINES)
        ]
    return lines


def levels_of_kernel(frame: Records) -> Records:
    groups = frame["ledger"]["groups"][0]
    return frame["ledger"]["levels"][0, :groups].tolist()


def levels_of_slow(frame: Records, slow: PlainTeam) -> Records:
    levels = np.zeros((frame["ledger"]["groups"][0], book.KIND_COUNT, book.LEVELS), np.int64)
    for (level, _), ((group, kind), _, _) in slow.diary.running.items():
        levels[group, kind, LEVELS[level]] += 1
    return levels.tolist()
