"""`tokens`: how a model cuts a text."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sizewise.cli.frame.answer import Fields, say, say_in_json
from sizewise.cli.frame.options import json_option, model_option, profile_of

if TYPE_CHECKING:
    from sizewise.sizing.catalogue.catalog import ModelProfile


@click.command()
@model_option
@click.argument("file", default="-", type=click.Path(allow_dash=True))
@json_option
def command(model_id: str, file: str, as_json: bool) -> None:
    """Count the tokens of FILE, or of what is typed or piped in."""
    from sizewise.sizing.tokens.long_text import NoSafeCut

    profile, text = profile_of(model_id), _text(file)
    try:
        answer = _answer(profile, text)
    except NoSafeCut as error:
        raise click.BadParameter(str(error), param_hint="FILE") from None
    say_in_json(answer) if as_json else say(_lines(answer))


def _answer(profile: "ModelProfile", text: str) -> Fields:
    from sizewise.sizing.tokens.long_text import ids_in_pieces
    from sizewise.sizing.tokens.tokenizer import tokenizer_of

    tokenizer = tokenizer_of(profile)
    ids = [one for piece in ids_in_pieces(text, tokenizer.encoding) for one in piece]
    return {
        "model": profile.id,
        "encoding": tokenizer.encoding,
        "status": tokenizer.status,
        "why": tokenizer.why,
        "tokens": len(ids),
        "ids": ids,
    }


def _lines(answer: Fields) -> list[str]:
    rows = {**answer, "ids": " ".join(map(str, answer["ids"]))}
    return [f"{name:<9} {value}" for name, value in rows.items()]


def _text(file: str) -> str:
    if not file:
        message = "a path is empty; write one, or - for what is piped in."
        raise click.BadParameter(message, param_hint="FILE")
    try:
        raw = _piped() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        message = f"{file} cannot be read ({error.strerror})."
    except UnicodeDecodeError as error:
        message = f"{file} is not UTF-8 (byte {error.start + 1}); save it as UTF-8."
    raise click.BadParameter(message, param_hint="FILE")


def _piped() -> bytes:
    if sys.stdin is None:  # a shell may close it: `tokens <&-`
        raise click.BadParameter("nothing is piped in; name a file.", param_hint="FILE")
    return sys.stdin.buffer.read()
