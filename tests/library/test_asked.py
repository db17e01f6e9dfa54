"""What steps back on a day: items, missions and blocks that do not hold, and stale items."""

from datetime import date, timedelta

import pytest

from tests.library.files import DAY, LESSON, MODEL, QUIZ, opened, said

HEIR = (
    MODEL.replace("gpt-4o-mini", "gpt-6-luna")
    .replace("GPT-4o mini", "GPT-6 Luna")
    .replace("shutdown: 2027-01-14, ", "")
    .replace("price_ref: openai/gpt-6-luna", "price_ref: openai/gpt-4o-mini")
)
CAST = """\
roles:
  - id: small
    meaning: A small model.
    held:
      - {model: gpt-4o-mini, until: 2027-01-14}
      - {model: gpt-6-luna}
"""
FILES = {"content/models/gpt-6-luna.yaml": HEIR, "content/cast.yaml": CAST}
EVE, AFTER = date(2027, 1, 13), date(2027, 1, 14)


def second_item(more, stem="What does it cost?"):
    copy = QUIZ[QUIZ.index("  - id: size") :].replace("size-first-001", "size-first-002")
    asked = copy.replace("Which model do you try first for a simple job?", stem)
    return QUIZ + asked + more


def items_on(tmp_path, day, quiz, changed=FILES):
    library = opened(tmp_path, {**changed, "quizzes/match-size.yaml": quiz})
    assert [line for line in said(library) if "warning" not in line] == []
    return [item.id for item in library.on(day).quiz("match-size").items]


@pytest.mark.parametrize(("day", "name"), [(EVE, "GPT-4o mini"), (AFTER, "GPT-6 Luna")])
def test_a_role_in_a_text_is_whoever_holds_it_that_day(tmp_path, day, name):
    facts = opened(tmp_path, FILES).facts_on(day)
    assert facts.text("{{name small}} costs {{price small input}}") == f"{name} costs $0.15"


def test_an_item_whose_condition_holds_is_asked(tmp_path):
    quiz = second_item("    holds: answers gpt-4o-mini\n")
    assert items_on(tmp_path, EVE, quiz) == ["size-first-001", "size-first-002"]


def test_an_item_whose_condition_no_longer_holds_is_not_asked(tmp_path):
    quiz = second_item("    holds: answers gpt-4o-mini\n")
    assert items_on(tmp_path, AFTER, quiz) == ["size-first-001"]


@pytest.mark.parametrize(
    ("stem", "lasts"),
    [
        ("What does {{price gpt-4o-mini input}} buy?", 90),
        ("What does {{price small input}} buy?", 90),
        ("Will it be {{status gpt-6-luna}}?", 60),
        ("Does {{limit gpt-6-luna context_window}} do?", 180),
    ],
)
def test_an_item_leaves_the_scoring_the_day_after_its_facts_have_grown_stale(tmp_path, stem, lasts):
    quiz, last = second_item("", stem), DAY + timedelta(days=lasts)
    assert len(items_on(tmp_path, last, quiz)) == 2
    assert items_on(tmp_path, last + timedelta(days=1), quiz) == ["size-first-001"]


def test_an_item_with_the_price_of_a_role_among_its_variables_grows_stale_with_its_holder(tmp_path):
    price = "    variables: {p: {price: {model: small, field: input}}}\n"
    quiz = second_item(price + "    examples: [{given: {p: 0.15}, key: A small one}]\n")
    assert items_on(tmp_path, DAY + timedelta(days=91), quiz) == ["size-first-001"]


def test_an_item_that_an_author_verified_too_long_ago_is_not_asked(tmp_path):
    quiz = second_item("    last_verified: 2026-11-21\n    source: A page\n")
    assert items_on(tmp_path, DAY + timedelta(days=91), quiz) == ["size-first-001"]


def test_a_quiz_without_an_item_that_can_be_asked_is_not_there(tmp_path):
    stale = QUIZ.replace("for a simple job?", "at {{price small input}}?")
    library = opened(tmp_path, {**FILES, "quizzes/match-size.yaml": stale})
    assert "match-size" not in library.on(DAY + timedelta(days=91)).quizzes


def test_a_block_whose_condition_does_not_hold_is_not_shown(tmp_path):
    lesson = LESSON.replace(
        "model: gpt-4o-mini\n```", "model: small\nholds: answers gpt-4o-mini\n```"
    )
    library = opened(tmp_path, {**FILES, "content/lessons/match-size.md": lesson})
    kinds = [
        [piece.kind for piece in library.on(day).lesson("match-size").parts[0].pieces]
        for day in (EVE, AFTER)
    ]
    assert kinds == [["prose", "block"], ["prose"]]


def test_check_tells_a_condition_that_does_not_hold_on_the_day(tmp_path):
    quiz = second_item("    holds: price small input > price gpt-6-luna output\n")
    [told] = said(opened(tmp_path, {**FILES, "quizzes/match-size.yaml": quiz}))
    assert "warning: does not hold on 21 November 2026" in told


def test_check_tells_a_text_that_nobody_reads_on_the_day(tmp_path):
    lesson = LESSON + "\n{{holds answers gpt-4o-mini}}It is small.{{end}}\n"
    files = {**FILES, "content/lessons/match-size.md": lesson}
    assert said(opened(tmp_path / "before", files)) == []
    [told] = said(opened(tmp_path / "after", files, AFTER))
    assert "this text is not read on 14 January 2027" in told


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("price small input", "compares nothing"),
        ("price huge input < 1", "no model `huge`"),
        ("price small size < 1", "`size` is no rate"),
        ("price small", "needs 2 words"),
        ("dearer small 1 < 2", "is not a formula"),
    ],
)
def test_a_condition_that_cannot_be_read_is_told(tmp_path, condition, told):
    quiz = second_item(f"    holds: {condition}\n")
    [problem] = said(opened(tmp_path, {**FILES, "quizzes/match-size.yaml": quiz}))
    assert told in problem


@pytest.mark.parametrize(
    ("condition", "held"),
    [
        ("price small input < price small output", True),
        ("0.1 < price small input < 0.2 and answers small", True),
        ("not answers small or price small input*2 >= 0.4", False),
        ("(price small input + 0.05) == 0.2", True),
        ("limit small context_window != 128000", False),
        ("score small MMLU > 80 and ratio small gpt-6-luna input == 1", True),
    ],
)
def test_conditions_compare_facts_and_join_comparisons(tmp_path, condition, held):
    assert opened(tmp_path, FILES).facts_on(DAY).holds(condition) is held


def test_the_name_of_a_role_is_no_models_name(tmp_path):
    cast = CAST.replace("id: small", "id: gpt-6-luna")
    [told] = said(opened(tmp_path, {**FILES, "content/cast.yaml": cast}))
    assert "a model is called `gpt-6-luna` too" in told


def test_a_holder_that_nobody_describes_is_told(tmp_path):
    cast = CAST.replace("- {model: gpt-6-luna}", "- {model: gpt-6-lunatic}")
    told = said(opened(tmp_path, {**FILES, "content/cast.yaml": cast}))
    assert any("there is no model `gpt-6-lunatic`" in line for line in told)


def test_a_holder_that_ends_within_its_reign_is_told(tmp_path):
    cast = CAST.replace(", until: 2027-01-14}\n      - {model: gpt-6-luna}", "}")
    [told] = said(opened(tmp_path / "before", {**FILES, "content/cast.yaml": cast}))
    assert "gpt-4o-mini retires on 14 January 2027 and holds the role after that" in told
    after = said(opened(tmp_path / "after", {**FILES, "content/cast.yaml": cast}, AFTER))
    assert any("gpt-4o-mini retired on 14 January 2027" in line for line in after)
    assert any("no model of the line answers on 14 January 2027" in line for line in after)
