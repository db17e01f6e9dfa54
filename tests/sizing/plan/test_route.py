"""Routing between a small and a large model, by what was recorded of both."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.catalogue.source import Source
from sizewise.sizing.plan.route import (
    LeftOut,
    PairedTrials,
    Subject,
    by_gain,
    monthly_cost,
    routes,
    wrong_by_chance,
)
from tests.sizing.models import DAY

SOURCE = Source(title="A test", url="https://example.org/runs", checked_on=DAY)


def subject(name, both, large_only, small_only, neither):
    return Subject(
        name=name, both=both, large_only=large_only, small_only=small_only, neither=neither
    )


def trials(*subjects):
    return PairedTrials(
        test="A test",
        small="Small",
        large="Large",
        source=SOURCE,
        licence="MIT",
        changed="Counted.",
        left_out=(LeftOut(name="Maths", why="it was not read"),),
        subjects=subjects,
    )


LAW = subject("Law", both=5, large_only=4, small_only=0, neither=1)
ART = subject("Art", both=8, large_only=1, small_only=1, neither=0)
ZOOLOGY = subject("Zoology", both=6, large_only=1, small_only=2, neither=1)
THREE = trials(ART, ZOOLOGY, LAW)

counts = st.integers(min_value=0, max_value=50)
subjects = st.builds(
    Subject,
    name=st.sampled_from("abcdefgh"),
    both=st.integers(min_value=1, max_value=50),
    large_only=counts,
    small_only=counts,
    neither=counts,
)
recordings = st.lists(subjects, min_size=2, max_size=10).map(lambda each: trials(*each))
shares = st.fractions(min_value=0, max_value=1)
amounts = st.decimals(min_value="0", max_value="1", places=4)


def test_the_subject_where_the_large_model_adds_most_goes_first():
    # of ten questions each: Law gains 4, Art 1 - 1 = 0, Zoology 1 - 2 = -1
    assert [each.name for each in by_gain(THREE)] == ["Law", "Art", "Zoology"]


def test_each_step_passes_one_more_subject_on():
    # kept alone the small model is wrong 5 + 1 + 2 times; Law takes 4 off, Art 0, Zoology adds 1
    assert [(step.passed, step.kept, step.wrong) for step in routes(THREE)] == [
        (0, 30, 8),
        (1, 20, 4),
        (2, 10, 4),
        (3, 0, 5),
    ]


def test_chance_lies_on_the_line_between_the_two_ends():
    # half of 8/30 and half of 5/30
    assert wrong_by_chance(routes(THREE), Fraction(1, 2)) == Fraction(13, 60)


def test_a_rule_pays_each_call_once():
    # 1,000 calls: 750 x $0.001 + 250 x $0.02
    cost = monthly_cost(Fraction(3, 4), 1000, Decimal("0.001"), Decimal("0.02"), tries_first=False)
    assert cost == Decimal("5.75")


def test_a_first_try_is_paid_for_what_is_passed_on_too():
    # 1,000 x $0.001 + 250 x $0.02
    cost = monthly_cost(Fraction(3, 4), 1000, Decimal("0.001"), Decimal("0.02"), tries_first=True)
    assert cost == Decimal("6.00")


@given(recordings)
def test_the_ends_are_the_small_and_the_large_model_alone(recording):
    first, *_, last = routes(recording)
    assert first.wrong == sum(each.large_only + each.neither for each in recording.subjects)
    assert last.wrong == sum(each.small_only + each.neither for each in recording.subjects)
    assert (first.kept_share, last.kept_share) == (1, 0)


@given(recordings)
def test_passing_on_by_gain_is_never_worse_than_by_chance(recording):
    steps = routes(recording)
    assert all(step.wrong_share <= wrong_by_chance(steps, step.kept_share) for step in steps)


@given(shares, amounts, amounts)
def test_a_first_try_never_saves_money(kept, small, large):
    rule, tried = (
        monthly_cost(kept, 1000, small, large, tries_first=first) for first in (False, True)
    )
    assert rule <= tried + Decimal("1e-20")
