"""A page never shows one town beside another's numbers."""

from dataclasses import replace

import pytest

import draagkracht as dk
from draagkracht.documents.errors import Inconsistent
from draagkracht.report.material import Material


def test_what_belongs_together_is_accepted(material: Material) -> None:
    material.check()


def test_a_scenario_of_ones_own_may_be_unknown(material: Material) -> None:
    replace(material, scenario=None).check()


def changed(material: Material, part: str) -> Material:
    other = {
        "town": material.town.model_copy(update={"name": "Elders"}),
        "plan": material.plan.model_copy(update={"cards": ()}),
        "catalogue": replace(
            material.catalogue,
            figures=dict(list(material.catalogue.figures.items())[1:]),
        ),
        "menu": replace(material.menu, cards={}),
        "scenario": dk.read_scenario("krappe_arbeidsmarkt"),
    }
    return replace(material, **{part: other[part]})


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("town", "deze gemeente"),
        ("plan", "deze koers"),
        ("catalogue", "deze cijfers en bronnen"),
        ("menu", "dit menu van kaarten"),
        ("scenario", "dit scenario"),
    ],
)
def test_a_document_of_another_run_is_refused(material: Material, part: str, said: str) -> None:
    with pytest.raises(Inconsistent) as refused:
        changed(material, part).check()
    assert str(refused.value) == (
        f"De uitkomst is niet met {said} berekend. Reken eerst opnieuw en schrijf dan het advies."
    )


def test_only_figures_that_the_run_rests_on_are_listed(material: Material) -> None:
    names = {figure.name for figure in material.figures}
    assert "split_front_door.team_hours" in names
    assert "watchful_contact.hours" not in names
    assert "team.absence" in names
