"""The lab drawn in memory: bad addresses, bad texts, and what an input changes."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

SHELL = Path(__file__).parents[3] / "sizewise" / "ui" / "shell.py"


def lab(**address):
    app = AppTest.from_file(SHELL, default_timeout=60).run()
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page("../../pages/lab.py").run()


def html(app):
    return "\n".join(each.proto.body for each in app.get("html"))


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
