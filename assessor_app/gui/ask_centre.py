"""The passphrase is lost and the centre may help: write the request, read out its words, open the answer."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from assessor_app.domain.errors import KnownError
from assessor_app.gui.dialogs import NewSecretDialog, Sheet
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.password_field import PasswordField
from assessor_app.gui.widgets.text import Text
from assessor_app.usecases.program import OpenVault, Program

T = TypeVar("T")


class AskCentreDialog(Sheet):
    """Two steps, days apart: ask, and open the answer. `opened` is called with the vault, `trouble` shows an error."""

    def __init__(
        self,
        program: Program,
        jobs: Jobs,
        opened: Callable[[OpenVault], None],
        trouble: Callable[[KnownError, QWidget], None],
        parent: QWidget,
    ) -> None:
        super().__init__(
            "Ask the centre",
            "First write a request, send it to the centre, and read its ten words to somebody there on the telephone. "
            "When the answer has come, open it with the new passphrase that you chose for the request.",
            "Open the answer",
            parent,
        )
        self._program = program
        self._jobs = jobs
        self._opened = opened
        self._trouble = trouble
        self.request = Button("Write a request")
        self.words = Text("", Role.STRONG, wrap=True)
        self.words.hide()
        self.passphrase = PasswordField("New passphrase, as chosen for the request")
        self.body.addWidget(self.request)
        self.body.addWidget(self.words)
        self.body.addWidget(self.passphrase)
        self.request.clicked.connect(self._on_request)

    def accept(self) -> None:
        """Choose the answer and open it; close only where that went well."""
        chosen, _ = QFileDialog.getOpenFileName(self, "The centre’s answer")
        if not chosen:
            return
        secret = self.passphrase.text

        def done(vault: OpenVault) -> None:
            QDialog.accept(self)
            self._opened(vault)

        self._run(lambda: self._program.open_escrow_answer(Path(chosen), secret), done)

    def _on_request(self) -> None:
        chosen = NewSecretDialog(
            "A new passphrase",
            "New passphrase",
            sentence="It opens your vault once the centre has answered. Remember it until then.",
            parent=self,
        )
        if chosen.exec() != QDialog.DialogCode.Accepted:
            return
        name, _ = QFileDialog.getSaveFileName(self, "Save the request", "request-for-the-centre.json")
        if not name:
            return
        secret = chosen.secret

        def done(words: str) -> None:
            self.words.setText(f"Read these words to the centre: {words}")
            self.words.show()
            self.grow()

        self._run(lambda: self._program.write_escrow_request(Path(name), secret), done)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        buttons = (self.accept_button, self.request)

        def back(then: Callable[[], None]) -> None:
            for button in buttons:
                button.set_unavailable("")
            then()

        for button in buttons:
            button.set_unavailable("One moment.")

        def on_error(error: KnownError) -> None:
            back(lambda: self._trouble(error, self))

        self._jobs.run(work, lambda result: back(lambda: done(result)), on_error)
