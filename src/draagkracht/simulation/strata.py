"""Where in its range each figure lies in each toekomst: by its own name, so that no other matters.

A Latin hypercube (McKay, Beckman and Conover 1979, doi 10.1080/00401706.1979.10489755) in blocks of
eight toekomsten: in a block every figure visits each eighth of its range once, in an order of its
own. That order is drawn from the figure's name. A figure that is added, taken away or renamed, say
with a card of one's own, leaves all others as they were (docs/adr/0015-draws-by-figure.md).
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray, WordArray
from draagkracht.engine.draws import mixed

BLOCK: Final = 8

_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_UNIT: Final = 2.0**-52


def strata(names: Sequence[str], members: int, seed: int) -> FloatArray:
    """Uniforms in (0, 1) by member and figure: shape (members, names); `members` in blocks of 8.

    >>> alone = strata(["team.absence"], 16, 1)
    >>> beside = strata(["a.card", "team.absence"], 16, 1)
    >>> bool((alone[:, 0] == beside[:, 1]).all())
    True
    >>> sorted(np.floor(8 * alone[:8, 0]).astype(int).tolist())
    [0, 1, 2, 3, 4, 5, 6, 7]
    """
    blocks = members // BLOCK
    seeds = np.array([mixed((seed, block)) for block in range(blocks)], np.uint64)
    words = np.array([_word(name) for name in names], np.uint64)
    luck = _stirred(
        _stirred(seeds[:, None, None], words[None, None, :]),
        np.arange(2 * BLOCK, dtype=np.uint64)[None, :, None],
    )  # (blocks, 2 · BLOCK, names)
    uniforms = ((luck >> np.uint64(12)).astype(np.float64) + 0.5) * _UNIT
    order = np.argsort(np.argsort(uniforms[:, :BLOCK], axis=1, kind="stable"), axis=1)
    found = (order + uniforms[:, BLOCK:]) / BLOCK
    return np.asarray(found.reshape(members, len(names)))


def _word(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "little")


def _stirred(state: WordArray, word: WordArray) -> WordArray:
    """One step of `mixed`, for many words at once."""
    state = (state ^ word) + _GOLDEN
    state = (state ^ (state >> np.uint64(30))) * _FIRST
    state = (state ^ (state >> np.uint64(27))) * _SECOND
    return state ^ (state >> np.uint64(31))
