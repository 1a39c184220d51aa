"""Compare an open vault with a backup, record by record, by their hashes. The backup is opened so that nothing in it
or beside it can be written, as on read-only media."""

from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Table, select
from sqlcipher3 import dbapi2

from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import Event
from assessor_app.domain.restore_preview import KindDifference, RestorePreview
from assessor_app.storage import schema
from assessor_app.storage.check_records import RECORD_TABLES
from assessor_app.storage.codec import decode
from assessor_app.storage.vault import DATABASE, Vault

_Hashes = dict[tuple[str, str], str]


def preview_restore(vault: Vault, backup: Path, key: bytes) -> RestorePreview:
    """What restoring `backup`, which `key` opens, would change in `vault`; KnownError where it cannot be read."""
    try:
        there, there_log, last = _read(backup / DATABASE, key)
    except (OSError, dbapi2.DatabaseError) as error:
        raise KnownError(
            "The backup cannot be read.",
            safe="Nothing was changed.",
            advice="Choose another backup.",
            code="backup-unreadable",
        ) from error
    here: _Hashes = {}
    with vault.reading() as records:
        for table in RECORD_TABLES:
            rows = records.connection.execute(select(table.c.id, table.c.sha256))
            here.update({(table.name, identity): sha256 for identity, sha256 in rows})
        here_log = list(
            records.connection.execute(select(schema.event.c.hash).order_by(schema.event.c.sequence)).scalars()
        )
        newest = records.last_event()
    kinds = [_difference(table, here, there) for table in RECORD_TABLES]
    return RestorePreview(
        kinds=tuple(k for k in kinds if k.only_in_vault or k.only_in_backup or k.different),
        vault_events=len(here_log),
        backup_events=len(there_log),
        vault_last=newest.at if newest else None,
        backup_last=decode(Event, last).at if last else None,
        is_earlier_state=here_log[: len(there_log)] == there_log,
    )


def _read(database: Path, key: bytes) -> tuple[_Hashes, list[str], str | None]:
    if not database.exists():
        raise FileNotFoundError(database.name)
    db = dbapi2.connect(f"file:{quote(str(database.resolve()))}?mode=ro&immutable=1", uri=True)
    try:
        db.execute("PRAGMA cipher_log_level = NONE")
        db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        hashes: _Hashes = {}
        for table in RECORD_TABLES:
            if table.name in tables:  # an older format may not have it yet
                rows = db.execute(f"SELECT id, sha256 FROM {table.name}")
                hashes.update({(table.name, identity): sha256 for identity, sha256 in rows})
        log = [row[0] for row in db.execute("SELECT hash FROM event ORDER BY sequence")]
        last = db.execute("SELECT body FROM event ORDER BY sequence DESC LIMIT 1").fetchone()
        return hashes, log, last[0] if last else None
    finally:
        db.close()


def _difference(table: Table, here: _Hashes, there: _Hashes) -> KindDifference:
    mine = {identity for kind, identity in here if kind == table.name}
    theirs = {identity for kind, identity in there if kind == table.name}
    changed = sum(here[table.name, i] != there[table.name, i] for i in mine & theirs)
    return KindDifference(
        kind=table.name,
        only_in_vault=len(mine - theirs),
        only_in_backup=len(theirs - mine),
        different=changed,
    )
