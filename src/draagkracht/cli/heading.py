"""The first and the last line of an answer: what it is about, and how to get it again."""

from typing import TYPE_CHECKING, Protocol

from draagkracht.cli.inputs import Inputs
from draagkracht.language.dates import dutch_date

if TYPE_CHECKING:
    from draagkracht.simulation.record import Record


class Recorded(Protocol):
    """Anything that says what it was made of."""

    @property
    def record(self) -> "Record": ...


_SHORT = 12


def heading(inputs: Inputs, years: int) -> str:
    """The town, from when, how long, and in which scenario."""
    begun = dutch_date(inputs.town.start)
    law = " (vraagt een andere wet)" if inputs.scenario.legal else ""
    world = f"scenario {inputs.scenario.label.nl}{law}"
    return f"{inputs.town.name}: {years} jaar vanaf {begun}, {world}"


def record_line(outcome: Recorded) -> str:
    """What anyone needs to get these same numbers again; digests shortened."""
    record = outcome.record
    return (
        f"{record.members} toekomsten · seed {record.seed} · draagkracht {record.library} · "
        f"gemeente {record.town[:_SHORT]} · cijfers {record.catalogue[:_SHORT]}"
    )
