"""Reading a network: a file, a table of plain values, or a document that was read before."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.file_text import read_text
from draagkracht.documents.reading import shaped
from draagkracht.documents.syntax import parse_toml
from draagkracht.network.checking import check_network
from draagkracht.network.document import Network


def read_network(source: "Network | Mapping[str, Any] | Path | str") -> Network:
    """The network in a file or in plain tables, as tomllib gives them; checked.

    Raises: a `DraagkrachtError` with file, place and remedy.

    >>> station = {"name": "desk", "servers": 2, "arrivals": [{"kind": "call", "rate": 3.0}]}
    >>> station["service"] = {"family": "exponential", "mean": 0.5}
    >>> network = read_network({"time_unit": "hour", "horizon": 1000.0, "station": [station]})
    >>> network.stations[0].name
    'desk'
    """
    if isinstance(source, Network):
        check_network(source)
        return source
    if isinstance(source, Mapping):
        return _checked({key: _settled(value) for key, value in source.items()})
    path = Path(source)
    try:
        return _checked(parse_toml(read_text(path)))
    except DraagkrachtError as error:
        raise error.in_file(str(path)) from None


def _checked(data: Mapping[str, object]) -> Network:
    network = shaped(data, Network)
    check_network(network)
    return network


def _settled(value: object) -> object:
    """Lists as tuples, all the way down: documents are frozen."""
    if isinstance(value, Mapping):
        return {key: _settled(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_settled(item) for item in value)
    return value
