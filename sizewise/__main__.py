"""The command line: `python -m sizewise check` and `python -m sizewise schema`."""

import sys
from collections import Counter
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[1]


@click.group()
def main() -> None:
    """Sizewise: match the model to the task, and know what it costs."""


@main.command()
@click.argument("path", type=click.Path(path_type=Path), default=ROOT)
def check(path: Path) -> None:
    """Read all content and print every problem as `file:line: place: what, fix`.

    PATH is a folder with `content` and `quizzes`, or one file of such a folder. Ends with 1 when
    anything must be repaired.
    """
    from sizewise.library.check import check as check_content

    root = _root_of(path)
    problems = check_content(root)
    if path.is_file():
        name = path.resolve().relative_to(root).as_posix()
        problems = tuple(each for each in problems if each.file == name)
    for problem in problems:
        click.echo(str(problem))
    levels = Counter(str(problem.level) for problem in problems)
    click.echo(_summary(levels))
    sys.exit(1 if levels["E"] else 0)


@main.command()
@click.argument("path", type=click.Path(path_type=Path, file_okay=False), default=ROOT)
def schema(path: Path) -> None:
    """Write the JSON Schemas and the tables of docs/authoring.md from the content types."""
    from sizewise.library.schema import generated

    for file, text in generated(path).items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        click.echo(f"wrote {file.relative_to(path).as_posix()}")


def _root_of(path: Path) -> Path:
    """The folder that holds `content` and `quizzes`, from itself or from a file inside."""
    here = path.resolve()
    if not here.is_file():
        return here
    return next((each for each in here.parents if (each / "content").is_dir()), here.parent)


def _summary(levels: Counter[str]) -> str:
    if not levels["E"] and not levels["W"]:
        return "all content is in order"
    return f"{levels['E']} to repair, {levels['W']} to look at"


if __name__ == "__main__":
    main(prog_name="python -m sizewise")
