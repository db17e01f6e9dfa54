"""Differences in words."""

from datetime import date

from sizewise.sizing.catalogue.catalog import Limits
from sizewise.sizing.catalogue.lifecycle import Lifecycle, Redirect
from sizewise.ui.catalogue.differences import differences, turns
from tests.sizing.models import DAY, LARGE, MINI, price, profile


def life(shutdown=None):
    return Lifecycle(released=date(2024, 7, 18), shutdown=shutdown, checked_on=DAY)


SMALL = profile("mini", MINI, lifecycle=life(date(2027, 1, 14)))
BIG = profile("omni", LARGE, size="large", inputs=("text", "image"), thinking="on-by-default")


def said(*models, day=DAY):
    return "\n".join(differences(models, day))


def test_the_dearer_model_is_held_against_the_cheaper_one():
    # 2.50 / 0.15 = 10 / 0.60 = 16.67
    assert "Omni costs 17× as much as Mini per input token and per output token." in said(
        SMALL, BIG
    )


def test_input_and_output_are_told_apart_where_they_differ():
    other = profile("other", price("0.30", "3.00"))
    assert "Other costs 2× as much per input token as Mini, and 5× per output token." in said(
        SMALL, other
    )


def test_a_bill_that_is_the_same_is_said_to_be_the_same():
    assert "A typical call costs the same on Mini and Twin." in said(SMALL, profile("twin", MINI))


def test_a_typical_bill_counts_hidden_thinking():
    # 0.00033 against 0.0025 + 0.007: 28.8 times
    assert "it costs 29× as much on Omni" in said(SMALL, BIG)


def test_the_first_end_is_told_with_its_day_and_who_stays():
    words = said(SMALL, BIG)
    assert "Mini retires first, on 14 January 2027." in words
    assert "No end is announced of Omni." in words


def test_a_model_that_is_gone_on_that_day_is_said_to_be_shut_down():
    assert "Mini is shut down on that day." in said(SMALL, BIG, day=date(2027, 1, 14))


def test_only_some_read_images_and_only_some_think():
    words = said(SMALL, BIG)
    assert "Only Omni reads images." in words
    assert "Omni thinks before answering" in words


def test_what_all_can_do_is_no_difference():
    assert "images" not in said(BIG, profile("twin", LARGE, inputs=("text", "image")))


def test_a_window_twice_as_long_is_told():
    long = profile("long", MINI, limits=Limits(context_window=1_050_000, checked_on=DAY))
    assert "Long holds 1.05M tokens in one call, Mini only 1k." in said(SMALL, long)


def test_a_model_before_its_release_has_no_bill_and_breaks_nothing():
    words = said(SMALL, BIG, day=date(2020, 1, 1))
    assert "costs" not in words


def test_turns_to_come_are_told_in_their_order_and_those_of_a_day_together():
    later = price("0.30", "1.20", starts=date(2027, 1, 14))
    model = profile("step", MINI, later)
    assert [(turn.day, turn.words) for turn in turns((SMALL, model), DAY)] == [
        (
            date(2027, 1, 14),
            "Mini is shut down; Step changes its price from $0.15 / $0.60 to $0.30 / $1.20",
        )
    ]
    assert turns((SMALL, model), date(2027, 1, 14)) == []


def test_a_past_day_is_told_with_what_could_be_known_on_it():
    # The end came out after 15 January 2026 (looked up on 21 November), and so did the late model.
    late = profile("late", LARGE, lifecycle=Lifecycle(released=date(2026, 9, 10), checked_on=DAY))
    past = date(2026, 1, 15)
    words = said(SMALL, BIG, late, day=past)
    assert "retires" not in words
    assert "No end is announced" not in words
    assert turns((SMALL,), past) == []
    assert "No end is announced of Omni and Late." in said(SMALL, BIG, late)
    assert "No end is announced of Omni." in said(
        SMALL, BIG, late.model_copy(update={"file": _to_come(late)})
    )


def test_of_a_model_that_has_not_come_only_its_day_is_told():
    # Late comes on 10 September 2026; by then nothing sets Mini and Twin apart.
    late = profile(
        "late",
        LARGE,
        inputs=("text", "audio"),
        thinking="on-by-default",
        limits=Limits(context_window=1_050_000, checked_on=DAY),
        lifecycle=Lifecycle(released=date(2026, 9, 10), checked_on=DAY),
    )
    models, eve = (SMALL, profile("twin", MINI), late), date(2026, 9, 9)
    assert differences(models, eve) == ["A typical call costs the same on Mini and Twin."]
    assert [(turn.day, turn.words) for turn in turns(models, eve)] == [
        (date(2026, 9, 10), "Late comes")
    ]
    on_the_day = said(*models, day=date(2026, 9, 10))
    assert "Late holds 1.05M tokens" in on_the_day
    assert "Only Late reads sound." in on_the_day
    assert turns(models, date(2026, 9, 10)) == []


def test_before_all_of_them_had_come_nothing_sets_them_apart():
    assert differences((SMALL, BIG), date(2020, 1, 1)) == []
    assert [turn.words for turn in turns((SMALL, BIG), date(2020, 1, 1))] == [
        "Mini comes; Omni comes"
    ]


def _to_come(model):
    life = model.file.lifecycle.model_copy(update={"released": date(2026, 12, 24)})
    return model.file.model_copy(update={"lifecycle": life})


def test_a_name_that_another_model_takes_over_is_told_so():
    end = date(2026, 12, 1)
    lived = life(end).model_copy(update={"redirect": Redirect(since=end, to="omni")})
    old = profile("mini", MINI, lifecycle=lived)
    assert "Another model answers under the name of Mini on that day." in said(old, BIG, day=end)
    assert [turn.words for turn in turns((old,), DAY)] == [
        "another model answers under the name of Mini"
    ]
