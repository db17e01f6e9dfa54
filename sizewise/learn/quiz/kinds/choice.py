"""What all kinds share whose items offer options to choose from."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sizewise.learn.quiz.item import Item, Option
from sizewise.learn.quiz.kinds.fault import Fault, named
from sizewise.learn.quiz.kinds.pick import Pick
from sizewise.learn.quiz.response import Response
from sizewise.learn.quiz.shown import ShownItem, ShownOption


def misplaced(item: Item, right: str, options: str = "three to six options") -> Iterator[Fault]:
    """A number to type where options are meant, or no options at all; `right` says how the author
    tells what is right, and `options` what there is to choose from.
    """
    if item.answer is not None:
        why = f"{named(item)} has an answer."
        yield Fault("L01", "answer", why, f"Remove it, and {right}.")
    if not item.options:
        fix = f"Write {options}."
        yield Fault("L01", "options", "There is nothing to choose from.", fix)


def unmatched(item: Item) -> Iterator[Fault]:
    """Options that belong to something, where nothing is matched."""
    for option in item.options:
        if option.matches is not None:
            why, fix = f"{named(item)} matches nothing.", "Remove it, or make the type match."
            yield Fault("L01", f"options[{option.id}].matches", why, fix)


def keyed(item: Item, instead: str) -> Iterator[Fault]:
    """Options marked as keys, where something else says what is right."""
    for option in item.keys:
        why = f"{named(item)} marks no keys."
        yield Fault("L01", f"options[{option.id}].key", why, f"Remove it: {instead}.")


def alike(texts: Mapping[str, str], what: str) -> Iterator[Fault]:
    """Texts, by their places, that say the same, so that two answers would be right."""
    first: dict[str, str] = {}
    for place, text in texts.items():
        twin = first.setdefault(text.strip().casefold(), place)
        if twin != place:
            why = f"It says the same as {twin}: two {what} cannot be told apart."
            yield Fault("L03", place, why, "Write another text, or remove one of them.")


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


def is_key(option: Option) -> bool:
    """Whatever the author marks."""
    return option.key


def arranged(
    written: Sequence[Option], shuffled: Sequence[Option], shuffle: bool
) -> Sequence[Option]:
    """Shuffled, where the quiz shuffles."""
    return shuffled if shuffle else written


def picks(_item: ShownItem) -> Iterator[Pick]:
    """A choice consists of no others."""
    return iter(())


def tells_place(_text: str) -> str | None:
    """An option that is chosen has no place."""
    return None


def key_text(item: ShownItem, names: Mapping[str, str]) -> str:
    """The key or keys, in the order shown."""
    return ", ".join(names[option.id] for option in item.keys)


def picked(item: ShownItem, response: Response) -> tuple[ShownOption, ...]:
    """The options that were picked, in the order shown."""
    return tuple(option for option in item.options if option.id in response.picked)


def mistakes(chosen: Sequence[ShownOption]) -> tuple[str, ...]:
    """The named mistakes behind these options, each once."""
    behind = (option.misconception for option in chosen if option.misconception)
    return tuple(dict.fromkeys(behind))
