"""Keyed draws in plain whole numbers, written from the papers and not from the kernel.

Words: Squares64, five rounds (Widynski 2022, arXiv:2004.06278). Keys: one odd word for each
purpose of each member, chained through the finaliser of SplitMix64 (Steele, Lea and Flood 2014,
doi 10.1145/2660193.2660195).
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

WORD: Final = (1 << 64) - 1
GOLDEN: Final = 0x9E3779B97F4A7C15
EPISODE_BITS: Final = 15

PURPOSES: Final = (
    "kind",
    "domain",
    "at_once",
    "diverted",
    "missed",
    "formal_decision",
    "hours",
    "settle",
    "patience",
    "escalate",
    "escalate_again",
    "after_giving_up",
    "partner",
    "partner_wait",
    "recovery",
    "",  # for a mechanism to come
    "candidate",
    "decision",
    "initial_state",
    "initial_open",
    "initial_waiting",
    "initial_work",
    "initial_age",
    "staff",
    "staff_event",
    "staff_time",
    "initial_staff",
)


def squares64(counter: int, key: int) -> int:
    """The published algorithm, line by line."""
    x = y = (counter * key) & WORD
    z = (y + key) & WORD
    x = _swapped(x * x + y)
    x = _swapped(x * x + z)
    x = _swapped(x * x + y)
    x = (x * x + z) & WORD
    t = x
    x = _swapped(x)
    return t ^ (((x * x + y) & WORD) >> 32)


def _swapped(x: int) -> int:
    x &= WORD
    return (x >> 32) | ((x << 32) & WORD)


def mixed(*words: int) -> int:
    """SplitMix64's finaliser, once for each word."""
    state = GOLDEN
    for word in words:
        state = ((state ^ word) + GOLDEN) & WORD
        state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & WORD
        state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & WORD
        state ^= state >> 31
    return state


@dataclass(frozen=True)
class Luck:
    """All luck there is in one member of one run."""

    seed: int
    member: int

    @cached_property
    def keys(self) -> dict[str, int]:
        """The key of each purpose."""
        return {name: mixed(self.seed, self.member, p) | 1 for p, name in enumerate(PURPOSES)}

    def uniform(self, purpose: str, entity: int, episode: int) -> float:
        """The draw that belongs to this entity's episode: the middle of one of 2**52 steps."""
        word = squares64((entity << EPISODE_BITS) + episode, self.keys[purpose])
        return ((word >> 12) + 0.5) / 2.0**52
