"""Questions that people ask, with answers, by topic."""

from pydantic import Field

from sizewise.ground.ids import Id
from sizewise.ground.shape import Shape, Text
from sizewise.learn.quiz.item import Reference


class FaqEntry(Shape):
    """A question with its answer."""

    id: Id
    """The name that links use; no other question has it."""
    question: Text
    """The question, as people ask it."""
    answer: Text
    """The answer in Markdown. Its first sentence answers; the rest gives the reason and the way."""
    references: tuple[Reference, ...] = ()
    """The lesson parts that tell more."""


class FaqTopic(Shape):
    """Questions about one thing."""

    title: Text
    """What they are about, in a few words."""
    entries: tuple[FaqEntry, ...] = Field(min_length=1)
    """The questions, the most frequent first."""


class Faq(Shape):
    """Every question with its answer."""

    topics: tuple[FaqTopic, ...] = ()
    """The topics, in the order of the page."""

    @property
    def entries(self) -> tuple[FaqEntry, ...]:
        """Every question, in order."""
        return tuple(entry for topic in self.topics for entry in topic.entries)

    def matching(self, search: str) -> "Faq":
        """The topics with those questions that hold every word of a search, answers included."""
        asked = search.casefold().split()
        kept = ((topic, _holding(topic.entries, asked)) for topic in self.topics)
        return Faq(topics=tuple(FaqTopic(title=t.title, entries=each) for t, each in kept if each))


def _holding(entries: tuple[FaqEntry, ...], asked: list[str]) -> tuple[FaqEntry, ...]:
    return tuple(
        each
        for each in entries
        if all(word in f"{each.question} {each.answer}".casefold() for word in asked)
    )
