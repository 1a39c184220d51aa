"""Before the vault is open: unlock it, or get back in with the recovery code; the first run is a file of its own.

This is on the way to the first paint: it imports nothing of the domain and builds nothing that is not shown.
"""

from __future__ import annotations

import math
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from assessor_app.domain.errors import KnownError
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.unlock.view import Secret, UnlockContent, UnlockView, WaysIn
from assessor_app.settings import Paths

if TYPE_CHECKING:
    from assessor_app.domain.half_made import HalfMade
    from assessor_app.domain.profile import Profile
    from assessor_app.gui.first_run_gate import FirstRunGate
    from assessor_app.gui.pages.unlock.half_made import HalfMadeView
    from assessor_app.usecases.program import OpenVault, Program

_DAMAGED = ("vault-unopened", "vault-damaged", "record-unreadable")
_KEPT = 10  # codes of troubles


class Gate(QStackedWidget):
    """`opened` carries the open vault and its role once it is set up. Refuses to show a name before that."""

    opened = Signal(object, object)

    def __init__(self, program: Program, paths: Paths, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._paths = paths
        self._jobs = jobs
        self._countdown: QTimer | None = None
        self._left_s = 0
        self._asked = Secret.PASSPHRASE
        self._leaves_half_made = False
        self._half_made: HalfMadeView | None = None
        self._troubles: deque[str] = deque(maxlen=_KEPT)
        self.unlock: UnlockView | None = None
        self.first_run: FirstRunGate | None = None
        self.ask()

    def ask(self) -> None:
        """Show the unlock screen, the first run where there is no vault, or what a cut making of one has left."""
        half_made = None if self._leaves_half_made else self._program.half_made()
        if half_made is not None:
            self._show_half_made(half_made)
            return
        if not self._program.vault_exists():
            self._begin_first_run(None)
            return
        unlock = self._unlock_view()
        unlock.forget()
        unlock.set_ways(WaysIn(keyring=self._program.offers_keyring(), centre=self._program.offers_escrow()))
        unlock.set_content(UnlockContent())
        self.setCurrentWidget(unlock)

    def restore(self, backup: Path, passphrase: str, compared: Path | None = None) -> None:
        """Put a backup in the vault's place, and say so; `compared` is the vault that the person saw it beside."""

        def on_error(error: KnownError) -> None:
            self._unlock_view().say("")
            self.ask()
            self.trouble(error, self)

        unlock = self._unlock_view()
        unlock.say("The backup is being restored", "It is copied and checked before it counts.", is_done=False)
        unlock.set_content(UnlockContent(is_restoring=True))
        self.setCurrentWidget(unlock)
        self._jobs.run(
            lambda: self._program.restore(backup, passphrase, anyway=True, compared=compared),
            self._say_restored,
            on_error,
        )

    def _say_restored(self, aside: Path | None) -> None:
        """Ask for the passphrase again, and say where the vault that was there is kept."""
        self.ask()
        kept = f" The vault that you had is kept here, and nothing in it was changed: {aside}" if aside else ""
        self._unlock_view().say(
            "The backup is restored",
            f"It opens with the passphrase that you typed for it.{kept}",
        )

    def salvage(self) -> None:
        """Ask whether a new vault is to be made of what the damaged one still gives; then say what came back."""
        from assessor_app.gui.salvaging import ask_salvage

        ask_salvage(self._program, self._jobs, self._say_salvaged, lambda e: self.trouble(e, self), self)

    def _say_salvaged(self, aside: Path) -> None:
        self.ask()
        self._unlock_view().say(
            "What could be saved is your vault now",
            f"It opens with the same passphrase. The damaged one is kept here, unchanged: {aside}",
        )

    def trouble(self, error: KnownError, parent: QWidget) -> None:
        """Show an error in words, with diagnostics to copy."""
        from assessor_app.gui.dialogs import TroubleDialog

        self._troubles.append(error.code)
        TroubleDialog(error, parent, copy=self.copy_diagnostics).open()

    def copy_diagnostics(self) -> None:
        """Put versions and the codes of what went wrong here on the clipboard."""
        from assessor_app.gui.diagnostics import copy_locked_diagnostics

        copy_locked_diagnostics(tuple(self._troubles))

    def close_vault(self) -> None:
        """Close a vault that was made but never opened into a session."""
        if self.first_run is not None:
            self.first_run.close_vault()

    def _show_half_made(self, found: HalfMade) -> None:
        from assessor_app.gui.pages.unlock.half_made import HalfMadeView

        if self._half_made is not None:
            self.removeWidget(self._half_made)
            self._half_made.deleteLater()
        self._half_made = HalfMadeView(found)
        self._half_made.start_again_asked.connect(self._on_start_again)
        self._half_made.restore_asked.connect(self._on_restore)
        self._half_made.leave_asked.connect(self._on_leave_half_made)
        self._half_made.go_on_asked.connect(self.ask)
        self.addWidget(self._half_made)
        self.setCurrentWidget(self._half_made)
        self._half_made.setFocus()

    def _on_start_again(self) -> None:
        view = self._half_made

        def done(aside: Path | None) -> None:
            if aside is not None and view is not None:
                view.show_away(str(aside))
            else:
                self.ask()

        self._jobs.run(self._program.take_half_made_away, done, lambda e: self.trouble(e, self))

    def _on_restore(self) -> None:
        from assessor_app.gui.restoring import ask_restore_at_gate, choose_backup

        def trouble(error: KnownError) -> None:
            self.trouble(error, self)

        chosen = choose_backup(self, trouble)
        if chosen is not None:
            ask_restore_at_gate(chosen, self._program, self._jobs, self.restore, trouble, self)

    def _on_leave_half_made(self) -> None:
        self._leaves_half_made = True
        self.ask()

    def _on_half_made(self) -> None:
        self._leaves_half_made = False
        self.ask()

    def _unlock_view(self) -> UnlockView:
        if self.unlock is None:
            self.unlock = UnlockView(self)
            self.unlock.passphrase_given.connect(self._on_passphrase)
            self.unlock.recovery_code_given.connect(self._on_recovery_code)
            self.unlock.other_vault_asked.connect(self._on_other_vault)
            self.unlock.person_asked.connect(self._on_person)
            self.unlock.keyring_asked.connect(self._on_keyring)
            self.unlock.centre_asked.connect(self._on_centre)
            self.unlock.restore_asked.connect(self._on_restore)
            self.unlock.salvage_asked.connect(self.salvage)
            self.unlock.diagnostics_asked.connect(self.copy_diagnostics)
            self.addWidget(self.unlock)
        return self.unlock

    def _begin_first_run(self, vault: OpenVault | None) -> None:
        from assessor_app.gui.first_run_gate import FirstRunGate

        if self.first_run is not None:
            self.removeWidget(self.first_run)
            self.first_run.deleteLater()
        self.first_run = FirstRunGate(self._program, self._paths, self._jobs, vault)
        self.first_run.opened.connect(self.opened)
        self.first_run.given_up.connect(self.ask)
        self.first_run.view.restore_asked.connect(self._on_restore)
        self.first_run.left_half_made.connect(self._on_half_made)
        self.addWidget(self.first_run)
        self.setCurrentWidget(self.first_run)
        self.first_run.view.take_focus()

    def _on_passphrase(self, passphrase: str) -> None:
        self._begin_waiting(Secret.PASSPHRASE)
        self._jobs.run(
            lambda: self._program.open_vault(passphrase),
            self._on_unlocked,
            lambda e: self._on_refused(e, Secret.PASSPHRASE),
        )

    def _on_keyring(self) -> None:
        self._unlock_view().set_content(UnlockContent(is_busy=True))
        self._jobs.run(
            self._program.open_with_keyring,
            self._on_unlocked,
            lambda e: self._on_refused(e, Secret.PASSPHRASE),
        )

    def _on_centre(self) -> None:
        from assessor_app.gui.ask_centre import AskCentreDialog

        AskCentreDialog(self._program, self._jobs, self._on_unlocked, self.trouble, self).open()

    def _begin_waiting(self, secret: Secret) -> None:
        """Say that the key is made, and how long the program waits on its worker before, after wrong tries."""
        self._asked = secret
        self._left_s = math.ceil(self._program.due_s())
        self._unlock_view().set_content(UnlockContent(secret=secret, is_busy=True, wait_s=self._left_s))
        if self._left_s:
            if self._countdown is None:
                self._countdown = QTimer(self)
                self._countdown.timeout.connect(self._on_second)
            self._countdown.start(1000)

    def _on_second(self) -> None:
        self._left_s -= 1
        if self._left_s <= 0:
            self._stop_countdown()
        self._unlock_view().set_content(UnlockContent(secret=self._asked, is_busy=True, wait_s=max(0, self._left_s)))

    def _stop_countdown(self) -> None:
        if self._countdown is not None:
            self._countdown.stop()

    def _on_recovery_code(self, code: str) -> None:
        from PySide6.QtWidgets import QDialog

        from assessor_app.gui.dialogs import NewSecretDialog

        dialog = NewSecretDialog("Choose a new passphrase", "Passphrase", parent=self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        passphrase = dialog.secret
        self._begin_waiting(Secret.RECOVERY_CODE)
        self._jobs.run(
            lambda: self._program.recover_vault(code, passphrase),
            self._on_unlocked,
            lambda e: self._on_refused(e, Secret.RECOVERY_CODE),
        )

    def _on_refused(self, error: KnownError, secret: Secret) -> None:
        self._stop_countdown()
        is_wrong = error.code == "vault-locked"
        words = f"{error.what} {error.advice}" if is_wrong else str(error)
        self._troubles.append(error.code)
        unlock = self._unlock_view()
        unlock.forget()
        unlock.set_content(
            UnlockContent(secret=secret, message=words, needs_help=not is_wrong, is_damaged=error.code in _DAMAGED)
        )

    def _on_unlocked(self, vault: OpenVault) -> None:
        self._stop_countdown()
        self._unlock_view().forget()
        self._unlock_view().say("")

        def read() -> Profile | None:
            with vault.ports.store.reading() as records:
                return records.profile()

        def decide(profile: Profile | None) -> None:
            if profile is not None:
                self.opened.emit(vault, profile.role)
            else:  # the first run was interrupted after the vault was made
                self._begin_first_run(vault)

        self._jobs.run(read, decide)

    def _on_person(self) -> None:
        self._paths = self._program.use_new_vault()
        self._begin_first_run(None)

    def _on_other_vault(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self, "Open another vault: choose its home folder")
        if chosen:
            self._program.use_home(Path(chosen))
            self._paths = Paths(home=Path(chosen))
            self.ask()
