"""Where nothing that lasts fits: what to change, and what is never first."""

from datetime import date

from sizewise.sizing.choose.choose import choose, ways_out
from tests.sizing.choose.builders import (
    ALL,
    BIG,
    DIFFICULTY,
    VOLUME,
    budgets,
    ending,
    first,
    names,
    need,
    option,
    question,
    table,
    weight,
)
from tests.sizing.models import DAY, catalogue


def ways(answers, decisions, models=ALL, day=DAY):
    return [
        ([(each.id, choice and choice.id) for each, choice in way.changes], way.fitting)
        for way in ways_out(answers, decisions, models, day)
    ]


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
