"""Fixed places in a picture, in pixels from the corner of the plot; Altair leaves these untyped."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import altair as alt


def at_x(pixels: float) -> "alt.XValue":
    """Where something begins, across."""
    import altair as alt  # late: a second to load

    return alt.XValue(pixels)  # type: ignore[no-untyped-call]


def to_x(pixels: float) -> "alt.X2Value":
    """Where it ends, across."""
    import altair as alt

    return alt.X2Value(pixels)  # type: ignore[no-untyped-call]


def at_y(pixels: float) -> "alt.YValue":
    """Where something begins, down."""
    import altair as alt

    return alt.YValue(pixels)  # type: ignore[no-untyped-call]


def to_y(pixels: float) -> "alt.Y2Value":
    """Where it ends, down."""
    import altair as alt

    return alt.Y2Value(pixels)  # type: ignore[no-untyped-call]
