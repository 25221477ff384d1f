"""Keyed draws: every draw is a pure function of what it is for, never of what was drawn before.

Two runs that differ in one decision keep the same luck everywhere else, whatever the order in
which their events happen. The generator is Squares64 (Widynski 2022, arXiv:2004.06278, five
rounds). Its key tells *whose future and what for* (seed, member, purpose), its counter tells
*who and the how-manieth time* (entity, episode).

To check that nothing rests on one generator there is another, Philox4x32 (Salmon et al. 2011,
doi 10.1145/2063384.2063405, ten rounds). Squares needs odd keys; an even key asks for Philox.
"""

from typing import Final, Literal

import numpy as np
from numba.extending import register_jitable

from draagkracht.engine.arrays import FloatArray, Word, WordArray

EPISODE_BITS: Final = 15
EPISODES: Final = 1 << EPISODE_BITS  # draws of one purpose that one entity may use

_MASK: Final = (1 << 64) - 1
_SHIFT: Final = np.uint64(32)
_TO_52_BITS: Final = np.uint64(12)  # with a half added, 53 would round up to 1 now and then
_EPISODE_BITS: Final = np.uint64(EPISODE_BITS)
_UNIT: Final = 2.0**-52
_ONE: Final = np.uint64(1)
_LOW: Final = np.uint64(0xFFFFFFFF)
_PHILOX_ROUNDS: Final = 10
_PHILOX_FIRST: Final = np.uint64(0xD2511F53)
_PHILOX_SECOND: Final = np.uint64(0xCD9E8D57)
_WEYL_FIRST: Final = np.uint64(0x9E3779B9)
_WEYL_SECOND: Final = np.uint64(0xBB67AE85)

Generator = Literal["squares", "philox"]


def mixed(words: tuple[int, ...]) -> int:
    """One strongly mixed 64-bit word out of several (SplitMix64 finaliser, chained).

    >>> mixed((1, 2)) == mixed((2, 1))
    False
    """
    state = 0x9E3779B97F4A7C15
    for word in words:
        state = (state ^ (word & _MASK)) & _MASK
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & _MASK
        state ^= state >> 31
    return state


def keys(seed: int, member: int, purposes: int, *, generator: Generator = "squares") -> WordArray:
    """One key for each purpose of one member; shape (purposes,), uint64.

    >>> keys(1, 0, 3).shape
    (3,)
    """
    found = np.array([mixed((seed, member, p)) for p in range(purposes)], dtype=np.uint64)
    return found & ~_ONE if generator == "philox" else found | _ONE


@register_jitable
def word(key: Word, counter: Word) -> Word:
    """The 64 random bits at `counter` under `key`; wraps modulo 2**64, so compiled use only."""
    if np.uint64(key) & _ONE:
        return squares(key, counter)
    return philox(key, counter)


@register_jitable
def squares(key: Word, counter: Word) -> Word:
    """Squares64: the square of a Weyl sequence, halves swapped, five times over."""
    x = np.uint64(counter) * np.uint64(key)
    y = x
    z = np.uint64(y + np.uint64(key))
    x = np.uint64(x * x + y)
    x = (x >> _SHIFT) | (x << _SHIFT)
    x = np.uint64(x * x + z)
    x = (x >> _SHIFT) | (x << _SHIFT)
    x = np.uint64(x * x + y)
    x = (x >> _SHIFT) | (x << _SHIFT)
    x = np.uint64(x * x + z)
    t = x
    x = (x >> _SHIFT) | (x << _SHIFT)
    return t ^ (np.uint64(x * x + y) >> _SHIFT)


@register_jitable
def philox(key: Word, counter: Word) -> Word:
    """Philox4x32: the first half of its 128 bits; the upper half of its counter stays 0."""
    first = np.uint64(counter) & _LOW
    second = np.uint64(counter) >> _SHIFT
    third = np.uint64(0)
    fourth = np.uint64(0)
    own = np.uint64(key) & _LOW
    other = np.uint64(key) >> _SHIFT
    for _ in range(_PHILOX_ROUNDS):
        left = np.uint64(first * _PHILOX_FIRST)
        right = np.uint64(third * _PHILOX_SECOND)
        first = (right >> _SHIFT) ^ second ^ own
        second = right & _LOW
        third = (left >> _SHIFT) ^ fourth ^ other
        fourth = left & _LOW
        own = np.uint64(own + _WEYL_FIRST) & _LOW
        other = np.uint64(other + _WEYL_SECOND) & _LOW
    return first | (second << _SHIFT)


@register_jitable
def counter_of(entity: Word, episode: int) -> Word:
    """Who and the how-manieth time, in one word."""
    return (np.uint64(entity) << _EPISODE_BITS) + np.uint64(episode)


@register_jitable
def uniform(key: Word, entity: Word, episode: int) -> float:
    """A number strictly between 0 and 1 that belongs to this entity's episode under this key."""
    counter = counter_of(entity, episode)
    return (float(word(key, counter) >> _TO_52_BITS) + 0.5) * _UNIT


@register_jitable
def fill(luck: FloatArray, keys: WordArray, entity: Word, episode: int) -> None:
    """The uniforms of one entity's episode under the first so many keys, all in one sweep.

    Each is what `uniform` gives. They do not wait for each other, so the processor draws several
    at a time; one after another they are the slowest thing that a request needs.
    """
    counter = counter_of(entity, episode)
    if keys[0] & _ONE:
        for purpose in range(luck.shape[0]):
            bits = squares(keys[purpose], counter)
            luck[purpose] = (float(bits >> _TO_52_BITS) + 0.5) * _UNIT
    else:
        for purpose in range(luck.shape[0]):
            bits = philox(keys[purpose], counter)
            luck[purpose] = (float(bits >> _TO_52_BITS) + 0.5) * _UNIT


@register_jitable
def beside(entity: Word, rank: int) -> Word:
    """The entity `rank` places after `entity`; plain addition would leave whole numbers."""
    return np.uint64(np.uint64(entity) + np.uint64(rank))
