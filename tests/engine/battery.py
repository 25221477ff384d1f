"""A battery on draws that stand next to each other: each test gives the chance of such a figure.

Knuth, The Art of Computer Programming 2, section 3.3.2 (frequency, serial, gap, maximum of t,
collision, serial correlation); birthday spacings: Marsaglia and Tsang 2002, doi
10.18637/jss.v007.i03. Rows of a table are sequences of draws that follow each other; every test
reads along the rows. A chance is two-sided: too even is as wrong as too uneven.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from scipy import stats

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model.state import PURPOSES
from engine.generators import Source

FAMILY_WISE: Final = 1e-3  # chance that a sound generator fails a whole battery
MANY: Final = 1 << 15
ONE: Final = np.zeros(1, np.int64)


def tables(source: Source) -> dict[str, FloatArray]:
    """Uniforms that follow each other in each way in which keys and counters can."""
    home, here = (1, 0, 0), np.arange(16, dtype=np.uint64)
    wijken = np.arange(1, 17, dtype=np.uint64) << np.uint64(18)
    households = np.arange(MANY // 16, dtype=np.uint64)
    # Purposes and households in turn, so that each row is one member's.
    purposes = [
        np.concatenate([source.draw((1, member, p), here[:1], ONE)[0] for p in range(PURPOSES)])
        for member in range(MANY // PURPOSES // 4)
    ]
    members = [source.draw((1, member, 0), here, ONE)[:, 0] for member in range(MANY // 16)]
    seeds = [source.draw((seed, 0, 0), here, ONE)[:, 0] for seed in range(MANY // 16)]
    return {
        "episodes of one entity": source.draw(home, here[3:7], np.arange(MANY // 4)),
        "first episodes of neighbours": source.draw(home, households, np.arange(16)),
        "entities": source.draw(home, np.arange(MANY, dtype=np.uint64), ONE).reshape(1, -1),
        "same ranks of wijken": np.concatenate(
            [source.draw(home, wijken + np.uint64(rank), ONE)[:, 0] for rank in range(MANY // 16)]
        ).reshape(-1, 16),
        "purposes": np.array(purposes),
        "members": np.array(members).T,
        "seeds": np.array(seeds).T,
        "seeds and members in turn": np.array(
            [source.draw((s, m, 0), here[:1], ONE)[0, 0] for s in range(64) for m in range(256)]
        ).reshape(64, 256),
    }


def two_sided(upper: float) -> float:
    """Out of the chance of more than what was seen: the chance of further off, either way."""
    return float(min(1.0, 2.0 * min(upper, 1.0 - upper)))


def uniformity(table: FloatArray) -> float:
    """Frequencies in cells of equal size; chi squared."""
    return _chi_squared(np.floor(table.ravel() * 512).astype(np.int64), 512)


def distribution(table: FloatArray) -> float:
    """Kolmogorov and Smirnov's largest distance."""
    return float(stats.kstest(table.ravel(), "uniform").pvalue)


def maximum_of_8(table: FloatArray) -> float:
    """The eighth power of the largest of eight is uniform again."""
    return float(stats.kstest(_groups(table, 8).max(axis=1) ** 8, "uniform").pvalue)


def pairs(table: FloatArray) -> float:
    """Pairs in a grid of 32 by 32."""
    return _in_a_grid(_groups(table, 2), 32)


def triples(table: FloatArray) -> float:
    """Triples in a grid of 12 by 12 by 12."""
    return _in_a_grid(_groups(table, 3), 12)


def serial_correlation(table: FloatArray) -> float:
    return _uncorrelated(table[:, :-1] - 0.5, table[:, 1:] - 0.5)


def serial_correlation_of_spread(table: FloatArray) -> float:
    spread = np.abs(table - 0.5) - 0.25
    return _uncorrelated(spread[:, :-1], spread[:, 1:])


def cross_correlation(table: FloatArray) -> float:
    """Neighbouring rows at one place; of one row, its halves."""
    first, second = _neighbours(table)
    return _uncorrelated(first - 0.5, second - 0.5)


def cross_correlation_a_step_apart(table: FloatArray) -> float:
    first, second = _neighbours(table)
    return _uncorrelated(first[:, 1:] - 0.5, second[:, :-1] - 0.5)


def gaps(table: FloatArray) -> float:
    """Draws between two that lie in the lowest tenth: geometric."""
    lengths = np.diff(np.flatnonzero(table.ravel() < 0.1)) - 1
    most = 30
    expected = 0.1 * 0.9 ** np.arange(most)
    found = np.bincount(np.minimum(lengths, most), minlength=most + 1)
    return _fits(found, np.append(expected, 1.0 - expected.sum()))


def collisions(table: FloatArray) -> float:
    """Pairs that fall in a cell that is taken, of 1024 by 1024; mean and spread are exact."""
    places = np.floor(_groups(table, 2) * 1024).astype(np.int64) @ np.array([1024, 1])
    balls, cells = places.size, 1024**2
    one = np.exp(balls * np.log1p(-1.0 / cells))
    two = np.exp(balls * np.log1p(-2.0 / cells))
    mean = balls - cells + cells * one
    # Of empty cells, and so of collisions; differences of nearly equal numbers are taken as such.
    variance = cells * one * (1.0 - one) + cells * (cells - 1.0) * (two - one * one)
    found = balls - np.unique(places).size
    return two_sided(float(stats.norm.sf((found - mean) / np.sqrt(variance))))


def birthday_spacings(table: FloatArray) -> float:
    """Equal spacings among 4096 birthdays in a year of 2**32 days: Poisson, 4 a year."""
    return _equal_spacings(table.ravel())


def birthday_spacings_of_low_bits(table: FloatArray) -> float:
    """The same for the last 32 of the 52 bits."""
    return _equal_spacings(table.ravel() * 2**20 % 1.0)


TESTS: Final[tuple[Callable[[FloatArray], float], ...]] = (
    uniformity,
    distribution,
    maximum_of_8,
    pairs,
    triples,
    serial_correlation,
    serial_correlation_of_spread,
    cross_correlation,
    cross_correlation_a_step_apart,
    gaps,
    collisions,
    birthday_spacings,
    birthday_spacings_of_low_bits,
)


def chances(source: Source) -> dict[tuple[str, str], float]:
    """Chance of each test's figure, by test and table."""
    found = {}
    for name, table in tables(source).items():
        for test in TESTS:
            found[test.__name__, name] = test(table)
    return found


def refused(found: dict[tuple[str, str], float]) -> list[tuple[str, str]]:
    """What a sound generator fails in a share `FAMILY_WISE` of batteries at most (Bonferroni)."""
    return [which for which, chance in found.items() if not chance > FAMILY_WISE / len(found)]


def _groups(table: FloatArray, size: int) -> FloatArray:
    """Groups of draws that follow each other in a row, none twice; a row's rest is left out."""
    columns = table.shape[1] // size * size
    return np.asarray(table[:, :columns].reshape(-1, size))


def _neighbours(table: FloatArray) -> tuple[FloatArray, FloatArray]:
    if table.shape[0] == 1:
        half = table.shape[1] // 2
        return table[:, :half], table[:, half : 2 * half]
    return table[:-1], table[1:]


def _in_a_grid(groups: FloatArray, side: int) -> float:
    cells = np.floor(groups * side).astype(np.int64)
    places = cells @ (side ** np.arange(groups.shape[1]))
    return _chi_squared(places, side ** groups.shape[1])


def _chi_squared(places: CountArray, cells: int) -> float:
    return _fits(np.bincount(places, minlength=cells), np.full(cells, 1.0 / cells))


def _fits(found: CountArray, shares: FloatArray) -> float:
    expected = shares * max(1, found.sum())  # nothing found at all is refused too
    statistic = float(((found - expected) ** 2 / expected).sum())
    return two_sided(float(stats.chi2.sf(statistic, len(shares) - 1)))


def _uncorrelated(first: FloatArray, second: FloatArray) -> float:
    """Products of independent centred draws have mean 0; their spread is measured."""
    products = (first * second).ravel()
    spread = products.std()
    score = float(products.mean() / spread * np.sqrt(products.size)) if spread > 0.0 else np.inf
    return two_sided(float(stats.norm.sf(score)))


def _equal_spacings(u: FloatArray) -> float:
    births = np.floor(u * 2**32).astype(np.int64)
    years = births[: births.size // 4096 * 4096].reshape(-1, 4096)
    spacings = np.sort(np.diff(np.sort(years, axis=1), axis=1), axis=1)
    found = int((np.diff(spacings, axis=1) == 0).sum())
    law = stats.poisson(4.0 * len(years))
    return two_sided(float(law.sf(found) + 0.5 * law.pmf(found)))
