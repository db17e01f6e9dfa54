from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from sizewise.sizing.catalogue.catalog import Limits
from sizewise.sizing.choose.choose import AnswerUnknown, choose, left_out
from sizewise.sizing.choose.decision import DecisionTable, Sizes
from sizewise.sizing.choose.fit import Reason
from tests.sizing.choose.builders import (
    ALL,
    DIFFICULTY,
    EYES,
    PRIVACY,
    SMALL,
    VOLUME,
    first,
    life,
    model,
    names,
    need,
    option,
    question,
    table,
    weight,
)
from tests.sizing.models import (
    DAY,
    GPT_4O_MINI_TILES,
    GPT_4O_TILES,
    LARGE,
    MINI,
    catalogue,
    long_context,
    price,
)


def test_points_decide_who_comes_first():
    decisions = table(DIFFICULTY)
    assert names({"difficulty": "simple"}, decisions)[0] == "small-one"
    assert names({"difficulty": "hard"}, decisions)[0] == "thinker"


def test_on_equal_points_the_cheaper_one_comes_first():
    assert names({}, table()) == ["small-one", "thinker", "big-one"]


def test_every_point_has_its_reason():
    found = first({"difficulty": "simple"}, table(DIFFICULTY))
    assert found.reasons == (Reason(Decimal(3), "A simple job fits a small model."),)
    assert found.points == 3


def test_what_counts_always_counts_without_an_answer():
    decisions = table(weights=(weight("large", 9),))
    assert names({}, decisions)[0] == "big-one"


def test_the_workload_is_priced():
    # 100 calls x 30 days x 210 millionths; and a hundred times as many.
    assert first({}, table()).per_month == Decimal("0.63")
    assert first({"volume": "many"}, table()).per_month == Decimal("63")


def test_only_a_reasoning_model_pays_for_thoughts():
    answers, decisions = {"difficulty": "hard"}, table(DIFFICULTY)
    spent = {each.profile.id: each.per_month for each in choose(answers, decisions, ALL, DAY)}
    # 1,000 x 1 + 2,100 x 4 = 9,400 millionths, 3,000 times.
    assert spent["thinker"] == Decimal("28.2")
    assert spent["small-one"] == Decimal("0.63")


def test_pictures_cost_what_the_model_s_rule_says():
    photos = question("images", option("none"), option("one", sizes=Sizes(pictures=1)))
    mini = model("mini-eyes", MINI, inputs=("text", "image"), image_tokens=GPT_4O_MINI_TILES)
    found = choose({"images": "one"}, table(photos), catalogue(EYES, mini, SMALL), DAY)
    spent = {each.profile.id: (each.per_month, each.pictures_known) for each in found}
    # (1,765 x 2.50 + 1,000) and (26,501 x 0.15 + 60) millionths, 3,000 times.
    assert spent["eyes"] == (Decimal("16.2375"), True)
    assert spent["mini-eyes"] == (Decimal("12.10545"), True)
    assert spent["small-one"] == (Decimal("0.63"), False)


def test_calls_that_can_wait_use_the_batch_price_where_there_is_one():
    waits = question("latency", option("now"), option("later", sizes=Sizes(batch_share=Decimal(1))))
    spent = {
        each.profile.id: each.per_month
        for each in choose({"latency": "later"}, table(waits), ALL, DAY)
    }
    assert spent["small-one"] == Decimal("0.315")
    assert spent["thinker"] == 3000 * Decimal("0.0014")


def test_a_long_call_has_no_batch_price():
    stepped = price(1, 1, batch_input=1, batch_output=1, long_context=long_context(500, 2, 2))
    waits = question("latency", option("now"), option("later", sizes=Sizes(batch_share=Decimal(1))))
    found = first({"latency": "later"}, table(waits), catalogue(model("stepped", stepped)))
    assert found.plan.batch_share == 0


def test_a_budget_is_a_trait_like_any_other():
    money = question(
        "budget",
        option("free"),
        option(
            "tight",
            needs=(need("within-budget", "It costs too much."),),
            sizes=Sizes(budget_per_month=Decimal("0.63")),
        ),
    )
    assert names({"budget": "free"}, table(money)) == ["small-one", "thinker", "big-one"]
    assert names({"budget": "tight"}, table(money)) == ["small-one"]


def test_a_model_whose_pictures_nobody_can_price_comes_after_those_within_the_budget():
    money = question(
        "budget",
        option(
            "wide",
            needs=(need("within-budget", "It costs too much."),),
            sizes=Sizes(budget_per_month=Decimal(1000), pictures=1),
        ),
        option("open", sizes=Sizes(pictures=1)),
    )
    blind = model("blind", MINI)
    seeing = model("seeing", LARGE, image_tokens=GPT_4O_TILES)
    models, decisions = catalogue(blind, seeing), table(money)
    ranked = choose({"budget": "wide"}, decisions, models, DAY)
    assert [(each.profile.id, each.pictures_known) for each in ranked] == [
        ("seeing", True),
        ("blind", False),
    ]
    assert names({"budget": "open"}, decisions, models) == ["blind", "seeing"]


def test_what_is_known_of_a_bill_is_held_against_the_budget():
    money = question(
        "budget",
        option(
            "tight",
            needs=(need("within-budget", "It costs too much."),),
            sizes=Sizes(budget_per_month=Decimal("0.5"), pictures=1),
        ),
        option("open"),
    )
    # The text alone is 0.63 dollars.
    assert names({"budget": "tight"}, table(money), catalogue(model("blind", MINI))) == []


def test_a_model_without_something_needed_is_left_out_and_told_why():
    open_one = model("open-one", LARGE, open_weights=True)
    models = catalogue(SMALL, open_one)
    answers, decisions = {"privacy": "own"}, table(PRIVACY)
    assert names(answers, decisions, models) == ["open-one"]
    gone = left_out(answers, decisions, models, DAY)
    assert [(each.profile.id, each.because) for each in gone] == [
        ("small-one", "It cannot run here.")
    ]


def test_thinking_that_must_be_asked_for_is_left_out_of_the_bill_and_told():
    asked = model("asked", price(1, 4), thinking="off-by-default")
    (found,) = choose({"difficulty": "hard"}, table(DIFFICULTY), catalogue(asked), DAY)
    assert (found.plan.reasoning, found.could_think) == (0, True)
    unasked = model("unasked", price(1, 4), thinking="on-by-default")
    (found,) = choose({"difficulty": "hard"}, table(DIFFICULTY), catalogue(unasked), DAY)
    assert (found.plan.reasoning, found.could_think) == (2000, False)


@pytest.mark.parametrize(
    ("other", "because"),
    [
        (model("old", MINI, lifecycle=life(shutdown=DAY)), "It is shut down."),
        (model("new", MINI, lifecycle=life(released=date(2027, 1, 1))), "It is not open yet."),
        (
            model("unpriced", price(1, 1, starts=date(2027, 1, 1))),
            "No price is known for that day.",
        ),
        (
            model("narrow", MINI, limits=Limits(context_window=1099, checked_on=DAY)),
            "One call has 1,100 tokens, more than fit in its context window.",
        ),
    ],
    ids=lambda each: getattr(each, "id", ""),
)
def test_a_model_that_cannot_be_used_is_left_out(other, because):
    models = catalogue(SMALL, other)
    assert names({}, table(), models) == ["small-one"]
    assert [each.because for each in left_out({}, table(), models, DAY)] == [because]


def test_nothing_fits_when_nothing_can():
    assert choose({"privacy": "own"}, table(PRIVACY), ALL, DAY) == ()


def test_the_first_model_says_what_would_put_another_first():
    found = first({"difficulty": "simple"}, table(DIFFICULTY, PRIVACY))
    said = [(each.question.id, each.option.id, each.first.id) for each in found.changes]
    assert said == [("difficulty", "hard", "thinker")]


def test_another_model_says_what_would_put_it_first():
    ranked = choose({"difficulty": "simple"}, table(DIFFICULTY), ALL, DAY)
    changes = {each.profile.id: [one.option.id for one in each.changes] for each in ranked}
    assert changes == {"small-one": ["hard"], "thinker": ["hard"], "big-one": []}


@pytest.mark.parametrize("answers", [{"mood": "good"}, {"difficulty": "impossible"}])
def test_an_answer_that_the_table_does_not_have_is_refused(answers):
    with pytest.raises(AnswerUnknown):
        choose(answers, table(DIFFICULTY), ALL, DAY)


def test_every_question_may_stay_open():
    assert first({}, table(DIFFICULTY, PRIVACY)).reasons == ()


@pytest.mark.parametrize(
    ("build", "says"),
    [
        (lambda: question("volume", option("few"), option("few")), "option few stands 2 times"),
        (lambda: table(VOLUME, VOLUME), "question volume stands 2 times"),
        (
            lambda: DecisionTable(questions=(VOLUME,), start=Sizes(input=1)),
            "start needs calls_per_day",
        ),
    ],
)
def test_a_table_that_cannot_work_is_refused(build, says):
    with pytest.raises(ValidationError, match=says):
        build()
