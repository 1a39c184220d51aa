"""The window: the gate while the vault is locked, the pages while it is open, and the way between them."""

from __future__ import annotations

import importlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QWidget

from assessor_app.gui.gate import Gate
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.overriding import override
from assessor_app.settings import Paths

if TYPE_CHECKING:
    from assessor_app.domain.profile import VaultRole
    from assessor_app.gui.session import Session
    from assessor_app.gui.session_watch import Watch
    from assessor_app.usecases.program import OpenVault, Program

_PAINT_REACHES_SCREEN_MS = 20


class MainWindow(QStackedWidget):
    """Shows one thing at a time: unlock or first run, or the session of an open vault.

    `first_painted` comes once, when the window has been on the screen for a moment: work that may wait begins then.
    """

    first_painted = Signal()

    def __init__(self, program: Program, paths: Paths, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Assessor")
        self._program = program
        self._paths = paths
        self._jobs = jobs
        self.gate = Gate(program, paths, jobs, self)
        self.gate.opened.connect(self.open_session)
        self.addWidget(self.gate)
        self.session: Session | None = None
        self._watch: Watch | None = None
        self._closing = False
        self._is_painted = False

    def warm_up(self) -> None:
        """Load the layers that unlocking will need, while the person types."""
        threading.Thread(target=_load_layers, name="warm-up", daemon=True).start()

    def open_session(self, vault: OpenVault, role: VaultRole) -> None:
        """Show the pages of an open vault."""
        from assessor_app.gui.session import Session

        session = Session(vault, self._program, self._paths, self._jobs, role)
        session.locked.connect(self.lock)
        session.restore_asked.connect(self.restore)
        session.salvage_asked.connect(self.salvage)
        self.session = session
        self._watch_session()
        self.addWidget(session)
        self.setCurrentWidget(session)
        session.begin()

    def lock(self) -> None:
        """Keep what was typed, close the vault, and show nothing but the gate."""
        self._end_session()
        self.gate.ask()
        self.setCurrentWidget(self.gate)

    def restore(self, backup: Path, passphrase: str) -> None:
        """Close the vault, put a backup in its place, and ask for the passphrase again."""
        compared = self.session.desk.vault.folder if self.session is not None else None
        self.lock()
        self.gate.restore(backup, passphrase, compared)

    def salvage(self) -> None:
        """Close the damaged vault, and ask whether a new one is to be made of what can be read."""
        self.lock()
        self.gate.salvage()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(_PAINT_REACHES_SCREEN_MS, self.first_painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        if not self._closing:
            self._closing = True
            self._program.stop_waiting()
            self._end_session()
            self.gate.close_vault()
            self._jobs.wait_and_stop()
        super().closeEvent(event)

    def _watch_session(self) -> None:
        from assessor_app.gui.session_watch import watch_session

        if self._watch is None:
            self._watch = watch_session(self)
            if self._watch is not None:
                self._watch.left.connect(self._on_left)

    def _on_left(self) -> None:
        if self.session is not None:
            self.lock()

    def _end_session(self) -> None:
        session, self.session = self.session, None
        if session is not None:
            self._program.stop_waiting()  # a passphrase that is being confirmed may wait for a minute
            for window in QApplication.topLevelWidgets():
                if isinstance(window, QDialog):
                    window.reject()  # a question about somebody's record does not outlive the session
            session.end()
            self.removeWidget(session)
            session.deleteLater()


def _load_layers() -> None:
    # Names only: what is loaded is decided by what bootstrap will import when the vault is opened.
    for name in ("assessor_app.storage.vault", "assessor_app.storage.files", "assessor_app.gui.session"):
        importlib.import_module(name)
