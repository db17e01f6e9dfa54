"""What is told of an answered question: a card for each answer, whatever happened since."""

from markupsafe import Markup

from sizewise.ground.written import noun_for, points
from sizewise.learn.quiz.attempt import Answer
from sizewise.learn.quiz.response import Response
from sizewise.learn.quiz.shown import ShownItem
from sizewise.ui.kit.markdown import inline
from sizewise.ui.question.kinds import view_of


def cards_html(item: ShownItem, answer: Answer) -> Markup:
    """Every option, right or wrong, picked or not, each with its own reason.

    When the item has changed since: what was given and earned then, and what is right today.
    """
    explained, view = answer.explained_by(item), view_of(item)
    if explained is None:
        return _since_changed(item, answer) + _list(view.solved_html(item))
    return _list(view.told_html(item, answer.response, explained))


def _list(cards: Markup) -> Markup:
    return Markup('<ol class="qz-cards">%s</ol>') % cards


# Questions that are no longer what was answered


def _since_changed(item: ShownItem, answer: Answer) -> Markup:
    return Markup(
        '<div class="qz-then"><p><b>This question has changed since you answered it.'
        "</b> {}</p><p>{} The question as it is today:</p></div>"
    ).format(_earned(answer), _given(item, answer.response))


def gone_html(answer: Answer) -> Markup:
    """What was given and earned in a question that has left the bank."""
    typed = answer.response.number
    given = f" You typed {typed}." if typed else ""
    return Markup('<div class="qz-then"><p>{}{}</p></div>').format(_earned(answer), given)


def _earned(answer: Answer) -> str:
    return f"Your answer keeps the score it had then: {points(answer.score)} of 1 point."


def _given(item: ShownItem, response: Response) -> str:
    """What was given, as far as it is known: the record keeps which options, not their words.

    The item may have another type by now: what was given speaks for itself.
    """
    if response.number:
        return f"You typed {response.number}."
    words = {option.id: Markup("“{}”").format(inline(option.text)) for option in item.options}
    chosen = [*response.picked, *(option for _, option in response.matched)]
    kept = [words[each] for each in chosen if each in words]
    gone = len(chosen) - len(kept)
    sentences: list[str] = (
        [Markup("What you chose reads today: {}.").format(Markup(", ").join(kept))] if kept else []
    )
    if gone:
        lost = "An answer" if gone == 1 else f"{gone} answers"
        sentences.append(f"{lost} that you chose {noun_for(gone, 'is', 'are')} no longer there.")
    return Markup(" ").join(sentences)
