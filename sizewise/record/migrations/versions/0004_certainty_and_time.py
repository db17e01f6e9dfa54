"""How sure a learner was of an answer, and how long it took. Older answers have neither."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add both columns, unless the note of the schema is older than the tables."""
    there = {each["name"] for each in sa.inspect(op.get_bind()).get_columns("answer")}
    for column in (sa.Column("certainty", sa.String(16)), sa.Column("took_ms", sa.Integer)):
        if column.name not in there:
            op.add_column("answer", column)
