"""What one team's future came to: its own places told, and what it adds to the town."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model import ledger as book
from draagkracht.model.curves import SORTS, Desk, Sums, tally
from draagkracht.model.ledger import Accounts
from draagkracht.simulation.fold import TeamFold
from draagkracht.simulation.layout import TeamLayout
from draagkracht.simulation.residents import resident_table


@dataclass(frozen=True, slots=True)
class Tallied:
    """A team's accounts added up, places in the order of `TeamPlaces`."""

    counted: CountArray  # (places, quarters + 1, kinds + 1, COUNTERS)
    waits: FloatArray  # (places, quarters + 1, kinds + 1, 2)
    sums: Sums
    hours: FloatArray  # (quarters, HOURS)


@dataclass(frozen=True, slots=True)
class TeamLived:
    """One team in one member under one koers; nothing of it depends on other teams."""

    table: FloatArray  # (places, quarters + 1, WIDTH): the team, then its shown wijk groups
    sums: Sums
    hours: FloatArray  # (quarters, HOURS)
    fold: TeamFold

    @property
    def counts(self) -> CountArray:
        """Counts of the whole team: (quarters, kinds, COUNTERS)."""
        return np.asarray(self.sums.counts.sum(axis=0))

    @property
    def nbytes(self) -> int:
        """Memory that it takes."""
        arrays = (self.table, *self.sums, self.hours)
        return sum(array.nbytes + _AN_ARRAY for array in arrays)


_AN_ARRAY = 128  # bytes of an array besides its numbers


@dataclass(frozen=True)
class TeamPlaces:
    """Where a team's numbers go: places of its own, and the municipalities it adds to."""

    rows: CountArray  # by wijk group: its row, 0 for one that is not shown
    blocks: CountArray  # by wijk group: its block of sums
    municipalities: tuple[str, ...]  # by block
    households: FloatArray  # by row: of the team, then of its shown wijk groups


def team_places(team: TeamLayout) -> TeamPlaces:
    """The team is row 0; wijk groups that are large enough follow in their order."""
    shown = np.array([group.published for group in team.groups])
    codes = tuple(dict.fromkeys(group.municipality for group in team.groups))
    households = [team.households, *(g.households for g in team.groups if g.published)]
    return TeamPlaces(
        rows=np.where(shown, np.cumsum(shown), 0),
        blocks=np.array([codes.index(group.municipality) for group in team.groups]),
        municipalities=codes,
        households=np.array(households, dtype=np.float64),
    )


def empty_desk(rows: int, quarters: int) -> Desk:
    """Room to add up curves of `rows` places over some quarters."""
    kinds, ages = book.KIND_COUNT, book.WEEKLY_BINS
    return Desk(
        curves=np.zeros((rows, quarters, kinds, SORTS, ages), np.int64),
        ages=np.zeros((rows, quarters, kinds), np.int64),
        every=np.zeros((SORTS, ages), np.int64),
        whole=np.zeros((kinds + 1, SORTS, ages), np.int64),
        whole_ages=np.zeros(kinds + 1, np.int64),
    )


def tallied(accounts: Accounts, since: int, places: TeamPlaces, desk: Desk) -> Tallied:
    """Add up what the kernel left in a team's accounts, from quarter `since` on.

    `desk` needs one row more than the team has municipalities.
    """
    quarters = accounts.hours.shape[1] - since
    kinds, blocks = book.KIND_COUNT, len(places.municipalities)
    shape = (places.households.size, quarters + 1, kinds + 1)
    counted = np.zeros((*shape, book.COUNTERS), np.int64)
    waits = np.zeros((*shape, 2))
    flat = np.empty(blocks * quarters * kinds * SORTS * book.WEEKLY_BINS, np.int64)
    sums = Sums(
        counts=np.zeros((blocks, quarters, kinds, book.COUNTERS), np.int64),
        ages=np.zeros((blocks, quarters, kinds), np.int64),
        flat=flat,
    )
    used = tally(accounts, since, places.rows, places.blocks, counted, waits, sums, desk)
    hours = accounts.hours[0, since:].copy()
    return Tallied(counted, waits, sums._replace(flat=flat[:used].copy()), hours)


def told(
    found: Sequence[Tallied], places: Sequence[TeamPlaces], folds: Sequence[TeamFold]
) -> list[TeamLived]:
    """Teams told: all at once, since a table of many places takes hardly more than one of few."""
    if not found:
        return []
    table = resident_table(
        np.concatenate([team.counted for team in found]),
        np.concatenate([team.waits for team in found]),
        np.concatenate([place.households for place in places]),
    )
    ends = np.cumsum([team.counted.shape[0] for team in found])
    parts = np.split(table, ends[:-1])
    return [
        TeamLived(part.copy(), team.sums, team.hours, fold)
        for part, team, fold in zip(parts, found, folds, strict=True)
    ]
