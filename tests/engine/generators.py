"""Where the battery gets its numbers: the two generators of the engine, and bad ones.

The bad ones are known failures of keyed and of sequential generators, each small. They show that
the battery can turn red, and for which of its tests.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.engine import draws
from draagkracht.engine.arrays import CountArray, FloatArray, Word, WordArray
from engine.drivers import uniforms

_SWAP: Final = np.uint64(32)
_UNIT: Final = 2.0**-52

# seed, member, purpose -> key
KeyOf = Callable[[int, int, int], Word]
# key, entities (column), episodes (row) -> uniforms
Table = Callable[[Word, WordArray, CountArray], FloatArray]


@dataclass(frozen=True)
class Source:
    """Uniforms by seed, member and purpose (the key), and by entity and episode."""

    key: KeyOf
    table: Table

    def draw(
        self, key: tuple[int, int, int], entities: WordArray, episodes: CountArray
    ) -> FloatArray:
        """Shape (entities, episodes)."""
        return self.table(self.key(*key), entities, episodes)


def by_engine(generator: draws.Generator) -> Source:
    """The engine's own keys, one at a time, and compiled uniforms."""
    last = 0 if generator == "philox" else 1

    def key(seed: int, member: int, purpose: int) -> Word:
        return np.uint64(draws.mixed((seed, member, purpose)) & ~1 | last)

    return Source(key, uniforms)


def counters(entities: WordArray, episodes: CountArray) -> WordArray:
    shifted = entities.astype(np.uint64)[:, None] << np.uint64(draws.EPISODE_BITS)
    return np.asarray(shifted + episodes.astype(np.uint64)[None, :])


def unit(words: WordArray) -> FloatArray:
    return np.asarray(((words >> np.uint64(12)).astype(np.float64) + 0.5) * _UNIT)


def by_words(words: Callable[[Word, WordArray], WordArray]) -> Source:
    """Sound keys under a generator of another make."""
    return Source(
        by_engine("squares").key, lambda key, who, when: unit(words(key, counters(who, when)))
    )


def _one_round(key: Word, counter: WordArray) -> WordArray:
    x = counter * key
    x = x * x + counter * key
    return np.asarray((x >> _SWAP) | (x << _SWAP))


def _congruential(key: Word, counter: WordArray) -> WordArray:
    return np.asarray(counter * np.uint64(6364136223846793005) + key)


def _two_rounds_of_philox(key: Word, counter: WordArray) -> WordArray:
    low = np.uint64(0xFFFFFFFF)
    a, b = counter & low, counter >> _SWAP
    c, d = np.zeros_like(a), np.zeros_like(a)
    for turn in (0, 1):
        left, right = a * np.uint64(0xD2511F53), c * np.uint64(0xCD9E8D57)
        own = (key & low) + np.uint64(turn * 0x9E3779B9) & low
        a, b, c, d = (right >> _SWAP) ^ b ^ own, right & low, (left >> _SWAP) ^ d, left & low
    return np.asarray(a | (b << _SWAP))


def _coarse(key: Word, entities: WordArray, episodes: CountArray) -> FloatArray:
    """Sound numbers of which only 24 bits are kept, as a float of 32 bits has them."""
    u = uniforms(key, entities, episodes)
    return np.asarray((np.floor(u * 2**24) + 0.5) / 2**24)


def _randu(key: Word, entities: WordArray, episodes: CountArray) -> FloatArray:
    """RANDU, which fell on fifteen planes: x -> 65539 x modulo 2**31, from a seed of the key.

    Marsaglia 1968, doi 10.1073/pnas.61.1.25.
    """
    start = int(key) % 2**31
    rows = [[int(who) * len(episodes) + int(when) for when in episodes] for who in entities]
    x = [[start * pow(65539, place, 2**31) % 2**31 for place in row] for row in rows]
    return np.array(x) / 2**31


def _episode_ignored(key: Word, entities: WordArray, episodes: CountArray) -> FloatArray:
    return uniforms(key, entities, np.zeros_like(episodes))


def _episode_added(key: Word, entities: WordArray, episodes: CountArray) -> FloatArray:
    """The counter is entity + episode, so that neighbours share their draws one step apart."""
    places = (entities[:, None] + episodes.astype(np.uint64)[None, :]).ravel()
    found = uniforms(key, places, np.zeros(1, np.int64))
    return np.asarray(found.reshape(len(entities), len(episodes)))


def _own_generator(purpose_matters: bool) -> KeyOf:
    sound = by_engine("squares").key

    def key(seed: int, member: int, purpose: int) -> Word:
        return sound(seed + member, 0, purpose) if purpose_matters else sound(seed, member, 0)

    return key


ENGINE: Final = {"squares": by_engine("squares"), "philox": by_engine("philox")}

BAD: Final = {
    "one_round_of_squares": by_words(_one_round),
    "two_rounds_of_philox": by_words(_two_rounds_of_philox),
    "linear_congruential": by_words(_congruential),
    "randu": Source(by_engine("squares").key, _randu),
    "coarse": Source(by_engine("squares").key, _coarse),
    "episode_ignored": Source(by_engine("squares").key, _episode_ignored),
    "episode_added_to_entity": Source(by_engine("squares").key, _episode_added),
    "seed_and_member_added": Source(_own_generator(purpose_matters=True), uniforms),
    "purpose_ignored": Source(_own_generator(purpose_matters=False), uniforms),
}
