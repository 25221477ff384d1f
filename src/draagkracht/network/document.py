"""The network form: a document of stations, who comes to them and where they go."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Literal

from pydantic import Field

from draagkracht.documents.document import Document, Part

END: Final = "end"
MOST_STATIONS: Final = 500
MOST_TIME: Final = 1e12
MOST_SERVERS: Final = 1_000_000
MOST_SHARED: Final = 1e12
MOST_REPLICATIONS: Final = 100_000
MOST_SEED: Final = 2**63 - 1


class Servers(Part):
    """A number of servers, or of a shared rate, from a moment on."""

    written: ClassVar[Literal["tables", "inline", "dotted"]] = "inline"
    start: float = Field(alias="from", ge=0, le=MOST_TIME)
    value: float = Field(ge=0, le=MOST_SHARED)


class Arrivals(Part):
    """A rate of arrivals of one kind, from a moment on until the next of that kind."""

    written: ClassVar[Literal["tables", "inline", "dotted"]] = "inline"
    kind: str = Field(default="case", min_length=1)
    start: float = Field(alias="from", default=0.0, ge=0, le=MOST_TIME)
    rate: float = Field(ge=0, le=MOST_TIME)


class Station(Part):
    """A place where people wait and are served.

    `servers`, `service`, `patience` and `routes` have several forms; see planning.py.
    """

    name: str = Field(min_length=1)
    servers: Any
    service: Any
    sharing: bool = False
    cap_per_case: float | None = Field(default=None, gt=0, le=MOST_SHARED)
    max_cases: int | None = Field(default=None, ge=1, le=MOST_SERVERS)
    priority: tuple[str, ...] | None = None
    patience: Any = None
    arrivals: tuple[Arrivals, ...] = ()
    routes: Any = None
    gave_up_to: Mapping[str, float] | None = None


class Network(Document):
    """Stations in one unit of time, and how often and how long to simulate them.

    `read_network` reads and checks one; this class alone knows only the form of single keys.
    """

    format: Literal[1] = 1
    time_unit: str = Field(min_length=1)
    warmup: float = Field(default=0.0, ge=0, le=MOST_TIME)
    horizon: float = Field(gt=0, le=MOST_TIME)
    report: tuple[tuple[float, float], ...] | None = Field(default=None, min_length=1)
    replications: int = Field(default=1, ge=1, le=MOST_REPLICATIONS)
    seed: int = Field(default=1, ge=0, le=MOST_SEED)
    stations: tuple[Station, ...] = Field(alias="station", min_length=1, max_length=MOST_STATIONS)
