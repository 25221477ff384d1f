"""Engines take turns, so that what else the machine does falls on all of them alike."""

import time
from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")


def alternate(engines: Mapping[str, Callable[[int], T]], rounds: int) -> dict[str, list[T]]:
    """Every engine once a round, each round beginning with another one.

    >>> alternate({"a": lambda seed: seed, "b": lambda seed: -seed}, 2)
    {'a': [1, 2], 'b': [-1, -2]}
    """
    found: dict[str, list[T]] = {name: [] for name in engines}
    names = list(engines)
    for number in range(rounds):
        begin = time.monotonic()
        first = number % len(names)
        for name in names[first:] + names[:first]:
            found[name].append(engines[name](number + 1))
        took = time.monotonic() - begin
        if took > 1.0:
            print(f"  round {number + 1} of {rounds}: {took:.0f} s", flush=True)
    return found
