"""Polls in which a respondent gives several answers: shares of people, never a mix of requests."""

from typing import Final

MULTIPLE_ANSWER_POLLS: Final = frozenset({"gemeentennl-enquete-2019"})
