"""What all kinds share whose items offer options to choose from."""

from collections import Counter
from collections.abc import Iterator

from sizewise.learn.quiz.item import Item
from sizewise.learn.quiz.kinds.fault import Fault
from sizewise.learn.quiz.response import Response
from sizewise.learn.quiz.shown import ShownItem, ShownOption


def misplaced(item: Item) -> Iterator[Fault]:
    """A number to type where options are meant, or no options at all."""
    if item.answer is not None:
        why, fix = f"A {item.type} item has an answer.", "Mark an option with key: true instead."
        yield Fault("L01", "answer", why, fix)
    if not item.options:
        fix = "Write three to six options."
        yield Fault("L01", "options", "There is nothing to choose from.", fix)


def option_faults(item: Item) -> Iterator[Fault]:
    """Options that show nothing, or that two names could mean."""
    for option in item.options:
        place = f"options[{option.id}]"
        if (option.text is None) == (option.expr is None):
            given = "neither text nor expr" if option.text is None else "both text and expr"
            yield Fault("L01", place, f"The option has {given}.", "Write exactly one of them.")
        if option.expr is not None and option.format is None:
            fix = "Write format: usd, number, percent or times."
            yield Fault("L01", place, "The formula has no format.", fix)
    for name, times in Counter(option.id for option in item.options).items():
        if times > 1:
            why = f"{times} options have the id {name}."
            yield Fault("L02", f"options[{name}]", why, "Give each its own letter.")


def picked(item: ShownItem, response: Response) -> tuple[ShownOption, ...]:
    """The options that were picked, in the order shown."""
    return tuple(option for option in item.options if option.id in response.picked)


def mistakes(chosen: tuple[ShownOption, ...]) -> tuple[str, ...]:
    """The named mistakes behind these options, each once."""
    named = (option.misconception for option in chosen if option.misconception)
    return tuple(dict.fromkeys(named))
