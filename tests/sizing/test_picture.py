"""A picture's size from its first bytes, held against pictures that another program wrote."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sizewise.sizing.picture import PictureUnreadable, picture_size

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


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7", b"<svg width='9' height='9'/>"])
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
