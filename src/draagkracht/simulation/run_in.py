"""Solving the run-in: four scalars a team, so that today looks like what the town observed.

Near capacity a change of 5 % in hours per case doubles the wait. So the figures are not asked
to be right; each member is moved until its vulnerable share, requests, open cases and waiting
list at the start of the run are those observed (drawn with their error), and counts for as much
as the values it needed for that were plausible beforehand.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from draagkracht.simulation.solved import LEAST_CAP, MOST_CAP, Solved

MOST_ROUNDS: Final = 8
_SHARE_FITS: Final = 0.05  # relative
_REQUESTS_FIT: Final = 0.05
_WAITING_FITS: Final = 0.3
_OPEN_FITS: Final = 0.1
_FEW: Final = 5.0  # cases: closer than this is a matter of luck
_LEAST_HAZARD: Final = 1e-4
_USUAL_HAZARD: Final = 0.04
# How the log of what a run-in ends with answers to the hazard (in usual ones) and to the logs of
# the other scalars: least squares over random steps around the solved teams of Voorbeeldstad.
# The waiting list answers twice as steeply where it is long, and it is there that teams are.
_SHARE_BY_HAZARD: Final = 0.45
_REQUESTS_BY_HAZARD: Final = 0.13
_REQUESTS_BY_SCALE: Final = 0.8
_WAITING_BY_HAZARD: Final = 2.0
_WAITING_BY_REQUESTS: Final = 11.0
_WAITING_BY_HOURS: Final = 12.0
_OPEN_BY_HOURS: Final = 3.0
_LONGEST_STEP: Final = 0.4
_SURE_ROUNDS: Final = 3  # from here on luck is as large as what is missing
_LATER_STEPS: Final = 0.6


@dataclass(frozen=True)
class Present:
    """The end of a run-in, or what it should be."""

    vulnerable_share: float  # at the end
    requests: float  # a year, over the last 52 weeks
    waiting: float  # households, mean over the last 26 weeks
    open_cases: float  # mean over the last 26 weeks
    cap_for_target: float = 0.0  # weighted cases a fte at which the cap would hold the open cases
    capped: bool = True  # whether the caseload cap binds at the end


@dataclass(frozen=True)
class Fit:
    """The scalars found, how near they come, and in how many rounds."""

    solved: Solved
    present: Present
    target: Present
    rounds: int

    @property
    def fits(self) -> bool:
        """Whether all four are within tolerance."""
        return _distance(self.present, self.target) <= 1.0


def solve(target: Present, guess: Solved, live: Callable[[Solved], Present]) -> Fit:
    """Find the scalars for which `live` ends at `target`; the nearest found if none does.

    One common response for all teams: the waiting list of one team is for a good part luck, and
    a response learned on the way would learn the luck.
    """
    solved = guess
    best: Fit | None = None
    for number in range(1, MOST_ROUNDS + 1):
        present = live(solved)
        fit = Fit(solved, present, target, number)
        if best is None or _distance(present, target) < _distance(best.present, target):
            best = fit
        if fit.fits:
            return fit
        solved = _next(solved, present, target, 1.0 if number < _SURE_ROUNDS else _LATER_STEPS)
    assert best is not None
    return replace(best, rounds=MOST_ROUNDS)


def _next(solved: Solved, present: Present, target: Present, size: float) -> Solved:
    """Each scalar answers for one observation, given what those before it will do.

    While the cap does not bind and open cases are missing there is no line to go by yet: then the
    work is raised by what is missing of the open cases. Steps are taken for a part, `size`.
    """
    share = _missing(target.vulnerable_share, present.vulnerable_share, 0.0)
    requests = _missing(target.requests, present.requests, _FEW)
    waiting = _missing(target.waiting, present.waiting, _FEW)
    open_cases = _missing(target.open_cases, present.open_cases, _FEW)
    hazard = size * _held(share / _SHARE_BY_HAZARD)
    asking = size * _held((requests - _REQUESTS_BY_HAZARD * hazard) / _REQUESTS_BY_SCALE)
    brought = _WAITING_BY_HAZARD * hazard + _WAITING_BY_REQUESTS * asking
    hours = _held((size * waiting - brought) / _WAITING_BY_HOURS)
    if not present.capped and open_cases > _OPEN_FITS:
        hours = _held(open_cases / _OPEN_BY_HOURS - asking)
    return Solved(
        becoming_vulnerable=max(solved.becoming_vulnerable + hazard * _USUAL_HAZARD, _LEAST_HAZARD),
        request_scale=solved.request_scale * math.exp(asking),
        hours_scale=solved.hours_scale * math.exp(hours),
        caseload_cap=min(max(present.cap_for_target, LEAST_CAP), MOST_CAP),
    )


def _missing(wanted: float, seen: float, few: float) -> float:
    return math.log(max(wanted + few, 1e-9) / max(seen + few, 1e-9))


def _held(step: float) -> float:
    return max(-_LONGEST_STEP, min(_LONGEST_STEP, step))


def _distance(present: Present, target: Present) -> float:
    """Largest of the misses, each in its own tolerance."""
    share = abs(present.vulnerable_share - target.vulnerable_share)
    requests = abs(present.requests - target.requests)
    waiting = abs(present.waiting - target.waiting)
    open_cases = abs(present.open_cases - target.open_cases)
    return max(
        share / (_SHARE_FITS * max(target.vulnerable_share, 1e-9)),
        requests / max(_REQUESTS_FIT * target.requests, math.sqrt(target.requests)),
        waiting / max(_WAITING_FITS * target.waiting, _FEW),
        open_cases / max(_OPEN_FITS * target.open_cases, _FEW),
    )
