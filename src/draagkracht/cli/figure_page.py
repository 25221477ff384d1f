"""One figure as a page of text that a civil servant can read."""

import datetime as dt
import textwrap
from collections.abc import Iterator

from draagkracht.evidence.age import is_stale, last_year
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.evidence.figure import Applies, Evidence, Figure
from draagkracht.language.dates import dutch_date
from draagkracht.language.units import dutch_amount, dutch_amount_range
from draagkracht.language.words import BASIS_WORDS, GRADE_WORDS, STATUS_WORDS

WIDTH = 88
_DIGITS = 3  # a figure is shown as it stands in its file, not as an estimate


def figure_page(figure: Figure, catalogue: Catalogue, *, today: dt.date) -> str:
    """Value, range, status, age, reasons and sources of a figure, in Dutch."""
    lines = [figure.label_nl, figure.name, ""]
    lines += _wrapped(_amounts(figure))
    lines += _wrapped(f"Status: {STATUS_WORDS[figure.status]}.")
    if is_stale(figure, catalogue, today=today):
        year = last_year(figure, catalogue)
        lines += _wrapped(f"Ouder dan vijf jaar: dit cijfer gaat over {year} of eerder.")
    for head, text in _reasons(figure):
        lines += _wrapped(f"{head}: {text}")
    if figure.evidence:
        lines += ["", "Bronnen"]
        for row in figure.evidence:
            lines += _source_lines(row, catalogue)
    return "\n".join(lines)


def _amounts(figure: Figure) -> str:
    central = dutch_amount(figure.central, figure.unit, _DIGITS)
    if figure.spread.is_constant:
        return f"{central}, zonder bereik."
    spread = dutch_amount_range(figure.low, figure.high, figure.unit, _DIGITS)
    return f"{central}; in 8 van de 10 toekomsten {spread} ({BASIS_WORDS[figure.basis]})."


def _reasons(figure: Figure) -> Iterator[tuple[str, str]]:
    if figure.because is not None:
        yield "Waarom", figure.because.nl
    if figure.narrow is not None:
        yield "Waarom geen ruimer bereik", figure.narrow.nl
    if figure.ask is not None:
        yield "Wie het kan weten", figure.ask.nl
    if figure.formula is not None:
        numbers = ", ".join(f"{name} = {value:.12g}" for name, value in figure.numbers.items())
        yield "Formule", f"{figure.formula}, met {numbers}"
    if figure.local is not None:
        own = figure.local
        yield "Van de gemeente", f"{own.who}, {dutch_date(own.when)}, {own.system}"
    yield "Betekenis (Engels)", figure.meaning
    if figure.applies is not None:
        seen = figure.applies
        yield "Geldt voor (Engels)", f"{seen.where}, {years_of(seen)}: {seen.work}"


def years_of(seen: Applies) -> str:
    """The year or years that a figure was seen in, as one phrase."""
    return str(seen.since) if seen.since == seen.until else f"{seen.since}-{seen.until}"


def _source_lines(row: Evidence, catalogue: Catalogue) -> list[str]:
    source = catalogue.sources.get(row.source)
    if source is None:
        return _wrapped(f"- {row.source}: staat niet bij de bronnen.", indent="  ")
    old = ", ouder dan vijf jaar" if source.is_old else ""
    by = catalogue.sources.get(row.reported_by or "")
    via = f" via {by.publisher}" if by is not None else ""
    role = "steunt alleen de richting" if row.role == "background" else "bepaalt de waarde"
    return [
        *_wrapped(f"- {source.publisher} ({source.year}{old}): {source.title}", indent="  "),
        *_wrapped(f"  Er staat: {row.reads} ({row.at}); {role}.", indent="  "),
        *_wrapped(f"  Graad {row.grade}: {GRADE_WORDS[row.grade]}.", indent="  "),
        f"    {(by or source).address}",
        f"    Gelezen{via} op {dutch_date(row.read)}.",
    ]


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
