"""The learner's own page: skills by lesson."""

from sizewise.ui import house
from tests.ui.question.quiz_taker import answered, begun
from tests.ui.test_pages import opened


def groups(app):
    return [each.proto.body for each in app.get("html") if each.proto.body.startswith("<details")]


def test_every_lesson_has_its_skills_folded_up_until_one_is_tried():
    shown = groups(opened("you"))
    assert len(shown) == len(house.library().lessons)
    assert not any(" open>" in each for each in shown)
    assert "4 skills" in shown[0]


def test_a_lesson_whose_skills_were_tried_is_open_and_counts_them(journal):
    answered(journal, begun(journal), 15)
    unfolded = [each for each in groups(opened("you")) if " open>" in each]
    assert len(unfolded) == 1
    assert "6 of 6 skills tried" in unfolded[0]
    assert "first tr" in unfolded[0]
