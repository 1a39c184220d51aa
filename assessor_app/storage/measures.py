"""Measure an open vault for diagnostics: it counts and weighs, and reads no record."""

from sqlalchemy import func, select, text

from assessor_app.domain.measures import VaultMeasures
from assessor_app.storage import schema
from assessor_app.storage.vault import DATABASE, FILES, Vault


def measure_vault(vault: Vault) -> VaultMeasures:
    """Formats, numbers of rows, sizes; KnownError where the database cannot be read."""
    with vault.reading() as records:
        db = records.connection
        version = db.execute(text("SELECT version_num FROM alembic_version")).scalar()
        sqlite = db.execute(text("SELECT sqlite_version()")).scalar()
        cipher = db.execute(text("PRAGMA cipher_version")).scalar()
        rows = tuple(
            (table.name, db.execute(select(func.count()).select_from(table)).scalar_one())
            for table in schema.metadata.sorted_tables
        )
    sizes = [path.stat().st_size for path in (vault.folder / FILES).glob("??/*") if path.is_file()]
    return VaultMeasures(
        schema=str(version),
        sqlite=str(sqlite),
        cipher=str(cipher),
        records=rows,
        database_bytes=_size(vault, DATABASE),
        unmerged_bytes=_size(vault, f"{DATABASE}-wal"),
        files=len(sizes),
        files_bytes=sum(sizes),
    )


def _size(vault: Vault, name: str) -> int:
    path = vault.folder / name
    return path.stat().st_size if path.exists() else 0
