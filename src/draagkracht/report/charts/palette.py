"""The colours of charts on white; the page's style sheet gives the same marks their dark ones."""

from typing import Final

INK: Final = "#1b262c"
QUIET: Final = "#55636b"
GRID: Final = "#dfe5e8"
BRAND: Final = "#0b5d6b"
BAND_WIDE: Final = "#d3e7ea"
BAND_NARROW: Final = "#a3cdd4"
SAMPLE: Final = "#6b7a82"
BETTER: Final = "#0b5d6b"
WORSE: Final = "#a8420f"
WHITE: Final = "#ffffff"
