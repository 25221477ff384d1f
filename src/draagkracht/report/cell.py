"""What a cell of a table may hold: words, or a number with all that belongs to it."""

from draagkracht.report.amount import Amount
from draagkracht.report.comparison import Comparison
from draagkracht.simulation.estimate import Estimate

# None: the estimate does not exist there.
Cell = str | Amount | Estimate | Comparison | None
Row = tuple[Cell, ...]
