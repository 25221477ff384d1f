"""Documents with judgements, as someone writes them."""

from draagkracht.choice.judgement import Judgement
from draagkracht.documents.reading import parse_document

ROW = """
[[judgement]]
frame = "{frame}"
verdict = "{verdict}"
role = "{role}"
date = 2026-11-02
reason.nl = "{reason}"
"""


def row(
    frame: str = "innovative",
    verdict: str = "haalt",
    role: str = "working_group",
    reason: str = "Wij kennen geen gemeente die dit doet.",
) -> str:
    return ROW.format(frame=frame, verdict=verdict, role=role, reason=reason)


def said(*rows: str, head: str = "") -> str:
    return f"format = 1\n{head}{''.join(rows)}"


def judgement(*rows: str, head: str = "") -> Judgement:
    return parse_document(said(*rows, head=head), Judgement)
