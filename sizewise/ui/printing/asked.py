"""What the address asks to print: a lesson, what of it, and which sheet of its quiz."""

import secrets

from sizewise.ui import house, session
from sizewise.ui.frame.address import Nonsense, Parameter, ParameterKind, day, one_of
from sizewise.ui.frame.draft import Draft

WHAT = {"lesson": "Lesson", "quiz": "Worksheet", "key": "Answer key", "pack": "Class pack"}
"""What can be printed. The key comes with `key` and `pack` alone."""
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""What codes are made of: nothing that looks like something else in handwriting."""
LENGTH, LONGEST = 5, 12


def new_code() -> str:
    """A code by chance: whoever types it again gets the same questions."""
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def code(text: str) -> str:
    """A code as somebody typed it. Raises Nonsense."""
    plain = text.strip().lower()
    if not plain.isascii() or not plain.isalnum() or len(plain) > LONGEST:
        raise Nonsense(f"write up to {LONGEST} letters and digits.")
    return plain


def draft() -> Draft:
    """What to print, the code of its questions and the day of their prices.

    A missing code is drawn once a tab; it and the day always go to the address, so that a link or
    a reload prints the same again.
    """
    seed, today = session.once("sheet_code", new_code), house.today()
    return Draft(
        "print",
        {
            "what": Parameter("what to print", one_of(WHAT, "there is no such sheet."), "lesson"),
            "seed": Parameter("the sheet", ParameterKind(code), seed, always=True),
            "day": Parameter("the day", ParameterKind(day), today, always=True),
        },
        remembers=False,
    )


def take_code() -> None:
    """Ask for the code that was typed as an address would; what cannot be is told."""
    session.set_query(seed=draft().held("seed"))
    session.visit()


def draw_others() -> None:
    """Other questions: another code."""
    draft().give(seed=new_code())


def change_lesson(key: str) -> None:
    """Take another lesson from its widget into the address."""
    session.set_query(lesson=session.get(key))


def printable() -> tuple[str, ...]:
    """The ids of all lessons that can be printed, in the order of the course."""
    library = house.library()
    in_course = [entry.id for entry in library.course.lessons]
    known = {*library.lessons, *library.quizzes}
    return tuple(sorted(known, key=lambda each: (_place(in_course, each), each)))


def _place(in_course: list[str], lesson: str) -> int:
    return in_course.index(lesson) if lesson in in_course else len(in_course)
