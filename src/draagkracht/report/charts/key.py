"""What the lines and bands of a fan mean, beside a piece of each."""

from typing import TYPE_CHECKING, Any, Final, Literal

from draagkracht.report.charts.layer import Layer, of_rows, words_at
from draagkracht.report.charts.palette import BAND_NARROW, BAND_WIDE, BRAND, SAMPLE
from draagkracht.report.charts.pixel import at_x, at_y, to_x, to_y

if TYPE_CHECKING:
    import altair as alt

Sign = Literal["median", "narrow", "wide", "sample"]

# Words, what they stand beside, and where (pixels from the beginning).
_SIGNS: Final[tuple[tuple[str, Sign, int], ...]] = (
    ("midden", "median", 0),
    ("5 op de 10", "narrow", 72),
    ("8 op de 10", "wide", 162),
    ("één toekomst", "sample", 252),
)
_WIDTH: Final = 16
_HALF_HEIGHT: Final = 6
_GAP: Final = 5


def key(x: float, y: float) -> list[Layer]:
    """The key on one line, from `x` on, around `y` (pixels)."""
    layers = []
    for words, sign, begins in _SIGNS:
        layers.append(_piece(sign, x + begins, y))
        layers.append(words_at(f"{sign}Words", words, x=x + begins + _WIDTH + _GAP, y=y))
    return layers


def _piece(sign: Sign, begins: float, y: float) -> Layer:
    """A piece of a line or band, drawn as the chart draws it."""
    name = f"{sign}Key"
    across: dict[str, Any] = {"x": at_x(begins), "x2": to_x(begins + _WIDTH)}
    if sign in ("wide", "narrow"):
        band = of_rows(name).mark_rect(color=BAND_WIDE if sign == "wide" else BAND_NARROW)
        down = {"y": at_y(y - _HALF_HEIGHT), "y2": to_y(y + _HALF_HEIGHT)}
        return Layer(name, [{}], band.encode(**across, **down))
    return Layer(name, [{}], _line(name, sign).encode(**across, y=at_y(y)))


def _line(name: str, sign: Sign) -> "alt.Chart":
    chart = of_rows(name)
    drawn: alt.Chart = (
        chart.mark_rule(color=BRAND, strokeWidth=2.5)
        if sign == "median"
        else chart.mark_rule(color=SAMPLE, strokeWidth=0.9, strokeDash=[3, 2])
    )
    return drawn
