"""The router, as told and drawn, over the recording that we ship."""

from sizewise.ui.blocks.kinds.router import TRY
from tests.ui.blocks.test_drawing import ROUTER, drawn, html


def at(passed, tries_first=False):
    app = drawn(ROUTER)
    if tries_first:
        app.button_group[0].set_value(TRY).run()
    app.slider[0].set_value(passed).run()
    return html(app)


def test_nothing_passed_on_is_the_small_bill_with_the_most_errors():
    page = at(0)
    assert "Nothing is passed on." in page
    assert "A month costs $5.85, and 31.2 of 100 answers are wrong." in page  # as the receipt's
    assert "The large model alone would cost $97.50, with 17.9 of 100 answers wrong." in page


def test_everything_passed_on_is_the_large_bill():
    assert "A month costs $97.50, and 17.9 of 100 answers are wrong." in at(56)


def test_a_first_try_of_everything_pays_both_models():
    page = at(56, tries_first=True)
    assert "A month costs $103.35" in page  # 97.50 + 5.85
    assert "what is passed on is paid twice" in page
    assert "dearer than asking the large model at once, for $97.50." in page


def test_the_subjects_that_gain_most_are_named_first():
    page = at(4)
    names = "“Moral scenarios”, “College computer science”, “Formal logic” and 1 more subject."
    assert names in page


def test_chance_would_do_worse():
    page = at(8)
    # 8 subjects pass 23.3% on: chance leaves 31.2 - 0.233 x (31.2 - 17.9)
    assert "25.2 of 100 answers are wrong." in page
    assert "If chance passed on as many calls, 28.1 of 100 would be wrong." in page


def test_the_chart_has_a_dot_for_every_step_and_is_told_in_words():
    page = at(8)
    assert page.count('<i class="dot" style') == 57
    assert "All small: $5.85, 31.2 of 100 wrong." in page


def test_it_says_whose_errors_these_are_and_what_is_left_out():
    page = at(8)
    assert "Mixtral 8x7B Instruct and GPT-4 Turbo of November 2023, as recorded" in page
    assert "the prices are those of GPT-4o mini and GPT-4o, which would make other errors" in page
    assert "the same 13,772 questions of MMLU, in 56 subjects" in page
    assert "“High school mathematics” is left out: the large model has 8 of 270 right" in page
    assert "Apache-2.0" in page
