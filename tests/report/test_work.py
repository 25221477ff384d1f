"""Hours in and hours back on the page, with the waterfall of the elements."""

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.documents.errors import Inconsistent
from draagkracht.report.material import Material
from draagkracht.report.sections.work import work_section
from draagkracht.report.waterfall import LABEL_TOGETHER, LABEL_WHOLE, steps
from draagkracht.report.writing import report_page
from draagkracht.simulation.attribution import Attribution, attribute
from report.reading import all_of, elements, section

HOURS = "uur per jaar"


@pytest.fixture(scope="module")
def found(town: dk.Town, plan: dk.Plan) -> Attribution:
    return attribute(town, plan, years=2, members=16)


@pytest.fixture(scope="module")
def with_parts(material: Material, found: Attribution) -> Material:
    return replace(material, attribution=found)


@pytest.fixture(scope="module")
def whole_page(found: Attribution, town: dk.Town, plan: dk.Plan) -> str:
    return report_page(found.outcome, town, plan, attribution=found)


def test_the_steps_end_where_the_whole_ends(found: Attribution) -> None:
    *parts, whole = steps(found)
    assert [step.label for step in parts] == [
        "Gescheiden voordeur",
        "Kortere procedure",
        LABEL_TOGETHER,
    ]
    assert whole.label == LABEL_WHOLE
    assert whole.begins == 0.0
    assert parts[-1].ends == pytest.approx(whole.ends)
    for one, other in pairwise(parts):
        assert one.ends == other.begins


def test_the_waterfall_has_a_title_a_reading_and_a_table(with_parts: Material) -> None:
    shown = work_section(with_parts)
    assert shown is not None
    assert shown.cascade is not None
    assert shown.cascade.title.startswith("Waar de uren vandaan komen en heen gaan: vooral ")
    assert "samenhang" in shown.cascade.reading
    assert len(shown.cascade.rows) == 4
    for row in shown.cascade.rows:
        assert all(cell.endswith(HOURS) for cell in row[1:])
    for look in ("barWhole", "spreadWhole", "wholeLabel"):
        assert f"{look}_marks" in shown.cascade.picture


def test_the_picture_is_on_the_page_with_its_marks(whole_page: str) -> None:
    text = section(whole_page, "uren")
    assert "Samenhang is wat de onderdelen elkaar geven of kosten." in text
    assert "Rekenvoorbeeld" in text
    assert len([each for each in all_of(whole_page, "svg") if each.inside(marks={"uren"})]) == 1


def test_without_the_elements_only_the_ledger_stands_there(page: str) -> None:
    assert not [each for each in all_of(page, "svg") if each.inside(marks={"uren"})]
    assert "Uren erin, uren terug" in section(page, "uren")


def test_every_line_has_hours_in_and_back_with_their_spread(whole_page: str) -> None:
    cells = [
        each
        for each in all_of(whole_page, "td")
        if each.inside(marks={"uren"}) and "Uren" in (each.attributes["data-label"] or "")
    ]
    assert len(cells) > 8
    for cell in cells:
        assert cell.text == "geen" or re.fullmatch(rf"\d[\d.,]* {HOURS}", cell.text)


def test_a_balance_within_its_error_is_called_undecided(with_parts: Material) -> None:
    outcome, name = with_parts.outcome, with_parts.plan.name
    swing = np.linspace(900.0, -1000.0, outcome.members)[:, None, None, None]
    values = {**outcome.values[name]}
    values["hours_balance"] = np.zeros_like(values["hours_balance"]) + swing
    noisy = replace(outcome, values={**outcome.values, name: values}, weights=np.ones(16))
    shown = work_section(replace(with_parts, outcome=noisy, attribution=None))
    assert shown is not None
    assert shown.finding.startswith("Onbeslist: ")


@pytest.mark.parametrize(
    ("hours", "said"), [(500.0, "geeft de koers"), (-500.0, "vraagt de koers")]
)
def test_a_balance_beyond_its_error_says_which_way(
    with_parts: Material, hours: float, said: str
) -> None:
    outcome, name = with_parts.outcome, with_parts.plan.name
    values = {**outcome.values[name]}
    values["hours_balance"] = np.full_like(values["hours_balance"], hours)
    sure = replace(outcome, values={**outcome.values, name: values})
    shown = work_section(replace(with_parts, outcome=sure, attribution=None))
    assert shown is not None
    assert f"Per saldo {said}" in shown.finding
    assert f"500 {HOURS}" in shown.finding


def test_carrying_on_has_no_section_of_hours(outcome: dk.Outcome, town: dk.Town) -> None:
    page = report_page(outcome, town, dk.read_plan("doorgaan_zoals_nu"))
    assert "uren" not in [each.attributes.get("id") for each in elements(page)]


def test_elements_of_another_calculation_are_refused(
    outcome: dk.Outcome, town: dk.Town, plan: dk.Plan
) -> None:
    other = attribute(town, plan, years=1, members=8)
    with pytest.raises(Inconsistent, match="verdeling over onderdelen"):
        report_page(outcome, town, plan, attribution=other)
