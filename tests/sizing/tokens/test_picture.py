"""A picture's size from its first bytes, held against pictures that another program wrote."""

from io import BytesIO
from struct import pack
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sizewise.ground import limits
from sizewise.sizing.tokens.picture import PictureUnreadable, picture_size

KINDS = ("PNG", "JPEG", "GIF", "WEBP")


def drawn(kind, width=31, height=7, **more):
    file = BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, kind, **more)
    return file.getvalue()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(1, 1), (31, 7), (2048, 900)])
def test_the_size_is_read_from_each_kind_of_file(kind, size):
    assert picture_size(drawn(kind, *size)) == size


@pytest.mark.parametrize("more", [{"lossless": True}, {"exif": b"Exif\0\0" + b"x" * 40}])
def test_a_webp_file_tells_its_size_in_three_ways(more):
    assert picture_size(drawn("WEBP", 640, 481, **more)) == (640, 481)


def test_a_jpeg_tells_its_size_after_whatever_a_camera_wrote_first():
    long = drawn("JPEG", 640, 481, exif=b"Exif\0\0" + b"\xff\xc0" * 5_000, progressive=True)
    assert picture_size(long) == (640, 481)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_breaks_off_is_told(kind):
    with pytest.raises(PictureUnreadable, match="breaks off"):
        picture_size(drawn(kind)[:9])


def test_a_picture_of_no_pixels_is_told():
    with pytest.raises(PictureUnreadable, match="0 x 7 pixels"):
        picture_size(b"GIF89a" + bytes([0, 0, 7, 0]))


PNG = b"\x89PNG\r\n\x1a\n"
HUGE = {
    "every bit set": PNG + pack(">I4sII", 13, b"IHDR", 2**32 - 1, 2**32 - 1),
    "a pixel too wide": PNG + pack(">I4sII", 13, b"IHDR", limits.PICTURE_SIDE + 1, 1),
    "a thread": drawn("PNG", 30_000, 1),
    "a moving one": b"GIF89a" + pack("<HH", 65_535, 65_535),
    "a bomb": b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\xff" * 6,
}


@pytest.mark.parametrize("raw", HUGE.values(), ids=HUGE)
def test_a_picture_that_no_model_takes_is_refused_by_its_first_bytes(raw):
    with pytest.raises(PictureUnreadable, match=r"more than 20,000: make it smaller"):
        picture_size(raw)


def test_a_picture_turned_by_its_camera_is_measured_as_it_is_stored():
    turned = Image.Exif()
    turned[0x0112] = 6
    assert picture_size(drawn("JPEG", 640, 480, exif=turned.tobytes())) == (640, 480)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP"])
def test_a_moving_picture_is_measured_once(kind):
    second = Image.new("RGB", (31, 7), "black")
    assert picture_size(drawn(kind, save_all=True, append_images=[second])) == (31, 7)


@pytest.mark.parametrize(
    "raw",
    [b"\xff\xd8" + b"\xff" * 20_000_000, b"\xff\xd8" + b"\xff\xe1\x00\x02" * 5_000_000],
    ids=["filling bytes", "empty segments"],
)
def test_a_jpeg_without_a_frame_is_given_up_soon(raw):
    start = process_time()
    with pytest.raises(PictureUnreadable, match="breaks off"):
        picture_size(raw)
    assert process_time() - start < 0.5


@pytest.mark.parametrize(
    "raw", [b"", b"\0\0\0\x18ftypheic", b"%PDF-1.7", b"<svg width='9' height='9'/>"]
)
def test_a_file_that_is_no_picture_is_told(raw):
    with pytest.raises(PictureUnreadable, match="PNG, JPEG, GIF or WebP"):
        picture_size(raw)


@given(st.sampled_from([drawn(kind)[:12] for kind in KINDS]), st.binary(max_size=60))
def test_no_bytes_get_past_the_reader(start, rest):
    try:
        width, height = picture_size(start + rest)
    except PictureUnreadable:
        return
    assert width > 0
    assert height > 0
