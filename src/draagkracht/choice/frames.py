"""A koers held against the eight frames, in every scenario. Nothing is averaged or weighed."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from draagkracht.choice.bars import Bars, read_bars
from draagkracht.choice.benefit_frame import judge_benefit
from draagkracht.choice.benefit_seen import BenefitSeen, see_benefit
from draagkracht.choice.ceiling import over_ceiling
from draagkracht.choice.frame import FrameJudged, FrameName
from draagkracht.choice.judgement import BY_PEOPLE, Judgement
from draagkracht.choice.law_frame import judge_law
from draagkracht.choice.means_frame import MeansSeen, judge_means, see_means
from draagkracht.choice.money_frame import MoneySeen, judge_money, see_money
from draagkracht.choice.pressure_frame import (
    PressureSeen,
    judge_future,
    judge_pressure,
    see_pressure,
)
from draagkracht.choice.subject import Subject
from draagkracht.choice.technology_frame import (
    innovation_is_open,
    judge_innovative,
    judge_technology,
    technology_is_open,
)
from draagkracht.choice.worlds import in_worlds
from draagkracht.documents.digest import digest
from draagkracht.documents.errors import DoubleName, DraagkrachtError, Inconsistent
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.plans.effects import compose
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.plans.plan import Plan
from draagkracht.scenarios.bounds import check_bounds
from draagkracht.scenarios.reading import lawful_scenarios
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.record import Record
from draagkracht.simulation.run import Progress
from draagkracht.simulation.stop import NEVER, Stop
from draagkracht.simulation.warning import Warned
from draagkracht.town.town import Town


@dataclass(frozen=True)
class Seen:
    """What the frames need of one scenario; its outcome itself is let go."""

    record: Record
    warnings: tuple[Warned, ...]
    means: MeansSeen
    pressure: PressureSeen
    benefit: BenefitSeen
    money: MoneySeen


@dataclass(frozen=True)
class Frames:
    """Eight verdicts in their order, with the record of every scenario they rest on."""

    plan: str
    worked_example: bool
    bars: Bars
    frames: tuple[FrameJudged, ...]
    records: Mapping[str, Record]  # by scenario
    warnings: tuple[Warned, ...]
    judgement: str | None = None  # the digest of what people said

    def frame(self, name: FrameName) -> FrameJudged:
        """The verdict on one frame."""
        return {each.frame: each for each in self.frames}[name]

    @property
    def gates_open(self) -> bool:
        """Whether both gates are passed: nothing else makes up for one that is not."""
        return all(each.verdict == "haalt" for each in self.frames if each.gate)


def judge_frames(
    town: Town,
    plan: Plan,
    *,
    scenarios: Sequence[Scenario] | None = None,
    years: int = 8,
    members: int = 64,
    seed: int = 1,
    threads: int = 2,
    catalogue: Catalogue | None = None,
    menu: Menu | None = None,
    judgement: Judgement | None = None,
    progress: Progress | None = None,
    stop: Stop = NEVER,
) -> Frames:
    """Hold a koers against the eight frames, in each scenario apart.

    Without `scenarios` in all that are packaged and need no other law: on a law that is not there
    no town may count.
    `judgement` is what people said of it. `progress` is called with members done and members in
    all, over all scenarios. Options are those of `run`.

    Raises: Stopped, Inconsistent (also for a judgement that this koers does not ask), DoubleName,
    OutOfRange, TooMany, UnknownName.

    >>> import draagkracht as dk
    >>> world = [dk.read_scenario("trend")]
    >>> found = judge_frames(
    ...     dk.read_town("voorbeelddorp"),
    ...     dk.read_plan("twee_sporen"),
    ...     scenarios=world,
    ...     years=1,
    ...     members=16,
    ... )
    >>> [found.frame(name).verdict for name in ("compliant", "existing_technology")]
    ['onbekend', 'door mensen te beoordelen']
    """
    worlds = lawful_scenarios() if scenarios is None else tuple(scenarios)
    menu = read_menu() if menu is None else menu
    catalogue = read_catalogue() if catalogue is None else catalogue
    subject = Subject(town, plan, menu, catalogue, read_bars(catalogue), judgement)
    compose(plan, menu, teams=[team.name for team in town.teams])  # refuses what cannot go together
    check_worlds(worlds, catalogue)
    _check_judgement(subject)
    seen = []
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
    for number, (_, session) in enumerate(sessions):
        part = _part(progress, number, len(worlds))
        seen.append(see(session.run(plan, progress=part, stop=stop), subject))
    return judged(subject, seen)


def see(outcome: Outcome, subject: Subject) -> Seen:
    """What the frames need of the outcome of one scenario."""
    over = over_ceiling(outcome, subject.plan, subject.catalogue)
    return Seen(
        record=outcome.record,
        warnings=(*outcome.warnings, *((over,) if over is not None else ())),
        means=see_means(outcome, subject),
        pressure=see_pressure(outcome, subject),
        benefit=see_benefit(outcome, subject),
        money=see_money(outcome, subject),
    )


def judged(subject: Subject, seen: Sequence[Seen]) -> Frames:
    """The verdicts from what was seen in each scenario (at least one)."""
    pressure = [each.pressure for each in seen]
    frames = (
        judge_means(subject, [each.means for each in seen]),
        judge_pressure(subject, pressure),
        judge_future(subject, pressure),
        judge_innovative(subject),
        judge_benefit(subject, [each.benefit for each in seen]),
        judge_money(subject, [each.money for each in seen]),
        judge_technology(subject),
        judge_law(subject),
    )
    return Frames(
        plan=subject.plan.name,
        worked_example=subject.town.worked_example,
        bars=subject.bars,
        frames=frames,
        records=MappingProxyType({each.money.cheaper.scenario: each.record for each in seen}),
        warnings=_warnings(seen),
        judgement=None if subject.judgement is None else digest(subject.judgement),
    )


def check_worlds(worlds: Sequence[Scenario], catalogue: Catalogue) -> None:
    """Refuse no scenario at all, one twice, and one beyond its bounds."""
    if not worlds:
        raise Inconsistent(
            what="Er is geen scenario om de koers in te toetsen.",
            remedy="Noem er ten minste één.",
            place="scenarios",
        )
    seen: set[str] = set()
    for world in worlds:
        if world.name in seen:
            raise DoubleName(what="scenario", name=world.name)
        seen.add(world.name)
        try:
            check_bounds(world, catalogue)
        except DraagkrachtError as error:
            raise error.within(f"scenario {world.name}") from None


def _check_judgement(subject: Subject) -> None:
    """Refuse a judgement on another koers, and one where this koers leaves nothing to judge."""
    if subject.judgement is None:
        return
    subject.judgement.check_plan(subject.plan.name)
    is_open = {
        "innovative": innovation_is_open(subject),
        "existing_technology": technology_is_open(subject),
        "compliant": True,
    }
    for frame in BY_PEOPLE:
        if subject.judgement.on(frame) and not is_open[frame]:
            raise Inconsistent(
                what=f'Bij deze koers staat het kader "{frame}" al vast door wat er van de '
                "kaarten bekend is. Een oordeel van mensen verandert dat niet.",
                remedy=f'Haal het oordeel over "{frame}" weg.',
                place="judgement",
            )


def _part(progress: Progress | None, number: int, worlds: int) -> Callable[[int, int], None] | None:
    """Progress within one scenario, told as progress over all."""
    if progress is None:
        return None
    tell = progress
    return lambda done, total: tell(number * total + done, worlds * total)


def _warnings(seen: Sequence[Seen]) -> tuple[Warned, ...]:
    """Each sort of warning once: as it is where all scenarios say the same, else of the first."""
    by_code: dict[tuple[str, int], list[tuple[str, Warned]]] = {}
    for each in seen:
        met: Counter[str] = Counter()
        for warned in each.warnings:  # one code may be said of several koersen
            met[warned.code] += 1
            key = (warned.code, met[warned.code])
            by_code.setdefault(key, []).append((each.money.cheaper.scenario, warned))
    found = []
    for (code, _), rows in by_code.items():
        scenario, first = rows[0]
        names = {name for name, _ in rows}
        if len(names) == len(seen) and len({row.text for _, row in rows}) == 1:
            found.append(first)
        else:
            more = len(names) - 1
            others = f" Ook in {more} andere scenario’s is er zo’n waarschuwing." if more else ""
            found.append(Warned(code, f"Scenario {scenario}: {first.text}{others}"))
    return tuple(found)
