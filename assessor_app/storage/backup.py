"""Backups that are checked before they count, and the way back.

A backup is a folder of its own: the database by `VACUUM INTO` (one file, no WAL, so it opens on read-only media), the
wrapped keys and every encrypted file. It opens with the passphrase that the vault had when it was made.
"""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from assessor_app.domain.errors import KnownError
from assessor_app.storage.durable import sync_folder, write_durably
from assessor_app.storage.precaution import count_sound_events
from assessor_app.storage.vault import DATABASE, FILES, KEYS, Vault, connect

PREFIX = "assessor-backup-"
NOTE = "backup.json"
KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 12, 10, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A checked backup: where it is, when it was made, how many events its log holds."""

    folder: Path
    made: datetime
    events: int


def make_backup(vault: Vault, target: Path, made: datetime) -> Backup:
    """Back the vault up into a new folder under `target`; KnownError where it cannot be made or checked."""
    folder = target / f"{PREFIX}{made.astimezone(UTC):%Y%m%d-%H%M%S}"
    partial = target / f".{folder.name}.partial"
    try:
        target.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir()
        source = connect(vault.folder / DATABASE, vault.key)
        try:
            source.execute("VACUUM INTO ?", (str(partial / DATABASE),))
        finally:
            source.close()
        shutil.copy2(vault.folder / KEYS, partial / KEYS)
        if (vault.folder / FILES).is_dir():
            shutil.copytree(vault.folder / FILES, partial / FILES, ignore=shutil.ignore_patterns(".writing-*"))
        events = count_sound_events(partial / DATABASE, vault.key)
        note = {"made": made.astimezone(UTC).isoformat(), "events": events}
        write_durably(partial / NOTE, json.dumps(note).encode())
        if folder.exists():
            shutil.rmtree(folder)
        partial.rename(folder)
        sync_folder(target)
    except (OSError, dbapi2.DatabaseError) as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise KnownError(
            "The backup could not be made.",
            safe="Your records are safe; earlier backups were not touched.",
            advice="Check that the folder is there and has room, then try again.",
            code="backup-failed",
        ) from error
    return Backup(folder=folder, made=made, events=events)


def list_backups(target: Path) -> tuple[Backup, ...]:
    """Finished backups under `target`, newest first."""
    found = []
    for note in target.glob(f"{PREFIX}*/{NOTE}"):
        try:
            content = json.loads(note.read_text(encoding="utf-8"))
            made, events = datetime.fromisoformat(content["made"]), int(content["events"])
        except (OSError, ValueError, KeyError, TypeError):
            continue  # not a backup of ours, or one that was never finished
        found.append(Backup(folder=note.parent, made=made, events=events))
    return tuple(sorted(found, key=lambda b: b.made, reverse=True))


def surplus(backups: Sequence[Backup]) -> tuple[Backup, ...]:
    """Those outside the newest of each of 12 days, 10 weeks and 9 months; the newest of all always stays."""
    keep: set[Path] = {b.folder for b in backups[:1]}
    for count, period in ((KEEP_DAYS, _day), (KEEP_WEEKS, _week), (KEEP_MONTHS, _month)):
        newest: dict[object, Path] = {}
        for backup in sorted(backups, key=lambda b: b.made, reverse=True):
            newest.setdefault(period(backup.made.date()), backup.folder)
        keep |= set(list(newest.values())[:count])
    return tuple(b for b in backups if b.folder not in keep)


def thin_out(target: Path) -> None:
    """Remove surplus backups."""
    for backup in surplus(list_backups(target)):
        shutil.rmtree(backup.folder, ignore_errors=True)


def restore_backup(backup: Path, vault_folder: Path, key: bytes, now: datetime) -> Path | None:
    """Put a backup in the vault's place. `key` must open it. The vault that was there is kept beside, and returned."""
    copy = vault_folder.with_name(f".{vault_folder.name}.restoring")
    aside = vault_folder.with_name(f"{vault_folder.name}-before-restore-{now.astimezone(UTC):%Y%m%d-%H%M%S}")
    try:
        shutil.rmtree(copy, ignore_errors=True)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(backup, copy)
        count_sound_events(copy / DATABASE, key)
        moved = vault_folder.exists()
        if moved:
            vault_folder.rename(aside)
        copy.rename(vault_folder)
        sync_folder(vault_folder.parent)
    except (OSError, dbapi2.DatabaseError) as error:
        shutil.rmtree(copy, ignore_errors=True)
        if not vault_folder.exists() and aside.exists():
            aside.rename(vault_folder)
        raise KnownError(
            "The backup could not be restored.",
            safe="The vault you had is as it was.",
            advice="Choose another backup.",
            code="restore-failed",
        ) from error
    return aside if moved else None


def _day(day: date) -> object:
    return day


def _week(day: date) -> object:
    return day - timedelta(days=day.weekday())


def _month(day: date) -> object:
    return (day.year, day.month)
