"""The lab drawn in memory: bad addresses, bad texts, and what an input changes."""

from datetime import date

import pytest

from tests.ui.app import html, opened


def lab(**address):
    return opened("lab", **address)


def test_the_address_sets_the_inputs():
    app = lab(model="gpt-4o", out="200", calls="9", cached="40")
    assert app.selectbox[0].value == "gpt-4o"
    assert [each.value for each in app.number_input] == [200, 9]
    assert app.slider[0].value == 40


def test_nonsense_in_the_address_falls_back_with_a_notice():
    app = lab(model="<script>", calls="many")
    assert app.selectbox[0].value == "gpt-4o-mini"
    assert "The address asks for the model “&lt;script&gt;”" in html(app)
    assert not app.exception


def test_the_notice_goes_once_an_input_changes():
    app = lab(calls="many")
    app.number_input[0].set_value(20).run()
    assert "The address asks" not in html(app)


def test_an_input_is_written_to_the_address_and_the_prompt_is_not():
    app = lab()
    app.text_area[0].set_value("a secret prompt").run()
    app.number_input[1].set_value(123).run()
    assert "123" in app.query_params["calls"]
    assert "secret" not in str(app.query_params)


@pytest.mark.parametrize(
    "text", ["", "<script>alert(1)</script>", "$a$ $b$", "<|endoftext|>", "\u202e\u200b"]
)
def test_no_prompt_breaks_the_page(text):
    app = lab()
    app.text_area[0].set_value(text).run()
    assert not app.exception
    assert "<script>" not in html(app)
    assert "Per month" in html(app)


def test_a_text_beyond_the_limit_is_cut_with_a_sentence():
    app = lab()
    app.text_area[0].set_value("word " * 420_000).run()
    assert "2,100,000 characters" in app.warning[0].value
    assert "40,001" in html(app)  # tokens of the first 200,000 characters
    assert "Per month" in html(app)


def test_a_model_without_a_batch_price_disables_the_switch_and_says_why():
    app = lab(model="deepseek-flash", batch="yes")
    assert [each.disabled for each in app.toggle if "Batch" in each.label] == [True]
    assert "cannot be priced as a batch" in app.caption[0].value


def test_the_table_has_the_numbers_of_the_chart():
    app = lab(model="gpt-4o-mini", calls="50000", out="8")
    assert "GPT-4o mini $0.495" in app.get("plotly_chart")[0].proto.alt
    assert "<b>$0.495</b>" in html(app)


def test_without_models_to_compare_a_line_asks_for_one():
    app = lab(compare="none")
    assert not app.get("plotly_chart")
    assert "Choose a model to compare." in [each.value for each in app.caption]


def press(app, label):
    next(each for each in app.button if each.label == label).click()
    return app.run()


def test_the_comparison_takes_the_prices_of_any_day_and_keeps_it_in_the_address():
    app = lab(compare="gpt-4o-mini,gpt-4o", on="2026-12-24")
    assert app.date_input(key="lab_on").value == date(2026, 12, 24)
    assert "prices on 24 December 2026" in html(app)
    app.date_input(key="lab_on").set_value(date(2027, 2, 1)).run()
    assert "2027-02-01" in app.query_params["on"]
    assert "retired on 14 January 2027" in html(app)


def test_today_needs_no_day_in_the_address():
    assert "on" not in lab().query_params


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "1999-01-01", "2026-1-1"])
def test_a_day_that_cannot_be_is_told(day):
    app = lab(on=day)
    assert "write a day such as 2027-01-31" in html(app)
    assert not app.exception


def test_a_step_that_is_known_to_come_is_told_and_leads_to_its_day():
    app = lab(compare="gpt-4o-mini,gpt-4o")
    assert "14 January 2027: GPT-4o is shut down; GPT-4o mini is shut down." in html(app)
    press(app, "Prices on 14 January 2027")
    assert app.date_input(key="lab_on").value == date(2027, 1, 14)
    press(app, "Back to today")
    assert "on" not in app.query_params


def test_the_comparison_says_in_words_what_sets_the_models_apart():
    app = lab(compare="gpt-4o-mini,gpt-4o", out="8", calls="50000")
    # both use the same tokens: GPT-4o's rates are 2.50/0.15 and 10/0.60, 16.7 times each
    assert "This job is cheapest on GPT-4o mini; it costs 17× as much on GPT-4o." in html(app)
    assert "costs 17× as much as GPT-4o mini per input token" in html(app)
