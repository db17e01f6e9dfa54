"""A retry ladder as HTML: the tries as rungs, then every sum written out."""

from collections.abc import Iterator
from decimal import Decimal
from html import escape

from sizewise.ground.money import dollars
from sizewise.learn.quiz.number import written
from sizewise.sizing.cost.retries import Ladder

POWERS = ("", "", "²", "³", "⁴")
"""How a power is written, by its exponent."""

Step = tuple[str, str, str]
"""What is computed, how, and what comes out."""


def ladder_html(ladder: Ladder, one_try: Decimal, model: str) -> str:
    """What happens at each try, in words, and what it costs on a model; US dollars."""
    rungs = "".join(_rung_html(ladder, number) for number in range(1, ladder.tries + 1))
    steps = "".join(
        f"<li><span>{what}</span><code>{escape(how)}</code><b>{result}</b></li>"
        for what, how, result in sums(ladder, one_try)
    )
    return (
        f'<ol class="rungs" role="list">{rungs}</ol>'
        f'<p class="lasting" role="status">{escape(sentence(ladder))}</p>'
        f'<ul class="sums" role="list">{steps}</ul>'
        f'<p class="fine">One try on {escape(model)} costs {dollars(one_try)}. The sums take every '
        "try as new luck. A question that is hard for the model often fails again, so real ladders "
        "do worse.</p>"
    )


def _rung_html(ladder: Ladder, number: int) -> str:
    usable = 1 - ladder.invalid**number if ladder.invalid else Decimal(1)
    width = round(100 * usable)
    return (
        f"<li><b>Try {number}</b><span>needed by {written(ladder.reached(number), 'percent')}"
        f'</span><i aria-hidden="true"><u style="width:{width}%"></u></i>'
        f"<span>usable by now: {written(usable, 'percent')}</span></li>"
    )


def sentence(ladder: Ladder) -> str:
    """How many of 1,000 questions end without a usable reply."""
    left = ladder.all_fail * 1000
    many = written(left, "number")
    if not left:
        return "Every question gets a usable reply."
    questions = "question ends" if many == "1" else "questions end"
    return (
        f"Of 1,000 questions, about {many} {questions} without a usable reply. "
        "Somebody must answer those, or the app must say that it cannot."
    )


def sums(ladder: Ladder, one_try: Decimal) -> Iterator[Step]:
    """The sums in order, each with its numbers filled in."""
    fails, tries = exact(ladder.invalid), ladder.tries
    power = f"{fails}{POWERS[tries]}"
    yield (
        "All tries fail",
        f"(1 − {exact(ladder.valid)}){POWERS[tries]} = {power}",
        written(ladder.all_fail, "percent"),
    )
    terms = ["1", *(f"{fails}{POWERS[number]}" for number in range(1, tries))]
    yield "Tries on average", " + ".join(terms), written(ladder.expected, "number")
    average = written(ladder.expected, "number")
    yield (
        "A question costs",
        f"{average} × {dollars(one_try)}",
        dollars(ladder.cost(one_try)),
    )
    usable = ladder.per_usable(one_try)
    if usable is None:
        yield "A usable reply costs", "there is none", "–"
    else:
        yield "A usable reply costs", f"{dollars(one_try)} ÷ {exact(ladder.valid)}", dollars(usable)


def exact(share: Decimal) -> str:
    """A share with the digits it has: `0.9`, `1`."""
    return f"{share.normalize():f}"
