from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from sizewise.sizing.catalogue.catalog import Lifecycle, Limits
from sizewise.sizing.catalogue.hardware import Hardware
from sizewise.sizing.catalogue.source import Source
from sizewise.sizing.choose.choose import AnswerUnknown, choose, left_out, ways_out
from sizewise.sizing.choose.decision import (
    DecisionOption,
    DecisionQuestion,
    DecisionTable,
    Need,
    Sizes,
    Weight,
)
from sizewise.sizing.choose.fit import Reason
from tests.sizing.models import (
    DAY,
    GPT_4O_MINI_TILES,
    GPT_4O_TILES,
    LARGE,
    MINI,
    catalogue,
    long_context,
    price,
    profile,
)

ROOMY = Limits(context_window=128_000, checked_on=DAY)


def model(model_id, rates, **more):
    return profile(model_id, rates, **({"limits": ROOMY} | more))


SMALL = model("small-one", MINI)
BIG = model("big-one", LARGE, size="large")
THINKER = model("thinker", price(1, 4), size="medium", thinking="on-by-default")
EYES = model("eyes", LARGE, inputs=("text", "image"), image_tokens=GPT_4O_TILES)
ALL = catalogue(SMALL, BIG, THINKER)


def weight(trait, points, because="it helps"):
    return Weight(trait=trait, points=Decimal(points), because=because)


def need(trait, because="it is needed"):
    return Need(trait=trait, because=because)


def option(option_id, **more):
    return DecisionOption(id=option_id, text=option_id.title(), **more)


def question(question_id, *options):
    return DecisionQuestion(id=question_id, topic=question_id.title(), ask="Well?", options=options)


def table(*questions, **more):
    start = Sizes(calls_per_day=100, input=1000, answer=100)
    return DecisionTable(questions=questions or (VOLUME,), start=start, **more)


VOLUME = question("volume", option("few"), option("many", sizes=Sizes(calls_per_day=10_000)))
DIFFICULTY = question(
    "difficulty",
    option("simple", weights=(weight("small", 3, "A simple job fits a small model."),)),
    option(
        "hard",
        weights=(weight("reasoning", 5, "It thinks before it answers."), weight("small", -1)),
        sizes=Sizes(reasoning=2000),
    ),
)
PRIVACY = question(
    "privacy", option("none"), option("own", needs=(need("open-weights", "It cannot run here."),))
)


def names(answers, decisions, models=ALL, day=DAY):
    return [each.profile.id for each in choose(answers, decisions, models, day)]


def first(answers, decisions, models=ALL):
    return choose(answers, decisions, models, DAY)[0]


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


def life(**days):
    return Lifecycle(**({"released": date(2024, 1, 1), "checked_on": DAY} | days))


def ending(name, day, rates=MINI):
    return model(name, rates, lifecycle=life(shutdown=day))


def test_a_model_that_ends_within_90_days_comes_after_all_that_last_longer():
    soon = ending("soon", date(2027, 2, 19))  # 90 days after
    later = ending("later", date(2027, 2, 20))
    models = catalogue(soon, later, BIG)
    ranked = choose({}, table(weights=(weight("small", 5),)), models, DAY)
    assert [(each.profile.id, each.ends_soon) for each in ranked] == [
        ("later", False),
        ("big-one", False),
        ("soon", True),
    ]


def test_where_all_that_fit_end_soon_the_ways_out_count_those_that_last():
    models = catalogue(ending("soon", date(2026, 12, 11)), BIG)
    decisions = table(budgets("1", "1000"))
    assert names({"budget": "cents-100"}, decisions, models) == ["soon"]
    assert ways({"budget": "cents-100"}, decisions, models) == [([("budget", "cents-100000")], 1)]


def test_no_other_answer_is_said_to_bring_first_what_ends_soon():
    models = catalogue(ending("soon", date(2026, 12, 11)), BIG)
    assert first({}, table(DIFFICULTY), models).changes == ()


def test_thinking_that_must_be_asked_for_is_left_out_of_the_bill_and_told():
    asked = model("asked", price(1, 4), thinking="off-by-default")
    (found,) = choose({"difficulty": "hard"}, table(DIFFICULTY), catalogue(asked), DAY)
    assert (found.plan.reasoning, found.could_think) == (0, True)
    unasked = model("unasked", price(1, 4), thinking="on-by-default")
    (found,) = choose({"difficulty": "hard"}, table(DIFFICULTY), catalogue(unasked), DAY)
    assert (found.plan.reasoning, found.could_think) == (2000, False)


SOURCE = Source(title="A card", url="https://example.org/card", checked_on=DAY)


def weights_of(name, parameters, **more):
    hardware = Hardware(parameters=Decimal(parameters), source=SOURCE)
    return model(name, MINI, open_weights=True, hardware=hardware, **more)


OWN = question(
    "privacy",
    option("none"),
    option(
        "own",
        own_machines=True,
        needs=(need("open-weights"),),
        weights=(weight("needs-laptop", 6), weight("needs-rack", -8)),
    ),
)


def test_on_own_machines_the_smallest_machine_comes_first_whatever_hosts_ask():
    small = weights_of("eight", 8, lifecycle=life(shutdown=date(2026, 8, 16)))
    dear = weights_of("twenty", 20)
    rack = weights_of("huge", 1600)
    ranked = choose({"privacy": "own"}, table(OWN), catalogue(rack, dear, small), DAY)
    assert [each.profile.id for each in ranked] == ["eight", "twenty", "huge"]
    assert [each.points for each in ranked] == [6, 6, -8]
    assert {each.per_month for each in ranked} == {None}


def test_on_own_machines_neither_a_host_s_end_nor_its_price_counts():
    always = (weight("no-shutdown-announced", 2), weight("batch-price", 3))
    money = budgets("0.1", "1")
    decisions = table(OWN, money, weights=always)
    answers = {"privacy": "own", "budget": "cents-10"}
    unpriced = weights_of("unpriced", 8)
    assert names(answers, decisions, catalogue(unpriced.model_copy(update={"prices": ()}))) == [
        "unpriced"
    ]
    (found,) = choose(answers, decisions, catalogue(unpriced), DAY)
    assert [reason.points for reason in found.reasons] == [6]


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


def ways(answers, decisions, models=ALL, day=DAY):
    return [
        ([(each.id, choice and choice.id) for each, choice in way.changes], way.fitting)
        for way in ways_out(answers, decisions, models, day)
    ]


def budgets(*amounts):
    options = [
        option(
            f"cents-{int(Decimal(amount) * 100)}",
            needs=(need("within-budget", "It costs too much."),),
            sizes=Sizes(budget_per_month=Decimal(amount)),
        )
        for amount in amounts
    ]
    return question("budget", *options)


def test_where_nothing_fits_the_nearest_answer_that_helps_is_told_with_how_many():
    decisions = table(budgets("0.1", "0.2", "1", "20"), VOLUME)
    assert choose({"budget": "cents-10"}, decisions, ALL, DAY) == ()
    assert ways({"budget": "cents-10"}, decisions) == [([("budget", "cents-100")], 1)]


def test_each_answer_that_could_change_alone_is_a_way_out():
    decisions = table(budgets("1", "100"), VOLUME)
    stuck = {"budget": "cents-100", "volume": "many"}
    assert choose(stuck, decisions, ALL, DAY) == ()
    # Small one: 63 dollars; a thinker: 420. Few calls: 0.63 dollars.
    assert ways(stuck, decisions) == [
        ([("budget", "cents-10000")], 1),
        ([("volume", "few")], 1),
    ]


def test_where_no_single_answer_helps_the_fewest_to_leave_open_are_told():
    sound = question(
        "sound",
        option("speech", needs=(need("reads-audio"),)),
        option("music", needs=(need("reads-audio"),)),
    )
    paper = question(
        "paper", option("a4", needs=(need("reads-pdf"),)), option("a3", needs=(need("reads-pdf"),))
    )
    decisions = table(sound, paper)
    stuck = {"sound": "speech", "paper": "a4"}
    assert ways(stuck, decisions) == [([("sound", None), ("paper", None)], 3)]


def test_there_is_no_way_out_of_an_empty_catalogue():
    assert ways({"volume": "few"}, table(VOLUME), catalogue()) == []


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
