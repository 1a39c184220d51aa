"""Alembic's entry: runs on the connection that the vault hands in, in that connection's transaction."""

from alembic import context

from assessor_app.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, transaction_per_migration=False
)
with context.begin_transaction():
    context.run_migrations()
