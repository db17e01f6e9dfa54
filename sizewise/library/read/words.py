"""What pydantic finds, in our own words; and the nearest known spelling of a name."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from sizewise.ground import ids
from sizewise.ground.written import number_of
from sizewise.library.read import quotes

_PATTERNS = {
    ids.ID: "3 to 64 small letters a to z, digits and hyphens",
    ids.SHORT_ID: "1 to 16 small letters a to z, digits and hyphens",
    ids.ROW_ID: "1 to 24 small letters a to z, digits and hyphens",
    ids.ANSWER_ID: "2 to 64 small letters a to z, digits and hyphens",
    ids.MODEL_ID: "a model's file name: 2 to 64 small letters a to z, digits, dots, hyphens",
    ids.URL: "a web address that starts with https://",
    ids.DAY: "a day such as 2026-11-21",
    ids.PRICE_REF: "provider/model, such as openai/gpt-4o-mini",
}

Words = tuple[str, str]
"""What is wrong, and what to write."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The words `did you mean ...`, or the list of all that is known; never empty."""
    known = sorted(known)
    close = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]}?"
    return f"write one of: {', '.join(known[:30])}" if known else "there is none yet"


def in_words(error: Mapping[str, Any]) -> Words:
    """One finding of pydantic as what is wrong and what to write."""
    if error["type"] == "value_error":
        return _own_words(error["msg"].removeprefix("Value error, "))
    if error["type"] == "string_pattern_mismatch" and quotes.opens(str(error["input"])):
        return quotes.WHAT, quotes.FIX
    what, fix = _SENTENCES.get(error["type"], _UNKNOWN)
    if error["type"] == "too_short":
        return f"has {number_of(len(error['input']), 'entry', 'entries')}", fix.format(
            **error["ctx"]
        )
    facts = {"value": str(error["input"])[:40], "message": error["msg"], **(error.get("ctx") or {})}
    if "pattern" in facts:
        facts["pattern"] = _PATTERNS.get(facts["pattern"], facts["pattern"])
    return what.format(**facts), fix.format(**facts)


def _own_words(message: str) -> Words:
    """What a content type says of itself, which ends with what to write, after a colon."""
    what, colon, fix = message.rpartition(": ")
    return (what, fix) if colon else (message, _UNKNOWN[1])


_UNKNOWN: Words = ("does not fit ({message})", "compare it with docs/authoring.md")

_SENTENCES: Mapping[str, Words] = {
    "missing": ("is missing", "write it"),
    "string_too_short": ("is empty", "write a text or leave the line out"),
    "string_pattern_mismatch": ("`{value}` does not fit", "write {pattern}"),
    "greater_than": ("{value} is out of range", "write a number above {gt}"),
    "greater_than_equal": ("{value} is out of range", "write a number of at least {ge}"),
    "less_than": ("{value} is out of range", "write a number below {lt}"),
    "less_than_equal": ("{value} is out of range", "write a number of at most {le}"),
    "too_short": ("has too few entries", "write at least {min_length}"),
    "too_long": ("has too many entries", "keep at most {max_length}"),
}
