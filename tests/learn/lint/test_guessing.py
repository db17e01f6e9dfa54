"""L08 to L11: can the key be found without reading the lesson?"""

import random

import pytest

from tests.learn.lint.builders import boolean, findings, item, levels, option, options, words_of

POST = "post label plan sample model bill queue reply token limit price speed draft list"
NOUNS = POST.split()


def padded(length, word):
    return f"{word} ".ljust(length, word[0])


def with_lengths(id, key, *wrong):
    letters = "bcdef"
    rest = [padded(n, letters[place]) for place, n in enumerate(wrong)]
    return item(id, options=options(padded(key, "a"), *rest))


def shuffled_item(place, luck):
    """Options of random words and lengths; the key is any of them."""
    texts = [" ".join(luck.sample(NOUNS, luck.randint(2, 7))) for _ in range(4)]
    stem = f"Which {luck.choice(NOUNS)} fits the {luck.choice(NOUNS)} of item {place}?"
    return item(f"item-{place:03}", stem=stem, options=options(*texts, key=luck.randrange(4)))


def shuffled_bank(seed, count=30):
    luck = random.Random(seed)
    return [shuffled_item(place, luck) for place in range(count)]


def keyed(count, change):
    """A shuffled bank where `change` rewrites the options of each item."""
    return [
        each.model_copy(update={"options": change(place, [o.text for o in each.options])})
        for place, each in enumerate(shuffled_bank(1, count))
    ]


@pytest.mark.parametrize(
    ("key", "said"), [(100, []), (124, []), (125, ["W"]), (149, ["W"]), (150, ["E"])]
)
def test_l08_a_key_a_quarter_longer_is_a_hint_and_half_longer_a_fault(key, said):
    assert levels(with_lengths("one-001", key, 100, 80, 90), rule="L08") == said


def test_l08_tells_how_short_the_key_must_be():
    assert "below 125 characters" in words_of(with_lengths("one-001", 160, 100, 80), rule="L08")


def test_l08_nobody_sees_that_false_is_longer_than_true():
    assert levels(boolean(key=1), rule="L08") == []


@pytest.mark.parametrize(("key", "said"), [(13, []), (14, ["W"])])
def test_l08_three_characters_more_are_not_seen(key, said):
    # 13 / 10 and 14 / 10 are both a quarter longer and more
    assert levels(with_lengths("one-001", key, 10, 9, 8), rule="L08") == said


def test_l08_numbers_are_not_judged_by_their_length():
    prices = options("$0.000255", "$0.26", "$1.02")
    assert levels(item(options=prices), rule="L08") == []


@pytest.mark.parametrize(("long_keys", "said"), [(8, []), (9, ["E"])])
def test_l09_nine_longest_keys_of_twenty_are_too_many(long_keys, said):
    long = [with_lengths(f"long-{n:03}", 22, 20, 20, 20) for n in range(long_keys)]
    short = [with_lengths(f"short-{n:03}", 18, 22, 20, 20) for n in range(20 - long_keys)]
    assert levels(*long, *short, rule="L09") == said


def test_l09_seven_of_fifteen_can_still_be_luck():
    # P(7 or more of 15 at 1/4) = 0.057
    bank = [with_lengths(f"item-{n:03}", 22 if n < 7 else 18, 20, 19, 17) for n in range(15)]
    assert levels(*bank, rule="L09") == []


def test_l09_names_the_items_to_trim():
    bank = [with_lengths(f"long-{n:03}", 22, 20, 20, 20) for n in range(5)]
    tied = [with_lengths(f"tied-{n:03}", 20, 20, 18, 18) for n in range(2)]
    told = words_of(*tied, *bank, rule="L09")
    assert "distractor in long-000, long-001" in told
    assert "tied" not in told


@pytest.mark.parametrize("seed", range(20))
def test_l10_the_robot_gains_nothing_on_shuffled_random_options(seed):
    assert "E" not in levels(*shuffled_bank(seed), rule="L10")


def always_longest(place, texts):
    key = place % 4
    texts[key] = max(texts, key=len) + " and more"
    return options(*texts, key=key)


def always_shortest(place, texts):
    key = place % 4
    texts[key] = min(texts, key=len)[:4]
    return options(*texts, key=key)


def always_longest_without_absolutes(place, texts):
    key, longest = place % 4, max(texts, key=len)
    texts[key] = longest + " too"
    texts[key - 1] = f"always {longest} and even more of it"
    return options(*texts, key=key)


def always_hedged(place, texts):
    key = place % 4
    texts[key] = "usually " + " ".join(texts[key].split()[:2])
    return options(*texts, key=key)


def always_like_the_stem(place, texts):
    key = place % 4
    texts = ["one", "two two", "three three", "four"]
    texts[key] = f"item {NOUNS[place % len(NOUNS)]}"
    return options(*texts, key=key)


def always_the_middle(place, texts):
    key = place % 4
    a, b, c, d, e, f = random.Random(place).sample(NOUNS, 6)
    texts = [f"{a} {d} plainly", f"{b} {e} oddly", f"{c} {f} so"]
    texts.insert(key, f"{a} {b} {c}")
    return options(*texts, key=key)


def always_first(place, texts):
    return options(*texts, key=0)


def always_last(place, texts):
    return options(*texts, key=3)


@pytest.mark.parametrize(
    ("habit", "caught"),
    [
        (always_longest, "the longest option"),
        (always_shortest, "the shortest option"),
        (always_longest_without_absolutes, "the longest option without always, never or only"),
        (always_hedged, "the option with most hedges"),
        (always_like_the_stem, "the option with most words of the stem"),
        (always_the_middle, "the option that shares most words with the others"),
        (always_first, "the first option"),
        (always_last, "the last option"),
    ],
)
def test_l10_the_robot_finds_every_habit_of_an_author(habit, caught):
    bank = keyed(24, habit)
    assert levels(*bank, rule="L10") == ["E"]
    assert f"Always picking {caught} is right" in words_of(*bank, rule="L10")


# Binomial at 1/4: P(8 or more of 16) = 0.027, P(10 or more of 16) = 0.00164,
# P(12 or more of 18) = 0.00024; 0.01 / 11 robots = 0.00091
ROBOT = [(8, 16, []), (10, 16, ["W"]), (12, 18, ["E"])]


def longest_in(hits, asked):
    """Items with four options of which the longest is right so many times; places are even."""
    bank = []
    for n in range(asked):
        texts = [padded(length, letter) for length, letter in zip((18, 17, 16), "bcd", strict=True)]
        texts.insert(n % 4, padded(19 if n < hits else 15, "a"))
        bank.append(item(f"item-{n:03}", options=options(*texts, key=n % 4)))
    return bank


@pytest.mark.parametrize(("hits", "asked", "said"), ROBOT)
def test_l10_one_in_a_hundred_is_worth_a_look_and_one_in_eleven_hundred_a_fault(hits, asked, said):
    assert levels(*longest_in(hits, asked), rule="L10") == said


@pytest.mark.parametrize(("right", "caught"), [(("Yes", "True"), "yes"), (("No", "False"), "no")])
def test_l10_yes_and_no_are_right_about_as_often(right, caught):
    asked = (("Yes", "No"), ("No", "Yes"), ("True", "False"), ("False", "True"))
    offered = [options(*words, key=words[1] in right) for words in asked * 3]
    bank = [
        boolean(f"asked-{n:03}").model_copy(update={"options": each})
        for n, each in enumerate(offered)
    ]
    assert f"Always picking {caught} is right 12 times" in words_of(*bank, rule="L10")


def test_items_with_a_single_option_break_nothing():
    bank = [item(f"item-{n:03}", options=options("Begin small")) for n in range(10)]
    assert levels(*bank, rule="L10") == []
    assert levels(*bank, rule="L04") == ["E"] * 10


def test_l10_a_bank_of_typed_numbers_gives_the_robot_nothing_to_pick():
    assert [each for each in findings() if each.rule in ("L09", "L10", "L11")] == []


def bank_with_keys_at(positions):
    texts = ("Post a", "Post b", "Post c", "Post d")
    return [item(f"at-{n:03}", options=options(*texts, key=p)) for n, p in enumerate(positions)]


def test_l11_twelve_keys_of_twenty_in_one_place():
    # (12-5)^2/5 + (4-5)^2/5 + (2-5)^2/5 + (2-5)^2/5 = 68/5 = 13.6 > 7.815
    uneven = [0, 1, 0, 2, 0, 3] + [0, 1, 0] * 3 + [2, 0, 3, 0, 0]
    assert sorted(uneven).count(0) == 12
    assert "12 x 1" in words_of(*bank_with_keys_at(uneven), rule="L11")


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        # (10, 2, 3, 5): (25 + 9 + 4 + 0) / 5 = 7.6 < 7.815
        ((10, 2, 3, 5), []),
        # (10, 1, 4, 5): (25 + 16 + 1 + 0) / 5 = 8.4 > 7.815
        ((10, 1, 4, 5), ["W"]),
    ],
)
def test_l11_meets_the_critical_value(counts, said):
    rest = [place for place, times in enumerate(counts) if place for _ in range(times)]
    evenly = [place for other in rest for place in (0, other)]
    assert levels(*bank_with_keys_at(evenly), rule="L11") == said


@pytest.mark.parametrize(("count", "told"), [(9, False), (10, True)])
def test_l11_needs_ten_items(count, told):
    uneven = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0][:count]
    assert ("unevenly" in words_of(*bank_with_keys_at(uneven), rule="L11")) is told


def test_l11_expects_nothing_in_the_fourth_place_of_three():
    # 6 items of 3 and 6 of 4 options: 3.5 keys are due in each of three places, 1.5 in the fourth.
    # Seen 3, 2, 2, 5: (0.25 + 2.25 + 2.25) / 3.5 + 12.25 / 1.5 = 9.5 > 7.815
    threes, fours = [0, 0, 1, 1, 2, 2], [3, 3, 3, 3, 3, 0]
    bank = [
        item(f"{len(texts)}-{n:03}", options=options(*texts, key=places[n]))
        for n in range(6)
        for texts, places in ((["P", "Q", "R"], threes), (["P", "Q", "R", "S"], fours))
    ]
    assert "3 x 1, 2 x 2, 2 x 3, 5 x 4" in words_of(*bank, rule="L11")


def test_l11_five_keys_in_each_place():
    assert levels(*bank_with_keys_at([0, 1, 2, 3] * 5), rule="L11") == []


def test_l11_four_in_a_row():
    assert levels(*bank_with_keys_at([0, 1, 1, 1, 2]), rule="L11") == []
    assert levels(*bank_with_keys_at([0, 1, 1, 1, 1, 2]), rule="L11") == ["W"]
    assert "at-001, at-002, at-003 and at-004" in words_of(
        *bank_with_keys_at([0, 1, 1, 1, 1, 2]), rule="L11"
    )


def in_order(place, luck, lengths):
    """Four steps of these lengths, in the right order."""
    words = luck.sample(NOUNS, 4)
    steps = tuple(option("abcd"[n], padded(length, words[n])) for n, length in enumerate(lengths))
    return item(f"order-{place:03}", type="order", options=steps)


def test_l10_a_robot_also_guesses_at_the_parts_of_an_answer():
    luck = random.Random(3)
    shrinking = [in_order(place, luck, (80, 60, 40, 20)) for place in range(8)]
    mixed = [in_order(n, luck, luck.sample((80, 60, 40, 20), 4)) for n in range(8)]
    assert "the longest option" in words_of(*shrinking, rule="L10")
    assert levels(*mixed, rule="L10") == []
