"""What blind ratings found, in sentences."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sizewise.benchmark.agreement import reliable, strength
from sizewise.benchmark.log import Log
from sizewise.benchmark.rating import Agreement, BlindKey, agreement, disagreements
from sizewise.benchmark.rating_round import RATERS, ModelMarks, RatingRound, key_of, marks, rounds
from sizewise.ground.written import day_words, grouped, listed, number, number_of


def blind_ratings(log: Log) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each blind rating a heading, and what is to be said of it."""
    for each in rounds(log):
        yield f"Blind rating of {each.sealed.task}", tuple(_said(log, each))


def _said(log: Log, found: RatingRound) -> Iterator[str]:
    sealed = found.sealed
    replies = number_of(len(sealed.codes), "reply", "replies")
    yield f"{replies}, sealed {day_words(sealed.at.date())}: {sealed.seal}"
    if found.opened is None:
        yield "The key is closed: not everybody has rated yet."
        return
    key = key_of(log, sealed, found.opened.seed)
    if key is None:
        yield f"The key {found.opened.seed} does not fit the seal: this rating counts for nothing."
        return
    yield f"The key fits the seal: {found.opened.seed}"
    yield from (marks_sentence(each, found) for each in marks(found, key))
    yield from agreement_sentences(agreement(found.judged, found.scale))
    yield disagreement_sentence(found)


def marks_sentence(each: ModelMarks, found: RatingRound) -> str:
    """What a model was given."""
    replies = number_of(each.replies, "reply", "replies")
    if found.sealed.scale == "points":
        return f"{each.model}: {number(each.mean)} on average over {replies}."
    told = [f"{grouped(times)} {label}" for label, times in each.labels.items() if times]
    return f"{each.model}: {listed(told)}, of {replies}, by the majority of raters."


def agreement_sentences(found: Agreement) -> Iterator[str]:
    """Both measures, each with its word and what follows from it."""
    if found.alpha is None:
        yield "Krippendorff’s alpha cannot be computed: nothing in the ratings differs."
    else:
        rest = "conclusions may rest on it" if reliable(found.alpha) else "too little to rest on"
        yield f"Krippendorff’s alpha {_worded(found.alpha)}; {rest} (0.8 is asked for)."
    if found.kappa is not None:
        yield f"Fleiss’ kappa {_worded(found.kappa)}."


def _worded(value: Fraction) -> str:
    word = strength(value)
    return f"{number(value, 3)}, {'no' if word == 'none' else word} agreement beyond luck"


def disagreement_sentence(found: RatingRound) -> str:
    """How often raters differed."""
    apart = number_of(len(disagreements(found.judged)), "reply", "replies")
    return f"The {len(RATERS)} raters gave different marks to {apart}."


def differing(found: RatingRound, key: BlindKey) -> Iterator[tuple[str, Sequence[str], str]]:
    """What raters disagree on, the widest apart first: whose reply, its marks, its text."""
    labels = found.scale.labels
    for each in disagreements(found.judged):
        reply = key.replies[each.code]
        given = [labels[place - 1] for place in each.places]
        yield f"{reply.model}, sample {grouped(reply.sample + 1)}", given, reply.text
