"""The glossary: every word of the course, and the parts of lessons that explain it."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lesson.course import Word
from sizewise.learn.lookup.lexicon import by_key, explained_in, in_alphabet, key, letter, matching
from sizewise.learn.quiz.item import Reference
from sizewise.ui import house, links, session
from sizewise.ui.frame import search, theme
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit import places
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.links import go_html

TermPlaces = Mapping[str, tuple[Reference, ...]]
"""Where each word is explained, by its key."""

TOP = "[data-testid=stMain] h1"
_SHOWN = 64
"""Letters of an unknown word that are repeated."""


def draw() -> None:
    """Draw the word that the address names, and below it all of them."""
    links.follow()
    words, asked = house.library().glossary, session.query("word")
    st.title("Glossary", anchor=False)
    if asked:
        show_html(_asked_html(asked, words))
    else:
        show_html(
            Markup(
                '<p class="lede">'
                "Every word of the course in a sentence or two. Where a lesson explains one, a "
                "link leads there."
                "</p>"
            )
        )
    sought = search.draft("gl")
    sought.begin()
    _list(words, sought)
    theme.arrive(".sought h2" if key(asked) in by_key(words) else TOP, f"glossary/{asked}")


@house.of_content
def _places() -> TermPlaces:
    library = house.library()
    order = [entry.id for entry in library.course.lessons if entry.id in library.lessons]
    rest = [name for name in library.lessons if name not in order]
    return explained_in(library.glossary, [library.lessons[name] for name in (*order, *rest)])


def _asked_html(asked: str, words: tuple[Word, ...]) -> Markup:
    """The word that a link asks for, or the nearest ones."""
    known = by_key(words)
    word = known.get(key(asked))
    all_of_them = Markup('<p class="crumb">{}</p>').format(go_html("All words", "glossary"))
    if word is None:
        return all_of_them + _unknown_html(asked[:_SHOWN], known)
    return Markup('{}<section class="sought"><h2>{}</h2>{}</section>').format(
        all_of_them, inline(word.term), _meaning_html(word)
    )


def _unknown_html(asked: str, known: Mapping[str, Word]) -> Markup:
    near = get_close_matches(key(asked), known, n=3)
    hint = Markup(", ").join(go_html(known[name].term, "glossary", word=name) for name in near)
    meant = Markup(" Did you mean {}?").format(hint) if hint else Markup()
    return Markup('<p role="status">The glossary has no word “{}”.{}</p>').format(asked, meant)


@st.fragment
def _list(words: tuple[Word, ...], sought: Draft) -> None:
    """A search redraws only the list."""
    if not words:
        st.info("The words are being repaired.", icon=":material/dictionary:")
        return
    found = matching(words, search.field("Search the words and their meanings", sought))
    show_html(_count_html(len(found), len(words)) + _index_html(found))
    if found:
        show_html(list_html(found, _places()))
    else:
        search.nothing_found(sought)


def _count_html(found: int, total: int) -> Markup:
    said = f"{total} words" if found == total else f"{found} of {total} words"
    return Markup('<p class="found" role="status">{}</p>').format(said)


def _letters(words: Iterable[Word]) -> list[tuple[str, list[Word]]]:
    """The words by letter, both in the order of the alphabet."""
    ordered = sorted(words, key=lambda word: in_alphabet(word.term))
    return [(sign, list(each)) for sign, each in groupby(ordered, lambda word: letter(word.term))]


def _index_html(words: tuple[Word, ...]) -> Markup:
    """The letters as links to their words; none when a few words fit on the screen anyway."""
    letters = [sign for sign, _ in _letters(words)]
    jumps = Markup().join(
        Markup('<li><a href="#letter-{}">{}</a></li>').format(sign, sign) for sign in letters
    )
    return (
        Markup('<nav aria-label="Letters"><ul class="gl-az">{}</ul></nav>').format(jumps)
        if jumps
        else Markup()
    )


def list_html(words: Iterable[Word], where: TermPlaces) -> Markup:
    """The words by letter, each with its meaning and the parts that explain it."""
    sections = (
        Markup('<section><h2 id="letter-{}">{}</h2><dl>{}</dl></section>').format(
            sign, sign, Markup().join(_entry_html(word, where) for word in group)
        )
        for sign, group in _letters(words)
    )
    return Markup('<div class="gl">{}</div>').format(Markup().join(sections))


def _entry_html(word: Word, where: TermPlaces) -> Markup:
    name = key(word.term)
    link = Markup(
        '<a class="go gl-link" href="glossary?word={}" aria-label="Link to {}">#</a>'
    ).format(name, word.term)
    return Markup('<div id="word-{}"><dt>{} {}</dt><dd>{}</dd></div>').format(
        name, inline(word.term), link, _meaning_html(word, where)
    )


def _meaning_html(word: Word, where: TermPlaces | None = None) -> Markup:
    references = (_places() if where is None else where).get(key(word.term), ())
    long = (
        Markup('<p class="long">{}</p>').format(inline(word.stands_for))
        if word.stands_for
        else Markup()
    )
    explained = places.links_html("Explained in", references)
    return Markup("{}<p>{}</p>{}").format(long, inline(house.facts().text(word.meaning)), explained)
