"""Living a koers again only where it differs from what is known: by team, and from a week on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from draagkracht.engine.arrays import Records
from draagkracht.simulation.checkpoint import Checkpoint, take_up, taken
from draagkracht.simulation.fold import TeamFold
from draagkracht.simulation.ground import Ground
from draagkracht.simulation.kept_member import KeptMember
from draagkracht.simulation.lever_rows import LeverRows, lever_rows
from draagkracht.simulation.lowering import PlanLowered
from draagkracht.simulation.shelf import Shelf
from draagkracht.simulation.stop import Stop
from draagkracht.simulation.team_lived import Tallied, TeamLived, told
from draagkracht.simulation.worker import RUN_IN_QUARTERS, Worker

# Of what a session may remember besides today, the part for teams that are lived to the end.
_FOR_FUTURES = 0.75
_QUARTER = 13


@dataclass(frozen=True, slots=True)
class _Point:
    """A team at the start of a card, and a digest of all that reached it before."""

    before: bytes
    checkpoint: Checkpoint

    @property
    def nbytes(self) -> int:
        return self.checkpoint.nbytes


@dataclass(frozen=True, slots=True)
class _Alias:
    """Under which rows a koers leaves a team."""

    rows: bytes
    nbytes: int = 0


@dataclass
class Done:
    """How much was lived, for who wants to see that no more was than had to be."""

    solved: int = 0  # run-ins of a team
    futures: int = 0  # of a team, by itself or side by side with the others
    weeks: int = 0  # of those
    resumed: int = 0  # of those futures, from the start of a card instead of from today


@dataclass
class Memory:
    """Futures of teams and their checkpoints, within a bound; threads share it."""

    ground: Ground
    done: Done = field(default_factory=Done)
    futures: Shelf[TeamLived | _Alias] = field(default_factory=lambda: Shelf(0))
    points: Shelf[_Point] = field(default_factory=lambda: Shelf(0))
    _weeks: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def nbytes(self) -> int:
        """Memory that is taken."""
        return self.futures.nbytes + self.points.nbytes

    def set_room(self, room: int) -> None:
        """How much there may be of all together."""
        self.futures.set_room(int(room * _FOR_FUTURES))
        self.points.set_room(int(room * (1.0 - _FOR_FUTURES)))

    def begin_turn(self) -> None:
        """A new move: what it does not use may go."""
        self.futures.begin_turn()
        self.points.begin_turn()

    def teams(
        self, worker: Worker, kept: KeptMember, plan: PlanLowered, stop: Stop
    ) -> list[TeamLived]:
        """Every team of a solved member under a koers, in the kernel's order. Raises: Stopped."""
        found = [self._known(kept, place, key) for place, key in enumerate(plan.keys)]
        missing = [place for place, team in enumerate(found) if team is None]
        if plan.pools and missing:
            return self._live_together(worker, kept, plan, stop)
        new: list[tuple[int, bytes, Tallied, TeamFold]] = []
        for place in missing:
            stop.check()
            levers = worker.levers(kept.basis, place, plan, kept.fits[place])
            rows = lever_rows(levers, plan)
            key = rows.whole
            self.futures.put((kept.member, place, plan.keys[place]), _Alias(key))
            found[place] = self._known(kept, place, plan.keys[place])
            if found[place] is None:
                tally = self._live(worker, kept, place, plan, levers, rows)
                fold = worker.fold(kept.basis, place, plan, kept.fits[place], levers)
                new.append((place, key, tally, fold))
        self._keep(kept, new, found)
        return [team for team in found if team is not None]

    def touch(self, kept: KeptMember, plan: PlanLowered) -> None:
        """Teams of this koers are those that a move leaves alone: they go last."""
        for place, key in enumerate(plan.keys):
            self._known(kept, place, key)

    def _keep(
        self,
        kept: KeptMember,
        new: Sequence[tuple[int, bytes, Tallied, TeamFold]],
        found: list[TeamLived | None],
    ) -> None:
        places = [place for place, _, _, _ in new]
        teams = told(
            [tally for _, _, tally, _ in new],
            [self.ground.teams[place] for place in places],
            [fold for _, _, _, fold in new],
        )
        for (place, key, _, _), team in zip(new, teams, strict=True):
            self.futures.put((kept.member, place, key), team)
            found[place] = team

    def _known(self, kept: KeptMember, place: int, key: bytes) -> TeamLived | None:
        value = self.futures.get((kept.member, place, key))
        if isinstance(value, _Alias):
            value = self.futures.get((kept.member, place, value.rows))
        return value if isinstance(value, TeamLived) else None

    def _live(
        self,
        worker: Worker,
        kept: KeptMember,
        place: int,
        plan: PlanLowered,
        levers: Records,
        rows: LeverRows,
    ) -> Tallied:
        """Live one team from the last point that it shares with what is known."""
        week, checkpoint = self._latest(kept, place, rows)
        frame, accounts = worker.frame, worker.accounts[place]
        take_up(checkpoint, frame, accounts, _quarters(week))
        self._count(rows.weeks - week, resumed=week > 0)
        for start in rows.starts:
            if start > week:
                worker.live(frame, kept.basis, place, plan, levers, week, start)
                week = start
                self._mark(kept, place, rows, week, taken(frame, accounts, _quarters(week)))
        worker.live(frame, kept.basis, place, plan, levers, week)
        return worker.tallied(place)

    def _latest(self, kept: KeptMember, place: int, rows: LeverRows) -> tuple[int, Checkpoint]:
        with self._lock:
            weeks = sorted(self._weeks.get((kept.member, place), ()), reverse=True)
        for week in weeks:
            point = self.points.get((kept.member, place, week))
            if point is None:
                with self._lock:
                    self._weeks[kept.member, place].discard(week)
            elif point.before == rows.until(week):
                return week, point.checkpoint
        return 0, kept.todays[place]

    def _mark(
        self, kept: KeptMember, place: int, rows: LeverRows, week: int, checkpoint: Checkpoint
    ) -> None:
        self.points.put((kept.member, place, week), _Point(rows.until(week), checkpoint))
        with self._lock:
            self._weeks.setdefault((kept.member, place), set()).add(week)

    def _live_together(
        self, worker: Worker, kept: KeptMember, plan: PlanLowered, stop: Stop
    ) -> list[TeamLived]:
        """All teams side by side from today on."""
        stop.check()
        frames = worker.side_by_side("frame")
        levers = []
        for place, fit in enumerate(kept.fits):
            take_up(kept.todays[place], frames[place : place + 1], worker.accounts[place], slice(0))
            levers.append(worker.levers(kept.basis, place, plan, fit))
        tallies = worker.live_together(frames, kept.basis, plan, levers)
        found: list[TeamLived | None] = [None] * len(tallies)
        new = []
        for place, tally in enumerate(tallies):
            self._count(self.ground.weeks, resumed=False)
            fold = worker.fold(kept.basis, place, plan, kept.fits[place], levers[place])
            new.append((place, plan.keys[place], tally, fold))
        self._keep(kept, new, found)
        return [team for team in found if team is not None]

    def count_solved(self, teams: int) -> None:
        """Run-ins of so many teams were solved."""
        with self._lock:
            self.done.solved += teams

    def _count(self, weeks: int, *, resumed: bool) -> None:
        with self._lock:
            self.done.futures += 1
            self.done.weeks += weeks
            self.done.resumed += int(resumed)


def _quarters(week: int) -> slice:
    """The quarters of the accounts that lie between today and a week."""
    return slice(RUN_IN_QUARTERS, RUN_IN_QUARTERS + week // _QUARTER)
