"""At the end of a lesson a receipt says what was read, answered and mended."""

from sizewise.learn.progress.done import LessonDone
from sizewise.ui import house
from sizewise.ui.you.receipt import receipt
from tests.ui.app import html, opened

LESSON = "what-is-a-token"


def printed(**changed):
    none = {"parts": 6, "answers": 0, "right": 0, "missed": 0, "mended": 0}
    return receipt(house.library().lesson(LESSON), LessonDone(**{**none, **changed}), 2)


def test_who_has_only_read_sees_the_parts_and_nothing_that_is_still_to_come():
    assert "Parts read" in printed()
    assert "Answers" not in printed()
    assert "mended" not in printed()


def test_a_mended_mistake_stands_on_the_last_line():
    said = printed(answers=15, right=13, missed=3, mended=2)
    assert "<b>15</b>" in said
    assert said.rindex("Mistakes mended") < said.rindex("<b>2 of 3</b>")


def test_the_last_part_of_a_lesson_prints_it_and_counts_itself_as_read():
    last = house.library().lesson(LESSON).parts[-1]
    page = html(opened("lesson", lesson=LESSON, part=last.anchor))
    assert "Parts read" in page
    assert "1 of 6" in page
