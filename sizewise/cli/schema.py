"""`schema`: what derives from the content types, written anew."""

from pathlib import Path

import click

from sizewise import ROOT


@click.command()
@click.argument("path", type=click.Path(path_type=Path, file_okay=False), default=ROOT)
def command(path: Path) -> None:
    """Write the JSON Schemas and the tables of docs/authoring.md from the content types."""
    from sizewise.library.write.schema import generated

    for file, text in generated(path).items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        click.echo(f"wrote {file.relative_to(path).as_posix()}")
