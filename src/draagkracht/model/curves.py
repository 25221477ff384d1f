"""Waiting over everyone who asked: a product-limit curve by age, quarter by quarter.

Who gives up, settles or still waits is not left out but counted as long as they waited
(censored); who waited already when the quarter began joins at the age they had. So the curve
says how long a request would wait under the conditions of the quarter if it held out. The mean
over those who start can fall while things get worse; this one cannot.
Kaplan & Meier 1958 (doi 10.2307/2281868), as a life table by week of age.

Curves of wijk groups add up to those of teams, and of teams to those of municipalities and the
town, in whole parts of a week: a sum never depends on its order, so that a town can be added up
again when one of its teams has changed.
"""

import math
from typing import Final, NamedTuple

from numba.extending import register_jitable

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.engine.compiled import compiled
from draagkracht.engine.langevin import inverse_langevin
from draagkracht.model import ledger as book

MEAN_COUNTS: Final = 52  # weeks of a wait that count in the mean


# What is known of each week of age.
EXPOSED: Final = 0
SPARED: Final = 1
STARTED: Final = 2
SORTS: Final = 3
_A_PART: Final = 1.0 / book.PARTS  # a power of two: multiplying by it is exact


class Desk(NamedTuple):
    """Where sums are made; blank or not, nothing of it is read before it is written."""

    curves: CountArray  # (row, quarter, kind, SORTS, age)
    ages: CountArray  # (row, quarter, kind): how many ages of a curve are in use
    every: CountArray  # (SORTS, age): all kinds of a quarter
    whole: CountArray  # (kind + 1, SORTS, age): all quarters
    whole_ages: CountArray  # (kind + 1)


class Sums(NamedTuple):
    """What a team adds to its municipalities, one block each, and to the town."""

    counts: CountArray  # (block, quarter, kind, COUNTERS)
    ages: CountArray  # (block, quarter, kind): how many ages are in `flat`
    flat: CountArray  # by block, quarter, kind and sort those ages, one after another


@register_jitable
def mean_and_p90(
    exposed: FloatArray | CountArray,
    spared: FloatArray | CountArray,
    started: FloatArray | CountArray,
    at_once: float,
    unit: float = 1.0,
) -> tuple[float, float]:
    """Mean wait, counted up to `MEAN_COUNTS` weeks, and the age by which 9 in 10 have started.

    By week of age: `exposed` holds weeks waited, `started` starts, and `spared` what was left of
    their week to who started; with it they are at risk for a whole week, as in a life table, so
    that a week in which everyone starts leaves nobody. `at_once` is the share of who entered that
    did not wait at all. Beyond the oldest age seen nobody was started, so the curve goes on as it
    stands; a p90 that is not reached is the oldest age that is followed. `unit` is how long, in
    weeks, one of what is counted in `exposed` and `spared` is.

    >>> import numpy as np
    >>> weeks, rest = np.array([9.0, 3.0]), np.array([1.0, 2.0])
    >>> mean, p90 = mean_and_p90(weeks, rest, np.array([5.0, 5.0]), 0.0)
    >>> f"{mean:.4f} {p90:.4f}"
    '1.2000 1.8759'
    """
    staying = 1.0 - at_once
    mean = 0.0
    p90 = -1.0
    if staying <= 0.1:
        p90 = 0.0
    for age in range(exposed.shape[0]):
        if staying <= 0.0:
            break
        weeks = exposed[age] * unit
        at_risk = weeks + spared[age] * unit
        after = staying
        waited = staying
        if at_risk > 0.0:
            after = staying * max(0.0, 1.0 - started[age] / at_risk)
            waited = staying * weeks / at_risk
        if age < MEAN_COUNTS:
            mean += waited
        if p90 < 0.0 and after <= 0.1:
            p90 = age + _within_week(staying, after, waited)
        staying = after
    for _ in range(exposed.shape[0], MEAN_COUNTS):
        mean += staying
    if p90 < 0.0:
        p90 = float(book.WEEKLY_BINS)
    return mean, p90


@register_jitable
def _within_week(staying: float, after: float, waited: float) -> float:
    """When in a week of age the share that waits comes down to one in ten.

    `waited` tells around which moment those who start in the week do so. Of all ways to start with
    that mean the most even is taken: a hazard that is constant, or rises or falls exponentially.
    """
    starting = staying - after
    moment = (waited - after) / starting
    slope = 2.0 * inverse_langevin(1.0 - 2.0 * moment)
    passed = min(1.0, (staying - 0.1) / starting)
    if abs(slope) < 1e-6:
        return passed
    return min(1.0, -math.log1p(passed * math.expm1(-slope)) / slope)


@register_jitable
def _used(exposed: CountArray, started: CountArray, starts: int) -> int:
    """How many ages are in use when so many of who waited were started at a followed age.

    Who is started waited before, but that may be in the quarter before.
    """
    age = 0
    while starts > 0 and age < book.WEEKLY_BINS:
        starts -= started[age]
        age += 1
    used = book.WEEKLY_BINS
    while used > age and exposed[used - 1] == 0:
        used -= 1
    return used


@register_jitable
def _add(line: CountArray, known: int, more: CountArray, ages: int) -> int:
    """Add `ages` of a line (SORTS, ages) to one that is known so far; beyond that it is blank."""
    both = min(known, ages)
    for sort in range(SORTS):
        for age in range(both):
            line[sort, age] += more[sort, age]
        for age in range(both, ages):
            line[sort, age] = more[sort, age]
    return max(known, ages)


@register_jitable
def _tell(line: CountArray, ages: int, counted: CountArray, told: FloatArray) -> None:
    """Mean and p90 of one line of whole parts, for those that `counted` (COUNTERS) counts."""
    elsewhere = counted[book.ANSWERED_AT_ONCE] + counted[book.TO_DESK] - counted[book.MISSED]
    entered = counted[book.ENTERED] + elsewhere
    if entered == 0:
        told[0] = math.nan
        told[1] = math.nan
        return
    at_once = (counted[book.STARTED_AT_ONCE] + elsewhere) / entered
    told[0], told[1] = mean_and_p90(
        line[EXPOSED, :ages], line[SPARED, :ages], line[STARTED, :ages], at_once, _A_PART
    )


@register_jitable
def tell_waits(
    curves: CountArray, ages: CountArray, counted: CountArray, told: FloatArray, desk: Desk
) -> None:
    """Fill `told` (quarter + 1, kind + 1, 2) of one place from its curves.

    `curves` is (quarter, kind, SORTS, age), in use up to `ages` (quarter, kind); `counted` is
    (quarter + 1, kind + 1, COUNTERS). Who was answered at once or helped at a desk asked too, and
    did not wait. The last quarter is all quarters together, the last kind all kinds together.
    """
    quarters, kinds = ages.shape
    horizon = 0
    for kind in range(kinds):
        desk.whole_ages[kind] = 0
    for quarter in range(quarters):
        every = 0
        for kind in range(kinds):
            line = curves[quarter, kind]
            used = ages[quarter, kind]
            _tell(line, used, counted[quarter, kind], told[quarter, kind])
            every = _add(desk.every, every, line, used)
            whole = desk.whole_ages[kind]
            desk.whole_ages[kind] = _add(desk.whole[kind], whole, line, used)
        _tell(desk.every, every, counted[quarter, kinds], told[quarter, kinds])
        horizon = _add(desk.whole[kinds], horizon, desk.every, every)
    desk.whole_ages[kinds] = horizon
    for kind in range(kinds + 1):
        used = desk.whole_ages[kind]
        line = desk.whole[kind]
        _tell(line, used, counted[quarters, kind], told[quarters, kind])


@register_jitable
def add_totals(counted: CountArray) -> None:
    """Fill in all quarters and all kinds of counts (quarter + 1, kind + 1, COUNTERS)."""
    quarters, kinds = counted.shape[0] - 1, counted.shape[1] - 1
    counted[quarters] = 0
    for quarter in range(quarters):
        for column in range(book.COUNTERS):
            every = 0
            for kind in range(kinds):
                every += counted[quarter, kind, column]
                counted[quarters, kind, column] += counted[quarter, kind, column]
            counted[quarter, kinds, column] = every
            counted[quarters, kinds, column] += every


@register_jitable
def _take_group(
    accounts: book.Accounts, group: int, since: int, curves: CountArray, ages: CountArray
) -> None:
    """The curves of one wijk group, from quarter `since` on, up to the oldest age in each."""
    for quarter in range(ages.shape[0]):
        for kind in range(ages.shape[1]):
            exposed = accounts.exposed[group, since + quarter, kind]
            spared = accounts.spared[group, since + quarter, kind]
            started = accounts.started[group, since + quarter, kind]
            counts = accounts.counts[group, since + quarter, kind]
            starts = counts[book.STARTED] - counts[book.STARTED_AT_ONCE]
            used = _used(exposed, started, starts)
            ages[quarter, kind] = used
            for age in range(used):
                curves[quarter, kind, EXPOSED, age] = exposed[age]
                curves[quarter, kind, SPARED, age] = spared[age]
                curves[quarter, kind, STARTED, age] = started[age]


def _tally(
    accounts: book.Accounts,
    since: int,
    rows: CountArray,
    blocks: CountArray,
    counted: CountArray,
    told: FloatArray,
    sums: Sums,
    desk: Desk,
) -> int:
    """Add up one team's accounts from quarter `since` on; how much of `sums.flat` is in use.

    Row 0 of `counted` (row, quarter + 1, kind + 1, COUNTERS) and of `told` (the same, 2 for mean
    and p90) is the team; `rows` says of each wijk group which row it has, 0 for one that is not
    shown. `blocks` says to which of the sums it belongs, one for each municipality of the team.
    """
    quarters, kinds = desk.ages.shape[1:]
    counted[0] = 0
    sums.counts[:] = 0
    desk.ages[:] = 0
    for group in range(blocks.shape[0]):
        row, block = rows[group], blocks[group]
        for quarter in range(quarters):
            for kind in range(kinds):
                for column in range(book.COUNTERS):
                    number = accounts.counts[group, since + quarter, kind, column]
                    counted[0, quarter, kind, column] += number
                    sums.counts[block, quarter, kind, column] += number
                    if row > 0:
                        counted[row, quarter, kind, column] = number
        own, own_ages = desk.curves[sums.counts.shape[0]], desk.ages[sums.counts.shape[0]]
        _take_group(accounts, group, since, own, own_ages)
        if row > 0:
            add_totals(counted[row])
            tell_waits(own, own_ages, counted[row], told[row], desk)
        _add_curves(desk.curves[block], desk.ages[block], own, own_ages)
    add_totals(counted[0])
    return _tally_team(counted[0], told[0], sums, desk)


@register_jitable
def _tally_team(counted: CountArray, told: FloatArray, sums: Sums, desk: Desk) -> int:
    """The waits of the team as a whole; and its sums, packed."""
    blocks, quarters, kinds = sums.ages.shape
    desk.ages[blocks] = 0
    used = 0
    for block in range(blocks):
        if blocks > 1:
            _add_curves(
                desk.curves[blocks], desk.ages[blocks], desk.curves[block], desk.ages[block]
            )
        for quarter in range(quarters):
            for kind in range(kinds):
                ages = desk.ages[block, quarter, kind]
                sums.ages[block, quarter, kind] = ages
                for sort in range(SORTS):
                    for age in range(ages):
                        sums.flat[used] = desk.curves[block, quarter, kind, sort, age]
                        used += 1
    whole = blocks if blocks > 1 else 0
    tell_waits(desk.curves[whole], desk.ages[whole], counted, told, desk)
    return used


@register_jitable
def _add_curves(
    curves: CountArray, ages: CountArray, more: CountArray, more_ages: CountArray
) -> None:
    for quarter in range(ages.shape[0]):
        for kind in range(ages.shape[1]):
            ages[quarter, kind] = _add(
                curves[quarter, kind],
                ages[quarter, kind],
                more[quarter, kind],
                more_ages[quarter, kind],
            )


def _add_sums(sums: Sums, rows: CountArray, counted: CountArray, desk: Desk) -> None:
    """Add a team's sums to those of the town, row 0, and of the municipality of each block.

    `counted` is (row, quarter + 1, kind + 1, COUNTERS); the curves of a row stand at the same row
    of `desk`. `rows` says to which municipality a block belongs: 0 where there is only the town.
    """
    blocks, quarters, kinds = sums.ages.shape
    used = 0
    for block in range(blocks):
        row = rows[block]
        for quarter in range(quarters):
            for kind in range(kinds):
                for column in range(book.COUNTERS):
                    number = sums.counts[block, quarter, kind, column]
                    counted[0, quarter, kind, column] += number
                    if row > 0:
                        counted[row, quarter, kind, column] += number
                ages = sums.ages[block, quarter, kind]
                _add_flat(desk, 0, quarter, kind, sums.flat, used, ages)
                if row > 0:
                    _add_flat(desk, row, quarter, kind, sums.flat, used, ages)
                used += SORTS * ages


@register_jitable
def _add_flat(
    desk: Desk, row: int, quarter: int, kind: int, flat: CountArray, start: int, ages: int
) -> None:
    """Add the line that begins at `start` of what is packed."""
    curves = desk.curves
    known = desk.ages[row, quarter, kind]
    for sort in range(SORTS):
        begin = start + sort * ages
        for age in range(min(known, ages)):
            curves[row, quarter, kind, sort, age] += flat[begin + age]
        for age in range(known, ages):
            curves[row, quarter, kind, sort, age] = flat[begin + age]
    if ages > known:
        desk.ages[row, quarter, kind] = ages


def _tell_sums(counted: CountArray, told: FloatArray, desk: Desk) -> None:
    """Totals and waits of every row to which sums were added."""
    for row in range(counted.shape[0]):
        add_totals(counted[row])
        tell_waits(desk.curves[row], desk.ages[row], counted[row], told[row], desk)


tally = compiled(_tally)
add_sums = compiled(_add_sums)
tell_sums = compiled(_tell_sums)
