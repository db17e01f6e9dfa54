"""Taking a receipt along: its CSV, its link, its total in another currency."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.cost.currency import Currency
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui.kit.share import bill_csv, written_csv
from sizewise.ui.lab.currency import total_html
from tests.sizing.models import MINI
from tests.ui.app import html, opened


def lab(**address):
    return opened("lab", **address)


def rows(text):
    return list(csv.reader(io.StringIO(text)))


def test_a_bill_is_written_line_by_line_with_exact_dollars_and_their_sum():
    bill = estimate(Usage(1_000, output=200), MINI, calls=3)
    lines = rows(bill_csv("GPT-4o mini", bill))
    assert lines[0] == ["model", "line", "tokens", "usd_per_million", "usd", "formula"]
    # 3 x 1,000 x 0.15 / 1e6 = 0.00045 and 3 x 200 x 0.60 / 1e6 = 0.00036
    assert lines[1][:5] == ["GPT-4o mini", "Input", "3000", "0.15", "0.00045"]
    assert lines[2][:5] == ["GPT-4o mini", "Output", "600", "0.6", "0.00036"]
    assert lines[3][:5] == ["GPT-4o mini", "Total", "", "", "0.00081"]


def test_a_bill_says_where_its_price_is_from():
    origin = rows(bill_csv("x", estimate(Usage(1), MINI)))[-2:]
    assert [line[1] for line in origin] == ["Price from", "Price checked on"]
    assert origin[1][5] == MINI.checked_on.isoformat()


def test_no_cell_is_a_formula_to_a_spreadsheet():
    assert rows(written_csv([["=1+1", "+49", "@x", "safe"]])) == [["'=1+1", "'+49", "'@x", "safe"]]


def test_a_total_in_another_currency_names_the_rate_and_its_day():
    line = total_html(Currency("EUR", Decimal("0.92"), date(2026, 11, 20)), Decimal("0.495"))
    assert "in EUR" in line
    assert "0.455" in line  # 0.495 x 0.92 = 0.4554
    assert "1 US dollar = 0.92 EUR, 20 November 2026" in line


def test_the_address_brings_a_currency_and_dollars_stay():
    page = html(lab(cur="EUR", rate="0.92", rated="2026-11-20"))
    assert "$0.495" in page
    assert "1 US dollar = 0.92 EUR, 20 November 2026" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"cur": "<b>", "rate": "1", "rated": "2026-11-20"},
        {"cur": "EUR", "rate": "-1", "rated": "2026-11-20"},
        {"cur": "EUR", "rate": "0.92", "rated": "never"},
        {"cur": "EUR", "rate": "0.92", "rated": "9999-12-31"},
        {"cur": "EUR"},
    ],
)
def test_nonsense_in_the_address_leaves_dollars_alone(wrong):
    app = lab(**wrong)
    assert not app.exception
    assert "1 US dollar" not in html(app)


def test_a_typed_rate_reaches_the_receipt_and_the_address():
    app = lab()
    app.text_input(key="lab_currency_cur").set_value("gbp").run()
    assert not app.error  # the rate has not been typed yet
    app.text_input(key="lab_currency_rate").set_value("0,75").run()
    assert "1 US dollar = 0.75 GBP" in html(app)
    assert "GBP" in app.query_params["cur"]


def test_a_wrong_rate_is_told_at_its_field_and_a_wrong_code_at_its_own():
    app = lab(cur="EUR", rate="0.92", rated="2026-11-20")
    app.text_input(key="lab_currency_rate").set_value("much").run()
    assert "number above zero" in app.error[0].value
    assert "1 US dollar" not in html(app)
    app.text_input(key="lab_currency_rate").set_value("0.9").run()
    app.text_input(key="lab_currency_cur").set_value("EURO").run()
    assert "three letters" in app.error[0].value


def test_the_dollar_comes_back_alone():
    app = lab(cur="EUR", rate="0.92", rated="2026-11-20")
    app.button(key="lab_currency_off").click().run()
    assert "1 US dollar" not in html(app)
    assert "cur" not in app.query_params
