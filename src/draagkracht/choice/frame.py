"""The eight frames a koers is held against, and what is said of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, get_args

from draagkracht.simulation.estimate import Estimate

FrameName = Literal[
    "no_extra_means",
    "less_pressure",
    "future_proof",
    "innovative",
    "benefit",
    "less_money",
    "existing_technology",
    "compliant",
]
Verdict = Literal["haalt", "haalt niet", "onbekend", "door mensen te beoordelen"]
FRAME_NAMES: Final[tuple[FrameName, ...]] = get_args(FrameName)

LABELS_NL: Final[Mapping[FrameName, str]] = MappingProxyType(
    {
        "no_extra_means": "Zonder extra middelen",
        "less_pressure": "Minder druk op organisatie en medewerkers",
        "future_proof": "Realistisch en toekomstbestendig",
        "innovative": "Vernieuwend voor de sector",
        "benefit": "Aantoonbaar voordeel voor kwetsbare inwoners",
        "less_money": "Minder geld nodig",
        "existing_technology": "Bestaande technologie",
        "compliant": "Binnen wet en regels",
    }
)
# A gate that closes is not made up for by any other frame.
GATES: Final[tuple[FrameName, ...]] = ("no_extra_means", "compliant")


@dataclass(frozen=True)
class FrameJudged:
    """The verdict on one frame, and why.

    `passes` of `of` toekomsten make it in the scenario where fewest do; both None where nothing
    is counted. `by_scenario` has the counts of all. `figure` is what it turns on, where that is
    an estimate. `reason` and `remedy` are Dutch sentences: why so, and what would make it pass
    (empty where it passes).
    """

    frame: FrameName
    verdict: Verdict
    reason: str
    remedy: str
    passes: int | None = None
    of: int | None = None
    scenario: str | None = None
    by_scenario: Mapping[str, int] = field(default_factory=dict)
    figure: Estimate | None = None

    @property
    def label_nl(self) -> str:
        """The frame in the words of the founding documents."""
        return LABELS_NL[self.frame]

    @property
    def gate(self) -> bool:
        """Whether nothing makes up for it."""
        return self.frame in GATES

    def as_json(self) -> dict[str, object]:
        """Fields as the formats page names them; what does not exist is left out."""
        fields: dict[str, object] = {"frame": self.frame, "verdict": self.verdict}
        if self.passes is not None:
            fields |= {"passes": self.passes, "of": self.of, "scenario": self.scenario}
            fields["by_scenario"] = dict(self.by_scenario)
        if self.figure is not None:
            fields["figure"] = self.figure.as_json()
        return {**fields, "reason": self.reason, "remedy": self.remedy}
