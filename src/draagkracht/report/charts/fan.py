"""A measure over the years: bands for half and for 8 of 10 toekomsten, and five single ones."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from markupsafe import Markup

from draagkracht.report.charts.canvas import PLOT, as_svg
from draagkracht.report.charts.key import key
from draagkracht.report.charts.layer import Layer, Row, of_rows, words_at
from draagkracht.report.charts.palette import BAND_NARROW, BAND_WIDE, BRAND, INK, SAMPLE
from draagkracht.report.charts.pixel import at_x, to_x
from draagkracht.report.course import Course
from draagkracht.report.phrases import bare_number

if TYPE_CHECKING:
    import altair as alt

HEIGHT: Final = 168
TOP: Final = 58
_EDGE: Final = -34
_UNIT_Y: Final = -17
_KEY_Y: Final = -44


@dataclass(frozen=True, slots=True)
class Level:
    """A value (as shown) that is worth a line of its own, with its words beside the unit."""

    value: float
    words: str


def draw_fan(
    course: Course, *, name: str, title: str, description: str, level: Level | None
) -> Markup:
    """Draw a course of at least two quarters."""
    layers = [_band(course, "wide"), _band(course, "narrow"), _samples(course)]
    if level is not None:
        layers.append(_level(level))
    layers += [_middle(course), _end(course)]
    layers += key(_EDGE, _KEY_Y)
    layers.append(words_at("unit", _unit(course, level), x=_EDGE, y=_UNIT_Y))
    return as_svg(layers, name=name, title=title, description=description, top=TOP, height=HEIGHT)


def _unit(course: Course, level: Level | None) -> str:
    words = course.words
    if course.difference:
        return f"{words.change or words.axis} {words.more} (+) of {words.less} (−)"
    return words.axis if level is None else f"{words.axis}; {level.words}"


def _year(course: Course) -> "alt.X":
    import altair as alt  # late: a second to load

    first = int(course.begins) + (course.begins > int(course.begins))
    years = list(range(first, int(course.ends) + 1))
    step = 1 if len(years) <= 5 else 2 if len(years) <= 11 else 5
    axis = alt.Axis(values=years[::step], format="d", grid=False, tickSize=5)
    scale = alt.Scale(domain=[course.begins, course.ends], nice=False, zero=False)
    return alt.X("year:Q", axis=axis, scale=scale)


def _value(field: str) -> "alt.Y":
    import altair as alt

    axis = alt.Axis(tickCount=4, domain=False, ticks=False, grid=True)
    return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(zero=True, nice=True))


def _band(course: Course, which: Literal["wide", "narrow"]) -> Layer:
    import altair as alt

    scale = course.words.scale
    rows = []
    for moment in course.moments:
        band = moment.wide if which == "wide" else moment.narrow
        rows.append({"year": moment.year, "low": scale * band.low, "high": scale * band.high})
    chart = of_rows(which).mark_area(color=BAND_WIDE if which == "wide" else BAND_NARROW)
    return Layer(which, rows, chart.encode(x=_year(course), y=_value("low"), y2=alt.Y2("high:Q")))


def _samples(course: Course) -> Layer:
    import altair as alt

    rows: list[Row] = [
        {"year": moment.year, "value": course.words.scale * value, "line": str(number)}
        for number, line in enumerate(course.samples)
        for moment, value in zip(course.moments, line, strict=True)
    ]
    chart = of_rows("sample").mark_line(color=SAMPLE, strokeWidth=0.9, strokeDash=[3, 2])
    encoded = chart.encode(x=_year(course), y=_value("value"), detail=alt.Detail("line:N"))
    return Layer("sample", rows, encoded)


def _middle(course: Course) -> Layer:
    rows = [
        {"year": moment.year, "value": course.words.scale * moment.wide.median}
        for moment in course.moments
    ]
    chart = of_rows("median").mark_line(color=BRAND, strokeWidth=2.5)
    return Layer("median", rows, chart.encode(x=_year(course), y=_value("value")))


def _end(course: Course) -> Layer:
    """The last value, written where its line ends."""
    import altair as alt

    last = course.moments[-1].wide
    value = course.words.scale * last.median
    row: Row = {"year": course.ends, "value": value, "text": bare_number(last)}
    chart = of_rows("end").mark_text(color=BRAND, fontWeight=600, fontSize=14, align="left", dx=4)
    encoded = chart.encode(x=_year(course), y=_value("value"), text=alt.Text("text:N"))
    return Layer("end", [row], encoded)


def _level(level: Level) -> Layer:

    chart = of_rows("level").mark_rule(color=INK, strokeWidth=1.2)
    encoded = chart.encode(y=_value("value"), x=at_x(0), x2=to_x(PLOT))
    return Layer("level", [{"value": level.value}], encoded)
