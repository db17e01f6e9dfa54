"""Sources, dates and status in words."""

from datetime import date

from sizewise.sizing.catalogue.lifecycle import Lifecycle
from sizewise.ui.kit.provenance import (
    option_words,
    price_source_html,
    prices_html,
    standing,
    standing_html,
)
from tests.sizing.models import DAY, MINI, price, profile


def life(shutdown=None, checked_on=DAY):
    return Lifecycle(released=date(2024, 7, 18), shutdown=shutdown, checked_on=checked_on)


def test_status_is_told_in_words():
    assert standing(life(), DAY).words == "in service, no end announced"
    assert standing(life(date(2027, 1, 14)), DAY).words == "retires on 14 January 2027"
    assert standing(life(date(2026, 10, 23)), DAY).words == "retired on 23 October 2026"
    assert standing(life(), date(2024, 7, 17)).words == "comes on 18 July 2024"


def test_a_model_that_goes_says_so_in_the_list():
    assert option_words(profile("old", lifecycle=life(DAY)), DAY) == "Old, retired"
    assert option_words(profile("new", lifecycle=life()), DAY) == "New"


def test_a_status_nobody_checked_for_long_is_marked():
    old = profile("old", lifecycle=life(checked_on=date(2026, 9, 21)))
    fresh = profile("fresh")
    assert "check again" in standing_html(old, DAY)  # 61 days; 60 are fresh
    assert "check again" not in standing_html(fresh, DAY)


def test_a_price_source_with_an_address_becomes_a_link():
    html = price_source_html("A page, https://example.org/price")
    assert '<a href="https://example.org/price"' in html
    assert ">A page</a>" in html


def test_a_price_source_without_an_address_stays_text():
    assert price_source_html("a list & more") == "a list &amp; more"


def test_only_https_becomes_a_link():
    assert "<a" not in price_source_html("javascript:alert(1)")


def test_equal_sources_are_named_once():
    assert prices_html([MINI, MINI], DAY).count("a test") == 1


def test_the_oldest_check_counts():
    old = price(1, 2).model_copy(update={"checked_on": date(2026, 8, 22)})
    html = prices_html([MINI, old], DAY)
    assert "check again: prices checked 22 August 2026" in html  # 91 days; 90 are fresh
