"""Small values that are no records: keys, and what the vault remembers for itself. They never leave it."""

import json

from sqlalchemy import Connection, delete, insert, select

from assessor_app.storage import schema


def secret(db: Connection, name: str) -> bytes | None:
    """The value, None where there is none."""
    value = db.execute(select(schema.secret.c.value).where(schema.secret.c.name == name)).scalar()
    return bytes(value) if value is not None else None


def put_secret(db: Connection, name: str, value: bytes | None) -> None:
    """Put the value in place of the one there was; None takes it away."""
    db.execute(delete(schema.secret).where(schema.secret.c.name == name))
    if value is not None:
        db.execute(insert(schema.secret).values(name=name, value=value))


def notes(db: Connection, name: str) -> dict[str, str]:
    """A value that holds texts under names; empty where there is none."""
    found: dict[str, str] = json.loads(secret(db, name) or b"{}")
    return found


def put_notes(db: Connection, name: str, content: dict[str, str]) -> None:
    """Put them in place of those there were; none where they are empty."""
    put_secret(db, name, json.dumps(content, sort_keys=True).encode() if content else None)
