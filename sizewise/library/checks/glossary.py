"""The glossary: each term once, in the order of the alphabet; and acronyms that it lacks."""

from collections.abc import Iterable
from typing import Any

from sizewise.learn.lesson.course import Glossary, Word
from sizewise.learn.lookup.acronym import explained_by, unexplained
from sizewise.learn.lookup.lexicon import in_alphabet, key
from sizewise.library.checks.prose import without_code
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.tree import line_of


def each_term_once_and_in_order(opened: Opened[Glossary], _desk: Desk) -> None:
    """Report terms that stand twice, a plural included, and terms out of order."""
    words = opened.value.words if opened.value else ()
    first: dict[str, int] = {}
    for at, word in enumerate(words):
        line, place = line_of(opened.root, "words", at), f"words > {word.term}"
        before = first.setdefault(key(word.term), at)
        if before != at:
            what = f"stands twice, first on line {line_of(opened.root, 'words', before)}"
            opened.page.report(line, place, what, "keep one of the two")
        elif at and in_alphabet(word.term) < in_alphabet(words[at - 1].term):
            what = f"stands behind {words[at - 1].term}"
            opened.page.report(line, place, what, f"move it: {_home(word, words)}", "W")


def _home(word: Word, words: Iterable[Word]) -> str:
    """Where the alphabet wants a term."""
    place = in_alphabet(word.term)
    later = [each.term for each in words if in_alphabet(each.term) > place]
    return f"it belongs above {min(later, key=in_alphabet)}" if later else "it comes last"


def acronyms_explained(opened: Opened[Any], desk: Desk) -> None:
    """Warn of acronyms that a file uses and nobody explains, each once, where it first stands."""
    if desk.glossary is None:
        return
    texts = [(each, without_code(each.text)) for each in opened.said]
    whole = "\n".join(text for _, text in texts)
    known = explained_by(word.term for word in desk.glossary.words)
    for name in unexplained(whole, known):
        each, position = next(
            (each, text.index(name)) for each, text in texts if name in unexplained(text, known)
        )
        fix = "add it to content/glossary.yaml, or write it out the first time"
        line, what = each.line_at(position), f"nothing explains {name}"
        opened.page.report(line, each.place, what, fix, "W")
