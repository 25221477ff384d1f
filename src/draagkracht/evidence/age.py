"""How old a figure is: a number from long ago may no longer hold, and its reader should know."""

import datetime as dt

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.evidence.figure import Figure
from draagkracht.evidence.source import OLD_AFTER_YEARS, Source


def setting_sources(figure: Figure, catalogue: Catalogue) -> tuple[Source, ...]:
    """The sources that give a figure its value, oldest first; none for an assumption."""
    names = {row.source for row in figure.evidence if row.role == "sets"}
    found = [catalogue.sources[name] for name in names & catalogue.sources.keys()]
    return tuple(sorted(found, key=lambda source: (source.year, source.id)))


def last_year(figure: Figure, catalogue: Catalogue) -> int | None:
    """The last year that what sets a figure tells about; None when nothing sets it.

    That is the end of the time it applies to, else the year of its oldest source. A figure of
    the municipality itself is of the day it was taken.
    """
    if figure.local is not None:
        return figure.local.when.year
    sources = setting_sources(figure, catalogue)
    if not sources:
        return None
    return sources[0].year if figure.applies is None else figure.applies.until


def is_stale(figure: Figure, catalogue: Catalogue, *, today: dt.date) -> bool:
    """Whether what sets a figure is more than five years old today."""
    year = last_year(figure, catalogue)
    return year is not None and today.year - year > OLD_AFTER_YEARS


def stale_figures(catalogue: Catalogue, *, today: dt.date) -> tuple[Figure, ...]:
    """The figures that are more than five years old today, oldest first."""
    dated = [
        (last_year(figure, catalogue) or 0, name)
        for name, figure in catalogue.figures.items()
        if is_stale(figure, catalogue, today=today)
    ]
    return tuple(catalogue.figures[name] for _, name in sorted(dated))
