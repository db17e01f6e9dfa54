"""Whether what a model file says of the model's end is what its lifecycle says."""

import re
from collections.abc import Iterator, Mapping

from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.tree import line_of
from sizewise.sizing.catalogue.catalog import ModelFile

_ANSWERED = re.compile(
    r"\banswers? with another model\b|\banother model answers\b|\bsends (?:these|its) calls to\b"
    r"|\bcalls (?:to it )?do not fail\b|\bredirect",
    re.IGNORECASE,
)
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
    for field, text in _texts(file):
        if found := against.search(text):
            line = line_of(opened.root, field)
            told = f"“{found.group()}” says that {what}, and the lifecycle {has} `redirect:`"
            opened.page.report(line, field, told, fix, "W")


def _texts(file: ModelFile) -> Iterator[tuple[str, str]]:
    lists: Mapping[str, tuple[str, ...]] = {
        "summary": (file.summary,),
        "best_for": file.best_for,
        "consider_else": file.consider_else,
        "open_questions": file.open_questions,
    }
    return ((field, text) for field, texts in lists.items() for text in texts)
