"""Colours that everyone can tell from their ground, and letters that are what they say."""

import hashlib
import re
from itertools import product

import pytest

from draagkracht.report.charts import palette
from draagkracht.report.rendering import FONTS, PAGE

TEXT = 4.5  # WCAG 2.2, 1.4.3
SHAPE = 3.0  # WCAG 2.2, 1.4.11
WORDS = ["ink", "quiet", "brand", "link", "better", "worse"]
COLOURS = ["blue", "red", "yellow", "green"]


def tokens(theme: str) -> dict[str, str]:
    text = (PAGE / "page.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", text, re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6});", block)) for block in blocks[:2])
    assert dark.keys() == light.keys()
    return light if theme == "light" else dark


def contrast(one: str, other: str) -> float:
    """Ratio of relative luminances (WCAG 2.2)."""
    lights = sorted((luminance(one), luminance(other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_reckoned_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), [*product(WORDS, ["paper", "tint"])])
def test_words_stand_out_from_their_ground(theme: str, word: str, ground: str) -> None:
    known = tokens(theme)
    assert contrast(known[word], known[ground]) >= TEXT


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_card_colours_and_the_brand_are_readable(theme: str) -> None:
    known = tokens(theme)
    assert {
        name: contrast(known[name], known["paper"])
        for name in COLOURS
        if contrast(known[name], known["paper"]) < TEXT
    } == {}
    assert contrast(known["on-brand"], known["brand"]) >= TEXT
    assert contrast(known["focus"], known["paper"]) >= SHAPE


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_in_a_chart_stand_out_from_bands_and_paper(theme: str) -> None:
    known = tokens(theme)
    grounds = ["paper", "band-wide", "band-narrow"]
    assert min(contrast(known["brand"], known[ground]) for ground in grounds) >= SHAPE
    assert contrast(known["sample"], known["paper"]) >= SHAPE


def test_charts_and_page_share_their_colours() -> None:
    light = tokens("light")
    drawn = {
        "ink": palette.INK,
        "quiet": palette.QUIET,
        "grid": palette.GRID,
        "brand": palette.BRAND,
        "band-wide": palette.BAND_WIDE,
        "band-narrow": palette.BAND_NARROW,
        "sample": palette.SAMPLE,
        "better": palette.BETTER,
        "worse": palette.WORSE,
        "paper": palette.WHITE,
    }
    assert drawn == {name: light[name] for name in drawn}


def test_the_style_sheet_stays_small_and_holds_colours_only_as_tokens() -> None:
    lines = (PAGE / "page.css").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 250
    loose = [line for line in lines if re.search(r"#[0-9a-f]{3,6}\b", line) and "--" not in line]
    assert loose == []


def test_the_letters_are_the_published_ones() -> None:
    folder = PAGE / "fonts"
    listed = (folder / "sha256sums.txt").read_text(encoding="utf-8").split()
    sums = dict(zip(listed[1::2], listed[0::2], strict=True))
    assert set(sums) == set(FONTS) == {path.name for path in folder.glob("*.woff2")}
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_the_licence_of_the_letters_comes_with_them() -> None:
    folder = PAGE / "fonts"
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert "5.3.0" in (folder / "README.md").read_text(encoding="utf-8")
