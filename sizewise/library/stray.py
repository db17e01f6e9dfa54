"""Files that nobody reads and that somebody may miss, each with where it may belong."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePath, PurePosixPath

from sizewise.ground.written import listed
from sizewise.library.kind import SCHEMAS, AnyKind
from sizewise.library.read.problem import WHOLE_FILE
from sizewise.library.read.tree import Page
from sizewise.library.read.words import nearest

_DATA = (".yaml", ".yml", ".json")
_TEXT = (".md", ".markdown")
_DOCUMENT = (".docx", ".doc", ".odt", ".rtf")
_ENDINGS = (*_DATA, *_TEXT, *_DOCUMENT, ".txt")
"""Endings of files that somebody may have meant as content, in small letters."""

_NO_CONTENT = re.compile(r"[.~#]|readme\b", re.IGNORECASE)
"""How names begin of hidden files, of what editors keep for themselves, and of notes."""
_LIKE_CONTENT = re.compile(r"(?:---\n)?(?:.*\n){0,40}?(?:objectives|facts_as_of|items|limits):")
_ENOUGH = 4_000
"""Bytes in which a file shows what it is."""


def strays(root: Path, kinds: Sequence[AnyKind], read: Collection[str]) -> Iterator[Page]:
    """A page with one warning for each file below `root` that looks like content of these kinds
    and is none of those that are `read`.
    """
    known = {name.casefold(): root / name for name in read}
    for path in _candidates(root, kinds):
        if path.as_posix() in read:
            continue
        same = known.get(path.as_posix().casefold())  # some disks take large letters for small ones
        if same is None or not (same.exists() and same.samefile(root / path)):
            page = Page(path.as_posix())
            page.report(1, WHOLE_FILE, "is not read", _rather(path, kinds), "W")
            yield page


def _candidates(root: Path, kinds: Sequence[AnyKind]) -> Iterator[PurePosixPath]:
    """Everything in the folders of content; beside them, and in folders of the root that are called
    alike, what begins like content.
    """
    tops = {PurePosixPath(kind.folder).parts[0] for kind in kinds}
    for top in sorted(tops):
        yield from _below(root, top)
    called_alike = {name for kind in kinds for name in _names(kind)}
    for folder in (root, *_inside(root)):
        if folder == root or (folder.name not in tops and folder.name.casefold() in called_alike):
            for path in _inside(folder):
                if _may_be_content(path) and _begins_like_content(path):
                    yield PurePosixPath(path.relative_to(root).as_posix())


def _names(kind: AnyKind) -> tuple[str, str]:
    """What its folder is called, or might be."""
    return PurePath(kind.folder).name, kind.name


def _below(root: Path, top: str) -> Iterator[PurePosixPath]:
    for folder, inner, files in os.walk(root / top):
        here = PurePosixPath(Path(folder).relative_to(root).as_posix())
        inner[:] = [
            each for each in sorted(inner) if each[0] != "." and str(here / each) != SCHEMAS
        ]
        yield from (here / name for name in sorted(files) if _may_be_content(here / name))


def _may_be_content(path: PurePath) -> bool:
    return path.suffix.casefold() in _ENDINGS and not _NO_CONTENT.match(path.name)


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _begins_like_content(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            start = file.read(_ENOUGH).decode("utf-8-sig", "replace").replace("\r\n", "\n")
    except OSError:
        return False
    marked = path.suffix.casefold() in _DATA or start.startswith("---\n")
    return marked and _LIKE_CONTENT.match(start) is not None


def _rather(path: PurePosixPath, kinds: Sequence[AnyKind]) -> str:
    """What its author may have meant."""
    folders = [kind for kind in kinds if not kind.single]
    meant = _called(path, folders)
    singles = [kind.path("").name for kind in kinds if kind.folder == str(path.parent)]
    if meant is not None and _fits(path, meant):
        return _there(path, meant)
    if path.suffix.casefold() not in _DATA:
        return _there(path, next(kind for kind in folders if kind.suffix in _TEXT))
    if meant is not None:
        quiz = next(kind for kind in folders if kind.name == "quiz")
        return f"{_there(path, quiz)}; a lesson ends in {meant.suffix}"
    if any(singles):
        return nearest(f"{path.stem}.yaml", singles)
    return f"move it to one of: {', '.join(sorted(kind.folder for kind in folders))}"


def _called(path: PurePosixPath, folders: Sequence[AnyKind]) -> AnyKind | None:
    """The kind that a folder on the way to the file is called after, the nearest one first."""
    by_name = {name: kind for kind in folders for name in _names(kind)}
    for part in reversed(path.parent.parts):
        close = get_close_matches(part.casefold(), by_name, n=1, cutoff=0.75)
        if close:
            return by_name[close[0]]
    return None


def _fits(path: PurePosixPath, kind: AnyKind) -> bool:
    """Whether a file may be one of that kind, whose ending is not right."""
    ending = path.suffix.casefold()
    families = (_DATA, _TEXT)
    return not any(ending in family and kind.suffix not in family for family in families)


def _there(path: PurePosixPath, kind: AnyKind) -> str:
    """How the file becomes one of that kind."""
    steps = []
    if str(path.parent) != kind.folder:
        steps.append(f"move it to {kind.folder}")
    if path.suffix.casefold() in _DOCUMENT:
        steps.append("save it as plain text in UTF-8")
    if path.suffix != kind.suffix:
        small = path.suffix.casefold() == kind.suffix
        steps.append(f"end its name in {kind.suffix}{', in small letters' if small else ''}")
    return listed(steps)
