"""What keeps a bank from being asked and scored at all: the linter says it, the reader hides it."""

from collections import Counter
from collections.abc import Iterator

from sizewise.ground.written import number_of
from sizewise.learn.finding import Finding
from sizewise.learn.quiz.item import Quiz
from sizewise.learn.quiz.kinds import counted
from sizewise.learn.quiz.kinds import faults as item_faults


def faults(quiz: Quiz) -> Iterator[Finding]:
    """L01 to L03: what keeps a bank from being asked and scored at all."""
    for item in quiz.items:
        for fault in item_faults(item):
            yield Finding(fault.rule, "E", item.id, fault.place, fault.why, fault.fix)
    yield from _ids_unique(quiz)
    yield from _draw_possible(quiz)


def _ids_unique(quiz: Quiz) -> Iterator[Finding]:
    for name, times in Counter(item.id for item in quiz.items).items():
        if times > 1:
            why, fix = f"The id {name} names {times} items.", "Give each item an id of its own."
            yield Finding("L02", "E", name, "id", why, fix)


def _draw_possible(quiz: Quiz) -> Iterator[Finding]:
    draw = quiz.draw
    skills = Counter(item.skill for item in counted(quiz.items))
    least = sum(min(draw.per_skill_min, number) for number in skills.values())
    if draw.count > skills.total():
        why = f"An attempt draws {number_of(draw.count, 'item')} from a bank of {skills.total()}."
        fix = "Write more items, or draw fewer."
        yield Finding("L01", "E", None, "draw.count", why, fix)
    for skill, number in skills.items():
        if number < draw.per_skill_min:
            why = f"An attempt takes {draw.per_skill_min} of every skill, and {skill} has {number}."
            fix = "Write more items of that skill, or ask for fewer of each."
            yield Finding("L01", "E", None, "draw.per_skill_min", why, fix)
    if least > draw.count:
        why = f"An attempt of {draw.count} cannot hold {least} items of {len(skills)} skills."
        fix = "Draw more items, or ask for fewer of each skill."
        yield Finding("L01", "E", None, "draw.per_skill_min", why, fix)
