"""The rules for lessons: what each finds, and what it leaves alone."""

from datetime import date

import pytest

from sizewise.learn.lesson.lesson import Lesson
from sizewise.learn.lint.lessons import LESSON_RULES, lint_lesson
from tests.learn.builders import FACTS

DAY = date(2026, 11, 21)
SENTENCE = "The small model reads every letter first, and a person looks at the hard ones later. "
"""16 words of 21 syllables: grade 0.39 x 16 + 11.8 x 21 / 16 - 15.59 = 6.1."""

MISTAKE = {"kind": "mistake-or-better", "mistake": "Bigger is better.", "better": "Test it."}
TRY_IT = {"kind": "try-it", "task": "Price a job of your own."}
GUESS = {
    "kind": "guess-first",
    "question": "How many?",
    "guesses": (1, 10),
    "answer": {"formula": "2 * 5"},
    "reveal": "{answer}.",
}
CHIPS = {"kind": "token-chips", "text": "Match the model to the task."}


def prose(words):
    return {"kind": "prose", "markdown": SENTENCE * (words // 16)}


def block(block):
    return {"kind": "block", "block": block}


def part(number, *pieces):
    return {"anchor": f"part-{number}", "title": f"Part {number}", "pieces": pieces}


def head(**changed):
    sound = {
        "title": "Match size to task",
        "summary": "Small first.",
        "minutes": 7,
        "objectives": ("Choose the smallest model.",),
        "skills": ("choose-model",),
        "facts_as_of": DAY,
        "reviewed": DAY,
    }
    return {**sound, **changed}


def lesson(parts=5, words=1056, first=(GUESS,), last=(MISTAKE, TRY_IT), **changed):
    text = prose(words // parts)
    pieces = [[text] for _ in range(parts)]
    pieces[0] = [*map(block, first), *pieces[0]]
    pieces[-1] += map(block, last)
    made = [part(number, *each) for number, each in enumerate(pieces, start=1)]
    return Lesson.model_validate({"id": "match-size", "head": head(**changed), "parts": made})


def rules(*args, allowed=None, **changed):
    found = lint_lesson(lesson(*args, **changed), facts=FACTS, today=DAY, allowed=allowed or {})
    return [(each.rule, each.place) for each in found]


def test_a_sound_lesson_has_no_findings():
    assert rules() == []


@pytest.mark.parametrize("parts", [1, 4, 8])
def test_a_lesson_has_five_to_seven_parts(parts):
    assert rules(parts) == [("T01", "front matter")]


@pytest.mark.parametrize("words", [800, 1200])
def test_a_lesson_has_900_to_1100_words(words):
    assert rules(words=words) == [("T02", "front matter")]


def reworded(change):
    """The lesson with another prose."""

    def told(piece):
        if piece.kind == "block":
            return piece
        return piece.model_copy(update={"markdown": change(piece.markdown)})

    return lesson().model_copy(
        update={
            "parts": tuple(
                each.model_copy(update={"pieces": tuple(map(told, each.pieces))})
                for each in lesson().parts
            )
        }
    )


def test_a_lesson_reads_like_grade_eight_at_most():
    hard = reworded(
        lambda text: text.replace("letter", "communication").replace("person", "professional")
    )
    (found,) = lint_lesson(hard, facts=FACTS, today=DAY)
    assert found.rule == "T03"


def test_nobody_minds_a_plain_lesson():
    plain = reworded(lambda text: text.replace(", and a", ". A").replace("letter", "text"))
    assert lint_lesson(plain, facts=FACTS, today=DAY) == []


def test_a_part_computes_one_thing_at_a_time():
    assert rules(last=(MISTAKE, TRY_IT, CHIPS)) == []
    assert rules(last=(MISTAKE, TRY_IT, CHIPS, CHIPS)) == [("T04", "part-5")]


def test_a_lesson_names_a_mistake_and_gives_something_to_try():
    assert rules(last=(TRY_IT,)) == [("T05", "front matter")]
    assert rules(last=(MISTAKE,)) == [("T06", "front matter")]


def test_a_lesson_opens_with_a_guess():
    assert rules(first=()) == [("T10", "part-1")]
    assert rules(first=(MISTAKE, GUESS)) == [("T10", "part-1")]


def test_an_objective_starts_with_a_verb():
    assert rules(objectives=("Models and their sizes.",)) == [("T07", "front matter")]


def test_facts_last_ninety_days_and_a_reading_lasts_a_year():
    assert rules(facts_as_of=date(2026, 8, 23)) == []  # 90 days before
    assert rules(facts_as_of=date(2026, 8, 22)) == [("T08", "front matter")]
    assert rules(reviewed=date(2025, 11, 20)) == [("T08", "front matter")]
    assert rules(facts_as_of=date(2062, 11, 21)) == [("T08", "front matter")]
    assert rules(reviewed=date(2062, 11, 21)) == [("T08", "front matter")]


def test_a_reason_excuses_a_rule_and_an_empty_one_does_not():
    assert rules(4, allowed={"T01": "A short course."}) == []
    assert rules(4, allowed={"T01": " "}) == [("T01", "front matter")]


def test_every_rule_says_why_and_who_found_out():
    assert all(rule.title and rule.reason and rule.source for rule in LESSON_RULES.values())
    assert list(LESSON_RULES) == [f"T{number:02}" for number in range(1, len(LESSON_RULES) + 1)]
