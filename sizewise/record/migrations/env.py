"""Run by Alembic. The connection, and the lock it holds, come from sizewise.record.database."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
