"""Towns and koersen that ask for care: markup in names, nothing that differs, nothing to draw."""

import pytest

import draagkracht as dk
from draagkracht.report.writing import report_page
from report.outcomes import with_changes
from report.reading import all_of, elements, section

EVIL = "<script>alert('x')</script>"


@pytest.fixture(scope="module")
def marked_up(town: dk.Town, plan: dk.Plan) -> str:
    """The page of a town and a koers in whose names someone wrote markup."""
    teams = tuple(team.model_copy(update={"label": f"{team.label} {EVIL}"}) for team in town.teams)
    wijken = tuple(wijk.model_copy(update={"name": f'{wijk.name} "{EVIL}'}) for wijk in town.wijken)
    place = town.model_copy(update={"name": EVIL, "teams": teams, "wijken": wijken})
    label = plan.label.model_copy(update={"nl": EVIL})
    koers = plan.model_copy(update={"label": label, "story": label})
    outcome = dk.run(place, [koers], years=1, members=8)
    return report_page(outcome, place, koers)


def test_markup_in_a_name_is_text(marked_up: str) -> None:
    assert EVIL not in marked_up
    assert all_of(marked_up, "script") == []
    assert [each.text for each in all_of(marked_up, "h1")] == [f"Advies voor {EVIL}"]
    assert all_of(marked_up, "title")[0].text == f"Advies – Draagkracht – {EVIL}"


def test_no_element_has_an_event_that_runs_code(marked_up: str) -> None:
    events = [name for each in elements(marked_up) for name in each.attributes if name[:2] == "on"]
    assert events == []


def test_a_sketch_of_eight_toekomsten_calls_nothing_a_difference(marked_up: str) -> None:
    text = section(marked_up, "koers")
    assert "niet te onderscheiden" in text
    assert "niet bekend" in text
    verdicts = {each.attributes["class"] for each in all_of(marked_up, "span")}
    assert not {"verdict better", "verdict worse"} & verdicts


def test_a_koers_without_a_card_says_that_nothing_changes(town: dk.Town, plan: dk.Plan) -> None:
    bare = plan.model_copy(update={"cards": (), "name": "zonder_kaarten"})
    outcome = dk.run(town, [bare], years=1, members=16)
    text = section(report_page(outcome, town, bare), "koers")
    assert "De koers verandert in geen enkele toekomst iets aan de uitkomsten." in text
    assert "Er ligt geen kaart op tafel." in text
    assert "beter" not in text.lower()


def test_a_koers_within_the_error_says_so_everywhere(
    outcome: dk.Outcome, town: dk.Town, plan: dk.Plan
) -> None:
    measures = outcome.values[plan.name]
    noisy = with_changes(outcome, plan.name, dict.fromkeys(measures, 0.00001), noise=0.1)
    page = report_page(noisy, town, plan)
    text = section(page, "koers")
    assert "Geen enkele uitkomst is te onderscheiden van doorgaan zoals nu" in text
    assert "Niets dat te onderscheiden is." in text
    assert "is te onderscheiden van doorgaan zoals nu" in text
    assert "niet te onderscheiden" in section(page, "conclusie")


def test_carrying_on_by_itself_is_a_page_too(outcome: dk.Outcome, town: dk.Town) -> None:
    page = report_page(outcome, town, dk.read_plan("doorgaan_zoals_nu"))
    assert "Er is dus geen verschil." in section(page, "koers")
    assert len(all_of(page, "figure")) == 4
    assert "Met de koers" not in section(page, "conclusie")


def test_a_form_of_organisation_is_told_as_a_card(town: dk.Town, plan: dk.Plan) -> None:
    form = plan.organisation.model_copy(update={"form": "without_wijkteam"})
    koers = plan.model_copy(update={"organisation": form, "cards": (), "name": "zonder_wijkteam"})
    outcome = dk.run(town, [koers], years=1, members=8)
    page = report_page(outcome, town, koers)
    assert [each.text for each in all_of(page, "h4") if each.text == "Zonder wijkteam"]
    assert "het onderzoek wijst twee kanten op" in section(page, "koers")


def test_a_town_with_five_figures_of_its_own_is_no_worked_example(
    town: dk.Town, plan: dk.Plan
) -> None:
    observed = tuple(row.model_copy(update={"kind": "own"}) for row in town.observed)
    own = town.model_copy(update={"observed": observed})
    assert own.all_own
    page = report_page(dk.run(own, [plan], years=1, members=8), own, plan)
    assert "Rekenvoorbeeld" not in page
    assert "Nog niet getoetst aan uitkomsten" in page
    assert "Alle 5 cijfers waarmee het begint, zijn van de gemeente zelf." in page
