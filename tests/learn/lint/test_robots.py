"""Robots that know nothing, over several banks: one learns words of keys from the other quizzes."""

import random

from sizewise.learn.lint.bank import read_bank
from sizewise.learn.lint.robots import LEARNED, beside_each_other, robots_at, robots_over
from sizewise.learn.lint.rules.quiz.guessing.robot import over_all
from tests.learn.lint.builders import COURSE, GLOSSARY, TODAY, PriceList, item, options, quiz

NOUNS = ("post", "label", "plan", "sample", "bill", "queue", "token", "limit", "speed", "draft")


def bank(seed, telling=None, count=12):
    """Items whose options are random words; a telling word stands in every key."""
    luck, items = random.Random(seed), []
    for n in range(count):
        texts = [" ".join(luck.sample(NOUNS, 3)) for _ in range(4)]
        key = luck.randrange(4)
        if telling:
            texts[key] = " ".join([telling, *texts[key].split()[1:]])
        items.append(item(f"item-{n:03}", options=options(*texts, key=key)))
    return read_bank(quiz(*items), COURSE, GLOSSARY, PriceList(), TODAY)


def learned(tries):
    return next(each for each in tries if each.robot == LEARNED)


def test_a_word_of_all_keys_is_learned_from_other_quizzes():
    banks = beside_each_other({"one": bank(1, "gently"), "two": bank(2, "gently")})
    found = learned(robots_at(banks["two"]))
    # 12 of 12 at 1/4: 0.25 ** 12 = 5.96e-8
    assert found.earned == 12
    assert abs(found.luck - 0.25**12) < 1e-12


def test_a_quiz_is_never_learned_from_itself():
    banks = beside_each_other({"one": bank(1), "two": bank(2, "gently")})
    assert learned(robots_at(banks["two"])).luck > 0.01


def test_a_quiz_alone_teaches_the_robot_nothing():
    found = learned(robots_at(bank(1, "gently")))
    assert (found.earned, found.chance, found.luck) == (3, 3, 1)


def test_small_gains_in_every_quiz_are_found_over_all():
    """The longest of four is right 6 times of 12 in each of five quizzes: 30 of 60 is no luck."""

    def half_longest(seed):
        items = []
        for n in range(12):
            texts = ["b" * 18, "c" * 17, "d" * 16]
            texts.insert((n + seed) % 4, "a" * (19 if n < 6 else 15))
            items.append(item(f"item-{n:03}", options=options(*texts, key=(n + seed) % 4)))
        return read_bank(quiz(*items), COURSE, GLOSSARY, PriceList(), TODAY)

    banks = [half_longest(seed) for seed in range(5)]
    assert min(each.luck for each in robots_at(banks[0])) > 0.01
    told = list(over_all(banks))
    assert [each.level for each in told] == ["E"]
    assert "Over all quizzes, always picking the longest option is right 30 times" in told[0].why


def test_without_quizzes_there_is_nothing_to_say():
    assert robots_over(()) == ()
    assert list(over_all(())) == []
