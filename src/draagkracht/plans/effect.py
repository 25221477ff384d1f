"""What a card does and costs: levers moved by figures, and hours or euros with who bears them."""

from collections.abc import Sequence
from typing import ClassVar, Final, Literal, get_args

from pydantic import Field

from draagkracht.documents.document import Part
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import Inconsistent, UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.model.levers import LEVER_NAMES
from draagkracht.plans.parties import Party

Operation = Literal["replace", "move_towards", "scale", "add"]
OPERATIONS: Final[tuple[Operation, ...]] = get_args(Operation)

CostUnit = Literal[
    "hour/week/team",
    "hour/week/fte",
    "hour/week/1000 resident",
    "hour/team",
    "hour/fte",
    "euro/year",
    "euro/fte/year",
    "euro/1000 resident/year",
    "euro",
    "euro/fte",
]
# What the figure of a cost is multiplied by.
Per = Literal["once", "fte", "1000 resident"]

MOST_MONTHS: Final = 240


class Ramp(Part):
    """When an effect comes, in months after its card starts.

    It grows in a straight line over `takes_months`. Without `lasts_months` it stays; with it, the
    lever is back where it was that many months after the effect began (a transition dip).
    """

    written: ClassVar[Literal["tables", "inline", "dotted"]] = "inline"
    starts_month: int = Field(ge=0, le=MOST_MONTHS)
    takes_months: int = Field(ge=0, le=MOST_MONTHS)
    lasts_months: int | None = Field(default=None, ge=1, le=MOST_MONTHS)


class Effect(Part):
    """One lever moved by one figure, never by code.

    replace: the figure takes the lever's place; move_towards: as replace, and it may follow
    another; scale: times the figure; add: plus the figure.
    """

    lever: str
    operation: Operation
    figure: str
    ramp: Ramp


class Cost(Part):
    """Hours or euros that a card asks, and of whom.

    A unit with `week` or `year` goes on as long as the card lies; the others are asked once. Hours
    are asked in each team, and those of the party `team` come out of the hours it has for
    residents; those of `residents` are what it asks of them. Euros are asked of the whole town.
    With `fte` or `1000 resident` a large team or town is asked for more than a small one.
    """

    unit: CostUnit
    figure: str
    party: Party

    @property
    def in_hours(self) -> bool:
        """Whether it asks hours, and not euros."""
        return self.unit.startswith("hour")

    @property
    def one_off(self) -> bool:
        """Whether it is asked once."""
        return not self.unit.endswith("/year") and "/week" not in self.unit

    @property
    def per(self) -> Per:
        """What the figure is multiplied by: the fte or residents it is for, or nothing."""
        if "1000 resident" in self.unit:
            return "1000 resident"
        return "fte" if "fte" in self.unit else "once"


def check_effects(effects: Sequence[Effect]) -> None:
    """Refuse unknown levers, a lever moved twice in one way, and a dip shorter than its ramp."""
    seen: set[tuple[str, str]] = set()
    for number, effect in enumerate(effects, start=1):
        place = f"effect {number} ({effect.figure})"
        if effect.lever not in LEVER_NAMES:
            raise UnknownName(
                what="knop",
                name=effect.lever,
                nearest=nearest(effect.lever, LEVER_NAMES),
                known=LEVER_NAMES,
                place=f"{place}{STEP}lever",
            )
        move = (effect.lever, effect.operation)
        if move in seen:
            raise Inconsistent(
                what=f'De knop "{effect.lever}" wordt hier twee keer op dezelfde manier bewogen.',
                remedy="Maak er één effect van.",
                place=place,
            )
        seen.add(move)
        lasts = effect.ramp.lasts_months
        if lasts is not None and lasts < effect.ramp.takes_months:
            raise Inconsistent(
                what="Het effect houdt op voordat het helemaal is ingegaan.",
                remedy="Maak lasts_months ten minste zo lang als takes_months.",
                place=f"{place}{STEP}ramp",
            )
