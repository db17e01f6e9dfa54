"""Blocks that check and judge, pressed as a learner would."""

from decimal import Decimal

import pytest

from sizewise.ground.ratings import Ratings
from sizewise.learn.lesson.blocks.blind_rating import BlindRating
from sizewise.learn.lesson.json_text import Flaw
from sizewise.sizing.cost.retries import Ladder
from sizewise.ui.blocks.kinds.blind_rating import in_order, number_words, result_html
from sizewise.ui.blocks.kinds.break_the_json import verdict_html
from sizewise.ui.blocks.kinds.spot_the_key import code_html
from sizewise.ui.blocks.retries import sentence, sums
from tests.ui.blocks.test_drawing import BLIND, JSON, SPOT, TRUE, drawn, html


def test_a_broken_reply_names_its_problem_and_a_mended_one_is_fine():
    app = drawn(JSON)
    assert "A program can use this." in html(app)
    app.text_area[0].set_value('{"name": 1}').run()
    assert "<b>name</b><span>1 is a number, and a text is wanted.</span>" in html(app)
    app.text_area[0].set_value('{"name": "Ada"}').run()
    assert "A program can use this." in html(app)


def test_a_ready_made_reply_goes_into_the_box():
    app = drawn(JSON)
    app.button_group[0].set_value("Cut off").run()
    assert app.text_area[0].value == '{"name": "Ad'
    assert "A text begins here and never ends." in html(app)


def test_what_the_learner_types_is_shown_as_text():
    app = drawn(JSON)
    app.text_area[0].set_value('{"name": "Ada", "<b>": 1}').run()
    assert "“&lt;b&gt;”" in html(app)


def test_two_problems_are_counted():
    assert "2 problems." in verdict_html([Flaw("a", "b."), Flaw("c", "d.")])


def test_the_ladder_writes_out_its_sums():
    said = list(sums(Ladder(Decimal("0.9"), 3), Decimal("0.000195")))
    assert said == [
        ("All tries fail", "(1 − 0.9)³ = 0.1³", "0.1%"),
        ("Tries on average", "1 + 0.1 + 0.1²", "1.11"),
        ("A question costs", "1.11 × $0.000195", "$0.000216"),  # 0.00021645
        ("A usable reply costs", "$0.000195 ÷ 0.9", "$0.000217"),  # 0.00021666...
    ]


def test_the_ladder_says_who_is_left_over():
    assert sentence(Ladder(Decimal("0.8"), 3)).startswith("Of 1,000 questions, about 8 questions")
    assert sentence(Ladder(Decimal("0.9"), 3)).startswith("Of 1,000 questions, about 1 question ")
    assert sentence(Ladder(Decimal(1), 1)) == "Every question gets a usable reply."


def test_the_tries_follow_the_choice():
    app = drawn(JSON)
    assert html(app).count("<b>Try ") == 3
    app.button_group[1].set_value(1).run()
    assert html(app).count("<b>Try ") == 1
    app.slider[0].set_value(0).run()
    assert "there is none" in html(app)


def test_names_and_other_raters_stay_hidden_until_both_are_rated():
    app = drawn(BLIND)
    assert app.button[0].disabled
    app.button_group[0].set_value(4).run()
    assert app.button[0].disabled
    app.button_group[1].set_value(2).run()
    assert "The careful one" not in html(app)
    app.button[0].click().run()
    assert "The careful one" in html(app)
    assert "5, 4, 5" in html(app)
    assert app.markdown[-1].value == "Length is no merit."


def test_ratings_stand_once_everything_is_shown_and_one_may_start_again():
    app = drawn(BLIND)
    app.button_group[0].set_value(4).run()
    app.button_group[1].set_value(2).run()
    app.button[0].click().run()
    assert not app.button_group
    app.button[0].click().run()
    assert [group.value for group in app.button_group] == [None, None]
    assert "The careful one" not in html(app)


def test_the_order_is_the_same_for_a_learner_and_not_for_all():
    answers = BlindRating(**BLIND).answers
    orders = {in_order(answers, f"learner-{number}", "here") for number in range(20)}
    assert len(orders) == 2
    assert [each.name for each in in_order(answers, "ada", "here")] == [
        "The wrong one",
        "The careful one",
    ]


def test_the_result_says_how_far_you_are_from_the_others():
    shown = BlindRating(**BLIND).answers
    told = result_html(shown, (3, 4))
    assert "<dt>You from their median</dt><dd>2</dd>" in told  # 5, 4, 5: the middle is 5
    assert "Another order." in told
    assert number_words(Ratings((4, 5)).median) == "4.5"


def test_each_line_is_heard_with_its_number():
    assert '<span class="only-heard">Line 2: </span>b &lt; c' in code_html(["a", "b < c"], ())


def test_leaks_are_told_only_after_the_check():
    app = drawn(SPOT)
    assert "leaks</b>" not in html(app)
    app.checkbox[0].check()
    app.checkbox[1].check()
    app.button[0].click().run()
    said = html(app)
    assert "1 of 2 leaks found, 1 false alarm." in said
    for words in ("Found, line 1", "False alarm, line 2", "Missed, line 4", "It is printed."):
        assert words in said
    assert "Keep it out." in app.markdown[-1].value


def test_all_leaks_found_is_all_of_it():
    app = drawn(SPOT)
    app.checkbox[0].check()
    app.checkbox[2].check()
    app.button[0].click().run()
    assert "All of it." in html(app)


def test_one_may_try_the_lines_again():
    app = drawn(SPOT)
    app.checkbox[0].check()
    app.button[0].click().run()
    app.button[1].click().run()
    assert "leaks found" not in html(app)
    assert [box.value for box in app.checkbox] == [False, False, False]


def test_empty_lines_have_no_box():
    assert [box.label for box in drawn(SPOT).checkbox] == [
        'Line 1: `key = "sk-made-up"`',
        "Line 2: `client = Client(key)`",
        "Line 4: `print(key)`",
    ]


def test_a_verdict_is_held_against_the_catalogue():
    app = drawn(TRUE)
    assert "2 to judge." in html(app)
    app.button_group[0].set_value("Out of date").run()
    assert "No:</strong> it is still true. It costs $0.15." in html(app)
    app.button_group[1].set_value("Out of date").run()
    assert "Right:</strong> it is out of date." in html(app)
    assert "<b>1 of 2</b> right at first go." in html(app)


def test_only_the_first_verdict_counts():
    app = drawn(TRUE)
    app.button_group[0].set_value("Out of date").run()
    app.button_group[0].set_value("Still true").run()
    assert "<b>0 of 1</b> right at first go, 1 to judge." in html(app)


@pytest.mark.parametrize("chosen", ["Still true", "Out of date"])
def test_one_verdict_is_right_and_the_other_is_not(chosen):
    app = drawn(TRUE)
    app.button_group[0].set_value(chosen).run()
    assert ("Right:" in html(app)) == (chosen == "Still true")
