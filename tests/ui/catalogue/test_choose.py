"""The six questions, drawn in memory."""

import pytest

from sizewise.library.kinds import CHOOSE
from tests.ours import ours
from tests.ui.app import html, opened

TABLE = ours().one(CHOOSE)


def radio(app, question):
    return next(each for each in app.radio if each.key == f"chs_{question}")


def test_every_question_is_asked_with_all_its_options():
    app = opened("choose")
    assert [each.label for each in app.radio] == [each.ask for each in TABLE.questions]
    assert [len(each.options) for each in app.radio] == [
        len(each.options) for each in TABLE.questions
    ]


def test_before_any_answer_there_is_a_list_with_reasons_already():
    page = html(opened("choose"))
    assert "0 of 6 answered" in page
    assert "a place to start: nothing answered" in page
    assert "first choice" not in page
    assert "No shut-down date is known" in page


def test_an_answer_changes_the_list_and_the_address():
    app = opened("choose")
    radio(app, "images").set_value("sound").run()
    assert app.query_params["images"] == "sound"
    assert "It cannot read sound." in html(app)
    assert "1 of 6 answered" in html(app)


def test_the_address_answers():
    app = opened("choose", volume="bulk", privacy="own")
    assert radio(app, "volume").value == "bulk"
    assert "20,000" in html(app)
    assert "2 of 6 answered" in html(app)


def test_the_first_rank_says_what_would_change_it_and_others_when_they_come_first():
    page = html(opened("choose", volume="some", difficulty="simple", latency="live"))
    assert "What would change it (" in page
    assert "Comes first</b> if you answer “" in page


def test_starting_again_forgets_every_answer():
    app = opened("choose", volume="bulk", privacy="own")
    next(button for button in app.button if button.key == "chs_again").click().run()
    assert "0 of 6 answered" in html(app)
    assert "volume" not in app.query_params


@pytest.mark.parametrize("wrong", ["no-such-answer", "<script>", "bulk,some", "x" * 3000])
def test_an_unknown_answer_in_the_address_is_told_and_left_open(wrong):
    app = opened("choose", volume=wrong)
    assert not app.exception
    assert "there is no such answer" in html(app)
    assert radio(app, "volume").value is None


def test_answers_that_nothing_fits_say_what_to_do():
    app = opened("choose", volume="bulk", images="book", budget="coin")
    assert not app.exception
    assert "No model fits all of this" in app.warning[0].value
    assert "It would cost more than your budget." in html(app)


def test_where_nothing_fits_a_button_for_each_way_out_brings_models_back():
    app = opened("choose", volume="bulk", images="book", budget="coin")
    ways = [each for each in app.button if str(each.key).startswith("chs_way_")]
    assert ways
    words = ways[0].label
    assert words.endswith("fit")
    ways[0].click().run()
    assert not app.warning
    assert "first choice for your answers" in html(app)


def test_machines_of_one_s_own_are_told_by_memory_and_not_by_a_host_s_price():
    page = html(opened("choose", privacy="own", budget="coin"))
    assert "Memory at 4 bit" in page
    assert "At 4 bit it runs on a laptop with 16 GB of memory." in page
    assert "a month" not in page
    assert "weights that you have stay" in page  # Llama 3.1 8B, which its host ended
    assert "on a laptop with 16 GB" in page


def test_pictures_that_nobody_can_count_are_missed_on_one_s_own_machine_too():
    page = html(opened("choose", privacy="own", images="one"))
    assert "so the pictures are missing." in page


def test_a_bill_that_lacks_the_pictures_says_so():
    page = html(opened("choose", images="one", difficulty="expert", latency="minute"))
    assert "without the pictures" in page or "missing from this bill" in page
