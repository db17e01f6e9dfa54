"""The command line: `python -m sizewise` and a command; docs/cli.md tells them all."""

import signal

import click

from sizewise.cli.frame.group import Commands, commands


@click.group(cls=Commands, commands=commands())
def main() -> None:
    """Sizewise: match the model to the task, and know what it costs."""


if __name__ == "__main__":
    try:
        main(prog_name="python -m sizewise")
    finally:
        # All is done and said: Ctrl+C must not make it look like something else.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
