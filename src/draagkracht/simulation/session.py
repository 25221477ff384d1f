"""A town at the table: its members solved once, and every move recalculated where it can reach."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Lock
from types import MappingProxyType, TracebackType
from typing import Final, Self

from draagkracht.documents.errors import OutOfRange
from draagkracht.engine.arrays import FloatArray
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.plans.menu import Menu
from draagkracht.plans.plan import Plan
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.assembling import outcome_of
from draagkracht.simulation.ground import Ground, lay_ground
from draagkracht.simulation.kept_member import KeptMember, kept_member
from draagkracht.simulation.lowering import PlanLowered, with_carrying_on
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.plausibility import plausibility
from draagkracht.simulation.recalculation import Done, Memory
from draagkracht.simulation.run import Progress, check_size, lower_all
from draagkracht.simulation.run_in import Fit
from draagkracht.simulation.stop import NEVER, Stop
from draagkracht.simulation.strata import BLOCK
from draagkracht.simulation.tables import Tables, empty_tables, write_member
from draagkracht.simulation.worker import Worker
from draagkracht.town.town import Town

MEMORY: Final = 450_000_000  # bytes


class Session:
    """Answers one koers after another about the same town, each equal to what `run` gives.

    Run-ins are solved when they are first asked for, and kept. A koers is lived only for the teams
    it changes, from where it changes them. Threads may share a session: moves take turns.
    """

    def __init__(
        self,
        ground: Ground,
        *,
        members: int,
        threads: int,
        memory: int,
        fits: Mapping[int, tuple[Fit, ...]] = MappingProxyType({}),
    ) -> None:
        self._ground = ground
        self._members = members
        self._threads = threads
        self._memory = memory
        self._fits = fits  # by member, as far as another scenario has solved them
        self._known = Memory(ground)
        self._kept: dict[int, KeptMember] = {}
        self._base: _Written | None = None
        self._plausible: dict[int, FloatArray] = {}  # by how many members are asked
        self._turn = Lock()
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="draagkracht")
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for _ in range(min(threads, members)):
            self._idle.put(Worker(ground))

    @property
    def members(self) -> int:
        """The toekomsten of a full run."""
        return self._members

    @property
    def nbytes(self) -> int:
        """Memory of all that is kept: today of every member, futures, and carrying on."""
        base = 0 if self._base is None else self._base.nbytes
        return self._today() + self._known.nbytes + base

    @property
    def done(self) -> Done:
        """How many futures of a team were lived since the session was opened."""
        return self._known.done

    def sketch(self, plans: Plan | Sequence[Plan] = (), *, stop: Stop = NEVER) -> Outcome:
        """Run in the first eight toekomsten only. Raises: as `run`."""
        return self.run(plans, members=BLOCK, stop=stop)

    def run(
        self,
        plans: Plan | Sequence[Plan] = (),
        *,
        members: int | None = None,
        progress: Progress | None = None,
        stop: Stop = NEVER,
    ) -> Outcome:
        """The outcome that `draagkracht.run` gives for these koersen, to the last byte.

        `members` is a multiple of 8, by default all that the session has. `stop` may be set from
        another thread: within some milliseconds the run ends in `Stopped`, and the session can be
        used for the next.

        Raises: Stopped, OutOfRange, and what `draagkracht.run` raises for a koers.
        """
        asked = self._asked(plans)
        with self._turn:
            self._known.begin_turn()
            return self._run(asked, self._size(members), progress, stop)

    def refine(self, plans: Plan | Sequence[Plan] = (), *, stop: Stop = NEVER) -> Iterator[Outcome]:
        """The outcome in 8 toekomsten, then 16, 32 and on to all; nothing is lived twice.

        Raises: as `run`, at the step where it happens.
        """
        asked = self._asked(plans)
        size = BLOCK
        while True:
            with self._turn:
                if size == BLOCK:
                    self._known.begin_turn()
                outcome = self._run(asked, size, None, stop)
            yield outcome
            if size == self._members:
                return
            size = min(2 * size, self._members)

    def under(self, scenario: Scenario) -> "Session":
        """A new session of the same town in another scenario, with the run-ins found here.

        What a scenario changes comes after today, so a run-in that was solved in one world is
        that of all; its answers are those of `draagkracht.run`, to the last byte. Both sessions
        keep their own memory: close this one first where there is little.

        Raises: Inconsistent for a scenario beyond its bounds.
        """
        ground = self._ground
        other = lay_ground(
            ground.town,
            scenario=scenario,
            years=ground.years,
            members=self._members,
            seed=ground.seed,
            without=ground.without,
            catalogue=ground.catalogue,
            menu=ground.menu,
        )
        return Session(
            other,
            members=self._members,
            threads=self._threads,
            memory=self._memory,
            fits=self._found(),
        )

    def close(self) -> None:
        """Let go of everything. A run that goes on in another thread ends first."""
        with self._turn:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._fits = self._found()
            self._kept.clear()
            self._known = Memory(self._ground)
            self._base = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.close()

    def _found(self) -> dict[int, tuple[Fit, ...]]:
        """The fits of every member that was solved, here or before."""
        solved = {number: tuple(kept.fits) for number, kept in self._kept.items() if kept.solved}
        return {**self._fits, **solved}

    def _asked(self, plans: Plan | Sequence[Plan]) -> "_Asked":
        given = (plans,) if isinstance(plans, Plan) else plans
        koersen = with_carrying_on(given, self._ground.menu)
        lowered = lower_all(koersen, self._ground)
        return _Asked(koersen, lowered, [self._blank(plan) for plan in lowered[1:]])

    def _blank(self, plan: PlanLowered) -> "_Written":
        ground = self._ground
        return _Written(plan, empty_tables(ground.places, ground.quarters, self._members))

    def _size(self, members: int | None) -> int:
        size = self._members if members is None else members
        check_size(years=self._ground.years, members=size)
        if size > self._members:
            raise OutOfRange(value=size, low=BLOCK, high=self._members, place="members")
        return size

    def _run(self, asked: "_Asked", members: int, progress: Progress | None, stop: Stop) -> Outcome:
        base = asked.lowered[0]
        if self._base is None or not self._base.is_of(base):
            self._base = self._blank(base)
        written = [self._base, *asked.written]
        self._all(written, members, progress, stop)
        stop.check()
        fits = [tuple(self._kept[member].fits) for member in range(members)]
        tables = {each.plan.name: each.tables.shown(members) for each in written}
        if members not in self._plausible:
            self._plausible[members] = plausibility(fits, self._ground.catalogue)
        plausible = self._plausible[members]
        return outcome_of(self._ground, asked.koersen, asked.lowered, tables, fits, plausible)

    def _all(
        self, written: "list[_Written]", members: int, progress: Progress | None, stop: Stop
    ) -> None:
        """Write every member that is not yet; when one of them fails the others stop too."""
        halt = Stop(within=stop)

        def one(member: int) -> None:
            halt.check()
            worker = self._idle.get()
            try:
                self._live(worker, member, written, halt)
            finally:
                self._idle.put(worker)

        tasks = [self._pool.submit(one, member) for member in range(members)]
        try:
            for done, task in enumerate(tasks, start=1):
                task.result()
                if progress is not None:
                    progress(done, members)
        except BaseException as error:
            halt.set()
            for task in tasks:
                task.cancel()
            # After an interrupt no one waits for the compiler that a thread may be at.
            if isinstance(error, Exception):
                wait(tasks)
            raise

    def _live(self, worker: Worker, member: int, written: "list[_Written]", stop: Stop) -> None:
        ground = self._ground
        kept = self._solved(worker, member, stop)
        for each in written:
            if member in each.members:
                self._known.touch(kept, each.plan)
                continue
            teams = self._known.teams(worker, kept, each.plan, stop)
            write_member(
                each.tables,
                member,
                each.plan,
                teams,
                ground.places,
                ground.formation,
                kept.basis.values,
                worker.town_desk,
            )
            each.members.add(member)

    def _solved(self, worker: Worker, member: int, stop: Stop) -> KeptMember:
        """A member with all its run-ins; what is remembered besides makes room for it."""
        kept = self._kept.get(member)
        if kept is None:
            known = self._fits.get(member, ())
            kept = self._kept.setdefault(member, kept_member(self._ground, member, known))
        before = len(kept.fits)
        try:
            if kept.solve(worker, len(self._ground.layout.teams), stop):
                self._known.set_room(self._memory - self._expected())
        finally:
            self._known.count_solved(len(kept.fits) - before)
        return kept

    def _today(self) -> int:
        return sum(kept.nbytes for kept in list(self._kept.values()))

    def _expected(self) -> int:
        """What today and carrying on will take when every member is solved."""
        solved = [kept.nbytes for kept in list(self._kept.values()) if kept.solved]
        base = 0 if self._base is None else self._base.tables.nbytes
        return sum(solved) * self._members // max(1, len(solved)) + base


@dataclass
class _Written:
    """The tables of a koers, and which members stand in them."""

    plan: PlanLowered
    tables: Tables
    members: set[int] = field(default_factory=set)

    def is_of(self, plan: PlanLowered) -> bool:
        """Whether another koers of the same name would write the same."""
        return self.plan.keys == plan.keys and self.plan.euros == plan.euros

    @property
    def nbytes(self) -> int:
        """Memory of the members that are written."""
        return self.tables.nbytes * len(self.members) // max(1, len(self.tables.folds))


@dataclass(frozen=True)
class _Asked:
    """Koersen of one move, the first carrying on; where the others are written."""

    koersen: tuple[Plan, ...]
    lowered: tuple[PlanLowered, ...]
    written: list[_Written]


def open_session(
    town: Town,
    *,
    scenario: Scenario | None = None,
    years: int = 8,
    members: int = 64,
    seed: int = 1,
    threads: int = 2,
    without: Sequence[str] = (),
    catalogue: Catalogue | None = None,
    menu: Menu | None = None,
    memory: int = MEMORY,
) -> Session:
    """A session in which koersen for one town are run one after another; options as for `run`.

    `memory` bounds what is kept, in bytes: today of every member always is, and what was lived as
    far as there is room. Outcomes never depend on it.

    Raises: OutOfRange, Inconsistent, TooMany, UnknownName.

    >>> import draagkracht as dk
    >>> with dk.open_session(dk.read_town("voorbeelddorp"), years=1, members=16) as session:
    ...     outcome = session.sketch(dk.read_plan("twee_sporen"))
    >>> outcome.plans, outcome.members
    (('doorgaan_zoals_nu', 'twee_sporen'), 8)
    """
    check_size(years=years, members=members, threads=threads)
    ground = lay_ground(
        town,
        scenario=scenario,
        years=years,
        members=members,
        seed=seed,
        without=without,
        catalogue=catalogue,
        menu=menu,
    )
    return Session(ground, members=members, threads=threads, memory=memory)
