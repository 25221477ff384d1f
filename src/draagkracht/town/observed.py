"""What a town, or else typical practice, says of one figure: a closed list of figures."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from pydantic import Field

from draagkracht.documents.document import Part

ObservedFigure = Literal[
    "requests_per_year",
    "open_cases",
    "waiting_list",
    "waiting_time",
    "closed_per_year",
    "given_up_per_year",
    "fte",
    "vacancies",
    "absence",
    "administration_share",
    "tasks_undone",
    "residents",
    "vulnerable_share",
]
OBSERVED_FIGURES: Final[tuple[ObservedFigure, ...]] = get_args(ObservedFigure)

# With these five of its own a town is no longer a worked example.
FIVE: Final[tuple[ObservedFigure, ...]] = (
    "residents",
    "fte",
    "requests_per_year",
    "open_cases",
    "waiting_list",
)


@dataclass(frozen=True, slots=True)
class ObservedScale:
    """Unit of an observed figure, its highest value, and whether teams add up to the town."""

    label_nl: str
    unit: str
    high: float
    adds_up: bool


def _count(label_nl: str, unit: str) -> ObservedScale:
    return ObservedScale(label_nl, unit, 1e7, adds_up=True)


def _share(label_nl: str, high: float = 1.0) -> ObservedScale:
    return ObservedScale(label_nl, "share", high, adds_up=False)


OBSERVED_SCALES: Final[Mapping[ObservedFigure, ObservedScale]] = MappingProxyType(
    {
        "requests_per_year": _count("Vragen per jaar", "1/year"),
        "open_cases": _count("Open zaken", "case"),
        "waiting_list": _count("Wachtende huishoudens", "household"),
        "waiting_time": ObservedScale("Wachttijd", "week", 520.0, adds_up=False),
        "closed_per_year": _count("Afgesloten zaken per jaar", "1/year"),
        "given_up_per_year": _count("Afhakers per jaar", "1/year"),
        "fte": _count("Formatie", "fte"),
        "vacancies": _share("Aandeel van de formatie dat vacature is"),
        "absence": _share("Ziekteverzuim"),
        # More than this would leave no hours for residents beside meetings and prevention.
        "administration_share": _share("Aandeel werktijd aan registratie", 0.7),
        "tasks_undone": _share("Aandeel taken dat blijft liggen"),
        "residents": _count("Inwoners", "person"),
        "vulnerable_share": _share("Aandeel kwetsbare huishoudens"),
    }
)


class Observed(Part):
    """One figure of a team or, without `team`, of the whole town, at a date.

    `kind` says whose figure it is: `own` of this town, or `typical` of teams elsewhere. `system`
    is the registration it was read from; without one it counts as an estimate. `error` is the
    relative error (sd); left out, it is the figure that `error_figure` names.
    """

    figure: ObservedFigure
    team: str | None = None
    value: float = Field(ge=0)
    date: dt.date
    kind: Literal["own", "typical"]
    system: str | None = Field(default=None, min_length=1)
    error: float | None = Field(default=None, gt=0, le=2)

    @property
    def error_figure(self) -> str:
        """Name of the figure that holds the relative error when the row gives none."""
        from_system = self.kind == "own" and self.system is not None
        return "observed.error_system" if from_system else "observed.error_estimate"
