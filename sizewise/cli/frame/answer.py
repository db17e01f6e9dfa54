"""What a command answers: lines for people, or one line of JSON for programs.

Amounts are exact decimals in texts, so that no reader of the JSON rounds them.
"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sizewise.sizing.catalogue.price import Price

Fields = Mapping[str, Any]
"""Values that JSON has, by name: texts, numbers, lists."""


def say_in_json(answer: Fields | list[Fields]) -> None:
    """Print an answer as one line of JSON."""
    click.echo(json.dumps(answer, ensure_ascii=False))


def say(lines: Iterable[str]) -> None:
    """Print an answer line by line."""
    for line in lines:
        click.echo(line)


def checked(price: "Price") -> Fields:
    """Where a price comes from, and the day it was last held against its source."""
    return {"source": price.source, "checked_on": price.checked_on.isoformat()}
