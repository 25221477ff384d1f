"""Setting pages for paper: a template and words in, an accessible PDF out.

The templates stand in `paper/`; what they set comes in as data and is never read as mark-up. The
PDF is tagged, and typst itself refuses to make one that breaks a rule of PDF/UA-1 which a machine
can check (an image without a description, headings that skip a level).
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from draagkracht.report.letters import showable
from draagkracht.report.rendering import BareNumber

PAPER: Final = Path(__file__).resolve().parent / "paper"
LETTERS: Final = PAPER / "fonts" / "FiraSans_400Regular.ttf"
STANDARD: Final = "ua-1"

Content = str | bool | None | Sequence["Content"] | Mapping[str, "Content"]


def typeset(template: str, content: Mapping[str, Content], *, date: dt.date) -> bytes:
    """The PDF that a template of `paper/` makes of this content; the same content, the same bytes.

    A template finds the content with `json(bytes(sys.inputs.content))`; a picture is the text of
    an SVG. `date` is the day the document says it was made.

    Raises: BareNumber for a number without its unit.

    >>> words = {"title": "Proef", "text": "Eén regel."}
    >>> typeset("trial.typ", words, date=dt.date(2027, 1, 1))[:5]
    b'%PDF-'
    """
    import typst  # late: 34 MB that only paper needs

    words = json.dumps(_settable(content, ()), ensure_ascii=False)
    return typst.compile(
        str(PAPER / template),
        root=str(PAPER),
        font_paths=[str(PAPER / "fonts")],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"content": words},
        pdf_standards=[STANDARD],
        timestamp=int(dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC).timestamp()),
    )


def _settable(content: Content, path: tuple[str, ...]) -> Content:
    """The content in signs that our letters have; what is no text has no unit and is refused."""
    if isinstance(content, str):
        return showable(content, LETTERS)
    if content is None or isinstance(content, bool):
        return content
    if isinstance(content, Mapping):
        return {key: _settable(value, (*path, str(key))) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_settable(value, (*path, str(at))) for at, value in enumerate(content)]
    raise BareNumber(f"{'.'.join(path)}: {type(content).__name__} does not say its unit")
