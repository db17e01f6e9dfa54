"""The first page."""

import subprocess
import sys
from datetime import date

from sizewise.sizing.tokens.chips import chips
from sizewise.ui.home.hero import HEADLINE
from tests.ui.app import opened, said
from tests.ui.question.quiz_taker import THEN, answered, begun


def test_the_headline_is_cut_as_the_tokenizer_cuts_it():
    assert chips("Match the model to the task.", "o200k_base") == HEADLINE


def test_the_receipt_compares_models_that_answer_today():
    assert "<span>GPT-4o mini</span>" in said(opened("home"))
    assert "<span>GPT-6.1 Sol</span>" in said(opened("home"))


def test_once_they_are_gone_the_receipt_compares_those_that_take_over_their_roles(on):
    on(date(2027, 3, 1))  # GPT-4o mini and GPT-4o ended on 14 January 2027
    receipt = said(opened("home"))
    assert [name for name in ("GPT-4o mini", "GPT-4o") if f"<span>{name}<" in receipt] == []
    assert "<span>GPT-6 Luna</span>" in receipt
    assert "<span>GPT-5.4</span>" in receipt


def test_the_receipt_says_when_its_prices_are_old(on):
    assert "check again: prices checked" not in said(opened("home"))
    on(date(2027, 3, 1))
    assert "check again: prices checked 21 November 2026" in said(opened("home"))


HEAVY = """
import sys
from streamlit.testing.v1 import AppTest
before = set(sys.modules)
assert not AppTest.from_file(sys.argv[1], default_timeout=60).run().exception
print(*sorted({"jinja2", "numpy", "pandas"} & (set(sys.modules) - before)))
"""


def test_the_first_page_loads_no_library_that_it_has_no_use_for():
    """Each of them takes a tenth of a second or more, before anybody sees anything."""
    shell = "sizewise/ui/frame/shell.py"
    run = subprocess.run([sys.executable, "-c", HEAVY, shell], capture_output=True, text=True)
    assert (run.returncode, run.stdout.strip()) == (0, ""), run.stderr


# Who comes back


def test_whoever_is_new_gets_the_headline():
    page = opened("home")
    assert "Start the first lesson" in [button.label for button in page.button]
    assert "Welcome back" not in said(page)


def test_a_quiz_that_was_begun_is_the_first_thing_to_do(journal):
    answered(journal, begun(journal), 3)
    page = opened("home")
    assert "Question 4 of 15" in said(page)
    assert "Start the first lesson" not in [button.label for button in page.button]
    assert page.button(key="go_on").label == "Go on"
    assert page.button(key="go_quiz").label == "Go on"


def test_what_is_due_and_the_last_score_are_named(journal):
    answered(journal, begun(journal), 15)
    page = opened("home")
    assert "Last quiz: 100%" in said(page)
    assert page.button(key="go_review").label == "15 to review"


def test_without_anything_due_there_is_nothing_to_review(journal, on):
    answered(journal, begun(journal), 3)
    on(THEN.date())
    assert "go_review" not in [button.key for button in opened("home").button]
