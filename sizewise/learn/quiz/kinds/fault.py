"""Why an item cannot be shown or scored as meant."""

from typing import Literal, NamedTuple

from sizewise.learn.quiz.item import Item


class Fault(NamedTuple):
    """One contradiction inside an item; the linter says it under its rule."""

    rule: Literal["L01", "L02", "L03"]
    """L01: a field is missing or misplaced. L02: an id stands twice. L03: the number of keys."""
    place: str
    """The field that is meant."""
    why: str
    """What is wrong, in one sentence."""
    fix: str
    """What to write instead, in one sentence."""


def named(item: Item) -> str:
    """The item by its type, to begin a sentence with: `A single item`, `An order item`."""
    said = of_type(item.type)
    return said[0].upper() + said[1:]


def of_type(word: str) -> str:
    """An item by the word of its type, inside of a sentence."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word} item"
