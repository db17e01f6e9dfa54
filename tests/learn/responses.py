"""What somebody gives who knows it all, and somebody who is wrong, by the type of an item."""

from collections.abc import Callable, Mapping

from sizewise.learn.quiz.item import ItemType
from sizewise.learn.quiz.kinds import match, order
from sizewise.learn.quiz.response import Response
from sizewise.learn.quiz.shown import ShownItem

Giving = Mapping[ItemType, Callable[[ShownItem], Response]]


def right(item: ShownItem) -> Response:
    """A response that earns the whole point."""
    return RIGHT[item.type](item)


def wrong(item: ShownItem) -> Response:
    """A response that earns nothing."""
    return WRONG[item.type](item)


def _keys(item: ShownItem) -> Response:
    return Response(picked=tuple(option.id for option in item.keys))


def _distractor(item: ShownItem) -> Response:
    return Response(picked=(item.distractors[0].id,))


def _number(item: ShownItem) -> Response:
    return Response(number=str(item.answer.value))


def _other_number(item: ShownItem) -> Response:
    return Response(number=str(item.answer.value * 97 + 1))


def _in_order(item: ShownItem) -> Response:
    return Response(picked=tuple(option.id for option in order.sequence(item)))


def _backwards(item: ShownItem) -> Response:
    return Response(picked=_in_order(item).picked[::-1])


def _matched(item: ShownItem) -> Response:
    return Response(matched=tuple((pair.id, pair.id) for pair in match.pairs(item)))


def _turned(item: ShownItem) -> Response:
    ids = [pair.id for pair in match.pairs(item)]
    return Response(matched=tuple(zip(ids, [*ids[1:], ids[0]], strict=True)))


RIGHT: Giving = {
    "single": _keys,
    "multiple": _keys,
    "boolean": _keys,
    "pretest": _keys,
    "numeric": _number,
    "order": _in_order,
    "match": _matched,
}
WRONG: Giving = {
    "single": _distractor,
    "multiple": _distractor,
    "boolean": _distractor,
    "pretest": _distractor,
    "numeric": _other_number,
    "order": _backwards,
    "match": _turned,
}
