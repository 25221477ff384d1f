"""Differences of many measures, one line each, as parts of carrying on; right is better."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from markupsafe import Markup

from draagkracht.model.measures import MEASURES
from draagkracht.report.charts.canvas import PLOT, as_svg
from draagkracht.report.charts.layer import Layer, Row, of_rows, words_at
from draagkracht.report.charts.palette import BETTER, INK, QUIET, WHITE, WORSE
from draagkracht.report.charts.pixel import at_x, at_y, to_y
from draagkracht.report.comparison import VERDICT_WORDS, Comparison

if TYPE_CHECKING:
    import altair as alt

Look = Literal["better", "worse", "indistinct"]

TOP: Final = 34
ROW: Final = 44
_EDGE: Final = 34
_WORDS_ABOVE: Final = 18
_LINE_Y: Final = 30
_COLOURS: Final[dict[Look, str]] = {"better": BETTER, "worse": WORSE, "indistinct": QUIET}


@dataclass(frozen=True, slots=True)
class Span:
    """One measure: a difference times `part` is a part of carrying on; more is better."""

    comparison: Comparison
    part: float

    @property
    def look(self) -> Look:
        """How it is drawn."""
        verdict = self.comparison.verdict
        return verdict if verdict in ("better", "worse") else "indistinct"

    @property
    def median(self) -> float:
        """The middle, as a part of carrying on."""
        return self.part * self.comparison.difference.median

    @property
    def low(self) -> float:
        """The worse end of the spread."""
        difference = self.comparison.difference
        return min(self.part * difference.low, self.part * difference.high)

    @property
    def high(self) -> float:
        """The better end of the spread."""
        difference = self.comparison.difference
        return max(self.part * difference.low, self.part * difference.high)

    def row(self, number: int, *, edges: tuple[float, float]) -> Row:
        """What is drawn on line `number`, counted from the top; a rekenfout stops at the edges."""
        error = abs(self.part) * (self.comparison.difference.error or 0.0)
        return {
            "y": ROW * number + _LINE_Y,
            "low": self.low,
            "high": self.high,
            "least": max(self.median - error, edges[0]),
            "most": min(self.median + error, edges[1]),
            "median": self.median,
            "label": self.comparison.words.label,
            "verdict": VERDICT_WORDS[self.look],
        }


def spans(rows: Sequence[Comparison]) -> tuple[Span, ...]:
    """The measures that can be drawn: some way is better, something changes, there is a base."""
    found = []
    for row in rows:
        better = MEASURES[row.base.measure].better
        if better is not None and row.verdict != "same" and row.base.median > 0:
            sign = 1.0 if better == "higher" else -1.0
            found.append(Span(row, sign / row.base.median))
    return tuple(found)


def draw_spans(shown: Sequence[Span], *, name: str, title: str, description: str) -> Markup:
    """Draw one line a measure: the spread thin, the rekenfout thick, the median as a sign.

    A full circle is better and a full diamond worse; an open circle cannot be told apart.
    """
    height = ROW * len(shown)
    edges = (min(span.low for span in shown), max(span.high for span in shown))
    layers = [
        _zero(height),
        words_at("worseSide", "← slechter", x=-_EDGE, y=-14),
        words_at("betterSide", "beter →", x=PLOT + _EDGE, y=-14, align="right"),
    ]
    for look in _COLOURS:
        rows = [
            span.row(number, edges=edges) for number, span in enumerate(shown) if span.look == look
        ]
        if rows:
            layers += _lines(look, rows, height)
    return as_svg(layers, name=name, title=title, description=description, top=TOP, height=height)


def _part(field: str) -> "alt.X":
    import altair as alt  # late: a second to load

    axis = alt.Axis(
        labelExpr="(datum.value ? format(100 * datum.value, '+.0f') : '0') + ' %'",
        tickCount=5,
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
    encoded = chart.encode(x=_part("at"), y=at_y(0), y2=to_y(height))
    return Layer("level", [{"at": 0.0}], encoded)


def _lines(look: Look, rows: Sequence[Row], height: int) -> list[Layer]:
    """All that is drawn of the measures with one look."""
    import altair as alt

    colour, y = _COLOURS[look], _down(height)
    thin = of_rows(f"{look}Thin").mark_rule(color=colour, strokeWidth=1.5)
    thick = of_rows(f"{look}Thick").mark_rule(color=colour, strokeWidth=5)
    sign = of_rows(f"{look}Sign").mark_point(
        shape="diamond" if look == "worse" else "circle",
        size=95,
        fill=WHITE if look == "indistinct" else colour,
        stroke=colour,
        strokeWidth=1.8,
        opacity=1,
    )
    label = of_rows(f"{look}Label").mark_text(
        color=INK, align="left", baseline="middle", dy=-_WORDS_ABOVE, fontSize=12
    )
    verdict = of_rows(f"{look}Verdict").mark_text(
        color=colour, align="right", baseline="middle", dy=-_WORDS_ABOVE, fontSize=12
    )
    charts = {
        "Thin": thin.encode(x=_part("low"), x2=alt.X2("high:Q"), y=y),
        "Thick": thick.encode(x=_part("least"), x2=alt.X2("most:Q"), y=y),
        "Sign": sign.encode(x=_part("median"), y=y),
        "Label": label.encode(x=at_x(-_EDGE), y=y, text=alt.Text("label:N")),
        "Verdict": verdict.encode(x=at_x(PLOT + _EDGE), y=y, text=alt.Text("verdict:N")),
    }
    return [Layer(f"{look}{part}", rows, chart) for part, chart in charts.items()]
