import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draagkracht.evidence.errors import BadFormula
from draagkracht.evidence.formula import evaluate, names_in

NUMBERS = {"cases": 36.5, "closed": 76.0, "team.contract_hours": 36.0}
FORMULAS = st.recursive(
    st.sampled_from(["2", "0.5", "cases", "closed"]),
    lambda inner: st.tuples(inner, st.sampled_from(["+", "-", "*", "/"]), inner).map(
        lambda parts: f"({' '.join(parts)})"
    ),
    max_leaves=8,
)


@settings(deadline=None)  # a busy machine is no fault
@given(FORMULAS)
def test_a_formula_gives_what_arithmetic_gives(formula: str) -> None:
    try:
        expected = eval(formula, {}, {"cases": 36.5, "closed": 76.0})  # noqa: S307 - our own text
    except ZeroDivisionError:
        with pytest.raises(BadFormula):
            evaluate(formula, NUMBERS)
        return
    assert evaluate(formula, NUMBERS) == expected


@pytest.mark.parametrize(
    ("formula", "outcome"),
    [
        ("cases / closed", 36.5 / 76),
        ("-cases", -36.5),
        ("(9 + 16) ** 0.5", 5.0),
        ("team.contract_hours * 2", 72.0),
        (" 1 + 1 ", 2.0),
    ],
)
def test_powers_signs_and_names_of_figures_are_understood(formula: str, outcome: float) -> None:
    assert evaluate(formula, NUMBERS) == outcome


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("open('x')", "operation"),
        ("__import__('os')", "operation"),
        ("cases.__class__.mro", "operation"),
        ("cases.real", "name"),
        ("[1][0]", "operation"),
        ("'a' * 9", "operation"),
        ("cases if closed else 1", "operation"),
        ("cases > 1", "operation"),
        ("True + 1", "operation"),
        ("cases % 2", "operation"),
        ("lambda: 1", "operation"),
        ("1j", "operation"),
        ("unheard_of", "name"),
        ("cases / 0", "number"),
        ("9 ** 9 ** 9", "number"),
        ("(-8) ** 0.5", "number"),
        ("1e308 * 10", "number"),
        ("a +", "syntax"),
        ("", "syntax"),
        ("a = 1", "syntax"),
        ("\0", "syntax"),
        ("1 + " * 200 + "1", "long"),
        ("(" * 150 + "1" + ")" * 149, "syntax"),
    ],
)
def test_whatever_is_not_arithmetic_is_refused(formula: str, reason: str) -> None:
    with pytest.raises(BadFormula) as caught:
        evaluate(formula, NUMBERS)
    assert caught.value.reason == reason


def test_the_names_in_a_formula_are_found_with_their_group() -> None:
    assert names_in("cases / team.contract_hours + 2") == {"cases", "team.contract_hours"}
    assert names_in("a +") == frozenset()
