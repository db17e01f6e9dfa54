"""The first record: attempts, answers, steps, hints, parts read, and who is learning."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _name(name: str, *, key: bool = False, index: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), primary_key=key, index=index, nullable=False)


def _attempt() -> sa.Column[str]:
    return sa.Column("attempt_id", sa.String(64), sa.ForeignKey("attempt.id"), primary_key=True)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def _text(name: str, length: int = 40) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _long(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "attempt",
        _name("id", key=True),
        _name("learner_id", index=True),
        _name("quiz_id"),
        _text("mode", 16),
        _text("seed", 64),
        _long("item_ids"),
        _text("started_at"),
        sa.Column("parent_id", sa.String(64)),
    )
    op.create_table(
        "answer",
        _attempt(),
        _name("item_id", key=True),
        _name("learner_id", index=True),
        _name("quiz_id"),
        _text("item_version", 16),
        _name("skill"),
        _text("mode", 16),
        sa.Column("first_try", sa.Boolean, nullable=False),
        _long("response"),
        _text("score"),
        _text("credit"),
        sa.Column("hints", sa.Integer, nullable=False),
        _text("chance"),
        _text("at"),
        _long("misconceptions"),
    )
    _make_the_way()
    _make_who()


def _make_the_way() -> None:
    op.create_table("step", _attempt(), _number("position"), _text("at"))
    op.create_table(
        "hint",
        _attempt(),
        _name("item_id", key=True),
        _number("number"),
        _text("at"),
    )
    op.create_table(
        "part_read",
        _name("learner_id", key=True),
        _name("lesson_id", key=True),
        _name("anchor", key=True),
        _text("at"),
    )


def _make_who() -> None:
    op.create_table("machine", _number("number"), _name("learner_id"), _text("at"))
    op.create_table(
        "browser",
        _name("token_hash", key=True),
        _number("turn"),
        _name("learner_id"),
        _text("at"),
    )
    op.create_table("resume_code", _name("code_hash", key=True), _name("learner_id"), _text("at"))
