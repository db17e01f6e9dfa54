"""L12 to L14 and L18 to L21: do the options give the key away, or themselves?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.lint.rules.quiz.options.plausible import brands
from tests.learn.lint.builders import findings, item, levels, option, options, words_of


def choosing(*texts, **changed):
    return item(options=options(*texts), **changed)


def test_l12_absolute_words_in_distractors_alone():
    assert levels(choosing("Check some", "Always check", "Wait"), rule="L12") == ["W"]
    assert levels(choosing("Check all", "Always check", "Wait"), rule="L12") == []
    assert levels(choosing("Check some", "Check none", "Never check"), rule="L12") == ["W", "W"]


def bank_with_absolutes(in_keys, in_distractors):
    """Ten items with two distractors each."""
    return [
        choosing(
            "Every day" if n < in_keys else "One day",
            "Only now" if n < in_distractors else "Just now",
            "Later on",
            id=f"item-{n:03}",
        )
        for n in range(10)
    ]


def bank_level(bank, rule):
    return [each.level for each in findings(*bank, rule=rule) if each.item_id is None]


def test_l12_three_times_the_share_of_absolutes_in_distractors():
    # distractors 6 of 20 = 30 %, keys 1 of 10 = 10 %: three times; 5 of 20 = 25 % is less
    assert bank_level(bank_with_absolutes(1, 6), "L12") == ["W"]
    assert bank_level(bank_with_absolutes(1, 5), "L12") == []


def test_l12_two_absolute_words_are_no_habit():
    assert bank_level(bank_with_absolutes(0, 2), "L12") == []
    assert bank_level(bank_with_absolutes(0, 3), "L12") == ["W"]


@pytest.mark.parametrize("hedge", ["usually", "may", "often", "most"])
def test_l13_a_hedge_in_the_key_alone(hedge):
    assert levels(choosing(f"It {hedge} helps", "It breaks", "It waits"), rule="L13") == ["W"]
    assert levels(choosing(f"It {hedge} helps", "It may break", "It waits"), rule="L13") == []


@pytest.mark.parametrize(
    "text",
    [
        "All of the above",
        "None of the above",
        "none of these",
        "Both A and B",
        "A and C",
        "Only B and C",
        "Answer B is right",
        "The first option",
    ],
)
def test_l14_options_that_point_at_others(text):
    found = findings(choosing("Begin small", "Begin large", text), rule="L14")
    assert [each.level for each in found if each.place == "options[c]"] == ["E"]


@pytest.mark.parametrize(
    "text", ["Both a small and a large one", "A small one", "Every model above 8 billion", "Plan A"]
)
def test_l14_leaves_plain_words_alone(text):
    assert levels(choosing("Begin small", "Begin large", text), rule="L14") == []


def test_l14_feedback_and_explanation_name_no_letters():
    picks = (*options("Begin small", "Begin large"), option("c", "Wait", feedback="See option B."))
    assert "options[c].feedback" in words_of(item(options=picks), rule="L14")
    told = "The second option is right, since a sample shows what is enough."
    assert "explanation" in words_of(item(explanation=told), rule="L14")
    assert "hints[0]" in words_of(item(hints=("Look at answer C.",)), rule="L14")


@pytest.mark.parametrize(
    "text",
    ["See option a.", "Here answer b is right.", "Options (a) and c do.", "Not choice a or b."],
)
def test_l14_small_letters_point_at_options_too(text):
    assert "explanation" in words_of(item(explanation=text), rule="L14")


@pytest.mark.parametrize(
    "text", ["Name an option a model has.", "It gives an answer a day later.", "That choice costs."]
)
def test_l14_takes_an_article_for_no_letter(text):
    assert (
        levels(item(explanation=f"{text} {'So it is a good start for them.' * 2}"), rule="L14")
        == []
    )


def test_l18_a_word_of_the_stem_sounds_again_in_the_key_alone():
    stem = "A club wants to sort its letters. What is a good start?"
    clang = choosing("Sort ten letters by hand", "Buy a larger plan", "Wait", stem=stem)
    both = choosing("Sort ten letters by hand", "Print every letter", "Wait", stem=stem)
    assert "letter" in words_of(clang, rule="L18")
    assert levels(clang, rule="L18") == ["W"]
    assert levels(both, rule="L18") == []


def test_l18_a_word_sounds_from_five_letters_on():
    stem = "Which bill has a lower price?"
    assert levels(choosing("A bill", "An exam", "A law", stem=stem), rule="L18") == []
    assert levels(choosing("A price", "An exam", "A law", stem=stem), rule="L18") == ["W"]


def test_l18_true_and_false_in_the_stem_are_no_clang():
    asked = choosing("False", "True", stem="True or false: a model keeps what it was told.")
    assert levels(asked.model_copy(update={"type": "boolean"}), rule="L18") == []


def test_l20_options_begin_alike():
    assert levels(choosing("Checking a sample", "Buying more", "Waiting"), rule="L20") == []
    assert levels(choosing("Checking a sample", "To buy more", "Waiting"), rule="L20") == ["W"]
    assert levels(choosing("It checks", "The bill", "It waits"), rule="L20") == ["W"]
    assert levels(choosing("A bill", "The bill", "Bills"), rule="L20") == []


def test_l20_a_string_is_not_a_doing():
    assert levels(choosing("String", "Number", "Table"), rule="L20") == []


def test_l20_options_end_alike():
    assert levels(choosing("Check.", "Buy.", "Wait"), rule="L20") == ["W"]
    assert levels(choosing("Check.", "Buy.", "Wait."), rule="L20") == []


def test_l20_numbers_stand_in_order_where_nothing_is_shuffled():
    mixed, rising = choosing("1,200", "300", "500"), choosing("$3", "$5.50", "$1,200")
    falling = choosing("94%", "12%", "3%")
    assert levels(mixed, rule="L20", shuffle=False) == ["W"]
    assert levels(mixed, rule="L20", shuffle=True) == []
    assert levels(rising, rule="L20", shuffle=False) == []
    assert levels(falling, rule="L20", shuffle=False) == []


def test_l21_nobody_picks_a_joke():
    assert levels(choosing("A small one", "A large one", "A unicorn"), rule="L21") == ["W"]
    assert levels(choosing("A small one", "A large one", "A new one"), rule="L21") == []


def test_l21_no_competitor_as_the_wrong_answer():
    switch = choosing("A small one, tested", "Claude, because it is known", "None yet")
    named = choosing(
        "A small one", "Claude", "None", stem="Is Claude or a small model right for ten labels?"
    )
    assert "Anthropic" in words_of(switch, rule="L21")
    assert levels(switch, rule="L21") == ["W"]
    assert levels(named, rule="L21") == []


def test_l21_a_product_counts_as_its_maker():
    assert brands("ChatGPT or GPT-4o mini") == {"OpenAI"}
    assert brands("a metaphor for a gemini twin") == {"Google"}
    assert brands("a llamafarm and a misgrokking") == frozenset()


@given(st.lists(st.integers(0, 10_000), min_size=3, max_size=6, unique=True))
def test_sorted_numbers_are_always_in_order(values):
    asked = choosing(*(f"{value:,}" for value in sorted(values)))
    assert levels(asked, rule="L20", shuffle=False) == []


def steps(*texts, **changed):
    """Texts in the right order."""
    options_ = tuple(option("abcdef"[n], text) for n, text in enumerate(texts))
    stem = "In which order does a club sort its post?"
    return item("steps-001", type="order", stem=stem, options=options_, **changed)


def pairs(**belongs):
    """What belongs to what; the options are lettered in this order."""
    options_ = tuple(
        option("abcdef"[n], text.replace("_", " "), matches=thing.replace("_", " "))
        for n, (thing, text) in enumerate(belongs.items())
    )
    return item("pairs-001", type="match", stem="Which job has each?", options=options_)


def test_a_step_that_says_its_place_can_be_put_there_unread():
    told = steps("Open the letters", "Then sort them by label", "Answer each pile")
    assert "'Then'" in words_of(told, rule="L19")
    assert findings(steps("Open the letters", "Sort them", "Answer each pile"), rule="L19") == []


def test_a_pair_whose_sides_share_a_word_can_be_matched_unread():
    echo = pairs(Sorting_letters="A small one for letters", Proofs="A large one", Maps="A fast one")
    assert "letters" in " ".join(each.why for each in findings(echo, rule="L18"))
    quiet = pairs(Letters="A small one", Proofs="A large one", Maps="A fast one")
    assert findings(quiet, rule="L18") == []


def test_a_step_or_pair_without_a_reason_is_an_error():
    silent = option("d", "Throw the bins out", feedback=None)
    of = steps("Open the letters", "Sort them", "Answer each pile")
    assert levels(of.model_copy(update={"options": (*of.options, silent)}), rule="L07") == ["E"]
