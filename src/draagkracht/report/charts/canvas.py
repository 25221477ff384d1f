"""From layers to SVG that stands in a page: fixed sizes, no ids, no words of Vega's own."""

import re
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup, escape

from draagkracht.report.charts.layer import Layer
from draagkracht.report.charts.palette import GRID, QUIET

WIDTH: Final = 360
LEFT: Final = 42
RIGHT: Final = 50
BOTTOM: Final = 26
PLOT: Final = WIDTH - LEFT - RIGHT
FONT: Final = "Fira Sans, sans-serif"
TEXT_SIZE: Final = 12
_VEGA_LITE: Final = "v6.4"
_OPENING: Final = re.compile(r"<svg[^>]*>")
_TAG: Final = re.compile(r"<[^>]+>")
_SPOKEN: Final = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_LONG: Final = re.compile(r"-?\d+\.\d{3,}")


def as_svg(
    layers: Sequence[Layer], *, name: str, title: str, description: str, top: int, height: int
) -> Markup:
    """The layers as one image with a title and a description for who cannot see it.

    Nothing depends on which fonts a machine has: sizes and places are fixed beforehand, so the
    same chart gives the same bytes everywhere. `name` makes the ids unique in the page.
    """
    import altair as alt  # late: a second to load
    import vl_convert  # late, with altair

    with alt.utils.schemapi.debug_mode(False):
        whole = alt.layer(*(layer.chart for layer in layers))
        whole = whole.properties(
            width=PLOT,
            height=height,
            autosize="none",
            background="transparent",
            padding={"left": LEFT, "right": RIGHT, "top": top, "bottom": BOTTOM},
        )
        whole = whole.configure(aria=False, font=FONT).configure_view(stroke=None)
        whole = whole.configure_axis(
            labelFontSize=TEXT_SIZE,
            labelColor=QUIET,
            gridColor=GRID,
            domainColor=QUIET,
            tickColor=QUIET,
            labelOverlap=False,
            labelBound=False,
            labelFlush=False,
            title=None,
        )
        specification = whole.to_dict(validate=False)
    specification["datasets"] = {layer.name: list(layer.rows) for layer in layers}
    drawn = vl_convert.vegalite_to_svg(specification, vl_version=_VEGA_LITE, format_locale="nl-NL")
    return _for_page(drawn, name=name, title=title, description=description)


def _for_page(drawn: str, *, name: str, title: str, description: str) -> Markup:
    """Vega's SVG without its own roles and sizes, with ours, and with short numbers."""
    view = re.search(r'viewBox="([^"]*)"', drawn)
    assert view is not None
    inside = _TAG.sub(_shortened, _OPENING.sub("", drawn, count=1))
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="{view.group(1)}" '
        f'role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(description)}</desc>'
    )
    return Markup(opening + inside)  # noqa: S704 - drawn from numbers and our own words


def _shortened(tag: re.Match[str]) -> str:
    text = _SPOKEN.sub("", tag.group())
    return _LONG.sub(lambda number: f"{float(number.group()):.1f}", text)
