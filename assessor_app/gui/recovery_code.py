"""The recovery code on paper or in a file: it is shown once, and refuses to be kept by the program."""

from pathlib import Path

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from assessor_app.gui.dialogs import Sheet
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.text import Text


def print_code(code: str, parent: QWidget) -> None:
    """Ask for a printer and print the code's page."""
    printer = QPrinter()
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        document = QTextDocument()
        document.setPlainText(code_page(code))
        document.print_(printer)


def save_code(code: str, parent: QWidget) -> bool:
    """Ask for a file and write the code's page; False where it could not be written."""
    name, _ = QFileDialog.getSaveFileName(
        parent, "Save the recovery code; keep it away from this laptop", "assessor-recovery-code.txt"
    )
    if name:
        try:
            Path(name).write_text(code_page(code), encoding="utf-8")
        except OSError:
            return False
    return True


def code_page(code: str) -> str:
    """What is printed."""
    return (
        "Assessor: recovery code of your vault\n\n"
        f"{code}\n\n"
        "It opens the vault if the passphrase is lost.\n"
        "Keep it where you keep important papers, never with the laptop.\n"
        "Nobody else has a copy.\n"
    )


class NewCodeDialog(Sheet):
    """Shows a code that was just made, to be printed or saved."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "Your new recovery code",
            "It is shown only now. Print it and keep it away from this laptop. The old code opens this vault no more; "
            "it still opens backups made before.",
            "I have the code",
            parent,
        )
        self.cancel_button.hide()
        self.code = Text(code, Role.HEADING)
        self.trouble = Text("It could not be saved there. Choose another place.", Role.SMALL, Token.DANGER, wrap=True)
        self.trouble.hide()
        self.print_button = Button("Print", icon="printer")
        self.save_button = Button("Save as a file", icon="save")
        self.print_button.clicked.connect(lambda: print_code(code, self))
        self.save_button.clicked.connect(lambda: self.trouble.setVisible(not save_code(code, self)))
        buttons = QHBoxLayout()
        for button in (self.print_button, self.save_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addWidget(self.code)
        self.body.addLayout(buttons)
        self.body.addWidget(self.trouble)
