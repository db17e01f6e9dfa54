"""What screens have confirmed beside what stands in the record: what is lost, what is doubled."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import create_engine, select

from sizewise.record import tables
from tests.faults.taker import Place, QuizTaker


@dataclass(frozen=True)
class Account:
    """The outcome of a fault, place by place."""

    confirmed: frozenset[Place]
    """Answers that somebody saw confirmed."""
    lost: frozenset[Place]
    """Confirmed, yet not in the record as the screen told it; or a step that was undone."""
    doubled: frozenset[Place]
    """In the record more than once, or without anybody having given or begun them."""


@dataclass(frozen=True)
class Kept:
    """What stands in the record, read without the app's own code."""

    scores: dict[Place, list[Decimal]]
    position: dict[str, int]
    """Where each attempt stands; every attempt is in it."""


def account(takers: Iterable[QuizTaker], database_url: str) -> Account:
    """Compare what all takers saw with the record behind their server."""
    takers, kept = list(takers), _kept(database_url)
    given = {place for taker in takers for place in taker.given}
    starts = sum(taker.starts for taker in takers)
    confirmed = {place: said for taker in takers for place, said in taker.confirmed.items()}
    reached = {place for taker in takers for place in taker.reached.items()}
    lost = {place for place, said in confirmed.items() if not _agrees(said, kept.scores[place])}
    lost |= {place for taker in takers for place in taker.fell_back}
    lost |= {(attempt, place) for attempt, place in reached if kept.position[attempt] < place}
    doubled = {
        place
        for place, scores in kept.scores.items()
        if scores and (scores[1:] or place not in given)
    }
    doubled |= {(attempt, 0) for attempt in list(kept.position)[starts:]}
    return Account(frozenset(confirmed), frozenset(lost), frozenset(doubled))


def _kept(database_url: str) -> Kept:
    engine = create_engine(database_url)
    with engine.connect() as record:
        attempts = record.execute(select(tables.attempt.c["id", "item_ids"])).all()
        answers = record.execute(select(tables.answer.c["attempt_id", "item_id", "score"])).all()
        steps = record.execute(select(tables.step.c["attempt_id", "position"])).all()
    engine.dispose()
    items = {attempt: json.loads(item_ids) for attempt, item_ids in attempts}
    scores, position = defaultdict(list), dict.fromkeys(items, 0)
    for attempt, item, score in answers:
        scores[attempt, items[attempt].index(item)].append(Decimal(score))
    for attempt, step in steps:
        position[attempt] = max(position[attempt], step)
    return Kept(scores, defaultdict(int, position))


def _agrees(said: str, scores: list[Decimal]) -> bool:
    """Whether a screen may have said that of an answer which stands in the record so."""
    if not scores:
        return False
    return said in ("saved", "right" if scores[0] == 1 else "part" if scores[0] > 0 else "wrong")
