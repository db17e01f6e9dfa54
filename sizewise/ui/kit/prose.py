"""Authors' prose as HTML. A word of the glossary in bold becomes a button that shows its meaning.

The browser does the rest by itself: a press or Enter opens the note, Escape closes it, and focus
stays on the word. No script takes part, and nothing runs again on the server.
"""

from collections.abc import Iterable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from sizewise.learn.lesson.course import Word
from sizewise.learn.lookup.lexicon import by_key, key
from sizewise.ui import house
from sizewise.ui.kit.html import trusted
from sizewise.ui.kit.markdown import inline
from sizewise.ui.links import go_html


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class GlossedText:
    """The prose of one screen: each word of the glossary has its note where it first stands.

    `place` starts the ids of its notes; two texts of one page need two places.
    """

    def __init__(self, place: str, glossary: Iterable[Word]) -> None:
        self.place = place
        self.unmet = by_key(glossary)

    def html(self, markdown: str) -> Markup:
        """A piece of the prose, with the facts of today; later pieces know what it has noted."""
        reader = _reader()
        tokens = reader.parse(house.facts().text(markdown))
        for token in tokens:
            if token.type == "inline" and token.children:
                token.children = self._noted(token.children)
        written = trusted(reader.renderer.render(tokens, reader.options, {}))
        return Markup('<div class="prose">{}</div>').format(written)

    def _noted(self, children: list[Token]) -> list[Token]:
        noted: list[Token] = []
        in_link = 0
        for at, child in enumerate(children):
            in_link += child.nesting if child.type.startswith("link_") else 0
            if child.type == "link_open":
                _lead(child)
            word = None if in_link else self._met(children[at - 1 : at + 2])
            noted.append(child if word is None else _button(child, word, self.place))
        return noted

    def _met(self, three: list[Token]) -> Word | None:
        """The word that stands alone between two marks of bold, when it is met here first."""
        if [each.type for each in three] != ["strong_open", "text", "strong_close"]:
            return None
        return self.unmet.pop(key(three[1].content), None)


def _lead(link: Token) -> None:
    """A link to a page of the app stays in it; any other opens a tab of its own."""
    if str(link.attrGet("href")).startswith("https://"):
        link.attrSet("target", "_blank")
    else:
        link.attrSet("class", "go")


def _button(text: Token, word: Word, place: str) -> Token:
    return Token("html_inline", "", 0, content=noted_html(text.content, word, place))


def noted_html(written: str, word: Word, place: str) -> Markup:
    """A word as it is written, and the note that its button opens."""
    name = f"{place}-{key(word.term)}"
    # The note follows the word in the text itself: whoever hears the page comes to it next.
    return Markup(
        '<button type="button" class="term" popovertarget="{}">{}</button>'
        '<span class="note" id="{}" popover role="note">{}'
        '<button type="button" class="shut" popovertarget="{}" '
        'popovertargetaction="hide" aria-label="Close">×</button></span>'
    ).format(name, written, name, _note_html(word), name)


def _note_html(word: Word) -> Markup:
    long = (
        Markup(' <span class="long">{}</span>').format(inline(word.stands_for))
        if word.stands_for
        else Markup()
    )
    meaning = inline(house.facts().text(word.meaning))
    more = go_html("In the glossary", "glossary", word=key(word.term))
    return Markup("<b>{}</b>{} <span>{}</span> {}").format(inline(word.term), long, meaning, more)
