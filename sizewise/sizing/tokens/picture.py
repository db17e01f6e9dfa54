"""The size of a picture in pixels, read from the first bytes of its file. Nothing is decoded."""

from collections.abc import Callable, Mapping
from struct import unpack_from

from sizewise.ground import limits
from sizewise.ground.plain import Plain
from sizewise.ground.written import grouped

PixelSize = tuple[int, int]
"""Width and height in pixels."""

_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers that begin a JPEG's frame; the three left out begin tables."""
_JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG markers that stand without a length."""
_JPEG_STEPS = 10_000
"""Markers and filling bytes that are passed on the way: a camera writes some dozens."""


class PictureUnreadable(Plain, ValueError):
    """The bytes are no picture of a kind we read; the message is meant for the learner."""

    field = "picture"


def picture_size(raw: bytes) -> PixelSize:
    """Width and height of a PNG, JPEG, GIF or WebP file, moving or not. Raises PictureUnreadable.

    Sources: PNG specification 11.2.1; ITU-T T.81 (JPEG) B.2.2; GIF89a section 18; the WebP
    container specification and RFC 6386 section 9.1. A JPEG that its camera turned sideways is
    given as it is stored; its tokens are the same either way.
    """
    read = next((each for mark, each in _KINDS.items() if raw.startswith(mark)), None)
    if read is None:
        raise PictureUnreadable("This is no picture of a kind we read: PNG, JPEG, GIF or WebP.")
    try:
        width, height = read(raw)
    except (LookupError, ValueError, OSError) as cut:
        raise PictureUnreadable("This picture breaks off before its size is told.") from cut
    if width < 1 or height < 1:
        raise PictureUnreadable(f"This picture says that it has {width} x {height} pixels.")
    if max(width, height) > limits.PICTURE_SIDE:
        raise PictureUnreadable(
            f"This picture says that it has {grouped(width)} x {grouped(height)} "
            "pixels. No model takes a side "
            f"of more than {grouped(limits.PICTURE_SIDE)}: make it smaller first."
        )
    return width, height


def _words(layout: str, raw: bytes, offset: int) -> tuple[int, ...]:
    if offset + 4 > len(raw):
        raise ValueError
    return unpack_from(layout, raw, offset)


def _png(raw: bytes) -> PixelSize:
    if raw[12:16] != b"IHDR" or len(raw) < 24:
        raise ValueError
    width, height = unpack_from(">II", raw, 16)
    return width, height


def _gif(raw: bytes) -> PixelSize:
    width, height = _words("<HH", raw, 6)
    return width, height


def _jpeg(raw: bytes) -> PixelSize:
    """Walk from marker to marker, each with its length, to the first one that begins a frame."""
    at = 2
    for _ in range(_JPEG_STEPS):
        if raw[at] != 0xFF:
            raise ValueError
        marker = raw[at + 1]
        if marker in _JPEG_SIZES:
            height, width = _words(">HH", raw, at + 5)
            return width, height
        if marker == 0xFF or marker in _JPEG_BARE:
            at += 1 if marker == 0xFF else 2
            continue
        at += 2 + max(2, _words(">HH", raw, at + 2)[0])
    raise ValueError


def _webp(raw: bytes) -> PixelSize:
    return _WEBP[raw[12:16] if raw[8:12] == b"WEBP" else b""](raw)


def _webp_lossy(raw: bytes) -> PixelSize:
    if raw[23:26] != b"\x9d\x01\x2a":
        raise ValueError
    width, height = _words("<HH", raw, 26)
    return width & 0x3FFF, height & 0x3FFF


def _webp_lossless(raw: bytes) -> PixelSize:
    if raw[20] != 0x2F:
        raise ValueError
    low, high = _words("<HH", raw, 21)
    bits = low | high << 16
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _webp_extended(raw: bytes) -> PixelSize:
    if len(raw) < 30:
        raise ValueError
    return int.from_bytes(raw[24:27], "little") + 1, int.from_bytes(raw[27:30], "little") + 1


_KINDS: Mapping[bytes, Callable[[bytes], PixelSize]] = {
    b"\x89PNG\r\n\x1a\n": _png,
    b"\xff\xd8": _jpeg,
    b"GIF87a": _gif,
    b"GIF89a": _gif,
    b"RIFF": _webp,
}
_WEBP: Mapping[bytes, Callable[[bytes], PixelSize]] = {
    b"VP8 ": _webp_lossy,
    b"VP8L": _webp_lossless,
    b"VP8X": _webp_extended,
}
