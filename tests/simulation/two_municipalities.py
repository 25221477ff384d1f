"""A town document with two municipalities, and teams that work on both sides of the border."""

from draagkracht.documents.reading import parse_document
from draagkracht.town.town import Town
from simulation.towns import HEAD, ROWS, Writing

SECOND = '[[municipality]]\ncode = "GM9902"\nname = "Overzijde"\n'


def two_municipalities() -> Town:
    """Two of the wijken of team Kade, and the small one of team Bron, lie across the water."""
    written = Writing()
    across = {"WK990107", "WK990105", "WK990108"}
    rows = []
    for row in ROWS:
        text = written.text(row)
        if row[0] == "wijk" and row[1] in across:
            text = text.replace("GM9901", "GM9902")
        rows.append(text)
    return parse_document(HEAD + SECOND + "".join(rows), Town)
