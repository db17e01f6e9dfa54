"""`local`: whether the small model runs on this machine, and what it says."""

from typing import TYPE_CHECKING

import click

from sizewise.cli.frame.answer import Fields, say, say_in_json
from sizewise.cli.frame.options import json_option
from sizewise.ground.written import number

if TYPE_CHECKING:
    from sizewise.gateway.failure import Failure
    from sizewise.gateway.local import LocalModel

PROMPT = "What does a small language model do well? Answer in one sentence."


class NoLocalModel(click.ClickException):
    """The model cannot answer here, told in two sentences."""

    def __init__(self, failure: "Failure") -> None:
        super().__init__(str(failure))


@click.command()
@json_option
def command(as_json: bool) -> None:
    """Try the local model: processor, engine, hash of the weights, one sentence it writes.

    Ends with 1 when the model does not run on this machine, and says why.
    """
    from sizewise.gateway.local import local_model

    model = local_model()
    try:
        answered = answer(model)
    finally:
        model.close()
    lines = (f"{name:<9} {each}" for name, each in answered.items())
    say_in_json(answered) if as_json else say(lines)


def answer(model: "LocalModel") -> Fields:
    """What runs, and what it says. Raises NoLocalModel."""
    from sizewise.gateway.machine import weights
    from sizewise.gateway.machine.process import NotThere

    sentence = _sentence(model)
    try:
        serving = model.process.serving()
    except NotThere as reason:
        raise NoLocalModel(reason.failure) from None
    file = model.process.setup.file
    return {
        "processor": serving.processor,
        "threads": model.process.setup.threads,
        "engine": serving.engine,
        "model": model.model,
        "sha256": weights.digest(file) if file else "",
        **sentence,
    }


def _sentence(model: "LocalModel") -> Fields:
    from sizewise.gateway.protocol import Request
    from sizewise.sizing.tokens.messages import Message

    said, first, speed = "", 0.0, 0.0
    for event in model.send(Request((Message("user", PROMPT),), limit=60, stop=("\n",))):
        if event.kind == "failed":
            raise NoLocalModel(event.failure)
        if event.kind == "first":
            first = event.at
        if event.kind == "delta":
            said += event.text
        if event.kind == "end":
            speed = event.timings["predicted_per_second"]
    return {
        "first": f"{number(first)} s",
        "speed": f"{number(speed, 0)} tokens/s",
        "says": said.strip(),
    }
