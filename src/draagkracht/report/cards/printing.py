"""`kaarten.pdf`: how to make the cards, the cards themselves, and a meeting of two hours."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from draagkracht.documents.errors import Inconsistent
from draagkracht.documents.saving import save_bytes
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.language.colours import COLOUR_MEANINGS, COLOUR_WORDS
from draagkracht.language.dates import dutch_date
from draagkracht.plans.menu import Menu
from draagkracht.report.amount import counted
from draagkracht.report.cards.face import card_face
from draagkracht.report.cards.meeting import meeting
from draagkracht.report.typesetting import Content, typeset

if TYPE_CHECKING:
    from draagkracht.choice.ranking import Ranking

TEMPLATE: Final = "cards.typ"
WORKED_EXAMPLE: Final = "Rekenvoorbeeld"
NOT_TESTED: Final = "nog niet getoetst aan uitkomsten"
_TOO_LONG: Final = "card too long: "  # what the template says before the name of the card


def print_cards(
    ranking: "Ranking",
    menu: Menu,
    *,
    path: Path | str,
    date: dt.date,
    catalogue: Catalogue | None = None,
) -> None:
    """Write the cards of a ranking and the draaiboek to `path` as an accessible PDF.

    The cards come in the order of the ranking, two on a sheet of A4: cut once, fold each. `date`
    is the day that stands on the sheets. The same ranking and date give the same bytes.

    Raises: Inconsistent for a card with more text than fits, CannotWrite.
    """
    save_bytes(Path(path), cards_pdf(ranking, menu, date=date, catalogue=catalogue))


def cards_pdf(
    ranking: "Ranking", menu: Menu, *, date: dt.date, catalogue: Catalogue | None = None
) -> bytes:
    """The bytes of `print_cards`. Raises: Inconsistent."""
    import typst  # late: only paper needs it

    figures = read_catalogue() if catalogue is None else catalogue
    faces = [card_face(effect, menu, figures, members=ranking.members) for effect in ranking.cards]
    content: dict[str, Content] = {
        "town": ranking.town_name,
        "title": f"Kaarten en draaiboek voor {ranking.town_name}",
        "marks": _marks(worked_example=ranking.worked_example),
        "made": dutch_date(date),
        "scenario": ranking.scenario,
        "members": str(counted(ranking.members, "toekomst", "toekomsten")),
        "count": str(counted(len(faces), "kaart", "kaarten")),
        "colours": [
            {"name": name, "word": word, "meaning": COLOUR_MEANINGS[name]}
            for name, word in COLOUR_WORDS.items()
        ],
        "cards": faces,
        "meeting": meeting(),
    }
    try:
        return typeset(TEMPLATE, {key: _kept(value) for key, value in content.items()}, date=date)
    except typst.TypstError as error:
        _, found, rest = str(error).partition(_TOO_LONG)
        if not found:
            raise
        raise Inconsistent(
            what="Deze kaart heeft meer tekst dan er op een kaart van A6 past.",
            remedy="Maak summary, asks, gives, side_effects of legal korter.",
            place=rest.partition(";")[0],
        ) from None


def _kept(content: Content) -> Content:
    """The same, with every number and its percent sign on one line."""
    if isinstance(content, str):
        return content.replace(" %", "\N{NO-BREAK SPACE}%")
    if isinstance(content, Mapping):
        return {key: _kept(value) for key, value in content.items()}
    if isinstance(content, Sequence):
        return [_kept(value) for value in content]
    return content


def _marks(*, worked_example: bool) -> str:
    """What stands on every card and every sheet."""
    if worked_example:
        return f"{WORKED_EXAMPLE} · {NOT_TESTED}"
    return NOT_TESTED[:1].upper() + NOT_TESTED[1:]
