"""Formulas of parametrised items, read by their syntax tree and computed on exact decimals."""

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import (
    ROUND_HALF_UP,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)
from functools import lru_cache
from itertools import pairwise

from sizewise.ground.written import plainly

LONGEST = 500
"""Characters of a formula; more is a mistake or an attack."""

_CONTEXT = Context(prec=50, Emax=999, Emin=-999, traps=[DivisionByZero, InvalidOperation, Overflow])
"""Fifty digits are exact for every price; the exponents bound what a power may cost."""

_ALLOWED = "use numbers, variables, + - * / **, parentheses, round, min and max"


class ExpressionError(ValueError):
    """A formula that cannot be read or computed; the message names the bad piece."""


def evaluate(text: str, names: Mapping[str, Decimal]) -> Decimal:
    """The value of a formula with these variables. Raises ExpressionError.

    A number is taken exactly as typed: 0.1 is one tenth, 1e6 is a million. `round(x)` and
    `round(x, digits)` round halves away from zero, as people do by hand.
    """
    formula = _readable(text)
    with localcontext(_CONTEXT):
        return _Formula(formula, names).value(_tree(formula))


def is_true(text: str, names: Mapping[str, Decimal]) -> bool:
    """Whether a condition on formulas holds: comparisons, joined by `and`, `or` and `not`.

    Raises ExpressionError.
    """
    condition = _readable(text)
    with localcontext(_CONTEXT):
        return _Formula(condition, names).truth(_tree(condition))


def _readable(text: str) -> str:
    if len(text) > LONGEST:
        raise ExpressionError(f"`{_short(text)}` has more than {LONGEST} characters")
    return " ".join(text.split())


@lru_cache(maxsize=1024)
def _tree(formula: str) -> ast.expr:
    try:
        return ast.parse(formula, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ExpressionError(f"`{_short(formula)}` is not a formula: {_ALLOWED}") from None


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


def _round(value: Decimal, digits: Decimal = Decimal(0)) -> Decimal:
    if digits != digits.to_integral_value() or abs(digits) > 30:
        raise ExpressionError(
            f"round cannot keep {plainly(digits)} digits: write a whole number up to 30"
        )
    return value.quantize(Decimal(1).scaleb(-int(digits)), ROUND_HALF_UP)


def _least(first: Decimal, *others: Decimal) -> Decimal:
    return min((first, *others))


def _most(first: Decimal, *others: Decimal) -> Decimal:
    return max((first, *others))


_FUNCTIONS: Mapping[str, Callable[..., Decimal]] = {"round": _round, "min": _least, "max": _most}
_OPERATORS: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


_COMPARISONS: Mapping[type[ast.cmpop], Callable[[Decimal, Decimal], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


class _Formula:
    """One formula with its variables; each method computes one kind of piece."""

    def __init__(self, formula: str, names: Mapping[str, Decimal]) -> None:
        self.source = formula.encode()
        self.names = names

    def value(self, node: ast.expr) -> Decimal:
        match node:
            case ast.Constant():
                return self._number(node)
            case ast.Name(id=name):
                return self._variable(name)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self.value(operand)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.value(operand)
            case ast.BinOp():
                return self._sum(node)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _FUNCTIONS:
                return self._called(node, _FUNCTIONS[name], args)
        raise ExpressionError(f"`{self._piece(node)}` is not allowed: {_ALLOWED}")

    def truth(self, node: ast.expr) -> bool:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return all(list(map(self.truth, values)))  # all are read: a typo never hides
            case ast.BoolOp(op=ast.Or(), values=values):
                return any(list(map(self.truth, values)))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return not self.truth(operand)
            case ast.Compare():
                return self._compared(node)
        raise ExpressionError(f"`{self._piece(node)}` compares nothing: use < <= > >= == or !=")

    def _compared(self, node: ast.Compare) -> bool:
        """A chain such as 1 < x < 3 holds when each of its pairs does."""
        values = [self.value(each) for each in (node.left, *node.comparators)]
        known = [_COMPARISONS.get(type(each)) for each in node.ops]
        if None in known:
            raise ExpressionError(f"`{self._piece(node)}` is not allowed: use < <= > >= == or !=")
        return all(
            compare(*pair) for compare, pair in zip(known, pairwise(values), strict=True) if compare
        )

    def _piece(self, node: ast.expr) -> str:
        return _short(self.source[node.col_offset : node.end_col_offset].decode(errors="replace"))

    def _number(self, node: ast.Constant) -> Decimal:
        try:
            if type(node.value) in (int, float):
                return +Decimal(self._piece(node))
        except DecimalException:
            pass
        raise ExpressionError(f"`{self._piece(node)}` is not a number that a formula may hold")

    def _variable(self, name: str) -> Decimal:
        if name not in self.names:
            known = ", ".join(sorted(self.names)) or "none"
            raise ExpressionError(f"`{name}` is not a variable here; known: {known}")
        return self.names[name]

    def _sum(self, node: ast.BinOp) -> Decimal:
        compute = _OPERATORS.get(type(node.op))
        if compute is None:
            raise ExpressionError(f"`{self._piece(node)}` is not allowed: {_ALLOWED}")
        left, right = self.value(node.left), self.value(node.right)
        return self._computed(node, lambda: compute(left, right))

    def _called(
        self, node: ast.Call, function: Callable[..., Decimal], args: list[ast.expr]
    ) -> Decimal:
        values = [self.value(arg) for arg in args]
        return self._computed(node, lambda: function(*values))

    def _computed(self, node: ast.expr, compute: Callable[[], Decimal]) -> Decimal:
        try:
            return compute()
        except DivisionByZero:
            raise ExpressionError(f"`{self._piece(node)}` divides by zero") from None
        except TypeError:
            raise ExpressionError(f"`{self._piece(node)}` has too few or too many values") from None
        except DecimalException:
            raise ExpressionError(f"`{self._piece(node)}` has no value that fits") from None
