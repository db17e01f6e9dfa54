"""A journal in a folder, facts to put into it, and other processes that use it."""

import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import create_engine, inspect

from sizewise.learn.quiz.attempt import Answer, Attempt
from sizewise.learn.quiz.response import Response
from sizewise.record import open_journal
from sizewise.record.tables import metadata

ROOT = Path(__file__).parents[2]

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def later(minutes):
    return NOON + timedelta(minutes=minutes)


def url_of(folder):
    return f"sqlite:///{folder / 'record.db'}"


def on_disk(folder):
    """All bytes of a record, those of its log among them."""
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def attempt(id="attempt-1", **changed):
    sound = {
        "learner_id": "ann",
        "quiz_id": "a-quiz",
        "mode": "practice",
        "seed": "5eed",
        "item_ids": ("item-1", "item-2", "item-3"),
        "started_at": NOON,
    }
    return Attempt(**{**sound, "id": id, **changed})


def answer(item_id="item-1", **changed):
    sound = {
        "attempt_id": "attempt-1",
        "learner_id": "ann",
        "quiz_id": "a-quiz",
        "item_id": item_id,
        "item_version": "0123456789ab",
        "skill": "skill-one",
        "mode": "practice",
        "first_try": True,
        "response": Response(picked=("a", "c")),
        "score": Decimal(2) / 3,
        "credit": Decimal(1) / 3,
        "hints": 1,
        "chance": Decimal("0.25"),
        "at": NOON,
        "misconceptions": ("swapped-rates",),
        "certainty": "think",
        "took_ms": 8400,
        "key_version": "ba9876543210",
    }
    return Answer(**{**sound, **changed})


def opened(folder):
    return closing(open_journal(url_of(folder)))


def empty(url):
    """Remove all that is in a record, and leave its tables."""
    engine = create_engine(url)
    if inspect(engine).has_table("attempt"):
        with engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(table.delete())
    engine.dispose()


def child(code, *arguments, **more):
    """A Python process of its own that can import the app and these tests."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,
    )


def finished(process):
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out.strip()
