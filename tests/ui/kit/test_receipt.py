"""Receipts as HTML."""

from datetime import date
from decimal import Decimal

from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui.kit.receipt import (
    bar_html,
    bill_html,
    line_html,
    receipt_html,
    rule_html,
    stamp_html,
)
from tests.sizing.models import MINI, price

DAY = date(2026, 11, 21)


def test_a_receipt_is_a_heading_and_a_list():
    html = receipt_html("A job", "50 calls", line_html("Input", "$1.00") + rule_html(), level=3)
    assert "<h3>A job</h3>" in html
    assert '<ul class="rls" role="list"><li>' in html


def test_what_stands_on_a_receipt_is_text():
    html = receipt_html("<b>", "<i>", line_html("<script>", "a & b"))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "a &amp; b" in html


def test_bars_and_rules_are_for_the_eye_only():
    assert 'aria-hidden="true"' in bar_html(Decimal("0.5"))
    assert 'aria-hidden="true"' in rule_html()
    assert "width:50%" in bar_html(Decimal("0.5"))


def test_a_tiny_bar_can_still_be_seen():
    assert "width:3%" in bar_html(Decimal("0.0001"))


def test_a_long_total_is_set_smaller():
    assert 'class="rl tot long"' in line_html("Per month", "$100,082.50", "tot")
    assert 'class="rl tot"' in line_html("Per month", "$0.495", "tot")


def test_each_kind_of_token_has_its_line_with_tokens_and_rate():
    html = bill_html(estimate(Usage(input=34, output=8), MINI, calls=50_000))
    assert "1.7M tokens × $0.15" in html  # 34 x 50,000
    assert "<b>$0.255</b>" in html  # 1.7 x 0.15
    assert "400,000 tokens × $0.60" in html  # 8 x 50,000
    assert "<b>$0.24</b>" in html  # 0.4 x 0.60


def test_input_is_called_fresh_only_beside_cached_input():
    assert "Fresh input" not in bill_html(estimate(Usage(input=10), MINI))
    assert "Fresh input" in bill_html(estimate(Usage(input=10, cached=4), MINI))


def test_a_fresh_stamp_says_the_day_and_an_old_one_asks_for_a_check():
    assert "prices checked 21 November 2026" in stamp_html("prices checked", DAY)
    assert "check again" not in stamp_html("prices checked", DAY)
    assert "check again: prices checked" in stamp_html("prices checked", DAY, stale=True)


def test_a_count_that_is_multiplied_is_not_rounded():
    # 1,054,321 x 15 / 1e6 = 15.814815; 1.05 x 15 would be 15.75
    html = bill_html(estimate(Usage(1_054_321), price(15, 15)))
    assert "1.054321M tokens × $15.00" in html
    assert "$15.81" in html
