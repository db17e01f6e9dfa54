"""A fault is told where it is: no innocent file is accused, and no text is cut without a word."""

import re

import pytest

from sizewise import ROOT
from sizewise.library.check import check
from sizewise.library.kinds import CHOOSE
from tests.library.files import DAY, LESSON, MODEL, QUIZ, content

LESSON_FILE = "content/lessons/match-size.md"
QUIZ_FILE = "quizzes/match-size.yaml"
MODEL_FILE = "content/models/gpt-4o-mini.yaml"
STEM = "Which model do you try first for a simple job?"


def problems(tmp_path, changed):
    """What must be repaired, as printed."""
    return [str(each) for each in check(content(tmp_path, changed), DAY) if each.level == "E"]


def test_who_speaks_of_a_broken_model_is_told_once_what_must_be_repaired_first(tmp_path):
    fact = "A million tokens cost {{price gpt-4o-mini input}}.\n"
    changed = {
        MODEL_FILE: MODEL.replace("context_window: 128000", "context_window: -128000"),
        LESSON_FILE: LESSON.replace(fact, fact * 17),
    }
    [lesson, model] = problems(tmp_path, changed)
    assert lesson == (
        f"{LESSON_FILE}:13: the-big-idea: `gpt-4o-mini` must be repaired first, see {MODEL_FILE}"
    )
    assert model.startswith(f"{MODEL_FILE}:8: limits > context_window: ")


CAST_FILE = "content/cast.yaml"
CAST = """\
roles:
  - id: small
    meaning: A small model.
    held: [{model: gpt-4o-mini}]
"""
SMALL = LESSON.replace("gpt-4o-mini", "small")


def test_who_speaks_of_a_role_is_innocent_of_a_fault_in_the_cast(tmp_path):
    changed = {CAST_FILE: CAST.replace("    meaning: A small model.\n", ""), LESSON_FILE: SMALL}
    cast, lesson = problems(tmp_path, changed)
    assert cast.startswith(f"{CAST_FILE}:2: roles > small > meaning: is missing")
    assert lesson == (
        f"{LESSON_FILE}:13: the-big-idea: `small` must be repaired first, see {CAST_FILE}"
    )


def test_no_model_is_missed_while_the_names_of_the_roles_cannot_be_read(tmp_path):
    cast, lesson = problems(tmp_path, {CAST_FILE: CAST + "  oh: [\n", LESSON_FILE: SMALL})
    assert cast.startswith(f"{CAST_FILE}:")
    assert lesson.startswith(
        f"{LESSON_FILE}:13: the-big-idea: no model `small` is there, and no role can be read, see "
    )


def test_a_role_that_stands_twice_is_told_at_its_second_place(tmp_path):
    cast, _ = problems(tmp_path, {CAST_FILE: CAST + CAST[CAST.index("  -") :], LESSON_FILE: SMALL})
    assert cast.startswith(
        f"{CAST_FILE}:5: roles > small > id: `small` stands twice, first on line 2, give each"
    )


def test_a_quiz_with_prices_of_a_broken_model_is_told_too(tmp_path):
    variables = "    variables: {p: {price: {model: gpt-4o-mini, field: input}}}\n    stem: "
    changed = {
        MODEL_FILE: MODEL.replace("context_window: 128000", "context_window: -128000"),
        QUIZ_FILE: QUIZ.replace("    stem: ", variables),
    }
    told = [each for each in problems(tmp_path, changed) if each.startswith(QUIZ_FILE)]
    assert [each for each in told if "the catalogue has no model" in each] == []
    assert sum("`gpt-4o-mini` must be repaired first" in each for each in told) == 1


CUT = {
    "a mark": (f"&more {STEM}", "starts with &more, which YAML takes for a mark"),
    "a repeat": (f"*note {STEM}", "repeats another place with *note"),
    "a tag": (f"!note {STEM}", "has the YAML tag !note"),
    "a number sign": ("Which number # is it?", "a text is cut at ` #`"),
    "a hash at the end": ("What is a hashtag #", "a text is cut at ` #`"),
    "a hash behind one word": ("Rule #1", "a text is cut at ` #`"),
}


@pytest.mark.parametrize(("stem", "says"), CUT.values(), ids=CUT)
def test_a_text_that_yaml_would_cut_is_refused_and_told_to_stand_in_quotes(tmp_path, stem, says):
    [told] = problems(tmp_path, {QUIZ_FILE: QUIZ.replace(STEM, stem)})
    assert told.startswith(f"{QUIZ_FILE}:10: ")
    assert says in told
    assert "in quotes" in told


@pytest.mark.parametrize(
    "stem", [f'"{STEM} # 1"', "What does C# stand for?", "Is it &more or *less?"]
)
def test_the_same_signs_inside_a_text_are_fine(tmp_path, stem):
    assert problems(tmp_path, {QUIZ_FILE: QUIZ.replace(STEM, stem)}) == []


def test_remarks_behind_a_word_and_for_the_linter_are_fine(tmp_path):
    remarked = QUIZ.replace("difficulty: 2", "difficulty: 2  # easy").replace(
        STEM, f"{STEM} # lint: allow L13 reason=it is meant so"
    )
    remarked = remarked.replace("bloom: apply", "bloom: apply # a job").replace(
        "type: single", "type: single #lint: allow L26 reason=so"
    )
    remarked = remarked.replace("count: 1}", "count: 1} #1 is enough")
    assert problems(tmp_path, {QUIZ_FILE: remarked}) == []


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_quote_that_stays_open_is_told_on_its_own_line(tmp_path, quote):
    later = QUIZ.replace("A large one", f"{quote}A large one{quote}")
    told = problems(tmp_path, {QUIZ_FILE: later.replace("title: ", f"title: {quote}")})
    assert told[0].startswith(f"{QUIZ_FILE}:2: whole file: a quote is opened")


@pytest.mark.parametrize("text", ["", "\n\n", "  \n"])
def test_an_empty_lesson_has_one_problem(tmp_path, text):
    [told] = problems(tmp_path, {LESSON_FILE: text})
    assert told.startswith(f"{LESSON_FILE}:1: whole file: is empty")


def test_no_problem_stands_on_a_line_that_is_not_there(tmp_path):
    for number, text in enumerate(["---", "---\n", "---\n---", "x", "---\ntitle: x\n---\n## ab"]):
        found = check(content(tmp_path / str(number), {LESSON_FILE: text}), DAY)
        lines = [each.line for each in found if each.file == LESSON_FILE]
        assert max(lines) <= text.count("\n") + 1


def test_everything_that_a_start_lacks_is_named_at_once(tmp_path):
    real = (ROOT / CHOOSE.place).read_text("utf-8")
    start = re.search(r"^start: .*$", real, re.MULTILINE)[0]
    told = problems(tmp_path, {CHOOSE.place: real.replace(start, "start: {}")})
    assert any("start needs calls_per_day, input and answer, write each" in each for each in told)


def test_a_range_of_countless_steps_is_refused_in_words(tmp_path):
    variables = "    variables: {n: {range: {start: 1, stop: 9, step: 1e-30}}}\n"
    text = QUIZ.replace(f"    stem: {STEM}", f'{variables}    stem: "{{n}}. {STEM}"')
    told = problems(tmp_path, {QUIZ_FILE: text})
    assert any("has more than 1,000,000 steps" in each for each in told)
    assert "decimal" not in " ".join(told)


def test_a_name_with_other_letters_is_told_which_letters_there_are(tmp_path):
    told = problems(tmp_path, {"content/lessons/frage-größe.md": LESSON})
    assert any("small letters a to z" in each for each in told)


CODE = "<b>x</b> [a](http://x.y) ![](https://x.y/z.png)"


@pytest.mark.parametrize(
    "shown", [f"~~~\n{CODE}\n~~~", f"So:\n\n    {CODE}", f"~~~~ html\n~~~\n{CODE}\n~~~~"]
)
def test_what_markdown_shows_as_code_may_hold_anything(tmp_path, shown):
    last = "Tokens in, tokens out."
    assert problems(tmp_path, {LESSON_FILE: LESSON.replace(last, f"{last}\n\n{shown}")}) == []
    assert len(problems(tmp_path, {LESSON_FILE: LESSON.replace(last, f"{last} {CODE}")})) == 4
