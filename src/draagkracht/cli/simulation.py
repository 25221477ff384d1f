"""The run behind a command: told how far it is, and refused in the user's own file names."""

from typing import TYPE_CHECKING, Final

import draagkracht as dk
from draagkracht.cli.inputs import Inputs
from draagkracht.cli.options import cores
from draagkracht.cli.progress import progress
from draagkracht.documents.errors import DraagkrachtError

if TYPE_CHECKING:
    from draagkracht import Outcome

_PREPARING: Final = "klaarzetten (alleen de eerste keer duurt dat tot een halve minuut)"


def simulate(
    inputs: Inputs, *, years: int, members: int, seed: int, threads: int | None, quiet: bool
) -> "Outcome":
    """Run the town with its koersen; on screen how far it is, unless `quiet`.

    Raises: what `draagkracht.run` raises, with the file where it stands.
    """
    with progress("Rekenen", preparing=_PREPARING, quiet=quiet) as advance:
        try:
            return dk.run(
                inputs.town,
                inputs.plans,
                scenario=inputs.scenario,
                years=years,
                members=members,
                seed=seed,
                threads=cores() if threads is None else threads,
                catalogue=inputs.catalogue,
                menu=inputs.menu,
                progress=advance,
            )
        except DraagkrachtError as error:
            file = inputs.file_of(error.place)
            raise error if file is None else error.in_file(file) from None
