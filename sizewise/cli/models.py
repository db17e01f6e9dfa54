"""`models`: the catalogue, with each model's status and its rates today."""

from datetime import date
from typing import TYPE_CHECKING

import click

from sizewise import ROOT
from sizewise.cli.frame.answer import Fields, checked, say, say_in_json
from sizewise.cli.frame.options import json_option, today
from sizewise.ground.written import plainly

if TYPE_CHECKING:
    from sizewise.sizing.catalogue.catalog import ModelProfile


@click.command()
@json_option
def command(as_json: bool) -> None:
    """List the catalogue, with each model's status and its prices today."""
    from sizewise.library.catalogue import open_catalogue

    profiles = open_catalogue(ROOT).profiles.values()
    answers = [_answer(profile, today()) for profile in profiles]
    say_in_json(answers) if as_json else say(_lines(answers))


def _answer(profile: "ModelProfile", day: date) -> Fields:
    life = profile.file.lifecycle
    return {
        "model": profile.id,
        "name": profile.name,
        "maker": profile.file.maker,
        "status": life.status_on(day),
        "shutdown": life.shutdown.isoformat() if life.shutdown else None,
        "replacement": life.replacement,
        "prices": _prices(profile, day),
    }


def _prices(profile: "ModelProfile", day: date) -> Fields | None:
    from sizewise.sizing.catalogue.price import PriceUnknown

    try:
        price = profile.price_on(day)
    except PriceUnknown:
        return None
    return {
        **{name: None if rate is None else plainly(rate) for name, rate in price.rates.items()},
        **checked(price),
    }


def _lines(answers: list[Fields]) -> list[str]:
    head = f"{'model':<24} {'status':<10} {'until':<10} {'input':>8} {'cached':>8} {'output':>8}"
    return [head, *map(_line, answers)]


def _line(answer: Fields) -> str:
    rates = answer["prices"] or {}
    known = (rates.get(name) or "-" for name in ("input", "cached_input", "output"))
    until = answer["shutdown"] or "-"
    columns = " ".join(f"{rate:>8}" for rate in known)
    return f"{answer['model']:<24} {answer['status']:<10} {until:<10} {columns}"
