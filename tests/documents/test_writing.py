import datetime as dt
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.sample import Ramp, Sample, Task, Team
from draagkracht.documents.document import Wording
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NUMBERS = st.floats(min_value=1e-300, max_value=500, exclude_min=True)
TEAMS = st.builds(
    Team,
    name=TEXTS.filter(bool),
    fte=NUMBERS,
    kind=st.sampled_from(["single", "multiple"]),
    ramp=st.none() | st.builds(Ramp, starts_month=st.integers(0, 240)),
    features=st.dictionaries(TEXTS, st.floats(allow_nan=False, allow_infinity=False), max_size=3),
)
SAMPLES = st.builds(
    Sample,
    format=st.just(1),
    name=TEXTS,
    label=st.builds(Wording, nl=TEXTS),
    code=st.integers(0, 9999).map(lambda n: f"GM{n:04d}"),
    start=st.dates(dt.date(1000, 1, 1)),
    open=st.booleans(),
    words=st.lists(TEXTS, max_size=3).map(tuple),
    task_package=st.lists(st.builds(Task, to=TEXTS), max_size=2).map(tuple),
    team=st.lists(TEAMS, max_size=2).map(tuple),
)


@settings(deadline=None)  # a busy machine is no fault
@given(SAMPLES)
def test_what_is_written_reads_back_equal_and_writes_the_same_bytes(sample: Sample) -> None:
    text = write_document(sample)
    again = parse_document(text, Sample)
    assert again == sample
    assert write_document(again) == text


def test_the_canonical_text_has_format_first_and_tables_last() -> None:
    sample = Sample(
        format=1,
        name='Dorp "aan zee"',
        label=Wording(nl="Een dorp"),
        task_package=(Task(to="desk"),),
        team=(
            Team(name="noord", fte=14, features={"rented": 0.52}),
            Team(name="zuid", fte=9.5, ramp=Ramp(starts_month=3)),
        ),
    )
    assert write_document(sample) == (
        "format = 1\n"
        'name = "Dorp \\"aan zee\\""\n'
        'label.nl = "Een dorp"\n'
        'code = "GM0080"\n'
        "start = 2027-01-01\n"
        "open = false\n"
        "words = []\n"
        'task_package = [{ to = "desk" }]\n'
        "\n"
        "[[team]]\n"
        'name = "noord"\n'
        "fte = 14.0\n"
        'kind = "single"\n'
        "features = { rented = 0.52 }\n"
        "\n"
        "[[team]]\n"
        'name = "zuid"\n'
        "fte = 9.5\n"
        'kind = "single"\n'
        "ramp = { starts_month = 3 }\n"
        "features = {}\n"
    )


def test_what_a_writer_left_out_is_written_with_its_default() -> None:
    short = parse_document('format = 1\nname = "a"\nlabel.nl = "b"', Sample)
    assert tomllib.loads(write_document(short))["open"] is False


def test_a_value_toml_cannot_hold_is_a_fault_of_the_programmer() -> None:
    broken = Sample.model_construct(format=1, name=object(), label=Wording(nl="b"))
    with pytest.raises(TypeError):
        write_document(broken)
