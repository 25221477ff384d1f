"""The one compiled entry: let a team of one member live through a span of weeks."""

from draagkracht.engine.arrays import Records
from draagkracht.engine.compiled import compiled
from draagkracht.model.beginning import Beginning, begin
from draagkracht.model.ledger import Accounts
from draagkracht.model.week import Course, live


def _advance(
    frame: Records,
    course: Course,
    accounts: Accounts,
    beginning: Beginning,
    first: int,
    last: int,
) -> None:
    """Live from the start of week `first` to that of week `last`; week 0 begins the run-in.

    `frame` is one record of state.FRAME; quarters that end are entered in `accounts`.
    """
    team = frame[0]
    if first == 0:
        begin(team, beginning)
    live(team, course, accounts, first, last)


advance = compiled(_advance)
