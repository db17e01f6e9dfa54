"""The commands as one: each is found by its file, and a wrong option is one sentence."""

import pkgutil
import re
from importlib import import_module
from typing import Any

import click

import sizewise.cli
from sizewise.ground.written import shortened

_LONG = re.compile(r"\S{120,}")


class Refused(click.ClickException):
    """A wrong option, told in one sentence; a word without an end is not repeated whole."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(_LONG.sub(lambda found: shortened(found[0], 60), message))


class Commands(click.Group):
    """Commands that answer a wrong option with one sentence, not with a page of usage."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        """Read what is typed. Raises Refused."""
        try:
            return super().make_context(*args, **more)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise Refused(error.format_message()) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Do what is typed. Raises Refused."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise Refused(error.format_message()) from None


def commands() -> dict[str, click.Command]:
    """Every command by its name: the `command` of each file in `sizewise/cli`."""
    files = (each.name for each in pkgutil.iter_modules(sizewise.cli.__path__) if not each.ispkg)
    return {
        name.replace("_", "-"): import_module(f"{sizewise.cli.__name__}.{name}").command
        for name in files
    }
