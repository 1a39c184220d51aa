"""The pages of an open vault: makes each page and its presenter when it is first gone to, and leads between them."""

import logging
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from assessor_app.domain.errors import KnownError
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.domain.sheets import SheetState
from assessor_app.gui.commands import palette_commands
from assessor_app.gui.desk import Desk, Goal, Page, Presenter
from assessor_app.gui.diagnostics import copy_diagnostics
from assessor_app.gui.dialogs import TroubleDialog
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.page_book import CENTRE_PLACES, PLACE_OF, PLACES, make_page
from assessor_app.gui.restoring import ask_restore
from assessor_app.gui.shell.main_shell import MainShell
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.settings import Paths
from assessor_app.usecases.back_up import back_up_if_due
from assessor_app.usecases.program import OpenVault, Program

_log = logging.getLogger(__name__)
_ACTIVITY = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TabletMove,
    QEvent.Type.TouchUpdate,
)


class Session(QWidget):
    """`locked` asks the window to close the vault. While somebody signs, the idle lock waits and the rail is away."""

    locked = Signal()
    restore_asked = Signal(Path, str)
    salvage_asked = Signal()

    def __init__(
        self,
        vault: OpenVault,
        program: Program,
        paths: Paths,
        jobs: Jobs,
        role: VaultRole = VaultRole.ASSESSOR,
    ) -> None:
        super().__init__()
        self._home = Goal(page=Page.CENTRE if role is VaultRole.CENTRE else Page.TODAY)
        self._vault = vault
        self._program = program
        self._paths = paths
        self._jobs = jobs
        self._presenters: dict[Page, Presenter] = {}
        self._trail: list[Goal] = []
        self._now: Goal | None = None
        self.shell = MainShell(CENTRE_PLACES if role is VaultRole.CENTRE else PLACES)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.shell)
        self.desk = Desk(
            vault=vault,
            jobs=jobs,
            go=self.go,
            back=self.back,
            say=self._say,
            trouble=self._on_trouble,
            find=self.shell.open_palette,
            go_anew=self.go_anew,
        )
        self.shell.place_asked.connect(lambda place: self.go(Goal(page=Page(place))))
        self.shell.command_chosen.connect(self._on_command)
        self.shell.palette_asked.connect(self._on_palette)
        jobs.failed.connect(self._on_trouble)
        for keys, act in (("Ctrl+L", self.locked.emit), ("Alt+Left", self.back)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._on_idle)
        self._is_handed_over = False
        self._ended = False

    def begin(self) -> None:
        """Show the first place, start the idle lock, back up where that is due."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._jobs.run(self._read_profile, self._on_profile)  # first: a backup that is due goes before looking at them
        self.go(self._home)

    def end(self) -> None:
        """Keep what was typed, wait for it, stop checks and backups, close the vault."""
        if self._ended:
            return
        self._ended = True
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._idle.stop()
        self._vault.stop_long_work()
        self._leave_page()
        self._set_handed_over(False)  # the lock screen needs no full screen
        self._jobs.finish_all()
        self._vault.close()

    # going

    def go(self, goal: Goal) -> None:
        """Leave the page that is open and open another."""
        if self._ended:
            return
        if self._now is not None and self._now.page is not Page.HAND_OVER and self._now != goal:
            self._trail.append(self._now)
            del self._trail[:-30]
        self._open(goal)

    def go_anew(self, goal: Goal) -> None:
        """Open a page with none before it."""
        self._trail.clear()
        if not self._ended:
            self._open(goal)

    def back(self) -> None:
        """The page before; the first place where there was none."""
        self._open(self._trail.pop() if self._trail else self._home)

    def _open(self, goal: Goal) -> None:
        self._leave_page()
        if goal.page not in self._presenters:
            widget, presenter = make_page(
                goal.page,
                self.desk,
                lock=self.locked.emit,
                restore=self._restore,
                salvage=self.salvage_asked.emit,
            )
            self._presenters[goal.page] = presenter
            self.shell.set_page(goal.page.value, widget)
        self._now = goal
        self._set_handed_over(goal.page is Page.HAND_OVER)
        self._presenters[goal.page].open(goal)
        self.shell.show_page(goal.page.value, self._place_of(goal.page))
        page = self.shell.stack.currentWidget()
        if page is not None and page.focusProxy() is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._count_waiting()

    def _place_of(self, page: Page) -> str:
        place = PLACE_OF[page]
        return self._home.page.value if self._home.page is Page.CENTRE and page is Page.PREVIEW else place.value

    def _leave_page(self) -> None:
        if self._now is not None and self._now.page in self._presenters:
            self._presenters[self._now.page].leave()

    def _set_handed_over(self, handed_over: bool) -> None:
        if handed_over is self._is_handed_over:
            return
        self._is_handed_over = handed_over
        self.shell.set_rail_visible(not handed_over)
        self.shell.set_keys_enabled(not handed_over)
        for shortcut in self.findChildren(QShortcut):
            if shortcut.parent() is self:
                shortcut.setEnabled(not handed_over)
        window = self.window()
        if handed_over:
            window.showFullScreen()
        elif window.isFullScreen():
            window.showNormal()

    # voice

    def _say(self, text: str, on_undo: Callable[[], None] | None = None, chips: tuple[ChipData, ...] = ()) -> None:
        self.shell.show_toast(text, None, on_undo, chips)

    def _on_trouble(self, error: KnownError) -> None:
        if not self._ended:
            self.desk.care.troubles.append(error.code)
            TroubleDialog(error, self, copy=lambda: copy_diagnostics(self.desk)).open()

    # palette

    def _on_palette(self) -> None:
        self.shell.set_commands(palette_commands(self.desk, is_centre=self._home.page is Page.CENTRE))

    def _on_command(self, command: str) -> None:
        page, _, rest = command.partition(" ")
        if page == "lock":
            self.locked.emit()
            return
        self.go(Goal(page=Page[page], subject=UUID(rest) if rest else None))

    def _count_waiting(self) -> None:
        if self._home.page is Page.CENTRE:
            return

        def read() -> int:
            with self._vault.ports.store.reading() as records:
                return sum(s.state is SheetState.FROZEN for s in records.sheets())

        self._jobs.run(read, lambda number: self.shell.set_count(Page.SIGN_OFF_LIST.value, number))

    # idle lock and backups

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _ACTIVITY and self._idle.isActive():
            self._idle.start()
        return super().eventFilter(watched, event)

    def _read_profile(self) -> Profile | None:
        with self._vault.ports.store.reading() as records:
            return records.profile()

    def _on_profile(self, profile: Profile | None) -> None:
        if profile is None or self._ended:
            return
        self._idle.setInterval(max(1, profile.idle_minutes) * 60_000)
        self._idle.start()
        if not profile.backup_folder:
            self._jobs.run_long(self._vault.finish_old_erasing, lambda _: None, self._on_backup_failed)
        else:
            folder = Path(profile.backup_folder)
            self._jobs.run_long(
                lambda: back_up_if_due(self._vault, folder), self._on_backup_cared_for, self._on_backup_failed
            )

    def _on_backup_cared_for(self, was_made: bool) -> None:
        self.desk.care.automatic = (
            "It ran when you unlocked, and the backup was opened and checked."
            if was_made
            else "It was not due when you unlocked: the last backup was less than a day old."
        )

    def _on_backup_failed(self, error: KnownError) -> None:
        _log.info("automatic backup: %s", error.code)
        self.desk.care.troubles.append(error.code)
        self.desk.care.automatic = f"It did not work when you unlocked. {error.what} {error.advice}"
        self._say(f"{error.what} {error.advice}")

    def _on_idle(self) -> None:
        if self._is_handed_over:
            self._idle.start()  # somebody is signing; the hand-over page says that the lock waits
            return
        self.locked.emit()

    def _restore(self, backup: Path) -> None:
        ask_restore(backup, self.desk, self._program, self.restore_asked.emit, self)
