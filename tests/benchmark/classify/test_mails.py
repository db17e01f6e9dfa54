"""What costs nothing reaches on the 120 mails: the scores a model must beat."""

from sizewise.benchmark.classify.bayes import each_from_the_others
from sizewise.benchmark.classify.confusion import confusion
from tests.benchmark.classify.support_emails import LABELS, RULES, TEXTS, WHOLE


def hits(answers):
    pairs = [(each.label, answer) for each, answer in zip(TEXTS, answers, strict=True)]
    return confusion(pairs, LABELS).accuracy


def test_there_are_forty_mails_of_each_kind():
    assert [sum(each.label == label for each in TEXTS) for label in LABELS] == [40, 40, 40]


def test_keyword_rules_sort_76_of_100_mails():
    assert hits([RULES.classify(each.text) for each in WHOLE]) == (91, 120)


def test_naive_bayes_learns_59_of_100_from_texts_cut_at_spaces():
    # Each from the 119 others, without subjects; "refund." and "refund" are two words to it.
    assert hits(each_from_the_others(TEXTS, lambda text: text.lower().split())) == (71, 120)


def test_without_the_marks_around_words_naive_bayes_learns_more():
    assert hits(each_from_the_others(TEXTS)) == (81, 120)
