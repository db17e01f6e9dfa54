"""Answers that were brought as a file into an attempt which goes on here."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column, unless the note of the schema is older than the table."""
    there = {each["name"] for each in sa.inspect(op.get_bind()).get_columns("answer")}
    if "brought" not in there:
        op.add_column("answer", sa.Column("brought", sa.Boolean()))
