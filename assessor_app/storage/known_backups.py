"""Which backups of a vault there are, as far as it knows: where each was put and when it was made.

Kept in the vault, so that an erasure can name the backups that it did not reach.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assessor_app.storage.backup import Backup
from assessor_app.storage.records import SqlRecords

_KNOWN, _LAST = "known backups", "last backup"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBackup:
    """`folder` is the backup's own folder."""

    folder: Path
    made: datetime


def known_backups(records: SqlRecords) -> tuple[KnownBackup, ...]:
    """All that the vault remembers, the newest first."""
    content = json.loads(records.secret(_KNOWN) or b"[]")
    found = (KnownBackup(folder=Path(folder), made=datetime.fromisoformat(made)) for folder, made in content)
    return tuple(sorted(found, key=lambda b: b.made, reverse=True))


def note_backups(records: SqlRecords, place: Path, there: Sequence[Backup]) -> None:
    """Remember what is in `place` now instead of what was there before; what is elsewhere stays remembered."""
    elsewhere = [b for b in known_backups(records) if b.folder.parent != place.absolute()]
    here = (KnownBackup(folder=b.folder.absolute(), made=b.made) for b in there if b.is_own)
    records.put_secret(_KNOWN, json.dumps([_plain(b) for b in (*elsewhere, *here)]).encode())


def last_backup(records: SqlRecords) -> datetime | None:
    """When the vault noted that its last good backup was made, wherever that is; None where it never was."""
    noted = records.secret(_LAST)
    return datetime.fromisoformat(noted.decode()) if noted else None


def note_last_backup(records: SqlRecords, made: datetime) -> None:
    """A good backup was made then."""
    records.put_secret(_LAST, made.isoformat().encode())


def places(known: Iterable[KnownBackup]) -> tuple[Path, ...]:
    """The folders that backups were put into."""
    return tuple(dict.fromkeys(b.folder.parent for b in known))


def _plain(backup: KnownBackup) -> tuple[str, str]:
    return str(backup.folder), backup.made.isoformat()
