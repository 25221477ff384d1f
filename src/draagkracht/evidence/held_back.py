"""Sources kept apart to check the model with: what sets a figure can no longer test it."""

from collections.abc import Mapping
from typing import Final

# Source -> what the model is compared with.
HELD_BACK: Final[Mapping[str, str]] = {
    "azw-verzuim-sociaal-werk-2019": "absence in social work, 6.4 % in 2019 and 2020",
    "vog-amw-in-beeld-1999": "38 open, 73 new and 76 closed cases per fte in 1999",
}

# Polls in which one respondent gives several answers: shares of people, never a mix of requests.
MULTIPLE_ANSWER_POLLS: Final = frozenset({"gemeentennl-enquete-2019"})
