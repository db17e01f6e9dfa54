"""Whether every item of a quiz can be shown and scored at all. Quality is the linter's matter."""

from collections import Counter
from collections.abc import Iterator

from sizewise.learn.item import Item, Option, Quiz
from sizewise.library.shelf import Opened
from sizewise.library.tree import Key, line_of

Finding = tuple[tuple[Key, ...], str, str]
"""The keys inside the item, what is wrong, what to write."""


def check_items(opened: Opened[Quiz]) -> None:
    """Report every item that has no clear answer, and a draw that the bank cannot serve."""
    quiz = opened.value
    if quiz is None:
        return
    for at, item in enumerate(quiz.items):
        for keys, what, fix in (*_kind(item), *_options(item)):
            spoken = " > ".join(("items", item.id, *(str(key) for key in keys[:1])))
            opened.page.report(line_of(opened.root, "items", at, *keys), spoken, what, fix)
    _unique(opened, quiz)
    _enough(opened, quiz)


def _kind(item: Item) -> Iterator[Finding]:
    if item.type == "numeric":
        if item.answer is None:
            yield (), "is numeric and has no answer", "write `answer:` with its `expr:`"
        if item.options:
            yield ("options",), "is numeric and has options", "leave them out"
        return
    if item.answer is not None:
        yield ("answer",), f"is {item.type} and has a number to type", "leave `answer` out"
    yield from _keys(item)


def _keys(item: Item) -> Iterator[Finding]:
    keys, distractors = len(item.keys), len(item.distractors)
    if item.type == "multiple":
        if keys < 2 or distractors < 2:
            what = f"has {keys} keys and {distractors} distractors"
            yield ("options",), what, "give a multiple item at least 2 of each"
        return
    if keys != 1:
        what = f"has {keys} options marked `key: true`"
        yield ("options",), what, f"mark exactly one of a {item.type} item"
    if not distractors:
        yield ("options",), "has no wrong option", "write at least one"
    if item.type == "boolean" and len(item.options) != 2:
        yield ("options",), f"has {len(item.options)} options", "give a boolean item exactly 2"


def _options(item: Item) -> Iterator[Finding]:
    twice = Counter(option.id for option in item.options)
    for at, option in enumerate(item.options):
        for what, fix in _option(option):
            yield ("options", at), f"option {option.id} {what}", fix
        if twice[option.id] > 1:
            yield ("options", at), f"two options are called {option.id}", "give each its own id"


def _option(option: Option) -> Iterator[tuple[str, str]]:
    if option.text is None and option.expr is None:
        yield "shows nothing", "write `text:`, or `expr:` with `format:`"
    if option.text is not None and option.expr is not None:
        yield "has both text and expr", "keep one of them"
    if option.expr is not None and option.format is None:
        yield "has a formula and no format", "write `format:` usd, number, percent or times"


def _unique(opened: Opened[Quiz], quiz: Quiz) -> None:
    first: dict[str, int] = {}
    for at, item in enumerate(quiz.items):
        line = line_of(opened.root, "items", at, "id")
        if item.id in first:
            what = f"stands twice, first on line {first[item.id]}"
            opened.page.report(line, f"items > {item.id}", what, "give each item its own id")
        first.setdefault(item.id, line)


def _enough(opened: Opened[Quiz], quiz: Quiz) -> None:
    scored = [item for item in quiz.items if item.type != "pretest"]
    skills = Counter(item.skill for item in scored)
    least = sum(min(quiz.draw.per_skill_min, number) for number in skills.values())
    if quiz.draw.count > len(scored):
        what = f"draws {quiz.draw.count} of {len(scored)} scored items"
        line = line_of(opened.root, "draw", "count")
        opened.page.report(line, "draw > count", what, "draw fewer or write more items")
    for skill, number in skills.items():
        if number < quiz.draw.per_skill_min:
            what = f"wants {quiz.draw.per_skill_min} of every skill, and {skill} has {number}"
            line = line_of(opened.root, "draw", "per_skill_min")
            opened.page.report(line, "draw > per_skill_min", what, "write more of that skill")
    if least > quiz.draw.count:
        what = f"needs {least} items for {len(skills)} skills and draws {quiz.draw.count}"
        line = line_of(opened.root, "draw", "per_skill_min")
        opened.page.report(line, "draw > per_skill_min", what, "draw more or ask for fewer each")
