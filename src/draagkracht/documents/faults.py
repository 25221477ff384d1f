"""From what pydantic found to one typed error: the first in the order of the file."""

import datetime as dt
import re
import types
from collections.abc import Mapping
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from draagkracht.documents.errors import (
    DraagkrachtError,
    EmptyValue,
    Inconsistent,
    MissingKey,
    NotOneOf,
    OutOfRange,
    TooMany,
    UnknownKey,
    WrongForm,
    WrongType,
)
from draagkracht.documents.nearest import nearest
from draagkracht.documents.place import Location, order_of, place_of, value_at

_EXPECTED: Final[Mapping[str, str]] = {
    "float_type": "een getal",
    "finite_number": "een gewoon getal",
    "int_type": "een heel getal",
    "int_from_float": "een heel getal",
    "string_type": "een tekst tussen aanhalingstekens",
    "bool_type": "true of false",
    "date_type": "een datum zoals 2027-01-01",
    "tuple_type": "een lijst",
    "model_type": "een tabel met namen en waarden",
    "dict_type": "een tabel met namen en waarden",
    "mapping_type": "een tabel met namen en waarden",
}
_NUMBERS: Final = ("float_type", "int_type")
_NUMBER_TEXT: Final = re.compile(r"\s*[-+]?\d[\d_]*([.,]\d+)?\s*")


def first_fault(error: ValidationError, kind: type[BaseModel], raw: object) -> DraagkrachtError:
    """The typed error for the fault that comes first in the file `raw` was read from."""
    details = _without_results(error.errors(include_url=False))
    first = min(details, key=lambda detail: order_of(_location(detail), raw))
    return _typed(first, kind, raw)


def _without_results(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without lists that are too short only because their items are wrong: the items tell why."""
    places = [_location(detail) for detail in details]
    return [
        detail
        for detail, place in zip(details, places, strict=True)
        if detail["type"] != "too_short"
        or not any(other != place and other[: len(place)] == place for other in places)
    ]


def _location(detail: ErrorDetails) -> Location:
    return tuple(key for key in detail["loc"] if key != "[key]")


def _typed(detail: ErrorDetails, kind: type[BaseModel], raw: object) -> DraagkrachtError:
    location = _location(detail)
    value = value_at(location, raw)
    place = place_of(location, raw)
    table = place_of(location[:-1], raw) or None
    code = detail["type"]
    context = detail.get("ctx", {})
    key = str(location[-1]) if location else ""
    if code == "extra_forbidden":
        known = _keys_at(kind, location[:-1])
        return UnknownKey(key=key, nearest=nearest(key, known), known=known, place=table)
    if code == "missing":
        return MissingKey(key=key, place=table)
    if code == "literal_error":
        known = _literals(context.get("expected", ""))
        if detail["loc"][-1] == "[key]":
            return UnknownKey(key=key, nearest=nearest(key, known), known=known, place=table)
        if not isinstance(value, str):
            return WrongType(expected=_EXPECTED["string_type"], got=_described(value), place=place)
        return NotOneOf(value=value, nearest=nearest(value, known), known=known, place=place)
    if code in _EXPECTED:
        return _wrong_type(code, value, place)
    if isinstance(value, int | float) and (bound := _outside(code, context, value, place)):
        return bound
    if code in ("string_too_short", "too_short"):
        return EmptyValue(place=place)
    if code == "too_long":
        count, most = int(context["actual_length"]), int(context["max_length"])
        return TooMany(what="regels", count=count, bound=most, place=place)
    if code == "string_pattern_mismatch":
        example = _example(kind, location) or str(context["pattern"])
        return WrongForm(value=str(value), example=example, place=place)
    return Inconsistent(
        what=f"Deze waarde kan hier niet: {_described(value)}.",
        remedy="Verbeter de waarde.",
        place=place,
    )


def _wrong_type(code: str, value: object, place: str) -> DraagkrachtError:
    expected, got = _EXPECTED[code], _described(value)
    if code in _NUMBERS and isinstance(value, str) and _NUMBER_TEXT.fullmatch(value):
        return WrongType(expected=expected, got=got, advice="unquote", place=place)
    if code == "string_type" and isinstance(value, int | float | dt.date):
        return WrongType(expected=expected, got=got, advice="quote", place=place)
    return WrongType(expected=expected, got=got, place=place)


def _outside(
    code: str, context: Mapping[str, Any], value: float, place: str
) -> DraagkrachtError | None:
    exclusive = code in ("greater_than", "less_than")
    low = context.get("ge", context.get("gt"))
    high = context.get("le", context.get("lt"))
    if low is None and high is None:
        return None
    return OutOfRange(value=value, low=low, high=high, exclusive=exclusive, place=place)


def _described(value: object) -> str:
    """A value in Dutch words, as the writer of the file sees it."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value if len(value) <= 40 else value[:39] + "…"}"'
        case int() | float():
            return f"{value}"[:40]
        case dt.datetime() | dt.date() | dt.time():
            return f"de datum of tijd {value.isoformat()}"
        case tuple():
            return "een lijst"
        case Mapping():
            return "een tabel"
        case _:
            return "niets"


def _literals(expected: str) -> tuple[str, ...]:
    return tuple(re.findall(r"'([^']*)'", expected))


def _keys_at(kind: type[BaseModel], location: Location) -> tuple[str, ...]:
    """The keys that the table at `location` may have."""
    return tuple(_fields_at(kind, location))


def _example(kind: type[BaseModel], location: Location) -> str | None:
    """What the field at `location` gives as an example of itself."""
    field = _fields_at(kind, location[:-1]).get(str(location[-1]))
    return str(field.examples[0]) if field is not None and field.examples else None


def _fields_at(kind: type[BaseModel], location: Location) -> dict[str, FieldInfo]:
    """The fields of the model at `location`, by their key in the file."""
    here: object = kind
    for key in location:
        if isinstance(key, str):
            fields = _fields(_model_in(here))
            here = fields[key].annotation if key in fields else None
    return _fields(_model_in(here))


def _fields(model: type[BaseModel] | None) -> dict[str, FieldInfo]:
    if model is None:
        return {}
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model in an annotation such as `tuple[Wijk, ...]` or `Ramp | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (Annotated, Union, types.UnionType, tuple):
        for argument in get_args(annotation):
            if (model := _model_in(argument)) is not None:
                return model
    return None
