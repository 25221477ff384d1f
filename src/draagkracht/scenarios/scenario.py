"""A scenario: figures of the world held at a point of their own spread, and shocks."""

from collections.abc import Sequence
from typing import Final

from pydantic import Field

from draagkracht.documents.document import Document, Part, Wording
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DoubleName, EmptyValue, Inconsistent, UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.scenarios.world import HOLDABLE, SHOCKABLE, WORLD

MOST_MONTHS: Final = 240


class Hold(Part):
    """A figure kept at one quantile of its own spread in every toekomst."""

    figure: str
    quantile: float = Field(ge=0.01, le=0.99)


class Shock(Part):
    """A figure times a factor, from one month on, for some months."""

    figure: str
    factor: float = Field(gt=0, le=10)
    starts_month: int = Field(ge=0, le=MOST_MONTHS)
    lasts_months: int = Field(ge=1, le=MOST_MONTHS)

    @property
    def starts_week(self) -> float:
        """First week of the shock, counted from the start of the run."""
        return self.starts_month * 13 / 3

    @property
    def ends_week(self) -> float:
        """Week in which the figure is back where it was."""
        return (self.starts_month + self.lasts_months) * 13 / 3


class Scenario(Document):
    """One world that every koers runs in; it never touches what parties decide on."""

    name: str = Field(min_length=1)
    label: Wording
    story: Wording
    holds: tuple[Hold, ...] = Field(alias="hold", default=())
    shocks: tuple[Shock, ...] = Field(alias="shock", default=())

    def check(self) -> None:
        """Refuse figures that are no world's to decide, one held twice, shocks that overlap."""
        if not self.name.strip():
            raise EmptyValue(place="name")
        for number, hold in enumerate(self.holds, start=1):
            place = f"hold {number} ({hold.figure}){STEP}figure"
            _check_figure(hold.figure, HOLDABLE, place)
            if hold.figure in [row.figure for row in self.holds[: number - 1]]:
                raise DoubleName(what="cijfer", name=hold.figure, place=place)
        for number, shock in enumerate(self.shocks, start=1):
            place = f"shock {number} ({shock.figure})"
            _check_figure(shock.figure, SHOCKABLE, f"{place}{STEP}figure")
            if any(_overlap(shock, other) for other in self.shocks[: number - 1]):
                raise Inconsistent(
                    what="Twee schokken van hetzelfde cijfer vallen over elkaar.",
                    remedy="Maak er één schok van, of zet ze na elkaar.",
                    place=place,
                )

    @property
    def figures(self) -> frozenset[str]:
        """Names of the figures that it holds or shocks."""
        return frozenset(row.figure for row in self.holds) | {row.figure for row in self.shocks}


def _overlap(one: Shock, other: Shock) -> bool:
    return (
        one.figure == other.figure
        and one.starts_month < other.starts_month + other.lasts_months
        and other.starts_month < one.starts_month + one.lasts_months
    )


def _check_figure(figure: str, allowed: Sequence[str], place: str) -> None:
    if figure in allowed:
        return
    if figure in WORLD:
        raise Inconsistent(
            what=f'Het cijfer "{figure}" kan een scenario niet op deze manier zetten.',
            remedy=f"Hier kan: {', '.join(allowed)}.",
            place=place,
        )
    raise UnknownName(
        what="cijfer waar de wereld over gaat",
        name=figure,
        nearest=nearest(figure, allowed),
        known=tuple(allowed),
        place=place,
    )
