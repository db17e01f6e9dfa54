"""How sure a learner was, how long it took, and what was right. Older answers have none of it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
_KINDS: dict[str, sa.types.TypeEngine[Any]] = {
    "certainty": sa.String(16),
    "took_ms": sa.Integer(),
    "key_version": sa.String(16),
}


def upgrade() -> None:
    """Add the columns, unless the note of the schema is older than the tables."""
    there = {each["name"] for each in sa.inspect(op.get_bind()).get_columns("answer")}
    for name, kind in _KINDS.items():
        if name not in there:
            op.add_column("answer", sa.Column(name, kind))
