"""A scenario: figures of the world held at a point of their own spread, and shocks."""

from collections.abc import Sequence
from typing import Final

from pydantic import Field

from draagkracht.documents.document import Document, Part, Wording
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DoubleName, EmptyValue, Inconsistent, UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.scenarios.errors import UnusableName
from draagkracht.scenarios.shock import Shock
from draagkracht.scenarios.world import HOLDABLE, SHOCKABLE, WORLD

_JOIN: Final = "+"  # between the names of a composed scenario


class Hold(Part):
    """A figure kept at one quantile of its own spread in every toekomst."""

    figure: str
    quantile: float = Field(ge=0.01, le=0.99)


class Component(Part):
    """One of the scenarios that a composed one was made of."""

    name: str = Field(min_length=1)
    label: Wording
    story: Wording


class Scenario(Document):
    """One world that every koers runs in; it never touches what parties decide on.

    `components` are there when it was made of several scenarios (`compose_scenarios`): in
    alphabetical order, and only then may shocks of one figure overlap; they multiply. `legal`
    says that the law would have to change for it.
    """

    name: str = Field(min_length=1)
    label: Wording
    story: Wording
    legal: bool = False
    components: tuple[Component, ...] = Field(alias="component", default=())
    holds: tuple[Hold, ...] = Field(alias="hold", default=())
    shocks: tuple[Shock, ...] = Field(alias="shock", default=())

    def check(self) -> None:
        """Refuse figures that are no world's to decide, one held twice, shocks that overlap."""
        if not self.name.strip():
            raise EmptyValue(place="name")
        if not self.components:
            _check_name(self.name, "name")
        for number, hold in enumerate(self.holds, start=1):
            place = f"hold {number} ({hold.figure}){STEP}figure"
            _check_figure(hold.figure, HOLDABLE, place)
            if hold.figure in [row.figure for row in self.holds[: number - 1]]:
                raise DoubleName(what="cijfer", name=hold.figure, place=place)
        for number, shock in enumerate(self.shocks, start=1):
            place = f"shock {number} ({shock.figure})"
            _check_figure(shock.figure, SHOCKABLE, f"{place}{STEP}figure")
            earlier = () if self.components else self.shocks[: number - 1]
            if any(shock.overlaps(other) for other in earlier):
                raise Inconsistent(
                    what="Twee schokken van hetzelfde cijfer vallen over elkaar.",
                    remedy="Maak er één schok van, of zet ze na elkaar.",
                    place=place,
                )
        self._check_legal()
        self._check_components()

    def _check_legal(self) -> None:
        needing = sorted(name for name in self.figures if WORLD[name].needs_law)
        if needing and not self.legal:
            raise Inconsistent(
                what=f'Voor het cijfer "{needing[0]}" moet de wet anders.',
                remedy="Zet erbij: legal = true.",
                place="legal",
            )
        if self.legal and not needing:
            raise Inconsistent(
                what="Hier staat legal = true, maar voor geen van de cijfers moet de wet anders.",
                remedy="Haal de regel weg.",
                place="legal",
            )

    def _check_components(self) -> None:
        """A composed scenario is called after its parts, so that equal worlds have equal texts."""
        if not self.components:
            return
        names = [component.name for component in self.components]
        for number, name in enumerate(names):
            _check_name(name, f"component {number + 1}{STEP}name")
            if name in names[:number]:
                raise DoubleName(what="scenario", name=name, place=f"component {number + 1}")
        if len(names) == 1 or joined(self.components) != (names, self._wording()):
            raise Inconsistent(
                what="Een samengesteld scenario heet naar zijn delen, in de volgorde van het "
                "alfabet.",
                remedy='Haal de blokken weg en schrijf: includes = ["…"].',
                place="component",
            )

    def _wording(self) -> tuple[str, Wording, Wording]:
        return self.name, self.label, self.story

    @property
    def figures(self) -> frozenset[str]:
        """Names of the figures that it holds or shocks."""
        return frozenset(row.figure for row in self.holds) | {row.figure for row in self.shocks}


def joined(components: Sequence[Component]) -> tuple[list[str], tuple[str, Wording, Wording]]:
    """Names in alphabetical order, and name, label and story of the whole."""
    rows = sorted(components, key=lambda row: row.name)
    names = [row.name for row in rows]
    label = Wording(nl=" + ".join(row.label.nl for row in rows))
    story = Wording(nl=" ".join(row.story.nl for row in rows))
    return names, (_JOIN.join(names), label, story)


def _check_name(name: str, place: str) -> None:
    """Composing joins names with a plus; a space would hide where one ends."""
    if _JOIN in name or any(letter.isspace() for letter in name):
        raise UnusableName(name=name, place=place)


def _check_figure(figure: str, allowed: Sequence[str], place: str) -> None:
    if figure in allowed:
        return
    if figure in WORLD:
        raise Inconsistent(
            what=f'Het cijfer "{figure}" kan een scenario niet op deze manier zetten.',
            remedy=f"Hier kan: {', '.join(allowed)}.",
            place=place,
        )
    raise UnknownName(
        what="cijfer waar de wereld over gaat",
        name=figure,
        nearest=nearest(figure, allowed),
        known=tuple(allowed),
        place=place,
    )
