"""A cascade by hand, routers on published counts, and the bounds of any router."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.benchmark.cascade import Asked, Router, cascade, cascades, router

FIVE = (
    Asked(0.9, True, True),
    Asked(0.8, True, False),
    Asked(0.6, False, True),
    Asked(0.4, False, False),
    Asked(0.2, False, True),
)
# Grade-school maths as RouteLLM recorded it (commit 0b64fda): Mixtral 8x7B against GPT-4.
GSM8K = Router(both=747, large_only=383, small_only=95, neither=94)
questions = st.lists(
    st.builds(Asked, st.sampled_from([0.1, 0.3, 0.5, 0.7, 1.0]), st.booleans(), st.booleans()),
    min_size=1,
    max_size=30,
)


def test_what_the_small_model_is_unsure_of_is_passed_on():
    # Below 0.5: the last two, of which the large model gets one. Kept: right, right, wrong.
    found = cascade(FIVE, 0.5)
    assert (found.escalated, found.right) == (2, 3)
    assert (found.share, found.accuracy) == (Fraction(2, 5), Fraction(3, 5))


def test_both_models_are_paid_for_what_is_passed_on():
    # 0.001 + 2/5 x 0.02
    assert cascade(FIVE, 0.5).cost(Decimal("0.001"), Decimal("0.02")) == Fraction(9, 1000)


def test_thresholds_lead_from_all_kept_to_all_passed_on():
    found = cascades(FIVE)
    assert [each.escalated for each in found] == [0, 1, 2, 3, 4, 5]
    assert (found[0].right, found[-1].right) == (2, 3)


def test_published_counts_make_the_published_accuracies():
    # 842 and 1,130 of 1,319
    assert (GSM8K.small, GSM8K.large) == (Fraction(842, 1319), Fraction(1130, 1319))


def test_half_the_calls_at_random_recover_half_of_the_gap():
    assert GSM8K.recovered(GSM8K.random(Fraction(1, 2))) == Fraction(1, 2)


def test_a_perfect_router_needs_only_what_the_large_model_alone_gets_right():
    share = Fraction(383, 1319)
    # 842 + 383 = 1,225: more than the large model's own 1,130, 133 % of the gap.
    assert GSM8K.perfect(share) == GSM8K.perfect(Fraction(1, 2)) == Fraction(1225, 1319)
    assert GSM8K.recovered(GSM8K.perfect(share)) == Fraction(383, 288)
    assert GSM8K.perfect(Fraction(1)) == GSM8K.large


def test_without_a_gap_nothing_can_be_recovered():
    assert Router(1, 0, 1, 0).recovered(Fraction(1)) is None


def test_without_a_question_there_is_no_cascade():
    with pytest.raises(ValueError, match="no question"):
        cascade((), 0.5)


@given(questions)
def test_every_cascade_lies_below_the_perfect_router_and_ends_at_the_large_model(asked):
    counts, found = router(asked), cascades(asked)
    assert all(each.accuracy <= counts.perfect(each.share) for each in found)
    assert (found[0].accuracy, found[-1].accuracy) == (counts.small, counts.large)
    assert (found[0].share, found[-1].share) == (0, 1)


@given(questions)
def test_a_higher_threshold_never_passes_on_less(asked):
    shares = [each.share for each in cascades(asked)]
    assert shares == sorted(shares)


@given(questions, st.integers(0, 30))
def test_the_perfect_router_is_the_best_of_all_ways_to_pass_on_as_many(asked, many):
    many = min(many, len(asked))
    gains = sorted((each.large_right - each.small_right for each in asked), reverse=True)
    best = sum(each.small_right for each in asked) + sum(gains[:many])
    assert router(asked).perfect(Fraction(many, len(asked))) == Fraction(best, len(asked))
