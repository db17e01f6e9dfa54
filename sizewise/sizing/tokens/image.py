"""Pictures to tokens, by the rule that a model's maker publishes."""

from sizewise.ground.plain import Plain
from sizewise.sizing.catalogue.images.pixels import Detail
from sizewise.sizing.catalogue.images.rule import ImageRule


class ImageEmpty(Plain, ValueError):
    """A picture needs at least one pixel each way."""


def image_tokens(width: int, height: int, detail: Detail, rule: ImageRule) -> int:
    """Input tokens of a picture of that many pixels.

    Whether the number is exact or an estimate says the rule. Pictures are made smaller, never
    larger. Raises ImageEmpty.
    """
    if width < 1 or height < 1:
        raise ImageEmpty(f"a picture of {width} x {height} pixels has nothing to see")
    return rule.tokens(width, height, detail)
