"""Missions: each answer follows from the catalogue, each known slip is named."""

from datetime import date
from decimal import Decimal

import pytest

from sizewise.sizing.catalogue.catalog import RateLimit
from sizewise.sizing.catalogue.lifecycle import Lifecycle
from sizewise.sizing.catalogue.source import Source
from sizewise.sizing.missions.candidates import Unsolvable
from sizewise.sizing.missions.mission import Mission
from sizewise.sizing.missions.solve import solve
from sizewise.sizing.missions.solve_report import claims
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

TIER = RateLimit(
    tier="Tier 1",
    requests_per_minute=500,
    tokens_per_minute=200_000,
    requests_per_day=10_000,
    source=Source(title="A page", url="https://example.org", checked_on=DAY),
)
ENDS = Lifecycle(released=date(2024, 7, 18), shutdown=date(2027, 1, 14), checked_on=DAY)
MODELS = catalogue(
    profile("mini", MINI, image_tokens=GPT_4O_MINI_TILES, rate_limits=(TIER,), lifecycle=ENDS),
    profile("large", LARGE, image_tokens=GPT_4O_TILES),
    profile("scarce", MINI, rate_limits=(TIER.model_copy(update={"tokens_per_day": 120_000}),)),
    profile("newer", price("0.10", "0.50")),
    profile("free", price(0, 0)),
    profile("unpriced"),
)
CALL = {"input": 800, "output": 200}


def mission(**check):
    return Mission(
        id="a-mission",
        title="A mission",
        place=1,
        minutes=3,
        story="A story.",
        task="A task.",
        check=check,
        hints=("A hint.",),
        lesson="A lesson.",
        opens={"view": "plan"},
    )


def solved(**check):
    return solve(mission(**check), MODELS, DAY)


def keys(found):
    return [each.id for each in found.candidates if each.right]


def slip(found, near):
    """What is said of the known slip nearest to a number."""
    return min(found.slips, key=lambda each: abs(each.value - near)).why


def test_models_within_a_budget_are_those_whose_job_costs_no_more():
    found = solved(
        kind="within-budget",
        models=("mini", "large", "newer"),
        call={"input": 90, "output": 4},
        calls=50_000,
        at_most=Decimal("0.795"),
    )
    # mini: 4.5 million x 0.15 + 0.2 million x 0.60 = 0.675 + 0.12, the budget to the cent
    assert keys(found) == ["mini", "newer"]
    assert "$13.25 for the job" in found.candidates[1].why  # 11.25 + 2


def test_a_model_that_ends_on_the_day_does_not_answer_on_it():
    def there(day):
        return keys(solved(kind="still-there", models=("mini", "large", "newer"), until=day))

    assert there(date(2027, 1, 14)) == ["large", "newer"]
    with pytest.raises(Unsolvable, match="all options"):
        there(date(2027, 1, 13))


def test_a_day_that_has_come_is_no_mission():
    with pytest.raises(Unsolvable, match="choose a later one"):
        solved(kind="still-there", models=("mini", "large", "newer"), until=DAY)


def row(name, claimed, **more):
    call = {"input": 1200, "output": 300}
    return {"id": name, "model": "mini", "call": call, "calls": 1000, "claimed": claimed, **more}


def report(*rows):
    return mission(kind="impossible-rows", rows=rows)


def test_a_cost_between_the_best_case_and_the_list_price_is_possible():
    found = solve(
        report(
            row("a", "list-price"),
            row("b", "as-a-batch"),
            row("c", "half-from-a-cache"),
            row("d", "rates-swapped"),
        ),
        MODELS,
        DAY,
    )
    assert keys(found) == ["d"]
    # list: 1.2 x 0.15 + 0.3 x 0.60 = 0.36; best: 1.2 x 0.075 + 0.3 x 0.30 = 0.18
    # swapped: 1.2 x 0.60 + 0.3 x 0.15 = 0.765
    assert "between $0.18 and $0.36, and the table says $0.765" in found.candidates[3].why


@pytest.mark.parametrize(
    ("claimed", "cost"),
    [
        ("answers-forgotten", "0.18"),
        ("a-thousand-for-a-million", "360"),
        ("one-call-forgotten-the-rest", "0.00036"),
        ("half-from-a-cache", "0.315"),  # 0.6 x 0.15 + 0.6 x 0.075 + 0.18
    ],
)
def test_each_claim_comes_about_as_it_says(claimed, cost):
    check = report(row("a", claimed), row("b", "list-price"), row("c", "rates-swapped")).check
    assert claims(check, MODELS, DAY)[0].claimed == Decimal(cost)


def test_a_table_without_a_mistake_is_no_mission():
    with pytest.raises(Unsolvable, match="change the numbers"):
        solve(report(*(row(name, "list-price") for name in "abc")), MODELS, DAY)


def test_a_photo_costs_twice_as_much_on_the_small_model():
    found = solved(kind="picture-times", model="mini", versus="large", width=1024, height=1024)
    # 25,501 x 0.15 against 765 x 2.50
    assert found.value == Decimal("3825.15") / Decimal("1912.5")
    assert "compares the tokens" in slip(found, Decimal("33.3"))
    assert "other way round" in slip(found, Decimal("0.5"))


def test_a_model_without_a_rule_for_pictures_cannot_be_asked():
    with pytest.raises(Unsolvable, match="image tokens"):
        solved(kind="picture-times", model="newer", versus="large", width=9, height=9)


def test_thinking_has_as_much_room_as_the_cheaper_call_leaves():
    found = solved(kind="thinking-room", model="newer", versus="mini", call=CALL)
    # mini 0.00024, newer 0.00018; 0.00006 buys 120 tokens at 0.50 a million
    assert found.value == 120
    assert "billed as output" in slip(found, Decimal(600))


def test_a_model_that_is_dearer_already_has_no_room_to_think():
    with pytest.raises(Unsolvable, match="not the cheaper one"):
        solved(kind="thinking-room", model="large", versus="mini", call=CALL)


def test_the_turn_of_a_chat_is_exact():
    found = solved(kind="history-turn", model="mini", opening=50, question=100, answer=300)
    assert found.value == 5  # 4 x 400 x 0.15 = 240, more than 300 x 0.60 = 180
    assert "or the answer still more" in slip(found, Decimal(4))
    assert "one turn earlier" in slip(found, Decimal(6))


def test_teaching_pays_once_the_savings_reach_what_was_paid():
    found = solved(
        kind="pays-after", model="large", taught="mini", call={"input": 900, "output": 60},
        taught_input=200, examples=100, quote=Decimal(5),
    )  # fmt: skip
    # large 0.00285, mini 0.00003 + 0.000036 = 0.000066; once 0.285 + 5; 5.285 / 0.002784
    assert found.value == 1899  # 1,898.3 rounded up
    assert "examples cost something" in slip(found, Decimal(1796))


def test_the_best_of_three_savings_is_computed():
    found = solved(
        kind="best-saving", model="mini", calls=1000, prefix=0, rest=500, answer=100, per_request=10
    )
    assert keys(found) == ["batch"]  # nothing repeats, so the two others save nothing


def test_a_budget_pays_for_whole_calls():
    found = solved(kind="calls-within", model="mini", call=CALL, budget=Decimal(1))
    assert found.value == 4166  # 1 / 0.00024
    assert "swapped" in slip(found, Decimal(1_960))  # 1 / 0.00051


def test_the_tightest_limit_counts():
    asked = {"kind": "calls-a-day", "model": "mini", "tier": "Tier 1", "hours": 6, "peak": 5}
    found = solved(**asked, call={"input": 1500, "output": 300})
    assert found.value == 8000  # 200,000 / 1,800 x 360 / 5
    assert "mind the peak" in slip(found, Decimal(40_000))
    assert solved(**asked, call={"input": 100, "output": 0}).value == 10_000  # the daily limit
    scarce = asked | {"model": "scarce"}  # 120,000 tokens a day / 1,800 a call
    assert solved(**scarce, call={"input": 1500, "output": 300}).value == 66


@pytest.mark.parametrize(
    ("check", "why"),
    [
        ({"kind": "calls-within", "model": "nobody", "call": CALL, "budget": 1}, "no model"),
        ({"kind": "calls-within", "model": "unpriced", "call": CALL, "budget": 1}, "gives a price"),
        ({"kind": "calls-within", "model": "free", "call": CALL, "budget": 1}, "costs nothing"),
        ({"kind": "history-turn", "model": "free", "opening": 0, "question": 1, "answer": 1},
         "never costs more"),
        ({"kind": "calls-a-day", "model": "large", "tier": "Tier 1", "call": CALL, "hours": 1,
          "peak": 1}, "no limits of Tier 1"),
        ({"kind": "best-saving", "model": "newer", "calls": 1, "prefix": 1, "rest": 1, "answer": 1,
          "per_request": 1}, "no batch price"),
        ({"kind": "pays-after", "model": "mini", "taught": "large", "call": CALL,
          "taught_input": 800, "examples": 1}, "costs no less"),
    ],
)  # fmt: skip
def test_a_mission_without_an_answer_says_why(check, why):
    with pytest.raises(Unsolvable, match=why):
        solved(**check)


def test_the_median_of_an_even_number_of_waits_lies_between_the_middle_two():
    # In order 1, 2, 4, 9: halfway between 2 and 4. The mean is 4.
    found = solved(kind="median-wait", run="a-run", task="a-task", waits=("9", "1", "4", "2"))
    assert (found.value, found.unit) == (3, "seconds")
    assert "mean" in slip(found, 4)


def test_a_run_without_waits_has_no_median():
    with pytest.raises(Unsolvable, match="fewer than three"):
        solved(kind="median-wait", run="a-run", task="a-task", waits=("9", "1"))


def test_a_cascade_beats_the_rules_when_it_is_right_more_often():
    settings = [
        {"threshold": at, "passed": at, "right": right}
        for at, right in ((10, "0.7"), (20, "0.8"), (30, "0.81"))
    ]
    facts = {"run": "a-run", "large_right": 95, "thresholds": (10, 20, 30), "rules": "0.8"}
    found = solved(kind="beats-the-rules", settings=settings, **facts)
    assert keys(found) == ["at-30"]
