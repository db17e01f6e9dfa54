"""The glossary: each term once, in the order of the alphabet; and acronyms that it lacks."""

from collections.abc import Iterable

from sizewise.learn.lesson.course import (
    Glossary,
    Word,
)
from sizewise.learn.lookup.acronym import (
    explained_by,
    unexplained,
)
from sizewise.learn.lookup.lexicon import (
    in_alphabet,
    key,
)
from sizewise.library.checks.prose import without_code
from sizewise.library.opened import Opened
from sizewise.library.read.place import Said
from sizewise.library.read.tree import (
    Page,
    line_of,
)


def check_glossary(opened: Opened[Glossary]) -> None:
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


def check_acronyms(said: Iterable[Said], page: Page, glossary: Glossary | None) -> None:
    """Warn of acronyms that a file uses and nobody explains, each once, where it first stands."""
    if glossary is None:
        return
    texts = [(each, without_code(each.text)) for each in said]
    whole = "\n".join(text for _, text in texts)
    known = explained_by(word.term for word in glossary.words)
    for name in unexplained(whole, known):
        each, position = next(
            (each, text.index(name)) for each, text in texts if name in unexplained(text, known)
        )
        fix = "add it to content/glossary.yaml, or write it out the first time"
        page.report(each.line_at(position), each.place, f"nothing explains {name}", fix, "W")
