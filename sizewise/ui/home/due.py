"""What a class of the learner asks for, in one line above the rest."""

from markupsafe import Markup

from sizewise.learn.progress.trail import Trail
from sizewise.ui.kit.html import show_html
from sizewise.ui.links import go_html
from sizewise.ui.you import due


def draw(trail: Trail) -> None:
    """Draw what is due first, and how much more there is; nothing for who has nothing to do."""
    works = due.open_works(trail)
    if not works:
        return
    first, rest = works[0], len(works) - 1
    when = due.due_words(first.due_on)
    more = go_html(f"and {rest} more", "class") if rest else ""
    show_html(
        Markup('<p class="due-line"><span class="stamp">{}</span> Quiz {}: {} {}</p>').format(
            f"{when[0].upper()}{when[1:]}",
            due.WAYS[first.mode],
            go_html(first.title, "quiz", lesson=first.lesson),
            more,
        )
    )
