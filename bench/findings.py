"""What was measured, what it should be, and how both are written down."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

IDLE: Final = 0.5  # load below which a machine may be called idle
BUSY: Final = (
    "**The machine was doing other things as well: these figures are no more than a trial.**"
)


class Disagreement(Exception):
    """Two engines do not tell the same story: then no ratio of theirs means anything."""


@dataclass(frozen=True)
class Target:
    """A bound of the design, and what was found; `worst` is the round that is worst for us."""

    what: str
    worst: float
    must: float
    aim: float
    unit: str
    more_is_better: bool = True

    @property
    def verdict(self) -> str:
        """In words."""
        if self._reaches(self.aim):
            return "reaches the aim"
        if self._reaches(self.must):
            return f"reaches what it must; {self._short_of(self.aim)} short of the aim"
        return f"MISSES what it must by {self._short_of(self.must)}"

    def _reaches(self, bound: float) -> bool:
        return self.worst >= bound if self.more_is_better else self.worst <= bound

    def _short_of(self, bound: float) -> str:
        return f"{abs(self.worst / bound - 1.0):.0%}"

    def row(self) -> str:
        """A row of a table."""
        sign = "≥" if self.more_is_better else "≤"
        unit = self.unit
        return (
            f"| {self.what} | {sign} {self.must:g}{unit} | {sign} {self.aim:g}{unit} "
            f"| {self.worst:.3g}{unit} | {self.verdict} |"
        )


@dataclass
class Part:
    """A chapter of the results."""

    title: str
    lines: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)

    def say(self, *lines: str) -> None:
        """Write down, and show at once."""
        self.lines.extend(lines)
        print(*lines, sep="\n", flush=True)


def spread(values: Sequence[float], digits: int = 3) -> str:
    """Median, and from least to most.

    >>> spread([3.0, 1.0, 2.0])
    '2 (1 to 3)'
    """
    middle, least, most = statistics.median(values), min(values), max(values)
    return f"{middle:.{digits}g} ({least:.{digits}g} to {most:.{digits}g})"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table of Markdown."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return [*lines, *("| " + " | ".join(row) + " |" for row in rows), ""]


def write(path: Path, date: str, facts: Mapping[str, str], parts: Sequence[Part]) -> None:
    """All of it, as a page."""
    versions = {name: value for part in parts for name, value in part.versions.items()}
    lines = [
        "# Results",
        "",
        f"Measured on {date} by script/bench, which writes this page; bench/README.md tells how.",
        "A ratio is of two engines in the same round; what is cited elsewhere is its lower end.",
        "",
        *([BUSY, ""] if float(facts["load at the start"].split()[0]) > IDLE else []),
        *table(("", ""), [*facts.items(), *versions.items()]),
        *verdicts(parts),
    ]
    for part in parts:
        lines += [f"## {part.title}", "", *part.lines]
        lines += ["<details><summary>Raw rounds</summary>", "", *part.raw, "</details>", ""]
    path.write_text("\n".join(lines).rstrip() + "\n")


def verdicts(parts: Sequence[Part]) -> list[str]:
    """Which targets are met, judged by the worst round."""
    targets = [target for part in parts for target in part.targets]
    if not targets:
        return []
    heads = ["| target | must | aim | worst round | |", "|---|---|---|---|---|"]
    return ["## Targets", "", *heads, *(target.row() for target in targets), ""]
