import pytest

from sizewise.sizing.tokens.usage import Usage, UsageError


@pytest.mark.parametrize("field", ["input", "cached", "output", "reasoning", "cache_written"])
def test_no_number_of_tokens_is_negative(field):
    with pytest.raises(UsageError, match="cannot be negative") as refused:
        Usage(**({"input": 5, "output": 5} | {field: -1}))
    assert refused.value.field == field


def test_cached_tokens_are_part_of_the_input():
    assert Usage(input=1000, cached=1000).cached == 1000
    with pytest.raises(UsageError, match="1,001 do not fit in 1,000") as refused:
        Usage(input=1000, cached=1001)
    assert refused.value.field == "cached"


def test_tokens_written_to_a_cache_are_part_of_the_uncached_input():
    assert Usage(input=1000, cached=600, cache_written=400).cache_written == 400
    with pytest.raises(UsageError, match="401 do not fit in 400") as refused:
        Usage(input=1000, cached=600, cache_written=401)
    assert refused.value.field == "cache_written"


def test_reasoning_tokens_are_part_of_the_output():
    assert Usage(input=1, output=7, reasoning=7).reasoning == 7
    with pytest.raises(UsageError, match="part of the output") as refused:
        Usage(input=1, output=7, reasoning=8)
    assert refused.value.field == "reasoning"


def test_a_call_may_use_nothing():
    assert Usage(input=0) == Usage(input=0, cached=0, output=0, reasoning=0)
