"""The views of a class, for its teacher. One more is one file here and one line below."""

from collections.abc import Callable
from typing import NamedTuple

from sizewise.learn.class_room.membership import Class
from sizewise.ui.class_room.report import glance, grades, live, missed, skills
from sizewise.ui.class_room.views import assignments, closing, joining, people, slips


class ClassView(NamedTuple):
    """A view of a class: what the address and the teacher call it, and what draws it."""

    name: str
    title: str
    icon: str
    """A name of Google's Material Symbols."""
    draw: Callable[[Class], None]


VIEWS = (
    ClassView("glance", "First glance", "visibility", glance.draw),
    ClassView("skills", "Skills", "grid_on", skills.draw),
    ClassView("missed", "Missed questions", "quiz", missed.draw),
    ClassView("live", "Live", "sensors", live.draw),
    ClassView("grades", "Gradebook", "table", grades.draw),
    ClassView("join", "How to join", "qr_code_2", joining.draw),
    ClassView("people", "Members", "groups", people.draw),
    ClassView("work", "Assignments", "event", assignments.draw),
    ClassView("slips", "Slips", "content_cut", slips.draw),
    ClassView("close", "Link and end", "inventory_2", closing.draw),
)
"""In the order in which they are offered."""
