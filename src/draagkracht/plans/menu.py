"""The menu: all cards and all forms of organisation, by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from draagkracht.documents.digest import digest, digest_of
from draagkracht.documents.document import Document
from draagkracht.documents.errors import DoubleName, MissingFile, UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.documents.reading import read_document
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.town.packaged import DATA

# What all koersen are compared with; a card of this name, laid alone, would take its place.
NOTHING_LAID: Final = "doorgaan_zoals_nu"

D = TypeVar("D", bound=Document)


@dataclass(frozen=True)
class Menu:
    """Cards and forms of organisation, each under the name of its file."""

    cards: Mapping[str, Intervention]
    forms: Mapping[str, OrganisationForm]

    def card(self, name: str) -> Intervention:
        """The card of this name.

        Raises: UnknownName with the nearest name.
        """
        return _named(name, self.cards, what="kaart")

    def form(self, name: str) -> OrganisationForm:
        """The form of organisation of this name.

        Raises: UnknownName with the nearest name.
        """
        return _named(name, self.forms, what="organisatievorm")

    @cached_property
    def digest(self) -> str:
        """SHA-256 over names and canonical texts: another menu, another fingerprint."""
        parts = [(name, digest(document)) for name, document in self._documents()]
        return digest_of([text for part in parts for text in part])

    @cached_property
    def figures(self) -> frozenset[str]:
        """Names of all figures that effects and costs use."""
        documents = [document for _, document in self._documents()]
        moved = {effect.figure for document in documents for effect in document.effects}
        return frozenset(moved | {cost.figure for document in documents for cost in document.costs})

    @cached_property
    def sources(self) -> frozenset[str]:
        """Names of all sources that cards and forms rest on."""
        readings = [row for _, document in self._documents() for row in document.evidence]
        named = [name for row in readings for name in (row.source, row.reported_by)]
        named += [card.adoption.source for card in self.cards.values() if card.adoption]
        return frozenset(name for name in named if name is not None)

    def _documents(self) -> Iterator[tuple[str, Intervention | OrganisationForm]]:
        yield from sorted(self.cards.items())
        yield from sorted(self.forms.items())


def read_menu(folder: Path | None = None, *, own: Path | None = None) -> Menu:
    """The menu in a folder with `interventions/` and `organisation/`; by default the packaged one.

    `own` is a folder with `interventions/` of a town itself, whose cards lie beside the others.

    Raises: a `DraagkrachtError` with file, place and remedy; also where a card needs or excludes
    one that is not there, or is named as a form.

    >>> sorted(read_menu().forms)
    ['current', 'without_wijkteam']
    """
    folder = DATA if folder is None else folder
    cards = _read_all(folder / "interventions", Intervention)
    added = {} if own is None else _read_all(own / "interventions", Intervention)
    for name in added:
        if name in cards:
            file = str((own or folder) / "interventions" / f"{name}.toml")
            raise DoubleName(what="kaart", name=name, file=file)
    menu = Menu(
        cards=MappingProxyType({**cards, **added}),
        forms=_read_all(folder / "organisation", OrganisationForm),
    )
    codes: dict[str, str] = {}
    for name, card in menu.cards.items():
        home = own if own is not None and name in added else folder
        file = str(home / "interventions" / f"{name}.toml")
        if codes.setdefault(card.code, name) != name:
            raise DoubleName(what="kaartcode", name=card.code, file=file, place="code")
        if name == NOTHING_LAID:
            raise DoubleName(what="kaart en koers", name=name, file=file)
        if name in menu.forms:
            raise DoubleName(what="kaart en organisatievorm", name=name, file=file)
        for key, others in (("needs", card.needs), ("excludes", card.excludes)):
            for other in others:
                if other not in menu.cards:
                    raise _unknown(other, menu.cards, what="kaart", place=key).in_file(file)
    return menu


def _read_all(folder: Path, kind: type[D]) -> Mapping[str, D]:
    if not folder.is_dir():
        raise MissingFile(file=str(folder))
    paths = sorted(folder.glob("*.toml"))
    return MappingProxyType({path.stem: read_document(path, kind) for path in paths})


def _named(name: str, known: Mapping[str, D], *, what: str) -> D:
    if name not in known:
        raise _unknown(name, known, what=what)
    return known[name]


def _unknown(
    name: str, known: Mapping[str, D], *, what: str, place: str | None = None
) -> UnknownName:
    close = nearest(name, known)
    return UnknownName(what=what, name=name, nearest=close, known=tuple(sorted(known)), place=place)
