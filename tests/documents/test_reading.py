from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.sample import START, Sample
from draagkracht.documents.errors import (
    DraagkrachtError,
    EmptyFile,
    EmptyValue,
    Inconsistent,
    MalformedToml,
    MissingFile,
    MissingKey,
    NotOneOf,
    NotText,
    OutOfRange,
    TooMany,
    UnknownKey,
    UnreadableFile,
    WrongForm,
    WrongFormat,
    WrongType,
)
from draagkracht.documents.reading import parse_document, read_document


def fault(text: str) -> DraagkrachtError:
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(text, Sample)
    return caught.value


def team(*lines: str) -> str:
    return "\n".join([START, "[[team]]", *lines])


def test_a_right_document_is_read_with_its_defaults() -> None:
    sample = parse_document(team('name = "noord"', "fte = 14"), Sample)
    assert sample.teams[0].fte == 14.0
    assert isinstance(sample.teams[0].fte, float)
    assert sample.code == "GM0080"


def test_a_quoted_number_is_refused_with_file_place_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "TOWN.toml"
    path.write_text(team('name = "noord"', 'fte = "14,0"'), encoding="utf-8")
    with pytest.raises(WrongType) as caught:
        read_document(path, Sample)
    assert caught.value.file == str(path)
    assert caught.value.place == "team 1 (noord) › fte"
    assert caught.value.remedy == "Haal de aanhalingstekens weg."


def test_an_unquoted_text_is_told_to_be_quoted() -> None:
    error = fault(START.replace('"Dorp"', "12"))
    assert isinstance(error, WrongType)
    assert error.remedy == "Zet er aanhalingstekens omheen."


def test_an_unknown_key_names_the_nearest_known_key() -> None:
    error = fault(team('name = "noord"', "fet = 14.0"))
    assert isinstance(error, UnknownKey)
    assert (error.place, error.key, error.nearest) == ("team 1 (noord)", "fet", "fte")


def test_an_unknown_key_in_an_inline_table_knows_the_keys_there() -> None:
    error = fault(team('name = "noord"', "fte = 1", "ramp = { starts = 3 }"))
    assert isinstance(error, UnknownKey)
    assert error.place == "team 1 (noord) › ramp"
    assert error.known == ("starts_month",)


def test_a_missing_key_is_named_with_its_table() -> None:
    error = fault(team('name = "noord"'))
    assert isinstance(error, MissingKey)
    assert (error.place, error.key) == ("team 1 (noord)", "fte")


def test_keys_are_those_of_the_file_and_not_of_the_attribute() -> None:
    error = fault(START + "teams = []")
    assert isinstance(error, UnknownKey)
    assert error.nearest == "team"


@pytest.mark.parametrize("value", ["true", "false"])
def test_a_boolean_is_no_number(value: str) -> None:
    assert isinstance(fault(team('name = "noord"', f"fte = {value}")), WrongType)


@pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
def test_what_is_not_finite_is_no_number(value: str) -> None:
    error = fault(team('name = "noord"', f"fte = {value}"))
    assert isinstance(error, WrongType)
    assert value in str(error)


def test_a_fraction_is_no_whole_number() -> None:
    error = fault(team('name = "a"', "fte = 1", "ramp = { starts_month = 2.0 }"))
    assert isinstance(error, WrongType)
    assert "een heel getal" in str(error)


def test_a_time_is_no_date() -> None:
    assert isinstance(fault(START + "start = 2027-01-01T00:00:00"), WrongType)


@pytest.mark.parametrize(
    ("fte", "low", "high"), [("-3.0", 0.0, None), ("0", 0.0, None), ("501", None, 500.0)]
)
def test_a_number_out_of_range_gives_the_bound(
    fte: str, low: float | None, high: float | None
) -> None:
    error = fault(team('name = "noord"', f"fte = {fte}"))
    assert isinstance(error, OutOfRange)
    assert (error.low, error.high) == (low, high)
    assert error.exclusive == (low is not None)


def test_a_word_outside_a_closed_list_names_the_nearest() -> None:
    error = fault(team('name = "noord"', "fte = 1", 'kind = "singel"'))
    assert isinstance(error, NotOneOf)
    assert (error.nearest, error.known) == ("single", ("single", "multiple"))


def test_a_text_of_the_wrong_form_shows_an_example() -> None:
    error = fault(START + 'code = "80"')
    assert isinstance(error, WrongForm)
    assert error.example == "GM0080"


def test_an_empty_name_is_refused() -> None:
    assert isinstance(fault(team('name = ""', "fte = 1")), EmptyValue)


def test_more_rows_than_the_bound_are_counted() -> None:
    rows = [line for number in range(5) for line in ("[[team]]", f'name = "t{number}"', "fte = 1")]
    error = fault("\n".join([START, *rows]))
    assert isinstance(error, TooMany)
    assert (error.count, error.bound) == (5, 4)


def test_a_table_where_a_list_belongs_is_refused() -> None:
    assert isinstance(fault(START + '[team]\nname = "noord"'), WrongType)


def test_of_several_faults_the_first_in_the_file_is_told() -> None:
    text = team('name = "noord"', "fte = -1", "[[team]]", "name = 3", "fte = -2")
    assert fault(text).place == "team 1 (noord) › fte"
    assert fault(text.replace("fte = -1", "fte = 1")).place == "team 2 › name"


def test_a_misspelt_key_comes_before_the_key_it_should_have_been() -> None:
    assert isinstance(fault(team('name = "noord"', "ftee = 14.0")), UnknownKey)


@pytest.mark.parametrize("found", ["2", '"1"', "true", "1.0", "{}"])
def test_another_format_is_refused_before_anything_else(found: str) -> None:
    text = START.replace("format = 1", f"format = {found}") + "unheard_of = 1"
    assert isinstance(fault(text), WrongFormat)


def test_a_document_without_format_misses_it() -> None:
    error = fault('name = "Dorp"')
    assert isinstance(error, MissingKey)
    assert error.key == "format"


def test_faults_between_fields_get_the_file_too(tmp_path: Path) -> None:
    path = tmp_path / "TOWN.toml"
    rows = "".join(f'[[team]]\nname = "t{n}"\nfte = 1\n' for n in range(3))
    path.write_text(START + rows, encoding="utf-8")
    with pytest.raises(Inconsistent) as caught:
        read_document(path, Sample)
    assert (caught.value.file, caught.value.place) == (str(path), "team 3")


def test_every_kind_of_unusable_file_is_refused_by_its_own_error(tmp_path: Path) -> None:
    written: dict[str, tuple[bytes, type[DraagkrachtError]]] = {
        "leeg": (b"", EmptyFile),
        "wit": (b" \n\t\n", EmptyFile),
        "binair": (b"\x89PNG\r\n\x1a\n\x00\xff", NotText),
        "nul": (b"format = 1\x00", NotText),
        "utf16": ("format = 1".encode("utf-16"), NotText),
        "kapot": (b"format = ", MalformedToml),
    }
    for name, (data, kind) in written.items():
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(kind) as caught:
            read_document(path, Sample)
        assert caught.value.file == str(path), name
    with pytest.raises(UnreadableFile):
        read_document(tmp_path, Sample)
    with pytest.raises(MissingFile):
        read_document(tmp_path / "weg.toml", Sample)


@settings(deadline=None)  # a busy machine is no fault
@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.toml"
    path.write_bytes(data)
    with pytest.raises(DraagkrachtError) as caught:
        read_document(path, Sample)
    assert caught.value.file == str(path)
    assert caught.value.remedy


VALUES = st.sampled_from(
    ["1", "-1", "1.5", '"1"', '""', "true", "[]", "{}", "nan", "2027-01-01", '[""]', "[[1]]", "'x'"]
)


@settings(deadline=None)  # a busy machine is no fault
@given(
    st.dictionaries(
        st.sampled_from(["name", "label.nl", "label", "code", "start", "open", "words", "team"]),
        VALUES,
    ),
    st.dictionaries(st.sampled_from(["name", "fte", "kind", "ramp", "features", "x"]), VALUES),
)
def test_any_keys_and_values_give_a_document_or_a_clear_error(
    top: dict[str, str], inside: dict[str, str]
) -> None:
    lines = ["format = 1", *(f"{key} = {value}" for key, value in top.items())]
    if "team" not in top:
        lines += ["[[team]]", *(f"{key} = {value}" for key, value in inside.items())]
    try:
        parse_document("\n".join(lines), Sample)
    except DraagkrachtError as caught:
        error = caught
    else:
        return
    assert error.sentence()
    assert error.remedy
