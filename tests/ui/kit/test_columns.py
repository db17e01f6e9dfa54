"""Numbers stand below each other, whatever table they stand in."""

import pytest

from sizewise.ui.kit.columns import is_number, of_numbers
from sizewise.ui.kit.table import Row, stacked_html, table_html


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "1,200",
        "$0.15 / $0.60",
        "62%",
        "62% (55 to 68)",
        "3 of 4",
        "0.62 s",
        "12 seconds",
        "17×",
        "−4%",
        "≈ 1,200",
        "+$1.20",
        "128,000 tokens",
    ],
)
def test_these_are_numbers(text):
    assert is_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "–",
        "GPT-4o mini",
        "21 November 2026",
        "2026-11-21",
        "3 models are cheaper than it",
        "o3",
    ],
)
def test_these_are_none(text):
    assert not is_number(text)


def test_a_column_of_numbers_may_lack_some():
    assert of_numbers([("1", "a"), ("2", "b"), ("–", "c"), ("not published", "2")]) == {0}


def test_what_is_said_beside_a_number_leaves_it_one():
    cell = "<b>$1.20</b><small>price checked 21 November 2026, by its maker</small>"
    assert of_numbers([(cell,)]) == {0}


def test_a_column_of_words_or_of_nothing_holds_no_numbers():
    assert of_numbers([("–", "free"), ("", "free")]) == frozenset()


def test_head_and_cells_of_a_column_of_numbers_end_at_one_edge():
    plain = table_html("Costs", ("Model", "Cost", "Maker"), [("mini", "$1", "OpenAI")])
    assert '<th scope="col" class="n">Cost</th>' in plain
    assert '<td class="n">$1</td><td>OpenAI</td>' in plain
    stacked = stacked_html(("Model", "Maker", "Cost"), [Row("mini", ("OpenAI", "$1"))])
    assert stacked.count('class="n"') == 2
    assert '<td role="cell" class="n" data-label="Cost">$1</td>' in stacked
