"""Backups in Settings: made, listed, and asked for back. What a restore would change is asked about elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from assessor_app.domain.errors import KnownError
from assessor_app.domain.moments import Moment
from assessor_app.domain.watch import STOPPED
from assessor_app.gui.backup_words import BackupsFound, backup_warning, when_made
from assessor_app.gui.desk import Desk
from assessor_app.gui.pages.settings.backups import Backups
from assessor_app.gui.pages.settings.model import BackupRow, BackupsContent
from assessor_app.gui.restoring import choose_backup
from assessor_app.gui.watching import Watching
from assessor_app.gui.words import count
from assessor_app.usecases.back_up import back_up
from assessor_app.usecases.program import BackupMade


class BackupsPresenter:
    """`keep_folder` stores where backups go; `changed` is called when the list must be read again."""

    def __init__(
        self,
        view: Backups,
        desk: Desk,
        *,
        restore: Callable[[Path], None],
        keep_folder: Callable[[str], None],
        changed: Callable[[], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._restore = restore
        self._keep_folder = keep_folder
        self._changed = changed
        self._folder = ""
        self._backup: Watching | None = None
        view.folder_asked.connect(self._on_folder)
        view.backup_asked.connect(self._on_backup)
        view.under_way.stop_asked.connect(self._on_stop)
        view.restore_asked.connect(lambda folder: restore(Path(folder)))
        view.elsewhere_asked.connect(self._on_elsewhere)

    def show(self, found: BackupsFound, now: Moment) -> None:
        """Show how backups stand."""
        self._folder = found.folder
        self._view.set_content(backups_content(found, now, self._desk.care.automatic))
        if self._backup is not None:
            self._view.set_backing_up()

    def _on_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._view, "Where backups go")
        if chosen:
            self._keep_folder(chosen)
            self._changed()

    def _on_backup(self) -> None:
        if not self._folder:
            self._on_folder()
            return
        if self._backup is not None:
            return
        folder = Path(self._folder)
        self._backup = backup = Watching(self._view)
        backup.moved.connect(self._view.under_way.bar.set_percent)
        self._view.set_backing_up()
        self._desk.jobs.run_long(
            lambda: back_up(self._desk.vault, folder, backup.watch), self._on_backed_up, self._on_not_backed_up
        )

    def _on_stop(self) -> None:
        if self._backup is not None:
            self._backup.cancel()

    def _on_backed_up(self, made: BackupMade) -> None:
        self._backup = None
        self._desk.say(f"Backed up and checked, {count(made.events, 'event')}")
        self._changed()

    def _on_not_backed_up(self, error: KnownError) -> None:
        self._backup = None
        if error.code == STOPPED:
            self._desk.say(f"{error.what} {error.safe}")
        else:
            self._desk.trouble(error)
        self._changed()

    def _on_elsewhere(self) -> None:
        chosen = choose_backup(self._view, self._desk.trouble, self._folder)
        if chosen is not None:
            self._restore(chosen)


def backups_content(found: BackupsFound, now: Moment, automatic: str) -> BackupsContent:
    """How backups stand, in words; a warning where there is one."""
    warning = backup_warning(found, now)
    if not found.folder:
        automatic = "It begins when you have chosen a folder; then it runs once a day, when you unlock."
    return BackupsContent(
        folder=found.folder,
        last=f"{when_made(found.last, now)}, opened and checked" if found.last else "None",
        automatic=automatic,
        warning=warning.title if warning else "",
        warning_detail=warning.detail if warning else "",
        rows=tuple(
            BackupRow(id=str(backup.folder), title=when_made(backup.made, now), detail=_detail(backup))
            for backup in found.made
        ),
    )


def _detail(backup: BackupMade) -> str:
    whose = "" if backup.is_own else "Another vault’s, which shares the folder  ·  "
    return f"{whose}{count(backup.events, 'event')}  ·  {backup.folder}"
