"""Read a bill: each maker's response, what is wrong with one and where, and what it teaches."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import get_args

import pytest

from sizewise.ground.written import dollars
from sizewise.sizing.catalogue.price import SeldomRates
from sizewise.sizing.cost.bill import ResponseFormat, read_bill
from sizewise.sizing.cost.bill_cost import cost_of
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import house
from sizewise.ui.lab.bill.responses import COUNTED, RESPONSES
from sizewise.ui.lab.bill.screen import notes_of, place_of
from tests.sizing.models import MINI, price
from tests.ui.app import html, opened


def reader(**address):
    return opened("lab", **{"view": "bill", **address})


def pasted(text):
    app = reader()
    app.text_area[0].set_value(text).run()
    return app


def used(sent, written):
    usage = {"prompt_tokens": sent, "completion_tokens": written}
    return json.dumps({"model": "gpt-4o-mini", "usage": usage})


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("openai-chat", "gpt-4o-mini"),
        ("openai-responses", "gpt-5-mini"),
        ("anthropic", "claude-haiku-4-5"),
        ("gemini", "gemini-2.5-flash-lite"),
    ],
)
def test_each_makers_response_is_priced_as_the_model_it_names(name, model):
    app = reader(sample=name)
    assert app.selectbox[0].value == model
    assert "Total" in html(app)
    assert not app.exception


def test_there_is_a_sentence_for_every_shape_and_a_sample_for_each_maker():
    assert set(COUNTED) == set(get_args(ResponseFormat))
    shapes = [read_bill(each.text).shape for each in RESPONSES.values()]
    assert len(set(shapes)) == len(RESPONSES)


def test_a_batch_is_as_many_calls_as_it_had_requests():
    batch = {
        "object": "batch",
        "model": "gpt-5-mini",
        "request_counts": {"total": 300, "completed": 300, "failed": 0},
        "usage": {"input_tokens": 1_000_000, "output_tokens": 100_000, "total_tokens": 1_100_000},
    }
    page = html(pasted(json.dumps(batch)))
    assert "300 calls, 1,100,000 tokens; batch rates per million tokens" in page
    # 1,000,000 x 0.125 + 100,000 x 1.00; a call 0.225 / 300
    assert "$0.225" in page
    assert "$0.00075" in page


def test_a_pasted_response_is_priced_line_by_line():
    app = pasted(
        '{"model": "gpt-4o-mini", "usage": {"prompt_tokens": 2000, "completion_tokens": 500}}'
    )
    page = html(app)
    # 2,000 x 0.15 / 1e6 + 500 x 0.60 / 1e6
    assert "$0.0003" in page
    assert "$0.0006" in page


def test_a_thousand_such_calls_cost_a_thousand_times_as_much():
    app = pasted(
        '{"model": "gpt-4o-mini", "usage": {"prompt_tokens": 0, "completion_tokens": 500}}'
    )
    app.number_input[0].set_value(1000).run()
    assert "$0.30" in html(app)  # 1,000 x 500 x 0.60 / 1e6


def test_a_new_response_changes_the_model_and_the_learner_may_change_it_again():
    app = pasted('{"model": "gpt-4o-2024-08-06", "usage": {"prompt_tokens": 9}}')
    assert app.selectbox[0].value == "gpt-4o"
    app.selectbox[0].set_value("gpt-5").run()
    assert app.selectbox[0].value == "gpt-5"
    assert "The response is from GPT-4o" in app.caption[0].value


def test_a_response_is_priced_on_the_day_it_was_made():
    luna = house.library().catalogue.model("gpt-5.6-luna")
    now = luna.price_on(house.today())
    first = next(price.starts for price in luna.prices if price.input == now.input)
    day = first - timedelta(days=1)
    before = luna.price_on(day)
    assert before.input > now.input  # its price fell once
    made = int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())
    app = pasted(
        f'{{"created": {made}, "model": "gpt-5.6-luna", "usage": {{"prompt_tokens": 100000}}}}'
    )
    assert app.date_input(key="lab_bill_day").value == day
    assert dollars(before.input / 10) in html(app)  # 100,000 tokens
    app.date_input(key="lab_bill_day").set_value(house.today()).run()
    assert dollars(now.input / 10) in html(app)


def test_a_response_of_an_unlikely_day_is_priced_today():
    app = pasted('{"created": 5, "model": "gpt-4o-mini", "usage": {"prompt_tokens": 9}}')
    assert app.date_input(key="lab_bill_day").value == house.today()


@pytest.mark.parametrize(
    ("response", "says"),
    [
        ('{"model": "<b>my-model</b>", ', "The catalogue has no “\\<b\\>my-model\\</b\\>”"),
        ("{", "The response names no model"),
    ],
)
def test_a_model_that_nobody_knows_is_never_priced_as_the_one_before(response, says):
    app = pasted(used(2000, 500))
    assert "Total" in html(app)
    app.text_area[0].set_value(response + '"usage": {"prompt_tokens": 1000000}}').run()
    assert says in app.caption[0].value
    assert "Total" not in html(app)
    app.selectbox(key="lab_bill_stand_in").set_value("gpt-4o").run()
    assert "$2.50" in html(app)


def test_a_name_that_looks_like_a_picture_stays_a_name():
    app = pasted('{"model": "ft:gpt-4o-mini:school::abc", "usage": {"prompt_tokens": 9}}')
    assert ":school:" not in app.caption[0].value  # Streamlit would make an emoji of it


def test_a_snapshot_with_prices_of_its_own_keeps_them():
    made = int(datetime(2024, 5, 29, 12, tzinfo=UTC).timestamp())
    usage = {"prompt_tokens": 100_000, "completion_tokens": 10_000}
    app = pasted(json.dumps({"created": made, "model": "gpt-4o-2024-05-13", "usage": usage}))
    assert "$0.65" in html(app)  # 100,000 x 5 + 10,000 x 15


def test_no_price_is_claimed_for_a_day_before_the_list_began():
    made = int(datetime(2024, 7, 29, 12, tzinfo=UTC).timestamp())
    app = pasted(f'{{"created": {made}, "model": "gpt-4o-mini", "usage": {{"prompt_tokens": 9}}}}')
    assert "the first with a day holds from 1 July 2025 on" in app.info[0].value
    assert "Total" not in html(app)
    app.date_input(key="lab_bill_day").set_value(house.today()).run()
    assert "Total" in html(app)


def test_what_is_not_in_a_bill_stands_on_the_receipt():
    usage = {"prompt_tokens": 9, "completion_tokens": 1, "moon_tokens": 70, "cost": 0.0123}
    page = html(pasted(json.dumps({"model": "gpt-4o-mini", "usage": usage})))
    assert "Not in this bill: “usage.moon_tokens” (70)." in page
    assert "The provider says" in page
    assert "$0.0123" in page


def test_searches_are_a_line_of_the_receipt():
    usage = {"input_tokens": 2000, "output_tokens": 1000}
    usage["server_tool_use"] = {"web_search_requests": 5}
    page = html(pasted(json.dumps({"model": "claude-haiku-4-5", "usage": usage})))
    assert "5 searches × $10.00 per 1,000" in page
    assert "$0.057" in page


def test_a_tier_is_said_on_the_receipt():
    response = {"model": "gpt-4o-mini", "service_tier": "priority"}
    response["usage"] = {"prompt_tokens": 200_000, "completion_tokens": 10_000}
    page = html(pasted(json.dumps(response)))
    assert "priority rates per million tokens" in page
    assert "$0.06" in page


def test_one_token_is_one_token():
    page = html(pasted(used(1, 0)))
    assert "1 call, 1 token;" in page
    assert "1 token × " in page


ODD = {
    "half a sign": '{"model": "\\ud83d", "usage": {"prompt_tokens": 9}}',
    "a name without an end": f'{{"model": "{"x" * 1_000_000}", "usage": {{"prompt_tokens": 9}}}}',
    "the most tokens": '{"usage": {"prompt_tokens": 1000000000000}}',
    "a day far away": '{"created": 1e300, "usage": {"prompt_tokens": 9}}',
    "a day before all": '{"created": -99999999999, "usage": {"prompt_tokens": 9}}',
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_an_odd_response_gets_its_bill(text):
    app = pasted(text)
    app.selectbox(key="lab_bill_stand_in").set_value("gpt-4o-mini").run()
    assert not app.exception
    assert "Total" in html(app)
    assert len(html(app)) < 500_000


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("9" * 5_000_000, "This text has 5,000,000 characters"),
        ("[" * 100_000, "nests more than 100"),
        ('{"usage": {"prompt_tokens": "![x](//evil)"}}', r"!\[x\](//evil)"),
    ],
)
def test_what_no_response_can_be_gets_a_sentence(text, says):
    app = pasted(text)
    assert not app.exception
    assert says in app.error[0].value


def test_broken_json_is_told_with_line_and_column_and_the_line_itself():
    app = pasted('{\n  "model": "gpt-4o-mini"\n  "usage": {}\n}')
    assert app.error[0].value.startswith("Line 3, column 3: This text is no JSON")
    assert "3 │   &#34;usage&#34;" in html(app)
    assert "The receipt comes here." not in html(app)


def test_a_missing_number_is_told_where_its_object_stands():
    app = pasted('{\n  "usage": {"prompt_tokens": null}\n}')
    assert app.error[0].value.startswith("Line 2, column 13: ")


@pytest.mark.parametrize(
    "text",
    [
        *("[]", "7", "null", "<script>", "$a$", "[" * 5000),
        '{"usage": []}',
        '{"a": 1}',
        '{"usage": {"input_tokens": -1}}',
    ],
)
def test_nonsense_gets_a_sentence(text):
    app = pasted(text)
    assert not app.exception
    assert app.error[0].value
    assert "<script>" not in html(app)


def test_an_empty_field_asks_for_a_response():
    app = pasted("")
    assert "Paste what the API sent back" in app.caption[0].value
    assert not app.error


def test_more_cached_than_sent_does_not_add_up():
    text = '{"usage": {"prompt_tokens": 5, "prompt_tokens_details": {"cached_tokens": 9}}}'
    assert "does not add up" in pasted(text).error[0].value


def test_the_response_never_goes_to_the_address():
    app = pasted('{"usage": {"prompt_tokens": 5}, "secret": "words"}')
    assert "secret" not in str(app.query_params)
    assert "sample" not in app.query_params


def test_the_place_of_a_field_is_the_deepest_part_that_stands_there():
    text = '{\n "usage": {"prompt_tokens": 5}}'
    assert place_of(text, "usage.prompt_tokens_details.cached_tokens") == (2, 2)
    assert place_of(text, "usage.prompt_tokens") == (2, 12)
    assert place_of(text, "response") is None


def priced(rates, **usage):
    return cost_of(
        replace(read_bill('{"usage": {"prompt_tokens": 1}}'), usage=Usage(**usage)), rates
    )


def test_a_bill_tells_the_share_of_hidden_thinking():
    [note] = notes_of(priced(MINI, input=0, output=100, reasoning=75))
    assert note.startswith("Hidden thinking is 75% of this bill.")


def test_a_bill_tells_what_the_cache_saved():
    # 1,000,000 cached tokens at 0.075 in place of 0.15
    [note] = notes_of(priced(MINI, input=1_000_000, cached=1_000_000))
    assert note == "Without the cache this would cost $0.075 more."


def test_a_free_bill_tells_nothing():
    free = MINI.model_copy(update={"output": Decimal(0)})
    assert notes_of(priced(free, input=0, output=100, reasoning=75)) == []


SONNET = price(2, 10, cached_input="0.2", cache_write="2.5").model_copy(
    update={"seldom": SeldomRates(cache_write_1h=Decimal(4))}
)


def test_what_a_cache_was_written_for_is_a_part_of_what_it_saved():
    # 100 x 2 + 1,000 x 0.2 + 3,000 x 2.5 + 50 x 10 = 8,400 millionths; 4,100 x 2 + 500 = 8,700.
    [note] = notes_of(priced(SONNET, input=4100, cached=1000, cache_written=3000, output=50))
    assert note == "Without the cache this would cost $0.0003 more."


def test_a_cache_that_cost_more_than_it_saved_says_when_it_pays():
    # 1,000 x 2.5 + 2,000 x 4 + 1,000 x 0.2 + 100 x 2 = 10,900 against 4,100 x 2 = 8,200; another
    # call that reads the 3,000 saves 3,000 x 1.8 = 5,400.
    usage = {"input": 4100, "cached": 1000, "cache_written": 3000, "output": 50}
    [note] = notes_of(priced(SONNET, **usage, kept_1h=2000))
    assert note == (
        "Without the cache this would cost $0.0027 less: writing to it is dearer than plain input. "
        "It pays once one later call reads all of it."
    )


def test_a_cache_that_can_never_pay_says_so():
    dear = price(2, 10, cached_input=2, cache_write=3)
    [note] = notes_of(priced(dear, input=3000, cache_written=3000))
    assert note == (
        "Without the cache this would cost $0.003 less, and no later call makes up for it: "
        "reading is no cheaper here."
    )


def test_a_pasted_response_is_told_what_its_cache_really_saved():
    # Sonnet 5.5: 4,100 x $2 + 50 x $10 a million = $0.0087 without any cache; the bill is $0.00831.
    app = reader(model="claude-sonnet-5-5")
    usage = '{"input_tokens": 100, "cache_creation_input_tokens": 3000, '
    usage += '"cache_read_input_tokens": 1000, "output_tokens": 50}'
    response = f'{{"type": "message", "model": "claude-sonnet-5-5", "usage": {usage}}}'
    app.text_area[0].set_value(response).run()
    assert "Without the cache this would cost $0.0004 more." in html(app)
