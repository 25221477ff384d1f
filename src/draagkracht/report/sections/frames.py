"""The eight frames: what the koers passes, in how many toekomsten, and why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from draagkracht.choice.frame import FrameJudged, Verdict
from draagkracht.language.sentences import listed, sentence_case
from draagkracht.report.amount import counted, out_of
from draagkracht.report.cell import Row
from draagkracht.report.material import Material
from draagkracht.report.measure_words import MEASURE_WORDS
from draagkracht.report.phrases import signed, signed_spread, spread, value
from draagkracht.simulation.estimate import Estimate

# A shape for each verdict, so that it is never colour alone.
VERDICT_MARKS: Final[Mapping[Verdict, str]] = MappingProxyType(
    {
        "haalt": "better",
        "haalt niet": "worse",
        "onbekend": "indistinct",
        "door mensen te beoordelen": "more",
    }
)
_UNCOUNTED: Final = "niet geteld"


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame as a page shows it; empty texts and a missing figure are left out."""

    label: str
    gate: bool
    verdict: str
    mark: str
    figure: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Frames:
    """The eight frames, or none: not tested; `scenarios` has the counts of every scenario."""

    summary: str
    frames: tuple[Frame, ...]
    scenario_heads: tuple[str, ...]
    scenarios: tuple[Row, ...]
    command: str


def frames_section(material: Material) -> Frames:
    """The frames as they were judged."""
    judged = material.frames or ()
    names = _scenarios(judged)
    return Frames(
        summary=summary_of(judged),
        frames=tuple(_frame(row) for row in judged),
        scenario_heads=("Kader", *(_spoken(name) for name in names)),
        scenarios=tuple(_row(row, names) for row in judged if row.by_scenario) if names else (),
        command=f"draagkracht frames GEMEENTE.toml --plan {material.plan.name}",
    )


def summary_of(judged: Sequence[FrameJudged]) -> str:
    """How many frames have each verdict; nothing when none was judged."""
    counts = [
        f"{number} {verdict}"
        for verdict in VERDICT_MARKS
        if (number := sum(row.verdict == verdict for row in judged))
    ]
    return f"Van de {counted(len(judged), 'kader', 'kaders')}: {listed(counts)}." if counts else ""


def _frame(row: FrameJudged) -> Frame:
    return Frame(
        label=row.label_nl,
        gate=row.gate,
        verdict=row.verdict,
        mark=VERDICT_MARKS[row.verdict],
        figure="" if row.figure is None else _figure(row.figure, row.scenario),
        reason=_spoken_in(row.reason, row.scenario),
        remedy=row.remedy,
    )


def _figure(figure: Estimate, scenario: str | None) -> str:
    """What the verdict turns on, in the scenario where it is least."""
    words = MEASURE_WORDS[figure.measure]
    where = "" if scenario is None else f" in het scenario {_spoken(scenario)}"
    if figure.difference:
        told = f"{signed(figure)}, in 8 van de 10 toekomsten {signed_spread(figure)}"
        return f"Verschil in {words.subject}{where}: {told}."
    told = f"{value(figure)}, in 8 van de 10 toekomsten {spread(figure)}"
    return f"{sentence_case(words.subject)}{where}: {told}."


def _spoken_in(text: str, scenario: str | None) -> str:
    """A sentence with the scenario as people say it."""
    return text if scenario is None else text.replace(scenario, _spoken(scenario))


def _scenarios(judged: Sequence[FrameJudged]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for row in judged for name in row.by_scenario))


def _row(row: FrameJudged, names: Sequence[str]) -> Row:
    of = row.of or 0
    cells = [
        out_of(row.by_scenario[name], of) if name in row.by_scenario else _UNCOUNTED
        for name in names
    ]
    return (row.label_nl, *cells)


def _spoken(name: str) -> str:
    return name.replace("_", " ").replace("+", " + ")
