"""Koersen against scenarios: what each changes in each world, all in the same toekomsten."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from draagkracht.choice.bars import read_bars
from draagkracht.choice.ceiling import over_ceiling
from draagkracht.choice.frames import check_worlds, judged, see
from draagkracht.choice.koers_cell import KoersCell, Told
from draagkracht.choice.koers_table import KoersTable
from draagkracht.choice.spans import SPANS, estimated, values_over
from draagkracht.choice.subject import Subject
from draagkracht.choice.worlds import in_worlds
from draagkracht.documents.digest import digest
from draagkracht.documents.errors import UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.model.measures import MEASURES
from draagkracht.plans.effects import compose
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.plans.plan import Plan
from draagkracht.scenarios.reading import packaged_scenarios
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.lowering import with_carrying_on
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.record import Record
from draagkracht.simulation.run import Progress
from draagkracht.simulation.warning import Warned
from draagkracht.town.town import Town

# Waiting never stands without giving up, and a team's hours never without those of residents.
COMPARED: Final = (
    "pressure",
    "waiting_time",
    "given_up",
    "crisis_requests",
    "vulnerable_households",
    "hours_balance",
    "costs",
    "euro_balance",
    "resident_hours_asked",
)


def compare_koersen(
    town: Town,
    plans: Sequence[Plan],
    *,
    scenarios: Sequence[Scenario] | None = None,
    more: Sequence[str] = (),
    years: int = 8,
    members: int = 64,
    seed: int = 1,
    threads: int = 2,
    catalogue: Catalogue | None = None,
    menu: Menu | None = None,
    progress: Progress | None = None,
) -> KoersTable:
    """Every koers in every scenario (default: all packaged ones), carrying on among the koersen.

    Each cell has the level of every measure and its difference with carrying on in the same
    scenario, toekomst by toekomst, over the horizon and in the last year; `more` names measures
    besides `COMPARED`. It also has the eight frames, each judged in that scenario alone. One
    scenario is lived at a time and one koers in it, so that memory does not grow with the table.
    `progress` counts toekomsten over all cells.

    Raises: what `draagkracht.run` raises; DoubleName for a scenario twice, UnknownName for a
    measure.

    >>> import draagkracht as dk
    >>> table = compare_koersen(
    ...     dk.read_town("voorbeelddorp"),
    ...     [dk.read_plan("doorgaan_zoals_nu")],
    ...     scenarios=[dk.read_scenario("trend")],
    ...     years=1,
    ...     members=8,
    ... )
    >>> [(cell.koers, cell.scenario) for cell in table.cells]
    [('doorgaan_zoals_nu', 'trend')]
    """
    menu = read_menu() if menu is None else menu
    catalogue = read_catalogue() if catalogue is None else catalogue
    worlds = packaged_scenarios() if scenarios is None else tuple(scenarios)
    measures = tuple(dict.fromkeys((*COMPARED, *more)))
    check_worlds(worlds, catalogue)
    _check(measures)
    for plan in plans:  # refused before anything is computed
        compose(plan, menu, teams=[team.name for team in town.teams])
    koersen = with_carrying_on(plans, menu)
    subjects = [
        Subject(town, koers, menu, catalogue, read_bars(catalogue), None) for koers in koersen
    ]
    lived = _Lived(subjects, measures)
    counted = _counter(progress, len(worlds) * len(koersen), members)
    sessions = in_worlds(
        town,
        worlds,
        years=years,
        members=members,
        seed=seed,
        threads=threads,
        catalogue=catalogue,
        menu=menu,
    )
    for world, session in sessions:
        for koers in koersen:
            asked = (koersen[0], koers) if koers is not koersen[0] else (koers,)
            lived.take(session.run(asked, progress=counted()), koers, world)
    return lived.table(worlds)


def _check(measures: Sequence[str]) -> None:
    for measure in measures:
        if measure not in MEASURES:
            close = nearest(measure, MEASURES)
            raise UnknownName(what="maat", name=measure, nearest=close, known=tuple(MEASURES))


def _counter(progress: Progress | None, runs: int, members: int) -> Callable[[], Progress | None]:
    """For each run in turn: progress that goes on where the run before it ended."""
    begun = iter(range(runs))

    def following() -> Progress | None:
        if progress is None:
            return None
        before = next(begun) * members
        return lambda done, _all: progress(before + done, runs * members)

    return following


class _Lived:
    """What is kept of the outcomes that went by."""

    def __init__(self, subjects: Sequence[Subject], measures: tuple[str, ...]) -> None:
        self._subjects = {subject.plan.name: subject for subject in subjects}
        self._measures = measures
        self._cells: list[KoersCell] = []
        self._records: dict[str, Record] = {}
        self._warned: dict[tuple[str, str, str], list[tuple[str, Warned]]] = {}
        self._example = False

    def take(self, outcome: Outcome, koers: Plan, world: Scenario) -> None:
        """One cell, and what to beware of in it."""
        subject = self._subjects[koers.name]
        self._cells.append(
            KoersCell(
                koers=koers.name,
                scenario=world.name,
                told=tuple(self._told(outcome, koers.name)),
                weights=outcome.weights,
                frames=judged(subject, [see(outcome, subject)]).frames,
            )
        )
        self._records.setdefault(world.name, outcome.record)
        self._example = outcome.worked_example
        over = over_ceiling(outcome, koers, subject.catalogue)
        for warned in (*outcome.warnings, *((over,) if over is not None else ())):
            # How many estimates of a run do not exist says nothing of those that stand here.
            if warned.code != "left_out":
                said = re.sub(r"\b[0-9][0-9.,]*", "", warned.text.replace(f'"{koers.name}"', ""))
                same = (warned.code, koers.name if koers.name in warned.text else "", said)
                self._warned.setdefault(same, []).append((world.label.nl, warned))

    def _told(self, outcome: Outcome, plan: str) -> Iterator[Told]:
        for measure in self._measures:
            for span in SPANS:
                values = values_over(outcome, measure, plan=plan, span=span)
                base = values_over(outcome, measure, plan=outcome.carrying_on, span=span)
                level, difference = (
                    estimated(
                        each,
                        outcome.weights,
                        measure=measure,
                        plan=plan,
                        difference=against,
                    )
                    for each, against in ((values, False), (values - base, True))
                )
                yield Told(measure, span, values, level, difference)

    def table(self, worlds: Sequence[Scenario]) -> KoersTable:
        """Everything that was lived."""
        koersen = tuple(subject.plan for subject in self._subjects.values())
        digests = tuple(digest(plan) for plan in koersen)
        return KoersTable(
            koersen=koersen,
            scenarios=tuple(worlds),
            measures=self._measures,
            cells=tuple(self._cells),
            records=tuple(replace(self._records[world.name], plan=digests) for world in worlds),
            worked_example=self._example,
            warnings=tuple(self._warnings(len(worlds))),
        )

    def _warnings(self, worlds: int) -> Iterator[Warned]:
        """Each warning once; with its scenarios when it does not hold in all of them."""
        for found in self._warned.values():
            labels = list(dict.fromkeys(label for label, _ in found))
            first = found[0][1]
            if len(labels) == worlds:
                yield first
            else:
                yield Warned(first.code, f"{first.text} (Scenario: {', '.join(labels)}.)")
        absent = sum(told.level is None for cell in self._cells for told in cell.told)
        if absent:
            yield Warned(
                "left_out",
                f"{absent} uitkomsten in deze tabel bestaan niet (te weinig vragen) en zijn "
                "weggelaten.",
            )
