"""A blind rating as HTML: its steps, its seal, a reply without a name, and what was found."""

from pathlib import Path

from markupsafe import Markup

from sizewise.benchmark.rating import BlindKey, agreement
from sizewise.benchmark.rating_round import RATERS, RatingRound, marks
from sizewise.benchmark.report.blind import (
    agreement_sentences,
    differing,
    disagreement_sentence,
    marks_sentence,
)
from sizewise.ground.written import grouped, listed, number
from sizewise.ui.kit.html import filled
from sizewise.ui.kit.receipt import line_html, receipt_html, rule_html, stamp_html
from sizewise.ui.kit.table import own_words, table_html

HERE = Path(__file__).parent


def steps_html() -> Markup:
    """How a blind rating goes."""
    return filled(HERE / "rate_steps.html")


def seal_html(found: RatingRound) -> Markup:
    """The seal as a receipt: how far each rater is, and the digest that stands in the log."""
    sealed, of = found.sealed, grouped(len(found.sealed.codes))
    lines = Markup().join(
        line_html(rater, f"{grouped(len(found.by(rater)))} of {of}") for rater in RATERS
    )
    body = line_html("Replies", of) + rule_html() + lines
    foot = filled(
        HERE / "seal.html",
        parts=[sealed.seal[at : at + 16] for at in range(0, 64, 16)],
        seed=found.opened.seed if found.opened else "",
        stamp=stamp_html("sealed", sealed.at.date()),
    )
    title = "Key opened" if found.opened else "Key sealed"
    return receipt_html(title, sealed.task, body, foot)


def reply_html(place: str, question: str, text: str) -> Markup:
    """A reply as a rater sees it: what was asked, and what somebody answered."""
    return filled(HERE / "reply.html", place=place, question=question, text=text)


def found_html(found: RatingRound, held: BlindKey) -> Markup:
    """What each model was given, how far raters agree, and where they do not."""
    told = [marks_sentence(each, found) for each in marks(found, held)]
    agreed = agreement_sentences(agreement(found.judged, found.scale))
    return filled(
        HERE / "found.html",
        marks=told,
        agreed=[*agreed, disagreement_sentence(found)],
        table=_marks_html(found, held),
        apart=_apart_html(found, held),
    )


def _marks_html(found: RatingRound, held: BlindKey) -> Markup:
    rows = [
        (each.model, *map(grouped, each.labels.values()), number(each.mean))
        for each in marks(found, held)
    ]
    heads = ("Model", *found.scale.labels, "Mean place")
    return table_html("Ratings of each model", heads, rows)


def _apart_html(found: RatingRound, held: BlindKey) -> Markup:
    rows = [
        (whose, listed(given), own_words(text)) for whose, given, text in differing(found, held)
    ]
    return table_html("Where raters differ", ("Reply", "Marks", "Text"), rows) if rows else Markup()
