"""`check`: every problem of the content, with file and line."""

import sys
from collections import Counter
from datetime import date
from pathlib import Path

import click

from sizewise import ROOT
from sizewise.cli.frame.group import Refused
from sizewise.cli.frame.options import day_option, today
from sizewise.ground.written import listed


@click.command()
@click.argument("path", type=click.Path(path_type=Path), default=ROOT)
@day_option("The day to check for; today when left out.")
@click.option(
    "--robots", is_flag=True, help="Print what robots that know nothing earn in each quiz."
)
def command(path: Path, at: date | None, robots: bool) -> None:
    """Read all content and print every problem as `file:line: place: what, fix`.

    PATH is a folder with `content` and `quizzes`, or a folder or a file inside of it. Ends with 1
    when anything must be repaired. What only time has made old is a warning.
    """
    from sizewise.library.check import check

    root, name = _place_of(path)
    if robots:
        _tell_robots(root, at or today())
        return
    problems = [each for each in check(root, at or today()) if _within(each.file, name)]
    if name and not problems:
        _must_be_content(root, name)
    for problem in problems:
        click.echo(str(problem))
    levels = Counter(str(problem.level) for problem in problems)
    click.echo(_summary(levels))
    sys.exit(1 if levels["E"] else 0)


_ROBOT_LINE = "{:<54}  {:<30}  {:>5}  {:>3}  {:>5}  {:>5}"


def _place_of(path: Path) -> tuple[Path, str]:
    """The folder that holds `content` and `quizzes`, and the way from it; empty for all of it.

    Raises Refused when there is no such place.
    """
    here = path.resolve()
    try:
        there = here.exists()
    except OSError:  # a name that is too long
        there = False
    if not there:
        raise Refused(f"{path} does not exist.")
    root = next((each for each in (here, *here.parents) if (each / "content").is_dir()), None)
    if root is None:
        raise Refused(f"{path} is not in a folder that holds `content` and `quizzes`.")
    return root, "" if here == root else here.relative_to(root).as_posix()


def _must_be_content(root: Path, name: str) -> None:
    """Refuse a place whose files nobody reads: to find no fault there says nothing."""
    from sizewise.library.check import files_of

    read = files_of(root)
    if not any(_within(file, name) for file in read):
        folders = sorted({file.rsplit("/", 1)[0] for file in read})
        what = f"{name} is no content that is read."
        raise Refused(f"{what} Content stands in {listed(folders)}, in files such as {read[0]}.")


def _within(file: str, name: str) -> bool:
    return not name or file == name or file.startswith(f"{name}/")


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
