"""How a table's width is shared out: long texts get more of it, and no column too little."""

from math import sqrt
from typing import Final

from draagkracht.report.block import Table, words_of

_LEAST: Final = 0.6  # of an even share
_MOST: Final = 2.2


def column_shares(table: Table) -> tuple[int, ...]:
    """The part of the width for each column, in thousandths; together about a thousand.

    By the root of the letters that its fullest cell holds and of its longest word: a text four
    times as long gets a column twice as wide.
    """
    columns = zip(table.heads, *table.rows, strict=True)
    wanted = []
    for column in columns:
        cells = [words_of(runs) for runs in column]
        longest = max(len(word) for cell in cells for word in (cell.split() or [""]))
        fullest = max(len(cell) for cell in cells)
        wanted.append(sqrt(max(fullest, 2 * longest, 1)))
    even = sum(wanted) / len(wanted)
    bounded = [min(max(each, _LEAST * even), _MOST * even) for each in wanted]
    return tuple(round(1000 * each / sum(bounded)) for each in bounded)
