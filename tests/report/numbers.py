"""Numbers in running text: whether each has its unit, and how many digits it shows."""

import re
from collections.abc import Iterable, Iterator

NUMBER = re.compile(r"(?<![\w.,])[+−]?\d[\d.,]*\d|(?<![\w.,])[+−]?\d")
# What may follow a number, or a number that another phrase gives its unit.
UNIT = re.compile(
    r"\s?(%|procentpunt|wek|week|per |van de |tot |op de |t/m|naar |jaar|keer|fte|uur|toekomst|"
    r"huishoud|inwoner|vra|doorgerekende|kwetsbare|zaak|zaken|team|wijk|cijfer|aanname|maand|kwartal|waarschuwing|beter|"
    r"euro|procent |zijn samen|die even|uit een bron|afgeleid|opgelost|vrijwilliger|vanaf maand|"
    r"slechter|hoofdcijfer|andere|niet te|zijn niet|is niet|en \d+ slechter|aanlopen|uitkomsten|"
    r"bron|kader|kaart|haalt|onbekend|door mensen|wijkteam)"
)
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
YEARS = ("jaar", "maand", *MONTHS.split())
# What is counted, or given by the town itself, and so shown as it is.
EXACT = re.compile(
    r"\s?(van de |huishoud|inwoner|fte|vragen per jaar|zaak|zaken|cijfer|aanname|team|wijk|jaar|"
    r"bron|toekomst|"
    r"uit een bron|afgeleid|opgelost|januari|andere)"
)


def numbers(text: str) -> Iterator[re.Match[str]]:
    """Every number of a text that is no year or day of a date and no law's article."""
    for found in NUMBER.finditer(text):
        before = text[: found.start()].split()[-2:]
        after = text[found.end() :].split()[:1]
        is_date = (bool(before[-1:]) and before[-1].lower() in YEARS) or (
            after and after[0] in MONTHS.split()
        )
        if not is_date:
            yield found


def without_unit(texts: Iterable[str]) -> list[str]:
    """What stands around each number that says no unit."""
    bare = []
    for text in texts:
        for found in numbers(text):
            before = text[: found.start()].split()[-2:]
            is_whole = before in (["van", "de"], ["op", "de"])  # 41 van de 64
            if not (is_whole or UNIT.match(text, found.end())):
                bare.append(text[max(0, found.start() - 30) : found.end() + 20])
    return bare


def too_exact(texts: Iterable[str]) -> list[str]:
    """What stands around each number of more than two significant digits that was worked out."""
    found_exact = []
    for text in texts:
        for found in numbers(text):
            digits = re.sub(r"\D", "", found.group()).lstrip("0")
            if "," not in found.group():
                digits = digits.rstrip("0")
            before = text[: found.start()].split()[-2:]
            is_whole = before in (["van", "de"], ["op", "de"])
            if len(digits) > 2 and not is_whole and not EXACT.match(text, found.end()):
                found_exact.append(text[max(0, found.start() - 30) : found.end() + 20])
    return found_exact
