"""What the address asks to print: a lesson, what of it, and which sheet of its quiz."""

import secrets
from collections.abc import Mapping
from datetime import date

from sizewise.ui import address, house, session
from sizewise.ui.address import Found, Nonsense, Parameter

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


PARAMETERS: Mapping[str, Parameter] = {
    "what": Parameter("what to print", address.one_of(WHAT, "there is no such sheet.")),
    "seed": Parameter("the sheet", code),
    "day": Parameter("the day", address.day),
}


def asked(today: date) -> Found:
    """What, seed and day of the address, each checked; a missing seed is drawn once a tab."""
    seed = session.once("sheet_code", new_code)
    return address.read(session.query, PARAMETERS, {"what": "lesson", "seed": seed, "day": today})


def ask_for(lesson: str, what: str, seed: str, day: date) -> None:
    """Write all of it into the address, so that a link or a reload prints the same again."""
    paper = {"seed": seed, "day": day.isoformat()} if what != "lesson" else {"seed": "", "day": ""}
    session.set_query(lesson=lesson, what=what, **paper)


def change(name: str, key: str) -> None:
    """Take a value from its widget into the address; what cannot be is told when it is read."""
    session.set_query(**{name: address.text_of(session.get(key))})


def draw_others() -> None:
    """Other questions: another code."""
    session.set_query(seed=new_code())


def printable() -> tuple[str, ...]:
    """The ids of all lessons that can be printed, in the order of the course."""
    library = house.library()
    in_course = [entry.id for entry in library.course.lessons]
    known = {*library.lessons, *library.quizzes}
    return tuple(sorted(known, key=lambda each: (_place(in_course, each), each)))


def _place(in_course: list[str], lesson: str) -> int:
    return in_course.index(lesson) if lesson in in_course else len(in_course)
