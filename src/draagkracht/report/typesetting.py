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

from draagkracht.report.rendering import BareNumber

PAPER: Final = Path(__file__).resolve().parent / "paper"
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

    _refuse_numbers(content, ())
    return typst.compile(
        str(PAPER / template),
        root=str(PAPER),
        font_paths=[str(PAPER / "fonts")],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
        pdf_standards=[STANDARD],
        timestamp=int(dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC).timestamp()),
    )


def _refuse_numbers(content: object, path: tuple[str, ...]) -> None:
    """What is no text has no unit: refuse it wherever it stands."""
    if isinstance(content, Mapping):
        for key, value in content.items():
            _refuse_numbers(value, (*path, str(key)))
    elif isinstance(content, list | tuple):
        for position, value in enumerate(content):
            _refuse_numbers(value, (*path, str(position)))
    elif not (content is None or isinstance(content, str | bool)):
        raise BareNumber(f"{'.'.join(path)}: {type(content).__name__} does not say its unit")
