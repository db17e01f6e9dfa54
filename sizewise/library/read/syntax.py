"""YAML's own complaints in plain words."""

import re
from contextlib import suppress
from typing import Any

import yaml

from sizewise.ground.written import shortened
from sizewise.library.read import quotes

DEEPEST = 30
"""How many lists and mappings may stand inside one another; content needs nine."""

TOO_DEEP = (f"nests deeper than {DEEPEST} levels", "look for stray brackets")
"""What is wrong with a text that goes deeper, and what to do."""

CUT = (
    "a text is cut at ` #`: YAML takes the rest of the line for a remark",
    "put the whole text in quotes",
)
"""What is wrong with a text that holds the sign of a remark, and what to do."""

_INDENT = "use spaces and line the keys up under one another"

_ODD: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"\s*(-[^\s\-\d]|[\u2010-\u2015\u2212])[^#]*:"),
     "a line begins with a dash that starts no entry of a list",
     "write a hyphen and a space, as in `- id: ...`"),
    (re.compile(r" *(- *)?([\w-]+:)? *[\u00a0\u2000-\u200b\u202f\u3000]"),
     "a sign that looks like a space and is none stands in this line",
     "type its spaces anew: it was pasted from a web page or a word processor"),
    (quotes.IN_LINE, quotes.WHAT, quotes.FIX),
    (re.compile(r"\s*(- +)?[\w-]+: +"
                r"((\[[^\]]*\]|\{+[^}]*\}+) *[^\s#,\]}]|[|>][-+\d]* +[^\s#]|\? )"),
     "a text starts with a sign that YAML keeps for itself, one of [ { | > ?",
     "put the whole text in quotes"),
)  # fmt: skip
"""How a line begins that looks right and is not, what is wrong with it and what to do."""

_KNOWN: tuple[tuple[str, str, str], ...] = (
    ("tab character", "a tab stands at the start of the line", "use spaces"),
    ("mapping values are not allowed", "a colon stands where none is expected",
     "put a text that holds `: ` in quotes, and line the keys up under one another"),
    ("block sequence entries are not allowed", "a list starts on the line of its key",
     "start the list on the next line"),
    ("expected '-' indicator", "a list and keys stand side by side",
     "start every entry of the list with `- ` and indent what belongs to it"),
    ("expected ',' or", "a bracket is not closed, or a comma is missing",
     "close it, and put a text that holds `,` `{{` `]` or `}}` in quotes"),
    ("could not find expected ':'", "a line has no `key:`",
     "write `key: value`, or indent the line below its key"),
    ("did not find expected key",
     "a text in quotes ends early, or a line stands too far in or out",
     "write an apostrophe inside '...' twice, or use \"...\", and line the keys up"),
    ("unexpected end of stream", "a quote is opened and never closed", "close it"),
    ("unknown escape character", "a backslash in \"...\" starts no known sign",
     "write it twice, or use '...'"),
    ("maximum nesting depth", *TOO_DEEP),  # libyaml has a limit of its own, and reads ahead
    ("unexpected document separator", "a quote is opened and never closed", "close it"),
)  # fmt: skip


def explained(error: yaml.YAMLError, text: str, loader: Any) -> tuple[int, str, str]:
    """The line, from 1, what is wrong and what to write."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return 1, "is not YAML", "compare it with docs/authoring.md"
    complaint = str(error.problem)
    mark = error.problem_mark
    if "end of stream" in complaint and error.context_mark is not None:
        mark = error.context_mark
    what, fix = _words(complaint, _sign(text, mark))
    odd = _odd(text, mark.line)
    if odd is not None:
        return odd
    within = _in_brackets(text, error) if "expected ',' or" in complaint else None
    if within is not None:
        return within
    opened = _quote_over_lines(text, loader, mark.line)
    if opened is not None:
        what = (
            f"a quote is opened here and closes on line {mark.line + 1} only, where a text begins"
        )
        return opened + 1, what, "close it where its text ends"
    return min(mark.line, text.rstrip("\n").count("\n")) + 1, what, fix


def _odd(text: str, line: int) -> tuple[int, str, str] | None:
    """What is odd about that line, from 0, or about the one before, which YAML took for a text."""
    lines = dict(enumerate(text.split("\n")))
    found = (
        (n + 1, what, fix)
        for n in (line, line - 1)
        for sign, what, fix in _ODD
        if sign.match(lines.get(n, ""))
    )
    return next(found, None)


def _quote_over_lines(text: str, loader: Any, line: int) -> int | None:
    """Where a text in quotes begins that ends on that line, from 0, and began on another one."""
    found: int | None = None
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=loader):
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and token.start_mark.line < token.end_mark.line == line:
                found = token.start_mark.line
    return found


_QUOTED = re.compile(r"""(?:(?<=[:,]\ )|(?<=[\[{]))(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')""")
_REMARK = re.compile(r"\S\s+#")
_FIELD = re.compile(r"[\w-]+: ")
_OTHER_QUOTE = {'"': "'...'", "'": '"..."'}


def _in_brackets(text: str, error: yaml.MarkedYAMLError) -> tuple[int, str, str] | None:
    """What ends a text between brackets too early: a remark, a quote or a colon; none else."""
    mark, start = error.problem_mark, error.context_mark
    if mark is None or start is None:
        return None
    lines = text.split("\n")
    for at in range(start.line, min(mark.line + 1, len(lines))):
        bare = _QUOTED.sub("", lines[at])
        remark = _REMARK.search(bare)
        if remark and re.search(r"[}\]]", bare[remark.end() :]):
            return at + 1, *CUT
    line = lines[mark.line] if mark.line < len(lines) else ""
    before, behind = line[: mark.column].rstrip(), line[mark.column :]
    field = _FIELD.match(behind)
    if (quote := before[-1:]) in _OTHER_QUOTE and field is None:
        what = f"a text in {quote}...{quote} ends before `{shortened(behind, 20)}`"
        return mark.line + 1, what, f"put the whole text between {_OTHER_QUOTE[quote]}"
    if behind.startswith(": ") and (" " in before.lstrip() or mark.line == start.line):
        what = f"a colon stands in a text, behind `{shortened(before.split()[-1], 20)}`"
        fix = "put the whole text in quotes; if a new field begins there, write a comma before it"
        return mark.line + 1, what, fix
    return None


def _words(complaint: str, sign: str) -> tuple[str, str]:
    if "cannot start any token" in complaint:
        if sign == "\t":
            return "a tab stands at the start of the line", "use spaces"
        return f"a text starts with {sign}", "put it in quotes"
    complaint = complaint.replace("expected <block end>", "did not find expected key")
    for piece, what, fix in _KNOWN:
        if piece in complaint:
            return what, fix.replace("{{", "{").replace("}}", "}")
    return f"is not YAML ({complaint})", _INDENT


def _sign(text: str, mark: yaml.Mark) -> str:
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1] or "a strange sign"
