"""The tokens of a call as an author writes them: its parts fit into their wholes."""

import pytest
from pydantic import ValidationError

from sizewise.ground.call_tokens import CallTokens


def test_cached_tokens_are_a_part_of_the_input():
    assert CallTokens(input=500, cached=500, output=0).cached == 500
    with pytest.raises(ValidationError, match="cached is a part of input, and 501 are more"):
        CallTokens(input=500, cached=501, output=0)


def test_reasoning_is_a_part_of_the_output():
    assert CallTokens(input=1, output=30, reasoning=30).reasoning == 30
    with pytest.raises(ValidationError, match="write at most 30"):
        CallTokens(input=1, output=30, reasoning=31)
