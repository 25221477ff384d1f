"""What the bench concludes from its rounds."""

from collections.abc import Callable

import pytest

from findings import Target, spread
from rounds import alternate


def test_a_ratio_is_shown_with_its_range() -> None:
    assert spread([3.0, 1.0, 2.0]) == "2 (1 to 3)"


@pytest.mark.parametrize(
    ("worst", "verdict"),
    [
        (320.0, "reaches the aim"),
        (150.0, "reaches what it must; 50% short of the aim"),
        (80.0, "MISSES what it must by 20%"),
    ],
)
def test_a_miss_is_told_by_how_much(worst: float, verdict: str) -> None:
    assert Target("x", worst, must=100, aim=300, unit="×").verdict == verdict


@pytest.mark.parametrize(
    ("worst", "verdict"),
    [(1.9, "reaches the aim"), (2.1, "reaches what it must; 5% short of the aim")],
)
def test_of_a_cost_less_is_better(worst: float, verdict: str) -> None:
    target = Target("x", worst, must=2.1, aim=2.0, unit="×", more_is_better=False)
    assert target.verdict == verdict


def test_every_round_begins_with_another_engine() -> None:
    order: list[tuple[int, str]] = []

    def engine(name: str) -> Callable[[int], None]:
        return lambda seed: order.append((seed, name))

    alternate({name: engine(name) for name in "abc"}, 3)
    assert [name for _, name in order] == list("abcbcacab")
    assert [seed for seed, _ in order] == [1, 1, 1, 2, 2, 2, 3, 3, 3]
