"""What a card does in this town, in the words that fit on a card of A6."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from draagkracht.language.sentences import sentence_case
from draagkracht.language.units import dutch_amount, dutch_amount_range
from draagkracht.report.amount import out_of
from draagkracht.report.phrases import change, signed, signed_spread, words_of
from draagkracht.report.typesetting import Content
from draagkracht.simulation.estimate import Estimate

if TYPE_CHECKING:
    from draagkracht.choice.card_effect import CardEffect

NOTHING_SEEN: Final = "verandert hier niets wat het model kan zien"
NOT_REAL: Final = "Dat is niet meer dan de rekenfout."
UNKNOWN: Final = "niet te zeggen"
NO_RETURN: Final = "niet binnen de doorgerekende jaren"
_IN_SPREAD: Final = "in 8 van de 10 toekomsten"  # an estimate covers 0.8
_MINUS: Final = "\N{MINUS SIGN}"
_BALANCE: Final = "hours_balance"
_MOST: Final = 2  # other measures: a card has room for no more
_TOLD_ALREADY: Final = frozenset({_BALANCE, "euro_balance", "costs"})


def here(effect: "CardEffect", *, members: int) -> list[Content]:
    """Rows of what it is about, the middle value, and the spread or what to know of it."""
    rows = _rows(effect, members)
    return [{"label": label, "value": value, "note": note} for label, value, note in rows]


def _rows(effect: "CardEffect", members: int) -> Iterator[tuple[str, str, str]]:
    if effect.moves_nothing:
        yield ("Uren erin en terug", NOTHING_SEEN, "")
    else:
        yield ("Uren erin", *_amount(effect.hours_in))
        yield ("Uren terug", *_amount(effect.hours_back))
        balance = next((each for each in effect.effects if each.measure == _BALANCE), None)
        if balance is not None:
            whole = _whole(balance)
            note = f"{_IN_SPREAD} {signed_spread(whole)}"
            yield ("Per saldo", signed(whole), note if effect.real else f"{note}. {NOT_REAL}")
        relief = effect.months_to_relief
        when = NO_RETURN if relief is None else dutch_amount(relief.median, relief.unit)
        yield ("Alle uren terug na", when, f"lukt in {out_of(effect.returns, members)}")
    others = [each for each in effect.effects if each.real and each.measure not in _TOLD_ALREADY]
    for each in others[:_MOST]:
        subject = words_of(each).subject.removeprefix("de ").removeprefix("het ")
        yield (sentence_case(subject), change(each), "")


def _amount(estimate: Estimate | None) -> tuple[str, str]:
    """The middle with its unit, and the spread; nothing may be left to guess."""
    if estimate is None:
        return UNKNOWN, ""
    estimate = _whole(estimate)
    value = dutch_amount(estimate.median, estimate.unit)
    spread = dutch_amount_range(estimate.low, estimate.high, estimate.unit)
    note = "" if estimate.low == estimate.high else f"{_IN_SPREAD} {spread}"
    return value.replace("-", _MINUS), note.replace("-", _MINUS)


def _whole(estimate: Estimate) -> Estimate:
    """Hours a year without a part of an hour: in a whole town that says nothing."""
    return replace(
        estimate,
        median=float(round(estimate.median)),
        low=float(round(estimate.low)),
        high=float(round(estimate.high)),
    )
