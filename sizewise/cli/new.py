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
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=ROOT, hidden=True)
def command(kind: str, name: str, root: Path) -> None:
    """Begin a content file of that KIND: writes one whose gaps `check` names.

    NAME is the file's name and its id. A file that is there already is left alone.
    """
    from sizewise.library.write.skeleton import NotBegun, skeleton

    try:
        made = skeleton(kind, name, root, today())
    except NotBegun as error:
        raise Refused(str(error)) from None
    file = root / made.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(made.text, "utf-8")
    place = made.path.as_posix()
    click.echo(f"wrote {place}\n{made.then}")
    click.echo(f"What is still missing: python -m sizewise check {place}")
