from pathlib import Path

import pytest

from draagkracht.documents.errors import DoubleName, DraagkrachtError, MissingKey, NotOneOf
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.evidence.reference import read_references, resting_on_figures, sources_of
from draagkracht.language.words import MEASURE_WORDS
from evidence.entries import ASSUMED, REFERENCE, catalogue_of

ENTRY = """
[[reference]]
name = "absence_2019"
label.nl = "Verzuim"
measure = "absence"
value = 0.064
unit = "share"
year = 2019
source = "a-2022"
at = "p. 1"
reads = "6,4 %"
independent = true
"""


def read(folder: Path, text: str) -> list[str]:
    path = folder / "references.toml"
    path.write_text(f"format = 1\n{text}", encoding="utf-8")
    return [reference.name for reference in read_references(path)]


def test_references_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    second = ENTRY.replace("absence_2019", "absence_2020")
    assert read(tmp_path, second + ENTRY) == ["absence_2020", "absence_2019"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ENTRY + ENTRY, DoubleName),
        (ENTRY.replace("true", "false"), MissingKey),
        (ENTRY.replace('"share"', '"percent"'), NotOneOf),
    ],
)
def test_a_fault_is_told_with_file_and_place(
    tmp_path: Path, text: str, kind: type[DraagkrachtError]
) -> None:
    with pytest.raises(kind) as caught:
        read(tmp_path, text)
    assert caught.value.file == str(tmp_path / "references.toml")
    assert (caught.value.place or "").startswith("reference ")


def test_a_reference_rests_on_figures_when_one_cites_its_source_for_its_direction() -> None:
    own = REFERENCE.model_copy(update={"source": "a-2022"})
    assert resting_on_figures((REFERENCE, own), catalogue_of(ASSUMED)) == (own,)


def test_a_packaged_reference_is_called_independent_exactly_when_no_figure_cites_its_source() -> (
    None
):
    references = read_references()
    resting = resting_on_figures(references, read_catalogue())
    assert resting == tuple(row for row in references if not row.independent)


def test_the_sources_of_the_packaged_references_exist_and_are_of_their_year() -> None:
    catalogue, references = read_catalogue(), read_references()
    assert sources_of(references) <= catalogue.sources.keys()
    assert [row.year for row in references] == [
        catalogue.sources[row.source].year for row in references
    ]


def test_absence_and_the_cases_of_social_work_are_kept_to_check_the_model() -> None:
    values = {row.name: (row.value, row.unit) for row in read_references()}
    assert values == {
        "absence_2019": (0.064, "share"),
        "absence_2020": (0.064, "share"),
        "open_cases_per_fte_1999": (38, "case/fte"),
        "new_cases_per_fte_1999": (73, "1/fte/year"),
        "closed_cases_per_fte_1999": (76, "1/fte/year"),
    }


def test_what_a_reference_is_compared_with_is_a_measure() -> None:
    measures = {row.measure for row in read_references() if row.measure is not None}
    assert measures
    assert measures <= MEASURE_WORDS.keys()
