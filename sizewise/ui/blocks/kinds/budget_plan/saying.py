"""What a plan's numbers mean, in sentences that screen, paper and file share."""

from collections.abc import Iterator
from typing import NamedTuple

from sizewise.ground.chance import Proof, proof, wilson
from sizewise.ground.written import (
    dollars,
    exactly,
    grouped,
    noun_for,
    number_of,
    percent,
    rate,
    whole_percent,
    with_noun,
)
from sizewise.sizing.plan.school import SchoolMonth, unanswered
from sizewise.ui.blocks.kinds.budget_plan.sketch import Evidence, Sketch, Strike


class BudgetVerdict(NamedTuple):
    """A verdict: the colour (ok, off or none), the sign, the word, and the rest."""

    css: str
    sign: str
    word: str
    said: str


def budget_verdict(made: Sketch) -> BudgetVerdict:
    """Whether the month and its reserve fit the budget."""
    month = made.month
    if month.fits:
        said = f"The bill and the reserve leave {dollars(month.left)} of {dollars(month.budget)}."
        return BudgetVerdict("ok", "✓", "It fits.", said)
    missing = f"{dollars(-month.left)} are missing each month"
    if month.holds:
        said = f"The bill alone fits; with the reserve {missing}."
        return BudgetVerdict("off", "!", "Too close.", said)
    return BudgetVerdict("off", "✕", "Too much.", f"With the reserve, {missing}.")


def proof_verdict(test: Evidence) -> BudgetVerdict:
    """What the test says about the bar."""
    if not test.sound:
        said = f"{grouped(test.right)} right of {grouped(test.of)} cannot be. Check both numbers."
        return BudgetVerdict("off", "✕", "Look again.", said)
    css, sign, word, meaning = _PROOFS[proof(test.right, test.of, test.bar / 100)]
    if not test.of:
        return BudgetVerdict(css, sign, word, meaning)
    return BudgetVerdict(css, sign, word, f"{interval_words(test)} {meaning.format(bar=test.bar)}")


_PROOFS: dict[Proof, tuple[str, str, str, str]] = {
    "none": ("", "?", "No proof yet.", "Test the model on replies of your own, then count."),
    "above": ("ok", "✓", "Above your bar.", "All of that is more than {bar}%."),
    "below": ("off", "✕", "Too weak.", "All of that is below your bar of {bar}%."),
    "open": (
        "",
        "→",
        "Not proven.",
        "Your bar of {bar}% lies in between. Test more replies, or lower the bar with a reason.",
    ),
}


def interval_words(test: Evidence) -> str:
    """The share of right replies, and the 95% range for the true one.

    Such a range holds the truth for 95 samples in 100; of one range nobody can say so.
    """
    low, high = wilson(test.right, test.of)
    return (
        f"{grouped(test.right)} of {grouped(test.of)} {noun_for(test.right, 'is', 'are')} right, "
        f"{whole_percent(test.right / test.of)}. The true share very "
        f"likely lies between {percent(low)} and {percent(high)}."
    )


def strike_verdict(made: Sketch, hit: Strike) -> BudgetVerdict:
    """What an event does to the budget, and to the pupils."""
    said = " ".join(_after(made, hit))
    if not hit.month.holds:
        return BudgetVerdict("off", "✕", "The budget breaks.", said)
    if hit.event.hours_out:
        return BudgetVerdict("", "!", "No answers for a while.", said)
    return BudgetVerdict("ok", "✓", "The budget holds.", said)


def _after(made: Sketch, hit: Strike) -> Iterator[str]:
    before, after = made.month, hit.month
    if after.spent != before.spent:
        yield f"A month then costs {dollars(after.spent)} instead of {dollars(before.spent)}."
        yield _who_pays(before, after)
    elif not hit.event.hours_out:
        yield f"A month costs {dollars(after.spent)} as before."
    if hit.event.hours_out:
        yield outage_words(made, hit)
    if made.assumed and hit.event.photos_times != 1:
        yield "The tokens of a photo are an assumption: measure ten real ones first."


def _who_pays(before: SchoolMonth, after: SchoolMonth) -> str:
    if after.spent < before.spent:
        return "That is less than before."
    if not after.holds:
        return f"{dollars(after.spent - after.budget)} are missing each month."
    if after.spent <= before.total:
        return "Your reserve pays for it."
    return "That is more than your reserve, and still within the budget."


def outage_words(made: Sketch, hit: Strike) -> str:
    """How many questions find no answer, at worst."""
    hours, lost = hit.event.hours_out, unanswered(made.plan, hit.event)
    length = "1 hour" if hours == 1 else f"{hours} hours"
    days = -(-hours // 24)
    school = "a school day" if days == 1 else f"{days} school days"
    questions = number_of(lost, "question")
    return f"No answer for {length}: at worst that is {school} with {questions}."


def month_lines(made: Sketch) -> Iterator[tuple[str, str, str]]:
    """The lines of a month's bill: what, how it is computed, how much."""
    month = made.month
    each = f"{grouped(month.calls)} × {rate(month.per_question)}"
    yield "Questions", each, dollars(month.text_cost)
    if month.photos:
        tokens = (
            f"{grouped(made.plan.photo_tokens)} tokens each{', assumed' if made.assumed else ''}"
        )
        photos = f"{grouped(month.photos)} × {rate(month.per_photo)}, {tokens}"
        yield "Photos", photos, dollars(month.photo_cost)
    if month.kept:
        share = f"{made.numbers.reserve}% of {rate(month.spent)}, for a worse month"
        yield "Reserve", share, dollars(month.kept)


def size_words(made: Sketch) -> str:
    """How many questions a month brings, with the sum."""
    numbers = made.numbers
    each = with_noun(exactly(numbers.questions), "question")
    return (
        f"{number_of(numbers.pupils, 'pupil')} × {each} × {number_of(numbers.days, 'school day')} "
        f"= {number_of(made.month.calls, 'question')}"
    )
