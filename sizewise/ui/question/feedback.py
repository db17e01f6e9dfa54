"""What the learner hears back: the verdict, the sum, the named mistake, where to read again."""

from datetime import date

from markupsafe import Markup

from sizewise.ground.written import points
from sizewise.learn.lesson.course import Misconception
from sizewise.learn.quiz.attempt import Answer
from sizewise.learn.quiz.item import Reference
from sizewise.learn.quiz.mode import MODES
from sizewise.learn.quiz.shown import ShownItem
from sizewise.ui import house
from sizewise.ui.kit.markdown import html, inline
from sizewise.ui.question.cards import cards_html
from sizewise.ui.question.kinds import view_of
from sizewise.ui.question.turn import Turn


def told_html(turn: Turn) -> Markup:
    """All that is said once a question is answered: options, verdict, where to read again.

    Nothing before that, and nothing in an exam.
    """
    item, answer = turn.item, turn.answer
    if answer is None or not turn.explaining:
        return Markup()
    where = "Read again" if turn.rules.worth else "Read why"
    day = house.today()
    links = Markup().join(_link(reference, where, day) for reference in item.references)
    verdict = verdict_html(item, answer, turn.place)
    return Markup('<div class="qz-told">%s%s%s</div>') % (cards_html(item, answer), verdict, links)


@house.many_of_content(500)
def _link(reference: Reference, where: str, _today: date) -> Markup:
    """A link to the part of the lesson; the page's script opens it without a new page load."""
    lesson = house.library().lessons.get(reference.lesson)
    if lesson is None:
        return Markup()
    titles = {part.anchor: part.title for part in lesson.parts}
    title = inline(titles.get(reference.anchor or "", lesson.head.title))
    address = Markup("lesson?lesson={}&amp;part={}").format(lesson.id, reference.anchor or "")
    return Markup('<p class="qz-again"><a href="{}" target="_self">{}: {}</a></p>').format(
        address, where, title
    )


def verdict_html(item: ShownItem, answer: Answer, place: str) -> Markup:
    """The verdict in words, the sum, the named mistakes and the explanation."""
    kind, sign, words = _verdict(answer)
    return Markup(
        '<div class="qz-verdict %s"><h2 tabindex="-1" data-place="%s">'
        '<i aria-hidden="true">%s</i> %s</h2>%s%s</div>'
    ) % (kind, place, sign, words, _reason(item, answer), _credit(answer))


def reason_html(item: ShownItem, answer: Answer) -> Markup:
    """The sum, the named mistakes and the explanation, without a verdict."""
    return Markup('<div class="qz-reason">{}</div>').format(_reason(item, answer))


def _reason(item: ShownItem, answer: Answer) -> Markup:
    mistakes = mistakes_html(answer.misconceptions)
    return _sum(item, answer) + _surprise(answer) + mistakes + html(item.explanation)


def _surprise(answer: Answer) -> Markup:
    """A mistake that one was sure of is the one most worth knowing (Butterfield and Metcalfe, 2001,
    Journal of Experimental Psychology: Learning, Memory, and Cognition 27(6), 1491-1494).
    """
    if answer.certainty != "sure" or answer.score == 1:
        return Markup()
    return Markup(
        '<p class="qz-sure"><b>You were sure.</b> Surprises like this one are remembered best.</p>'
    )


def _verdict(answer: Answer) -> tuple[str, str, str]:
    if answer.score == 1:
        return "right", "✓", "Correct"
    if answer.score > 0:
        return "part", "½", f"Partly right: {points(answer.score)} of 1 point"
    if not MODES[answer.mode].worth:
        return "guess", "?", "Not this one. You will notice it when you read."
    return "wrong", "✕", "Not quite"


def _sum(item: ShownItem, answer: Answer) -> Markup:
    explained = answer.explained_by(item)
    return view_of(item).sum_html(item, explained) if explained else Markup()


def mistakes_html(ids: tuple[str, ...]) -> Markup:
    """The named mistakes behind the answer, each with what puts it right."""
    return Markup().join(_mistake(each, house.today()) for each in dict.fromkeys(ids))


@house.many_of_content(500)
def _mistake(misconception_id: str, _today: date) -> Markup:
    try:
        mistake: Misconception = house.library().course.misconception(misconception_id)
    except KeyError:
        return Markup()
    name, repair = inline(_filled(mistake.title)), inline(_filled(mistake.repair))
    return Markup("<p><b>This mistake has a name: {}.</b> {}</p>").format(name, repair)


def _filled(text: str) -> str:
    return house.facts().text(text) if "{{" in text else text


def _credit(answer: Answer) -> Markup:
    if not MODES[answer.mode].worth or answer.credit == answer.score:
        return Markup()
    if MODES[answer.mode].alone:
        return Markup("<p>It comes back sooner, because you took a hint.</p>")
    why = "you took a hint" if answer.hints else "this is a second try"
    return Markup("<p>It counts half, because {}.</p>").format(why)
