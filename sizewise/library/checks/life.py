"""Whether what a model file says of the model's end is what its lifecycle says."""

import re
from collections.abc import Iterator

from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.tree import Key, line_of, spoken_way
from sizewise.sizing.catalogue.catalog import ModelFile

_ANSWERED = re.compile(
    r"\banswers? with another model\b|\banother model answers\b|\bsends (?:these|its) calls to\b"
    r"|\bcalls (?:to it )?do not fail\b|\bredirect",
    re.IGNORECASE,
)
_SURE = re.compile(r"\bcalls (?:to it )?do not fail\b|\bit no longer answers\b", re.IGNORECASE)
"""What has a no in it and leaves no doubt."""
_IN_DOUBT = re.compile(
    r"\b(?:no|not|never|nobody|nothing|none|neither|nor|without|whether|if|unless|(?-i:may)|might|could"
    r"|few|unknown|unclear|how|who|what)\b|n[’']t\b|\?",
    re.IGNORECASE,
)
"""A sentence that denies something, asks or doubts: what it says of calls, nobody can tell."""
_FAILED = re.compile(r"\bcalls (?:to it )?fail\b|\bit no longer answers\b", re.IGNORECASE)


def as_its_life(opened: Opened[ModelFile], _desk: Desk) -> None:
    """Warn of a text after which another model answers, or none, where the lifecycle differs."""
    file = opened.usable
    if file is None:
        return
    turned = file.lifecycle.redirect is not None
    against, what, fix = (
        (_FAILED, "calls fail", "drop `redirect:` there, or say here who answers")
        if turned
        else (_ANSWERED, "another model answers calls", "write `redirect:` there, or change this")
    )
    has = "has" if turned else "has no"
    for keys, text in _texts(file):
        found = next(filter(None, map(against.search, _statements(text))), None)
        if found:
            told = f"“{found.group()}” says that {what}, and the lifecycle {has} `redirect:`"
            opened.page.report(line_of(opened.root, *keys), spoken_way(*keys), told, fix, "W")


def _texts(file: ModelFile) -> Iterator[tuple[tuple[Key, ...], str]]:
    """What says something of the model, with the way to it; no lists of jobs."""
    yield ("summary",), file.summary
    for at, text in enumerate(file.open_questions):
        yield ("open_questions", at), text


def _statements(text: str) -> Iterator[str]:
    """The sentences that say that something is so."""
    sentences = re.split(r"(?<=[.?!])\s+", text)
    return (each for each in sentences if not _IN_DOUBT.search(_SURE.sub("", each)))
