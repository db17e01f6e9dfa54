"""`new`: a content file to begin with."""

from pathlib import Path

import click

from sizewise import ROOT
from sizewise.cli.frame.group import Refused
from sizewise.cli.frame.options import today
from sizewise.library.write.skeletons import FILES


@click.command()
@click.argument("kind", type=click.Choice(list(FILES)))
@click.argument("name")
@click.option("--short", is_flag=True, help="A lesson of three parts, and its quiz of five items.")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=ROOT, hidden=True)
def command(kind: str, name: str, short: bool, root: Path) -> None:
    """Begin a content file of that KIND: writes one whose gaps `check` names.

    NAME is the file's name and its id. A file that is there already is left alone.
    """
    from sizewise.library.write.skeleton import NotBegun, short_skeletons, skeleton

    try:
        begin = short_skeletons if short else lambda *wanted: (skeleton(*wanted),)
        made = begin(kind, name, root, today())
    except NotBegun as error:
        raise Refused(str(error)) from None
    for each in made:
        file = root / each.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(each.text, "utf-8")
        click.echo(f"wrote {each.path.as_posix()}")
    click.echo(made[0].then)
    for each in made:
        click.echo(f"What is still missing: python -m sizewise check {each.path.as_posix()}")
