import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sizewise.library import NotInLibrary, open_library
from tests.library.files import DAY, GLOSSARY, LESSON, MODEL, QUIZ, WHOLE, content, opened, said

LESSON_FILE = "content/lessons/match-size.md"
QUIZ_FILE = "quizzes/match-size.yaml"
MODEL_FILE = "content/models/gpt-4o-mini.yaml"
COURSE_FILE = "content/course.yaml"

SECOND = {
    "content/lessons/fast-or-lots.md": LESSON,
    "quizzes/fast-or-lots.yaml": QUIZ.replace("id: match-size", "id: fast-or-lots"),
}


def test_a_whole_course_has_no_problems(tmp_path):
    library = opened(tmp_path)
    assert said(library) == []
    assert list(library.lessons) == list(library.quizzes) == ["match-size"]
    assert list(library.catalogue.profiles) == ["gpt-4o-mini"]
    assert [word.term for word in library.glossary] == ["Token"]
    assert library.broken == {}


def test_a_broken_lesson_is_hidden_and_the_rest_works(tmp_path):
    broken = LESSON.replace("minutes: 7", "minutes: seven")
    library = opened(tmp_path, {LESSON_FILE: broken, **SECOND})
    assert list(library.lessons) == ["fast-or-lots"]
    assert list(library.quizzes) == ["fast-or-lots", "match-size"]
    assert [str(each) for each in library.broken["match-size"]] == [
        f"{LESSON_FILE}:4: front matter > minutes: `seven` is not a whole number, "
        "write a whole number, such as 1200"
    ]


def test_a_broken_quiz_is_hidden_and_its_lesson_works(tmp_path):
    library = opened(tmp_path, {QUIZ_FILE: QUIZ.replace("type: single", "type: sinlge")})
    assert list(library.lessons) == ["match-size"]
    assert library.quizzes == {}
    assert library.broken == {}


def test_a_broken_course_leaves_every_lesson_usable(tmp_path):
    library = opened(tmp_path, {COURSE_FILE: "units: [\n"})
    assert [entry.id for entry in library.course.lessons] == ["match-size"]
    assert library.course.skill("choose-model").title == "Choose model"
    assert library.course.misconception("bigger-is-safer").title == "Bigger is safer"
    assert library.quiz("match-size").title == "Match size to task"
    assert len(library.problems) == 1


def test_an_empty_folder_is_a_library_with_a_problem(tmp_path):
    library = opened(
        tmp_path, dict.fromkeys([*SECOND, LESSON_FILE, QUIZ_FILE, MODEL_FILE, COURSE_FILE])
    )
    assert library.lessons == {}
    assert library.course.lessons == ()
    assert said(library) == [f"{COURSE_FILE}:1: whole file: does not exist, write it"]


def test_two_keys_in_a_single_item_are_one_problem(tmp_path):
    two = QUIZ.replace("text: A large one,", "text: A large one, key: true,")
    library = opened(tmp_path, {QUIZ_FILE: two})
    assert said(library) == [
        f"{QUIZ_FILE}:12: items > size-first-001 > options: L03 A single item has 2 keys, "
        "mark exactly one option with key: true"
    ]
    assert library.quizzes == {}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("key: true, ", "", "A single item has 0 keys"),
        ("type: single", "type: multiple", "has 1 keys and 2 distractors"),
        ("type: single", "type: boolean", "has 3 options"),
        ("type: single", "type: numeric", "A numeric item has no answer"),
        (
            "    explanation",
            "    answer: {expr: 1}\n    explanation",
            "A single item has an answer",
        ),
        ("id: b", "id: a", "2 options have the id a"),
        ("text: A small one, ", "", "The option has neither text nor expr"),
        ("text: A small one", "expr: 1+1", "The formula has no format"),
        ("count: 1", "count: 2", "draws 2 items from a bank of 1"),
        ("count: 1", "count: 1, per_skill_min: 2", "choose-model has 1"),
        (
            "    explanation",
            "    excludes: [size-frist-001]\n    explanation",
            "did you mean size-first-001?",
        ),
        ("id: match-size", "id: match-sizes", "is not the file's name"),
        ("anchor: the-big-idea", "anchor: the-big-ide", "did you mean the-big-idea?"),
        ("lesson: match-size", "lesson: match-sise", "did you mean match-size?"),
        ("skill: choose-model", "skill: choose-modle", "did you mean choose-model?"),
        ("bigger-is-safer", "bigger-is-saver", "did you mean bigger-is-safer?"),
        ("Start small", "<script>alert(1)</script>", "<script> is HTML"),
        ("climb on evidence", "{{price gpt-4o-mini inptu}}", "did you mean input?"),
        (
            "    explanation",
            "    variables: {p: {price: {model: gpt-5, field: input}}}\n    explanation",
            "no model `gpt-5`",
        ),
        (
            "    explanation",
            "    variables: {p: {price: {model: gpt-4o-mini, field: cached_input}}}\n"
            "    hints: ['{{limit gpt-4o max_output}}']\n    explanation",
            "no model `gpt-4o`",
        ),
    ],
)
def test_a_quiz_that_cannot_work_is_hidden_with_its_reason(tmp_path, old, new, words):
    assert old in QUIZ
    library = opened(tmp_path, {QUIZ_FILE: QUIZ.replace(old, new, 1)})
    assert any(words in each for each in said(library)), said(library)
    assert library.quizzes == {}


def test_an_item_that_stands_twice_is_refused(tmp_path):
    item = QUIZ[QUIZ.index("  - id: size") :]
    (problem,) = said(opened(tmp_path, {QUIZ_FILE: QUIZ + item}))
    assert problem == (
        f"{QUIZ_FILE}:17: items > size-first-001 > id: L02 The id size-first-001 names 2 items, "
        "give each item an id of its own"
    )


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Tokens in,", "It is $0.15,", "the amount $0.15, is typed by hand"),
        ("Tokens in,", "<b>Tokens</b> in,", "<b> is HTML"),
        ("Tokens in,", "![ ](a.png)", "a picture has no words"),
        ("Tokens in,", "[x](javascript:alert(1)),", "starts with javascript:"),
        ("{{price gpt-4o-mini input}}", "{{price gpt-4o-mini inptu}}", "did you mean input?"),
        ("model: gpt-4o-mini", "model: gpt-4o-mni", "did you mean gpt-4o-mini?"),
        ("skills: [choose-model]", "skills: [choose-modle]", "did you mean choose-model?"),
    ],
)
def test_a_lesson_that_would_mislead_is_hidden_with_its_reason(tmp_path, old, new, words):
    assert old in LESSON
    library = opened(tmp_path, {LESSON_FILE: LESSON.replace(old, new, 1)})
    assert any(words in each for each in said(library)), said(library)
    assert list(library.broken) == ["match-size"]


@pytest.mark.parametrize("harmless", ["`<b>` in code", "1 < 2", "<https://openai.com>", "a $ sign"])
def test_signs_that_only_look_dangerous_are_kept(tmp_path, harmless):
    library = opened(tmp_path, {LESSON_FILE: LESSON.replace("Tokens in", harmless)})
    assert said(library) == []


def test_a_typed_price_is_found_on_its_line(tmp_path):
    library = opened(tmp_path, {LESSON_FILE: LESSON + "\nLonger.\nIt is $5 now.\n"})
    line = LESSON.count("\n") + 3
    assert said(library)[0].startswith(f"{LESSON_FILE}:{line}: what-you-pay-for: the amount $5")


def test_a_broken_model_hides_the_lesson_that_speaks_of_it(tmp_path):
    library = opened(tmp_path, {MODEL_FILE: MODEL.replace("size: small", "size: tiny")})
    assert library.catalogue.profiles == {}
    assert "match-size" in library.broken


def test_a_model_without_a_price_is_left_out(tmp_path):
    library = opened(
        tmp_path, {MODEL_FILE: MODEL.replace("openai/gpt-4o-mini", "openai/gpt-4o-mni")}
    )
    assert said(library)[-1] == (
        f"{MODEL_FILE}:10: price_ref: genai-prices has no 'gpt-4o-mni', did you mean gpt-4o-mini?"
    )
    assert library.catalogue.profiles == {}


def test_a_picture_block_needs_a_model_with_a_picture_rule(tmp_path):
    rule = "image_tokens: {rule: tiles, base: 2833, tile: 5667}\n"
    block = "\n```sizewise image-tokens\nmodels: [gpt-4o-mini]\n```\n"
    library = opened(tmp_path, {MODEL_FILE: MODEL.replace(rule, ""), LESSON_FILE: LESSON + block})
    assert [each.split(": ", 1)[1] for each in said(library)] == [
        "what-you-pay-for > image-tokens > models > 1: no source gives the image tokens of "
        "gpt-4o-mini, take another model"
    ]


def test_a_ready_lesson_without_its_files_is_a_problem_and_a_notice(tmp_path):
    library = opened(tmp_path, {LESSON_FILE: None, QUIZ_FILE: None})
    assert [each.split(": ", 2)[2] for each in said(library)] == [
        "is ready and has no content/lessons/match-size.md, "
        "write that file or set `status: coming`",
        "is ready and has no quizzes/match-size.yaml, write that file or set `status: coming`",
    ]
    assert list(library.broken) == ["match-size"]


def test_a_lesson_that_is_not_on_the_map_is_a_warning(tmp_path):
    name = "content/lessons/lost-lesson.md"
    library = opened(tmp_path, {name: LESSON})
    assert said(library) == [
        f"{name}:1: whole file: warning: course.yaml has no lesson lost-lesson, "
        "so learners cannot find it, add it to a unit"
    ]
    assert "lost-lesson" in library.lessons


def test_a_successor_without_a_file_is_a_warning(tmp_path):
    heir = MODEL.replace("2027-01-14,", "2027-01-14, replacement: gpt-6-luna,")
    library = opened(tmp_path, {MODEL_FILE: heir})
    assert [each.level for each in library.problems] == ["W"]
    assert library.facts_on(DAY).text("{{successor gpt-4o-mini}}") == "gpt-6-luna"


@pytest.mark.parametrize(
    ("day", "facts"),
    [
        # checked on 2026-11-21: + 60 days is 2027-01-20, + 90 is 2027-02-19, + 180 is 2027-05-20
        (date(2027, 1, 20), []),
        (date(2027, 1, 21), ["status"]),
        (date(2027, 2, 19), ["status"]),
        (date(2027, 2, 20), ["price", "status"]),
        (date(2027, 5, 20), ["price", "status"]),
        (date(2027, 5, 21), ["limits", "price", "status"]),
    ],
)
def test_facts_that_nobody_checked_lately_are_warnings(tmp_path, day, facts):
    library = opened(tmp_path, day=day)
    assert sorted(each.what.split()[1] for each in library.problems) == facts
    assert "gpt-4o-mini" in library.catalogue.profiles


@pytest.mark.parametrize("name", [COURSE_FILE, LESSON_FILE, MODEL_FILE, QUIZ_FILE])
@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe\x00", b"a: [\n", b"- 1\n", b"caf\xe9", b"x" * 5_000_000]
)
def test_no_broken_file_stops_the_library(tmp_path, name, raw):
    library = opened(tmp_path, {name: raw})
    assert any(each.file == name for each in library.problems)


CUTS = st.tuples(st.floats(0, 1), st.floats(0, 1), st.text(max_size=20))


@settings(max_examples=60)
@given(st.sampled_from(sorted(WHOLE)), CUTS)
def test_no_damage_to_any_file_stops_the_library(name, cut):
    start, end, inserted = cut
    text = WHOLE[name]
    kept = text[: int(start * len(text))], text[int(end * len(text)) :]
    with TemporaryDirectory() as folder:
        damaged = inserted.join(kept).encode("utf-8", "surrogatepass")
        library = opened(Path(folder), {name: damaged})
    assert library.course.lessons or library.problems
    assert all(str(each).startswith(f"{each.file}:") for each in library.problems)


def test_a_folder_in_place_of_a_file_stops_nothing(tmp_path):
    (tmp_path / QUIZ_FILE).mkdir(parents=True)
    library = opened(tmp_path, {QUIZ_FILE: None})
    assert f"{QUIZ_FILE}:1: whole file: is a folder, put a file of that name here" in said(library)


def test_a_file_in_place_of_a_folder_stops_nothing(tmp_path):
    content(tmp_path, {QUIZ_FILE: None})
    (tmp_path / "quizzes").rmdir()
    (tmp_path / "quizzes").write_text("x")
    library = open_library(tmp_path, DAY)
    assert library.quizzes == {}
    assert "match-size" in library.lessons


def test_a_file_with_an_ending_that_nobody_reads_is_a_warning(tmp_path):
    library = opened(tmp_path, {"quizzes/second.yml": QUIZ})
    assert [(each.level, each.file, each.what) for each in library.problems] == [
        ("W", "quizzes/second.yml", "is not read")
    ]


def test_a_file_name_that_no_terminal_can_print_is_still_said(tmp_path):
    content(tmp_path)
    (tmp_path / "quizzes" / os.fsdecode(b"caf\xe9.yaml")).write_text(QUIZ)
    problems = said(open_library(tmp_path, DAY))
    assert any(each.startswith("quizzes/caf?.yaml:1: ") for each in problems), problems
    assert "".join(problems).encode("utf-8")


def test_a_file_name_that_cannot_be_an_id_is_said(tmp_path):
    library = opened(tmp_path, {"content/lessons/My Lesson.md": LESSON})
    assert any("`My Lesson` cannot be an id" in each for each in said(library))


def test_the_comments_of_a_quiz_are_kept(tmp_path):
    comment = "    # lint: allow L15 reason=on purpose\n    explanation"
    library = opened(tmp_path, {QUIZ_FILE: QUIZ.replace("    explanation", comment)})
    assert library.allowed == {"match-size": {"size-first-001": {"L15": "on purpose"}}}


def test_a_comment_that_allows_nothing_is_a_problem_of_its_quiz(tmp_path):
    library = opened(tmp_path, {QUIZ_FILE: QUIZ + "    # lint: allow L15\n"})
    assert [each.place for each in library.problems] == ["comment"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere", "There is no lesson of that name here."),
        ("fast-or-lots", "“Fast or lots?” is not written yet."),
        ("match-size", "“Match size to task” is being repaired."),
        ("<script>", "There is no lesson of that name here."),
    ],
)
def test_a_learner_is_told_why_a_lesson_is_not_there(tmp_path, name, words):
    with pytest.raises(NotInLibrary) as error:
        opened(tmp_path, {LESSON_FILE: "x", "content/glossary.yaml": GLOSSARY}).lesson(name)
    assert words in str(error.value)


def test_a_fault_in_a_text_of_several_lines_stands_at_its_own_line(tmp_path):
    text = "explanation: |\n      Start small.\n      It is {{price gpt-4o-mini inptu}}.\n"
    quiz = QUIZ.replace("explanation: Start small and climb on evidence.\n", text)
    line = 1 + quiz[: quiz.index("It is")].count("\n")
    (problem,) = said(opened(tmp_path, {QUIZ_FILE: quiz}))
    assert problem.startswith(f"{QUIZ_FILE}:{line}: items > size-first-001 > explanation: ")
