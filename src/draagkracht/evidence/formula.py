"""Plain arithmetic over named numbers: a derived figure shows its sum and anyone can redo it."""

import ast
import math
import operator
from collections.abc import Callable, Mapping
from typing import Final

from draagkracht.evidence.errors import BadFormula

LONGEST: Final = 300
_STEEPEST: Final = 6.0

_OPERATIONS: Final[Mapping[type[ast.operator], Callable[[float, float], float]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def evaluate(formula: str, numbers: Mapping[str, float]) -> float:
    """The outcome of a formula of + - * / ** and parentheses over `numbers`.

    Names may have one dot, so that a formula can name a figure. Nothing else is understood: no
    calls, no comparisons, no text.

    Raises: BadFormula.

    >>> evaluate("cases / fte * 2", {"cases": 30.0, "fte": 4.0})
    15.0
    """
    if len(formula) > LONGEST:
        raise BadFormula(formula=formula, reason="long")
    try:
        tree = ast.parse(formula.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise BadFormula(formula=formula, reason="syntax") from None
    try:
        outcome = _worked_out(tree.body, numbers, formula)
    except (ZeroDivisionError, OverflowError):
        raise BadFormula(formula=formula, reason="number") from None
    if not math.isfinite(outcome):
        raise BadFormula(formula=formula, reason="number")
    return outcome


def names_in(formula: str) -> frozenset[str]:
    """The names a formula uses; none when it cannot be read."""
    try:
        tree = ast.parse(formula.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    dotted = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    inner = {id(node.value) for node in dotted}
    plain = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and id(n) not in inner]
    return frozenset([*(ast.unparse(node) for node in dotted), *(node.id for node in plain)])


def _worked_out(node: ast.expr, numbers: Mapping[str, float], formula: str) -> float:
    match node:
        case ast.Constant(value=bool()):
            raise BadFormula(formula=formula, reason="operation", detail="waar of onwaar")
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name() | ast.Attribute(value=ast.Name()):
            name = ast.unparse(node)
            if name not in numbers:
                raise BadFormula(formula=formula, reason="name", detail=name)
            return numbers[name]
        case ast.UnaryOp(op=ast.USub()):
            return -_worked_out(node.operand, numbers, formula)
        case ast.BinOp():
            left = _worked_out(node.left, numbers, formula)
            right = _worked_out(node.right, numbers, formula)
            return _combined(node.op, left, right, formula=formula)
        case _:
            detail = ast.unparse(node)[:40]
            raise BadFormula(formula=formula, reason="operation", detail=detail)


def _combined(sign: ast.operator, left: float, right: float, *, formula: str) -> float:
    if isinstance(sign, ast.Pow):
        if abs(right) > _STEEPEST or (left < 0 and right != int(right)):
            raise BadFormula(formula=formula, reason="number")
        return float(left**right)
    if type(sign) not in _OPERATIONS:
        raise BadFormula(formula=formula, reason="operation", detail=type(sign).__name__)
    return _OPERATIONS[type(sign)](left, right)
