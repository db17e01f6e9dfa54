"""How a model counts a picture, in words."""

from typing import assert_never

from sizewise.ground.written import exactly, grouped
from sizewise.sizing.catalogue.images.patches import PATCH
from sizewise.sizing.catalogue.images.rule import ImageRule
from sizewise.sizing.catalogue.images.tiles import TILE


def rule_words(rule: ImageRule) -> str:
    """The rule as part of a sentence: "258 tokens for each crop"."""
    match rule.rule:
        case "tiles":
            each = f"{grouped(rule.tile)} tokens for each tile of {TILE} × {TILE} pixels"
            return f"{each}, and {grouped(rule.base)} for the picture"
        case "patches":
            each = f"{exactly(rule.multiplier)} tokens for each patch of {PATCH} × {PATCH} pixels"
            return f"{each}, at most {grouped(rule.cap)} patches"
        case "squares":
            each = f"a token for each square of {rule.side} × {rule.side} pixels"
            return f"{each}, at most {grouped(rule.cap)}"
        case "crops":
            return f"{grouped(rule.crop)} tokens for each part that it is cut into"
        case "flat":
            return "the same for a picture of any size"
        case _:
            assert_never(rule)
