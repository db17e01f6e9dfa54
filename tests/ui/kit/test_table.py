from sizewise.ui.kit.meter import meter_html
from sizewise.ui.kit.table import Row, own_words, stacked_html, table_html


def test_the_first_of_a_row_is_its_head():
    table = table_html("Counts", ("Word", "Tokens"), [("a < b", "3")])
    assert '<tr><th scope="row">a &lt; b</th><td class="n">3</td></tr>' in table


def test_a_table_that_scrolls_is_named_for_those_who_listen():
    assert 'role="region" aria-label="Counts"' in table_html("Counts", (), [])


def test_a_stacked_cell_says_what_it_is_of_when_its_column_has_no_head():
    table = stacked_html(("Model", "Price"), [Row("mini", ("$1",))])
    assert '<td role="cell" class="n" data-label="Price">$1</td>' in table


def test_what_nobody_knows_says_why_across_all_cells():
    table = stacked_html(("Model", "In", "Out"), [Row("mini", why="no price is known")])
    assert '<td role="cell" colspan="2" class="why">no price is known</td>' in table


def test_the_own_row_is_marked_alone():
    table = stacked_html(("Model",), [Row("mini", own=True), Row("large")])
    assert table.count('class="own"') == 1


def test_a_caption_stands_only_where_there_is_one():
    assert "<caption>" not in stacked_html(("Model",), [])


def test_own_words_may_run_from_right_to_left():
    assert 'dir="auto"' in own_words("שלום")


def test_next_to_nothing_has_a_bar_and_nothing_has_none():
    assert "width:2%" in meter_html(0.0001)
    assert "width:0%" in meter_html(0)


def test_too_much_fills_the_bar_and_no_more():
    assert "width:100%" in meter_html(3)
