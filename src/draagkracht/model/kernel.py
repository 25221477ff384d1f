"""The one compiled entry: let teams of one member live through a span of weeks."""

from draagkracht.engine.arrays import Records
from draagkracht.engine.compiled import compiled
from draagkracht.model.beginning import Beginning, begin
from draagkracht.model.ledger import Accounts
from draagkracht.model.week import Course, live


def _advance(
    frames: Records,
    course: Course,
    accounts: Accounts,
    beginning: Beginning,
    first: int,
    last: int,
) -> None:
    """Live from the start of week `first` to that of week `last`; week 0 begins the run-in.

    `frames` are records of state.FRAME, one a team: teams that pool hours live side by side, any
    other by itself. A run-in is always of one team. Quarters that end are entered in `accounts`.
    """
    if first == 0:
        begin(frames[0], beginning)
    live(frames, course, accounts, first, last)


advance = compiled(_advance)
