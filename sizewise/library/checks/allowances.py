"""Comments that are to allow a finding and never can."""

from collections.abc import Collection, Iterator

from sizewise.library.read.allow import comments
from sizewise.library.read.front_matter import split
from sizewise.library.read.problem import Problem
from sizewise.library.read.tree import Page
from sizewise.library.read.words import nearest


def in_vain(
    page: Page, text: str, rules: Collection[str], never: Collection[str] = ()
) -> Iterator[Problem]:
    """Warn of each comment of a file that names a rule which nobody asks it to keep, or one that
    cannot be allowed. `rules` are all it is asked to keep.
    """
    front, _, lines = split(text, Page(page.file)) if page.file.endswith(".md") else (text, "", 0)
    for number, _, rule, _ in comments(front, Page(page.file), min(lines, 1)):
        if rule in never:
            what, fix = f"{rule} cannot be allowed", "repair what it finds, and leave this out"
            yield Problem(page.file, number, "comment", what, fix, "W")
        elif rule not in rules:
            what = f"allows nothing: no rule {rule} is asked of this file"
            yield Problem(page.file, number, "comment", what, nearest(rule, rules), "W")
