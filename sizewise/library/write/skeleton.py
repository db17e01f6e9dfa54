"""Files to begin with, whose gaps `check` names until they are filled."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from sizewise.library.kinds import KINDS
from sizewise.library.write.skeletons import FILES

_KINDS = {kind.name: kind for kind in KINDS}


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
    if not kind.naming.pattern.fullmatch(name):
        use = f"{kind.naming.said}, such as {kind.naming.example}"
        raise NotBegun(f"“{name}” cannot be a file's name. Use {use}.")
    _needs(kind.beside, kind.name, name, root)
    path = Path(kind.path(name))
    if (root / path).exists():
        raise NotBegun(f"{path.as_posix()} is there already. Choose another name, or edit it.")
    text = FILES[kind.name].read_text("utf-8")
    text = text.replace("NAME", name).replace("TODAY", today.isoformat())
    return Skeleton(path, text, kind.then.replace("NAME", name))


def _needs(beside: str | None, kind: str, name: str, root: Path) -> None:
    if beside and not (root / _KINDS[beside].path(name)).is_file():
        raise NotBegun(
            f"There is no {beside} {name}, and a {kind} has its {beside}'s name. "
            f"Write the {beside} first: python -m sizewise new {beside} {name}"
        )
