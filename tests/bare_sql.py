"""Change an open vault behind its back: the guards are dropped first, as somebody with another program would."""

from assessor_app.storage.vault import Vault


def bare_sql(vault: Vault, *statements: str) -> None:
    """Run `statements` through the vault's own connection, without an event."""
    with vault.drafting() as records:
        db = records.connection
        for name in db.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all():
            db.exec_driver_sql(f'DROP TRIGGER "{name}"')
        for statement in statements:
            assert db.exec_driver_sql(statement).rowcount, "nothing was changed"
