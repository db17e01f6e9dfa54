from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.catalogue.images.tiles import Cut, cut
from sizewise.sizing.tokens.image import ImageEmpty, image_tokens
from tests.sizing.models import (
    GPT_4_1_MINI_PATCHES,
    GPT_4_1_PATCHES,
    GPT_4O_MINI_TILES,
    GPT_4O_TILES,
)

SIDES = st.integers(1, 20_000)


@pytest.mark.parametrize(
    ("width", "height", "detail", "tokens"),
    [
        # The three examples of OpenAI's "Images and vision" guide.
        (1024, 1024, "high", 765),
        (2048, 4096, "high", 1105),
        (4096, 8192, "low", 85),
        (4096, 2048, "high", 1105),
        # One tile: 85 + 170. A pixel more, two tiles: 85 + 2 x 170.
        (512, 512, "high", 255),
        (513, 512, "high", 425),
        (1, 1, "high", 255),
        # 1920 x 1080 becomes 1365 x 768: 3 x 2 tiles.
        (1920, 1080, "high", 1105),
        # A ribbon: 10,000 x 10 becomes 2048 x 2, 4 tiles.
        (10_000, 10, "high", 765),
    ],
)
def test_a_picture_is_a_base_and_its_tiles(width, height, detail, tokens):
    assert image_tokens(width, height, detail, GPT_4O_TILES) == tokens


def test_the_small_model_counts_a_picture_thirty_three_times_as_much():
    # 2,833 + 4 x 5,667 = 25,501; 25,501 / 765 = 33.3.
    assert image_tokens(1024, 1024, "high", GPT_4O_MINI_TILES) == 25_501
    assert image_tokens(1024, 1024, "low", GPT_4O_MINI_TILES) == 2833


@pytest.mark.parametrize(
    ("width", "height", "rule", "tokens"),
    [
        # The guide's examples for GPT-4.1: 32 x 32 patches; 57 x 75 are too many, 33 x 44 fit.
        (1024, 1024, GPT_4_1_PATCHES, 1024),
        (1800, 2400, GPT_4_1_PATCHES, 1452),
        (2400, 1800, GPT_4_1_PATCHES, 1452),
        # 1,024 x 1.62 = 1,658.88 and 1,452 x 1.62 = 2,352.24, rounded up.
        (1024, 1024, GPT_4_1_MINI_PATCHES, 1659),
        (1800, 2400, GPT_4_1_MINI_PATCHES, 2353),
        # 2048 x 768 is 64 x 24 patches, exactly the cap.
        (2048, 768, GPT_4_1_PATCHES, 1536),
        (32, 32, GPT_4_1_PATCHES, 1),
        (33, 32, GPT_4_1_PATCHES, 2),
    ],
)
def test_a_picture_is_its_patches_up_to_a_cap(width, height, rule, tokens):
    assert image_tokens(width, height, "high", rule) == tokens


def test_low_detail_shrinks_a_picture_to_512_pixels():
    # 16 x 16 patches; 16 x 8 for a picture twice as wide as high.
    assert image_tokens(2048, 2048, "low", GPT_4_1_PATCHES) == 256
    assert image_tokens(2048, 1024, "low", GPT_4_1_PATCHES) == 128


@given(SIDES, SIDES)
def test_auto_counts_as_high(width, height):
    high, auto = (image_tokens(width, height, d, GPT_4O_TILES) for d in ("high", "auto"))
    assert high == auto


@given(SIDES, SIDES, st.sampled_from([GPT_4O_TILES, GPT_4_1_PATCHES, GPT_4_1_MINI_PATCHES]))
def test_low_detail_never_costs_more(width, height, rule):
    low, high = (image_tokens(width, height, d, rule) for d in ("low", "high"))
    assert low <= high


@given(SIDES, SIDES)
def test_no_picture_has_more_than_eight_tiles(width, height):
    # 2048 x 768 is the largest that is left: 4 x 2 tiles.
    tiles = (image_tokens(width, height, "high", GPT_4O_TILES) - 85) // 170
    assert 1 <= tiles <= 8


@given(SIDES, SIDES)
def test_no_picture_has_more_patches_than_the_cap(width, height):
    assert 1 <= image_tokens(width, height, "high", GPT_4_1_PATCHES) <= 1536
    most = ceil(1536 * GPT_4_1_MINI_PATCHES.multiplier)
    assert 1 <= image_tokens(width, height, "high", GPT_4_1_MINI_PATCHES) <= most


@given(SIDES, SIDES, st.sampled_from([GPT_4O_TILES, GPT_4_1_PATCHES]))
def test_turning_a_picture_changes_nothing(width, height, rule):
    assert image_tokens(width, height, "high", rule) == image_tokens(height, width, "high", rule)


@pytest.mark.parametrize(("width", "height"), [(0, 10), (10, 0), (-1, 10)])
def test_a_picture_without_pixels_is_refused(width, height):
    with pytest.raises(ImageEmpty, match=f"{width} x {height}"):
        image_tokens(width, height, "high", GPT_4O_TILES)


def test_a_picture_is_shrunk_before_it_is_cut():
    # OpenAI's guide: 2048 x 4096 becomes 1024 x 2048, then 768 x 1536: 2 x 3 tiles of 512
    assert cut(2048, 4096) == Cut(width=768, height=1536, across=2, down=3)


def test_a_small_picture_stays_as_it_is():
    assert cut(513, 100) == Cut(width=513, height=100, across=2, down=1)


@given(SIDES, SIDES)
def test_the_tiles_cover_the_picture_and_none_is_empty(width, height):
    made = cut(width, height)
    for side, tiles in ((made.width, made.across), (made.height, made.down)):
        assert (tiles - 1) * 512 < side <= tiles * 512
