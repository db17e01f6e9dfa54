"""The first page: what this is, where you left off, and the map of the course."""

from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal
from html import escape

import streamlit as st

from sizewise.learn.course import LessonEntry, Unit
from sizewise.learn.item import Quiz
from sizewise.learn.trail import STEPS, Progress, Trail, minutes_left
from sizewise.sizing.catalog import ModelProfile, ModelUnknown
from sizewise.sizing.chips import Chip, Chips
from sizewise.sizing.cost import CostEstimate, estimate
from sizewise.sizing.money import dollars
from sizewise.sizing.price import PriceUnknown
from sizewise.sizing.usage import Usage
from sizewise.ui import house, progress
from sizewise.ui.chips import chips_html
from sizewise.ui.go import button_to
from sizewise.ui.kit.html import show_html
from sizewise.ui.provenance import checked_html
from sizewise.ui.receipt import bar_html, line_html, receipt_html, rule_html

_PIECES = (
    ("Match", 9369),
    (" the", 290),
    (" model", 2359),
    (" to", 316),
    (" the", 290),
    (" task", 5296),
    (".", 13),
)
HEADLINE = Chips(
    tuple(Chip(text, (number,), text.encode()) for text, number in _PIECES), len(_PIECES), 0
)
"""The headline as o200k_base cuts it. A test holds it against the tokenizer, which takes a third
of a second to load: too long for the first thing a learner sees."""
JOB = "Sort 50,000 emails into 3 labels"
CALLS = 50_000
EMAIL = Usage(input=180, output=4)
MODELS = ("gpt-4o-mini", "gpt-5", "gpt-4o")
THINKS = "plus its hidden thinking"
"""Beside a reasoning model: its labels are as short, its bill is not."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PILLS = (
    ("new", "New"),
    ("now", "In progress"),
    ("now", "Read"),
    ("ok", "✓ Passed"),
    ("ok", "✓ Mastered"),
)


def draw() -> None:
    """Draw the first page."""
    trail = progress.trail()
    house.record_notice()
    left, right = st.columns([7, 5], gap="large", vertical_alignment="center")
    with left:
        _hero()
    with right:
        _receipt()
    st.space("small")
    _tiles(trail)
    number = 1
    for unit in house.library().course.units:
        _unit(unit, number, trail)
        number += len(unit.lessons)


def _hero() -> None:
    entries = house.library().course.lessons
    said = "".join(chip.text for chip in HEADLINE.shown)
    count = NUMBERS[HEADLINE.total]
    show_html(
        f'<div class="hero"><p class="eyebrow">{_offer(entries)} · free</p>'
        f'<h1><span class="only-heard">{said}</span>{chips_html(HEADLINE, ids=True)}</h1>'
        f'<p class="lede">You just read {count} tokens. Learn what they cost, which AI model to '
        "pick, and how to prove that the small one is good enough.</p></div>"
    )
    with st.container(horizontal=True, gap="small"):
        if first := house.first_lesson():
            button_to(
                "Start the first lesson",
                "lesson",
                key="hero_start",
                lesson=first,
                primary=True,
                icon="play_arrow",
            )
        button_to("Open the cost lab", "lab", key="hero_lab", icon="calculate")
    show_html(f'<p class="fine">No account. No ads. No timer. {_where_kept()}</p>')


def _offer(entries: Sequence[LessonEntry]) -> str:
    """How much there is to learn."""
    ready = [entry for entry in entries if entry.status == "ready"]
    if len(ready) < len(entries):
        return f"{len(ready)} of {len(entries)} lessons ready"
    return f"{len(ready)} lessons, {sum(entry.minutes for entry in ready)} minutes"


def _where_kept() -> str:
    if house.shared():
        return "Your progress is kept under a random number, without your name."
    return "Your progress stays on this computer."


def _estimates() -> list[tuple[ModelProfile, CostEstimate]]:
    """The bill of each model, or of the one that has taken its place."""
    catalogue, day = house.library().catalogue, house.today()
    found = {}
    for model_id in MODELS:
        with suppress(ModelUnknown, PriceUnknown):
            profile = catalogue.in_service(model_id, day)
            bill = estimate(EMAIL, profile.price_on(day), calls=CALLS)
            found[profile.id] = (profile, bill)
    return list(found.values())


def _receipt() -> None:
    rows = _estimates()
    if len(rows) < 2:
        return
    dearest = max(rows, key=lambda row: row[1].total)
    body = "".join(
        line_html(model.name, dollars(each.total), note=THINKS if model.file.reasoning else "")
        + bar_html(each.total / dearest[1].total, strong=index == 0)
        for index, (model, each) in enumerate(rows)
    )
    saved = (1 - rows[0][1].total / dearest[1].total) * Decimal(100)
    checked = min(each.price.checked_on for _, each in rows)
    show_html(
        receipt_html(
            JOB,
            f"{EMAIL.input} tokens in, {EMAIL.output} tokens out, per email",
            body + rule_html() + line_html(f"vs {dearest[0].name}", f"−{saved:.0f}%", "tot"),
            '<p class="sub">Is it good enough? You prove that on a sample.</p>'
            + checked_html("price", checked, house.today(), "prices checked"),
        )
    )


def _tiles(trail: Trail) -> None:
    entry = _next_lesson(trail)
    if entry is None:
        return
    done = progress.of(trail, house.library().lessons[entry.id])
    reading, quiz, lab = st.columns(3, gap="medium")
    with reading, st.container(key="tile_lesson", height="stretch"):
        _reading_tile(entry, done)
    with quiz, st.container(key="tile_quiz", height="stretch"):
        _quiz_tile(entry, done)
    with lab, st.container(key="tile_lab", height="stretch"):
        _tile("Price a prompt", "Your own words", "See the tokens, then the bill, for five models.")
        button_to("Open the lab", "lab", key="go_lab", icon="calculate", wide=True)


def _next_lesson(trail: Trail) -> LessonEntry | None:
    """The lesson read last, until its end; then the first that is not read to its end."""
    lessons = house.library().lessons
    ready = [entry for entry in house.library().course.lessons if entry.id in lessons]
    ready.sort(key=lambda entry: entry.id != trail.last_lesson)
    unread = (entry for entry in ready if progress.of(trail, lessons[entry.id]).step < 2)
    return next(unread, ready[0] if ready else None)


def _tile(cap: str, big: str, detail: str) -> None:
    show_html(
        f'<p class="cap">{escape(cap)}</p><h2 class="big">{escape(big)}</h2>'
        f'<p class="cap">{escape(detail)}</p>'
    )


def _reading_tile(entry: LessonEntry, done: Progress) -> None:
    left = minutes_left(entry, done)
    cap = "Pick up where you left off" if done.read and left else "Read"
    title = entry.title if entry.title.endswith(("?", "!")) else f"{entry.title}."
    detail = f"{title} " + (f"{left} minutes left." if left else "Read to the end.")
    number = house.library().course.lessons.index(entry) + 1
    _tile(cap, f"Lesson {number}", detail)
    label = "Continue" if done.read and left else ("Read again" if not left else "Start")
    button_to(
        label,
        "lesson",
        key="go_lesson",
        lesson=entry.id,
        primary=True,
        icon="arrow_forward",
        wide=True,
    )


def _quiz_tile(entry: LessonEntry, done: Progress) -> None:
    quiz = house.library().quizzes.get(entry.id)
    if quiz is None:
        return
    cap, big, detail, label = quiz_words(quiz, done)
    _tile(cap, big, detail)
    button_to(label, "quiz", key="go_quiz", lesson=entry.id, icon="task_alt", wide=True)


def quiz_words(quiz: Quiz, done: Progress) -> tuple[str, str, str, str]:
    """What the tile of a quiz says: its caption, its headline, its detail and its button."""
    if done.begun:
        asked = done.begun.attempt.item_ids
        number = asked.index(done.begun.waiting(quiz)[0]) + 1
        where = f"Question {number} of {len(asked)}"
        return "Quiz in progress", where, "Every answer so far is saved.", "Go on"
    if done.best is not None:
        detail = "Passed." if done.passed else f"{quiz.pass_mark * 100:.0f}% passes."
        return "Your best quiz", f"{done.best * 100:.0f}% of points", detail, "Take it again"
    count = f"{quiz.draw.count} questions"
    return "Check yourself", count, "Every answer is explained at once.", "Take the quiz"


def _unit(unit: Unit, number: int, trail: Trail) -> None:
    show_html(
        f'<div class="unit"><h2>{escape(unit.title)}</h2><span>{escape(unit.summary)}</span></div>'
    )
    wide = 4 if len(unit.lessons) == 4 else 3
    for place, entry in enumerate(unit.lessons):
        if place % wide == 0:
            columns = st.columns(wide, gap="medium" if wide == 3 else "small")
        key = f"lc_{entry.status}_{entry.id}"
        with columns[place % wide], st.container(border=True, key=key, height="stretch"):
            _card(entry, number + place, trail)


def _card(entry: LessonEntry, number: int, trail: Trail) -> None:
    if entry.status == "coming":
        _card_html(entry, number, '<span class="pill new">Coming</span>', "")
        return
    if entry.id not in house.library().lessons:
        _card_html(entry, number, '<span class="pill new">Being repaired</span>', "")
        return
    done = progress.of(trail, house.library().lessons[entry.id])
    css, word = PILLS[done.step]
    _card_html(entry, number, f'<span class="pill {css}">{word}</span>', _steps(done))
    label = "Continue" if done.step == 1 else ("Read again" if done.step > 1 else None)
    button_to(
        label or f"Start, {entry.minutes} min",
        "lesson",
        key=f"card_{entry.id}",
        lesson=entry.id,
        plain=True,
        icon="arrow_forward",
    )


def _card_html(entry: LessonEntry, number: int, pill: str, steps: str) -> None:
    show_html(
        f'<div class="lc"><div class="top"><span>{number:02d}</span>{pill}</div>'
        f"<h3>{escape(entry.title)}</h3><p>{escape(entry.summary)}</p>{steps}</div>"
    )


def _steps(done: Progress) -> str:
    marks = "".join(f'<i class="{"on" if k < done.step else ""}"></i>' for k in range(4))
    full = " full" if done.step == 4 else ""
    label = f"Step {done.step} of 4: {STEPS[done.step]}"
    return f'<div class="seg{full}" role="img" aria-label="{label}">{marks}</div>'
