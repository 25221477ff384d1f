"""The run behind a command: told how far it is, and refused in the user's own file names."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import draagkracht as dk
from draagkracht.cli.inputs import Inputs
from draagkracht.cli.options import cores
from draagkracht.cli.progress import progress
from draagkracht.documents.errors import DraagkrachtError

if TYPE_CHECKING:
    from draagkracht import Attribution, Outcome

PREPARING: Final = "klaarzetten (alleen de eerste keer duurt dat tot een halve minuut)"


def simulate(
    inputs: Inputs,
    *,
    years: int,
    members: int,
    seed: int,
    threads: int | None,
    quiet: bool,
    without: Sequence[str] = (),
) -> "Outcome":
    """Run the town with its koersen; on screen how far it is, unless `quiet`.

    Raises: what `draagkracht.run` raises, with the file where it stands.
    """
    with progress("Rekenen", preparing=PREPARING, quiet=quiet) as advance, in_files(inputs):
        return dk.run(
            inputs.town,
            inputs.plans,
            scenario=inputs.scenario,
            years=years,
            members=members,
            seed=seed,
            threads=cores() if threads is None else threads,
            without=without,
            catalogue=inputs.catalogue,
            menu=inputs.menu,
            progress=advance,
        )


def attributed(
    inputs: Inputs, *, years: int, members: int, seed: int, threads: int | None
) -> "Attribution":
    """As `simulate`, for the one koers there is and each of its elements alone."""
    with progress("Rekenen", preparing=PREPARING) as advance, in_files(inputs):
        return dk.attribute(
            inputs.town,
            inputs.plans[0],
            scenario=inputs.scenario,
            years=years,
            members=members,
            seed=seed,
            threads=cores() if threads is None else threads,
            catalogue=inputs.catalogue,
            menu=inputs.menu,
            progress=advance,
        )


@contextmanager
def in_files(inputs: Inputs) -> Iterator[None]:
    """What only the run could find wrong stands in one of the files that were read."""
    try:
        yield
    except DraagkrachtError as error:
        file = inputs.file_of(error.place)
        raise error if file is None else error.in_file(file) from None
