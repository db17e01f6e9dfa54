"""Formulas of authors: a small arithmetic on exact decimals. Never Python's eval."""

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException, localcontext

LONGEST = 400
"""Characters a formula may have."""
LARGEST_POWER = 64
"""The largest exponent, so that a typing slip cannot keep the machine busy."""
_CONTEXT = Context(prec=40, rounding=ROUND_HALF_UP)


class ExpressionError(ValueError):
    """The formula cannot be read or computed. The message names the piece."""


def evaluate(text: str, names: Mapping[str, Decimal]) -> Decimal:
    """The value of a formula such as `(n_in*p_in + n_out*p_out)/1e6`.

    Knows numbers, + - * / **, parentheses, round(x, digits), min and max. Raises ExpressionError.
    """
    with localcontext(_CONTEXT):
        try:
            value = _value(_parsed(text), text, names)
        except DecimalException as error:
            reason = "divides by zero" if "DivisionByZero" in repr(error) else "has no value"
            raise ExpressionError(f"the formula {text!r} {reason}") from None
    if not value.is_finite():
        raise ExpressionError(f"the formula {text!r} has no value")
    return value


def names_in(text: str) -> frozenset[str]:
    """The variables a formula uses. Raises ExpressionError when it cannot be read."""
    tree = _parsed(text)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return frozenset(
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in called
    )


def _parsed(text: str) -> ast.expr:
    if len(text) > LONGEST:
        raise ExpressionError(f"the formula has more than {LONGEST} characters")
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ExpressionError(f"the formula {text!r} cannot be read") from None


def _value(node: ast.expr, text: str, names: Mapping[str, Decimal]) -> Decimal:
    match node:
        case ast.Constant():
            return _number(node, text)
        case ast.Name(id=name):
            return _named(name, names)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, text, names)
        case ast.BinOp(left=left, op=op, right=right):
            return _binary(op, _value(left, text, names), _value(right, text, names), text)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
            return _called(name, [_value(each, text, names) for each in args])
    raise ExpressionError(f"{ast.get_source_segment(text, node) or text!r} is not arithmetic")


def _number(node: ast.Constant, text: str) -> Decimal:
    # The text of the number, not Python's float of it: 0.1 must stay a tenth.
    written = ast.get_source_segment(text.strip(), node) or ""
    if type(node.value) not in (int, float):
        raise ExpressionError(f"{written or node.value!r} is not a number")
    try:
        return Decimal(written.replace("_", ""))
    except DecimalException:
        raise ExpressionError(f"{written!r} is not a decimal number") from None


def _named(name: str, names: Mapping[str, Decimal]) -> Decimal:
    if name not in names:
        known = ", ".join(sorted(names)) or "none"
        raise ExpressionError(f"there is no variable {name!r}; the item has: {known}")
    return names[name]


_OPERATORS: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def _binary(op: ast.operator, left: Decimal, right: Decimal, text: str) -> Decimal:
    if isinstance(op, ast.Pow):
        if abs(right) > LARGEST_POWER:
            raise ExpressionError(f"an exponent in {text!r} is larger than {LARGEST_POWER}")
        return left**right
    if type(op) not in _OPERATORS:
        raise ExpressionError(f"{text!r} uses a sign other than + - * / **")
    return _OPERATORS[type(op)](left, right)


def _called(name: str, values: list[Decimal]) -> Decimal:
    if name in ("min", "max") and values:
        return min(values) if name == "min" else max(values)
    if name == "round" and len(values) in (1, 2):
        digits = int(values[1]) if len(values) == 2 else 0
        return values[0].quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    raise ExpressionError(f"{name!r} is not round(x, digits), min or max")
