"""What the tests of towns share."""

import pytest

from town.texts import TOWN


@pytest.fixture
def town_text() -> str:
    return TOWN
