"""What a template writes becomes blocks, all of it, and what is not known is refused."""

import pytest

from draagkracht.report.block import Data, Group, Heading, Items, Paragraph, Picture, Table, Terms
from draagkracht.report.blocks import UnknownElement, blocks_of
from draagkracht.report.manuscript import Chapter, Manuscript
from draagkracht.report.outline import Page
from draagkracht.report.page_tree import page_tree
from draagkracht.report.rendering import render_section

TABLE = (
    "<table><caption>Bijschrift</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
    "<tbody><tr><th>a</th><td>4 weken <span class='spread'>3 tot 5 weken</span></td>"
    "</tr></tbody></table>"
)


@pytest.mark.parametrize("html", ["<blink>x</blink>", "los", "<p><span class='nieuw'>x</span></p>"])
def test_what_is_not_known_is_refused_and_not_left_out(html: str) -> None:
    with pytest.raises(UnknownElement):
        blocks_of(html)


def test_space_is_as_a_browser_shows_it() -> None:
    (block,) = blocks_of("<p> Van  <em>3</em>\n naar <strong> 4 </strong> weken. </p>")
    assert isinstance(block, Paragraph)
    assert [run.text for run in block.runs] == ["Van ", "3", " naar ", "4 ", "weken."]


def test_a_table_keeps_its_heads_and_its_spread() -> None:
    (table,) = blocks_of(TABLE)
    assert isinstance(table, Table)
    assert [run.kind for run in table.rows[0][1]] == ["plain", "quiet"]


def test_the_table_of_a_picture_stands_apart() -> None:
    svg = "<svg viewBox='0 0 1 1'><title>Dalt &amp; stijgt</title><desc>In 3.</desc></svg>"
    found = blocks_of(
        f"<figure>{svg}<details class='data'><summary>S</summary>{TABLE}</details></figure>"
    )
    group, data = found
    assert isinstance(group, Group)
    assert isinstance(data, Data)
    (picture,) = group.blocks
    assert isinstance(picture, Picture)
    assert (picture.title, picture.description) == ("Dalt & stijgt", "In 3.")


def words(chapter: Chapter) -> str:
    found: list[str] = []

    def take(block: object) -> None:
        match block:
            case Heading(_, runs) | Paragraph(runs, _):
                found.extend(run.text for run in runs)
            case Items(items, _):
                for item in items:
                    for inside in item:
                        take(inside)
            case Terms(rows):
                found.extend(run.text for row in rows for runs in row for run in runs)
            case Table(caption, heads, rows):
                cells = [caption, *heads, *(cell for row in rows for cell in row)]
                found.extend(run.text for runs in cells for run in runs)
            case Group(_, blocks) | Data(blocks):
                for inside in blocks:
                    take(inside)

    for block in chapter.blocks:
        take(block)
    return "".join("".join(found).split())


def test_not_a_word_of_the_page_is_lost(made: Page, written: Manuscript) -> None:
    by_name = {chapter.name: chapter for chapter in written.chapters}
    tables = words(by_name["tabellen"])
    for section in made.sections:
        tree, _ = page_tree(render_section(made, section))

        def texts(node: object) -> list[str]:
            if isinstance(node, str):
                return [node]
            if node.tag == "summary":  # type: ignore[attr-defined]
                return []
            return [text for each in node.inside for text in texts(each)]  # type: ignore[attr-defined]

        kept = words(by_name[section.name])
        lost = [
            text
            for text in ("".join(each.split()) for each in texts(tree))
            if text and text not in kept and text not in tables
        ]
        assert lost == []
