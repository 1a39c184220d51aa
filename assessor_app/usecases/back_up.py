"""Backing up into the folder that the person chose: now, or where it is due.

A folder that had backups and is gone is not made anew: it was on a disk or stick that is not plugged in, and a folder
of that name on this laptop's own disk would look like a backup and be none.
"""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from assessor_app.domain.errors import KnownError
from assessor_app.domain.watch import UNWATCHED, Watch
from assessor_app.usecases.program import BackupMade, OpenVault

DUE_AFTER = timedelta(hours=20)


def back_up(vault: OpenVault, folder: Path, watch: Watch = UNWATCHED) -> BackupMade:
    """A checked backup; KnownError where the folder is gone or the backup cannot be made."""
    if not folder.is_dir() and vault.last_backup() is not None:
        raise KnownError(
            "The folder for backups is not there.",
            safe="Your records are safe on this laptop; earlier backups were not touched.",
            advice="Plug in the disk or stick that holds it, or choose another folder in Settings.",
            code="backup-folder",
        )
    return vault.back_up(folder, watch)


def back_up_if_due(vault: OpenVault, folder: Path) -> bool:
    """Back up where the last one of this vault in the folder is older than `DUE_AFTER`; whether it was.

    An erasure that was cut short is finished first: what it has left must not come into a backup.
    """
    with suppress(KnownError):  # it is tried again, and is no reason to be without a backup
        vault.finish_old_erasing()
    last = next((backup.made for backup in vault.backups(folder) if backup.is_own), None)
    is_due = last is None or vault.ports.now().utc - last > DUE_AFTER
    if is_due:
        vault.sweep_files()  # where nobody can undo any more what let a file go: the vault was just unlocked
        back_up(vault, folder)
    return is_due
