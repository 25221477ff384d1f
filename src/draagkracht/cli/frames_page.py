"""Eight verdicts on a screen of 80 columns: all at a glance, then each with its reason."""

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from draagkracht.cli.marks import marks
from draagkracht.cli.sheet import printable
from draagkracht.language.dates import dutch_date
from draagkracht.language.numbers import dutch_share

if TYPE_CHECKING:
    from draagkracht import Frames, Plan, Town
    from draagkracht.choice.frame import FrameJudged

WIDTH: Final = 80
_GATE: Final = "*"
_MARKS: Final = {
    "haalt": "+",
    "haalt niet": "−",
    "onbekend": "?",
    "door mensen te beoordelen": "○",
}
_SHORT: Final = 12


def frames_page(found: "Frames", town: "Town", plan: "Plan", *, years: int) -> Iterator[str]:
    """The page, line by line."""
    first = next(iter(found.records.values()))
    begun = dutch_date(town.start)
    yield from _wrapped(f"{plan.label.nl} · {town.name}: {years} jaar vanaf {begun}")
    yield from _wrapped(f"Scenario’s: {', '.join(found.records)}")
    for warned in marks(found):
        yield from _wrapped(warned.text, first="- ", rest="  ")
    yield ""
    yield from _glance(found)
    yield ""
    share = dutch_share(found.bars.pass_share)
    yield from _wrapped(
        f"{_GATE} Een poort: wat hier niet past, maakt geen ander kader goed. Waar toekomsten "
        f"tellen, ligt de grens op {share} in elk scenario (een aanname). Er wordt niets "
        "gemiddeld of gewogen."
    )
    for number, judged in enumerate(found.frames, start=1):
        yield ""
        yield from _told(number, judged)
    yield ""
    yield from _wrapped(
        f"{first.members} toekomsten in elk scenario · seed {first.seed} · draagkracht "
        f"{first.library} · gemeente {first.town[:_SHORT]} · cijfers {first.catalogue[:_SHORT]}"
    )


def _glance(found: "Frames") -> Iterator[str]:
    """One line a frame: its name, its verdict, and in how many toekomsten where fewest."""
    labels = [f"{each.label_nl}{f' {_GATE}' if each.gate else ''}" for each in found.frames]
    widest = max(len(label) for label in labels)
    for judged, label in zip(found.frames, labels, strict=True):
        counted = "" if judged.passes is None else f"  {judged.passes}/{judged.of}"
        yield f"{_MARKS[judged.verdict]} {label:<{widest}}  {judged.verdict}{counted}"


def _told(number: int, judged: "FrameJudged") -> Iterator[str]:
    yield f"{number}. {judged.label_nl}: {judged.verdict}"
    yield from _wrapped(f"Waarom: {judged.reason}", first="   ")
    if len(judged.by_scenario) > 1:
        counts = " · ".join(f"{name} {count}" for name, count in judged.by_scenario.items())
        yield from _wrapped(f"Toekomsten per scenario: {counts}.", first="   ")
    if judged.remedy:
        yield from _wrapped(f"Wat helpt: {judged.remedy}", first="   ")


def _wrapped(text: str, *, first: str = "", rest: str | None = None) -> list[str]:
    indent = first if rest is None else rest
    return wrap(printable(text), WIDTH, initial_indent=first, subsequent_indent=indent)
