"""Blind sheets hide who answered, and ratings come together as they should."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.benchmark.rating import (
    Rating,
    RatingScale,
    Reply,
    agreement,
    disagreements,
    judged,
    key,
    majority,
)
from sizewise.benchmark.rating_sheet import read_sheet, sheet_csv

WORDS = RatingScale("categories", ("wrong", "partly right", "right"))
POINTS = RatingScale("points", ("1", "2", "3", "4", "5"))
REPLIES = tuple(
    Reply(model, "summary", sample, f"{model} says {sample}")
    for model in ("small", "large")
    for sample in range(5)
)
KEY = key(REPLIES, "a long secret")
RATERS = ("Ada", "Bo", "Cy")
places = st.lists(st.integers(1, 3), min_size=3, max_size=3)


def rated(scale, *units):
    """The units, each a reply's places, given by Ada, Bo and Cy."""
    ratings = [
        Rating(rater, f"r{number}", place)
        for number, unit in enumerate(units)
        for rater, place in zip(RATERS, unit, strict=False)
    ]
    return judged(ratings, scale)


def test_every_rater_sees_every_reply_in_an_order_of_their_own():
    sheets = [KEY.sheet(rater) for rater in RATERS]
    assert [sorted(sheet) for sheet in sheets] == [sorted(sheets[0])] * 3
    assert len(set(sheets)) == 3


def test_the_same_rater_gets_the_same_order_again():
    assert KEY.sheet("Ada") == key(REPLIES[::-1], "a long secret").sheet("Ada")


def test_a_sheet_names_no_model():
    replies = [Reply("small", "summary", 0, "yes"), Reply("large", "summary", 0, "no")]
    text = sheet_csv(key(replies, "s").sheet("Ada"))
    assert "small" not in text
    assert "large" not in text


def test_the_key_leads_from_codes_to_models():
    assert sorted(KEY.replies.values()) == sorted(REPLIES)


def test_a_key_that_was_changed_does_not_fit_its_seal():
    swapped = [Reply("large" if r.model == "small" else "small", *r[1:]) for r in REPLIES]
    assert key(REPLIES, "a long secret").seal == KEY.seal
    assert key(swapped, "a long secret").seal != KEY.seal
    assert key(REPLIES, "another").seal != KEY.seal


@pytest.mark.parametrize(
    ("given_ones", "counts"),
    [((1, 3, 3), 3), ((1, 1, 1), 1), ((3, 1, 2), 2), ((1, 1, 2, 2), 1), ((3,), 3)],
)
def test_the_majority_counts_and_the_median_when_all_differ(given_ones, counts):
    assert majority(given_ones) == counts


def test_points_count_by_their_mean():
    [only] = rated(POINTS, (2, 4, 5))
    assert (only.value, only.places) == (Fraction(11, 3), (2, 4, 5))


@pytest.mark.parametrize("scale", [WORDS, POINTS])
def test_raters_agree_when_all_gave_the_same_mark(scale):
    found = rated(scale, (2, 2, 2), (1, 2, 2), (2, 3, 2))
    assert [each.agreed for each in found] == [True, False, False]
    assert [each.code for each in disagreements(found)] == ["r1", "r2"]


def test_what_raters_disagree_on_is_listed_the_widest_first():
    found = rated(WORDS, (1, 1, 2), (2, 2, 2), (1, 2, 3))
    assert [each.code for each in disagreements(found)] == ["r2", "r0"]


def test_agreement_is_that_of_its_measures():
    # Units (1,1,1) and (2,2,2): all agree. Places as numbers: alpha 1, kappa 1.
    assert agreement(rated(WORDS, (1, 1, 1), (2, 2, 2)), WORDS) == (1, 1)
    assert agreement(rated(POINTS, (1, 1, 1), (2, 2, 2)), POINTS) == (1, None)
    assert agreement(rated(WORDS, (1, 1), (2, 2, 2)), WORDS) == (1, None)
    assert agreement((), WORDS) == (None, None)


@given(places, st.permutations(range(3)))
def test_who_rated_makes_no_difference(given_ones, order):
    mixed = [given_ones[place] for place in order]
    assert majority(mixed) == majority(given_ones)
    assert min(given_ones) <= majority(given_ones) <= max(given_ones)


def filled(labels, separator=","):
    """Ada's sheet with these labels in its last column, from the top."""
    lines = sheet_csv(KEY.sheet("Ada")).splitlines()
    rows = [line + label for line, label in zip(lines[1:], labels, strict=False)]
    return "\n".join([lines[0], *rows]).replace(",", separator)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_that_was_filled_in_is_read(separator):
    found = read_sheet("\ufeff" + filled(["Right "] * 10, separator), "Ada", KEY.replies, WORDS)
    assert found.problems == ()
    assert {rating.code for rating in found.ratings} == set(KEY.replies)
    assert {rating[::2] for rating in found.ratings} == {("Ada", 3)}


def test_signs_in_what_was_asked_do_not_decide_what_parts_the_cells():
    code = KEY.sheet("Ada")[0].code
    text = f"code;question, as it was asked, with commas;rating\n{code};one, two, three;right\n"
    [rating] = read_sheet("sep=;\n" + text, "Ada", [code], WORDS).ratings
    assert rating == read_sheet(text, "Ada", [code], WORDS).ratings[0] == ("Ada", code, 3)


@pytest.mark.parametrize("first", ["\n", ";;;;;\n", " ; ; ; ; ; \n"])
def test_rows_without_anything_are_passed_over_and_counted_as_rows(first):
    text = filled(["right"] * 9 + ["good"], ";").replace("\n", f"\n{first}", 1)
    found = read_sheet(first + text, "Ada", KEY.replies, WORDS)
    assert [(each.row, each.message[:6]) for each in found.problems] == [(13, "'good'")]


@pytest.mark.parametrize(
    ("written", "place"), [("4", 4), ("4.0", 4), ("4,00", 4), ("4.05", None), ("4.", None)]
)
def test_points_may_come_back_with_the_decimals_of_a_spreadsheet(written, place):
    assert POINTS.place(written) == place


def test_what_is_wrong_is_named_by_its_row_and_the_rest_counts():
    found = read_sheet(filled(["right", "good", "", *["wrong"] * 7]), "Ada", KEY.replies, WORDS)
    codes = [row.code for row in KEY.sheet("Ada")]
    assert len(found.ratings) == 8
    assert found.problems == (
        (3, "'good' is no rating. Write wrong, partly right or right."),
        (4, f"{codes[2]} has no rating. Write wrong, partly right or right."),
    )


def test_strange_and_repeated_codes_are_named():
    text = filled(["right"] * 10)
    again = text.splitlines()[1]
    found = read_sheet(f"{text}\n{again}\n1,xyz,,,,right\n\n", "Ada", KEY.replies, WORDS)
    code = KEY.sheet("Ada")[0].code
    assert found.problems == (
        (12, f"{code} was rated above, and that rating counts."),
        (13, "No reply has the code 'xyz'. Leave that column as it was given out."),
    )


def test_rows_that_are_gone_are_named():
    found = read_sheet(filled(["right"] * 9), "Ada", KEY.replies, WORDS)
    code = KEY.sheet("Ada")[9].code
    assert found.problems == ((1, f"These replies have no row any more: {code}."),)


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n"])
def test_a_sheet_without_its_columns_says_so(text):
    [problem] = read_sheet(text, "Ada", KEY.replies, WORDS).problems
    assert problem == (1, "The first row must name the columns; code and rating cannot be found.")


def test_what_is_no_table_says_so():
    [problem] = read_sheet("code,rating\n" + "x" * 200_000, "Ada", KEY.replies, WORDS).problems
    assert problem.message.startswith("This cannot be read as CSV: field larger than")


@given(st.text(min_size=1))
def test_no_spreadsheet_takes_a_code_for_a_number(seed):
    codes = key([Reply("small", "t", n, "") for n in range(24)], seed).replies
    assert [code for code in codes if not re.fullmatch("r[0-9a-f]{9}", code)] == []


def test_a_reply_that_looks_like_a_formula_is_none_in_a_spreadsheet():
    text = sheet_csv(key([Reply("small", "t", 0, "=1+1")], "s").sheet("Ada"))
    assert ",'=1+1," in text


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_whatever_replies_hold_their_sheet_comes_back_whole(texts):
    held = key([Reply("small", "t", n, text) for n, text in enumerate(texts)], "s")
    found = read_sheet(sheet_csv(held.sheet("Ada")), "Ada", held.replies, WORDS)
    assert len(found.problems) == len(texts)
    assert all("has no rating" in problem.message for problem in found.problems)
