"""T01 to T08: is a lesson short enough, plain enough, and something to do?"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from sizewise.ground.written import grouped, number, shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lesson.lesson import Lesson, Part
from sizewise.learn.lint.reading import grade, word_count
from sizewise.learn.lint.words import plain, word_set
from sizewise.learn.quiz.template import Facts

HEAD = "front matter"
"""The place of findings about a lesson's head or about all of it."""

_CLARK_MAYER = "Clark and Mayer (2016), E-learning and the science of instruction, fourth edition"
_SWELLER = "Sweller, Ayres and Kalyuga (2011), Cognitive load theory"
_REFUTATION = (
    "Tippett (2010), Refutation text in science education: a review of two decades of research, "
    "International Journal of Science and Mathematics Education 8(6)"
)
_KINCAID = (
    "Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas "
    "for Navy enlisted personnel"
)
_MAGER = "Mager (1997), Preparing instructional objectives, third edition"
_OWN = "Sizewise: every number says where it stands and when it was checked"

LESSON_RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "T01": Rule(
            "Five to seven parts",
            "A part is what one screen and one sitting hold; more of them are seldom finished.",
            _CLARK_MAYER,
        ),
        "T02": Rule(
            "900 to 1,100 words",
            "That is five to eight minutes with the blocks; what does not fit is another lesson.",
            _CLARK_MAYER,
        ),
        "T03": Rule(
            "School grade 6 to 8",
            "Long words and sentences keep readers from the subject; baby talk insults them.",
            _KINCAID,
        ),
        "T04": Rule(
            "One computing block a part",
            "Two things to move at once split the attention that each of them needs.",
            _SWELLER,
        ),
        "T05": Rule(
            "A mistake is named and repaired",
            "A wrong idea stays until it is named beside the better one.",
            _REFUTATION,
        ),
        "T06": Rule(
            "Something to try away from the page",
            "What was done once on one's own work is kept.",
            _CLARK_MAYER,
        ),
        "T07": Rule(
            "Objectives start with a verb",
            "An aim that names no doing cannot be checked by a quiz.",
            _MAGER,
        ),
        "T08": Rule(
            "Facts and text were looked at not long ago",
            "A lesson on models ages; somebody must have read it again.",
            _OWN,
        ),
    }
)
"""What is asked of a lesson, by the rule's name."""

COMPUTES: Mapping[str, bool] = {
    "token-chips": True,
    "receipt": False,
    "cost-slider": True,
    "guess-first": True,
    "profile-card": False,
    "mistake-or-better": False,
    "image-tokens": True,
    "try-it": False,
    "context-window": True,
    "forgetting-chat": True,
    "queue": True,
    "router": True,
    "break-the-json": True,
    "blind-rating": True,
    "spot-the-key": True,
    "still-true": True,
    "budget-plan": True,
}
"""Whether a kind of block asks for a learner's hands and attention."""


@dataclass(frozen=True)
class _Read:
    """A lesson as the rules read it."""

    lesson: Lesson
    facts: Facts
    today: date
    unread: Collection[tuple[str, str]]

    def kinds(self, part: Part) -> list[str]:
        """The kinds of a part's blocks."""
        placed = [piece.block.kind for piece in part.pieces if piece.kind == "block"]
        return [*placed, *(kind for anchor, kind in self.unread if anchor == part.anchor)]

    @property
    def text(self) -> str:
        """Its prose as read aloud, line by line, facts filled in."""
        prose = "\n".join(
            piece.markdown
            for part in self.lesson.parts
            for piece in part.pieces
            if piece.kind == "prose"
        )
        return "\n".join(map(plain, self.facts.text(prose).split("\n")))


def lint_lesson(
    lesson: Lesson,
    *,
    facts: Facts,
    today: date,
    allowed: Mapping[str, str] = MappingProxyType({}),
    unread: Collection[tuple[str, str]] = (),
) -> list[Finding]:
    """Everything the rules have against a lesson, as warnings.

    `allowed` maps a rule to the reason that excuses it; `unread` are blocks that are there and must
    be repaired, by part and kind. A finding's place is the part's anchor, or the front matter for
    the whole lesson.
    """
    read = _Read(lesson, facts, today, unread)
    found = (each for check in _CHECKS for each in check(read))
    return [each for each in found if not allowed.get(each.rule, "").strip()]


def _finding(rule: str, place: str, why: str, fix: str) -> Finding:
    return Finding(rule, "W", None, place, why, fix)


_FEWEST_PARTS, _MOST_PARTS = 5, 7


def _parts(read: _Read) -> Iterator[Finding]:
    parts = len(read.lesson.parts)
    if not _FEWEST_PARTS <= parts <= _MOST_PARTS:
        fix = f"Cut or join parts until there are {_FEWEST_PARTS} to {_MOST_PARTS}."
        yield _finding("T01", HEAD, f"The lesson has {parts} parts.", fix)


_FEWEST_WORDS, _MOST_WORDS = 900, 1100


def _length(read: _Read) -> Iterator[Finding]:
    words = word_count(read.text)
    if not _FEWEST_WORDS <= words <= _MOST_WORDS:
        fix = (
            f"Cut or add until there are {_FEWEST_WORDS} to {grouped(_MOST_WORDS)}; "
            "blocks do not count."
        )
        yield _finding("T02", HEAD, f"The lesson has {grouped(words)} words.", fix)


_EASIEST, _HARDEST = 5.5, 8.5
"""Grades 6 to 8, rounded."""


def _plain_words(read: _Read) -> Iterator[Finding]:
    found = grade(read.text)
    if found is not None and not _EASIEST <= found < _HARDEST:
        why = f"The lesson reads like school grade {number(found, 1)}."
        fix = "Aim at 6 to 8: shorter sentences are easier, joined ones harder."
        yield _finding("T03", HEAD, why, fix)


def _one_at_a_time(read: _Read) -> Iterator[Finding]:
    for part in read.lesson.parts:
        moving = [kind for kind in read.kinds(part) if COMPUTES[kind]]
        if len(moving) > 1:
            why = f"The part has {len(moving)} computing blocks: {shortlist(moving)}."
            yield _finding("T04", part.anchor, why, "Keep one, or give the other its own part.")


def _has(rule: str, kind: str, why: str, fix: str) -> Callable[[_Read], Iterator[Finding]]:
    def has(read: _Read) -> Iterator[Finding]:
        if not any(kind in read.kinds(part) for part in read.lesson.parts):
            yield _finding(rule, HEAD, why, fix)

    return has


_VERBS = word_set(
    """
    act add answer apply argue ask avoid build budget calculate check choose compare compute count
    cut decide defend define describe design draw escalate estimate evaluate explain find give
    judge keep list make match measure move name notice order place plan predict prepare price
    protect prove rate read recognise reduce route say sketch sort spot state take tell test turn
    use weigh work write
    """
)


def _verbs_first(read: _Read) -> Iterator[Finding]:
    for objective in read.lesson.head.objectives:
        first = plain(objective).split()[0].lower()
        if first not in _VERBS:
            fix = "Start with what the learner can do: choose, explain, work out, check."
            why = f"“{objective}” does not start with a verb that a quiz can check."
            yield _finding("T07", HEAD, why, fix)


_FACTS_LAST = timedelta(days=90)
_READING_LASTS = timedelta(days=365)


def _fresh(read: _Read) -> Iterator[Finding]:
    head = read.lesson.head
    if head.facts_as_of + _FACTS_LAST < read.today:
        why = f"The facts were last checked on {head.facts_as_of}."
        yield _finding("T08", HEAD, why, "Check them, then write today into facts_as_of.")
    if head.reviewed + _READING_LASTS < read.today:
        why = f"Nobody has read the lesson since {head.reviewed}."
        yield _finding("T08", HEAD, why, "Read it as a learner would, then set reviewed.")


_CHECKS: tuple[Callable[[_Read], Iterator[Finding]], ...] = (
    _parts,
    _length,
    _plain_words,
    _one_at_a_time,
    _has(
        "T05",
        "mistake-or-better",
        "No block mistake-or-better names a mistake.",
        "Add one with the mistake that the lesson repairs.",
    ),
    _has("T06", "try-it", "No block try-it gives something to do.", "Add one near the end."),
    _verbs_first,
    _fresh,
)
