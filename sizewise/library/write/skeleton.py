"""Files to begin with, whose gaps `check` names until they are filled."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from sizewise.ground.written import listed
from sizewise.library.kind import AnyKind
from sizewise.library.kinds import KINDS
from sizewise.library.write.skeletons import FILES, SHORT

_KINDS = {kind.name: kind for kind in KINDS}
_ANNOUNCE = """\
Then put it on the course map, below `lessons:` of a unit in content/course.yaml:
      - id: NAME"""


class NotBegun(ValueError):
    """A skeleton that cannot be written; the message says why and what to do."""


class Skeleton(NamedTuple):
    """A new file: where it belongs, below the root, what stands in it, and what to do next."""

    path: Path
    text: str
    then: str


def skeleton(name_of_kind: str, name: str, root: Path, today: date) -> Skeleton:
    """A new file of that kind (one of FILES). Raises NotBegun; nothing is written yet."""
    kind = _KINDS[name_of_kind]
    _may_begin(kind, name, root)
    return _filled(kind, FILES[kind.name], name, today)


def short_skeletons(name_of_kind: str, name: str, root: Path, today: date) -> tuple[Skeleton, ...]:
    """A short new file of that kind, with the short ones that stand beside it: a lesson's quiz.

    Raises NotBegun; nothing is written yet.
    """
    kind = _KINDS[name_of_kind]
    if kind.name not in SHORT:
        can = listed(list(SHORT), "or")
        raise NotBegun(f"A {kind.name} has no short form. Leave out --short, or begin a {can}.")
    _may_begin(kind, name, root)
    beside = [each for each in KINDS if each.beside == kind.name and each.name in SHORT]
    for each in beside:
        _must_have_room(each, name, root)
    made = [_filled(each, SHORT[each.name], name, today) for each in (kind, *beside)]
    return tuple(each._replace(then=_ANNOUNCE.replace("NAME", name)) for each in made)


def _may_begin(kind: AnyKind, name: str, root: Path) -> None:
    _must_have_room(kind, name, root)
    if kind.beside and not (root / _KINDS[kind.beside].path(name)).is_file():
        raise NotBegun(
            f"There is no {kind.beside} {name}, and a {kind.name} has its {kind.beside}'s name. "
            f"Write the {kind.beside} first: python -m sizewise new {kind.beside} {name}"
        )


def _must_have_room(kind: AnyKind, name: str, root: Path) -> None:
    if not kind.naming.pattern.fullmatch(name):
        use = f"{kind.naming.said}, such as {kind.naming.example}"
        raise NotBegun(f"“{name}” cannot be a file's name. Use {use}.")
    path = Path(kind.path(name))
    if (root / path).exists():
        raise NotBegun(f"{path.as_posix()} is there already. Choose another name, or edit it.")


def _filled(kind: AnyKind, file: Path, name: str, today: date) -> Skeleton:
    text = file.read_text("utf-8").replace("NAME", name).replace("TODAY", today.isoformat())
    return Skeleton(Path(kind.path(name)), text, kind.then.replace("NAME", name))
