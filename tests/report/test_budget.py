"""Euros by budget year, party and nature."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.documents.errors import UnknownName
from draagkracht.report.material import Material
from draagkracht.report.sections.budget import budget_section
from draagkracht.simulation.budget import NATURES, PAYERS
from report.reading import section

KOERS = "twee_sporen"


def paying(outcome: dk.Outcome, party: str, nature: str, euros: float) -> dk.Outcome:
    """The outcome in which the koers asks a party for euros in its first year."""
    budget = outcome.budgets[KOERS].copy()
    budget[:, 0, PAYERS.index(party), NATURES.index(nature)] += euros
    return replace(outcome, budgets={**outcome.budgets, KOERS: budget})


def test_only_parties_that_pay_have_lines(outcome: dk.Outcome) -> None:
    lines = outcome.budget(KOERS)
    assert {(line.party, line.nature) for line in lines} == {("municipality", "structural")}
    assert [line.year for line in lines] == [1, 2]
    for line in lines:
        assert 0 < line.low <= line.median <= line.high
        assert line.as_json()["unit"] == "euro"


def test_a_year_of_the_budget_is_four_quarters_of_costs(outcome: dk.Outcome) -> None:
    costs = sum(
        outcome.by_member("costs", plan=KOERS, quarter=quarter) / 4 for quarter in range(1, 5)
    )
    year = outcome.budgets[KOERS][:, 0].sum(axis=(1, 2))
    np.testing.assert_allclose(year, costs, rtol=1e-9)


def test_a_difference_is_taken_in_each_toekomst(outcome: dk.Outcome) -> None:
    made = paying(outcome, "provider", "one_off", 5000.0)
    lines = [line for line in made.budget(KOERS, difference=True) if line.party == "provider"]
    assert [(line.year, line.nature, line.median, line.low) for line in lines] == [
        (1, "one_off", 5000.0, 5000.0),
        (2, "one_off", 0.0, 0.0),
    ]


def test_a_koers_that_is_not_there_is_refused(outcome: dk.Outcome) -> None:
    with pytest.raises(UnknownName, match="twee_sporen"):
        outcome.budget("twee_spooren")


def test_structural_and_once_stand_apart_on_the_page(material: Material) -> None:
    made = paying(material.outcome, "municipality", "one_off", 12_345.0)
    shown = budget_section(replace(material, outcome=made))
    captions = [table.caption for table in shown.tables]
    assert captions == ["Gemeente, structureel", "Gemeente, eenmalig"]
    assert not shown.no_one_off
    first, second = shown.tables[1].rows
    assert first == ("Jaar 2027", "0 euro", "+12.000 euro", "+12.000 euro")
    assert second == ("Jaar 2028", "0 euro", "0 euro", "0 euro")


def test_a_budget_year_that_is_no_calendar_year_is_named_by_its_months(material: Material) -> None:
    later = material.town.model_copy(update={"start": dt.date(2027, 7, 1)})
    shown = budget_section(replace(material, town=later))
    assert shown.tables[0].rows[0][0] == "juli 2027 t/m juni 2028"


def test_the_page_names_who_pays_nothing_in_euros(page: str) -> None:
    text = section(page, "begroting")
    assert "Gemeente, structureel" in text
    assert "Er zijn geen eenmalige kosten in euro’s." in text
    assert "Geen euro’s van: wijkteam," in text


def test_carrying_on_alone_has_a_budget_without_differences(material: Material) -> None:
    alone = replace(material, plan=dk.read_plan("doorgaan_zoals_nu"))
    shown = budget_section(alone)
    assert shown.tables[0].heads == ("Begrotingsjaar", "Doorgaan zoals nu", "Bereik")
