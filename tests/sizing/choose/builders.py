"""Small builders: a table of questions, models with room, and what comes of answers."""

from datetime import date
from decimal import Decimal

from sizewise.sizing.catalogue.catalog import Limits
from sizewise.sizing.catalogue.lifecycle import Lifecycle
from sizewise.sizing.choose.choose import choose
from sizewise.sizing.choose.decision import (
    DecisionOption,
    DecisionQuestion,
    DecisionTable,
    Need,
    Sizes,
    Weight,
)
from tests.sizing.models import DAY, GPT_4O_TILES, LARGE, MINI, catalogue, price, profile

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


def life(**days):
    return Lifecycle(**({"released": date(2024, 1, 1), "checked_on": DAY} | days))


def ending(name, day, rates=MINI):
    return model(name, rates, lifecycle=life(shutdown=day))


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
