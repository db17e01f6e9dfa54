"""What a plain YAML word stands for: text, a number, a yes or no, a day, nothing, or a trap."""

import re
from typing import Literal

ScalarKind = Literal["text", "whole", "number", "truth", "day", "nothing", "trap"]
"""`trap`: other YAML readers turn it into something the author hardly means."""

_KINDS: tuple[tuple[ScalarKind, re.Pattern[str]], ...] = (
    ("nothing", re.compile(r"|~|null|Null|NULL")),
    ("truth", re.compile(r"true|True|TRUE|false|False|FALSE")),
    ("trap", re.compile(r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF")),
    ("whole", re.compile(r"[-+]?(0|[1-9][0-9]*)")),
    (
        "number",
        re.compile(r"[-+]?(0|[1-9][0-9]*)?(\.[0-9]+|(?<=[0-9])\.)?(?<=[0-9.])([eE][-+]?[0-9]+)?"),
    ),
    ("day", re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")),
    ("trap", re.compile(r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9_]*)?")),
    ("trap", re.compile(r"[-+]?0[xob]?[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*_[0-9_]*(\.[0-9_]*)?")),
    ("trap", re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")),
    ("trap", re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9:. \tZ+-]+")),
)

_FIRST = frozenset("~nNtTfFyYoO+-.0123456789")


def kind(word: str) -> ScalarKind:
    """What an unquoted word stands for in YAML 1.1 or 1.2; quoted words are always text."""
    if word and word[0] not in _FIRST:
        return "text"
    return next((name for name, pattern in _KINDS if pattern.fullmatch(word)), "text")
