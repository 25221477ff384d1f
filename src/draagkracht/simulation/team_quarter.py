"""One quarter of one team in one toekomst: counts, hours and people as the kernel left them."""

from dataclasses import dataclass
from typing import Final

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model import ledger as book
from draagkracht.model.kinds import KINDS

_WEEKS: Final = float(book.QUARTER)


@dataclass(frozen=True, slots=True)
class TeamQuarter:
    """What happened to a team in thirteen weeks.

    Counts are households; `waiting` and `open_cases` are means over the quarter; hours are hours
    a week, staff is fte, also as a mean. `effort` is the hours given for each standard hour.
    """

    requests: tuple[int, ...]  # by kind
    at_once: int
    to_desk: int
    to_partner: int
    turned_away: int
    started: int
    settled: int
    given_up: int
    worse: int
    closed: int
    recovered: int
    referred: int
    waiting: float
    waiting_time: float | None  # weeks; None: nobody asked
    open_cases: float
    pressure: float
    effort: float
    overtime: float
    time_off: float
    prevention: float
    crowded_out: float
    onboarding: float
    card_hours: float
    fte: float
    absent: float
    vacant: float
    left: float


def team_quarter(counts: CountArray, hours: FloatArray, waiting_time: float | None) -> TeamQuarter:
    """From the accounts of a team: counts (kinds, COUNTERS) over its groups, hours (HOURS,)."""
    every = counts.sum(axis=0)
    done = float(hours[book.H_DONE])
    fte = float(hours[book.H_FTE])
    return TeamQuarter(
        requests=tuple(int(counts[kind, book.REQUESTED]) for kind in range(len(KINDS))),
        at_once=int(every[book.ANSWERED_AT_ONCE]),
        to_desk=int(every[book.TO_DESK]),
        to_partner=int(every[book.TO_PARTNER]),
        turned_away=int(every[book.TURNED_AWAY]),
        started=int(every[book.STARTED]),
        settled=int(every[book.SETTLED]),
        given_up=int(every[book.GIVEN_UP]),
        worse=int(every[book.ESCALATED_OUT]),
        closed=int(every[book.CLOSED]),
        recovered=int(every[book.RECOVERED]),
        referred=int(every[book.REFERRED]),
        waiting=float(every[book.TIME_WAITING]) / book.PARTS / _WEEKS,
        waiting_time=waiting_time,
        open_cases=float(every[book.TIME_OPEN]) / book.PARTS / _WEEKS,
        pressure=float(hours[book.H_PRESSURE]) / fte if fte > 0 else 0.0,
        effort=float(hours[book.H_SHARED]) / done if done > 0 else 1.0,
        overtime=float(hours[book.H_OVERTIME]) / _WEEKS,
        time_off=float(hours[book.H_TIME_OFF]) / _WEEKS,
        prevention=float(hours[book.H_PREVENTION]) / _WEEKS,
        crowded_out=float(hours[book.H_CROWDED_OUT]) / _WEEKS,
        onboarding=float(hours[book.H_ONBOARDING]) / _WEEKS,
        card_hours=float(hours[book.H_CARDS]) / _WEEKS,
        fte=fte / _WEEKS,
        absent=float(hours[book.H_ABSENT]) / _WEEKS,
        vacant=float(hours[book.H_VACANT]) / _WEEKS,
        left=float(hours[book.H_LEFT]),
    )
