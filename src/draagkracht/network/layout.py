"""What a network is to the kernel: records of stations, classes, streams and cases.

A class is one kind at one station. Times are in the unit of the document; what is added up is
kept in whole parts of a fixed length, so that a sum does not depend on the order of adding.
"""

from typing import Final, NamedTuple

import numpy as np

from draagkracht.engine.arrays import FloatArray, Records

# What a draw is for.
ARRIVAL, SERVICE, PATIENCE, ROUTE = range(4)
PURPOSES: Final = 4

# Kinds of event, in the order in which they come when they fall at one moment.
STEP, END, COMING, GIVING_UP = range(4)

# How a station is worked.
GENERAL, QUICK, SHARING = range(3)

# Families of amounts and of patience.
EMPIRICAL, EXPONENTIAL, DETERMINISTIC, LOGNORMAL, UNIFORM, GAMMA = range(6)
PATIENT, IMPATIENT_EXPONENTIAL, IMPATIENT_LOGLOGISTIC, IMPATIENT_RISK = range(4)

OUT: Final = -1  # instead of a station: the case leaves the network
NOBODY: Final = -1

# How a call of the kernel ends.
DONE, MORE_CASES, MORE_TRACE = range(3)

STREAM_BITS: Final = 36  # ranks in one stream of arrivals
PARTS: Final = 1 << 38  # the horizon in whole parts

RUN: Final = np.dtype(
    [
        ("keys", "u8", (PURPOSES,)),
        ("horizon", "f8"),
        ("parts", "f8"),  # whole parts in a unit of time
        ("segment_end", "f8"),
        ("segment_end_parts", "i8"),
        ("segment", "i8"),
        ("segments", "i8"),
        ("stations", "i8"),
        ("kinds", "i8"),
        ("sources", "i8"),  # stations and streams
        ("posts", "i8"),
        ("places", "i8"),
        ("first_case", "i8"),  # number of case 0 in the calendar
        ("free", "i8"),  # first case that is not in use
        ("unused", "i8"),  # cases from here on were never in use
        ("capacity", "i8"),
        ("in_system", "i8"),
        ("most_in_system", "i8"),
        ("traced", "i8"),
        ("trace_rows", "i8"),
        ("scanned", "i8"),
        ("begun", "i8"),
    ],
    align=True,
)

STATION: Final = np.dtype(
    [
        ("way", "i4"),  # GENERAL, QUICK or SHARING
        ("first_line", "i4"),
        ("last_line", "i4"),  # one after the last
        ("first_place", "i4"),
        ("places", "i4"),
        ("servers", "i4"),
        ("busy", "i4"),
        ("free", "i4"),  # first place that is free
        ("waiting", "i4"),
        ("next_place", "i4"),  # that ends first, of a quick station
        ("alone", "i4"),  # nobody is sent here, and nobody is sent on
        ("first_stream", "i4"),
        ("last_stream", "i4"),  # one after the last
        ("next_step", "i4"),
        ("end_of_steps", "i4"),
        ("most", "i8"),  # cases that may share at one time
        ("joined", "i8"),  # cases that began to share
        ("closings", "i8"),  # which heap of closings
        ("cap", "f8"),  # rate of one case at most
        ("rate", "f8"),  # total rate that is shared
        ("virtual", "f8"),
        ("progress", "f8"),
        ("moved", "f8"),  # time up to which virtual time was moved
        ("moved_in", "i8"),  # the stretch that lies in
        ("inside", "i8"),  # cases that share
    ],
    align=True,
)

CLASS: Final = np.dtype(
    [
        ("service", "i4"),
        ("patience", "i4"),
        ("line", "i4"),
        ("first_amount", "i4"),
        ("amounts", "i4"),
        ("ends_here", "i4"),  # whoever is served leaves the network, always
        ("lost_here", "i4"),  # whoever gives up leaves the network
        ("route", "i4"),  # in force now
        ("routes_end", "i4"),
        ("first_lost", "i4"),
        ("lost_end", "i4"),
        ("table", "i4"),  # of the risk
        ("inside", "i4"),  # cases of this class that share
        ("service_a", "f8"),
        ("service_b", "f8"),
        ("patience_a", "f8"),
        ("patience_b", "f8"),
    ],
    align=True,
)

STREAM: Final = np.dtype(
    [
        ("station", "i4"),
        ("kind", "i4"),
        ("piece", "i4"),  # of its rates, in force at the last arrival
        ("end_of_pieces", "i4"),
        ("first", "u8"),  # name of its first case
        ("rank", "i8"),  # of its next case
        ("exposure", "f8"),
    ],
    align=True,
)

# A rate of arrivals, a number of servers or a row of routes, in force from a moment on.
PIECE: Final = np.dtype([("start", "f8"), ("value", "f8")], align=True)
ROUTE_ROW: Final = np.dtype([("start", "f8"), ("first", "i4"), ("end", "i4")], align=True)
TARGET: Final = np.dtype([("reached", "f8"), ("station", "i4")], align=True)

CASE: Final = np.dtype(
    [
        ("entity", "u8"),
        ("joined", "f8"),
        ("deadline", "f8"),
        ("station", "i4"),
        ("kind", "i4"),
        ("visit", "i4"),
        ("free", "i4"),  # the next case that is not in use
    ],
    align=True,
)
PLACE: Final = np.dtype([("case", "i4"), ("free", "i4")], align=True)

# A class in one stretch of time; `…_change` counts for all later stretches.
TALLY: Final = np.dtype(
    [
        ("came", "i8"),
        ("started", "i8"),
        ("ended", "i8"),
        ("gave_up", "i8"),
        ("wait_started", "i8"),
        ("wait_gave_up", "i8"),
        ("queue", "i8"),
        ("queue_change", "i8"),
        ("inside", "i8"),
        ("inside_change", "i8"),
        ("used", "f8"),
    ],
    align=True,
)

TRACE: Final = np.dtype(
    [
        ("time", "f8"),
        ("entity", "u8"),
        ("kind", "i4"),
        ("station", "i4"),
        ("event", "i4"),
    ],
    align=True,
)
ARRIVED, STARTED, ENDED, LEFT_WAITING = range(4)

# Waits are counted in bins of which each is 1/128 wider than where it starts.
_BIN_BITS: Final = 7
BIN_SHIFT: Final = 52 - _BIN_BITS
_OCTAVES: Final = 24
BINS: Final = (_OCTAVES << _BIN_BITS) + 1
LOWEST_BIN: Final = (1023 + 38 - _OCTAVES) << _BIN_BITS  # exponent of PARTS less the octaves


class Floor(NamedTuple):
    """All arrays of one replication."""

    run: Records  # RUN (1,)
    stations: Records  # STATION
    classes: Records  # CLASS (station, kind)
    streams: Records  # STREAM
    front: FloatArray  # next end of every quick or sharing station, next arrival of every stream
    rates: Records  # PIECE
    steps: Records  # PIECE
    routes: Records  # ROUTE_ROW
    targets: Records  # TARGET
    amounts: FloatArray
    reached: FloatArray
    risks: FloatArray  # (class with a risk, panel, 3): engine/risk.py
    ends: FloatArray  # end of the service at every place of the quick stations
    places: Records  # PLACE
    cases: Records  # CASE
    links: Records  # LINK
    heap: Records  # ENTRY
    sources: Records  # ENTRY
    closings: Records  # ENTRY (sharing station, case)
    segments: FloatArray  # bounds of the stretches of time
    tallies: Records  # TALLY (stretch, class)
    waits: Records  # i4 (stretch, class, bin)
    trace: Records  # TRACE
