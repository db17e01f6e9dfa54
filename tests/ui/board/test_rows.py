"""The board's rows: their order, their price, their shares, the chain they make."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sizewise.benchmark.board import board_row
from sizewise.ui.board import chain, shares
from sizewise.ui.board.rows import Entry, hour_cost, ordered, tokens_cost
from tests.benchmark.builders import failure, trial
from tests.sizing.models import price


def row(seconds=1.2, fails=0):
    """Eleven tokens, ten of them after 0.2 s."""
    end = round(seconds * 1_000_000)
    whole = [trial(n, chunks=(), end=end) for n in range(4 - fails)]
    return board_row([*whole, *[failure(n) for n in range(4 - fails, 4)]])


def entry(name, cost=1, **more):
    cost = None if cost is None else Fraction(cost)
    return Entry(name, name.title(), "here", row(**more), cost, live=False)


CHEAP, QUICK = entry("cheap", 1), entry("quick", 2, seconds=0.7)
UNSURE = entry("unsure", 3, seconds=1.7, fails=2)


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("price", ["cheap", "quick", "unsure"]),
        ("speed", ["quick", "cheap", "unsure"]),
        ("success", ["quick", "cheap", "unsure"]),
    ],
)
def test_rows_stand_in_the_order_asked_for_and_of_equals_the_quicker_first(by, names):
    assert [each.name for each in ordered((UNSURE, CHEAP, QUICK), by)] == names


def test_without_a_dollarsa_row_stands_last():
    assert ordered((entry("unknown", None), CHEAP), "price")[-1].name == "unknown"


def test_a_thousand_calls_on_this_machine_cost_its_time():
    # 1,000 x 1.2 s / 3,600 x $0.06
    assert hour_cost(row(), Decimal("0.06")) == Fraction("0.02")


def test_a_thousand_calls_of_an_endpoint_cost_their_tokens():
    # 1,000 x (100 x $1 + 11 x $10) / 1,000,000
    assert tokens_cost(row(), price("1", "10")) == Fraction("0.21")
    assert tokens_cost(row(), None) is None


def test_an_outage_moves_the_shares_to_the_others_and_they_stay_whole():
    # 1, 1/4 and 1/9, as in OpenRouter's example; then 1 and 1/9.
    assert shares.weights([CHEAP, QUICK, UNSURE])["cheap"] == Fraction(36, 49)
    left = shares.weights([CHEAP, UNSURE])
    assert left == {"cheap": Fraction(9, 10), "unsure": Fraction(1, 10)}
    assert "was 73.5%" in shares.cell_html("cheap", left, shares.weights([CHEAP, QUICK, UNSURE]))


def test_what_is_free_or_has_no_dollarsis_not_weighed():
    assert shares.weights([entry("free", 0), entry("unknown", None), CHEAP]) == {"cheap": 1}


def test_the_chain_counts_measured_failures_and_those_one_plans_with():
    # Half of the calls came whole, and 10% of those fail too: 0.45. The other one answers 0.9.
    made = chain.chain_of([UNSURE, CHEAP], 10, Decimal(2))
    assert made.success == 1 - Fraction("0.55") * Fraction("0.1")
    # 0.55 x 2 s + 0.55 x 0.1 x 2 s
    assert made.added == Fraction("1.21")


def test_without_anybody_up_there_is_no_chain():
    assert chain.chain_of([], 5, Decimal(2)) is None
    assert chain.chain_of([entry("never", fails=4)], 5, Decimal(2)) is None
