"""Every option of an answered question as a card: right or wrong, picked or not, and why."""

from decimal import Decimal
from html import escape

from sizewise.learn.attempt import Answer
from sizewise.learn.item import Scoring
from sizewise.learn.scoring import Score
from sizewise.learn.template import ShownItem, ShownOption
from sizewise.ui.markdown import html, inline

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


def summed(item: ShownItem) -> bool:
    """Whether the score is a sum of points per option."""
    return item.type == "multiple" and item.scoring != Scoring.EXACT


def cards_html(item: ShownItem, answer: Answer) -> str:
    """Every option, right or wrong, picked or not, each with its own reason.

    When the item has changed since: what was given and earned then, and what is right today.
    """
    explained = answer.explained_by(item)
    if explained is None:
        return _since_changed(item, answer) + _list(_cards_today(item))
    if item.type == "numeric":
        return _list(_number_cards(item, answer, explained))
    gains = {line.option_id: line.points for line in explained.lines} if summed(item) else {}
    picked = answer.response.picked
    return _list(
        "".join(
            _option_card(item, option, option.id in picked, gains.get(option.id))
            for option in item.options
        )
    )


def _list(cards: str) -> str:
    return f'<ol class="qz-cards">{cards}</ol>'


def _option_card(item: ShownItem, option: ShownOption, picked: bool, gain: Decimal | None) -> str:
    kind = "right" if option.key else "wrong"
    overlooked = item.type == "multiple" and option.key and not picked
    words = MISSED if overlooked else WORDS[kind, picked]
    sum_part = f'<span class="qz-points">{points(gain)}</span>' if gain is not None else ""
    return _card(kind, picked, f"<b>{words}</b> {inline(option.text)}", option.feedback, sum_part)


def _card(kind: str, picked: bool, say: str, why: str | None, gain: str = "") -> str:
    reason = f'<div class="qz-why">{html(why)}</div>' if why else ""
    return (
        f'<li class="qz-card {kind}{" picked" if picked else ""}">'
        f'<span class="qz-mark" aria-hidden="true">{SIGN[kind]}</span>'
        f'<div><p class="qz-say">{say}</p>{reason}</div>{gain}</li>'
    )


def _number_cards(item: ShownItem, answer: Answer, explained: Score) -> str:
    kind = "right" if explained.right else "wrong"
    typed = f"<b>{WORDS[kind, True]}</b> {escape(answer.response.number or '')}"
    own = _card(kind, True, typed, explained.feedback)
    return own if explained.right else own + _wanted(item)


def _wanted(item: ShownItem) -> str:
    wanted = escape(item.answer.text if item.answer else "")
    return _card("right", False, f"<b>{WORDS['right', False]}</b> {wanted}", None)


# Questions that are no longer what was answered


def _since_changed(item: ShownItem, answer: Answer) -> str:
    return (
        '<div class="qz-then"><p><b>This question has changed since you answered it.</b> '
        f"{_earned(answer)}</p><p>{_given(item, answer)} The question as it is today:</p>"
        "</div>"
    )


def gone_html(answer: Answer) -> str:
    """What was given and earned in a question that has left the bank."""
    typed = answer.response.number
    given = f" You typed {escape(typed)}." if typed else ""
    return f'<div class="qz-then"><p>{_earned(answer)}{given}</p></div>'


def _earned(answer: Answer) -> str:
    return f"Your answer keeps the score it had then: {share(answer.score)} of 1 point."


def _given(item: ShownItem, answer: Answer) -> str:
    """What was given, as far as it is known: the record keeps which options, not their words."""
    if answer.response.number:
        return f"You typed {escape(answer.response.number)}."
    words = {option.id: f"“{inline(option.text)}”" for option in item.options}
    kept = [words[each] for each in answer.response.picked if each in words]
    gone = len(answer.response.picked) - len(kept)
    sentences = [f"What you chose reads today: {', '.join(kept)}."] if kept else []
    if gone:
        lost = "An answer" if gone == 1 else f"{gone} answers"
        sentences.append(f"{lost} that you chose {'is' if gone == 1 else 'are'} no longer there.")
    return " ".join(sentences)


def _cards_today(item: ShownItem) -> str:
    if item.type == "numeric":
        return _wanted(item)
    return "".join(_option_card(item, option, False, None) for option in item.options)
