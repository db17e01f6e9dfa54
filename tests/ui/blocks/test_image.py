"""The picture's block: its tiles, its sums, and a photo of one's own."""

from struct import pack

import pytest

from sizewise.sizing.catalogue.images.tiles import cut
from sizewise.ui.blocks.kinds.image_tokens import cut_html, cut_words
from tests.ui.blocks.test_drawing import drawn, html

BLOCK = {"kind": "image-tokens", "models": ["gpt-4o-mini", "gpt-4o"], "width": 1024}
PNG = b"\x89PNG\r\n\x1a\n" + pack(">I4sII", 13, b"IHDR", 2048, 4096)


def test_the_sum_of_each_model_is_written_out():
    page = html(drawn(BLOCK))
    assert "2,833 + 4 × 5,667 = <b>25,501 tokens</b>" in page
    assert "85 + 4 × 170 = <b>765 tokens</b>" in page  # the example of OpenAI's guide


def test_a_model_that_counts_patches_says_so():
    page = html(drawn({**BLOCK, "models": ["gpt-4o", "gpt-4.1-mini"]}))
    # 32 x 32 patches of 32 pixels, each 1.62 tokens: 1658.88, rounded up
    assert (
        "by another rule, 1.62 tokens for each patch of 32 × 32 pixels, at most 1,536 patches: "
        "about <b>1,659 tokens</b>"
    ) in page


def test_a_model_with_a_rule_of_its_own_is_not_said_to_cut_tiles():
    page = html(drawn({**BLOCK, "models": ["claude-sonnet-5-5", "gemini-3.5-flash-lite"]}))
    # Anthropic counts 28 x 28 pixels: 37 x 37 = 1,369. Google counts any picture alike.
    assert "a token for each square of 28 × 28 pixels, at most 4,784: <b>1,369 tokens</b>" in page
    assert "the same for a picture of any size: about <b>1,120 tokens</b>" in page
    assert "is cut into" not in page


def test_the_words_follow_the_picture():
    assert cut_words(2048, 4096).startswith(
        "First it is made smaller, to 768 × 1,536 pixels. Then it is cut into 2 × 3 = 6 tiles"
    )
    assert cut_words(300, 300).startswith(
        "It is small enough as it is. It is cut into 1 × 1 = 1 tile of"
    )


def test_the_drawing_has_a_box_for_each_tile_and_the_picture_to_scale():
    drawing = cut_html(cut(1024, 1024))  # 768 x 768 on 2 x 2 tiles: three quarters of 1024
    assert drawing.count("<b></b>") == 4
    assert "width:75%;height:75%" in drawing


def test_a_photo_of_ones_own_sets_the_size():
    app = drawn(BLOCK)
    app.file_uploader[0].upload("mine.png", PNG, "image/png").run()
    assert [each.value for each in app.number_input] == [2048, 4096]
    assert "mine.png has 2,048 × 4,096 pixels." in html(app)
    assert "85 + 6 × 170 = <b>1,105 tokens</b>" in html(app)  # the guide's example


LARGE = PNG[:16] + pack(">II", 2**32 - 1, 2**32 - 1)


@pytest.mark.parametrize("raw", [b"no picture", PNG[:20], LARGE])
def test_a_file_that_is_no_picture_is_refused_and_changes_nothing(raw):
    app = drawn(BLOCK)
    app.file_uploader[0].upload("mine.png", raw, "image/png").run()
    assert "mine.png: This" in app.error[0].value
    assert [each.value for each in app.number_input] == [1024, 1024]
