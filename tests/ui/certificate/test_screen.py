"""The certificate's page."""

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from sizewise.learn.quiz.attempt import begin
from sizewise.learn.quiz.template import show
from sizewise.record import identity
from sizewise.record.export import exported, read_export
from sizewise.record.facts.attempts import IMPORTED
from sizewise.record.merge import add_export
from sizewise.ui import house
from tests.learn.responses import right
from tests.ui.question.quiz_taker import THEN
from tests.ui.test_pages import opened, said


def passes_every_quiz(journal, prefix=""):
    """Two right answers in each quiz, which is all that these attempts ask."""
    me = identity.machine_learner(journal, THEN)
    facts = house.facts_on(THEN.date())
    for quiz in house.library().quizzes.values():
        only = [item.id for item in quiz.items if item.type == "single"][:2]
        attempt = begin(
            quiz,
            attempt_id=f"{prefix}{quiz.id}",
            learner_id=me,
            mode="practice",
            seed="seven",
            at=THEN,
            only=only,
        )
        journal.begin(attempt)
        for item_id in attempt.item_ids:
            shown = show(quiz.item(item_id), attempt.seed, facts)
            journal.append(attempt.answer(shown, right(shown), THEN + timedelta(minutes=1)))


def code_on(page):
    return page.split('class="cert-code"')[1].split("<b>")[1].split("</b>")[0]


def test_before_the_end_it_says_what_is_still_to_pass():
    page = said(opened("certificate"))
    assert "Still to pass:" in page
    assert 'class="cert-name"' not in page


def test_at_the_end_there_is_a_paper_with_a_line_for_the_name(journal):
    passes_every_quiz(journal)
    page = said(opened("certificate"))
    assert 'class="cert-name"' in page
    assert "100% of the points on average" in page
    assert "20 November 2026" in page


def test_the_paper_says_at_which_address_its_code_is_checked(journal, monkeypatch):
    monkeypatch.setattr(type(st.context), "url", "https://school.example/certificate")
    passes_every_quiz(journal)
    assert "at https://school.example/certificate." in said(opened("certificate"))


def test_its_code_can_be_checked(journal):
    passes_every_quiz(journal)
    app = opened("certificate")
    app.text_input(key="cert_typed").set_value(code_on(said(app)).lower())
    app.button[-1].click().run()
    assert "This server made it" in "".join(each.value for each in app.success)


def test_a_code_of_nobody_is_told(journal):
    app = opened("certificate")
    app.text_input(key="cert_typed").set_value("ABCD-EFGH")
    app.button[-1].click().run()
    assert "has not made that code" in "".join(each.value for each in app.error)


def test_what_was_brought_from_elsewhere_does_not_count(journal):
    passes_every_quiz(journal, IMPORTED)
    assert "Still to pass:" in said(opened("certificate"))


def test_an_attempt_that_was_begun_here_and_answered_by_a_file_does_not_count(journal):
    passes_every_quiz(journal)
    before = identity.machine_learner(journal, THEN)
    raw, begun = exported(journal, before, THEN).encode(), journal.attempts(before)
    journal.delete_everything(before)
    me = identity.machine_learner(journal, THEN)
    for each in begun:
        journal.begin(replace(each, learner_id=me))
    added = add_export(journal, me, read_export(raw, THEN))
    assert (added.quizzes, added.answers) == (0, 2 * len(begun))
    assert "Still to pass:" in said(opened("certificate"))
