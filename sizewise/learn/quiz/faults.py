"""What keeps a bank from being asked and scored at all: the linter says it, the reader hides it."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from difflib import get_close_matches

from sizewise.ground.written import number_of
from sizewise.learn.finding import Finding
from sizewise.learn.quiz.excluding import surely_drawn
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.kinds import counted
from sizewise.learn.quiz.kinds import faults as item_faults


def faults(quiz: Quiz) -> Iterator[Finding]:
    """L01 to L03: what keeps a bank from being asked and scored at all."""
    for item in quiz.items:
        for fault in item_faults(item):
            yield Finding(fault.rule, "E", item.id, fault.place, fault.why, fault.fix)
    yield from _ids_unique(quiz)
    yield from _excludes_known(quiz)
    yield from _draw_possible(quiz)


def _ids_unique(quiz: Quiz) -> Iterator[Finding]:
    for name, times in Counter(item.id for item in quiz.items).items():
        if times > 1:
            why, fix = f"The id {name} names {times} items.", "Give each item an id of its own."
            yield Finding("L02", "E", name, "id", why, fix)


def _excludes_known(quiz: Quiz) -> Iterator[Finding]:
    """L01: what an item excludes is another item that attempts draw."""
    ids = [item.id for item in quiz.items]
    drawn = {item.id for item in counted(quiz.items)}
    for item in quiz.items:
        for place, other in enumerate(item.excludes):
            if said := _never_beside(item.id, other, ids, drawn):
                yield Finding("L01", "E", item.id, f"excludes[{place}]", *said)


def _never_beside(
    item: str, other: str, ids: Sequence[str], drawn: Container[str]
) -> tuple[str, str] | None:
    """Why a name under `excludes` keeps nothing apart, and what to write; none when it does."""
    if other not in ids:
        near = get_close_matches(other, ids, n=1)
        fix = f"Did you mean {near[0]}?" if near else "Name an item of the same quiz."
        return f"This quiz has no item `{other}`.", fix
    if item == other:
        return "An item cannot exclude itself.", "Name the item that it gives away."
    if item not in drawn or other not in drawn:
        why = f"`{item}` and `{other}` are not drawn from the bank."
        return why, "Take the name out: all warm-up questions are asked, before the lesson."
    return None


def _draw_possible(quiz: Quiz) -> Iterator[Finding]:
    draw = quiz.draw
    skills = Counter(item.skill for item in counted(quiz.items))
    surely, of_skill = surely_drawn(counted(quiz.items))
    least = sum(min(draw.per_skill_min, number) for number in skills.values())
    if draw.count > skills.total():
        why = f"An attempt draws {number_of(draw.count, 'item')} from a bank of {skills.total()}."
        fix = "Write more items, or draw fewer."
        yield Finding("L01", "E", None, "draw.count", why, fix)
    elif draw.count > surely:
        why = f"An attempt draws {draw.count} items, and `excludes` may leave it {surely}."
        fix = "Write more items, exclude fewer, or draw fewer."
        yield Finding("L01", "E", None, "draw.count", why, fix)
    for skill, number in skills.items():
        if number < draw.per_skill_min:
            why = f"An attempt takes {draw.per_skill_min} of every skill, and {skill} has {number}."
            fix = "Write more items of that skill, or ask for fewer of each."
            yield Finding("L01", "E", None, "draw.per_skill_min", why, fix)
        elif of_skill.get(skill, 0) < draw.per_skill_min:
            why = (
                f"An attempt takes {draw.per_skill_min} of every skill, and `excludes` "
                f"may leave {skill} {of_skill.get(skill, 0)}."
            )
            fix = "Write more items of that skill, exclude fewer, or ask for fewer of each."
            yield Finding("L01", "E", None, "draw.per_skill_min", why, fix)
    if least > draw.count:
        why = f"An attempt of {draw.count} cannot hold {least} items of {len(skills)} skills."
        fix = "Draw more items, or ask for fewer of each skill."
        yield Finding("L01", "E", None, "draw.per_skill_min", why, fix)
