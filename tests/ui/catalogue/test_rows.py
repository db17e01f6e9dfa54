"""Models as rows."""

from datetime import date

from sizewise.sizing.catalogue.lifecycle import Lifecycle
from sizewise.ui.catalogue.rows import table_html
from tests.sizing.models import DAY, LARGE, MINI, profile

SMALL = profile("mini", MINI)
BIG = profile("omni", LARGE)


def test_a_row_names_its_model_as_heading_and_links_to_its_profile():
    table = table_html((SMALL,), DAY, "All")
    assert '<th scope="row" role="rowheader">' in table
    assert 'href="models?model=mini">Mini</a>' in table


def test_bills_are_held_against_the_model_of_the_page():
    # 0.0055 / 0.00033 = 16.67, and 6 per cent the other way round
    assert "17× as much" in table_html((SMALL, BIG), DAY, "", SMALL)
    assert "6% as much" in table_html((SMALL, BIG), DAY, "", BIG)


def test_the_model_of_the_page_has_no_link_to_itself():
    assert "model=mini" not in table_html((SMALL, BIG), DAY, "", SMALL)


def test_an_old_price_is_amber():
    assert "stamp stale" in table_html((SMALL,), date(2027, 6, 1), "")


def test_a_model_without_a_price_says_so():
    new = Lifecycle(released=date(2027, 1, 1), checked_on=DAY)
    assert "no price known" in table_html((profile("new", MINI, lifecycle=new),), DAY, "")


def test_names_are_text_and_never_html():
    evil = profile("evil", MINI, name="<script>x</script>", maker="<b>")
    assert "<script>" not in table_html((evil,), DAY, "<i>")
