"""The money a town says it has: what it may spend every year, and what it set apart for once."""

from collections.abc import Sequence
from typing import Final, Literal

from pydantic import Field

from draagkracht.documents.document import Part
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DoubleName, EmptyValue

# Who may pay: the parties of plans/parties.py, a layer above this one; a test holds them together.
Payer = Literal[
    "municipality",
    "team",
    "provider",
    "partner",
    "housing_corporation",
    "health_insurer",
    "works_council",
    "residents",
]
MOST_EURO: Final = 1e10


class Budget(Part):
    """What a party spends today on the work of the teams, in euro a year at constant prices."""

    party: Payer
    euro_per_year: float = Field(ge=0, le=MOST_EURO)


class Reserve(Part):
    """Euros that a party set apart under a name, for costs that are made once."""

    name: str = Field(min_length=1)
    party: Payer
    euro: float = Field(gt=0, le=MOST_EURO)


def check_budgets(budgets: Sequence[Budget]) -> None:
    """Refuse two budgets of one party. Raises: DoubleName."""
    seen: set[Payer] = set()
    for number, row in enumerate(budgets, start=1):
        if row.party in seen:
            raise DoubleName(what="partij", name=row.party, place=f"budget {number}{STEP}party")
        seen.add(row.party)


def check_reserves(reserves: Sequence[Reserve]) -> None:
    """Refuse a blank name, and one name for two reserves. Raises: EmptyValue, DoubleName."""
    seen: set[str] = set()
    for number, row in enumerate(reserves, start=1):
        place = f"reserve {number} ({row.name}){STEP}name"
        if not row.name.strip():
            raise EmptyValue(place=place)
        if row.name in seen:
            raise DoubleName(what="reserve", name=row.name, place=place)
        seen.add(row.name)
