"""The sums behind a lesson's blocks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ground.call_tokens import CallTokens
from sizewise.learn.lesson.blocks.cost_slider import ModelUsage
from sizewise.learn.lesson.blocks.guess_first import CostAnswer, FormulaAnswer, TokenAnswer
from sizewise.sizing.catalogue.catalog import ModelUnknown
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.ui.blocks.block_costs import (
    amount_words,
    guess_answer,
    nearest,
    pictured,
    priced,
    ratio,
    surprise,
    thinking,
)
from tests.sizing.models import (
    DAY,
    GPT_4O_MINI_TILES,
    GPT_4O_TILES,
    LARGE,
    MINI,
    catalogue,
    price,
    profile,
)

MODELS = catalogue(
    profile("mini", MINI, image_tokens=GPT_4O_MINI_TILES),
    profile("large", LARGE, image_tokens=GPT_4O_TILES),
    profile("blind", LARGE),
    profile("free", price(0, 0)),
)
QUESTION = CallTokens(input=500, output=200)
money = st.decimals(min_value="0.01", max_value=10**6, places=2)


def test_a_job_is_priced_on_every_model_in_the_order_given():
    rows = priced(MODELS, DAY, ("large", "mini"), QUESTION, 30_000)
    # 30,000 x (500 x 2.50 + 200 x 10) / 1e6 and 30,000 x (500 x 0.15 + 200 x 0.60) / 1e6
    assert [row.cost.total for row in rows] == [Decimal("97.5"), Decimal("5.85")]


def test_the_last_line_says_how_many_times_more_the_dearer_costs():
    assert ratio(priced(MODELS, DAY, ("mini", "large"), QUESTION, 1)) == "17×"  # 97.5 / 5.85


def test_a_free_model_has_no_ratio():
    assert ratio(priced(MODELS, DAY, ("mini", "free"), QUESTION, 1)) is None


def test_thinking_tokens_are_added_to_models_that_think():
    models = (ModelUsage(model="mini"), ModelUsage(model="large", reasoning=600))
    plain, thinker = thinking(MODELS, DAY, models, QUESTION, 1)
    assert plain.cost.total == Decimal("0.000195")
    assert thinker.cost.total == Decimal("0.00925")  # (500 x 2.50 + 800 x 10) / 1e6


def test_the_slider_moves_only_models_that_think():
    models = (ModelUsage(model="mini"), ModelUsage(model="large", reasoning=600))
    plain, thinker = thinking(MODELS, DAY, models, QUESTION, 1, reasoning=0)
    assert plain.cost.total == Decimal("0.000195")
    assert thinker.cost.total == Decimal("0.00325")


def test_a_guess_is_answered_in_dollars_or_in_times():
    job = {"model": "large", "usage": QUESTION, "calls": 30_000}
    assert guess_answer(MODELS, DAY, CostAnswer(**job)) == Decimal("97.5")
    times = guess_answer(MODELS, DAY, CostAnswer(**job, divided_by="mini"))
    assert times.quantize(Decimal("0.01")) == Decimal("16.67")


def test_nothing_is_divided_by_a_free_model():
    job = CostAnswer(model="large", usage=QUESTION, divided_by="free")
    with pytest.raises(PriceUnknown, match="costs nothing"):
        guess_answer(MODELS, DAY, job)


def test_a_guess_of_tokens_is_answered_by_the_models_tokenizer():
    # OpenAI's cookbook "How to count tokens with tiktoken": "tiktoken is great!" has 6 tokens
    asked = TokenAnswer(text="tiktoken is great!", model="known")
    models = catalogue(profile("known", MINI, encoding="cl100k_base", encoding_status="exact"))
    assert guess_answer(models, DAY, asked) == 6


def test_a_model_without_a_tokenizer_of_its_own_gets_an_estimate():
    asked = TokenAnswer(text="hello", model="mini")
    assert guess_answer(MODELS, DAY, asked) == 1


def test_tokens_of_an_unknown_model_are_refused():
    with pytest.raises(ModelUnknown):
        guess_answer(MODELS, DAY, TokenAnswer(text="hello", model="nobody"))


def test_a_guess_of_a_formula_is_answered_exactly():
    # 100 x 0.95^20 = 35.848592240854...
    value = guess_answer(MODELS, DAY, FormulaAnswer(formula="100 * 0.95 ** 20"))
    assert value.quantize(Decimal("0.000001")) == Decimal("35.848592")
    assert amount_words(value, "percent") == "36%"


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_formula_is_computed_on_exact_decimals(one, other):
    value = guess_answer(MODELS, DAY, FormulaAnswer(formula=f"{one} * {other} / 10"))
    assert value == Decimal(one * other) / 10


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("1234.5", "tokens", "1,235 tokens"),
        ("12", "tokens", "12 tokens"),
        ("2.5", "seconds", "2.5 seconds"),
        ("3", "seconds", "3 seconds"),
        ("1", "seconds", "1 second"),
        ("1", "tokens", "1 token"),
        ("0.25", "seconds", "0.25 seconds"),
        ("0.0123456", "percent", "0.0123%"),
        ("999999999999999", "number", "999,999,999,999,999"),
        ("0", "number", "0"),
    ],
)
def test_amounts_are_written_with_their_unit(value, unit, words):
    assert amount_words(Decimal(value), unit) == words


@given(st.decimals(min_value="1e-6", max_value=10**15, places=6))
def test_every_answer_that_the_door_lets_in_can_be_written(value):
    assert amount_words(value, "number")


def test_the_nearest_guess_is_nearest_as_a_ratio():
    guesses = [Decimal(n) for n in (8, 20, 100, 1000)]
    assert nearest(guesses, Decimal("97.5")) == 100
    assert nearest([Decimal(1), Decimal(10)], Decimal(4)) == 10  # 2.5 times against 4 times


@given(st.lists(money, min_size=1, max_size=5, unique=True), money)
def test_a_guess_that_is_the_answer_is_the_nearest(guesses, answer):
    assert nearest([*guesses, answer], answer) == answer


def test_round_dollars_are_written_short():
    assert amount_words(Decimal(1000), "usd") == "$1,000"
    assert amount_words(Decimal("97.5"), "usd") == "$97.50"
    assert amount_words(Decimal(17), "times") == "17×"


def test_the_same_picture_is_dearer_on_the_cheaper_model():
    mini, large = pictured(MODELS, DAY, ("mini", "large"), 1024, 1024)
    # OpenAI's guide: 765 tokens on GPT-4o; GPT-4o mini 2833 + 4 x 5667
    assert (mini.tokens, large.tokens) == (25_501, 765)
    assert mini.amount == Decimal("0.00382515")
    assert large.amount == Decimal("0.0019125")
    assert surprise([mini, large]) == (
        "Surprise: a token is cheaper on Mini, but the same picture becomes 33× as many tokens. "
        "So it costs more there than on Large: 2× as much."
    )


def test_one_model_alone_is_no_surprise():
    assert surprise(pictured(MODELS, DAY, ("mini",), 1024, 1024)) is None


def test_a_model_without_image_tokens_is_refused_with_a_sentence():
    with pytest.raises(PriceUnknown, match="no source says how Blind counts a picture"):
        pictured(MODELS, DAY, ("mini", "blind"), 10, 10)


def test_an_unknown_model_is_named():
    with pytest.raises(ModelUnknown, match="larg"):
        priced(MODELS, DAY, ("larg",), QUESTION, 1)
