import sys

import pytest

from sizewise.library.check import check
from tests.library.files import DAY, LESSON, QUIZ, content

LESSON_FILE = "content/lessons/match-size.md"
QUIZ_FILE = "quizzes/match-size.yaml"


def found(root, quiz):
    return [str(each) for each in check(content(root, {QUIZ_FILE: quiz}), DAY)]


def test_what_lint_finds_stands_at_its_line_with_its_rule(tmp_path):
    all_above = QUIZ.replace("text: The newest one", "text: All of the above")
    line = 1 + all_above[: all_above.index("All of the above")].count("\n")
    (problem,) = (each for each in found(tmp_path, all_above) if ": L14 " in each)
    assert problem.startswith(f"{QUIZ_FILE}:{line}: items > size-first-001 > ")


def test_what_lint_says_of_the_whole_bank_stands_at_its_items(tmp_path):
    bank = [each for each in found(tmp_path, QUIZ) if ": items: " in each]
    assert bank
    assert all(each.startswith(f"{QUIZ_FILE}:5: items: ") for each in bank)


def test_a_comment_takes_a_finding_away(tmp_path):
    no_question = QUIZ.replace("for a simple job?", "for a simple job")
    assert any(" L16 " in each for each in found(tmp_path, no_question))
    allowed = no_question.replace(
        "    explanation", "    # lint: allow L16 reason=a test\n    explanation"
    )
    assert not any(" L16 " in each for each in found(tmp_path, allowed))


def item(name, **changed):
    """An item with much to say about it, under another name."""
    text = QUIZ[QUIZ.index("  - id: size") :].replace("size-first-001", name)
    for old, new in changed.values():
        assert old in text
        text = text.replace(old, new, 1)
    return text


NO_QUESTION = ("for a simple job?", "for a simple job")
ALL_ABOVE = ("text: The newest one", "text: All of the above")
SPOKEN_OF = item("spoken-of-001", stem=NO_QUESTION, option=ALL_ABOVE)
HEAD = QUIZ[: QUIZ.index("  - id: size")]


def about(problems, name):
    """What is said of an item, whatever its line."""
    return {each.split(": ", 1)[1] for each in problems if f"> {name} " in each}


FAULTS = {
    "a type that is none": ("type: single", "type: x"),
    "no stem": ("    stem: Which model do you try first for a simple job?\n", ""),
    "a field that is none": ("    stem:", "    nonsense: 1\n    stem:"),
    "a number for a text": ("text: A large one", "text: 12"),
    "no key": ("key: true, ", ""),
    "two keys": ("text: A large one,", "text: A large one, key: true,"),
    "an option without text": ("text: A small one, ", ""),
    "a formula without a format": ("text: A small one", "expr: 1+1"),
    "an unknown variable": ("text: A small one", "expr: 1+n, format: usd"),
    "a number to type": ("    explanation", "    answer: {expr: 1}\n    explanation"),
    "numeric without an answer": ("type: single", "type: numeric"),
    "one option of two names": ("id: b", "id: a"),
    "an unknown skill": ("skill: choose-model", "skill: choose-nothing"),
    "an unknown mistake": ("bigger-is-safer", "smaller-is-safer"),
    "an unknown part": ("anchor: the-big-idea", "anchor: no-such-part"),
    "an unknown fact": ("climb on evidence", "{{price gpt-9 input}}"),
    "HTML": ("Start small", "<b>Start</b> small"),
    "difficulty of nobody": ("difficulty: 2", "difficulty: 9"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_one_item_hides_no_finding_of_another(tmp_path, fault):
    whole = about(found(tmp_path / "whole", HEAD + SPOKEN_OF + item("other-001")), "spoken-of-001")
    broken = HEAD + SPOKEN_OF + item("other-001", fault=FAULTS[fault])
    problems = found(tmp_path / "broken", broken)
    assert len(whole) >= 3
    assert about(problems, "spoken-of-001") == whole
    assert any("other-001" in each for each in problems)


@pytest.mark.parametrize(
    "fault",
    [
        ("draw: {count: 1}", "draw: {count: one}"),
        ("draw: {count: 1}", "draw: {count: 99}"),
        ("title: Match size to task\n", ""),
        ("items:", "nonsense: 1\nitems:"),
        ("id: match-size", "id: another-name"),
    ],
)
def test_a_fault_in_a_field_of_the_quiz_hides_no_finding_of_its_items(tmp_path, fault):
    whole = about(found(tmp_path / "whole", HEAD + SPOKEN_OF), "spoken-of-001")
    problems = found(tmp_path / "broken", HEAD.replace(*fault) + SPOKEN_OF)
    assert about(problems, "spoken-of-001") == whole


def test_what_cannot_work_is_told_once_under_its_rule(tmp_path):
    problems = found(tmp_path, QUIZ.replace("key: true, ", ""))
    assert sum(" L03 " in each for each in problems) == 1


def test_a_file_that_is_no_yaml_is_one_problem(tmp_path):
    assert len([each for each in found(tmp_path, "items: [") if each.startswith(QUIZ_FILE)]) == 1


def test_each_file_is_read_once(tmp_path):
    read = []
    content(tmp_path)

    def notice(event, arguments):
        if event == "open" and str(arguments[0]).startswith(str(tmp_path)) and not read_done:
            read.append(str(arguments[0]))

    read_done = []
    sys.addaudithook(notice)
    check(tmp_path, DAY)
    read_done.append(True)
    assert sorted(read) == sorted(set(read))
    assert any(each.endswith(QUIZ_FILE) for each in read)


def test_nothing_is_said_twice_and_all_in_order(tmp_path):
    problems = check(content(tmp_path, {QUIZ_FILE: QUIZ}), DAY)
    assert list(problems) == sorted(set(problems))


def read(root, lesson):
    problems = check(content(root, {LESSON_FILE: lesson}), DAY)
    return [str(each) for each in problems if each.file == LESSON_FILE]


def test_what_lint_says_of_a_part_stands_at_its_heading(tmp_path):
    guess = "```sizewise token-chips\ntext: Hello\n```\n"
    problems = read(tmp_path, f"{LESSON}\n{guess}\n{guess}")
    line = 1 + LESSON[: LESSON.index("## What you pay for")].count("\n")
    assert any(
        f"{LESSON_FILE}:{line}: what-you-pay-for: warning: T04 " in each for each in problems
    )


def test_a_comment_in_the_front_matter_takes_a_finding_away(tmp_path):
    assert any(" T01 " in each for each in read(tmp_path, LESSON))
    allowed = LESSON.replace("minutes: 7", "# lint: allow T01 reason=a test\nminutes: 7")
    assert not any(" T01 " in each for each in read(tmp_path, allowed))


def test_a_comment_without_a_reason_is_told_at_its_line(tmp_path):
    halfway = LESSON.replace("minutes: 7", "# lint: allow T01\nminutes: 7")
    assert any(each.startswith(f"{LESSON_FILE}:4: comment: ") for each in read(tmp_path, halfway))


def rules(problems):
    return sorted(each.split(": warning: ")[1][:3] for each in problems if ": warning: T" in each)


TRY = "\n```sizewise try-it\ntask: Count them.\n```\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("model: gpt-4o-mini", "model: gpt-9"),
        ("model: gpt-4o-mini", "modell: gpt-4o-mini"),
        ("{{price gpt-4o-mini input}}", "{{price gpt-9 input}}"),
        ("Tokens in,", "<b>Tokens</b> in,"),
        ("skills: [choose-model]", "skills: [choose-nothing]"),
        ("task: Count them.", "tusk: Count them."),
    ],
)
def test_a_fault_in_one_place_hides_nothing_that_lint_has_to_say_of_a_lesson(tmp_path, old, new):
    sound = LESSON + TRY
    assert old in sound
    whole = rules(read(tmp_path / "whole", sound))
    assert len(whole) >= 2
    assert rules(read(tmp_path / "broken", sound.replace(old, new, 1))) == whole


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("L01", "L01 cannot be allowed, repair what it finds"),
        ("L99", "allows nothing: no rule L99 is asked of this file"),
        ("T01", "allows nothing: no rule T01 is asked of this file, did you mean L01?"),
    ],
)
def test_a_rule_that_a_quiz_cannot_be_spared_is_told(tmp_path, rule, words):
    problems = found(tmp_path, f"# lint: allow {rule} reason=why\n{QUIZ}")
    [told] = [each for each in problems if ": comment: " in each]
    assert told.startswith(f"{QUIZ_FILE}:1: comment: warning: {words}")


def test_a_rule_that_a_lesson_cannot_be_spared_is_told(tmp_path):
    lesson = LESSON.replace("---\n", "---\n# lint: allow L04 reason=why\n", 1)
    problems = [str(each) for each in check(content(tmp_path, {LESSON_FILE: lesson}), DAY)]
    assert (
        f"{LESSON_FILE}:2: comment: warning: allows nothing: no rule L04 is asked of this file, "
        "did you mean T04?" in problems
    )


MISSING = ("    bloom: apply\n", "")
UNKNOWN = ("difficulty: 2", "difficulty: easy")


@pytest.mark.parametrize("wrong", [MISSING, UNKNOWN, ("    explanation", "    nonsense")])
def test_one_wrong_field_hides_nothing_else_of_its_item(tmp_path, wrong):
    two = HEAD + item("wrong-field-001", key=("key: true, ", ""), field=wrong)
    assert any("L03 A single item has 0 keys" in each for each in found(tmp_path, two))


def test_nothing_is_said_of_what_only_stands_in_for_a_field(tmp_path):
    gone = QUIZ[: QUIZ.index("    explanation")] + "    references: [{lesson: match-size}]\n"
    told = [each for each in found(tmp_path, gone) if "> explanation:" in each]
    assert [each.split(": ", 2)[2] for each in told] == [
        "is missing, write `explanation:` and its value"
    ]


@pytest.mark.parametrize("wrong", [MISSING, ("stem: Which", "stems: Which")])
def test_nothing_is_said_of_a_bank_whose_items_are_not_all_there(tmp_path, wrong):
    bank = HEAD + item("whole-001") + item("wrong-field-001", field=wrong)
    assert any(": items: " in each for each in found(tmp_path, HEAD + item("whole-001")))
    assert not any(": items: " in each for each in found(tmp_path, bank))


@pytest.mark.parametrize(
    "old", ["minutes: 7", "title: Match size to task\n", "reviewed: 2026-11-21"]
)
def test_the_front_matter_hides_no_finding_in_the_text(tmp_path, old):
    def texts(root, lesson):
        problems = check(content(root, {LESSON_FILE: lesson}), DAY)
        return {(each.place, each.what) for each in problems if each.what.startswith("T")}

    first = texts(tmp_path, LESSON)
    assert first
    assert texts(tmp_path, LESSON.replace(old, "minutes: x")) == first
