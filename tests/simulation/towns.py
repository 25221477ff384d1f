"""A town of three teams to run quickly, in any order of its rows and under any names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from draagkracht.documents.reading import parse_document
from draagkracht.town.town import Town

HEAD: Final = """\
format = 1
name   = "Driestromen"
start  = 2027-01-01

[[municipality]]
code = "GM9901"
name = "Driestromen"
"""
WIJK: Final = """
[[wijk]]
code = "{code}"
name = "Wijk {code}"
municipality = "GM9901"
team = "{team}"
households = {households}
residents = {residents}
features = {{ aged_65_plus = {old}, rented = {rented}, household_size = 2.15 }}
source = "eigen telling"
"""
TEAM: Final = """
[[team]]
name = "{name}"
label = "Team {name}"
fte = {fte}
"""
OBSERVED: Final = """
[[observed]]
figure = "{figure}"
team = "{team}"
value = {value}
date = 2026-10-01
{kind}
"""
FTE: Final[Mapping[str, float]] = MappingProxyType({"bron": 1.1, "kade": 2.3, "meer": 1.7})
# Code, team, households: a large and a small wijk for the first team, two small for the second.
WIJKEN: Final = (
    ("WK990103", "bron", 620),
    ("WK990108", "bron", 310),
    ("WK990101", "kade", 1130),
    ("WK990107", "kade", 280),
    ("WK990105", "kade", 190),
    ("WK990106", "meer", 1240),
)
# Of one team the figures come from its registration, of another from memory.
KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bron": 'kind = "own"\nsystem = "registratie"',
        "kade": 'kind = "own"',
        "meer": 'kind = "own"\nsystem = "registratie"\nerror = 0.15',
    }
)
PER_FTE: Final[Mapping[str, float]] = MappingProxyType(
    {"requests_per_year": 67.7, "open_cases": 22.3, "waiting_list": 5.9}
)
# A row of the document: a wijk by its code, a team by its name, or what was observed of a team.
Row = tuple[str, ...]
ROWS: Final[tuple[Row, ...]] = (
    *(("wijk", code) for code, _, _ in WIJKEN),
    *(("team", team) for team in FTE),
    *(("observed", figure, team) for figure in PER_FTE for team in FTE),
)


@dataclass(frozen=True)
class Writing:
    """How the town is written down: the order of its rows, and what its teams are called."""

    rows: Sequence[Row] = ROWS
    names: Mapping[str, str] = field(default_factory=dict)

    def called(self, team: str) -> str:
        """What the team is called here."""
        return self.names.get(team, team)

    def text(self, row: Row) -> str:
        """One row as it stands in the document."""
        if row[0] == "wijk":
            code, team, households = next(wijk for wijk in WIJKEN if wijk[0] == row[1])
            return WIJK.format(
                code=code,
                team=self.called(team),
                households=households,
                residents=2 * households + 15,
                old=0.15 + households / 20_000,
                rented=0.55 - households / 5_000,
            )
        if row[0] == "team":
            return TEAM.format(name=self.called(row[1]), fte=FTE[row[1]])
        _, figure, team = row
        return OBSERVED.format(
            figure=figure,
            team=self.called(team),
            value=round(PER_FTE[figure] * FTE[team], 3),
            kind=KINDS[team],
        )


def three_teams(writing: Writing | None = None) -> Town:
    """The same town, however it is written down."""
    written = Writing() if writing is None else writing
    return parse_document(HEAD + "".join(written.text(row) for row in written.rows), Town)
