"""Pictures as tokens, held against makers' examples and bills that were measured."""

from decimal import Decimal
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.catalogue.images.crops import ImageCrops
from sizewise.sizing.catalogue.images.flat import ImageFlat
from sizewise.sizing.catalogue.images.patches import ImagePatches, PictureBounds
from sizewise.sizing.catalogue.images.squares import ImageSquares

SIDES = st.integers(1, 20_000)
STANDARD = ImageSquares(side=28, cap=1568, longest=1568)
HIGH_RESOLUTION = ImageSquares(side=28, cap=4784, longest=2576)
LUNA = ImagePatches(multiplier=Decimal("1.2"), cap=2500, auto=PictureBounds())
GPT_5_4 = ImagePatches(multiplier=Decimal("1.2"), cap=2500, longest=2048)
GEMINI_2 = ImageCrops(crop=258)


@pytest.mark.parametrize(
    ("width", "height", "standard", "high"),
    [
        # Anthropic's guide "Images and vision", the table "Resolution and token cost".
        (200, 200, 64, 64),
        (1000, 1000, 1296, 1296),
        (1092, 1092, 1521, 1521),
        (1920, 1080, 1560, 2691),
        (2000, 1500, 1564, 3888),
        (3840, 2160, 1560, 4784),
    ],
)
def test_a_square_costs_a_token(width, height, standard, high):
    assert STANDARD.tokens(width, height, "high") == standard
    assert HIGH_RESOLUTION.tokens(width, height, "high") == high


@pytest.mark.parametrize(
    ("rule", "size", "fitted"),
    [
        # The same maker's guide on coordinates; the last two a reading of its reference program.
        (STANDARD, (1075, 1520), (924, 1307)),
        (STANDARD, (1920, 1080), (1456, 819)),
        (HIGH_RESOLUTION, (3840, 2160), (2576, 1449)),
        (HIGH_RESOLUTION, (3024, 1964), (2380, 1546)),
        (HIGH_RESOLUTION, (4032, 3024), (2212, 1659)),
    ],
)
def test_a_large_picture_is_brought_to_the_largest_size_that_fits(rule, size, fitted):
    assert rule.fitted(*size) == fitted


@given(SIDES, SIDES)
def test_no_picture_has_more_squares_than_the_cap(width, height):
    assert 1 <= STANDARD.tokens(width, height, "high") <= 1568
    assert max(STANDARD.fitted(width, height)) <= 1568


@given(SIDES, SIDES)
def test_turning_a_picture_changes_no_count(width, height):
    for rule in (STANDARD, LUNA, GEMINI_2):
        assert rule.tokens(width, height, "high") == rule.tokens(height, width, "high")


@pytest.mark.parametrize(
    ("width", "height", "detail", "billed"),
    [
        # Bills of gpt-6-luna, measured on 3 October 2026: with the picture less without it.
        (33, 33, "high", 4),
        (100, 100, "high", 19),
        (192, 260, "high", 64),
        (585, 1266, "high", 912),
        (1000, 700, "high", 844),
        (1024, 1024, "high", 1228),
        (1170, 2532, "high", 2851),
        (1300, 1300, "high", 2017),
        (1600, 1600, "high", 3000),
        (2048, 1024, "high", 2457),
        (3840, 2160, "high", 2930),
        (4096, 2048, "high", 2940),
        (4096, 4096, "high", 3000),
        (6000, 1000, "high", 2880),
        (512, 512, "low", 307),
        (3000, 3000, "low", 307),
        (1300, 1300, "auto", 2017),
        (1170, 2532, "auto", 3552),
        (3000, 3000, "auto", 10_603),
        (3840, 2160, "auto", 9792),
    ],
)
def test_a_count_of_patches_is_at_most_a_token_off_the_bill(width, height, detail, billed):
    assert 0 <= LUNA.tokens(width, height, detail) - billed <= 1


def test_a_bound_on_the_side_comes_before_the_cap():
    # OpenAI's guide gives 2048 pixels and 2,500 patches: 2048 x 1143 has 64 x 36, times 1.2.
    assert GPT_5_4.tokens(2752, 1536, "high") == 2765
    # Its example: 50 x 50 = 2,500 patches, times 1.2.
    assert GPT_5_4.tokens(2048, 2048, "high") == 3000


@given(SIDES, SIDES)
def test_auto_counts_as_high_where_the_maker_sets_no_other_bound(width, height):
    assert GPT_5_4.tokens(width, height, "auto") == GPT_5_4.tokens(width, height, "high")


@pytest.mark.parametrize(
    ("width", "height", "tokens"),
    [
        # Google's guide: up to 384 pixels each way, 258; 960 x 540 has crops of 360, 3 x 2.
        (384, 384, 258),
        (960, 540, 6 * 258),
        # Crops of 682 pixels; a large picture has crops of 768.
        (1024, 1024, 4 * 258),
        (4000, 3000, 6 * 4 * 258),
    ],
)
def test_a_picture_is_cropped_and_each_crop_costs_the_same(width, height, tokens):
    assert GEMINI_2.tokens(width, height, "high") == tokens


@given(SIDES, SIDES)
def test_crops_cover_the_picture(width, height):
    crops = GEMINI_2.tokens(width, height, "high") // 258
    assert crops >= ceil(width / 768) * ceil(height / 768)


@given(SIDES, SIDES)
def test_a_flat_rule_asks_for_no_size(width, height):
    # Google's guide on media resolution, Gemini 3: 1,120 tokens, 280 when low is asked for.
    flat = ImageFlat(most=1120, low=280)
    assert flat.tokens(width, height, "high") == flat.tokens(width, height, "auto") == 1120
    assert flat.tokens(width, height, "low") == 280
    assert ImageFlat(most=1024).tokens(width, height, "low") == 1024
