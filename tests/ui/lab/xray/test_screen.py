"""The X-ray: samples, layers, the guess, and what it says of words, characters and lines."""

import pytest

from sizewise.sizing.tokens.chips import chips
from sizewise.sizing.tokens.tokens import count
from sizewise.ui.lab.xray import markup as xray_html
from sizewise.ui.lab.xray.samples import SAMPLES
from tests.ui.app import html, opened

NEW = "o200k_base"


def xray(**address):
    return opened("lab", **{"view": "x-ray", **address})


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample_opens_from_its_address(name):
    app = xray(sample=name)
    assert app.text_area[0].value == SAMPLES[name].text
    assert f"<dd>{count(SAMPLES[name].text, NEW):,}</dd>" in html(app)
    assert not app.exception


def test_an_unknown_sample_opens_the_first():
    assert xray(sample="<script>").text_area[0].value == SAMPLES["message"].text


def test_choosing_a_sample_writes_its_text_and_its_name_to_the_address():
    app = xray()
    app.pills(key="lab_xray_sample").set_value("emoji").run()
    assert app.text_area[0].value == SAMPLES["emoji"].text
    assert "emoji" in app.query_params["sample"]


def test_a_text_of_ones_own_never_goes_to_the_address():
    app = xray()
    app.text_area[0].set_value("a secret text").run()
    assert "sample" not in app.query_params
    assert "secret" not in str(app.query_params)
    assert "<dd>3</dd>" in html(app)


def test_the_model_goes_along_to_the_next_view():
    app = xray(model="gpt-4o")
    app.selectbox[0].set_value("gpt-5").run()
    app.pills(key="lab_view").set_value("price").run()
    assert app.selectbox[0].value == "gpt-5"


def test_the_status_of_the_encoding_follows_the_model():
    assert 'ok">Exact' in html(xray(model="gpt-4o-mini"))
    assert 'now">Estimate' in html(xray(model="claude-haiku-4-5"))


def test_layers_show_numbers_and_bytes():
    app = xray()
    app.text_area[0].set_value("Hello").run()
    app.pills(key="lab_xray_layers").set_value(["Token numbers", "Bytes"]).run()
    assert "<small>13225</small><small>48 65 6C 6C 6F</small>" in html(app)


def test_before_a_guess_nothing_gives_the_answer_away():
    app = xray()
    app.toggle[0].set_value(True).run()
    assert 'class="view"' not in html(app)
    assert 'class="counts' not in html(app)


def test_after_a_guess_the_tokens_come_with_a_verdict_and_a_new_text_hides_them_again():
    app = xray()
    app.toggle[0].set_value(True).run()
    app.number_input[0].set_value(66)
    app.button[0].click().run()
    assert "You said 66. It is 33: your guess is 100% above." in html(app)
    assert 'class="view"' in html(app)
    app.text_area[0].set_value("Another text").run()
    assert 'class="view"' not in html(app)


@pytest.mark.parametrize(
    "text", ["", " ", "<script>alert(1)</script>", "$a$ $b$", "<|endoftext|>", "\u202e\u200b\x00"]
)
def test_no_text_breaks_the_xray(text):
    app = xray()
    app.text_area[0].set_value(text).run()
    assert not app.exception
    assert "<script>" not in html(app)


def test_a_text_beyond_the_limit_is_cut_with_a_sentence():
    app = xray()
    app.text_area[0].set_value("word " * 60_000).run()
    assert "300,000 characters" in app.warning[0].value


def test_a_right_guess_is_told_so():
    assert "Exactly 7" in xray_html.verdict_html(7, 7)
    assert "your guess is below" in xray_html.verdict_html(-1, 0)


def test_the_oldest_tokenizer_is_compared_with_the_newest():
    page = xray_html.side_by_side_html(SAMPLES["languages"].text, NEW)
    new, old = (count(SAMPLES["languages"].text, name) for name in (NEW, "r50k_base"))
    assert f"{(old - new) / new:.0%} more" in page
    assert page.count("your model") == 1


def test_one_line_makes_no_table_of_lines():
    assert xray_html.lines_html("Hello world") == ""
    assert "<h2>Line by line</h2>" in xray_html.lines_html("Hello\nworld")


def test_the_inside_of_a_character_names_its_points_and_tokens():
    page = xray_html.characters_html(chips("👋🏽", NEW), NEW)
    assert "U+1F44B waving hand sign" in page
    assert "U+1F3FD emoji modifier fitzpatrick type-4" in page


def test_the_table_of_tokens_stops_at_its_limit():
    page = xray_html.tokens_table_html(chips("a b " * 200, NEW), NEW)
    assert page.count("<tr>") == 1 + xray_html.TABLE_TOKENS
    assert "The first 100 tokens" in page


@pytest.mark.parametrize("sign", ["a", "1", "e\u0301", "\u1100"])
def test_a_text_that_is_one_endless_word_is_x_rayed(sign):
    app = xray()
    app.text_area[0].set_value(sign * (1_000_000 // len(sign))).run()
    assert not app.exception
    assert "1,000,000 characters" in app.warning[0].value
    assert "Words that cost most" in html(app)
