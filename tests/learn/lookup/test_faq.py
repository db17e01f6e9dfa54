from sizewise.learn.lookup.faq import Faq, FaqEntry, FaqTopic


def entry(name: str, question: str, answer: str = "Yes.") -> FaqEntry:
    return FaqEntry(id=name, question=question, answer=answer)


BILL = FaqTopic(
    title="The bill",
    entries=(entry("cache", "Is the cache free?"), entry("batch", "Is a batch cheaper?")),
)
CLASS = FaqTopic(title="In class", entries=(entry("names", "Who sees names?", "Nobody."),))
FAQ = Faq(topics=(BILL, CLASS))


def ids(faq):
    return [each.id for each in faq.entries]


def test_every_question_stands_in_the_order_of_the_page():
    assert ids(FAQ) == ["cache", "batch", "names"]


def test_a_search_keeps_questions_that_hold_each_of_its_words():
    assert ids(FAQ.matching("IS cache")) == ["cache"]


def test_a_search_looks_into_answers_too():
    assert ids(FAQ.matching("nobody")) == ["names"]


def test_a_topic_without_a_question_left_goes():
    assert [topic.title for topic in FAQ.matching("batch").topics] == ["The bill"]


def test_an_empty_search_keeps_everything():
    assert FAQ.matching("  ") == FAQ
