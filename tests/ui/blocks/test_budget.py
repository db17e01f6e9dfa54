"""The budget plan: what its numbers mean, on screen and on paper."""

from decimal import Decimal

import pytest

from sizewise.learn.lesson.blocks.budget_plan import BudgetPlan, PlanEvent
from sizewise.ui.blocks.kinds.budget_plan.paper import GAP, paper_csv, paper_markdown, paper_of
from sizewise.ui.blocks.kinds.budget_plan.saying import (
    budget_verdict,
    month_lines,
    proof_verdict,
    size_words,
    strike_verdict,
)
from sizewise.ui.blocks.kinds.budget_plan.sketch import (
    Evidence,
    Numbers,
    PlanWords,
    most_photo_tokens,
    photo_tokens,
    sketch,
    strike,
)
from sizewise.ui.blocks.kinds.budget_plan.steps import TITLES
from tests.sizing.models import DAY, GPT_4O_MINI_TILES, GPT_4O_TILES, MINI, catalogue, profile
from tests.ui.blocks.test_drawing import BUDGET, drawn, html

BLOCK = BudgetPlan(**BUDGET)
SEES = profile("sees", MINI, image_tokens=GPT_4O_MINI_TILES)
BLIND = profile("blind", MINI)
RISE = PlanEvent(name="A rise", price_times=Decimal("1.5"), lesson="Look.")
SILENCE = PlanEvent(name="Silence", hours_out=6, lesson="Look.")
FLOOD = PlanEvent(name="A flood", photos_times=Decimal(10), lesson="Look.")


def made(model=SEES, budget="5", photos=10, reserve=20):
    """100 pupils x 3 questions x 20 days: 6,000 questions cost $1.17, 600 photos $2.29509."""
    tokens = photo_tokens(model, BLOCK) or 25_501
    numbers = Numbers(100, Decimal(3), 20, photos, reserve, Decimal(budget), tokens)
    return sketch(BLOCK, model, DAY, numbers)


def struck(event, **changes):
    plan = made(**changes)
    verdict = strike_verdict(plan, strike(plan, [event]))
    return f"{verdict.word} {verdict.said}"


def test_the_bill_is_told_line_by_line_with_its_sums():
    assert list(month_lines(made())) == [
        ("Questions", "6,000 × $0.000195", "$1.17"),
        ("Photos", "600 × $0.00382515, 25,501 tokens each", "$2.30"),
        ("Reserve", "20% of $3.46509, for a worse month", "$0.693"),
    ]
    assert size_words(made()) == "100 pupils × 3 questions × 20 school days = 6,000 questions"


def test_no_photos_and_no_reserve_have_no_line():
    assert [what for what, _, _ in month_lines(made(photos=0, reserve=0))] == ["Questions"]


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        ("5", "It fits. The bill and the reserve leave $0.842 of $5.00."),
        ("4", "Too close. The bill alone fits; with the reserve $0.158 are missing each month."),
        ("3", "Too much. With the reserve, $1.16 are missing each month."),
    ],
)
def test_the_budget_is_held_against_bill_and_reserve(budget, words):
    verdict = budget_verdict(made(budget=budget))
    assert f"{verdict.word} {verdict.said}" == words


def test_a_photo_that_nobody_counts_is_called_an_assumption():
    lines = {what: how for what, how, _ in month_lines(made(BLIND))}
    assert lines["Photos"].endswith("25,501 tokens each, assumed")
    assert struck(FLOOD, model=BLIND, budget="50").endswith("measure ten real ones first.")
    assert "measure" not in struck(FLOOD, budget="50")


def test_an_assumption_begins_with_the_most_that_any_model_makes_of_the_photo():
    models = catalogue(BLIND, SEES, profile("large", MINI, image_tokens=GPT_4O_TILES))
    assert most_photo_tokens(models, BLOCK) == 25_501  # 2833 + 4 x 5667, against 85 + 4 x 170
    assert most_photo_tokens(catalogue(BLIND), BLOCK) == 0


def test_a_reserve_pays_for_a_small_rise():
    small = PlanEvent(name="A bit", price_times=Decimal("1.1"), lesson="Look.")
    assert struck(small) == (
        "The budget holds. A month then costs $3.81 instead of $3.47. Your reserve pays for it."
    )


def test_a_larger_rise_may_still_fit_or_break_the_budget():
    assert "more than your reserve, and still within the budget" in struck(RISE, budget="6")
    # 3.46509 x 1.5 = 5.197635, and 5 are there
    assert struck(RISE) == (
        "The budget breaks. A month then costs $5.20 instead of $3.47. $0.198 are missing each "
        "month."
    )


def test_a_silent_model_costs_no_money_but_answers():
    assert struck(SILENCE) == (
        "No answers for a while. No answer for 6 hours: at worst that is a school day with "
        "300 questions."
    )


def test_a_cheaper_month_is_said_to_be_cheaper():
    fall = PlanEvent(name="A fall", price_times=Decimal("0.5"), lesson="Look.")
    assert "That is less than before." in struck(fall)


@pytest.mark.parametrize(
    ("test", "words"),
    [
        (Evidence(), "No proof yet."),
        # Wilson: 79 of 80 lie between 0.933 and 0.998; 14 of 20 between 0.481 and 0.855
        (
            Evidence(79, 80, 85),
            "Above your bar. 79 of 80 are right, 99%. The true share very likely lies ",
        ),
        (
            Evidence(14, 20, 85),
            "Not proven. 14 of 20 are right, 70%. The true share very likely lies ",
        ),
        (Evidence(14, 20, 90), "Too weak. 14 of 20 are right, 70%."),
        (Evidence(5, 3, 85), "Look again. 5 right of 3 cannot be."),
    ],
)
def test_a_test_proves_only_what_its_interval_allows(test, words):
    verdict = proof_verdict(test)
    assert f"{verdict.word} {verdict.said}".startswith(words)


def test_the_paper_holds_every_part_and_names_what_is_missing():
    paper = paper_of(BLOCK, made(), Evidence(), PlanWords("Ms Reyes", ""))
    assert [section.title for section in paper.sections] == [
        "The choice",
        "The cost",
        "The proof",
        "What may happen",
        "Who and what then",
    ]
    assert dict(paper.sections[-1].rows) == {"Responsible": "Ms Reyes", "Plan B": GAP}
    assert paper.source == "a test, checked on 2026-11-21"


def test_what_is_taken_along_means_nothing_to_markdown_and_no_formula_to_a_spreadsheet():
    paper = paper_of(BLOCK, made(), Evidence(), PlanWords("*me*", "=1+1"))
    assert r"- **Responsible**: \*me\*" in paper_markdown(paper, DAY)
    assert "Who and what then,Plan B,'=1+1" in paper_csv(paper, DAY)


def field(app, label):
    fields = [*app.number_input, *app.text_input, *app.toggle]
    return next(each for each in fields if label in each.label)


def test_the_plan_follows_the_fields():
    app = drawn(BUDGET)
    field(app, "Pupils").set_value(200).run()
    assert "200 pupils × 3 questions × 20 school days = 12,000 questions" in html(app)


def test_events_strike_one_by_one_and_together():
    app = drawn(BUDGET)
    assert "A good plan says" not in html(app)
    field(app, "The price doubles").set_value(True).run()
    assert "Name a price." in html(app)
    assert "in one month</h4>" not in html(app)
    field(app, "A silent day").set_value(True).run()
    assert "All 2 in one month" in html(app)


def test_the_events_quote_the_learners_own_plan_b():
    app = drawn(BUDGET)
    field(app, "The price doubles").set_value(True).run()
    assert "nothing yet. Write your plan B in step 5." in html(app)
    field(app, "Plan B").set_value("We <b>switch</b>.").run()
    assert "“We &lt;b&gt;switch&lt;/b&gt;.”" in html(app)
    assert "<td>We &lt;b&gt;switch&lt;/b&gt;.</td>" in html(app)


def test_evidence_is_asked_for_and_judged():
    app = drawn(BUDGET)
    field(app, "Answers tested").set_value(80).run()
    field(app, "Right answers").set_value(79).run()
    assert "Above your bar." in html(app)


def test_an_assumption_is_asked_for_only_where_no_source_says():
    app = drawn(BUDGET)
    assert not [each for each in app.number_input if "assumption" in each.label]
    app.selectbox[0].set_value("mistral-small-2603").run()
    assert field(app, "your assumption").value >= 25_501
    assert "no source says" in html(app)


def press(app, label):
    next(each for each in app.button if each.label == label).click().run()


def test_one_turns_from_step_to_step_and_what_was_entered_stays():
    app = drawn(BUDGET)
    assert "Back a step" not in [each.label for each in app.button]
    field(app, "Pupils").set_value(200).run()
    for title in TITLES[1:]:
        press(app, title)
    press(app, "Back a step")
    assert field(app, "Pupils").value == 200
    press(app, TITLES[-1])
    assert "200 pupils × 3 questions" in html(app)
    assert [each.label for each in app.button] == ["Back a step"]
