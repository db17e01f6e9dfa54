"""The real catalogue and the real decision table: complete, and of good counsel."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from sizewise.library.kinds import CHOOSE
from sizewise.sizing.choose.choose import choose, ways_out
from tests.ours import ours

DAY = date(2026, 11, 29)
LIBRARY = ours(DAY)


def model(name):
    return LIBRARY.catalogue.model(name)


def first(**answers):
    usual = {"volume": "some", "difficulty": "page", "latency": "minute"}
    usual |= {"images": "text", "privacy": "anywhere", "budget": "ten"}
    found = choose(usual | answers, LIBRARY.one(CHOOSE), LIBRARY.catalogue, DAY)
    return found[0].profile.file if found else None


def test_the_catalogue_has_at_least_forty_models():
    assert len(LIBRARY.catalogue.profiles) >= 40


@pytest.mark.parametrize("name", LIBRARY.catalogue.profiles)
def test_every_model_says_what_it_is_for_when_to_look_elsewhere_and_what_is_open(name):
    file = model(name).file
    assert file.best_for
    assert file.consider_else
    assert file.open_questions
    assert file.api_name


def test_the_profile_of_gpt_4o_mini_is_complete():
    file = model("gpt-4o-mini").file
    assert (file.limits.context_window, file.limits.max_output) == (128_000, 16_384)
    assert file.lifecycle.released == date(2024, 7, 18)
    assert (file.lifecycle.shutdown, file.lifecycle.replacement) == (
        date(2027, 1, 14),
        "gpt-6-luna",
    )
    assert [(each.name, each.score) for each in file.benchmarks] == [("MMLU", Decimal("82.0"))]
    assert file.image_tokens is not None
    price = model("gpt-4o-mini").price_on(DAY)
    assert (price.input, price.cached_input, price.output) == (
        Decimal("0.15"),
        Decimal("0.075"),
        Decimal("0.6"),
    )


def test_a_price_that_the_list_has_not_learned_yet_holds_from_its_day_on():
    # models.dev pull request 2989: Together had raised it to 1.04 by 2 July 2026.
    llama = model("llama-3.3-70b")
    assert llama.price_on(date(2026, 7, 2)).input == Decimal("1.04")
    assert llama.price_on(date(2026, 7, 1)).input == Decimal("0.88")


def test_a_first_price_ends_on_the_day_that_was_announced():
    carbon = model("gemini-4-carbon")
    assert carbon.price_on(date(2026, 11, 30)).output == 10
    assert carbon.price_on(date(2026, 12, 1)).output == 20


@pytest.mark.parametrize(
    ("name", "training", "rate_in", "rate_out"),
    [
        # OpenAI's price table for fine-tuning.
        ("gpt-4o-mini", "3", "0.30", "1.20"),
        ("gpt-4o", "25", "3.75", "15"),
        ("gpt-4.1-mini", "5", "0.80", "3.20"),
        ("gpt-4.1-nano", "1.5", "0.20", "0.80"),
    ],
)
def test_training_costs_what_the_maker_publishes(name, training, rate_in, rate_out):
    tuned = model(name).file.fine_tuning
    assert (tuned.training, tuned.input, tuned.output) == tuple(
        map(Decimal, (training, rate_in, rate_out))
    )


def test_groq_s_free_plan_lets_through_200_000_tokens_a_day():
    (free,) = model("gpt-oss-120b").file.rate_limits
    assert (free.requests_per_day, free.tokens_per_day) == (1000, 200_000)


@pytest.mark.parametrize("name", ["gpt-4.1", "gpt-4.1-mini", "gpt-4.1-nano"])
def test_the_cut_off_of_gpt_4_1_is_that_of_the_maker_s_page(name):
    assert model(name).file.knowledge_cutoff == "June 1, 2024"


def test_tier_1_lets_gpt_4o_mini_make_500_calls_a_minute():
    tier = model("gpt-4o-mini").file.rate_limits[0]
    assert (tier.tier, tier.requests_per_minute, tier.tokens_per_minute) == ("Tier 1", 500, 200_000)
    assert (tier.requests_per_day, tier.batch_queue_tokens) == (10_000, 2_000_000)


@pytest.mark.parametrize(
    ("name", "before", "after", "step"),
    [
        ("gemini-4-argon", "2", "4", date(2026, 12, 1)),
        ("gemini-3.8-flash", "0.75", "1.5", date(2027, 1, 1)),
        ("mistral-large-4", "1.36", "0.7", date(2026, 10, 29)),
    ],
)
def test_a_price_that_steps_is_known_on_both_sides_of_its_day(name, before, after, step):
    eve = date.fromordinal(step.toordinal() - 1)
    prices = [model(name).price_on(day).input for day in (eve, step)]
    assert prices == [Decimal(before), Decimal(after)]


def test_the_table_asks_six_questions():
    asked = [question.id for question in LIBRARY.one(CHOOSE).questions]
    assert asked == ["volume", "difficulty", "latency", "images", "privacy", "budget"]


def test_a_glance_while_somebody_waits_gets_a_small_model_that_does_not_think():
    offered = first(difficulty="simple", latency="live")
    assert (offered.size, offered.thinking) == ("small", "never")


def test_work_for_specialists_gets_a_large_model_that_thinks():
    offered = first(difficulty="expert", budget="open")
    assert (offered.size, offered.thinking) == ("large", "on-by-default")


def test_machines_of_ones_own_get_open_weights():
    assert first(privacy="own").open_weights


def test_recordings_get_a_model_that_reads_sound():
    assert "audio" in first(images="sound").inputs


def test_a_dollar_does_not_buy_a_book_with_every_call():
    assert first(images="book", budget="coin") is None


DAYS = (
    date(2026, 11, 29),
    date(2026, 12, 12),
    date(2027, 1, 15),
    date(2027, 11, 29),
    date(2028, 11, 29),
)
"""Today, the days after the two known ends of many models, in one year and in two."""


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_budget_with_pictures_finds_a_model_that_lasts_or_says_what_to_change(day):
    table, models = LIBRARY.one(CHOOSE), LIBRARY.catalogue
    for images, budget in product(("one", "several"), ("coin", "ten", "hundred", "thousand")):
        answers = {"volume": "some", "images": images, "budget": budget}
        ranked = choose(answers, table, models, day)
        if not ranked:
            assert ways_out(answers, table, models, day)
            continue
        shutdown = ranked[0].profile.file.lifecycle.shutdown
        assert shutdown is None or shutdown - day > timedelta(days=90)
        assert ranked[0].pictures_known or not any(each.pictures_known for each in ranked)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_model_for_machines_of_one_s_own_runs_on_one_computer(day):
    table = LIBRARY.one(CHOOSE)
    for images in ("text", "one"):
        found = choose({"privacy": "own", "images": images}, table, LIBRARY.catalogue, day)
        hardware = found[0].profile.file.hardware
        assert hardware is not None
        assert hardware.machine in ("laptop", "workstation")


@pytest.mark.parametrize(
    "name", [name for name in LIBRARY.catalogue.profiles if model(name).file.open_weights]
)
def test_open_weights_say_how_large_they_are(name):
    assert model(name).file.hardware is not None
