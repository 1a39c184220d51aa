"""What opens the vault: each switch takes effect at once, and goes back where it could not."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from assessor_app.domain.errors import KnownError
from assessor_app.gui.desk import Desk
from assessor_app.gui.dialogs import NewSecretDialog, SecretDialog
from assessor_app.gui.pages.settings.ways_in import WaysInContent, WaysInSection
from assessor_app.gui.recovery_code import NewCodeDialog
from assessor_app.usecases.enrol import centre_of


class WaysInPresenter:
    """The keyring, the centre and the recovery code."""

    def __init__(self, section: WaysInSection, desk: Desk) -> None:
        self._section = section
        self._desk = desk
        section.keyring_wanted.connect(self._on_keyring)
        section.centre_wanted.connect(self._on_centre)
        section.recovery_code_asked.connect(self._on_recovery_code)

    def open(self) -> None:
        """Read what is chosen and show it."""
        self._desk.jobs.run(self._read, self._section.set_content, self._desk.trouble)

    def _read(self) -> WaysInContent:
        with self._desk.ports.store.reading() as records:
            centre = centre_of(records)
        agreed = self._desk.vault.escrow_centre()
        return WaysInContent(
            keyring_opens=self._desk.vault.opens_with_keyring(),
            centre=agreed or (centre.party.centre.name if centre else ""),
            centre_opens=bool(agreed),
        )

    def _on_keyring(self, wanted: bool) -> None:
        if wanted and not self._is_confirmed("Let the keyring open the vault"):
            self.open()
            return
        vault = self._desk.vault
        self._change(
            vault.let_keyring_open if wanted else vault.stop_keyring,
            "This computer’s keyring opens the vault now" if wanted else "The keyring opens the vault no more",
        )

    def _on_centre(self, wanted: bool) -> None:
        if wanted and not self._is_confirmed("Let the centre help"):
            self.open()
            return

        def change() -> None:
            if wanted:
                self._desk.vault.agree_escrow()
            else:
                self._desk.vault.withdraw_escrow()

        self._change(change, "The centre can help now" if wanted else "The centre can open this vault no more")

    def _change(self, change: Callable[[], None], said: str) -> None:
        def on_error(error: KnownError) -> None:
            self._desk.trouble(error)
            self.open()

        def done(_: None) -> None:
            self._desk.say(said)
            self.open()

        self._desk.jobs.run(change, done, on_error)

    def change_passphrase(self) -> None:
        """Ask for the passphrase there is and for a new one."""
        if not self._is_confirmed("Change the passphrase"):
            return
        dialog = NewSecretDialog(
            "Change the passphrase",
            "New passphrase",
            sentence="Your records and the recovery code stay as they are. Backups made before keep the old one.",
            parent=self._section.panel,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            secret = dialog.secret
            self._desk.jobs.run(
                lambda: self._desk.vault.change_passphrase(secret),
                lambda _: self._desk.say("The passphrase is changed"),
                self._desk.trouble,
            )

    def _on_recovery_code(self) -> None:
        if self._is_confirmed("Make a new recovery code"):
            self._desk.jobs.run(
                self._desk.vault.new_recovery_code,
                lambda code: NewCodeDialog(code, self._section.panel).open(),
                self._desk.trouble,
            )

    def _is_confirmed(self, title: str) -> bool:
        """Whether it is the person: somebody who finds the window open must not make themselves a way back in."""

        def check(secret: str, answer: Callable[[bool], None]) -> None:
            self._desk.jobs.run(lambda: self._desk.vault.confirm_passphrase(secret), answer)

        dialog = SecretDialog(
            title, "First type the passphrase you have now.", "Present passphrase", check, self._section.panel
        )
        return dialog.exec() == QDialog.DialogCode.Accepted
