"""How backups stand, in words, wherever it is said: on Today and in Settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from assessor_app.domain.moments import Moment
from assessor_app.gui.words import count, near_day
from assessor_app.usecases.program import BackupMade, OpenVault

OLD_AFTER = timedelta(days=7)
_ONLY_HERE = "If this laptop is lost or breaks, everything in it is lost."


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupsFound:
    """`folder` is the chosen one (empty: none) and `is_there` says whether it can be seen now; `made` is newest first.

    `can_be_made` says whether it could be made where it should be. `noted` is when the vault itself says that its last
    good backup was made.
    """

    folder: str
    is_there: bool = False
    can_be_made: bool = False
    made: Sequence[BackupMade] = ()
    noted: datetime | None = None

    @property
    def last(self) -> datetime | None:
        """When the last good backup of this vault was made: by what can be seen, else by what the vault noted."""
        seen = next((backup.made for backup in self.made if backup.is_own), None)
        return seen if self.is_there else self.noted


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupWarning:
    """What is wrong with backups. `can_back_up` says that backing up now can help, without choosing a folder first."""

    title: str
    detail: str
    can_back_up: bool


def find_backups(vault: OpenVault, folder: str) -> BackupsFound:
    """Look at the folder; for a worker: a disk may take its time."""
    if not folder:
        return BackupsFound(folder="", noted=vault.last_backup())
    place = Path(folder)
    return BackupsFound(
        folder=folder,
        is_there=place.is_dir(),
        can_be_made=place.parent.is_dir(),
        made=vault.backups(place),
        noted=vault.last_backup(),
    )


def backup_warning(found: BackupsFound, now: Moment) -> BackupWarning | None:
    """A warning where there is no good backup, it is older than a week, or the folder for backups is not there."""
    last = found.last
    if found.folder and not found.is_there and last is not None:
        return BackupWarning(
            title="The folder for backups is not there",
            detail=f"{found.folder} cannot be found; what you do now is only on this laptop. The last good backup was "
            f"made {_said(last, now)}. Plug in the disk or stick that holds the folder, or choose another one.",
            can_back_up=False,
        )
    if last is None:
        can_back_up = bool(found.folder) and (found.is_there or found.can_be_made)
        what = "Back up now, best on another disk or a stick."
        if not can_back_up:
            lost = f"{found.folder} cannot be found. " if found.folder else ""
            what = f"{lost}Choose a folder on another disk or a stick."
        return BackupWarning(title="There is no backup yet", detail=f"{_ONLY_HERE} {what}", can_back_up=can_back_up)
    if now.utc - last > OLD_AFTER:
        return BackupWarning(
            title=f"The last good backup is {count((now.utc - last).days, 'day')} old",
            detail="What you did since then is only on this laptop. Plug in the disk that holds your backups, and back "
            "up now.",
            can_back_up=bool(found.folder),
        )
    return None


def when_made(made: datetime, now: Moment) -> str:
    """Day and time of a backup, by this laptop's clock."""
    local = made.astimezone(now.local.tzinfo)
    return f"{near_day(local.date(), now.local_date)} at {local:%H:%M}"


def _said(made: datetime, now: Moment) -> str:
    when = when_made(made, now)
    return when[0].lower() + when[1:] if when.startswith(("Today", "Yesterday")) else f"on {when}"
