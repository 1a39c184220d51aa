"""Compare an open vault with a backup, record by record, by their hashes. The backup is opened so that nothing in it
or beside it can be written, as on read-only media."""

import hmac
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Table, select
from sqlcipher3 import dbapi2

from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import Event
from assessor_app.domain.profile import Profile
from assessor_app.domain.restore_preview import BackupLook, KindDifference, RestorePreview
from assessor_app.storage import schema
from assessor_app.storage.check_records import RECORD_TABLES
from assessor_app.storage.codec import decode
from assessor_app.storage.erasing import rows_erased_here
from assessor_app.storage.vault import DATABASE, Vault

_Hashes = dict[tuple[str, str], str]


def preview_restore(vault: Vault, backup: Path, key: bytes) -> RestorePreview:
    """What restoring `backup`, which `key` opens, would change in `vault`; KnownError where it cannot be read."""
    found = _read_or_say(backup, key)
    here: _Hashes = {}
    with vault.reading() as records:
        for table in RECORD_TABLES:
            rows = records.connection.execute(select(table.c.id, table.c.sha256))
            here.update({(table.name, identity): sha256 for identity, sha256 in rows})
        here_log = list(
            records.connection.execute(select(schema.event.c.hash).order_by(schema.event.c.sequence)).scalars()
        )
        newest = records.last_event()
        erased = rows_erased_here(records.connection)
    is_other = not hmac.compare_digest(key, vault.key)
    return_again = {} if is_other else {row: sha256 for row, sha256 in found.hashes.items() if row in erased}
    there = {row: sha256 for row, sha256 in found.hashes.items() if row not in return_again}
    kinds = [_difference(table, here, there) for table in RECORD_TABLES]
    return RestorePreview(
        kinds=tuple(k for k in kinds if k.only_in_vault or k.only_in_backup or k.different),
        vault_events=len(here_log),
        backup_events=len(found.log),
        vault_last=newest.at if newest else None,
        backup_last=decode(Event, found.last).at if found.last else None,
        is_earlier_state=here_log[: len(found.log)] == found.log,
        other_vault=_whose(found.profile) if is_other else "",
        stay_erased=sum(1 for kind, _ in return_again if kind == schema.candidate.name),
    )


def look_into(backup: Path, key: bytes, *, replaces: bool) -> BackupLook:
    """What `backup`, which `key` opens, is; KnownError where it cannot be read."""
    found = _read_or_say(backup, key)
    return BackupLook(
        whose=_whose(found.profile),
        events=len(found.log),
        last=decode(Event, found.last).at if found.last else None,
        replaces=replaces,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What is in the backup; `log` are the events' hashes, `last` and `profile` bodies as they stand there."""

    hashes: _Hashes
    log: list[str]
    last: str | None
    profile: str | None


def _read_or_say(backup: Path, key: bytes) -> _Found:
    try:
        return _read(backup / DATABASE, key)
    except (OSError, dbapi2.DatabaseError) as error:
        raise KnownError(
            "The backup cannot be read.",
            safe="Nothing was changed.",
            advice="Choose another backup.",
            code="backup-unreadable",
        ) from error


def _read(database: Path, key: bytes) -> _Found:
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
        profile = db.execute("SELECT body FROM profile LIMIT 1").fetchone()
        return _Found(hashes=hashes, log=log, last=last[0] if last else None, profile=profile[0] if profile else None)
    finally:
        db.close()


def _whose(profile: str | None) -> str:
    found = decode(Profile, profile) if profile is not None else None
    names = (found.assessor.name, found.centre.name) if found else ()
    return ", ".join(name for name in names if name) or "somebody who has not given a name"


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
