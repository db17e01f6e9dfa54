"""Models side by side, drawn in memory."""

from datetime import date

import pytest

from tests.ui.app import html, opened


def test_without_an_address_three_models_stand_side_by_side():
    app = opened("compare")
    assert not app.exception
    assert app.multiselect[0].value == ["gpt-4o-mini", "gpt-4o", "gpt-6-luna"]
    assert "What sets them apart today" in html(app)


def test_the_address_chooses_models_and_day():
    app = opened("compare", models="gpt-4o-mini,gpt-4o", on="2027-01-14")
    assert app.date_input[0].value == date(2027, 1, 14)
    assert "17× as much as GPT-4o mini per input token" in html(app)
    assert "GPT-4o mini and GPT-4o are shut down on that day." in html(app)


def test_a_price_to_come_holds_from_its_day_on():
    # Google announced 4 and 20 dollars from 1 December 2026 on, 2 and 10 until then.
    before = html(opened("compare", models="gemini-4-argon,gpt-4o", on="2026-11-30"))
    after = html(opened("compare", models="gemini-4-argon,gpt-4o", on="2026-12-01"))
    assert "$20.00" not in before.split("Side by side")[1]
    assert "$20.00" in after.split("Side by side")[1]


def test_a_choice_is_written_to_the_address():
    app = opened("compare")
    app.multiselect[0].set_value(["gpt-4o", "gpt-5"]).run()
    app.date_input[0].set_value(date(2027, 2, 1)).run()
    assert app.query_params["models"] == "gpt-4o,gpt-5"
    assert app.query_params["on"] == "2027-02-01"


def test_one_model_alone_is_asked_for_company():
    app = opened("compare", models="gpt-4o")
    assert "at least two" in app.info[0].value


@pytest.mark.parametrize(
    "address",
    [
        {"models": "gpt-4o,no-such-model"},
        {"models": "gpt-4o,gpt-5,o4-mini,gpt-5-mini,gpt-5-nano"},
        {"on": "yesterday"},
        {"on": "2026-02-30"},
        {"on": "1066-10-14"},
    ],
)
def test_nonsense_in_the_address_is_told_and_falls_back(address):
    app = opened("compare", **address)
    assert not app.exception
    assert "The address asks for" in html(app)
    assert len(app.multiselect[0].value) == 3
