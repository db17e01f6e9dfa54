"""Classes: their codes, their members under pseudonyms, and what is due."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _text(name: str, length: int = 64, *, key: bool = False, index: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), primary_key=key, index=index, nullable=False)


def _of_class(*, key: bool = True) -> sa.Column[str]:
    its = sa.ForeignKey("classes.id")
    return sa.Column("class_id", sa.String(64), its, primary_key=key, nullable=False)


def upgrade() -> None:
    """Make the tables, unless the note of the schema is older than they are."""
    if sa.inspect(op.get_bind()).has_table("classes"):
        return
    op.create_table(
        "classes",
        _text("id", key=True),
        _text("title", 60),
        _text("teacher_digest", index=True),
        _text("created_at", 40),
        _text("ends_on", 10),
        sa.Column("ended_at", sa.String(40)),
    )
    op.create_table(
        "class_codes",
        _text("code", 16, key=True),
        _of_class(key=False),
        _text("expires_at", 40),
        sa.UniqueConstraint("class_id", name="uq_class_codes_class"),
    )
    op.create_table(
        "class_members",
        _of_class(),
        _text("learner_id", key=True, index=True),
        _text("pseudonym"),
        _text("joined_at", 40),
        sa.UniqueConstraint("class_id", "pseudonym", name="uq_class_members_pseudonym"),
    )
    op.create_table(
        "class_teachers",
        _of_class(),
        _text("learner_id", key=True, index=True),
        _text("at", 40),
    )
    op.create_table(
        "assignments",
        _of_class(),
        _text("lesson", key=True),
        _text("mode", 16, key=True),
        _text("due_on", 10),
    )
