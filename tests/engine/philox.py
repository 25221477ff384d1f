"""Philox4x32 in plain whole numbers, with its counter of 128 bits, line by line from the paper.

Salmon, Moraes, Dror and Shaw 2011, doi 10.1145/2063384.2063405.
"""

from typing import Final

HALF: Final = 0xFFFFFFFF
MULTIPLIERS: Final = (0xD2511F53, 0xCD9E8D57)
WEYL: Final = (0x9E3779B9, 0xBB67AE85)

Four = tuple[int, int, int, int]


def philox4x32(counter: Four, key: tuple[int, int], rounds: int = 10) -> Four:
    """Four words of 32 bits out of four of counter and two of key."""
    a, b, c, d = counter
    left, right = key
    for _ in range(rounds):
        first, second = MULTIPLIERS[0] * a, MULTIPLIERS[1] * c
        a, b, c, d = (
            (second >> 32) ^ b ^ left,
            second & HALF,
            (first >> 32) ^ d ^ right,
            first & HALF,
        )
        left, right = (left + WEYL[0]) & HALF, (right + WEYL[1]) & HALF
    return a, b, c, d


def philox_word(counter: int, key: int) -> int:
    """The first 64 bits at a counter and a key of 64 bits each, low halves first."""
    first, second, _, _ = philox4x32((counter & HALF, counter >> 32, 0, 0), (key & HALF, key >> 32))
    return first | (second << 32)
