from typing import get_args

import pytest

from draagkracht.evidence.catalogue import STATUSES
from draagkracht.evidence.figure import Basis, Grade
from draagkracht.language import words
from draagkracht.model.kinds import DOMAINS, KINDS


@pytest.mark.parametrize(
    ("names", "dutch"),
    [
        (KINDS, words.KIND_WORDS),
        (DOMAINS, words.DOMAIN_WORDS),
        (STATUSES, words.STATUS_WORDS),
        (get_args(Basis), words.BASIS_WORDS),
        (get_args(Grade), words.GRADE_WORDS),
    ],
)
def test_every_name_of_a_closed_list_has_one_dutch_word(
    names: tuple[str, ...], dutch: dict[str, str]
) -> None:
    assert set(names) == dutch.keys()
    assert len(set(dutch.values())) == len(dutch)
