"""The glossary at work: a term however it is written, and where the lessons explain it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from sizewise.ground.code_spans import code_spans
from sizewise.learn.lesson.course import Word
from sizewise.learn.lesson.lesson import Lesson, Part
from sizewise.learn.quiz.item import Reference

_BOLD = re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*")
_BETWEEN = re.compile(r"[\W_]+")
_PLURAL = re.compile(r"(?<=[^\Wsiu])(?<!ia)s$")


def key(term: str) -> str:
    """One name for a term in any case, spelling of gaps, and plain plural: `input-token`."""
    words = _BETWEEN.sub("-", term.casefold()).strip("-")
    return _PLURAL.sub("", words) or term


def by_key(glossary: Iterable[Word]) -> dict[str, Word]:
    """The words by key; of two with the same key the first."""
    words: dict[str, Word] = {}
    for word in glossary:
        words.setdefault(key(word.term), word)
    return words


def in_alphabet(term: str) -> tuple[str, ...]:
    """What to sort a term by: word by word, without case and signs."""
    return tuple(_BETWEEN.sub(" ", term.casefold()).split())


def letter(term: str) -> str:
    """The letter a term stands under; `0–9` for digits."""
    first = next((each for each in term if each.isalnum()), "")
    return first.upper() if first.isalpha() else "0–9"


def matching(glossary: Iterable[Word], search: str) -> tuple[Word, ...]:
    """The words that hold every word of a search, anywhere in their entry."""
    asked = search.casefold().split()
    return tuple(word for word in glossary if all(each in _entry(word) for each in asked))


def _entry(word: Word) -> str:
    return f"{word.term} {word.stands_for or ''} {word.meaning}".casefold()


def _without_code(markdown: str) -> str:
    ends = [0]
    for span in code_spans(markdown):
        ends += span
    return "".join(markdown[a:b] for a, b in zip_longest(ends[::2], ends[1::2]))


def bold_terms(markdown: str) -> Iterator[str]:
    """Every text in bold, in order, with single spaces; code is left out."""
    for found in _BOLD.finditer(_without_code(markdown)):
        yield " ".join(found[1].split())


def explained_in(
    glossary: Iterable[Word], lessons: Sequence[Lesson]
) -> Mapping[str, tuple[Reference, ...]]:
    """Where each word is explained, by key, in the order of the lessons.

    A part explains the words that stand in bold in its prose. A lesson that lists a word among its
    new ones, and has it in bold nowhere, counts as a whole. What explains the long form of an
    acronym explains the acronym: `TTFT` where **time to first token** stands.
    """
    bold: dict[str, list[Reference]] = {}
    for lesson in lessons:
        for name, reference in _explained(lesson):
            bold.setdefault(name, []).append(reference)
    return {name: _places(word, bold) for name, word in by_key(glossary).items()}


def _places(word: Word, bold: Mapping[str, Sequence[Reference]]) -> tuple[Reference, ...]:
    """Each place once; those of an acronym before those of its long form."""
    forms = (word.term, *([word.stands_for] if word.stands_for else []))
    return tuple(dict.fromkeys(place for form in forms for place in bold.get(key(form), ())))


def _explained(lesson: Lesson) -> Iterator[tuple[str, Reference]]:
    shown: set[str] = set()
    for part in lesson.parts:
        for term in _bold_in(part):
            shown.add(key(term))
            yield key(term), Reference(lesson=lesson.id, anchor=part.anchor)
    for term in lesson.head.words:
        if key(term) not in shown:
            yield key(term), Reference(lesson=lesson.id)


def _bold_in(part: Part) -> Iterator[str]:
    for piece in part.pieces:
        if piece.kind == "prose":
            yield from bold_terms(piece.markdown)
