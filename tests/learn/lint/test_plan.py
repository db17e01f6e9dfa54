"""L22, L23, L26, L27 and L30: does the bank as a whole measure what it should?"""

import pytest

from tests.learn.lint.builders import boolean, findings, item, levels, options, words_of

ANSWERS = (
    "Begin small and check",
    "Ask a librarian",
    "Count the letters",
    "Wait for the reply",
    "Split the file",
    "Read the limit",
    "Look at the date",
    "Send a picture",
    "Close the door",
    "Turn the page",
)


def answered(*texts):
    """A bank whose keys are these texts."""
    return [
        item(f"item-{n:03}", options=options(text, f"Other {n}", f"Third {n}"))
        for n, text in enumerate(texts)
    ]


def test_l22_four_of_ten_keys_say_the_same():
    same = ["Begin small and check it", "Check small, to begin", "Begin small, then check"]
    assert levels(*answered(*same, *ANSWERS[:7]), rule="L22") == ["W"]
    assert levels(*answered(*same[:2], *ANSWERS[:8]), rule="L22") == []


def test_l22_a_few_items_repeat_by_chance():
    assert levels(*answered(*["Begin small and check it"] * 4), rule="L22") == []


def test_l22_the_same_answer_shares_three_words_of_five():
    rest = ANSWERS[1:4]
    # {begin, small, sample, check} and {begin, small, sample, letter}: 3 of 5 = 0.6
    near = ("Begin small, check a sample", "Begin small: a sample letter")
    # {begin, small, sample} and {begin, small, letter}: 2 of 4
    far = ("Begin: a small sample", "Begin: a small letter")
    assert levels(*answered(*near, *rest), rule="L22") == ["W"]
    assert levels(*answered(*far, *rest), rule="L22") == []


CHEAP = ("The lower price", "It is cheap", "The cost is small", "It costs less", "The cheaper one")


def test_l22_keys_that_say_the_same_in_other_words():
    (told,) = findings(*answered(*CHEAP), rule="L22")
    assert told.why.startswith("5 of 5 keys say `cheap` or a word like it")
    # 3 of 7 are 43 %, 3 of 8 are 38 %
    assert levels(*answered(*CHEAP[:3], *ANSWERS[1:5]), rule="L22") == ["W"]
    assert levels(*answered(*CHEAP[:3], *ANSWERS[1:6]), rule="L22") == []


def test_l22_a_word_that_distractors_say_as_often_may_repeat():
    bank = [
        item(f"item-{n:03}", options=options(text, f"A cheap no {n}", f"The low price {n}"))
        for n, text in enumerate(CHEAP)
    ]
    assert levels(*bank, rule="L22") == []


def test_l22_true_and_false_may_repeat():
    assert levels(*(boolean(f"item-{n:03}") for n in range(6)), rule="L22") == []


@pytest.mark.parametrize(("times", "said"), [(11, []), (12, ["W"])])
def test_l22_a_word_of_many_distractors_should_stand_in_a_key_too(times, said):
    # of three options two are wrong: (2/3) ** 11 = 0.0116, (2/3) ** 12 = 0.0077
    bank = [
        item(
            f"item-{n:03}", options=options(text, f"Price {n}" if n < times else f"Other {n}", "X")
        )
        for n, text in enumerate((*ANSWERS, "Ring the bell", "Open a box", "Feed a cat"))
    ]
    found = findings(*bank, rule="L22")
    assert [each.level for each in found if "'price'" in each.why] == said


def test_l23_a_key_that_stands_in_another_stem():
    asks = item("asks-001", options=options("The context window", "The price", "The queue"))
    gives = item("gives-001", stem="What happens when the context window is full of old replies?")
    assert levels(asks, item("other-001"), rule="L23") == []
    assert "gives-001" in words_of(asks, gives, rule="L23")
    assert [each.item_id for each in findings(asks, gives, rule="L23")] == ["asks-001"]


def test_l23_a_key_that_another_item_explains():
    asks = item("asks-001", options=options("A full context window", "The price", "The queue"))
    gives = item("gives-001", explanation="It is the context window that is full. So cut it.")
    assert [each.item_id for each in findings(asks, gives, rule="L23")] == ["asks-001"]


def test_l23_an_explanation_may_name_a_term():
    asks = item("asks-001", options=options("The context window", "The price", "The queue"))
    names = item("names-001", explanation="It is the context window that is full. So cut it.")
    assert levels(asks, names, rule="L23") == []


def test_l23_items_that_are_never_drawn_together_give_nothing_away():
    sound = {"options": options("The context window", "The price", "The queue")}
    gives = item("gives-001", stem="What happens when the context window is full of old replies?")
    assert levels(item("asks-001", excludes=("gives-001",), **sound), gives, rule="L23") == []
    by_the_other = gives.model_copy(update={"excludes": ("asks-001",)})
    assert levels(item("asks-001", **sound), by_the_other, rule="L23") == []


def test_l23_two_stems_that_give_a_key_away_are_told_at_once():
    asks = item("asks-001", options=options("The context window", "The price", "The queue"))
    stem = "What happens when the context window is full of old replies?"
    told = findings(asks, item("one-001", stem=stem), item("two-001", stem=stem), rule="L23")
    assert ["one-001 and two-001" in each.why for each in told] == [True]


def test_l23_the_same_words_in_another_order():
    asks = item("asks-001", options=options("Window of the context", "The price", "The queue"))
    # {window, context} of {full, context, window}: 2 of 3 = 0.67
    near = item("gives-001", stem="Is the context window full? Say what you do.")
    # {window, context} of {context, window, model, chat}: 2 of 4
    far = item("gives-001", stem="Has the chat model of the context a window?")
    assert levels(asks, near, rule="L23") == ["W"]
    assert levels(asks, far, rule="L23") == []


def test_l23_three_words_of_five_are_enough():
    asks = item("asks-001", options=options("Window for model context", "The price", "The queue"))
    gives = item("gives-001", stem="Model, context, window, reply, chat: what is full?")
    # {window, model, context} of {model, context, window, reply, chat}: 3 of 5
    assert [each.item_id for each in findings(asks, gives, rule="L23")] == ["asks-001"]


def test_l23_a_single_word_gives_nothing_away():
    asks = item("asks-001", options=options("Latency", "Price", "Queue"))
    gives = item("gives-001", stem="Why is latency high in the evening?")
    assert levels(asks, gives, rule="L23") == []


def bank(count, **changed):
    return [item(f"item-{n:03}", **changed) for n in range(count)]


def test_l26_a_skill_with_one_item():
    assert "cost has one item" in words_of(*bank(2), item("cost-001", skill="cost"), rule="L26")
    assert levels(*bank(2), rule="L26") == []


@pytest.mark.parametrize(("recall", "said"), [(4, []), (5, ["W"])])
def test_l26_four_of_ten_items_may_ask_to_remember(recall, said):
    items = bank(10)
    items = [each.model_copy(update={"bloom": "remember"}) for each in items[:recall]] + items[
        recall:
    ]
    assert levels(*items, rule="L26") == said


def test_l26_items_before_the_lesson_do_not_count():
    assert "one item" in words_of(*bank(1), item("before-001", type="pretest"), rule="L26")


def test_l27_a_bank_of_one_difficulty():
    assert levels(*bank(5), rule="L27") == ["W"]
    assert levels(*bank(4), rule="L27") == []
    assert levels(*bank(4), item("hard-001", difficulty=5), rule="L27") == []


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("Who was the first to build a model?", ["I"]),
        ("When was the model released?", ["I"]),
        ("In which year did the model come?", ["I"]),
        ("When is a small model enough?", []),
        ("Who should check the sample, and why?", []),
        ("Which model is enough for ten labels?", []),
    ],
)
def test_l30_names_and_years_are_trivia(stem, said):
    assert levels(item(stem=stem), rule="L30") == said


@pytest.mark.parametrize(("twos", "count", "said"), [(2, 10, []), (4, 20, []), (5, 20, ["I"])])
def test_l30_a_fifth_of_the_bank_may_be_true_or_false(twos, count, said):
    mixed = [*bank(count - twos), *(boolean(f"two-{n:03}") for n in range(twos))]
    assert levels(*mixed, rule="L30") == said
