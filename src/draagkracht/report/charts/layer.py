"""A layer of a chart with its rows kept apart, so that Altair does not copy them at every step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from draagkracht.report.charts.palette import QUIET
from draagkracht.report.charts.pixel import at_x, at_y

if TYPE_CHECKING:
    import altair as alt

Row = Mapping[str, float | str]


@dataclass(frozen=True, slots=True)
class Layer:
    """A chart that draws `rows`; style sheets know its marks by `name`."""

    name: str
    rows: Sequence[Row]
    chart: "alt.Chart"


def of_rows(name: str) -> "alt.Chart":
    """The beginning of a chart that draws the rows of the layer of this name."""
    import altair as alt  # late: a second to load

    return alt.Chart(alt.NamedData(name=name), name=name)


def words_at(
    name: str, text: str, *, x: float, y: float, align: Literal["left", "right"] = "left"
) -> Layer:
    """Words at a place in the picture, in pixels from the corner of the plot."""
    chart = of_rows(name).mark_text(
        text=text, color=QUIET, align=align, baseline="middle", fontSize=11
    )
    return Layer(name, [{}], chart.encode(x=at_x(x), y=at_y(y)))
