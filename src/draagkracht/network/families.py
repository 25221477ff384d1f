"""The families of service and of patience, as they are written in a document."""

import math
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from pydantic import Field

from draagkracht.documents.document import Part
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import (
    DraagkrachtError,
    MissingKey,
    NotOneOf,
    OutOfRange,
    WrongType,
)
from draagkracht.documents.nearest import nearest
from draagkracht.documents.reading import shaped
from draagkracht.network.errors import UnequalLists, WrongOrder
from draagkracht.network.telling import told

MOST: Final = 1e12  # of any time, rate or amount


class Empirical(Part):
    """One of `values`, with chances in the proportion of `weights`; without them all alike."""

    family: Literal["empirical"]
    values: tuple[float, ...] = Field(min_length=1, max_length=10_000)
    weights: tuple[float, ...] | None = None


class Exponential(Part):
    """Exponential with its mean."""

    family: Literal["exponential"]
    mean: float = Field(gt=0, le=MOST)


class Deterministic(Part):
    """Always the same."""

    family: Literal["deterministic"]
    value: float = Field(ge=0, le=MOST)


class Lognormal(Part):
    """Lognormal: mean and deviation of the logarithm."""

    family: Literal["lognormal"]
    mu: float = Field(ge=-50, le=50)
    sigma: float = Field(ge=0, le=10)


class Uniform(Part):
    """As likely anywhere between two bounds."""

    family: Literal["uniform"]
    low: float = Field(ge=0, le=MOST)
    high: float = Field(ge=0, le=MOST)


class Erlang(Part):
    """The sum of `shape` exponential stretches, with the mean of the whole."""

    family: Literal["erlang"]
    shape: int = Field(ge=1, le=10_000)
    mean: float = Field(gt=0, le=MOST)


class Gamma(Part):
    """Gamma with its shape and its mean."""

    family: Literal["gamma"]
    shape: float = Field(ge=0.01, le=10_000)
    mean: float = Field(gt=0, le=MOST)


class LogLogistic(Part):
    """Half have given up at `scale`, the steeper the larger `shape`."""

    family: Literal["loglogistic"]
    shape: float = Field(ge=0.05, le=100)
    scale: float = Field(gt=0, le=MOST)


class Risk(Part):
    """Hazard ln(1 + (x/scale)^shape) a unit of time after waiting x."""

    family: Literal["risk"]
    shape: float = Field(ge=0.1, le=50)
    scale: float = Field(gt=0, le=MOST)


Service: TypeAlias = Empirical | Exponential | Deterministic | Lognormal | Uniform | Erlang | Gamma
Patience: TypeAlias = Exponential | LogLogistic | Risk

SERVICES: Final[Mapping[str, type[Service]]] = {
    "empirical": Empirical,
    "exponential": Exponential,
    "deterministic": Deterministic,
    "lognormal": Lognormal,
    "uniform": Uniform,
    "erlang": Erlang,
    "gamma": Gamma,
}
PATIENCES: Final[Mapping[str, type[Patience]]] = {
    "exponential": Exponential,
    "loglogistic": LogLogistic,
    "risk": Risk,
}


def service_in(table: object, place: str) -> Service:
    """The service in a table. Raises: a `DraagkrachtError` with `place`."""
    found = _family_in(table, SERVICES, place)
    assert isinstance(found, Service)
    if isinstance(found, Empirical):
        _check_empirical(found, place)
    if isinstance(found, Uniform) and found.low > found.high:
        raise WrongOrder(first="low", low=found.low, second="high", high=found.high, place=place)
    return found


def patience_in(table: object, place: str) -> Patience:
    """The patience in a table. Raises: a `DraagkrachtError` with `place`."""
    found = _family_in(table, PATIENCES, place)
    assert isinstance(found, Patience)
    return found


def _family_in(table: object, families: Mapping[str, type[Part]], place: str) -> Part:
    if not isinstance(table, Mapping):
        raise WrongType(
            expected='een tabel zoals { family = "exponential", mean = 2.0 }',
            got=told(table),
            place=place,
        )
    if "family" not in table:
        raise MissingKey(key="family", place=place)
    name = table["family"]
    if not isinstance(name, str) or name not in families:
        shown = name if isinstance(name, str) else told(name)
        raise NotOneOf(
            value=shown,
            nearest=nearest(shown, families),
            known=tuple(families),
            place=f"{place}{STEP}family",
        )
    try:
        return shaped(table, families[name])
    except DraagkrachtError as error:
        raise error.within(place) from None


def _check_empirical(found: Empirical, place: str) -> None:
    for number, value in enumerate(found.values, start=1):
        if not 0 <= value <= MOST:
            where = f"{place}{STEP}values {number}"
            raise OutOfRange(value=value, low=0, high=MOST, place=where)
    if found.weights is None:
        return
    if len(found.weights) != len(found.values):
        raise UnequalLists(
            first="values",
            first_count=len(found.values),
            second="weights",
            second_count=len(found.weights),
            place=place,
        )
    for number, value in enumerate(found.weights, start=1):
        if not 0 <= value <= MOST:
            where = f"{place}{STEP}weights {number}"
            raise OutOfRange(value=value, low=0, high=MOST, place=where)
    if sum(found.weights) <= 0:
        raise OutOfRange(
            value=sum(found.weights), low=0, exclusive=True, place=f"{place}{STEP}weights"
        )


def mean_of_service(service: Service) -> float:
    """The mean of a service.

    >>> mean_of_service(Uniform(family="uniform", low=1.0, high=4.0))
    2.5
    """
    match service:
        case Empirical():
            weights = service.weights or (1.0,) * len(service.values)
            total = math.fsum(weights)
            parts = zip(service.values, weights, strict=True)
            return math.fsum(value * weight / total for value, weight in parts)
        case Deterministic():
            return service.value
        case Lognormal():
            return math.exp(service.mu + 0.5 * service.sigma**2)
        case Uniform():
            return 0.5 * (service.low + service.high)
    return service.mean
