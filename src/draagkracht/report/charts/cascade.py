"""Parts of a whole as bars that begin where the one before ends; right is hours back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from draagkracht.report.charts.canvas import PLOT, as_svg
from draagkracht.report.charts.layer import Layer, Row, of_rows, words_at
from draagkracht.report.charts.palette import BETTER, BRAND, INK, QUIET, WORSE
from draagkracht.report.charts.pixel import at_x, at_y, to_y
from draagkracht.report.waterfall import Look, Step

if TYPE_CHECKING:
    import altair as alt

TOP: Final = 34
ROW: Final = 46
_EDGE: Final = 34
_WORDS_ABOVE: Final = 18
_LINE_Y: Final = 30
_BAR: Final = 13
_COLOURS: Final[dict[Look, str]] = {
    "better": BETTER,
    "worse": WORSE,
    "rest": QUIET,
    "whole": BRAND,
}


def draw_cascade(shown: Sequence[Step], *, name: str, title: str, description: str) -> Markup:
    """Draw one row a part: its mean as a bar, its spread as a line through it."""
    height = ROW * len(shown)
    layers = [
        _zero(height),
        words_at("inSide", "← uren erin", x=-_EDGE, y=-14),
        words_at("backSide", "uren terug →", x=PLOT + _EDGE, y=-14, align="right"),
    ]
    for look in _COLOURS:
        rows = [_row(step, number) for number, step in enumerate(shown) if step.look == look]
        if rows:
            layers += _bars(look, rows, height)
    layers.append(_links(shown, height))
    return as_svg(layers, name=name, title=title, description=description, top=TOP, height=height)


def _row(step: Step, number: int) -> Row:
    return {
        "y": ROW * number + _LINE_Y,
        "begins": step.begins,
        "ends": step.ends,
        "low": step.begins + step.low,
        "high": step.begins + step.high,
        "label": step.label,
        "amount": step.amount,
    }


def _hours(field: str) -> "alt.X":
    import altair as alt  # late: a second to load

    axis = alt.Axis(
        labelExpr="(datum.value > 0 ? '+' : '') + format(datum.value, ',.0f')",
        tickCount=4,
        domain=False,
        ticks=False,
        grid=True,
    )
    return alt.X(f"{field}:Q", axis=axis, scale=alt.Scale(zero=True, nice=True))


def _down(height: int) -> "alt.Y":
    import altair as alt

    scale = alt.Scale(domain=[height, 0], nice=False, zero=False)
    return alt.Y("y:Q", axis=None, scale=scale)


def _zero(height: int) -> Layer:
    chart = of_rows("level").mark_rule(color=INK, strokeWidth=1.2)
    encoded = chart.encode(x=_hours("at"), y=at_y(0), y2=to_y(height))
    return Layer("level", [{"at": 0.0}], encoded)


def _links(shown: Sequence[Step], height: int) -> Layer:
    """From where a bar ends down to where the next begins."""
    import altair as alt

    rows: list[Row] = [
        {"y": ROW * number + _LINE_Y, "next": ROW * (number + 1) + _LINE_Y, "at": step.ends}
        for number, step in enumerate(shown[:-1])
    ]
    chart = of_rows("link").mark_rule(color=QUIET, strokeWidth=1, strokeDash=[2, 2])
    encoded = chart.encode(x=_hours("at"), y=_down(height), y2=alt.Y2("next:Q"))
    return Layer("link", rows, encoded)


def _bars(look: Look, rows: Sequence[Row], height: int) -> list[Layer]:
    """All that is drawn of the parts with one look."""
    import altair as alt

    colour, y = _COLOURS[look], _down(height)
    bar = of_rows(f"bar{look.title()}").mark_rule(color=colour, strokeWidth=_BAR, opacity=0.85)
    spread = of_rows(f"spread{look.title()}").mark_rule(color=INK, strokeWidth=1.5)
    label = of_rows(f"{look}Label").mark_text(
        color=INK, align="left", baseline="middle", dy=-_WORDS_ABOVE, fontSize=12
    )
    amount = of_rows(f"{look}Verdict").mark_text(
        color=colour, align="right", baseline="middle", dy=-_WORDS_ABOVE, fontSize=12
    )
    charts = {
        f"bar{look.title()}": bar.encode(x=_hours("begins"), x2=alt.X2("ends:Q"), y=y),
        f"spread{look.title()}": spread.encode(x=_hours("low"), x2=alt.X2("high:Q"), y=y),
        f"{look}Label": label.encode(x=at_x(-_EDGE), y=y, text=alt.Text("label:N")),
        f"{look}Verdict": amount.encode(x=at_x(PLOT + _EDGE), y=y, text=alt.Text("amount:N")),
    }
    return [Layer(part, rows, chart) for part, chart in charts.items()]
