"""The table of models side by side."""

from datetime import date
from decimal import Decimal

import pytest

from sizewise.ui.catalogue.side import best_of, rows, side_html
from tests.sizing.models import DAY, LARGE, MINI, price, profile

MODELS = (profile("mini", MINI), profile("omni", LARGE))


@pytest.mark.parametrize(
    ("counts", "best", "place"),
    [
        ((3, 1, 2), "lowest", 1),
        ((3, 1, 2), "longest", 0),
        ((1, 1, 2), "lowest", None),
        ((None, 5), "lowest", None),
        ((None, 5, 7), "lowest", 1),
        ((1, 2), "", None),
        ((), "lowest", None),
    ],
)
def test_a_row_has_a_best_only_when_one_model_leads(counts, best, place):
    decimals = [None if each is None else Decimal(each) for each in counts]
    assert best_of(decimals, best) == place


def test_every_row_says_something_of_every_model():
    assert {len(row.says) for row in rows(MODELS, DAY)} == {2}


def test_prices_are_those_of_the_day():
    later = price("0.30", "1.20", starts=date(2027, 1, 1))
    models = (profile("step", MINI, later), MODELS[1])
    inputs = {row.name: row.says[0] for row in rows(models, date(2027, 1, 1))}
    assert inputs["Input"] == "$0.30"


def test_without_a_price_the_table_says_so():
    said = {row.name: row.says for row in rows(MODELS, date(2020, 1, 1))}
    assert said["A typical call"] == ["no price", "no price"]


def test_rows_and_columns_have_their_headings_and_cells_their_model():
    table = side_html(MODELS, DAY, "Two <models>")
    assert table.count('scope="col"') == 2
    assert table.count('scope="row"') == len(list(rows(MODELS, DAY)))
    assert 'data-label="Mini"' in table
    assert "Two &lt;models&gt;" in table
