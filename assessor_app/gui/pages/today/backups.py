"""Whether the person must be told about backups today: at most one notice, which can be put off until tomorrow."""

from pathlib import Path

from assessor_app.domain.errors import KnownError
from assessor_app.gui.backup_words import BackupWarning, backup_warning, find_backups
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.today.model import BackupNotice, NoticeAct
from assessor_app.gui.pages.today.view import TodayView
from assessor_app.gui.words import count
from assessor_app.usecases.back_up import back_up
from assessor_app.usecases.backup_notice import is_backup_notice_put_off, put_off_backup_notice
from assessor_app.usecases.program import BackupMade


class TodayBackups:
    """Looks when it is asked to, after any backup that is under way, and never in the way of saving."""

    def __init__(self, view: TodayView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._folder = ""
        self._shown: BackupNotice | None = None
        notice = view.backup_notice
        notice.back_up_asked.connect(self._on_back_up)
        notice.settings_asked.connect(lambda: desk.go(Goal(page=Page.SETTINGS, detail="backup")))
        notice.put_off_asked.connect(self._on_put_off)

    def look(self) -> None:
        """Look at the backups and show what is wrong, if anything is."""
        self._desk.jobs.run_long(self._find, self._show)

    def _find(self) -> BackupWarning | None:
        now = self._desk.ports.now()
        with self._desk.ports.store.reading() as records:
            profile = records.profile()
            if profile is None or is_backup_notice_put_off(records, now.local_date):
                return None
        self._folder = profile.backup_folder
        return backup_warning(find_backups(self._desk.vault, self._folder), now)

    def _show(self, warning: BackupWarning | None) -> None:
        act = NoticeAct.BACK_UP if warning and warning.can_back_up else NoticeAct.SETTINGS
        self._put(BackupNotice(title=warning.title, detail=warning.detail, act=act) if warning else None)

    def _put(self, notice: BackupNotice | None) -> None:
        if notice != self._shown:  # a notice that stands there already is not announced again
            self._shown = notice
            self._view.show_backup_notice(notice)

    def _on_back_up(self) -> None:
        shown, folder = self._shown, Path(self._folder)
        if shown is None:
            return
        self._put(BackupNotice(title=shown.title, detail=shown.detail, act=shown.act, is_busy=True))
        self._desk.jobs.run_long(lambda: back_up(self._desk.vault, folder), self._on_backed_up, self._on_not_backed_up)

    def _on_backed_up(self, made: BackupMade) -> None:
        self._desk.say(f"Backed up and checked, {count(made.events, 'event')}")
        self.look()

    def _on_not_backed_up(self, error: KnownError) -> None:
        self._desk.trouble(error)
        self.look()

    def _on_put_off(self) -> None:
        self._put(None)
        self._desk.jobs.run(lambda: put_off_backup_notice(self._desk.ports))
