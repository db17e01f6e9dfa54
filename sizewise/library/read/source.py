"""The text of a content file, or the plain reason why there is none."""

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from sizewise.ground.written import grouped
from sizewise.library.read.problem import WHOLE_FILE, NotRead, Problem

MOST_BYTES = 1_000_000
"""The largest content file; the longest lesson is a hundredth of it."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # how a UTF-16 file starts
_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")  # .docx and .odt, .doc, .rtf


def read_text(path: Path, name: str) -> str:
    """The file's text with `\\n` line ends and no byte order mark. Raises NotRead."""
    _must_be_a_file(path, name)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _not_read(name, f"cannot be opened ({error.strerror})", "allow reading it") from None
    text = _decoded(raw, name).replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control:
        what = f"holds the invisible control character U+{ord(control.group()):04X}"
        raise _not_read(name, what, "delete it", _line(text, control.start()))
    return text


def content_files(folder: Path, suffix: str) -> Iterator[Path]:
    """Every file of a folder with that suffix, by name; hidden ones are left out."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return
    yield from (each for each in found if each.suffix == suffix and not each.name.startswith("."))


def _must_be_a_file(path: Path, name: str) -> None:
    try:
        status = path.stat()
    except FileNotFoundError:
        raise _not_read(name, "does not exist", "write it") from None
    except OSError:  # a loop of links, a name that is too long, a closed folder
        raise _not_read(name, "cannot be found", "put the file itself here, no link") from None
    if stat.S_ISDIR(status.st_mode):
        raise _not_read(name, "is a folder", "put a file of that name here")
    if not stat.S_ISREG(status.st_mode):
        raise _not_read(name, "is no ordinary file", "put a text file here")
    if status.st_size > MOST_BYTES:
        what = f"has {grouped(status.st_size)} bytes, more than {grouped(MOST_BYTES)}"
        raise _not_read(name, what, "split it or shorten it")


def _decoded(raw: bytes, name: str) -> str:
    if raw.startswith(_WIDE_MARKS):
        raise _not_read(name, "is saved as UTF-16", "save it as UTF-8")
    if raw.startswith(_DOCUMENTS):
        what = "is a document of a word processor, not a text"
        raise _not_read(name, what, "save it as plain text in UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8: byte 0x{raw[error.start]:02x} means nothing there"
        raise _not_read(name, what, "save it as UTF-8", line) from None


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _not_read(name: str, what: str, fix: str, line: int = 1) -> NotRead:
    return NotRead(Problem(name, line, WHOLE_FILE, what, fix))
