"""A model's life in words and as a bar."""

from datetime import date

import pytest

from sizewise.sizing.catalogue.lifecycle import Lifecycle, Redirect
from sizewise.ui.catalogue.life import life_html
from tests.sizing.models import DAY, MINI, catalogue, price, profile


def life(**more):
    return Lifecycle(**({"released": date(2024, 7, 18), "checked_on": DAY} | more))


def told(model, *others):
    return life_html(model, catalogue(model, *others), DAY)


def test_a_model_that_goes_says_when_and_in_how_many_days():
    # From 21 November 2026 to 14 January 2027: 9 + 31 + 14 days
    text = told(profile("mini", MINI, lifecycle=life(shutdown=date(2027, 1, 14))))
    assert "<b>Goes</b> on 14 January 2027, in 54 days." in text


def test_a_model_that_went_says_that_calls_fail():
    text = told(profile("mini", MINI, lifecycle=life(shutdown=date(2026, 10, 23))))
    assert "<b>Went</b> on 23 October 2026, 29 days ago: calls to it fail." in text


def test_a_name_that_another_model_takes_over_does_not_fail():
    end = date(2026, 12, 1)
    lived = life(shutdown=end, redirect=Redirect(since=end, to="heir"))
    model = profile("mini", MINI, lifecycle=lived)
    assert "in 10 days; from then on another model answers under its name." in told(model)
    after = life_html(model, catalogue(model), end)
    assert "<b>Redirected</b> since 1 December 2026" in after
    assert "<b>Went</b> on 1 December 2026, today." in after
    assert "fail" not in after


def test_the_last_day_is_called_today():
    assert ", today:" in told(profile("mini", MINI, lifecycle=life(shutdown=DAY)))


def test_a_model_to_come_says_so():
    text = told(profile("mini", MINI, lifecycle=life(released=date(2026, 12, 1))))
    assert "<b>Comes</b> on 1 December 2026, in 10 days." in text


def test_a_known_successor_is_a_link_and_an_unknown_one_a_name():
    model = profile("mini", MINI, lifecycle=life(replacement="heir"))
    assert 'href="models?model=heir">Heir</a>' in told(model, profile("heir", MINI))
    assert "names heir." in told(model)


def test_a_step_of_the_price_to_come_is_told_with_its_day():
    later = price("0.30", "1.20", starts=date(2027, 1, 1))
    text = told(profile("mini", MINI, later))
    assert "<b>Price will change</b> on 1 January 2027: $0.30 / $1.20" in text


def test_a_new_batch_price_alone_is_no_step():
    later = MINI.model_copy(update={"starts": date(2026, 1, 1), "batch_input": None})
    assert "Price" not in told(profile("mini", MINI, later))


@pytest.mark.parametrize("end", [None, date(2024, 7, 18), DAY, date(2030, 1, 1)])
def test_the_bar_never_leaves_its_track(end):
    text = told(profile("mini", MINI, lifecycle=life(shutdown=end)))
    widths = [int(piece.split("%")[0]) for piece in text.split(":") if "%" in piece]
    assert widths
    assert all(0 <= width <= 100 for width in widths)
