"""Solved missions, and how a learner likes to read."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _text(name: str, length: int, *, key: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), primary_key=key, nullable=False)


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "mission_solved",
        _text("learner_id", 64),
        _text("mission_id", 64),
        _text("at", 40, key=False),
    )
    op.create_table(
        "setting",
        _text("learner_id", 64),
        _text("name", 32),
        _text("at", 40),
        _text("value", 64, key=False),
    )
