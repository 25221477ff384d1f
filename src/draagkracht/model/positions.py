"""The people of a team: one position each, that can be filled, ill or vacant (M10, M11).

A position is numbered by its rank in the team, so a fte more takes the next number and renumbers
no one. In every week each position draws once; what it draws decides on exact times. Who is
there at the beginning of a week counts for the whole of it.
"""

from typing import Final

from numba.extending import register_jitable

from draagkracht.engine.arrays import Records
from draagkracht.engine.clocks import exponential
from draagkracht.engine.draws import beside, uniform
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.absence import long_spell_rate
from draagkracht.model.leaving import departure_factor, productivity
from draagkracht.model.slots import entity_of

_FIRST_FILLING: Final = 3  # episode of the draw for a position that comes in week 0
_SURELY: Final = 1.0 + 1e-9  # beyond what rounding can do
_FAR_FROM_WIJKEN: Final = 1 << 48  # entity of the team's own draws, beyond every household's


@register_jitable
def team_entity(team: Records) -> int:
    """Entity of a team's own draws: that of its first household, far from every household's."""
    return beside(entity_of(team, 0), _FAR_FROM_WIJKEN)


@register_jitable
def size_of(rank: int, fte: float, fte_per_person: float) -> float:
    """Fte of the position at `rank` in a team of `fte`: the last one has what is left.

    >>> size_of(0, 2.0, 0.75), size_of(2, 2.0, 0.75), size_of(3, 2.0, 0.75)
    (0.75, 0.5, 0.0)
    """
    return max(0.0, min(fte_per_person, fte - rank * fte_per_person))


@register_jitable
def take_positions(team: Records, key: int, fte: float, week: int, filling: float) -> None:
    """Make positions for `fte`: as in any team at the start, vacant when they come later.

    A position for which there is no fte any more is gone, and vacant when it comes again.
    `filling` is a factor on the time it takes to fill a place.
    """
    own = team.own
    figures = team.figures
    while own.positions > 0 and size_of(own.positions - 1, fte, figures.fte_per_person) <= 0.0:
        own.positions -= 1
    while own.positions < s.POSITIONS and own.positions * figures.fte_per_person < fte:
        rank = own.positions
        position = team.positions[rank]
        entity = beside(key, rank)
        position.status = s.PRESENT
        position.until = 0.0
        u = uniform(team.keys[s.INITIAL_STAFF], entity, 1)
        position.since = -exponential(u, figures.departure_rate)
        if week == 0:
            _begin_position(team, rank, entity)
        else:
            u = uniform(team.keys[s.INITIAL_STAFF], entity, _FIRST_FILLING + week)
            open_for = exponential(u, 1.0) * figures.vacancy_length * filling
            position.status = s.VACANT
            position.until = week * team.tick + open_for
        own.positions += 1


@register_jitable
def _begin_position(team: Records, rank: int, entity: int) -> None:
    """Draw what a position is when the run-in begins: each state as often as in the long run."""
    figures = team.figures
    position = team.positions[rank]
    absent_short = figures.short_rate * figures.short_length
    absent_long = figures.long_rate * figures.long_length
    vacant = figures.departure_rate * figures.vacancy_length
    x = uniform(team.keys[s.INITIAL_STAFF], entity, 0) * (1.0 + absent_short + absent_long + vacant)
    left = exponential(uniform(team.keys[s.INITIAL_STAFF], entity, 2), 1.0)
    if x < vacant:
        position.status = s.VACANT
        position.until = left * figures.vacancy_length
    elif x < vacant + absent_long:
        position.status = s.ABSENT
        position.until = left * figures.long_length
    elif x < vacant + absent_long + absent_short:
        position.status = s.ABSENT
        position.until = left * figures.short_length


@register_jitable
def count_present(team: Records, fte: float, now: float) -> tuple[float, float, float, float]:
    """Who is there at `now`: fte vacant, fte absent, fte lost to learning, newcomers in persons."""
    figures = team.figures
    vacant = 0.0
    absent = 0.0
    learning = 0.0
    newcomers = 0.0
    for rank in range(team.own.positions):
        size = size_of(rank, fte, figures.fte_per_person)
        if size <= 0.0:
            break
        position = team.positions[rank]
        away = position.status != s.PRESENT and position.until > now
        if away and position.status == s.VACANT:
            vacant += size
        elif away:
            absent += size
        else:
            since = position.since
            if position.status == s.VACANT:
                since = position.until
            done = productivity(now - since, figures.newcomer_productivity, figures.onboarding)
            if done < 1.0:
                learning += size * (1.0 - done)
                newcomers += size / figures.fte_per_person
    return vacant, absent, learning, newcomers


@register_jitable
def live_staff(
    team: Records, lever: Records, world: Records, key: int, week: int, followed: bool
) -> None:
    """Let everyone in a position live through a week: fall ill, leave, come back, be replaced.

    Hazards are constant in the week. `followed` says whether today has come: before it the
    hazards are those of today, whatever the strain.
    """
    own = team.own
    figures = team.figures
    end = (week + 1) * team.tick
    short = figures.short_rate * lever.staff_absence_factor
    long = figures.long_rate * lever.staff_absence_factor
    if followed:
        long = long_spell_rate(long, figures.strain_hazard_ratio, own.strain, own.strain_now)
    leaving = figures.departure_rate * lever.staff_departure_factor * world.departure
    filling = figures.vacancy_length * lever.staff_vacancy_factor * world.vacancy
    for rank in range(own.positions):
        size = size_of(rank, own.formation, figures.fte_per_person)
        if size <= 0.0:
            break
        position = team.positions[rank]
        begin = week * team.tick
        if position.status != s.PRESENT:
            if position.until >= end:
                continue
            begin = max(begin, position.until)
            if position.status == s.VACANT:
                position.since = position.until
            position.status = s.PRESENT
        entity = beside(key, rank)
        departing = leaving
        if followed:
            sensitivity = 1.0
            if begin - position.since < figures.newcomer_until:
                sensitivity = figures.newcomer_departure
            departing *= departure_factor(
                figures.departure_strain, own.strain, own.strain_now, sensitivity
            )
        hazard = short + long + departing
        u = uniform(team.keys[s.STAFF], entity, week)
        # Nearly always nothing happens. -log(u) is never below 1 - u, so most need no logarithm.
        if 1.0 - u > hazard * (end - begin) * _SURELY:
            continue
        onset = begin + exponential(u, hazard)
        if onset >= end:
            continue
        x = uniform(team.keys[s.STAFF_EVENT], entity, week) * hazard
        time = exponential(uniform(team.keys[s.STAFF_TIME], entity, week), 1.0)
        if x < departing:
            position.status = s.VACANT
            position.until = onset + time * filling
            team.ledger.hours[book.H_LEFT] += size
        elif x >= hazard - long:
            position.status = s.ABSENT
            position.until = onset + time * figures.long_length
        else:
            position.status = s.ABSENT
            position.until = onset + time * figures.short_length
