"""Where a team stands at one moment, kept small: what is alive in its frame and nothing else.

A frame is as large as the largest team there can be, and its records are as wide as the kernel
likes them. Here numbers stand in columns as narrow as their bounds allow, and what few households
have stands once for each of those. A frame that takes up a checkpoint lives on to the last bit as
the one that it was taken of.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from draagkracht.engine.arrays import CountArray, Records
from draagkracht.engine.queue import LINK
from draagkracht.model.ledger import Accounts
from draagkracht.model.state import AGENDA, FRAME, HOUSEHOLD, LINES

# What is kept of every slot, and how many records beside those of the slots.
_BY_SLOT: Final = {"cases": 0, "links": LINES, "calendar": 1, "closings": 1}
_LARGE: Final = ("weeks", "ledger", "wijken", "households", "positions", "agenda", *_BY_SLOT)
_SMALL: Final = tuple(name for name in FRAME.names or () if name not in _LARGE)
_HEAD: Final = np.dtype([(name, FRAME[name]) for name in _SMALL])
# Counts and places of households are far below 2**31, wijken of a team below 2**15; the rest is
# 0 or 1.
_NARROW: Final = {"i8": "i4", "i4": "i2", "i2": "i1"}
# Few households have had help: these fields are 1 and 0 for all others.
_SELDOM: Final = {"factor": 1.0, "factor_until": 0.0}
_HOUSEHOLD: Final = np.dtype(
    [
        (name, _NARROW.get(HOUSEHOLD[name].str[1:], HOUSEHOLD[name].str[1:]))
        for name in HOUSEHOLD.names or ()
        if name not in _SELDOM
    ]
)
# The agenda has a line for every week and stretch there can be; nobody stands in most of them.
_BLANK: Final = np.zeros(AGENDA, LINK)
_BLANK["before"] = _BLANK["behind"] = np.arange(AGENDA)
_PER_QUARTER: Final = ("exposed", "spared", "started")
_OBJECTS: Final = 128  # bytes of an array besides its numbers


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A team between two weeks; with the quarters since today that it has behind it, if any."""

    head: Records
    weeks: NDArray[np.int32]
    wijken: Records
    households: Records
    seldom: NDArray[np.int32]  # households that have had help
    seldom_values: tuple[Records, ...]
    positions: Records
    slots: tuple[Records, ...]
    agenda: tuple[Records, ...]
    ledger: tuple[CountArray, ...]
    past: tuple[CountArray, ...]

    @property
    def nbytes(self) -> int:
        """Memory that it takes."""
        single = (self.head, self.weeks, self.wijken, self.households, self.seldom, self.positions)
        arrays = (*single, *self.seldom_values, *self.slots, *self.agenda, *self.ledger, *self.past)
        return sum(array.nbytes + _OBJECTS for array in arrays)


def taken(
    frame: Records, accounts: Accounts | None = None, quarters: slice | None = None
) -> Checkpoint:
    """Where a frame stands, that may be anywhere between two weeks.

    With `accounts` of this team alone also what these `quarters` of them hold, and what the
    quarter that runs has counted so far; without them the frame stands where a quarter ends.
    """
    own = frame["own"][0]
    number, groups = int(frame["number"][0]), int(frame["ledger"]["groups"][0])
    head = np.zeros(1, _HEAD)
    for name in _SMALL:
        head[name] = frame[name]
    of_households = frame["households"][0, :number]
    households = np.empty(number, _HOUSEHOLD)
    for name in _HOUSEHOLD.names or ():
        households[name] = of_households[name]
    rare = np.zeros(number, bool)
    for name, usual in _SELDOM.items():
        rare |= of_households[name] != usual
    seldom = np.flatnonzero(rare).astype(np.int32)
    slots = int(own["slots"])
    wijken = int(of_households["wijk"].max()) + 1
    return Checkpoint(
        head=head,
        weeks=frame["weeks"][0, : int(frame["last_week"][0])].astype(np.int32),
        wijken=frame["wijken"][0, :wijken].copy(),
        households=households,
        seldom=seldom,
        seldom_values=tuple(of_households[name][seldom] for name in _SELDOM),
        positions=frame["positions"][0, : int(own["positions"])].copy(),
        slots=tuple(frame[name][0, : slots + more].copy() for name, more in _BY_SLOT.items()),
        agenda=_agenda(frame["agenda"][0], slots),
        ledger=_ledger(frame["ledger"], groups, whole=accounts is not None),
        past=() if accounts is None or quarters is None else _past(accounts, quarters),
    )


def take_up(kept: Checkpoint, frame: Records, accounts: Accounts, quarters: slice) -> None:
    """Make a frame stand where a checkpoint was taken, and its accounts say what they said."""
    for name in _SMALL:
        frame[name] = kept.head[name]
    number = kept.households.size
    of_households = frame["households"][0, :number]
    for name in _HOUSEHOLD.names or ():
        of_households[name] = kept.households[name]
    for (name, usual), values in zip(_SELDOM.items(), kept.seldom_values, strict=True):
        of_households[name] = usual
        of_households[name][kept.seldom] = values
    frame["weeks"][0, : kept.weeks.size] = kept.weeks
    frame["wijken"][0, : kept.wijken.size] = kept.wijken
    frame["positions"][0, : kept.positions.size] = kept.positions
    for name, values in zip(_BY_SLOT, kept.slots, strict=True):
        frame[name][0, : values.size] = values
    _take_up_agenda(kept.agenda, frame["agenda"][0])
    _take_up_ledger(kept.ledger, frame["ledger"])
    if kept.past:
        _take_up_past(kept.past, accounts, quarters)


def _agenda(links: Records, slots: int) -> tuple[Records, ...]:
    """Lines in which someone stands, what closes them, and who stands in them."""
    busy = np.flatnonzero(links[:AGENDA] != _BLANK).astype(np.int32)
    return busy, links[busy], links[AGENDA : AGENDA + slots].copy()


def _take_up_agenda(kept: tuple[Records, ...], links: Records) -> None:
    busy, posts, standing = kept
    links[:AGENDA] = _BLANK
    links[busy] = posts
    links[AGENDA : AGENDA + standing.size] = standing


def _ledger(ledger: Records, groups: int, *, whole: bool) -> tuple[CountArray, ...]:
    """Levels, where a quarter ends all that matters; else all that this quarter counted."""
    levels = ledger["levels"][0, :groups].copy()
    if not whole:
        return (np.array([groups]), levels)
    names = ("groups", "quarter", "followed")
    return (
        np.array([ledger[name][0] for name in names]),
        levels,
        ledger["hours"][0].copy(),
        *(ledger[name][0, :groups].copy() for name in ("counts", *_PER_QUARTER)),
    )


def _take_up_ledger(kept: tuple[CountArray, ...], ledger: Records) -> None:
    numbers, levels, *rest = kept
    groups = int(numbers[0])
    ledger["groups"] = groups
    ledger["levels"][0, :groups] = levels
    if rest:
        ledger["quarter"], ledger["followed"] = numbers[1:]
        ledger["hours"][0] = rest[0]
        for name, values in zip(("counts", *_PER_QUARTER), rest[1:], strict=True):
            ledger[name][0, :groups] = values


def _past(accounts: Accounts, quarters: slice) -> tuple[CountArray, ...]:
    """Quarters gone by: counts and hours as they are, curves up to the oldest age there is."""
    curves = [getattr(accounts, name)[:, quarters] for name in _PER_QUARTER]
    used = [curve.any(axis=(0, 1, 2)).nonzero()[0] for curve in curves]
    oldest = max((int(ages[-1]) + 1 for ages in used if ages.size), default=0)
    return (
        accounts.counts[:, quarters].copy(),
        accounts.hours[:, quarters].copy(),
        *(curve[..., :oldest].copy() for curve in curves),
    )


def _take_up_past(kept: tuple[CountArray, ...], accounts: Accounts, quarters: slice) -> None:
    counts, hours, *curves = kept
    accounts.counts[:, quarters] = counts
    accounts.hours[:, quarters] = hours
    for name, values in zip(_PER_QUARTER, curves, strict=True):
        table = getattr(accounts, name)
        table[:, quarters, :, : values.shape[-1]] = values
        table[:, quarters, :, values.shape[-1] :] = 0
