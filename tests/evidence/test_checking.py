from typing import Any

import pytest

from draagkracht.documents.document import Wording
from draagkracht.evidence.checking import check_catalogue
from draagkracht.evidence.figure import Figure
from evidence.entries import (
    ASSUMED,
    BACKGROUND,
    DERIVED,
    LOCAL,
    REFERENCE,
    ROW,
    SOURCE,
    SOURCED,
    catalogue_of,
)

USED = frozenset({"team.absence"})


def changed(figure: Figure, **fields: Any) -> Figure:
    return figure.model_copy(update=fields)


def codes(figure: Figure) -> list[str]:
    findings = check_catalogue(
        catalogue_of(figure), used=USED, cited=frozenset({"a-2022"}), references=(REFERENCE,)
    )
    findings = [finding for finding in findings if finding.subject != REFERENCE.source]
    assert {finding.subject for finding in findings} <= {figure.name, *cited_by(figure)}
    return [finding.code for finding in findings]


def cited_by(figure: Figure) -> set[str]:
    return {row.source for row in figure.evidence}


@pytest.mark.parametrize("figure", [SOURCED, ASSUMED, DERIVED, LOCAL])
def test_a_figure_in_order_gives_no_finding(figure: Figure) -> None:
    assert codes(figure) == []


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        (changed(SOURCED, evidence=()), "evidence_missing"),
        (changed(SOURCED, evidence=(BACKGROUND,)), "evidence_missing"),
        (changed(DERIVED, evidence=(), formula="0.07"), "evidence_missing"),
        (changed(SOURCED, evidence=(changed(ROW, grade="E"),)), "evidence_too_weak"),
        (changed(ASSUMED, evidence=(ROW,)), "evidence_not_background"),
        (changed(ASSUMED, because=None), "because_missing"),
        (changed(ASSUMED, status="calibrated", because=None), "because_missing"),
        (changed(ASSUMED, ask=None), "ask_missing"),
        (changed(ASSUMED, low=0.06, high=0.08), "range_too_narrow"),
        (changed(ASSUMED, low=0.07, high=0.07), "range_too_narrow"),
        (changed(DERIVED, formula=None), "formula_missing"),
        (changed(DERIVED, formula="fte / ill"), "formula_wrong"),
        (changed(DERIVED, formula="ill / people"), "formula_wrong"),
        (changed(DERIVED, formula="team.absence"), "formula_wrong"),
        (changed(SOURCED, formula="0.07"), "formula_not_needed"),
        (changed(LOCAL, local=None), "local_missing"),
        (changed(SOURCED, bounds="below"), "share_out_of_bounds"),
        (changed(SOURCED, bounds="none", low=-0.1), "share_out_of_bounds"),
        (changed(SOURCED, evidence=(changed(ROW, source="b-2020"),)), "source_missing"),
        (
            changed(SOURCED, evidence=(changed(ROW, reported_by="a-2022", grade="B"),)),
            "report_too_strong",
        ),
        (
            changed(SOURCED, evidence=(changed(ROW, source=REFERENCE.source),)),
            "source_held_back",
        ),
    ],
)
def test_each_broken_rule_gives_its_finding(figure: Figure, code: str) -> None:
    assert code in codes(figure)


def test_a_derived_figure_may_be_rounded_but_not_changed() -> None:
    rounded = changed(DERIVED, central=0.0702)
    assert codes(rounded) == []
    assert codes(changed(DERIVED, central=0.071)) == ["formula_wrong"]


def test_a_formula_may_name_another_figure_which_is_then_used() -> None:
    half = changed(DERIVED, name="team.half", formula="team.absence / 2", central=0.035, low=0.02)
    catalogue = catalogue_of(SOURCED, half)
    assert check_catalogue(catalogue, used=frozenset({"team.half"})) == []


def test_two_numbers_of_one_name_are_refused() -> None:
    row = DERIVED.evidence[0]
    assert codes(changed(DERIVED, evidence=(row, row))) == ["number_twice"] * 2


def test_a_reason_for_a_narrow_range_is_enough() -> None:
    narrow = changed(ASSUMED, low=0.06, high=0.08, narrow=Wording(nl="De cao ligt vast."))
    assert codes(narrow) == []


def test_a_figure_nobody_uses_and_one_that_is_missing_are_found() -> None:
    findings = check_catalogue(catalogue_of(SOURCED), used=frozenset({"team.leave_share"}))
    assert [(finding.subject, finding.code) for finding in findings] == [
        ("team.absence", "figure_unused"),
        ("team.leave_share", "figure_missing"),
    ]


def test_a_source_nobody_cites_is_found_unless_a_card_does() -> None:
    catalogue = catalogue_of(changed(LOCAL, evidence=()))
    assert [f.code for f in check_catalogue(catalogue, used=USED)] == ["source_unused"]
    assert check_catalogue(catalogue, used=USED, cited=frozenset({"a-2022"})) == []


def test_a_source_that_checks_the_model_counts_as_cited_and_may_support_a_direction() -> None:
    checks = (REFERENCE.model_copy(update={"source": "a-2022"}),)
    catalogue = catalogue_of(ASSUMED)
    assert check_catalogue(catalogue, used=USED, references=checks) == []
    alone = catalogue_of(changed(LOCAL, evidence=()))
    assert check_catalogue(alone, used=USED, references=checks) == []


def test_a_source_that_checks_the_model_must_exist() -> None:
    findings = check_catalogue(catalogue_of(SOURCED), used=USED, references=(REFERENCE,))
    assert [(finding.subject, finding.code, finding.detail) for finding in findings] == [
        (REFERENCE.source, "source_missing", "een toetscijfer")
    ]


def test_a_source_that_a_card_cites_must_exist() -> None:
    catalogue = catalogue_of(SOURCED)
    findings = check_catalogue(catalogue, used=USED, cited=frozenset({"c-2019"}))
    assert [(finding.subject, finding.code) for finding in findings] == [
        ("c-2019", "source_missing")
    ]


def test_a_source_not_read_itself_must_say_where_it_was_read() -> None:
    hearsay = {"a-2022": changed_source(seen="reported")}
    findings = check_catalogue(catalogue_of(SOURCED, sources=hearsay), used=USED)
    assert [(finding.subject, finding.code) for finding in findings] == [
        ("a-2022", "report_not_named"),
        ("team.absence", "report_not_named"),
    ]


def changed_source(**fields: Any) -> Any:
    return SOURCE.model_copy(update=fields)


def test_a_poll_of_several_answers_may_not_be_a_mix() -> None:
    mix = changed(
        ASSUMED,
        name="access.domain_finances",
        evidence=(changed(BACKGROUND, source="gemeentennl-enquete-2019"),),
    )
    findings = check_catalogue(catalogue_of(mix), used=frozenset({mix.name}))
    assert "poll_as_mix" in {finding.code for finding in findings}
