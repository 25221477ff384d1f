"""From an outline to HTML: escaped, complete, and without a number on its own."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined
from markupsafe import Markup

from draagkracht.report import phrases
from draagkracht.report.amount import Amount
from draagkracht.report.comparison import Comparison
from draagkracht.report.outline import Page, Section
from draagkracht.report.page_tree import readable
from draagkracht.simulation.estimate import Estimate

PAGE: Final = Path(__file__).resolve().parent / "page"
FONTS: Final[Mapping[str, int]] = MappingProxyType(
    {"fira-sans-latin-400-normal.woff2": 400, "fira-sans-latin-600-normal.woff2": 600}
)


class BareNumber(TypeError):
    """A template was given something that is neither text nor a number with its unit."""


def render(page: Page) -> str:
    """The page as one HTML text with its style and fonts inside; the same page, the same text."""
    template = page_environment().get_template("page.html")
    return template.render(page=page, style=style_sheet())


def render_piece(page: Page, name: str) -> str:
    """A piece of the front (`facts.html`, `status.html`), as HTML."""
    template = page_environment().from_string(
        '{% import "pieces.html" as pieces %}{% include name %}'
    )
    return template.render(front=page.front, name=name)


def render_section(page: Page, section: Section) -> str:
    """One section alone, as HTML without its heading."""
    template = page_environment().get_template("part.html")
    return template.render(front=page.front, part=section)


def page_environment() -> Environment:
    """Templates that escape all text, know no number without a unit, and forgive nothing.

    Only the filters below exist in them: jinja's own could turn a number into text.

    >>> page_environment().from_string("{{ share }}").render(share=0.5)
    Traceback (most recent call last):
    ...
    draagkracht.report.rendering.BareNumber: float does not say its unit
    """
    environment = Environment(
        loader=FileSystemLoader(PAGE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_only_words,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters = {name: _of_estimate(say) for name, say in _SAID.items()}
    environment.tests["estimate"] = lambda item: isinstance(item, Estimate)
    environment.tests["comparison"] = lambda item: isinstance(item, Comparison)
    return environment


def style_sheet() -> Markup:
    """The page's own style sheet, with the letters in it."""
    faces = [_face(name, weight) for name, weight in FONTS.items()]
    own = (PAGE / "page.css").read_text(encoding="utf-8")
    return Markup("\n".join([*faces, own]))  # noqa: S704 - our own file


def _parted(estimate: Estimate) -> Markup:
    """A value with the number large and its unit small."""
    number, _, unit = phrases.value(estimate).partition(" ")
    if unit == "%":
        return Markup("{}\N{NO-BREAK SPACE}%").format(number)
    return Markup('{} <span class="unit">{}</span>').format(number, unit)


_SAID: Final[Mapping[str, Callable[[Estimate], str]]] = MappingProxyType(
    {
        "value": phrases.value,
        "spread": phrases.spread,
        "change": phrases.change,
        "signed": phrases.signed,
        "signed_spread": phrases.signed_spread,
        "error": phrases.error,
        "parted": _parted,
    }
)


def _of_estimate(say: Callable[[Estimate], str]) -> Callable[[object], str]:
    def filtered(given: object) -> str:
        if not isinstance(given, Estimate):
            raise BareNumber(f"{type(given).__name__} is no estimate")
        return say(given)

    return filtered


def _only_words(shown: object) -> str:
    if isinstance(shown, Undefined):
        return str(shown)  # which says what is missing, and stops
    if isinstance(shown, Amount):
        shown = str(shown)
    if not isinstance(shown, str):
        raise BareNumber(f"{type(shown).__name__} does not say its unit")
    if isinstance(shown, Markup):
        return shown
    return readable(shown).replace(" %", "\N{NO-BREAK SPACE}%")


def _face(name: str, weight: int) -> str:
    letters = b64encode((PAGE / "fonts" / name).read_bytes()).decode("ascii")
    return (
        f'@font-face{{font-family:"Fira Sans";font-style:normal;font-weight:{weight};'
        f'src:url(data:font/woff2;base64,{letters}) format("woff2")}}'
    )
