"""The first run: make the vault, keep its recovery code, say who works with it and for which centre."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from assessor_app.domain.errors import KnownError
from assessor_app.domain.people import Assessor, Standing
from assessor_app.domain.people import Centre as TheCentre
from assessor_app.domain.profile import Profile, VaultRole
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
from assessor_app.gui.recovery_code import print_code, save_code
from assessor_app.settings import Paths
from assessor_app.usecases.enrol import found_centre
from assessor_app.usecases.program import OpenVault, Program
from assessor_app.usecases.sample_data import add_sample_data
from assessor_app.usecases.set_up import change_profile, set_up

_ORDER = list(Step)


class FirstRunGate(QWidget):
    """`opened` carries vault and role when everything is said; `given_up` where a further person is not added.

    `left_half_made` comes where the vault could not be made and what was begun could not be taken away.

    With `vault`, an interrupted first run goes on.
    """

    opened = Signal(object, object)
    given_up = Signal()
    left_half_made = Signal()

    def __init__(self, program: Program, paths: Paths, jobs: Jobs, vault: OpenVault | None) -> None:
        super().__init__()
        self._program = program
        self._paths = paths
        self._jobs = jobs
        self._vault = vault
        self._code = ""
        self._you: You | None = None
        self._centre: Centre | None = None
        self._folder = ""
        self._step = Step.PASSPHRASE
        self.view = FirstRunView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._connect()
        self._show_step(Step.PASSPHRASE if vault is None else Step.YOU)

    def close_vault(self) -> None:
        """Close a vault that was made but never opened into a session."""
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def _connect(self) -> None:
        view = self.view
        view.passphrase_typed.connect(lambda text: view.set_strength(strength_of(text)))
        view.passphrase_chosen.connect(self._on_passphrase_chosen)
        view.print_code_asked.connect(lambda: print_code(self._code, self))
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
        self.view.set_content(
            FirstRunContent(
                step=step,
                recovery_code=self._code,
                backup_folder=self._folder,
                message=message,
                is_busy=is_busy,
                is_office=self._is_office,
                can_give_up=self._paths.folder is not None and self._vault is None and not is_busy,
            )
        )

    def _on_passphrase_chosen(self, passphrase: str) -> None:
        self._show_step(Step.PASSPHRASE, is_busy=True)

        def made(result: tuple[OpenVault, str]) -> None:
            self._vault, self._code = result
            self._show_step(Step.RECOVERY)

        def not_made(error: KnownError) -> None:
            self._show_step(Step.PASSPHRASE, message=str(error))
            if error.code == "vault-half-made":
                self.left_half_made.emit()

        self._jobs.run(lambda: self._program.create_vault(passphrase), made, not_made)

    def _on_save_code(self) -> None:
        if not save_code(self._code, self):
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

        def set_up_with_key() -> None:
            set_up(vault.ports, profile)
            vault.certificate_pem()  # the device's key is made here, not in front of the first signer
            if profile.role is VaultRole.CENTRE:
                found_centre(vault.ports)

        self._jobs.run(
            set_up_with_key,
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
            self.opened.emit(vault, VaultRole.CENTRE if self._is_office else VaultRole.ASSESSOR)

        self._jobs.run(lambda: add_sample_data(vault.ports) if with_sample_data else None, done)

    def _on_back(self) -> None:
        if self._step is Step.PASSPHRASE:
            self.given_up.emit()
            return
        self._show_step(_ORDER[max(0, _ORDER.index(self._step) - 1)])

    @property
    def _is_office(self) -> bool:
        return self._centre is not None and self._centre.is_office

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
            role=VaultRole.CENTRE if self._is_office else VaultRole.ASSESSOR,
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
