"""All figures and sources together, read once and never changed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final, get_args

from draagkracht.documents.digest import digest_of
from draagkracht.documents.errors import (
    DoubleName,
    DraagkrachtError,
    UnknownKey,
    UnknownName,
    WrongForm,
    WrongType,
)
from draagkracht.documents.nearest import nearest
from draagkracht.documents.reading import read_tables, shaped
from draagkracht.evidence.figure import Figure, Status
from draagkracht.evidence.source import Source

PACKAGED: Final = Path(__file__).resolve().parent.parent / "data"
STATUSES: Final[tuple[Status, ...]] = get_args(Status)


@dataclass(frozen=True)
class Catalogue:
    """Figures by name and sources by id."""

    figures: Mapping[str, Figure]
    sources: Mapping[str, Source]

    def figure(self, name: str) -> Figure:
        """The figure of that name. Raises: UnknownName with the nearest."""
        if name not in self.figures:
            known = tuple(sorted(self.figures))
            raise UnknownName(what="cijfer", name=name, nearest=nearest(name, known), known=known)
        return self.figures[name]

    def counts(self) -> dict[Status, int]:
        """How many figures have each status; every status is there, also with 0."""
        found = Counter(figure.status for figure in self.figures.values())
        return {status: found[status] for status in STATUSES}

    def assumed_widest_first(self) -> tuple[Figure, ...]:
        """The figures that rest on our judgement, those we know least about first."""
        assumed = [figure for figure in self.figures.values() if figure.status == "assumed"]
        return tuple(sorted(assumed, key=lambda figure: (-figure.factor, figure.name)))

    @cached_property
    def digest(self) -> str:
        """SHA-256 over all figures and sources, whatever file they stand in."""
        figures = [self.figures[name].model_dump_json() for name in sorted(self.figures)]
        sources = [self.sources[name].model_dump_json() for name in sorted(self.sources)]
        return digest_of([*figures, "sources", *sources])


def read_catalogue(folder: Path | None = None, *, own: Path | None = None) -> Catalogue:
    """The figures under `folder/figures`, sources in `folder/sources`; by default the packaged.

    `own` is a folder of the same form, of a town itself: its figures and sources are added.

    Raises: a `DraagkrachtError` with file, place and remedy, the first in the order of file
    names; also for a spread that cannot be, and a name that stands twice.
    """
    data = PACKAGED if folder is None else folder
    figures: dict[str, Figure] = {}
    sources: dict[str, Source] = {}
    for home in (data,) if own is None else (data, own):
        for path in sorted((home / "figures").rglob("*.toml")):
            _add_figures(path, figures)
        for path in sorted((home / "sources").glob("*.toml")):
            _add_sources(path, sources)
    return Catalogue(MappingProxyType(figures), MappingProxyType(sources))


def _add_figures(path: Path, figures: dict[str, Figure]) -> None:
    for group, tables in read_tables(path).items():
        if not isinstance(tables, dict) or "central" in tables or "unit" in tables:
            example = f"[team.{group}]"
            raise WrongForm(value=group, example=example, file=str(path), place=group)
        for short, table in tables.items():
            name = f"{group}.{short}"
            try:
                if name in figures:
                    raise DoubleName(what="cijfer", name=name)
                figures[name] = _figure(name, table)
            except DraagkrachtError as error:
                raise error.within(name).in_file(str(path)) from None


def _figure(name: str, table: object) -> Figure:
    figure = shaped(_named(table, "name", name), Figure)
    figure.spread  # noqa: B018 - refuses an infeasible triple while file and place are known
    return figure


def _add_sources(path: Path, sources: dict[str, Source]) -> None:
    for name, table in read_tables(path).items():
        try:
            if name in sources:
                raise DoubleName(what="bron", name=name)
            sources[name] = shaped(_named(table, "id", name), Source)
        except DraagkrachtError as error:
            raise error.within(name).in_file(str(path)) from None


def _named(table: object, key: str, name: str) -> Mapping[str, object]:
    """The raw table with its name in it; the name stands in the header and nowhere else."""
    if not isinstance(table, dict):
        raise WrongType(expected="een tabel met namen en waarden", got="één waarde")
    if key in table:
        raise UnknownKey(key=key, nearest=None, known=())
    return {key: name, **table}
