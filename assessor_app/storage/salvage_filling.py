"""The new database of a salvage: made in the format that the damaged one had, filled, and then brought forward.

So a migration that changes data changes the salvaged rows as it would have changed those of the whole vault.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, StaticPool, create_engine, text
from sqlcipher3 import dbapi2

from assessor_app.storage.pages import Value
from assessor_app.storage.vault import connect, migrate

Rows = Iterable[tuple[Value, ...]]


def fill(database: Path, key: bytes, version: str, tables: Mapping[str, Rows]) -> None:
    """Make `database` in the format `version` ("head" for the present one), insert the rows, bring it forward.

    A row may have fewer values than its table has columns: the last ones then take their defaults. A table that the
    format has not is left out.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(database, key),
        module=dbapi2,
        poolclass=StaticPool,
        hide_parameters=True,
        isolation_level="AUTOCOMMIT",
    )
    try:
        with engine.connect() as connection:
            migrate(connection, to=version)
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            for name, rows in tables.items():
                _insert(connection, name, list(rows))
            connection.exec_driver_sql("COMMIT")
            migrate(connection)
    finally:
        engine.dispose()


def _insert(connection: Connection, name: str, rows: Sequence[tuple[Value, ...]]) -> None:
    columns = [row[1] for row in connection.execute(text(f"PRAGMA table_info({name})"))]
    for width in {min(len(row), len(columns)) for row in rows} - {0}:
        same = [row[:width] for row in rows if min(len(row), len(columns)) == width]
        named, places = ", ".join(columns[:width]), ", ".join("?" * width)
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO {name} ({named}) VALUES ({places})", same)
