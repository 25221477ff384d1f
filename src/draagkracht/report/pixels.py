"""A drawing as pixels, for Word: white behind it, in our own letters."""

from typing import Final

from draagkracht.report.typesetting import PAPER

_SCALE: Final = 2.5  # 900 pixels across: sharp on paper at the width of a page
_WHITE: Final = '<rect width="100%" height="100%" fill="#ffffff"/>'


def as_png(svg: str) -> bytes:
    """The drawing as PNG; the same drawing, the same bytes."""
    import vl_convert  # late: slow to load

    vl_convert.register_font_directory(str(PAPER / "fonts"))
    head, close, rest = svg.partition("</desc>")
    return bytes(vl_convert.svg_to_png(f"{head}{close}{_WHITE}{rest}", scale=_SCALE))
