"""`cost`: what calls cost, a line for each kind of token."""

from datetime import date
from decimal import Context, localcontext
from typing import TYPE_CHECKING

import click

from sizewise.cli.frame.answer import Fields, checked, say, say_in_json
from sizewise.cli.frame.options import (
    day_option,
    json_option,
    model_option,
    number_option,
    profile_of,
    today,
)
from sizewise.ground.written import grouped, plainly

if TYPE_CHECKING:
    from sizewise.sizing.catalogue.catalog import ModelProfile
    from sizewise.sizing.catalogue.lifecycle import Lifecycle
    from sizewise.sizing.cost.cost import CostLine
    from sizewise.sizing.tokens.usage import Usage

_EXACT = Context(prec=100)


@click.command()
@model_option
@number_option("--input", "Tokens that one call sends.")
@number_option("--cached", "Those of them that come from a cache.")
@number_option("--output", "Tokens that one call writes.")
@number_option("--reasoning", "Those of them that are hidden thinking.")
@number_option("--calls", "How many equal calls.", start="1")
@click.option("--batch", is_flag=True, help="Price them as a batch.")
@day_option("The day of the price; today when left out.")
@json_option
def command(
    model_id: str,
    input: int,
    cached: int,
    output: int,
    reasoning: int,
    calls: int,
    batch: bool,
    at: date | None,
    as_json: bool,
) -> None:
    """Price calls: a line for each kind of token, and their total."""
    from sizewise.sizing.catalogue.price import PriceUnknown
    from sizewise.sizing.cost.cost import BatchUnavailable
    from sizewise.sizing.tokens.usage import Usage, UsageError

    profile, day = profile_of(model_id), at or today()
    try:
        usage = Usage(input, cached, output, reasoning)
        answer = _answer(profile, usage, day, calls=calls, batch=batch)
    except UsageError as error:
        raise click.BadParameter(f"{error}.", param_hint=f"'--{error.field}'") from None
    except BatchUnavailable as error:
        raise click.BadParameter(f"{error}.", param_hint="'--batch'") from None
    except PriceUnknown as error:
        raise click.BadParameter(f"{error}.", param_hint="'--at'") from None
    say_in_json(answer) if as_json else say(_lines(answer))


def _answer(
    profile: "ModelProfile", usage: "Usage", day: date, *, calls: int, batch: bool
) -> Fields:
    from sizewise.sizing.cost.cost import estimate

    price = profile.price_on(day)
    with localcontext(_EXACT):
        receipt = estimate(usage, price, calls=calls, batch=batch)
    return {
        "model": profile.id,
        "day": day.isoformat(),
        **_standing(profile.file.lifecycle, day),
        "calls": calls,
        "batch": batch,
        "lines": [_priced(line) for line in receipt.lines],
        "total": plainly(receipt.total),
        "currency": "USD",
        **checked(price),
    }


def _standing(life: "Lifecycle", day: date) -> Fields:
    """What could be known on that day."""
    known = life.as_known_on(day)
    end = known.shutdown
    return {"status": known.status_on(day), "shutdown": end.isoformat() if end else None}


def _priced(line: "CostLine") -> Fields:
    return {
        "kind": line.kind,
        "tokens": line.tokens,
        "rate": plainly(line.rate),
        "amount": plainly(line.amount),
    }


def _lines(answer: Fields) -> list[str]:
    lines = [
        f"{line['kind']:<13} {grouped(line['tokens'])} x {line['rate']} / 1,000,000 = "
        f"{line['amount']}"
        for line in answer["lines"]
    ]
    return [
        *lines,
        f"{'total':<13} {answer['total']} {answer['currency']}",
        f"{'status':<13} on {answer['day']}: {answer['status']}{_end(answer)}",
        f"{'price':<13} {answer['source']}, checked on {answer['checked_on']}",
    ]


def _end(answer: Fields) -> str:
    return f", without service from {answer['shutdown']} on" if answer["shutdown"] else ""
