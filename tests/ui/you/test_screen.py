"""The learner's own page: skills by lesson."""

from sizewise.learn.quiz.response import Response
from sizewise.library.kinds import MISSION
from sizewise.record import identity
from sizewise.ui import house
from sizewise.ui.question import turn
from tests.ui.app import opened, said
from tests.ui.question.quiz_taker import QUIZ, THEN, answered, begun


def groups(app):
    return [
        each.proto.body
        for each in app.get("html")
        if each.proto.body.startswith('<details class="skill-group')
    ]


def test_every_lesson_has_its_skills_folded_up_until_one_is_tried():
    shown = groups(opened("you"))
    assert len(shown) == len(house.library().lessons)
    assert not any(" open>" in each for each in shown)
    assert "4 skills" in shown[0]


def test_a_lesson_whose_skills_were_tried_is_open_and_counts_them(journal):
    answered(journal, begun(journal), 15)
    unfolded = [each for each in groups(opened("you")) if " open>" in each]
    [tried] = [each for each in unfolded if "6 of 6 skills tried" in each]
    assert "first tries right." in tried
    assert "more right answer" in tried
    assert all("0 of" not in each for each in unfolded)  # another lesson may share a skill


def test_a_lesson_says_what_was_read_and_what_the_quiz_came_to(journal):
    answered(journal, begun(journal), 15)
    journal.read_part(identity.machine_learner(journal, THEN), QUIZ, "size-is-a-choice", THEN)
    page = said(opened("you"))
    assert "1 of 7" in page
    assert "100% ✓" in page


def test_an_attempt_can_be_opened_again(journal):
    attempt = begun(journal)
    answered(journal, attempt, 15)
    assert f"quiz?lesson={QUIZ}&amp;attempt={attempt.id}" in said(opened("you"))


def test_an_attempt_that_goes_on_says_how_far_it_is(journal):
    answered(journal, begun(journal), 3)
    assert "goes on, 3 of 15 answered" in said(opened("you"))


def test_the_time_line_tells_each_day_and_what_changed(journal):
    me = identity.machine_learner(journal, THEN)
    answered(journal, begun(journal), 15)
    journal.read_part(me, QUIZ, "size-is-a-choice", THEN)
    journal.solve_mission(me, next(iter(house.library().all(MISSION))), THEN)
    line = said(opened("you")).split("Day by day")[-1]
    for words in ("20 November 2026", "Read 1 part of", "Solved the mission", "100%, passed"):
        assert words in line


def test_named_mistakes_are_counted_and_have_a_page(journal):
    made = mistaken(journal)
    assert "1 met, 0 mended." in said(opened("you"))
    page = said(opened("mistakes"))
    title = house.library().course.misconception(made).title
    assert title in page.replace("&#39;", "'")
    assert "Made once, last on 20 November 2026. Not yet avoided since." in page
    assert "Mend it:" in page


def test_without_a_mistake_the_page_says_what_it_is_for():
    page = opened("mistakes")
    assert "None yet." in said(page)
    assert "to_quiz" in [button.key for button in page.button]


def mistaken(journal):
    """One wrong answer with a name; the name."""
    attempt = begun(journal, kind="single")
    item = turn.shown(attempt, attempt.item_ids[0])
    option = next(each for each in item.options if each.misconception)
    journal.append(attempt.answer(item, Response((option.id,)), THEN))
    return option.misconception
