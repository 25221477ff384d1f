"""Keyed draws: the published generator, keys and counters that never meet, uniforms that are."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draagkracht.engine import draws
from draagkracht.engine.arrays import FloatArray
from draagkracht.model.state import PURPOSES
from engine.drivers import uniforms, words
from reference.luck import EPISODE_BITS, WORD, Luck, mixed, squares64

WORDS = st.integers(0, WORD)
MANY = 40_000


@given(WORDS.map(lambda word: word | 1), st.lists(WORDS, min_size=1, max_size=20))
@settings(deadline=None)
def test_words_are_those_of_squares64(key: int, counters: list[int]) -> None:
    found = words(np.uint64(key), np.array(counters, np.uint64))
    assert found.tolist() == [squares64(counter, key) for counter in counters]


def test_the_oracle_gives_what_the_printed_listing_gives_by_hand() -> None:
    # Under key 1 all rounds can be worked by hand: at counter 0 x and y are 0 and z is 1; the
    # squares of single bits fall off the top, and what is left is z of the fourth round.
    assert squares64(0, 1) == 1
    assert squares64(1, 1) == 2


@given(WORDS, st.integers(0, 4095), st.integers(1, PURPOSES))
def test_keys_are_the_chained_finaliser_of_splitmix(seed: int, member: int, purposes: int) -> None:
    expected = [mixed(seed, member, purpose) | 1 for purpose in range(purposes)]
    assert draws.keys(seed, member, purposes).tolist() == expected


def test_the_finaliser_is_that_of_splitmix64() -> None:
    # First outputs of SplitMix64 from state 0, as its reference implementation prints them.
    state, outputs = 0, []
    for _ in range(3):
        outputs.append(draws.mixed((state ^ 0x9E3779B97F4A7C15,)))
        state = (state + 0x9E3779B97F4A7C15) & WORD
    assert outputs == [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F]


@given(st.integers(0, 2**48), st.integers(0, 2**EPISODE_BITS - 1), st.integers(0, 2**32))
@settings(deadline=None)
def test_a_uniform_is_that_of_its_entity_and_episode(entity: int, episode: int, seed: int) -> None:
    luck = Luck(seed, 3)
    key = np.uint64(luck.keys["kind"])
    found = uniforms(key, np.array([entity], np.uint64), np.array([episode]))
    assert found[0, 0] == luck.uniform("kind", entity, episode)


@pytest.mark.parametrize("extreme", [0, 1, WORD - 1, WORD])
def test_no_word_makes_a_uniform_of_0_or_1(extreme: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draws, "word", lambda _key, _counter: np.uint64(extreme))
    assert 0.0 < draws.uniform(np.uint64(1), np.uint64(0), 0) < 1.0


def test_keys_of_many_seeds_members_and_purposes_are_all_different_and_odd() -> None:
    found = [
        key
        for seed, member in itertools.product(range(20), range(512))
        for key in draws.keys(seed, member, PURPOSES).tolist()
    ]
    assert len(set(found)) == len(found)
    assert all(key % 2 for key in found)


def test_counters_of_different_entities_and_episodes_never_meet() -> None:
    last = draws.EPISODES - 1
    entities = (0, 1, 2, 1 << 18, (1 << 48) - 1, 1 << 48, (1 << 49) - 1)
    ends = [(entity << EPISODE_BITS, (entity << EPISODE_BITS) + last) for entity in entities]
    assert all(before[1] < after[0] for before, after in itertools.pairwise(ends))
    assert ends[-1][1] < 1 << 64


def sample(seed: int, purpose: str = "candidate") -> FloatArray:
    key = np.uint64(Luck(seed, 0).keys[purpose])
    return uniforms(key, np.arange(MANY, dtype=np.uint64), np.array([0]))[:, 0]


def correlation(one: FloatArray, other: FloatArray) -> float:
    return float(np.corrcoef(one, other)[0, 1])


@pytest.mark.parametrize("seed", [1, 2, 20260101])
def test_uniforms_have_the_mean_variance_and_distribution_of_uniforms(seed: int) -> None:
    u = sample(seed)
    assert u.min() > 0.0
    assert u.max() < 1.0
    assert abs(u.mean() - 0.5) < 4.5 * math.sqrt(1 / 12 / MANY)
    assert abs(u.var() - 1 / 12) < 4.5 * math.sqrt(1 / 180 / MANY)
    counts = np.histogram(u, bins=256, range=(0.0, 1.0))[0]
    expected = MANY / 256
    chi_squared = float(((counts - expected) ** 2).sum() / expected)
    assert abs(chi_squared - 255) < 4.5 * math.sqrt(2 * 255)


def test_every_bit_of_a_word_is_set_half_of_the_time() -> None:
    key = np.uint64(Luck(5, 0).keys["hours"])
    found = words(key, np.arange(MANY, dtype=np.uint64))
    for bit in range(64):
        share = float(((found >> np.uint64(bit)) & np.uint64(1)).mean())
        assert abs(share - 0.5) < 4.5 * 0.5 / math.sqrt(MANY), bit


@pytest.mark.parametrize("apart", [1, 2, 1 << 18])
def test_neighbouring_households_draw_independently(apart: int) -> None:
    key = np.uint64(Luck(3, 0).keys["candidate"])
    own = uniforms(key, np.arange(MANY, dtype=np.uint64), np.array([0]))[:, 0]
    next_door = uniforms(key, np.arange(apart, MANY + apart, dtype=np.uint64), np.array([0]))[:, 0]
    assert abs(correlation(own, next_door)) < 4.5 / math.sqrt(MANY)


def test_episodes_of_one_household_are_independent() -> None:
    key = np.uint64(Luck(3, 0).keys["candidate"])
    u = uniforms(key, np.arange(MANY, dtype=np.uint64), np.array([0, 1, 2]))
    for one, other in itertools.combinations(range(3), 2):
        assert abs(correlation(u[:, one], u[:, other])) < 4.5 / math.sqrt(MANY)


def test_neighbouring_seeds_members_and_purposes_are_independent() -> None:
    households, episode = np.arange(MANY, dtype=np.uint64), np.array([0])
    base = Luck(7, 0)
    others = [Luck(8, 0).keys["kind"], Luck(7, 1).keys["kind"], base.keys["domain"]]
    u = uniforms(np.uint64(base.keys["kind"]), households, episode)[:, 0]
    for key in others:
        v = uniforms(np.uint64(key), households, episode)[:, 0]
        assert abs(correlation(u, v)) < 4.5 / math.sqrt(MANY)
        assert abs(correlation(np.abs(u - 0.5), np.abs(v - 0.5))) < 4.5 / math.sqrt(MANY)
