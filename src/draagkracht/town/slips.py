"""What was probably meant otherwise than it is written: slips of the pen, not of the town."""

from collections.abc import Iterator
from typing import Final

from draagkracht.documents.phrases import plain
from draagkracht.town.checking import WHOLE_TOWN
from draagkracht.town.observed import OBSERVED_SCALES, ObservedFigure
from draagkracht.town.oddity import Oddity
from draagkracht.town.town import Town

COUNTS: Final[tuple[ObservedFigure, ...]] = ("requests_per_year", "open_cases", "waiting_list")
_SHOWN: Final = 3


def slips(town: Town) -> Iterator[Oddity]:
    """Thousands written with a point, and sources that nothing knows as CBS."""
    yield from _thousands(town)
    yield from _sources(town)


def _thousands(town: Town) -> Iterator[Oddity]:
    """TOML reads 1.050 as just over one."""
    for row in town.observed:
        if row.figure in COUNTS and 1 < row.value < 10 and row.value != int(row.value):
            label = OBSERVED_SCALES[row.figure].label_nl
            meant = round(row.value * 1000)
            yield Oddity(
                "thousands_point",
                WHOLE_TOWN if row.team is None else row.team,
                f"{label} ({row.figure}) is {plain(row.value)}. Bedoelt u {meant}? "
                "Schrijf duizendtallen zonder punt.",
            )


def _sources(town: Town) -> Iterator[Oddity]:
    """Once for each source, however many wijken name it."""
    by_source: dict[str, list[str]] = {}
    for wijk in town.wijken:
        if not wijk.from_cbs:
            by_source.setdefault(wijk.source, []).append(wijk.name)
    for source, names in by_source.items():
        more = f" en nog {len(names) - _SHOWN}" if len(names) > _SHOWN else ""
        yield Oddity(
            "unknown_source",
            names[0] if len(names) == 1 else WHOLE_TOWN,
            f'De bron "{source}" van {", ".join(names[:_SHOWN])}{more} is niet herkend als CBS. '
            'Komen deze cijfers van CBS, schrijf dan: source = "cbs-kwb-2024".',
        )
