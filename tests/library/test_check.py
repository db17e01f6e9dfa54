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


def test_a_quiz_that_cannot_be_read_is_not_linted(tmp_path):
    problems = found(tmp_path, QUIZ.replace("type: single", "type: x"))
    assert not any(": L" in each for each in problems)


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
