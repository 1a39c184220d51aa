"""Before the vault is open: unlock it, get back in with the recovery code, or make it (first run)."""

import time
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QWidget

from assessor_app.domain.errors import KnownError
from assessor_app.domain.people import Assessor, Standing
from assessor_app.domain.people import Centre as TheCentre
from assessor_app.domain.profile import Profile
from assessor_app.gui.dialogs import NewSecretDialog
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.first_run.model import (
    AssessorKind,
    Centre,
    FirstRunContent,
    Step,
    Strength,
    You,
)
from assessor_app.gui.pages.first_run.model import Standing as Qualified
from assessor_app.gui.pages.first_run.view import FirstRunView
from assessor_app.gui.pages.unlock.view import Secret, UnlockContent, UnlockView
from assessor_app.settings import Paths
from assessor_app.usecases.program import OpenVault, Program
from assessor_app.usecases.sample_data import add_sample_data
from assessor_app.usecases.set_up import change_profile, set_up

_ORDER = list(Step)
GROWING_DELAY_AFTER = 3  # wrong tries


class Gate(QStackedWidget):
    """`opened` carries the open vault once it is set up. Refuses to show a name before that."""

    opened = Signal(object)

    def __init__(self, program: Program, paths: Paths, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._paths = paths
        self._jobs = jobs
        self._vault: OpenVault | None = None
        self._code = ""
        self._you: You | None = None
        self._centre: Centre | None = None
        self._folder = ""
        self._wrong = 0
        self.unlock = UnlockView()
        self.first_run = FirstRunView()
        self.addWidget(self.unlock)
        self.addWidget(self.first_run)
        self._connect_unlock()
        self._connect_first_run()
        self.ask()

    def ask(self) -> None:
        """Show the unlock screen, or the first run where there is no vault."""
        if self._program.vault_exists():
            self.unlock.forget()
            self.unlock.set_content(UnlockContent())
            self.setCurrentWidget(self.unlock)
        else:
            self._show_step(Step.PASSPHRASE)

    def close_vault(self) -> None:
        """Close a vault that was made but never opened into a session."""
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    # unlock

    def _connect_unlock(self) -> None:
        self.unlock.passphrase_given.connect(self._on_passphrase)
        self.unlock.recovery_code_given.connect(self._on_recovery_code)
        self.unlock.other_vault_asked.connect(self._on_other_vault)

    def _on_passphrase(self, passphrase: str) -> None:
        self.unlock.set_content(UnlockContent(is_busy=True))
        delay = min(8.0, 2.0 ** (self._wrong - GROWING_DELAY_AFTER)) if self._wrong >= GROWING_DELAY_AFTER else 0.0

        def work() -> OpenVault:
            if delay:
                time.sleep(delay)  # on the worker: many tries take ever longer
            return self._program.open_vault(passphrase)

        self._jobs.run(work, self._on_unlocked, lambda e: self._on_refused(e, Secret.PASSPHRASE))

    def _on_recovery_code(self, code: str) -> None:
        dialog = NewSecretDialog("Choose a new passphrase", "Passphrase", parent=self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        passphrase = dialog.secret
        self.unlock.set_content(UnlockContent(secret=Secret.RECOVERY_CODE, is_busy=True))
        self._jobs.run(
            lambda: self._program.recover_vault(code, passphrase),
            self._on_unlocked,
            lambda e: self._on_refused(e, Secret.RECOVERY_CODE),
        )

    def _on_refused(self, error: KnownError, secret: Secret) -> None:
        self._wrong += 1
        words = f"{error.what} {error.advice}" if error.code == "vault-locked" else str(error)
        self.unlock.forget()
        self.unlock.set_content(UnlockContent(secret=secret, message=words))

    def _on_unlocked(self, vault: OpenVault) -> None:
        self._wrong = 0
        self.unlock.forget()

        def read() -> bool:
            with vault.ports.store.reading() as records:
                return records.profile() is not None

        def decide(is_set_up: bool) -> None:
            if is_set_up:
                self.opened.emit(vault)
            else:  # the first run was interrupted after the vault was made
                self._vault = vault
                self._show_step(Step.YOU)

        self._jobs.run(read, decide)

    def _on_other_vault(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Open another vault: choose its home folder")
        if chosen:
            self._program.use_home(Path(chosen))
            self._paths = Paths(home=Path(chosen))
            self.ask()

    # first run

    def _connect_first_run(self) -> None:
        view = self.first_run
        view.passphrase_typed.connect(lambda text: view.set_strength(strength_of(text)))
        view.passphrase_chosen.connect(self._on_passphrase_chosen)
        view.print_code_asked.connect(self._on_print_code)
        view.save_code_asked.connect(self._on_save_code)
        view.code_confirmed.connect(lambda: self._show_step(Step.PIN))
        view.pin_chosen.connect(self._on_pin)
        view.you_given.connect(self._on_you)
        view.centre_given.connect(self._on_centre)
        view.folder_asked.connect(self._on_folder)
        view.backup_chosen.connect(self._on_backup)
        view.finished.connect(self._on_finished)
        view.back_asked.connect(self._on_back)

    def _show_step(self, step: Step, *, message: str = "", is_busy: bool = False) -> None:
        self._step = step
        self.first_run.set_content(
            FirstRunContent(
                step=step,
                recovery_code=self._code,
                backup_folder=self._folder,
                message=message,
                is_busy=is_busy,
            )
        )
        self.setCurrentWidget(self.first_run)

    def _on_passphrase_chosen(self, passphrase: str) -> None:
        self._show_step(Step.PASSPHRASE, is_busy=True)

        def made(result: tuple[OpenVault, str]) -> None:
            self._vault, self._code = result
            self._show_step(Step.RECOVERY)

        self._jobs.run(
            lambda: self._program.create_vault(passphrase),
            made,
            lambda e: self._show_step(Step.PASSPHRASE, message=str(e)),
        )

    def _on_print_code(self) -> None:
        from PySide6.QtGui import QTextDocument
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        document = QTextDocument()
        document.setPlainText(_code_page(self._code))
        document.print_(printer)

    def _on_save_code(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, "Save the recovery code; keep it away from this laptop", "assessor-recovery-code.txt"
        )
        if name:
            try:
                Path(name).write_text(_code_page(self._code), encoding="utf-8")
            except OSError:
                self._show_step(Step.RECOVERY, message="It could not be saved there. Choose another place.")

    def _on_pin(self, pin: str) -> None:
        vault = self._vault
        if not pin or vault is None:
            self._show_step(Step.YOU)
            return
        self._jobs.run(
            lambda: vault.set_pin(pin),
            lambda _: self._show_step(Step.YOU),
            lambda e: self._show_step(Step.PIN, message=str(e)),
        )

    def _on_you(self, you: You) -> None:
        self._you = you
        self._show_step(Step.CENTRE)

    def _on_centre(self, centre: Centre) -> None:
        self._centre = centre
        vault, profile = self._vault, self._profile()
        if vault is None or profile is None:
            self._show_step(Step.YOU)
            return
        self._folder = self._folder or str(self._paths.default_backups)
        self._jobs.run(
            lambda: set_up(vault.ports, profile),
            lambda _: self._show_step(Step.BACKUP),
            lambda e: self._show_step(Step.CENTRE, message=str(e)),
        )

    def _on_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Where backups go", self._folder)
        if chosen:
            self._folder = chosen
            self._show_step(Step.BACKUP)

    def _on_backup(self, folder: str) -> None:
        self._folder = folder
        vault, profile = self._vault, self._profile()
        if vault is None or profile is None:
            return
        self._jobs.run(
            lambda: change_profile(vault.ports, profile),
            lambda _: self._show_step(Step.DONE),
            lambda e: self._show_step(Step.BACKUP, message=str(e)),
        )

    def _on_finished(self, with_sample_data: bool) -> None:
        vault = self._vault
        if vault is None:
            return
        self._show_step(Step.DONE, is_busy=True)

        def done(_: None) -> None:
            self._vault = None
            self._code = ""
            self.opened.emit(vault)

        self._jobs.run(lambda: add_sample_data(vault.ports) if with_sample_data else None, done)

    def _on_back(self) -> None:
        self._show_step(_ORDER[max(0, _ORDER.index(self._step) - 1)])

    def _profile(self) -> Profile | None:
        if self._you is None or self._centre is None:
            return None
        return Profile(
            assessor=Assessor(
                name=self._you.name,
                number=self._you.number,
                standing=Standing.EXTERNAL if self._you.kind is AssessorKind.PERIPATETIC else Standing.WORKPLACE,
                qualified=self._you.standing is Qualified.QUALIFIED,
            ),
            centre=TheCentre(name=self._centre.name, number=self._centre.number),
            backup_folder=self._folder,
        )


def strength_of(passphrase: str) -> Strength:
    """How long a guesser would need, roughly: length counts most, then variety. 0 (empty) to 4."""
    if not passphrase:
        return Strength(level=0, words="")
    kinds = sum(any(test(c) for c in passphrase) for test in (str.islower, str.isupper, str.isdigit, str.isspace))
    score = len(set(passphrase.casefold())) + len(passphrase) + 2 * kinds
    if len(passphrase) < 10:
        return Strength(level=1, words="Too short: at least 10 characters. Four or five ordinary words are good.")
    if score < 30:
        return Strength(level=2, words="Rather weak. Add another word.")
    if score < 42:
        return Strength(level=3, words="Good.")
    return Strength(level=4, words="Strong.")


def _code_page(code: str) -> str:
    return (
        "Assessor: recovery code of your vault\n\n"
        f"{code}\n\n"
        "It opens the vault if the passphrase is lost.\n"
        "Keep it where you keep important papers, never with the laptop.\n"
        "Nobody else has a copy.\n"
    )
