"""The tables of the record. Rows are inserted, never changed; primary keys make repeats harmless.

Times are ISO 8601 in UTC and decimals are text, so that every database keeps them exactly. Where
order matters a number tells it, which grows with each row: a clock may be put back.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Identity,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()


def _arrival(*, key: bool = False) -> Column[int]:
    """A number given when a row is inserted: by PostgreSQL itself, in SQLite by `once`."""
    return Column("arrival", BigInteger, Identity(), primary_key=key, nullable=False, index=True)


attempt = Table(
    "attempt",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("learner_id", String(64), nullable=False, index=True),
    Column("quiz_id", String(64), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("seed", String(64), nullable=False),
    Column("item_ids", Text, nullable=False),
    Column("started_at", String(40), nullable=False),
    Column("parent_id", String(64)),
    _arrival(),
)
answer = Table(
    "answer",
    metadata,
    Column("attempt_id", String(64), ForeignKey(attempt.c.id), primary_key=True),
    Column("item_id", String(64), primary_key=True),
    Column("learner_id", String(64), nullable=False, index=True),
    Column("quiz_id", String(64), nullable=False),
    Column("item_version", String(16), nullable=False),
    Column("skill", String(64), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("first_try", Boolean, nullable=False),
    Column("response", Text, nullable=False),
    Column("score", String(40), nullable=False),
    Column("credit", String(40), nullable=False),
    Column("hints", Integer, nullable=False),
    Column("chance", String(40), nullable=False),
    Column("at", String(40), nullable=False),
    Column("misconceptions", Text, nullable=False),
    _arrival(),
    Column("certainty", String(16)),
    Column("took_ms", Integer),
    Column("key_version", String(16)),
)
step = Table(
    "step",
    metadata,
    Column("attempt_id", String(64), ForeignKey(attempt.c.id), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
)
hint = Table(
    "hint",
    metadata,
    Column("attempt_id", String(64), ForeignKey(attempt.c.id), primary_key=True),
    Column("item_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
)
part_read = Table(
    "part_read",
    metadata,
    Column("learner_id", String(64), primary_key=True),
    Column("lesson_id", String(64), primary_key=True),
    Column("anchor", String(64), primary_key=True),
    Column("at", String(40), nullable=False),
    _arrival(),
)
mission_solved = Table(
    "mission_solved",
    metadata,
    Column("learner_id", String(64), primary_key=True),
    Column("mission_id", String(64), primary_key=True),
    Column("at", String(40), nullable=False),
)
setting = Table(
    "setting",
    metadata,
    Column("learner_id", String(64), primary_key=True),
    Column("name", String(32), primary_key=True),
    Column("at", String(40), nullable=False),
    Column("value", String(64), nullable=False),
    _arrival(key=True),
)
"""How a learner likes to read. A changed mind is another row: the last one to arrive holds."""

machine = Table(
    "machine",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("learner_id", String(64), nullable=False),
    Column("at", String(40), nullable=False),
)
"""The learner of this computer: the row numbered 1."""

browser = Table(
    "browser",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("turn", Integer, primary_key=True, autoincrement=False),
    Column("learner_id", String(64), nullable=False),
    Column("at", String(40), nullable=False),
)
"""Whose a browser is: the learner of its newest turn. A resume code begins another turn."""

resume_code = Table(
    "resume_code",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("learner_id", String(64), nullable=False),
    Column("at", String(40), nullable=False),
)
