"""A retry ladder as HTML: the tries as rungs, then every sum written out."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from markupsafe import Markup

from sizewise.ground.written import dollars, exactly, plainly, rate
from sizewise.learn.quiz.number import written
from sizewise.sizing.cost.retries import Ladder
from sizewise.ui.kit.html import filled

HERE = Path(__file__).parent

POWERS = ("", "", "²", "³", "⁴")
"""How a power is written, by its exponent."""

SumStep = tuple[str, str, str]
"""What is computed, how, and what comes out."""


def ladder_html(ladder: Ladder, one_try: Decimal, model: str) -> Markup:
    """What happens at each try, in words, and what it costs on a model; US dollars."""
    return filled(
        HERE / "retries.html",
        rungs=[_rung(ladder, number) for number in range(1, ladder.tries + 1)],
        sentence=sentence(ladder),
        sums=list(sums(ladder, one_try)),
        model=model,
        one_try=dollars(one_try),
    )


def _rung(ladder: Ladder, number: int) -> tuple[int, str, int, str]:
    """A try: its number, how many questions need it, a bar's width in percent, and its words."""
    usable = 1 - ladder.invalid**number if ladder.invalid else Decimal(1)
    reached = written(ladder.reached(number), "percent")
    return number, reached, round(100 * usable), written(usable, "percent")


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


def sums(ladder: Ladder, one_try: Decimal) -> Iterator[SumStep]:
    """The sums in order, each with its numbers filled in."""
    fails, tries = plainly(ladder.invalid), ladder.tries
    power = f"{fails}{POWERS[tries]}"
    yield (
        "All tries fail",
        f"(1 − {plainly(ladder.valid)}){POWERS[tries]} = {power}",
        written(ladder.all_fail, "percent"),
    )
    terms = ["1", *(f"{fails}{POWERS[number]}" for number in range(1, tries))]
    average = exactly(ladder.expected)
    yield "Tries on average", " + ".join(terms), average
    yield (
        "A question costs",
        f"{average} × {rate(one_try)}",
        dollars(ladder.cost(one_try)),
    )
    usable = ladder.per_usable(one_try)
    if usable is None:
        yield "A usable reply costs", "there is none", "–"
    else:
        yield (
            "A usable reply costs",
            f"{rate(one_try)} ÷ {plainly(ladder.valid)}",
            dollars(usable),
        )
