"""Backups that are checked before they count, and the way back.

A backup is a folder of its own: the database by `VACUUM INTO` (one file, no WAL, so it opens on read-only media), the
wrapped keys and every encrypted file. It opens with the passphrase that the vault had when it was made. Several vaults
may share a folder: each backup bears its vault's mark, and only its own vault thins it out, if it is an earlier state.
"""

import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from assessor_app.domain.errors import KnownError
from assessor_app.domain.watch import STOPPED, UNWATCHED, Tally, Watch
from assessor_app.machine import sync_folder
from assessor_app.storage.durable import WRITING, write_durably
from assessor_app.storage.keys import is_sealed_by, vault_mark
from assessor_app.storage.lock import IN_USE, VaultLock
from assessor_app.storage.pages import PAGE
from assessor_app.storage.placing import free_place, put_in_place
from assessor_app.storage.precaution import count_sound_events, last_event_of
from assessor_app.storage.stopping import stopping
from assessor_app.storage.vault import DATABASE, FILES, KEYS, Vault, connect

PREFIX = "assessor-backup-"
NOTE = "backup.json"
KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 12, 10, 9
_PIECE = 1024 * 1024  # bytes copied between two looks at the watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A checked backup: where it is, when it was made, how many events its log holds.

    `is_own` says whether it is of the vault that asked. One without a mark is own only where its key file proves it.
    `last` is the hash of the last event in it, empty where its note does not say.
    """

    folder: Path
    made: datetime
    events: int
    is_own: bool = True
    last: str = ""


def make_backup(vault: Vault, target: Path, made: datetime, watch: Watch = UNWATCHED) -> Backup:
    """Back the vault up into a new folder under `target`; KnownError where it cannot be made or checked.

    The folder above `target` must be there: a stick that is not plugged in is not made up for on this disk. `watch` is
    told bytes; KnownError with the code `stopped` where it says so, or the vault is being closed.
    """
    mark = vault_mark(vault.key)
    folder = free_place(target / f"{PREFIX}{made.astimezone(UTC):%Y%m%d-%H%M%S}-{mark}")
    partial = target / f".{folder.name}.partial"
    watch = vault.uses.watched(watch)
    try:
        _make_folder(target)
        for left in target.glob(f".{PREFIX}*-{mark}*.partial"):  # by a try of this vault that was cut short
            shutil.rmtree(left, ignore_errors=True)
        partial.mkdir()
        with vault.uses.one():
            events = _fill(vault, partial, watch)
        last = last_event_of(partial / DATABASE, vault.key)
        note = {"made": made.astimezone(UTC).isoformat(), "events": events, "vault": mark, "last": last}
        write_durably(partial / NOTE, json.dumps(note).encode())
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
    except KnownError as error:
        shutil.rmtree(partial, ignore_errors=True)
        if error.code != STOPPED:
            raise
        raise KnownError(
            "The backup was stopped before it was finished.",
            safe="Your records are safe; earlier backups were not touched.",
            advice="Back up again when you have the time.",
            code=STOPPED,
        ) from error
    return Backup(folder=folder, made=made, events=events, last=last)


def _make_folder(target: Path) -> None:
    try:
        target.mkdir(exist_ok=True)
    except (FileNotFoundError, PermissionError) as error:  # what a stick that is not plugged in leaves of its place
        raise KnownError(
            "The folder for backups is not there.",
            safe="Your records are safe on this laptop; earlier backups were not touched.",
            advice="Plug in the disk or stick that holds it, or choose another folder in Settings.",
            code="backup-folder",
        ) from error


def _fill(vault: Vault, partial: Path, watch: Watch) -> int:
    """Copy everything into `partial` and check the copy; returns the number of events in it."""
    source = connect(vault.folder / DATABASE, vault.key)
    try:
        size = source.execute("PRAGMA page_count").fetchone()[0] * PAGE
        files = [path for path in (vault.folder / FILES).rglob("*") if path.is_file() and WRITING not in path.name]
        tally = Tally(watch=watch, total=2 * size + sum(path.stat().st_size for path in files))

        def is_stopped() -> bool:
            if watch.cancelled():
                return True
            if (partial / DATABASE).exists():
                watch.progress(min(size, (partial / DATABASE).stat().st_size), tally.total)
            return False

        with stopping(source, Watch(cancelled=is_stopped)):
            source.execute("VACUUM INTO ?", (str(partial / DATABASE),))
    finally:
        source.close()
    tally.add(size)
    for path in (vault.folder / KEYS, *files):
        _copy(path, partial / path.relative_to(vault.folder), tally)
    events = count_sound_events(partial / DATABASE, vault.key, watch)
    with (partial / DATABASE).open("rb+") as database:
        os.fsync(database.fileno())
    for folder in (partial, *(path for path in partial.rglob("*") if path.is_dir())):
        sync_folder(folder)
    tally.add(size)
    return events


def _copy(source: Path, target: Path, tally: Tally) -> None:
    """Copy a file in pieces, on to the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as reading, target.open("wb") as writing:
        while piece := reading.read(_PIECE):
            writing.write(piece)
            tally.add(len(piece))
        writing.flush()
        os.fsync(writing.fileno())


def list_backups(target: Path, key: bytes) -> tuple[Backup, ...]:
    """Finished backups under `target`, newest first, as the vault with `key` sees them."""
    found = []
    for note in target.glob(f"{PREFIX}*/{NOTE}"):
        try:
            content = json.loads(note.read_text(encoding="utf-8"))
            made, events = datetime.fromisoformat(content["made"]), int(content["events"])
        except (OSError, ValueError, KeyError, TypeError):
            continue  # not a backup of ours, or one that was never finished
        marked = content.get("vault")
        is_own = marked == vault_mark(key) if marked is not None else is_sealed_by(note.parent / KEYS, key)
        last = str(content.get("last", ""))
        found.append(Backup(folder=note.parent, made=made, events=events, is_own=is_own, last=last))
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


def thin_out(target: Path, vault: Vault) -> None:
    """Remove surplus backups that are earlier states of this vault.

    Those of other vaults stay, those of unknown ones, and those that hold what this vault does not: of another laptop
    on which the same vault was restored, or from before a restore.
    """
    for backup in surplus([b for b in list_backups(target, vault.key) if b.is_own and _is_earlier(b, vault)]):
        shutil.rmtree(backup.folder, ignore_errors=True)


def _is_earlier(backup: Backup, vault: Vault) -> bool:
    if not backup.last:
        return True  # made before notes said so; its mark is all there is to go by
    with vault.reading() as records:
        return records.knows_event(backup.last)


def restore_backup(
    backup: Path,
    vault_folder: Path,
    key: bytes,
    now: datetime,
    prepare: Callable[[Path], None] = lambda _copy: None,
) -> Path | None:
    """Put a backup in the vault's place. `key` must open it. The vault that was there is kept beside, and returned.

    `prepare` is given the copy that is about to take the place; the vault that was there has not moved yet.

    KnownError where somebody is still at work in the vault: its folder is not moved under them.
    """
    copy = vault_folder.with_name(f".{vault_folder.name}.restoring")
    aside = vault_folder.with_name(f"{vault_folder.name}-before-restore-{now.astimezone(UTC):%Y%m%d-%H%M%S}")
    lock = _lock(vault_folder)
    try:
        shutil.rmtree(copy, ignore_errors=True)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(backup, copy, ignore=shutil.ignore_patterns(NOTE))
        count_sound_events(copy / DATABASE, key)
        prepare(copy)
        return put_in_place(copy, vault_folder, aside, lock)
    except KnownError:
        shutil.rmtree(copy, ignore_errors=True)
        raise
    except (OSError, dbapi2.DatabaseError) as error:
        shutil.rmtree(copy, ignore_errors=True)
        raise KnownError(
            "The backup could not be restored.",
            safe="The vault you had is as it was.",
            advice="Choose another backup.",
            code="restore-failed",
        ) from error
    finally:
        if lock is not None:
            lock.release()


def _lock(vault_folder: Path) -> VaultLock | None:
    """The lock of the vault that is there; None where there is none, or its folder cannot be written to."""
    if not vault_folder.is_dir():
        return None
    try:
        return VaultLock.take(vault_folder)
    except KnownError as error:
        if error.code != IN_USE:
            return None
        raise KnownError(
            "The vault is still in use, so the backup was not put in its place.",
            safe="The vault you have and the backup are as they were.",
            advice="Close other windows and commands of Assessor, wait until a check or backup has ended, "
            "then restore again.",
            code="restore-in-use",
        ) from error


def _day(day: date) -> object:
    return day


def _week(day: date) -> object:
    return day - timedelta(days=day.weekday())


def _month(day: date) -> object:
    return (day.year, day.month)
