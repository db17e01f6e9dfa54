"""After the last question: points, skills, every answer with its reason, and where to go next."""

from collections.abc import Container, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import noun_for, points, whole_percent
from sizewise.learn.quiz.attempt import Answer
from sizewise.learn.quiz.mode import Mode
from sizewise.learn.quiz.result import Result, result
from sizewise.ui import house
from sizewise.ui.frame.notice import asked_in_vain
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import css_share, filled, show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.question import feedback, mended, press
from sizewise.ui.question.ask import skill_title
from sizewise.ui.question.cards import cards_html, gone_html
from sizewise.ui.question.keys import print_button
from sizewise.ui.question.start import start
from sizewise.ui.question.turn import Turn, shown
from sizewise.ui.you import receipt

TITLES: Mapping[Mode, str] = {
    "practice": "Practice",
    "exam": "Exam",
    "missed": "Second try",
    "pretest": "Warm-up",
    "review": "Review",
}
AGAIN: Mapping[Mode, Mode] = {
    "practice": "practice",
    "exam": "exam",
    "missed": "practice",
    "pretest": "practice",
    "review": "practice",
}
"""How the quiz is taken the next time."""
NOTHING_GIVEN = Markup("<p>You gave no answer here.</p>")
HERE = Path(__file__).parent


class _Points(NamedTuple):
    """What the results say of a score that counts; shares from 0 to 1."""

    points: str
    out_of: int
    share: Decimal
    chance: Decimal
    pass_mark: Decimal


def draw(turn: Turn, told: Sequence[str] = ()) -> None:
    """Draw the results of a finished attempt. Above them is `told` what the address asked for and
    could not get.
    """
    outcome = result(turn.quiz, turn)
    with st.container(key="quiz"):
        asked_in_vain(told)
        if not outcome.out_of:
            show_html(_nothing(turn))
        elif not turn.rules.worth:
            show_html(_thanks(turn, outcome))
        elif not turn.rules.first_try:
            show_html(_second_try(turn) + mended.mistakes_html(turn))
        else:
            show_html(_score(turn, outcome) + _skills(turn, outcome))
        _next_steps(turn, outcome)
        if turn.rules.worth and (lesson := turn.library.lessons.get(turn.quiz.id)):
            receipt.draw(lesson)
        show_html(_reviews(turn, outcome))


def _result(turn: Turn, above: str, title: str, words: str, score: _Points | None = None) -> Markup:
    return filled(
        HERE / "result.html",
        above=above,
        place=f"{turn.attempt.id}/results",
        title=title,
        words=words,
        score=score,
        css_share=css_share,
        whole_percent=whole_percent,
    )


def _nothing(turn: Turn) -> Markup:
    words = "You had answered none of them yet, so there are no points to show."
    title = "These questions have been taken out of the quiz."
    return _result(turn, "Nothing to count", title, words)


def _thanks(turn: Turn, outcome: Result) -> Markup:
    words = (
        f"{turn.right} of {outcome.out_of} {noun_for(turn.right, 'was', 'were')} right. None of it "
        "counts: a guess, right or wrong, makes the lesson stick."
    )
    return _result(turn, "Warm-up", "You guessed. Now read on.", words)


def _second_try(turn: Turn) -> Markup:
    title = inline(house.facts().text(turn.quiz.title))
    return _result(turn, Markup("{} · {}").format(_mode(turn), title), *mended.words(turn))


def _score(turn: Turn, outcome: Result) -> Markup:
    title, words = _words(outcome)
    name = inline(house.facts().text(turn.quiz.title))
    score = _Points(
        points(outcome.points),
        outcome.out_of,
        outcome.share,
        outcome.chance,
        turn.quiz.pass_mark,
    )
    return _result(turn, Markup("{} · {}").format(_mode(turn), name), title, words, score)


def _mode(turn: Turn) -> str:
    return TITLES[turn.attempt.mode]


def _words(outcome: Result) -> tuple[str, str]:
    if not outcome.missed:
        return "All of it right.", "Every question earned its whole point."
    if outcome.passed:
        return "You passed.", "Look at the missed ones while they are fresh."
    return "Not yet, and that is useful.", "The missed ones show you exactly what to read again."


def _skills(turn: Turn, outcome: Result) -> Markup:
    skills = [
        (
            skill_title(turn.library, line.skill),
            points(line.points),
            line.out_of,
            css_share(line.points / line.out_of if line.out_of else 0),
        )
        for line in outcome.by_skill
    ]
    return filled(HERE / "skills.html", skills=skills)


def _next_steps(turn: Turn, outcome: Result) -> None:
    said = press.said()
    if said.kind == "trouble":
        st.error(said.words, icon=":material/cloud_off:")
    with st.container(key="qnext", horizontal=True, gap="small"):
        if not turn.rules.worth:
            _read_lesson(turn, primary=True)
            return
        if again := [item.id for item in turn.quiz.items if item.id in outcome.missed]:
            st.button(
                "Try the missed ones",
                key="missed",
                type="primary",
                icon=":material/replay:",
                on_click=start,
                args=(turn.quiz.id, "missed", turn.attempt.id, again),
            )
        _take_again(turn)
        _read_lesson(turn)
        print_button()


def _take_again(turn: Turn) -> None:
    st.button(
        "Take it again",
        key="again",
        icon=":material/restart_alt:",
        on_click=start,
        args=(turn.quiz.id, AGAIN[turn.attempt.mode]),
    )


def _read_lesson(turn: Turn, *, primary: bool = False) -> None:
    following = _following(turn.quiz.id)
    if following and not primary:
        button_to(
            "Next lesson", "lesson", key="next_lesson", icon="arrow_forward", lesson=following
        )
    button_to(
        "Read the lesson" if primary else "Back to the lesson",
        "lesson",
        key="to_lesson",
        icon="menu_book",
        primary=primary,
        lesson=turn.quiz.id,
    )


def _following(lesson_id: str) -> str:
    """The next lesson of the course that can be opened; empty when this is the last."""
    ids = [entry.id for entry in house.library().course.lessons]
    after = ids[ids.index(lesson_id) + 1 :] if lesson_id in ids else []
    return next((each for each in after if each in house.library().lessons), "")


def _reviews(turn: Turn, outcome: Result) -> Markup:
    right = turn.answers.keys() - set(outcome.missed)
    return _group(turn, "What to look at again", outcome.missed, opened=True) + _group(
        turn, "What you got right", right, opened=False
    )


def _group(turn: Turn, title: str, item_ids: Container[str], *, opened: bool) -> Markup:
    inside = Markup().join(
        _review(turn, item_id, number, opened)
        for number, item_id in enumerate(turn.attempt.item_ids, start=1)
        if item_id in item_ids
    )
    return Markup('<h2 class="qz-part">{}</h2>{}').format(title, inside) if inside else Markup()


def _review(turn: Turn, item_id: str, number: int, opened: bool) -> Markup:
    """One question with every reason, open when it was missed."""
    answer = turn.answers.get(item_id)
    first, inside = _asked(turn, item_id, answer)
    return Markup(
        '<details class="qz-review"{}><summary><span>{}</span><b>{}</b></summary>{}</details>'
    ).format(" open" if opened else "", number, inline(first), inside)


def _asked(turn: Turn, item_id: str, answer: Answer | None) -> tuple[str, Markup]:
    """The question's first words and all that is said of its answer."""
    if answer is None:
        return shown(turn.attempt, item_id).stem.partition("\n\n")[0], NOTHING_GIVEN
    try:
        item = shown(turn.attempt, item_id)
    except KeyError:
        return "A question that has been taken out of the quiz", gone_html(answer)
    reasons = cards_html(item, answer) + feedback.reason_html(item, answer)
    return item.stem.partition("\n\n")[0], reasons
