"""What the learner hears back: every option with its reason, the verdict, the named mistake."""

from decimal import Decimal
from html import escape

from sizewise.learn.attempt import Answer
from sizewise.learn.course import Misconception
from sizewise.learn.item import Reference, Scoring
from sizewise.learn.scoring import OptionLine, Score, score
from sizewise.learn.template import ShownItem, ShownOption
from sizewise.ui import house
from sizewise.ui.markdown import html, inline
from sizewise.ui.question.turn import Turn

SIGN = {"right": "✓", "wrong": "✕"}
WORDS = {
    ("right", True): "Correct, your answer.",
    ("right", False): "Correct answer.",
    ("wrong", True): "Your answer, not correct.",
    ("wrong", False): "Not correct.",
}
MISSED = "Correct, not chosen."
"""Said of a key that was not picked when several can be."""


def points(value: Decimal) -> str:
    """Points with a sign and two decimals, such as `+0.50` and `−0.33`; a plain `0`."""
    if not value:
        return "0"
    sign = "−" if value < 0 else "+"
    return f"{sign}{abs(value):.2f}"


def share(value: Decimal) -> str:
    """Points without a sign and without idle zeros: `1`, `0.67`."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


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


def cards_html(item: ShownItem, answer: Answer) -> str:
    """Every option, right or wrong, picked or not, each with its own reason."""
    if item.type == "numeric":
        return _list(_number_cards(item, answer))
    result = score(item, answer.response)
    lines = {line.option_id: line for line in result.lines}
    return _list(
        "".join(_option_card(item, option, answer, lines.get(option.id)) for option in item.options)
    )


def _list(cards: str) -> str:
    return f'<ol class="qz-cards">{cards}</ol>'


def _option_card(
    item: ShownItem, option: ShownOption, answer: Answer, line: OptionLine | None
) -> str:
    picked = option.id in answer.response.picked
    kind = "right" if option.key else "wrong"
    several = item.type == "multiple"
    summed = _summed(item)
    words = MISSED if several and option.key and not picked else WORDS[kind, picked]
    gain = f'<span class="qz-points">{points(line.points)}</span>' if summed and line else ""
    return _card(kind, picked, f"<b>{words}</b> {inline(option.text)}", option.feedback, gain)


def _card(kind: str, picked: bool, say: str, why: str | None, gain: str = "") -> str:
    reason = f'<div class="qz-why">{html(why)}</div>' if why else ""
    return (
        f'<li class="qz-card {kind}{" picked" if picked else ""}">'
        f'<span class="qz-mark" aria-hidden="true">{SIGN[kind]}</span>'
        f'<div><p class="qz-say">{say}</p>{reason}</div>{gain}</li>'
    )


def _number_cards(item: ShownItem, answer: Answer) -> str:
    result = score(item, answer.response)
    typed = escape(answer.response.number or "")
    if result.right:
        return _card("right", True, f"<b>{WORDS['right', True]}</b> {typed}", result.feedback)
    wanted = f"<b>{WORDS['right', False]}</b> {escape(item.answer.text if item.answer else '')}"
    return _card("wrong", True, f"<b>{WORDS['wrong', True]}</b> {typed}", result.feedback) + _card(
        "right", False, wanted, None
    )


def verdict_html(item: ShownItem, answer: Answer, place: str) -> str:
    """The verdict in words, the sum, the named mistakes and the explanation."""
    result = score(item, answer.response)
    kind, sign, words = _verdict(result)
    return (
        f'<div class="qz-verdict {kind}">'
        f'<h2 tabindex="-1" data-place="{place}"><i aria-hidden="true">{sign}</i> {words}</h2>'
        f"{_reason(item, result)}{_credit(answer)}</div>"
    )


def reason_html(item: ShownItem, answer: Answer) -> str:
    """The sum, the named mistakes and the explanation, without a verdict."""
    return f'<div class="qz-reason">{_reason(item, score(item, answer.response))}</div>'


def _reason(item: ShownItem, result: Score) -> str:
    return _sum(item, result) + mistakes_html(result.misconceptions) + html(item.explanation)


def _verdict(result: Score) -> tuple[str, str, str]:
    if result.right:
        return "right", "✓", "Correct"
    if result.value > 0:
        return "part", "½", f"Partly right: {share(result.value)} of 1 point"
    return "wrong", "✕", "Not quite"


def _summed(item: ShownItem) -> bool:
    """Whether the score is a sum of points per option."""
    return item.type == "multiple" and item.scoring != Scoring.EXACT


def _sum(item: ShownItem, result: Score) -> str:
    """How the points of a multiple item add up; nothing where they do not."""
    counted = [line.points for line in result.lines if line.points]
    if not _summed(item) or not counted:
        return ""
    terms = " ".join(points(each) for each in counted)
    floor = ", and never below 0" if sum(counted) < 0 else ""
    return f'<p class="qz-sum">{terms} = {share(result.value)} of 1 point{floor}</p>'


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
    if answer.mode == "pretest" or answer.credit == answer.score:
        return ""
    why = "you took a hint" if answer.hints else "this is a second try"
    return f"<p>It counts half, because {why}.</p>"
