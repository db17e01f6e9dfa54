"""A file's bytes as text, or a sentence that says why they are none."""

import codecs

from sizewise.ground.cells import FileTrouble
from sizewise.ground.written import grouped

ENCODINGS = {"utf-8-sig": "UTF-8", "cp1252": "Windows, Western", "utf-16": "UTF-16"}
"""How a file's letters may be written: Python's name -> ours."""
_NO_TEXT = {
    "a spreadsheet or a packed file": (
        *(b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"),
        *(b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd"),
    ),
    "a PDF": (b"%PDF-",),
    "a picture": (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
}
"""How files begin that are no text, whatever their name says."""


def likely_encoding(raw: bytes) -> str:
    """UTF-16 when the file says so in its first bytes, else UTF-8."""
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if marked else "utf-8-sig"


def decoded(raw: bytes, encoding: str, way_out: str) -> str:
    """The text of a file. `way_out` says what helps in another encoding. Raises FileTrouble."""
    for kind, marks in _NO_TEXT.items():
        if raw.startswith(marks):
            raise FileTrouble("file", f"This is {kind}. Save the sheet as CSV and take that file.")
    try:
        text = raw.decode(encoding)
    except UnicodeError as error:
        at = getattr(error, "start", 0)
        line = raw.count(b"\n", 0, at) + 1
        raise FileTrouble(
            "encoding",
            f"From line {grouped(line)} on, this file is not written in {ENCODINGS[encoding]}. "
            f"{way_out}",
        ) from None
    if "\x00" in text:
        raise FileTrouble("encoding", f"This is no text in that encoding. {way_out}")
    return text
