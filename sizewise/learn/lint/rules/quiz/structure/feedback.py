"""L07: every option has its own reason."""

from collections import Counter
from collections.abc import Iterator

from sizewise.ground.written import shortlist
from sizewise.learn.finding import Finding, Rule
from sizewise.learn.lint import sources
from sizewise.learn.lint.bank import LintCheck, SeenItem, each_item
from sizewise.learn.lint.words import folded, plain

RULE = Rule(
    "L07",
    "Every option has its own reason",
    "Feedback that speaks to the choice made teaches more than right or wrong.",
    sources.FEEDBACK,
)


def _every_option_answered(seen: SeenItem) -> Iterator[Finding]:
    silent = [option for option in seen.options if not plain(option.feedback or "")]
    for option in silent:
        place = f"{option.place}.feedback"
        if seen.placed:
            why = f"The option {option.id} has no feedback."
            yield seen.finding(RULE, "E", place, why, "Say why it belongs where it belongs.")
        elif option.key:
            why, fix = f"The key {option.id} has no feedback.", "Say why it is right."
            yield seen.finding(RULE, "W", place, why, fix)
        else:
            why = f"The distractor {option.id} has no feedback."
            yield seen.finding(RULE, "E", place, why, "Say what whoever picks it overlooked.")


def _answers_differ(seen: SeenItem) -> Iterator[Finding]:
    told = Counter(folded(option.feedback) for option in seen.options if option.feedback)
    for text, times in told.items():
        if times > 1:
            same = [o.id for o in seen.options if o.feedback and folded(o.feedback) == text]
            why = f"Options {shortlist(same)} have the same feedback."
            fix = "Speak to each choice in its own words."
            yield seen.finding(RULE, "W", f"options[{same[-1]}].feedback", why, fix)


CHECKS: tuple[LintCheck, ...] = (
    each_item(_every_option_answered),
    each_item(_answers_differ),
)
