"""What a table of koersen by scenarios is made from, read and checked before it begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from draagkracht.cli.inputs import Inputs, read_inputs, read_worlds
from draagkracht.documents.errors import DraagkrachtError
from draagkracht.scenarios.bounds import check_bounds
from draagkracht.scenarios.reading import packaged_scenarios
from draagkracht.scenarios.scenario import Scenario
from draagkracht.town.packaged import packaged_documents


@dataclass(frozen=True)
class TableInputs:
    """A town with its koersen, and scenarios that stay apart: each koers is run in each of them."""

    inputs: Inputs
    scenarios: tuple[Scenario, ...]


def read_table_inputs(
    town: str,
    plans: Sequence[str],
    *,
    scenarios: Sequence[str] | None = None,
    cards: Path | None = None,
) -> TableInputs:
    """As `read_inputs`, for scenarios that are no one world together.

    Without koersen, and without scenarios, all that are packaged are meant.

    Raises: a `DraagkrachtError` with the file that must change.

    >>> found = read_table_inputs("voorbeelddorp", ["twee_sporen"], scenarios=["trend", "rustig"])
    >>> [world.name for world in found.scenarios]
    ['trend', 'rustig']
    """
    inputs = read_inputs(town, plans or list(packaged_documents("koersen")), cards=cards)
    if not scenarios:
        return TableInputs(inputs, packaged_scenarios())
    worlds = read_worlds(scenarios)
    for name, world in zip(scenarios, worlds, strict=True):
        try:
            check_bounds(world, inputs.catalogue)
        except DraagkrachtError as error:
            raise error.in_file(name) from None
    return TableInputs(inputs, worlds)
