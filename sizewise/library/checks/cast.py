"""Roles: whoever holds one must be there, and stay for as long as the cast says."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from sizewise.ground.written import day_words
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.tree import line_of
from sizewise.sizing.catalogue.cast import Cast, Reign, Role
from sizewise.sizing.catalogue.catalog import Catalogue


def no_model_is_called_so(opened: Opened[Cast], desk: Desk) -> None:
    """Report a role that has the name of a model: nobody could tell which one a text means."""
    for at, role in enumerate(opened.value.roles if opened.value else ()):
        if role.id in desk.names["model"]:
            line, what = (
                line_of(opened.root, "roles", at, "id"),
                f"a model is called `{role.id}` too",
            )
            opened.page.report(line, f"roles > {role.id}", what, "give the role another name")


def held_to_the_end(opened: Opened[Cast], desk: Desk) -> None:
    """Warn of a holder that ends before its days in the role do, and of a role without one."""
    catalogue, day = desk.facts.catalogue, desk.facts.day
    for at, role in enumerate(opened.value.roles if opened.value else ()):
        empty = _empty(role, catalogue, day)
        for number, what, fix in chain(_early_ends(role, catalogue, day), empty):
            line = line_of(opened.root, "roles", at, "held", number)
            opened.page.report(line, f"roles > {role.id}", what, fix, "W")


def _early_ends(role: Role, catalogue: Catalogue, day: date) -> Iterator[tuple[int, str, str]]:
    began = date.min
    for number, reign in enumerate(role.held):
        end = _end(reign, catalogue)
        if end is not None and end <= began:
            what = f"{reign.model} is gone on {day_words(end)}, before it holds the role"
            yield number, what, "name a model that answers then"
        elif end is not None and (reign.until is None or end < reign.until):
            word = "retired" if end <= day else "retires"
            what = f"{reign.model} {word} on {day_words(end)} and holds the role after that"
            yield number, what, f"write `until: {end}` and name the next model"
        began = reign.until or began


def _end(reign: Reign, catalogue: Catalogue) -> date | None:
    """The first day on which a holder no longer answers; none when no such day is known."""
    profile = catalogue.profiles.get(reign.model)
    life = profile.file.lifecycle if profile else None
    ends = (life.shutdown, life.redirect.since if life.redirect else None) if life else ()
    return min((each for each in ends if each is not None), default=None)


def _empty(role: Role, catalogue: Catalogue, day: date) -> Iterator[tuple[int, str, str]]:
    """Whether on the day the whole line is gone, and no successor answers."""
    if role.id not in catalogue.cast.by_name:
        return  # the cast must be repaired first
    if any(reign.model not in catalogue.profiles for reign in role.held):
        return  # told where the name stands
    holder = catalogue.holder(role.id, day)
    if not holder.file.lifecycle.answers_on(day):
        what = f"no model of the line answers on {day_words(day)}"
        yield len(role.held) - 1, what, "describe a living model in content/models and add it"
