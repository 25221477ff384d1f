"""Documents of one's own, made from the packaged ones by a change or two."""

from pathlib import Path

import draagkracht as dk

DATA = Path(dk.__file__).parent / "data"

TOWN = (DATA / "towns/voorbeelddorp.toml").read_text(encoding="utf-8")
KOERS = (DATA / "koersen/twee_sporen.toml").read_text(encoding="utf-8")
SCENARIO = (DATA / "scenarios/krappe_arbeidsmarkt.toml").read_text(encoding="utf-8")


def changed(text: str, old: str, new: str) -> str:
    """The text with its first `old` replaced; a test that changes nothing is no test."""
    assert old in text
    return text.replace(old, new, 1)


def many_wijken(count: int) -> str:
    """A town of as many wijken, all of one team."""
    head = TOWN.partition("[[wijk]]")[0]
    wijken = "".join(
        f'[[wijk]]\ncode = "WK{98 + number // 100:04}{number % 100:02}"\nname = "Wijk {number}"\n'
        'municipality = "GM0098"\nteam = "wolvega"\nhouseholds = 100\nresidents = 210\n'
        'source = "cbs-kwb-2024"\n\n'
        for number in range(count)
    )
    return f'{head}{wijken}[[team]]\nname = "wolvega"\nlabel = "Wolvega"\nfte = 12.0\n'
