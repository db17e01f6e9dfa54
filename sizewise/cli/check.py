"""`check`: every problem of the content, with file and line."""

import sys
from collections import Counter
from datetime import date
from pathlib import Path

import click

from sizewise import ROOT
from sizewise.cli.frame.options import day_option, today


@click.command()
@click.argument("path", type=click.Path(path_type=Path), default=ROOT)
@day_option("The day to check for; today when left out.")
@click.option(
    "--robots", is_flag=True, help="Print what robots that know nothing earn in each quiz."
)
def command(path: Path, at: date | None, robots: bool) -> None:
    """Read all content and print every problem as `file:line: place: what, fix`.

    PATH is a folder with `content` and `quizzes`, or one file of such a folder. Ends with 1 when
    anything must be repaired. What only time has made old is a warning.
    """
    from sizewise.library.check import check

    root = _root_of(path)
    if robots:
        _tell_robots(root, at or today())
        return
    problems = check(root, at or today())
    if path.is_file():
        name = path.resolve().relative_to(root).as_posix()
        problems = tuple(each for each in problems if each.file == name)
    for problem in problems:
        click.echo(str(problem))
    levels = Counter(str(problem.level) for problem in problems)
    click.echo(_summary(levels))
    sys.exit(1 if levels["E"] else 0)


_ROBOT_LINE = "{:<54}  {:<30}  {:>5}  {:>3}  {:>5}  {:>5}"


def _root_of(path: Path) -> Path:
    """The folder that holds `content` and `quizzes`, from itself or from a file inside."""
    here = path.resolve()
    if not here.is_file():
        return here
    return next((each for each in here.parents if (each / "content").is_dir()), here.parent)


def _tell_robots(root: Path, day: date) -> None:
    """A table: robot by quiz, right of so many choices, what luck gives, and how likely luck is."""
    from sizewise.ground.written import number
    from sizewise.library.check import guesses

    click.echo(_ROBOT_LINE.format("always picks", "quiz", "right", "of", "luck", "p"))
    for quiz, tries in guesses(root, day).items():
        for each in tries:
            earned, due = number(each.earned, 1), number(each.chance, 1)
            cells = each.robot, quiz, earned, len(each.guesses), due, number(each.luck, 3)
            click.echo(_ROBOT_LINE.format(*cells))


def _summary(levels: Counter[str]) -> str:
    if not levels["E"] and not levels["W"]:
        return "all content is in order"
    return f"{levels['E']} to repair, {levels['W']} to look at"
