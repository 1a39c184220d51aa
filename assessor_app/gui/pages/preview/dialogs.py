"""The question before a sheet leaves the vault: the copy will not be encrypted."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind
from assessor_app.gui.widgets.layouts import row
from assessor_app.gui.widgets.text import Text

_WORDS = (
    "Inside the vault this sheet is encrypted. The copy is not: whoever has it can read names, workplace and "
    "signatures. Keep it where you keep such papers. That a copy was made is noted, without its content."
)


class ClearCopyDialog(QDialog):
    """Accepted where the person wants the copy all the same."""

    def __init__(self, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("The copy leaves the vault in clear")
        self.setModal(True)
        self.setMinimumWidth(look().px(480))
        self.go_on = Button(action, Kind.PRIMARY)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(10)
        layout.addWidget(Text(self.windowTitle(), Role.TITLE, wrap=True))
        layout.addWidget(Text(_WORDS, Role.BODY, Token.TEXT_2, wrap=True))
        layout.addSpacing(12)
        layout.addLayout(row(None, cancel, self.go_on, spacing=10))
