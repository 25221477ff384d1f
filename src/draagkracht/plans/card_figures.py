"""Whether cards and forms name figures that exist, in the unit that their effect needs."""

from collections.abc import Iterator
from pathlib import Path

from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DraagkrachtError, Inconsistent
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.language.units import UNIT_WORDS
from draagkracht.model.levers import LEVERS
from draagkracht.plans.effect import Effect
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import Menu
from draagkracht.plans.organisation import OrganisationForm


def check_card_figures(menu: Menu, catalogue: Catalogue, *, own: Path | None = None) -> None:
    """Refuse a card or form whose figure is not there, or says something else than is needed.

    `own` is the folder of a town's own cards, so that the message names the file.

    Raises: UnknownName with the nearest figure, Inconsistent for a unit that does not fit.

    >>> from draagkracht.evidence.catalogue import read_catalogue
    >>> from draagkracht.plans.menu import read_menu
    >>> check_card_figures(read_menu(), read_catalogue())
    """
    documents: dict[str, Intervention | OrganisationForm] = {**menu.cards, **menu.forms}
    for name, document in documents.items():
        for place, figure, unit in _asked(document):
            try:
                _check(figure, unit, catalogue)
            except DraagkrachtError as error:
                file = None if own is None else own / "interventions" / f"{name}.toml"
                if file is not None and file.exists():
                    error = error.in_file(str(file))
                raise error.within(place) from None


def unit_needed(effect: Effect) -> str:
    """The unit in which an effect takes its figure.

    >>> from draagkracht.plans.menu import read_menu
    >>> [unit_needed(effect) for effect in read_menu().card("simplifying_sessions").effects]
    ['share_change']
    """
    unit = LEVERS[effect.lever].unit
    if effect.operation == "scale":
        return "ratio"
    return "share_change" if effect.operation == "add" and unit == "share" else unit


def _asked(document: Intervention | OrganisationForm) -> Iterator[tuple[str, str, str]]:
    for number, effect in enumerate(document.effects, start=1):
        yield f"effect {number}{STEP}figure", effect.figure, unit_needed(effect)
    for number, cost in enumerate(document.costs, start=1):
        yield f"cost {number}{STEP}figure", cost.figure, cost.unit


def _check(name: str, unit: str, catalogue: Catalogue) -> None:
    figure = catalogue.figure(name)
    if figure.unit != unit:
        raise Inconsistent(
            what=f'Het cijfer "{name}" heeft de eenheid {figure.unit} ({_words(figure.unit)}); '
            f"hier past {unit} ({_words(unit)}).",
            remedy="Verander de eenheid van het cijfer, of wat de kaart ermee doet.",
        )


def _words(unit: str) -> str:
    return UNIT_WORDS[unit].many
