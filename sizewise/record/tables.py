"""The tables of the record. Rows are inserted, never changed; primary keys make repeats harmless.
A class alone is changed: it ends, or gets another secret. And guesses at codes are forgotten after
a minute.

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
    UniqueConstraint,
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
    Column("brought", Boolean),
)
"""An answer that came in a file has `brought`: it may have been given anywhere, by anybody."""
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

classes = Table(
    "classes",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("title", String(60), nullable=False),
    Column("teacher_digest", String(64), nullable=False, index=True),
    Column("created_at", String(40), nullable=False),
    Column("ends_on", String(10), nullable=False),
    Column("ended_at", String(40)),
)


def _of_class(*, key: bool = True) -> Column[str]:
    return Column("class_id", String(64), ForeignKey(classes.c.id), primary_key=key, nullable=False)


class_codes = Table(
    "class_codes",
    metadata,
    Column("code", String(16), primary_key=True),
    _of_class(key=False),
    Column("expires_at", String(40), nullable=False),
    UniqueConstraint("class_id", name="uq_class_codes_class"),
)
class_members = Table(
    "class_members",
    metadata,
    _of_class(),
    Column("learner_id", String(64), primary_key=True, index=True),
    Column("pseudonym", String(64), nullable=False),
    Column("joined_at", String(40), nullable=False),
    UniqueConstraint("class_id", "pseudonym", name="uq_class_members_pseudonym"),
)
class_teachers = Table(
    "class_teachers",
    metadata,
    _of_class(),
    Column("learner_id", String(64), primary_key=True, index=True),
    Column("at", String(40), nullable=False),
)
"""Browsers that open a class for its teacher without the link."""

assignments = Table(
    "assignments",
    metadata,
    _of_class(),
    Column("lesson", String(64), primary_key=True),
    Column("mode", String(16), primary_key=True),
    Column("due_on", String(10), nullable=False),
)

code_guess = Table(
    "code_guess",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("browser", String(64), nullable=False, index=True),
    Column("address", String(64), nullable=False, index=True),
    Column("at", String(40), nullable=False, index=True),
)
"""Codes that were tried in the last minute, from fingerprints of a browser and of an address."""

OF_NO_LEARNER = (classes.name, class_codes.name, assignments.name, code_guess.name)
"""Tables with nothing of any learner in them: teachers fill them, or they are soon empty again."""
