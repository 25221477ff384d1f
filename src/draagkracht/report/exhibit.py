"""A chart as it stands in a page: title, reading, picture, and the same as a table."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from draagkracht.language.sentences import sentence_case
from draagkracht.report.charts.fan import Level, draw_fan
from draagkracht.report.charts.spans import Span, draw_spans
from draagkracht.report.comparison import compared
from draagkracht.report.course import Course, course
from draagkracht.report.development import development
from draagkracht.report.findings import (
    reading_of_course,
    reading_of_difference,
    title_of_comparison,
    title_of_course,
    title_of_difference,
)
from draagkracht.report.phrases import error, signed, signed_percent, signed_spread, spread, value
from draagkracht.simulation.outcome import Outcome

_LEVELS: Final = {"pressure": Level(100.0, "lijn: in balans")}
_ZERO: Final = Level(0.0, "")


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One chart; `meaning` says what is measured, `note` what the table leaves out."""

    name: str
    title: str
    reading: str
    meaning: str
    picture: Markup
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str


def carrying_on_exhibit(outcome: Outcome, measure: str, *, start: dt.date) -> Exhibit | None:
    """The course of a measure when the town carries on; None when there is nothing to draw."""
    plan = outcome.carrying_on
    shown = course(outcome, measure, plan=plan, start=start, difference=False)
    found = development(outcome, measure, plan=plan)
    if shown is None or found is None:
        return None
    name = f"doorgaan-{measure.replace('_', '-')}"
    title, reading = title_of_course(found), reading_of_course(found, shown)
    picture = draw_fan(
        shown, name=name, title=title, description=reading, level=_LEVELS.get(measure)
    )
    rows = tuple(
        (moment.label, value(moment.wide), spread(moment.narrow), spread(moment.wide))
        for moment in shown.moments
    )
    heads = ("Kwartaal", "Midden", "5 op de 10", "8 op de 10")
    return _of_course(
        shown, name=name, title=title, reading=reading, picture=picture, heads=heads, rows=rows
    )


def difference_exhibit(
    outcome: Outcome, measure: str, *, plan: str, start: dt.date
) -> Exhibit | None:
    """The course of the difference that a koers makes; None when there is nothing to draw."""
    shown = course(outcome, measure, plan=plan, start=start, difference=True)
    row = compared(outcome, measure, plan=plan)
    if shown is None or row is None:
        return None
    name = f"verschil-{measure.replace('_', '-')}"
    title = title_of_difference(row, years=outcome.quarters // 4)
    reading = reading_of_difference(shown)
    picture = draw_fan(shown, name=name, title=title, description=reading, level=_ZERO)
    rows = tuple(
        (moment.label, signed(moment.wide), signed_spread(moment.wide), error(moment.wide))
        for moment in shown.moments
    )
    heads = ("Kwartaal", "Verschil (midden)", "8 op de 10", "Rekenfout")
    return _of_course(
        shown, name=name, title=title, reading=reading, picture=picture, heads=heads, rows=rows
    )


def comparison_exhibit(shown: Sequence[Span]) -> Exhibit | None:
    """All differences on one scale; None when nothing differs."""
    if not shown:
        return None
    name = "koers-in-een-beeld"
    title = title_of_comparison([span.comparison for span in shown])
    reading = (
        "Elke streep is één uitkomst: waar de streep rechts van de lijn 0 % staat, doet de koers "
        "het beter dan doorgaan zoals nu."
    )
    picture = draw_spans(shown, name=name, title=title, description=reading)
    rows = tuple(
        (
            span.comparison.words.label,
            *(signed_percent(part) for part in (span.median, span.low, span.high)),
            span.comparison.verdict_words,
        )
        for span in shown
    )
    return Exhibit(
        name=name,
        title=title,
        reading=reading,
        meaning="Dun: 8 van de 10 toekomsten. Dik: de rekenfout. Vol teken: een echt verschil "
        "(rondje beter, ruit slechter). Open rondje: niet te onderscheiden. De schaal is het "
        "verschil in procenten van doorgaan zoals nu. Loopt een dikke streep tot de rand, dan is "
        "de rekenfout nog groter.",
        picture=picture,
        caption="Verschil in procenten van doorgaan zoals nu; + is beter",
        heads=("Uitkomst", "Midden", "Laag", "Hoog", "Oordeel"),
        rows=rows,
        note="Tussen laag en hoog liggen 8 van de 10 toekomsten. De verschillen in hun eigen "
        "eenheid staan hieronder.",
    )


def _of_course(
    shown: Course,
    *,
    name: str,
    title: str,
    reading: str,
    picture: Markup,
    heads: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
) -> Exhibit:
    return Exhibit(
        name=name,
        title=title,
        reading=reading,
        meaning=shown.words.meaning,
        picture=picture,
        caption=f"{sentence_case(shown.words.label)}, per kwartaal",
        heads=heads,
        rows=rows,
        note="De stippellijnen zijn vijf losse toekomsten, als voorbeeld: steeds dezelfde vijf.",
    )
