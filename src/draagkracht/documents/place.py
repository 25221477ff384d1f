"""Where in a document something stands, in words its writer recognises."""

from collections.abc import Mapping, Sequence
from typing import Final

from draagkracht.documents.error import STEP

Location = tuple[int | str, ...]

_NAMING_KEYS: Final = ("name", "code", "figure", "source", "lever", "measure", "frame")


def place_of(location: Location, raw: object) -> str:
    """The place of `location` in the data as read: tables by number and name.

    >>> place_of(("team", 1, "fte"), {"team": [{"name": "zuid"}, {"name": "noord", "fte": "x"}]})
    'team 2 (noord) › fte'
    """
    steps: list[str] = []
    value = raw
    for key in location:
        value = _child(value, key)
        if isinstance(key, int):
            number = f"{key + 1}{_named(value)}"
            steps[-1:] = [f"{steps[-1]} {number}" if steps else number]
        else:
            steps.append(key)
    return STEP.join(steps)


def order_of(location: Location, raw: object) -> tuple[int, ...]:
    """Sorting key by order in the file; what is missing comes after what its table has."""
    order: list[int] = []
    value = raw
    for key in location:
        if isinstance(key, int):
            order.append(key)
        else:
            keys = list(value) if isinstance(value, Mapping) else []
            order.append(keys.index(key) if key in keys else len(keys))
        value = _child(value, key)
    return tuple(order)


def value_at(location: Location, raw: object) -> object:
    """What stands at `location`, None when nothing does."""
    for key in location:
        raw = _child(raw, key)
    return raw


def _child(value: object, key: int | str) -> object:
    if isinstance(value, Mapping) and isinstance(key, str):
        return value.get(key)
    if isinstance(value, Sequence) and isinstance(key, int) and not isinstance(value, str):
        return value[key] if key < len(value) else None
    return None


def _named(value: object) -> str:
    if isinstance(value, Mapping):
        for key in _NAMING_KEYS:
            if isinstance(value.get(key), str):
                return f" ({value[key]})"
    return ""
