"""The advice the way a reader meets it: in a browser, on a phone, on paper, without scripts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

import draagkracht as dk

Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page of advice on disk."""
    town, plan = dk.read_town("voorbeelddorp"), dk.read_plan("twee_sporen")
    target = tmp_path_factory.mktemp("advice") / "advies.html"
    dk.write_report(dk.run(town, [plan], years=8, members=16), town, plan, path=target)
    return target.as_uri()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opener]:
    contexts: list[BrowserContext] = []

    def open_page(width: int = 1280, **settings: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1920])
def test_nothing_scrolls_sideways(opened: Opener, width: int) -> None:
    page = opened(width)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = page.evaluate(
        """() => [...document.querySelectorAll('main *:not(svg *):not(thead *)')].filter(each => {
            const box = each.getBoundingClientRect();
            return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
        }).map(each => each.outerHTML.slice(0, 80))"""
    )
    assert wide == []


def test_the_page_asks_for_nothing_but_itself(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.close()
    assert [url for url in asked if not url.startswith("data:")] == [address]


def test_nothing_is_refused_or_goes_wrong_while_it_opens(browser: Browser, address: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.close()
    assert said == []


def test_the_letters_are_in_the_page(opened: Opener) -> None:
    page = opened()
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].map(face => face.status)") == ["loaded", "loaded"]


def test_without_scripts_everything_is_readable(opened: Opener) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator("h1").count() == 1
    assert page.locator(".conclusion p:not(.small)").count() == 3
    assert page.locator("figure svg").count() == 7
    page.locator("details.data summary").first.click()
    assert page.locator("details.data table").first.is_visible()


def test_there_is_one_h1_and_every_figure_has_its_caption_and_table(opened: Opener) -> None:
    page = opened()
    assert page.locator("h1").count() == 1
    figures = page.locator("figure")
    assert figures.count() == 7
    for number in range(figures.count()):
        figure = figures.nth(number)
        assert figure.locator("figcaption h3").inner_text()
        assert figure.locator("table").count() == 1
        assert figure.get_by_role("img").count() == 1


def test_a_chart_is_found_by_what_it_shows(opened: Opener) -> None:
    title = opened().locator("figure h3").first.inner_text()
    page = opened()
    assert page.get_by_role("group", name=title).count() == 1
    assert page.get_by_role("img", name=title).count() == 1


def test_the_page_has_its_landmarks_and_its_language(opened: Opener) -> None:
    page = opened()
    assert page.locator("html").get_attribute("lang") == "nl"
    for role in ("banner", "main", "contentinfo", "navigation"):
        assert page.get_by_role(role).count() == 1, role  # type: ignore[arg-type]


def test_the_keyboard_goes_to_the_content_first(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Naar de inhoud"
    assert skip.bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(opened: Opener, scheme: str) -> None:
    page = opened(color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    weak = page.evaluate(CONTRASTS)
    assert weak == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_in_a_chart_stand_out_from_the_page(opened: Opener, scheme: str) -> None:
    page = opened(color_scheme=scheme)
    assert page.evaluate(CHART_CONTRASTS) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_word_in_a_chart_is_cut_off_or_over_another(opened: Opener, width: int) -> None:
    page = opened(width)
    page.evaluate("document.fonts.ready")
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(OVERLAPPING) == []


def test_words_in_a_chart_can_be_read_on_a_phone(opened: Opener) -> None:
    page = opened(390)
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('svg text')].map(each =>
            parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a))"""
    )
    assert smallest >= 10


def test_a_table_on_a_phone_names_each_value(opened: Opener) -> None:
    page = opened(390)
    cell = page.locator("#koers table td").first
    label = cell.evaluate("each => getComputedStyle(each, '::before').content")
    assert label == f'"{cell.get_attribute("data-label")}"'
    assert page.get_by_role("table").count() > 0
    assert page.get_by_role("rowheader").count() > 0


def test_on_paper_charts_stay_whole_and_folded_lists_are_open(opened: Opener) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation").is_visible()
    breaks = "all => all.map(each => getComputedStyle(each).breakInside)"
    assert set(page.locator("figure").evaluate_all(breaks)) == {"avoid"}
    assert page.locator("#aannames details.more table").is_visible()


def test_printing_gives_a_document_of_some_pages(opened: Opener, tmp_path: Path) -> None:
    target = tmp_path / "advies.pdf"
    opened().pdf(path=target, format="A4")
    pages = target.read_bytes().count(b"/Type /Page\n")
    assert 5 <= pages <= 60


LUMINANCE = """
    const luminance = rgb => {
        const [r, g, b] = rgb.map(part => part / 255).map(part =>
            part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const parts = colour => colour.match(/[\\d.]+/g).map(Number);
    const ground = each => {
        for (let up = each; up; up = up.parentElement) {
            const colour = parts(getComputedStyle(up).backgroundColor);
            if (colour.length === 3 || colour[3] > 0) return colour.slice(0, 3);
        }
        return [255, 255, 255];
    };
    const ratio = (one, other) => {
        const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (high + 0.05) / (low + 0.05);
    };
"""

CONTRASTS = f"""() => {{ {LUMINANCE}
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const weak = [];
    while (walker.nextNode()) {{
        const words = walker.currentNode.textContent.trim();
        const each = walker.currentNode.parentElement;
        if (!words || each.closest('svg') || each.closest('.skip')) continue;
        const found = ratio(parts(getComputedStyle(each).color).slice(0, 3), ground(each));
        if (found < 4.5) weak.push([words.slice(0, 40), found]);
    }}
    return weak;
}}"""

CHART_CONTRASTS = f"""() => {{ {LUMINANCE}
    return [...document.querySelectorAll('svg text')].map(each =>
        [each.textContent, ratio(parts(getComputedStyle(each).fill).slice(0, 3), ground(each))]
    ).filter(found => found[1] < 4.5);
}}"""

CLIPPED = """() => [...document.querySelectorAll('svg text')].filter(each => {
    const own = each.getBoundingClientRect(), all = each.closest('svg').getBoundingClientRect();
    return own.left < all.left - 1 || own.right > all.right + 1
        || own.top < all.top - 1 || own.bottom > all.bottom + 1;
}).map(each => each.textContent)"""

OVERLAPPING = """() => [...document.querySelectorAll('svg')].flatMap(picture => {
    const words = [...picture.querySelectorAll('text')].map(each =>
        [each.textContent, each.getBoundingClientRect()]);
    const found = [];
    words.forEach(([one, a], number) => words.slice(number + 1).forEach(([other, b]) => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 4) found.push(`${one} | ${other}`);
    }));
    return found;
})"""
