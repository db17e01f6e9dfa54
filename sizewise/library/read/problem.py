"""What is wrong in a file, where, and what to write instead."""

from collections.abc import Mapping
from dataclasses import dataclass

from sizewise.learn.finding import Level

_SPOKEN: Mapping[Level, str] = {"E": "", "W": "warning: ", "I": "note: "}

WHOLE_FILE = "whole file"
"""The place of a problem that no single field has."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to repair: `file:line: place: what, fix`; a warning says that it is one."""

    file: str
    line: int
    place: str
    what: str
    fix: str
    level: Level = "E"
    """E: the file is not used until it is repaired. W: worth a look; it works. I: a thought."""

    def __str__(self) -> str:
        what = f"{_SPOKEN[self.level]}{self.what}"
        said = f"{self.file}:{self.line}: {self.place}: {what}, {self.fix}"
        # A file's name may hold bytes that no terminal can print, and a text may hold line ends.
        return " ".join(said.encode("utf-8", "replace").decode("utf-8").split())


class NotRead(Exception):
    """A file cannot be read at all; carries its one problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
