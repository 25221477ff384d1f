"""The figures that are more than five years old, as a page of text."""

import datetime as dt
import textwrap
from collections.abc import Iterator, Sequence

from draagkracht.cli.figure_page import WIDTH, years_of
from draagkracht.evidence.age import last_year, setting_sources
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.evidence.figure import Figure
from draagkracht.language.dates import dutch_date

_YEARS_WIDTH = 9


def stale_page(figures: Sequence[Figure], catalogue: Catalogue, *, today: dt.date) -> str:
    """The figures with their years, labels and sources, in Dutch and in the order given."""
    day = dutch_date(today)
    if not figures:
        return f"Op {day} is geen enkel cijfer met een bron ouder dan vijf jaar."
    dated = sum(last_year(figure, catalogue) is not None for figure in catalogue.figures.values())
    lines = [f"Ouder dan vijf jaar op {day}: {len(figures)} van {dated} cijfers met een bron."]
    for figure in figures:
        lines += ["", *_entry(figure, catalogue)]
    lines += ["", "Een aanname staat hier niet bij: die rust op geen bron."]
    return "\n".join(lines)


def _entry(figure: Figure, catalogue: Catalogue) -> Iterator[str]:
    if figure.applies is not None and figure.local is None:
        years = years_of(figure.applies)
    else:
        years = str(last_year(figure, catalogue))
    yield from _hung(f"{years:<{_YEARS_WIDTH}}  {figure.label_nl}")
    yield from _hung(" " * (_YEARS_WIDTH + 2) + figure.name)
    for source in setting_sources(figure, catalogue):
        yield from _hung(
            " " * (_YEARS_WIDTH + 2) + f"{source.publisher} ({source.year}): {source.title}"
        )


def _hung(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        subsequent_indent=" " * (_YEARS_WIDTH + 4),
        break_long_words=False,
        break_on_hyphens=False,
    )
