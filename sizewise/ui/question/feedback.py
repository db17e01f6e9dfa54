"""What the learner hears back: the verdict, the sum, the named mistake, where to read again."""

from sizewise.learn.lesson.course import Misconception
from sizewise.learn.quiz.attempt import Answer
from sizewise.learn.quiz.item import Reference
from sizewise.learn.quiz.mode import MODES
from sizewise.learn.quiz.shown import ShownItem
from sizewise.ui import house
from sizewise.ui.kit.markdown import (
    html,
    inline,
)
from sizewise.ui.question.card import share
from sizewise.ui.question.cards import cards_html
from sizewise.ui.question.kinds import view_of
from sizewise.ui.question.turn import Turn


def told_html(turn: Turn) -> str:
    """All that is said once a question is answered: options, verdict, where to read again.

    Nothing before that, and nothing in an exam.
    """
    item, answer = turn.item, turn.answer
    if answer is None or not turn.explaining:
        return ""
    links = "".join(_link(reference) for reference in item.references)
    verdict = verdict_html(item, answer, turn.place)
    return f'<div class="qz-told">{cards_html(item, answer)}{verdict}{links}</div>'


def _link(reference: Reference) -> str:
    """A link to the part of the lesson; the page's script opens it without a new page load."""
    lesson = house.library().lessons.get(reference.lesson)
    if lesson is None:
        return ""
    titles = {part.anchor: part.title for part in lesson.parts}
    title = inline(titles.get(reference.anchor or "", lesson.head.title))
    address = f"lesson?lesson={lesson.id}&amp;part={reference.anchor or ''}"
    return f'<p class="qz-again"><a href="{address}" target="_self">Read again: {title}</a></p>'


def verdict_html(item: ShownItem, answer: Answer, place: str) -> str:
    """The verdict in words, the sum, the named mistakes and the explanation."""
    kind, sign, words = _verdict(answer)
    return (
        f'<div class="qz-verdict {kind}">'
        f'<h2 tabindex="-1" data-place="{place}"><i aria-hidden="true">{sign}</i> {words}</h2>'
        f"{_reason(item, answer)}{_credit(answer)}</div>"
    )


def reason_html(item: ShownItem, answer: Answer) -> str:
    """The sum, the named mistakes and the explanation, without a verdict."""
    return f'<div class="qz-reason">{_reason(item, answer)}</div>'


def _reason(item: ShownItem, answer: Answer) -> str:
    return _sum(item, answer) + mistakes_html(answer.misconceptions) + html(item.explanation)


def _verdict(answer: Answer) -> tuple[str, str, str]:
    if answer.score == 1:
        return "right", "✓", "Correct"
    if answer.score > 0:
        return "part", "½", f"Partly right: {share(answer.score)} of 1 point"
    return "wrong", "✕", "Not quite"


def _sum(item: ShownItem, answer: Answer) -> str:
    explained = answer.explained_by(item)
    return view_of(item).sum_html(item, explained) if explained else ""


def mistakes_html(ids: tuple[str, ...]) -> str:
    """The named mistakes behind the answer, each with what puts it right."""
    return "".join(_mistake(each) for each in dict.fromkeys(ids))


def _mistake(misconception_id: str) -> str:
    try:
        mistake: Misconception = house.library().course.misconception(misconception_id)
    except KeyError:
        return ""
    name, repair = inline(_filled(mistake.title)), inline(_filled(mistake.repair))
    return f"<p><b>This mistake has a name: {name}.</b> {repair}</p>"


def _filled(text: str) -> str:
    return house.facts().text(text) if "{{" in text else text


def _credit(answer: Answer) -> str:
    if not MODES[answer.mode].worth or answer.credit == answer.score:
        return ""
    why = "you took a hint" if answer.hints else "this is a second try"
    return f"<p>It counts half, because {why}.</p>"
