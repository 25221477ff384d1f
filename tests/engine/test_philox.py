"""The second generator: the published vectors, and never a key of the one for the other."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draagkracht.engine import draws
from engine.drivers import words
from engine.philox import HALF, Four, philox4x32, philox_word
from reference.luck import WORD, mixed, squares64

WORDS = st.integers(0, WORD)


@pytest.mark.parametrize(
    ("counter", "key", "expected"),
    [
        ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((HALF,) * 4, (HALF,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
        (
            (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
            (0xA4093822, 0x299F31D0),
            (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
        ),
    ],
)
def test_the_oracle_gives_the_vectors_that_its_authors_publish(
    counter: Four, key: tuple[int, int], expected: Four
) -> None:
    """Random123, kat_vectors: philox4x32 with ten rounds; the last from the digits of pi."""
    assert philox4x32(counter, key) == expected


def test_the_compiled_words_start_with_the_published_vector() -> None:
    assert words(np.uint64(0), np.zeros(1, np.uint64)).tolist() == [0xE169C58D6627E8D5]


@given(WORDS.map(lambda word: word & ~1), st.lists(WORDS, min_size=1, max_size=20))
@settings(deadline=None)
def test_under_an_even_key_words_are_those_of_philox(key: int, counters: list[int]) -> None:
    found = words(np.uint64(key), np.array(counters, np.uint64))
    assert found.tolist() == [philox_word(counter, key) for counter in counters]


@given(WORDS, WORDS)
@settings(deadline=None)
def test_the_last_bit_of_a_key_is_all_that_tells_the_generators_apart(
    key: int, counter: int
) -> None:
    found = [words(np.uint64(k), np.array([counter], np.uint64))[0] for k in (key | 1, key & ~1)]
    assert found == [squares64(counter, key | 1), philox_word(counter, key & ~1)]


@given(WORDS, st.integers(0, 4095))
def test_keys_of_philox_are_those_of_squares_but_for_the_last_bit(seed: int, member: int) -> None:
    found = draws.keys(seed, member, 5, generator="philox").tolist()
    assert found == [mixed(seed, member, purpose) & ~1 for purpose in range(5)]


def test_keys_of_many_seeds_members_and_purposes_are_all_different_for_philox_too() -> None:
    found = [
        key
        for seed, member in itertools.product(range(20), range(256))
        for key in draws.keys(seed, member, 26, generator="philox").tolist()
    ]
    assert len(set(found)) == len(found)
