"""Whether a quiz can be shown and scored at all. Quality is the linter's matter."""

from sizewise.learn.item import Quiz
from sizewise.learn.quiz.faults import faults
from sizewise.library.findings import problem_of
from sizewise.library.shelf import Opened


def check_items(opened: Opened[Quiz]) -> None:
    """Report every item that has no clear answer, and a draw that the bank cannot serve."""
    for finding in faults(opened.value) if opened.value else ():
        opened.page.add(problem_of(finding, opened.page.file, opened.root))
