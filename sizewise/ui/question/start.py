"""Before the first question: what the quiz asks, and how the learner wants to take it."""

import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import uuid4

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, number_of, whole_percent
from sizewise.learn.progress.trail import Trail
from sizewise.learn.quiz.attempt import Standing, begin
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.kinds import counted, warm_ups
from sizewise.learn.quiz.mode import Mode
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.frame.notice import asked_in_vain
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.markdown import inline
from sizewise.ui.question import press
from sizewise.ui.question.ask import skill_title
from sizewise.ui.you import due

HERE = Path(__file__).parent

OFFERED: Mapping[Mode, str] = {
    "practice": "**Practice.** Every answer is explained at once, and there are hints.",
    "exam": "**Exam.** No hints. Every answer is explained at the end.",
}
MODE = "pick_mode"
CHOSEN_FOR = "quiz_mode_for"
"""For which quiz a mode was chosen at its start, and which."""
BEGUN = "quiz_begun"
"""The attempt that was begun last in this tab."""


def draw(quiz: Quiz, trail: Trail, told: Sequence[str], *, read: bool) -> None:
    """Draw the start of a quiz; whoever has `read` of the lesson is past guessing, and
    `mode=pretest` in the address puts the warm-up first. What a class asks for is chosen already.
    Above it is `told` what the address asked for and could not get.
    """
    asked = due.asked_at(quiz.id, trail)
    _choose_first(quiz, asked.mode if asked else next(iter(OFFERED)))
    with st.container(key="quiz"):
        asked_in_vain(told)
        show_html(_cover(quiz, _best(quiz, trail) + _asked(asked)))
        _notice()
        wanted = session.query("mode") == "pretest"
        if wanted:
            _warm_up(quiz)
        _choose(quiz)
        if not (wanted or read):
            _warm_up(quiz)
        button_to(
            "Print as a worksheet",
            "print",
            key="print",
            icon="print",
            lesson=quiz.id,
            what="quiz",
        )


def draw_again(quiz: Quiz, begun: Standing) -> None:
    """Draw the start of a quiz that goes on: Back led here from its questions."""
    asked = begun.attempt.item_ids
    number = asked.index(begun.waiting(quiz)[0]) + 1
    with st.container(key="quiz"):
        show_html(_cover(quiz, ""))
        st.button(
            f"Go on: question {number} of {len(asked)}",
            key="go",
            type="primary",
            width="stretch",
            on_click=session.set_query,
            kwargs={"attempt": begun.attempt.id},
        )


def _choose_first(quiz: Quiz, mode: Mode) -> None:
    """Choose a mode for who comes to this start, and leave it to them from then on."""
    if session.get(MODE) is None or session.get(CHOSEN_FOR) != (quiz.id, mode):
        session.put(MODE, mode)
    session.put(CHOSEN_FOR, (quiz.id, mode))


def _asked(work: due.Work | None) -> Markup:
    if work is None:
        return Markup()
    way, when = due.WAYS[work.mode], due.due_words(work.due_on)
    return Markup('<p class="qz-best">Your class asks for this quiz {}: {}.</p>').format(way, when)


def _choose(quiz: Quiz) -> None:
    st.radio(
        "How do you want to take it?",
        list(OFFERED),
        key=MODE,
        format_func=OFFERED.__getitem__,
        on_change="ignore",
        width="stretch",
    )
    st.button(
        f"Start, {number_of(quiz.draw.count, 'question')}",
        key="go",
        type="primary",
        width="stretch",
        on_click=_start_chosen,
        args=(quiz.id,),
    )


def _cover(quiz: Quiz, best: str) -> Markup:
    scored = counted(quiz.items)
    skills = dict.fromkeys(skill_title(house.library(), item.skill) for item in scored)
    return filled(
        HERE / "cover.html",
        quiz=quiz,
        title=inline(house.facts().text(quiz.title)),
        scored=len(scored),
        pass_mark=whole_percent(quiz.pass_mark),
        skills=list(skills),
        best=best,
    )


def _best(quiz: Quiz, trail: Trail) -> Markup:
    done = trail.results(quiz)
    if not done:
        return Markup()
    attempt, best = max(done, key=lambda pair: pair[1].share)
    day = day_words(attempt.started_at)
    mark = Markup('<span class="pill ok">✓ Passed</span>') if best.passed else Markup()
    return Markup('<p class="qz-best">{} Your best so far: <b>{}</b>, in {} on {}.</p>').format(
        mark, whole_percent(best.share), attempt.mode, day
    )


def _notice() -> None:
    said = press.said()
    if said.kind == "notice":
        st.warning(said.words, icon=":material/history:")
    if said.kind == "trouble":
        st.error(f"{said.words} Press start again in a moment.", icon=":material/cloud_off:")


def _warm_up(quiz: Quiz) -> None:
    count = len(warm_ups(quiz.items))
    if not count:
        return
    with st.container(key="qwarm"):
        show_html(
            Markup(
                "<h2>Not read the lesson yet?</h2><p>"
                "Guessing first helps you remember what you read next. "
                "{}, never counted.</p>"
            ).format(number_of(count, "warm-up question"))
        )
        st.button(
            "Guess before you read",
            key="warm",
            icon=":material/psychology_alt:",
            on_click=start,
            args=(quiz.id, "pretest"),
        )


def _start_chosen(quiz_id: str) -> None:
    chosen, usual = session.get(MODE), next(iter(OFFERED))
    start(quiz_id, next((mode for mode in OFFERED if mode == chosen), usual))


def start(
    quiz_id: str, mode: Mode, parent_id: str | None = None, only: Sequence[str] | None = None
) -> None:
    """Begin an attempt and show it; say so when the record cannot take it."""
    attempt_id = begun(quiz_id, mode, parent_id, only)
    if attempt_id:
        session.set_query(lesson=quiz_id, attempt=attempt_id, mode="")


def begun(
    quiz_id: str, mode: Mode, parent_id: str | None = None, only: Sequence[str] | None = None
) -> str:
    """The attempt begun now; empty when the record cannot take it, which the quiz page says."""
    press.forget_notices()
    try:
        attempt = begin(
            house.library().quiz(quiz_id),
            attempt_id=uuid4().hex,
            learner_id=house.learner_id(),
            mode=mode,
            seed=secrets.token_hex(8),
            at=house.now(),
            parent_id=parent_id,
            only=only,
        )
        house.journal().begin(attempt)
    except RecordUnavailable as trouble:
        press.say("trouble", house.told(trouble))
        return ""
    session.put(BEGUN, attempt.id)
    return attempt.id
