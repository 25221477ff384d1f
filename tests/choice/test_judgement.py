"""What people may say of a koers, by role and never by name."""

from pathlib import Path

import pytest

from choice.sayings import judgement, row, said
from draagkracht.choice.frame import FRAME_NAMES
from draagkracht.choice.judgement import BY_PEOPLE, Judgement, read_judgement
from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document


def refusal(text: str) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(text, Judgement)
    assert caught.value.exit_code == 2
    return str(caught.value)


@pytest.mark.parametrize("frame", [name for name in FRAME_NAMES if name not in BY_PEOPLE])
def test_people_cannot_overrule_figures(frame: str) -> None:
    assert f'Over het kader "{frame}" beslissen de cijfers.' in refusal(said(row(frame)))


def test_only_a_jurist_judges_the_law() -> None:
    assert "judgement 1 (compliant) › role" in refusal(said(row("compliant", role="alderman")))
    named = 'plan = "breed_team"\n'
    assert judgement(row("compliant", role="jurist"), head=named).on("compliant")


def test_a_jurist_signs_one_koers_by_name() -> None:
    text = refusal(said(row("compliant", role="jurist")))
    assert text.startswith("judgement 1 (compliant): Een jurist oordeelt over één koers")
    assert text.endswith('Zet bovenaan: plan = "…", met de naam van de koers.')


def test_a_role_speaks_once_of_a_frame() -> None:
    assert "twee keer" in refusal(said(row(), row(verdict="haalt niet")))
    assert len(judgement(row(), row(role="researcher")).on("innovative")) == 2


def test_a_role_is_no_name() -> None:
    text = refusal(said(row(role="juris")))
    assert text == 'judgement 1 (innovative) › role: "juris" kan hier niet. Bedoelt u "jurist"?'


def test_a_judgement_has_a_reason() -> None:
    assert "reason.nl: Deze waarde is leeg" in refusal(said(row(reason=" ")))


def test_no_judgement_at_all_is_no_document() -> None:
    assert "judgement" in refusal("format = 1\n")


def test_it_holds_for_the_koers_it_names_and_for_any_when_it_names_none() -> None:
    judgement(row()).check_plan("twee_sporen")
    named = judgement(row(), head='plan = "twee_sporen"\n')
    named.check_plan("twee_sporen")
    with pytest.raises(DraagkrachtError, match="en niet over"):
        named.check_plan("breed_team")


def test_a_file_is_read_and_written_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "oordeel.toml"
    path.write_text(said(row(), head='plan = "twee_sporen"\n'), encoding="utf-8")
    found = read_judgement(path)
    assert parse_document(write_document(found), Judgement) == found
