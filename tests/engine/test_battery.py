"""Draws under neighbouring seeds, members, purposes, entities and episodes, put to a battery.

Seeds are fixed, so the battery gives the same answer on every run. A sound generator would fail
it for one seed in a thousand; the bad ones show what each test is there for.
"""

from functools import cache

import numpy as np
import pytest
from scipy import stats

from draagkracht.engine import draws
from engine.battery import TESTS, chances, refused
from engine.drivers import words
from engine.generators import BAD, ENGINE


@cache
def refused_tests(bad: str) -> frozenset[str]:
    """Names of the tests that refuse a bad generator on some table."""
    return frozenset(test for test, _ in refused(chances(BAD[bad])))


@pytest.mark.parametrize("generator", ENGINE)
def test_draws_of_neighbours_pass_the_battery(generator: str) -> None:
    found = chances(ENGINE[generator])
    smallest = min(found, key=found.__getitem__)
    overall = float(stats.kstest(list(found.values()), "uniform").pvalue)
    print(f"{generator}: {len(found)} tests, {smallest} {found[smallest]:.4f}; {overall:.3f}")
    assert not refused(found)
    # Nor do the chances crowd anywhere: those of a sound generator are spread evenly.
    assert overall > 1e-3


# Which tests must see it, on whichever table.
SEEN_BY = {
    "one_round_of_squares": {"pairs", "birthday_spacings", "gaps"},
    "two_rounds_of_philox": {"uniformity", "birthday_spacings"},
    "linear_congruential": {"pairs", "triples", "collisions", "birthday_spacings"},
    "randu": {"triples"},
    "coarse": {"birthday_spacings_of_low_bits"},
    "episode_ignored": {"serial_correlation", "serial_correlation_of_spread", "maximum_of_8"},
    "episode_added_to_entity": {"cross_correlation_a_step_apart"},
    "seed_and_member_added": {"cross_correlation_a_step_apart"},
    "purpose_ignored": {"serial_correlation", "pairs"},
}


@pytest.mark.parametrize("generator", BAD)
def test_a_bad_generator_fails_the_battery_where_it_is_bad(generator: str) -> None:
    print(f"{generator}: {sorted(refused_tests(generator))}")
    assert refused_tests(generator) >= SEEN_BY[generator]


@pytest.mark.parametrize("generator", ["squares", "philox"])
def test_one_bit_of_a_counter_or_a_key_turns_half_of_the_bits(generator: str) -> None:
    """Keys next to each other, as if they had not been mixed: key and key + 2, + 4, + 8, …"""
    many = 2048
    key = draws.keys(7, 0, 1, generator=generator)[0]  # type: ignore[arg-type]
    at = np.random.default_rng(1).integers(0, 1 << 63, many, dtype=np.uint64)
    before = words(key, at)
    flipped = [words(key, at ^ np.uint64(1 << bit)) for bit in range(63)]
    flipped += [words(key ^ np.uint64(1 << bit), at) for bit in range(1, 63)]
    scores = []
    for after in flipped:
        turned = (before ^ after)[:, None] >> np.arange(64, dtype=np.uint64) & np.uint64(1)
        scores += ((turned.mean(axis=0) - 0.5) * 2.0 * np.sqrt(many)).tolist()
    chance = 2.0 * stats.norm.sf(np.abs(scores).max())
    print(f"{generator}: {len(scores)} bits, furthest {np.abs(scores).max():.2f}, {chance:.1e}")
    assert chance > 1e-3 / len(scores)


def test_every_test_of_the_battery_refuses_some_bad_generator() -> None:
    seen = frozenset[str]().union(*(refused_tests(generator) for generator in BAD))
    assert seen == {test.__name__ for test in TESTS}
