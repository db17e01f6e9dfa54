"""Rungs about being sure, by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sizewise.sizing.cost.retries import Ladder
from sizewise.sizing.plan.surer import checked_cascade, unbilled_retries
from sizewise.sizing.plan.verified import VerifiedCascade
from sizewise.sizing.tokens.usage import Usage, UsageError
from tests.sizing.models import price

CASCADE = VerifiedCascade(*map(Fraction, ("0.7", "0.9", "0.8", "0.1")))


def test_what_is_not_billed_is_not_paid():
    # A try costs (1,000 x $1 + 100 x $10) / 1e6 = $0.002. Half of them usable, at most two tries:
    # 1 + 0.5 = 1.5 tries when all are billed, 1 - 0.25 = 0.75 when only usable ones are.
    saving = unbilled_retries(
        1000, Ladder(Decimal("0.5"), 2), Usage(1000, output=100), price(1, 10)
    )
    assert (saving.before, saving.after) == (Decimal(3), Decimal("1.5"))
    assert [step.sum for step in saving.steps] == [
        "1,000 × 1.5 tries × $0.002",
        "1,000 × 0.75 tries × $0.002",
    ]


def test_when_nothing_fails_there_is_nothing_to_save():
    assert unbilled_retries(9, Ladder(Decimal(1), 3), Usage(1), price(1, 1)).saved == 0


def test_a_checked_small_model_pays_the_large_one_for_what_is_sent_on():
    # 31% are sent on. 1,000 x (0.001 + 0.0005) + 310 x 0.02 = 1.5 + 6.2, against 20.
    amounts = map(Decimal, ("0.001", "0.0005", "0.02"))
    saving = checked_cascade(1000, CASCADE, *amounts)
    assert (saving.before, saving.after) == (Decimal(20), Decimal("7.7"))
    assert saving.steps[-1].sum == "1,000 × 0.31 × $0.02"


def test_the_lines_add_up_to_what_is_paid():
    saving = checked_cascade(7, CASCADE, Decimal("0.1"), Decimal("0.2"), Decimal("0.3"))
    assert sum(step.amount for step in saving.steps[1:]) == saving.after
    one = CASCADE.cost(Decimal("0.1"), Decimal("0.2"), Decimal("0.3"))
    assert Fraction(saving.after) == 7 * one


def test_there_are_no_fewer_than_no_calls():
    with pytest.raises(UsageError, match="at least 0"):
        checked_cascade(-1, CASCADE, Decimal(1), Decimal(1), Decimal(1))
