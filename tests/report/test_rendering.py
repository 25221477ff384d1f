"""No number without its unit, no text unescaped, nothing forgiven."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from jinja2 import UndefinedError

from draagkracht.report.amount import Amount
from draagkracht.report.material import Material
from draagkracht.report.measure_words import MeasureWords
from draagkracht.report.outline import ENTRIES, outline
from draagkracht.report.rendering import PAGE, BareNumber, page_environment
from draagkracht.simulation.estimate import Estimate
from report.outcomes import estimate


def shown(template: str, **given: object) -> str:
    return page_environment().from_string(template).render(**given)


@pytest.mark.parametrize("bare", [0.5, 3, True, None, 1j, float("nan")])
def test_a_bare_number_is_refused(bare: object) -> None:
    with pytest.raises(BareNumber, match="does not say its unit"):
        shown("{{ bare }}", bare=bare)


def test_no_template_writes_a_number_of_its_own() -> None:
    templates = sorted(PAGE.rglob("*.html"))
    assert len(templates) == 28
    written = {
        path.name: found
        for path in templates
        if (
            found := re.findall(
                r"\{\{[^}]*?(?<![\w.])\d[^}]*\}\}", path.read_text(encoding="utf-8")
            )
        )
    }
    assert written == {}


def test_an_estimate_needs_a_way_to_be_said() -> None:
    with pytest.raises(BareNumber, match="Estimate does not say its unit"):
        shown("{{ it }}", it=estimate())


@pytest.mark.parametrize("name", ["value", "spread", "change", "signed", "error", "parted"])
def test_a_filter_takes_an_estimate_and_nothing_else(name: str) -> None:
    assert "weken" in shown(f"{{{{ it|{name} }}}}", it=estimate())
    with pytest.raises(BareNumber, match="float is no estimate"):
        shown(f"{{{{ it|{name} }}}}", it=4.2)


@pytest.mark.parametrize("name", ["round", "format", "string", "float", "int", "safe", "join"])
def test_no_filter_can_turn_a_number_into_text(name: str) -> None:
    assert name not in page_environment().filters


def test_no_template_glues_a_number_to_text() -> None:
    templates = sorted(PAGE.rglob("*.html"))
    assert len(templates) == 28
    gluing = [path.name for path in templates if "~" in path.read_text(encoding="utf-8")]
    assert gluing == []


def test_an_amount_and_a_text_are_shown() -> None:
    assert shown("{{ it }}", it=Amount(4.23, "week", "weken")) == "4,2 weken"
    assert shown("{{ it }}", it="noord") == "noord"


def test_a_number_and_its_percent_sign_stay_together() -> None:
    assert shown("{{ it }}", it="37 %") == "37\N{NO-BREAK SPACE}%"


def test_text_is_escaped() -> None:
    assert shown("{{ it }}", it="<b>&</b>") == "&lt;b&gt;&amp;&lt;/b&gt;"


def test_what_is_not_there_is_an_error_and_no_empty_place() -> None:
    with pytest.raises(UndefinedError):
        shown("{{ section.nothing }}", section=estimate())


def parts(thing: object) -> Iterator[object]:
    """Everything a template can reach, estimates and amounts as one piece."""
    yield thing
    if isinstance(thing, tuple | list):
        for item in thing:
            yield from parts(item)
    elif is_dataclass(thing) and not isinstance(thing, Amount | Estimate | MeasureWords):
        for each in fields(thing):
            yield from parts(getattr(thing, each.name))


def test_no_section_holds_a_number_without_its_unit(material: Material) -> None:
    found = list(parts(outline(material)))
    assert len(found) > 500
    bare = [
        thing for thing in found if isinstance(thing, int | float) and thing not in (True, False)
    ]
    assert bare == []
    assert {type(thing) for thing in found if isinstance(thing, int)} <= {bool}


def test_the_outline_reads_in_the_agreed_order(material: Material) -> None:
    titles = [section.title for section in outline(material).sections]
    assert titles == [
        "Doelen",
        "Samenvatting",
        "Aanleiding",
        "Beoogd resultaat",
        "Argumenten",
        "Kanttekeningen",
        "Kaders",
        "Financiën per jaar",
        "Uitvoering",
        "Participatie",
        "Communicatie",
        "Evaluatie",
        "Deze gemeente",
        "Doorgaan zoals nu",
        "De koers",
        "Uren erin en terug",
        "Per team",
        "Wat wij niet hebben kunnen nagaan",
        "Aannames",
        "Bronnen",
        "De berekening",
    ]


def test_annexes_stand_after_the_proposal(material: Material) -> None:
    sections = outline(material).sections
    assert [section.annex for section in sections] == sorted(section.annex for section in sections)
    assert [section.name for section in sections if section.first_annex] == ["gemeente"]


def test_progress_is_told_after_each_section(material: Material) -> None:
    told: list[tuple[int, int]] = []
    outline(material, lambda done, total: told.append((done, total)))
    assert told == [(done, len(ENTRIES)) for done in range(1, len(ENTRIES) + 1)]
