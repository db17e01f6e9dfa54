"""Curly quotes, from a word processor, where YAML knows straight ones only."""

import re

_CLOSING = {"“": "”", "”": "”", "„": "“”", "‘": "’", "’": "’", "«": "»", "»": "«"}

WHAT = "a text begins or ends with a curly quote, which YAML takes for a letter"
FIX = 'write straight quotes, as in "..."'
NO_QUOTES = "leave out the curly quotes"

IN_LINE = re.compile(
    r"""(?:.*?[:,-]\ |.*?[\[{]|)\ *(?:
      [“”„‘’«»](?!((?!:\ |\ \#).)*[“”’«»]\s*$)  # all but a whole value in curly quotes
      | "[^"]*[“”]\s*[,\]}]?\s*$
      | '[^']*’\s*[,\]}]?\s*$
    )""",
    re.VERBOSE,
)
"""A line in which they keep YAML from reading it."""


def opens(word: str) -> bool:
    """Whether a word without straight quotes begins with a curly one."""
    return word[:1] in _CLOSING


def encloses(word: str) -> bool:
    """Whether curly quotes stand around all of a word."""
    return len(word) > 1 and word[-1] in _CLOSING.get(word[0], "")


def is_cut(word: str, rest: str) -> bool:
    """Whether a word ends inside curly quotes that close in the `rest` of its line."""
    closing = _CLOSING.get(word[:1], "")
    return any(sign in rest and sign not in word[1:] for sign in closing)
