from hypothesis import given, settings
from hypothesis import strategies as st

from documents.sample import START, Sample
from draagkracht.documents.digest import digest, digest_of
from draagkracht.documents.reading import parse_document


def test_lay_out_and_order_of_a_text_do_not_change_the_digest() -> None:
    plain = parse_document(START + "open = true", Sample)
    other = parse_document(
        '# stad\nopen=true\nlabel={nl="Een dorp"}\nname="Dorp"\nformat=1', Sample
    )
    assert digest(plain) == digest(other)


def test_another_value_is_another_digest() -> None:
    plain = parse_document(START, Sample)
    assert digest(plain) != digest(plain.model_copy(update={"name": "Stad"}))


def test_the_digest_of_a_known_text_never_changes() -> None:
    assert (
        digest_of(["draagkracht"])
        == "89fbe02b88ac5d7e3bfe546773906e3c4c19bed0994c42a38c2866c2a5ed54d2"
    )


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(st.text(), max_size=5), st.lists(st.text(), max_size=5))
def test_only_equal_parts_have_equal_digests(one: list[str], other: list[str]) -> None:
    assert (digest_of(one) == digest_of(other)) == (one == other)
