"""Parts put into a Dutch sentence."""

from collections.abc import Sequence


def listed(parts: Sequence[str]) -> str:
    """Parts as one list.

    >>> listed(["wachttijd", "werkdruk", "afhakers"])
    'wachttijd, werkdruk en afhakers'
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} en {parts[-1]}"


def sentence_case(text: str) -> str:
    """The text with its first letter large.

    >>> sentence_case("de wachttijd stijgt")
    'De wachttijd stijgt'
    """
    return text[:1].upper() + text[1:]
