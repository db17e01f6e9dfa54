"""After a second try: what is mended, not what it lacks to a pass that it cannot reach."""

from markupsafe import Markup

from sizewise.ui import house
from sizewise.ui.kit.markdown import inline
from sizewise.ui.question.turn import Turn


def words(turn: Turn) -> tuple[str, str]:
    """How many of the missed ones are right by now, and a sentence on the others."""
    asked, right = len(turn.answers), len(_right(turn))
    title = f"{right} of {asked} mended"
    if right == asked:
        return title, "All of them. They come back in your review, to stay."
    if right:
        return title, "Each one counts. The others are explained below, and come back tomorrow."
    return title, "Not yet. Read the reasons below; they come back tomorrow."


def mistakes_html(turn: Turn) -> Markup:
    """The named mistakes of the first try: those are crossed out whose items are right now."""
    if turn.attempt.parent_id is None:
        return Markup()
    right, made = _right(turn), dict[str, bool]()
    for answer in house.journal().answers(turn.attempt.parent_id):
        for name in answer.misconceptions:
            made[name] = made.get(name, True) and answer.item_id in right
    rows = Markup().join(_row(name, done) for name, done in made.items())
    return Markup('<ul class="qz-mended">{}</ul>').format(rows) if rows else Markup()


def _right(turn: Turn) -> set[str]:
    return {item_id for item_id, answer in turn.answers.items() if answer.score == 1}


def _row(misconception_id: str, done: bool) -> Markup:
    try:
        title = house.library().course.misconception(misconception_id).title
    except KeyError:
        return Markup()
    name = inline(house.facts().text(title) if "{{" in title else title)
    if done:
        return Markup("<li><s>{}</s> <b>✓ mended</b></li>").format(name)
    return Markup("<li>{} <span>still open</span></li>").format(name)
