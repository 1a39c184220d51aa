"""The warning about backups at the head of a vault's first page, with what can be done about it at once.

There is at most one notice; it can be put off until tomorrow.
"""

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from assessor_app.domain.errors import KnownError
from assessor_app.gui.backup_words import BackupWarning, backup_warning, find_backups
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.layouts import column
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.words import count
from assessor_app.usecases.back_up import back_up
from assessor_app.usecases.backup_notice import is_backup_notice_put_off, put_off_backup_notice
from assessor_app.usecases.program import BackupMade

_BELOW = 22


class NoticeAct(Enum):
    """What the button of the notice says and does."""

    BACK_UP = "Back up now"
    SETTINGS = "Backup settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupNotice:
    """What is wrong with backups; `is_busy` while one is being made."""

    title: str
    detail: str
    act: NoticeAct
    is_busy: bool = False


class BackupNoticeView(QWidget):
    """Hidden until `show_notice`; each signal is one wish of the person."""

    back_up_asked = Signal()
    settings_asked = Signal()
    put_off_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = Notice()
        self.back_up = Button(NoticeAct.BACK_UP.value, icon="save", size=Size.SMALL)
        self.settings = Button(NoticeAct.SETTINGS.value, icon="settings", size=Size.SMALL)
        self.put_off = Button("Not today", Kind.QUIET, size=Size.SMALL)
        self.back_up.clicked.connect(self.back_up_asked)
        self.settings.clicked.connect(self.settings_asked)
        self.put_off.clicked.connect(self.put_off_asked)
        inside = self._notice.layout()
        assert isinstance(inside, QBoxLayout)  # the notice's own row
        inside.addLayout(column(self.back_up, self.settings, self.put_off, spacing=4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, _BELOW)
        layout.addWidget(self._notice)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, or empty."""
        return self._notice.text

    def show_notice(self, notice: BackupNotice | None) -> None:
        """Say it, or hide."""
        self.setVisible(notice is not None)
        if notice is None:
            self._notice.say(NoticeKind.WARNING, "")
            return
        self.back_up.setVisible(notice.act is NoticeAct.BACK_UP)
        self.settings.setVisible(notice.act is NoticeAct.SETTINGS)
        self.back_up.set_unavailable("A backup is being made." if notice.is_busy else "")
        self._notice.say(NoticeKind.WARNING, notice.title, notice.detail)


class BackupNoticePresenter:
    """Looks when it is asked to, after any backup that is under way, and never in the way of saving."""

    def __init__(self, view: BackupNoticeView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._folder = ""
        self._shown: BackupNotice | None = None
        view.back_up_asked.connect(self._on_back_up)
        view.settings_asked.connect(lambda: desk.go(Goal(page=Page.SETTINGS, detail="backup")))
        view.put_off_asked.connect(self._on_put_off)

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
            self._view.show_notice(notice)

    def _on_back_up(self) -> None:
        if self._shown is None or self._shown.is_busy:
            return
        folder = Path(self._folder)
        self._put(replace(self._shown, is_busy=True))
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
