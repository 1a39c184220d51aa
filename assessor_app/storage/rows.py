"""Rows of the record tables: put one, read one, read those of a parent; what was put is noted for the event log."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, Table, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from assessor_app.domain.canonical import sha256_hex
from assessor_app.domain.events import Touched
from assessor_app.storage.codec import decode

T = TypeVar("T")


class Rows:
    """The record tables of one open transaction. `touched` grows by each row that is put."""

    def __init__(self, connection: Connection, *, device: str, touched: list[Touched]) -> None:
        self._db = connection
        self._device = device
        self._touched = touched

    def put(
        self, table: Table, key: UUID | str, parent: UUID | str, sort: str, body: str, *, revision: int | None = None
    ) -> None:
        """Insert or replace a row, with its hash and the next revision."""
        if revision is None:
            before = self._db.execute(select(table.c.revision).where(table.c.id == str(key))).scalar()
            revision = (before or 0) + 1
        sha256 = sha256_hex(body.encode())
        values = {
            "id": str(key),
            "parent": str(parent),
            "sort": sort,
            "revision": revision,
            "device": self._device,
            "sha256": sha256,
            "body": body,
        }
        statement = upsert(table).values(values)
        self._db.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))
        self._touched.append(Touched(kind=table.name, id=str(key), sha256=sha256))

    def delete_under(self, table: Table, parent: UUID) -> None:
        """Delete the rows of a parent; the event names each, so that none is missed later."""
        gone = self._db.execute(select(table.c.id).where(table.c.parent == str(parent))).scalars().all()
        self._db.execute(delete(table).where(table.c.parent == str(parent)))
        self._touched += [Touched(kind=table.name, id=key, sha256="") for key in gone]

    def body(self, table: Table, key: UUID | str) -> str | None:
        """The canonical JSON, None where there is no such row."""
        return self._db.execute(select(table.c.body).where(table.c.id == str(key))).scalar()

    def need(self, table: Table, key: UUID | str) -> str:
        """The canonical JSON; KeyError where there is no such row."""
        body = self.body(table, key)
        if body is None:
            raise KeyError(f"{table.name} {key}")
        return body

    def bodies(self, table: Table, parent: UUID) -> Sequence[str]:
        """Those of one parent in their order."""
        query = select(table.c.body).where(table.c.parent == str(parent)).order_by(table.c.sort, table.c.id)
        return self._db.execute(query).scalars().all()

    def all(self, table: Table, kind: type[T], parent: UUID | None = None) -> tuple[T, ...]:
        """All values of a table, or those of one parent, in their order."""
        if parent is None:
            bodies = self._db.execute(select(table.c.body).order_by(table.c.sort, table.c.id)).scalars()
            return tuple(decode(kind, body) for body in bodies)
        return tuple(decode(kind, body) for body in self.bodies(table, parent))

    def order(self, table: Table, parent: UUID) -> str:
        """The sort key of the next row under `parent`."""
        count = self._db.execute(select(func.count()).where(table.c.parent == str(parent))).scalar()
        return f"{count or 0:08d}"
