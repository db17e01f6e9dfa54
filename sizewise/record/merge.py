"""Progress from a file, added to what a learner has here."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sizewise.record import tables
from sizewise.record.export import Export
from sizewise.record.facts.attempts import IMPORTED
from sizewise.record.facts.own import OwnRows
from sizewise.record.journal import Journal

_OF_ATTEMPTS = ("answer", "step", "hint")
_OF_LEARNERS = ("part_read", "mission_solved")
_IDENTITY = ("quiz_id", "mode", "seed", "item_ids", "started_at")
"""What tells an attempt from all others of a learner, whatever its id is in some record."""
_Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Added:
    """What was not here yet, as numbers of rows; all 0 where everything was."""

    quizzes: int
    """Attempts."""
    answers: int
    parts: int
    """Parts of lessons that were read."""
    missions: int
    settings: int
    on_the_way: int
    """Steps from question to question, and opened hints."""


def add_export(journal: Journal, learner_id: str, export: Export) -> Added:
    """Add a file's progress to a learner's, and tell what is new: of the same file, nothing is.

    What is here stays as it is. An attempt that is here already, though it may have begun
    elsewhere, is gone on with: of two answers to the same question the one that is here stays, and
    so does each setting that was chosen here. All of it is added, or nothing.
    """
    with journal.database.writing():
        here = journal.everything(learner_id)
        ids = _ids(learner_id, here.get("attempt", ()), export.facts.get("attempt", ()))
        new = _new(_moved(export.facts, ids, learner_id), here)
        new |= _on_the_way(new, here)
        journal.add(new)
    return Added(
        quizzes=len(new["attempt"]),
        answers=len(new["answer"]),
        parts=len(new["part_read"]),
        missions=len(new["mission_solved"]),
        settings=len({row["name"] for row in new["setting"]}),
        on_the_way=len(new["step"]) + len(new["hint"]),
    )


def _ids(
    learner_id: str, here: Iterable[Mapping[str, Any]], brought: Iterable[Mapping[str, Any]]
) -> dict[str, str]:
    """What each attempt of the file is called here. A new one gets an id that shows where it comes
    from, and is the same in whatever file it comes.
    """
    known: dict[str, str] = {}
    for row in here:
        known.setdefault(_identity(row), row["id"])
    own = {(row["id"], _identity(row)) for row in here}
    found: dict[str, str] = {}
    for row in brought:
        identity = _identity(row)
        given = IMPORTED + sha256(f"{learner_id}/{identity}".encode()).hexdigest()[:32]
        itself = (row["id"], identity) in own
        found[row["id"]] = row["id"] if itself else known.get(identity, given)
    return found


def _identity(row: Mapping[str, Any]) -> str:
    told = {**row, "item_ids": json.loads(row["item_ids"])}
    return json.dumps([told[name] for name in _IDENTITY])


def _moved(facts: OwnRows, ids: Mapping[str, str], learner_id: str) -> dict[str, _Rows]:
    """The rows of the file as rows of this learner."""
    found: dict[str, _Rows] = {
        "attempt": [
            {**row, "id": ids[row["id"]], "parent_id": ids.get(row["parent_id"], row["parent_id"])}
            for row in facts.get("attempt", ())
        ]
    }
    for name in _OF_ATTEMPTS:
        found[name] = [{**row, "attempt_id": ids[row["attempt_id"]]} for row in facts.get(name, ())]
    for row in found["answer"]:
        row["brought"] = True
    for name in (*_OF_LEARNERS, "setting"):
        found[name] = [dict(row) for row in facts.get(name, ())]
    for name in ("attempt", "answer", *_OF_LEARNERS, "setting"):
        for row in found[name]:
            row["learner_id"] = learner_id
    return found


def _new(rows: Mapping[str, _Rows], here: OwnRows) -> dict[str, _Rows]:
    """Those of which nothing is here yet, each once."""
    chosen = {row["name"] for row in here.get("setting", ())}
    settings = [row for row in rows["setting"] if row["name"] not in chosen]
    keyed = ("attempt", *_OF_ATTEMPTS, *_OF_LEARNERS)
    return {name: _unknown(name, rows[name], here.get(name, ())) for name in keyed} | {
        "setting": settings
    }


def _unknown(name: str, rows: _Rows, here: Sequence[Mapping[str, Any]]) -> _Rows:
    key = [column.name for column in tables.metadata.tables[name].primary_key]
    known = {tuple(row[column] for column in key) for row in here}
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        found.setdefault(tuple(row[column] for column in key), row)
    return [row for at, row in found.items() if at not in known]


def _on_the_way(new: Mapping[str, _Rows], here: OwnRows) -> dict[str, _Rows]:
    """The new steps and hints. Into an attempt that was begun here they come only where answers
    are brought, too: what was answered here alone, no file says to be finished.
    """
    answers = (*new["answer"], *here.get("answer", ()))
    brought = {row["attempt_id"] for row in answers if row["brought"]}
    return {
        name: [
            row
            for row in new[name]
            if row["attempt_id"].startswith(IMPORTED) or row["attempt_id"] in brought
        ]
        for name in ("step", "hint")
    }
