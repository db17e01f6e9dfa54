"""Lint as a whole: its rules, its order, its exceptions and its pace."""

import time
from pathlib import Path

import pytest

import sizewise.learn.lint.rules
from sizewise.learn.lint import NEVER_ALLOWED, RULES
from sizewise.learn.lint.lessons import LESSON_RULES
from tests.learn.lint.builders import (
    boolean,
    findings,
    item,
    multiple,
    numeric,
    option,
    options,
    quiz,
    template,
)
from tests.learn.lint.test_guessing import shuffled_bank

RULE_FILES = Path(sizewise.learn.lint.rules.__file__).parent
NOT_ASKING = {"stem": "Choose a model for the school club"}


@pytest.mark.parametrize(("letter", "rules"), [("L", RULES), ("T", LESSON_RULES)])
def test_rules_are_numbered_without_a_gap(letter, rules):
    assert list(rules) == [f"{letter}{n:02}" for n in range(1, len(rules) + 1)]


def test_every_file_is_a_rule_of_its_own():
    files = [path for path in RULE_FILES.rglob("*.py") if path.stem != "__init__"]
    assert len(files) == len(RULES) + len(LESSON_RULES)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_what_why_and_who(rule):
    told = RULES[rule]
    assert told.title
    assert told.reason.endswith(".")
    assert told.source


def test_l01_is_told_to_be_the_readers_work_too():
    assert "reader" in RULES["L01"].reason


def test_a_bank_of_every_type_passes():
    bank = [
        item("one-001", difficulty=1),
        item("two-001", type="pretest"),
        multiple(),
        boolean(),
        template(),
        numeric(skill="cost"),
    ]
    assert [str(each) for each in findings(*bank) if each.level != "I"] == []


def test_every_finding_says_what_is_wrong_and_what_to_write():
    bank = [
        item(**NOT_ASKING),
        boolean(key=1),
        item("two-001", options=options("All of them", "B")),
    ]
    for each in findings(*bank):
        assert each.rule in RULES
        assert each.why.endswith(".")
        assert each.fix.endswith(".")


def test_findings_follow_the_items_and_the_bank_comes_last():
    found = findings(item("b-item", **NOT_ASKING), item("a-item", skill="cost", **NOT_ASKING))
    assert [each.item_id for each in found] == ["b-item", "a-item", None, None]


def test_a_reason_excuses_one_rule_of_one_item():
    reason = {"one-001": {"L16": "It is a command on purpose."}}
    bank = [item("one-001", **NOT_ASKING), item("two-001", **NOT_ASKING)]
    assert [each.item_id for each in findings(*bank, rule="L16", allowed=reason)] == ["two-001"]


def test_a_reason_for_the_bank_excuses_every_item():
    bank = [item("one-001", **NOT_ASKING), item("two-001", skill="cost", **NOT_ASKING)]
    reasons = {"": {"L16": "Commands on purpose.", "L26": "The bank is still growing."}}
    assert findings(*bank, allowed=reasons) == []


@pytest.mark.parametrize("reason", ["", "   "])
def test_no_reason_is_no_excuse(reason):
    allowed = {"plain-001": {"L16": reason}}
    assert len(findings(item(**NOT_ASKING), rule="L16", allowed=allowed)) == 1


def test_what_cannot_be_scored_is_never_excused():
    two_keys = tuple(option(name, f"Plan {name}", key=name != "c") for name in "abc")
    allowed = {"": dict.fromkeys(RULES, "Please.")}
    found = findings(item(options=two_keys), allowed=allowed)
    assert [each.rule for each in found] == ["L03"]
    assert {"L01", "L02", "L03"} == NEVER_ALLOWED


def test_a_finding_reads_as_one_line():
    found = findings(item(**NOT_ASKING), rule="L16")[0]
    assert str(found).startswith("L16 W plain-001: stem: The stem has no question mark")
    assert "bank" in str(findings(item())[0])


def test_findings_stand_in_the_order_of_the_items_and_those_of_the_bank_come_last():
    bank = shuffled_bank(7, 25)
    before = quiz(*bank).model_dump_json()
    assert [(each.rule, each.item_id, each.place) for each in findings(*bank)] == [
        ("L08", "item-007", "options[d]"),
        ("L08", "item-008", "options[a]"),
        ("L08", "item-015", "options[c]"),
        ("L08", "item-019", "options[b]"),
        ("L18", "item-020", "options[a]"),
        ("L08", "item-022", "options[b]"),
        ("L18", "item-022", "options[b]"),
        ("L27", None, "bank"),
    ]
    assert quiz(*bank).model_dump_json() == before


def test_twenty_five_items_take_well_under_a_second():
    bank = [*shuffled_bank(3, 23), template("template-001"), template("template-002")]
    began = time.process_time()
    findings(*bank)
    assert time.process_time() - began < 0.5
