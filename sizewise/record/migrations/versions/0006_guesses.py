"""Codes that were tried, counted for all processes together."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table, unless the note of the schema is older than it is."""
    if sa.inspect(op.get_bind()).has_table("code_guess"):
        return
    op.create_table(
        "code_guess",
        sa.Column("id", sa.String(64), primary_key=True),
        *(sa.Column(name, sa.String(64), nullable=False, index=True) for name in _WHO),
        sa.Column("at", sa.String(40), nullable=False, index=True),
    )


_WHO = ("browser", "address")
