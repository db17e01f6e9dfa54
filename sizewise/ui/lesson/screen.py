"""The lesson page: one part at a time, with its interactive blocks."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import assert_never

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, number_of, shortened
from sizewise.learn.lesson.lesson import Lesson, Part
from sizewise.learn.quiz.kinds import warm_ups
from sizewise.library import NotInLibrary
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.tokens.tokens import count
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import blocks, house, links, session
from sizewise.ui.frame import theme
from sizewise.ui.frame.notice import asked_in_vain, lost
from sizewise.ui.go import button_to, open_page
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.lists import items_html
from sizewise.ui.kit.markdown import inline, safe
from sizewise.ui.kit.prose import GlossedText
from sizewise.ui.kit.receipt import stamp_html
from sizewise.ui.lesson import listen
from sizewise.ui.links import go_html, href
from sizewise.ui.question import start
from sizewise.ui.you import progress, receipt

HERE = Path(__file__).parent
MISSING = "lesson_missing"
READER = "small"
"""The model whose reading cost stands above the lesson."""


def draw() -> None:
    """Draw the lesson that the address names, or the first one that is ready."""
    library = house.library()
    try:
        lesson = library.lesson(session.query("lesson") or house.lesson_or_quiz(library.lessons))
    except NotInLibrary as error:
        lost("This lesson is not here", str(error))
        return
    part = _part(lesson)
    missing = _missing(lesson, part)
    session.set_query(lesson=lesson.id, part=part.anchor)
    theme.name(f"{part.title} · {lesson.head.title}")
    with st.container(key="read"):
        house.record_notice()
        asked_in_vain(missing)
        _head(lesson, part)
        listen.bar(f"{lesson.id}/{part.anchor}")
        _body(lesson, part)
        _turn(lesson, part)
    links.follow()
    theme.arrive(".st-key-read :is(h1:not(.eyebrow), h2)", f"{lesson.id}/{part.anchor}")


def _part(lesson: Lesson) -> Part:
    """The part in the address; else where the learner left off."""
    wanted = session.query("part")
    named = next((part for part in lesson.parts if part.anchor == wanted), None)
    return named or progress.first_unread(lesson)


def _missing(lesson: Lesson, part: Part) -> tuple[str, ...]:
    """What to say where the address names a part that the lesson has not: until another visit."""
    wanted, visit = session.query("part"), session.get(session.VISIT)
    if wanted not in {"", *(each.anchor for each in lesson.parts)}:
        session.put(MISSING, (visit, lesson.id, part.anchor, shortened(wanted, 40)))
    *where, name = session.get(MISSING, ("",))
    if where != [visit, lesson.id, part.anchor]:
        return ()
    return (f"This lesson has no part “{name}”. Here is where you go on.",)


def _head(lesson: Lesson, part: Part) -> None:
    index = lesson.parts.index(part)
    course = house.library().course
    ids = [entry.id for entry in course.lessons]
    place = f"Lesson {ids.index(lesson.id) + 1} of {len(ids)}, " if lesson.id in ids else ""
    show_html(_parts_html(lesson, index + 1, place))
    if index == 0:
        _cover(lesson)
    else:
        show_html(
            Markup('<h1 class="eyebrow">{}</h1>').format(
                inline(house.facts().text(lesson.head.title))
            )
        )
    st.header(safe(part.title), anchor=False)


def _parts_html(lesson: Lesson, now: int, place: str) -> Markup:
    """The parts as a bar: each leads there, and those up to here are filled."""
    fill = house.facts().text
    parts = [
        {"title": fill(part.title), "href": href("lesson", lesson=lesson.id, part=part.anchor)}
        for part in lesson.parts
    ]
    return filled(HERE / "parts.html", place=place, now=now, parts=parts)


def _cover(lesson: Lesson) -> None:
    """The title, and a line behind which stands all that one may want to know before reading."""
    st.title(safe(lesson.head.title), anchor=False)
    st.markdown(safe(lesson.head.summary))
    with st.expander(f"{lesson.head.minutes} minutes. What you can do afterwards, words, tools"):
        goals = items_html(inline(each) for each in lesson.head.objectives)
        show_html(
            Markup('<div class="goals"><h2>After this lesson you can</h2><ul>{}</ul></div>').format(
                goals
            )
        )
        show_html(Markup('<p class="meta">{}</p>').format(_meta(lesson)))
        _tools(lesson)


def _tools(lesson: Lesson) -> None:
    with st.container(horizontal=True, gap="small"):
        with st.popover("Word bank", icon=":material/dictionary:", type="tertiary"):
            more = go_html("All words of the course", "glossary")
            words = words_html(_meanings(lesson.head.words))
            show_html(Markup('{}<p class="bank-more">{}</p>').format(words, more))
        quiz = house.library().quizzes.get(lesson.id)
        if quiz and warm_ups(quiz.items):
            _guess(lesson.id)
        button_to("Reading settings", "reading", key="comfort", icon="text_fields", plain=True)


def _guess(lesson_id: str) -> None:
    """The first guess at once; the start of the quiz only when the record has to be told of."""
    if st.button(
        "Guess before you read", key="pretest", icon=":material/psychology_alt:", type="tertiary"
    ):
        attempt_id = start.begun(lesson_id, "pretest")
        way = {"attempt": attempt_id} if attempt_id else {"mode": "pretest"}
        open_page("quiz", lesson=lesson_id, **way)


def _meanings(terms: Collection[str]) -> Mapping[str, str]:
    """The terms as the glossary explains them, in its order."""
    return {word.term: word.meaning for word in house.library().glossary if word.term in terms}


def words_html(words: Mapping[str, str]) -> Markup:
    """Words with their meanings, in a frame that arrow keys move."""
    fill = house.facts().text
    pairs = Markup().join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(inline(fill(word)), inline(fill(meaning)))
        for word, meaning in words.items()
    )
    return Markup(
        '<div class="bank" tabindex="0" role="region" aria-label="Words of this lesson">'
        "<dl>{}</dl></div>"
    ).format(pairs)


def _meta(lesson: Lesson) -> Markup:
    pieces = []
    with suppress(LookupError):  # without that model in the catalogue the line is left out
        pieces.append(Markup("<span>{}</span>").format(_reading_cost(lesson)))
    return Markup().join(pieces) + stamp_html("facts checked", lesson.head.facts_as_of)


@st.cache_data(show_spinner=False)
def _tokens_of(text: str, encoding: str) -> int:
    return count(text, encoding)


def _reading_cost(lesson: Lesson) -> str:
    profile = house.library().catalogue.model(READER)
    pieces = (piece for part in lesson.parts for piece in part.pieces)
    prose = (piece.markdown for piece in pieces if piece.kind == "prose")
    tokens = _tokens_of("\n".join((lesson.id, *prose)), profile.file.encoding or "o200k_base")
    cost = estimate(Usage(input=tokens, output=0), profile.price_on(house.today()))
    return f"{number_of(tokens, 'token')}: {dollars(cost.total)} for {profile.name} to read"


def _body(lesson: Lesson, part: Part) -> None:
    prose = GlossedText("note", house.library().glossary)
    for number, piece in enumerate(part.pieces):
        match piece.kind:
            case "prose":
                show_html(prose.html(piece.markdown))
            case "block":
                blocks.draw(piece.block, f"{lesson.id}_{part.anchor}_{number}")
            case _:
                assert_never(piece)


def _turn(lesson: Lesson, part: Part) -> None:
    index = lesson.parts.index(part)
    last = index == len(lesson.parts) - 1
    with st.container(
        key="turn", horizontal=True, horizontal_alignment="distribute" if index else "right"
    ):
        if index:
            st.button(
                "Back",
                key="back",
                icon=":material/arrow_back:",
                on_click=_open,
                args=(lesson.id, lesson.parts[index - 1].anchor),
            )
        if not last:
            st.button(
                "Next part",
                key="next",
                type="primary",
                icon=":material/arrow_forward:",
                icon_position="right",
                on_click=_finish,
                args=(lesson.id, part.anchor, lesson.parts[index + 1].anchor),
            )
        if last and lesson.id in house.library().quizzes:
            _to_quiz(lesson, part)
    if last:
        _end(lesson, part)


def _open(lesson_id: str, anchor: str) -> None:
    """Another part begins with an address of its own: no step of the last one stays in it."""
    session.turn_to(lesson=lesson_id, part=anchor)


def _finish(lesson_id: str, anchor: str, following: str) -> None:
    """Note that a part was read, then open the next; reading goes on when noting fails."""
    _note(lesson_id, anchor)
    _open(lesson_id, following)


def _note(lesson_id: str, anchor: str) -> None:
    with house.noting_trouble():
        house.journal().read_part(house.learner_id(), lesson_id, anchor, house.now())


def _end(lesson: Lesson, part: Part) -> None:
    with st.expander("What you did here, to keep", icon=":material/receipt_long:"):
        receipt.draw(lesson, (part.anchor,))
    button_to("Print the lesson", "print", key="print", icon="print", lesson=lesson.id)


def _to_quiz(lesson: Lesson, part: Part) -> None:
    if st.button("Take the quiz", key="to_quiz", type="primary", icon=":material/task_alt:"):
        _note(lesson.id, part.anchor)
        open_page("quiz", lesson=lesson.id)
