"""Numbers of whoever holds a role, beside the name of one model: wrong when the role passes on."""

import re

from sizewise.library.fact import FACTS, FactUnknown
from sizewise.library.facts import CatalogueFacts
from sizewise.library.read.place import Said
from sizewise.library.read.tree import Page

_SENTENCE = re.compile(r"\S.*?(?:[.?!](?=\s)|\Z)", re.DOTALL)
_FACT = re.compile(r"\{\{([a-z-]+) ([^{}]*)\}\}")


def numbers_beside_their_model(each: Said, page: Page, facts: CatalogueFacts) -> None:
    """Warn of a sentence that names one model and gives the numbers of a role."""
    for sentence in _SENTENCE.finditer(each.text):
        named, counted = _subjects(sentence.group())
        for role in sorted(counted - named):
            if _is_role(role, facts) and (
                other := _other(sentence.group(), named - counted, facts)
            ):
                what = f"it names {other} and gives a number of the role `{role}`"
                fix = f"write {{{{name {role}}}}}, or the number of {other}: the role passes on"
                page.report(each.line_at(sentence.start()), each.place, what, fix, "W")


def _subjects(sentence: str) -> tuple[set[str], set[str]]:
    """Models and roles that a sentence names, and those of which it gives a number."""
    named, counted = set[str](), set[str]()
    for word, given in _FACT.findall(sentence):
        form = FACTS.get(word)
        for argument, model in zip(form.arguments if form else (), given.split(), strict=False):
            if argument.endswith("MODEL"):
                (named if word == "name" else counted).add(model)
    return named, counted


def _is_role(name: str, facts: CatalogueFacts) -> bool:
    try:
        return facts.profile(name).file.id != name
    except FactUnknown:
        return False  # told where facts are looked up


def _other(sentence: str, named: set[str], facts: CatalogueFacts) -> str | None:
    """A model that a sentence names by itself: by a fact, or in words."""
    by_fact = sorted(each for each in named if not _is_role(each, facts))
    in_words = _names(facts).search(sentence)
    return by_fact[0] if by_fact else in_words and in_words.group()


def _names(facts: CatalogueFacts) -> re.Pattern[str]:
    """Every model's name, GPT-4o mini before GPT-4o."""
    names = sorted((each.file.name for each in facts.catalogue.profiles.values()), key=len)
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, reversed(names)))})(?![\w-]|\.\d)")
