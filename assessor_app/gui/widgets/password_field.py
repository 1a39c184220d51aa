"""A secret with an eye to show it. Shows it only while the person wants; never offers to keep it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import IconButton
from assessor_app.gui.widgets.field import FIELD_HEIGHT, Field, InputFrame, LineEdit


class PasswordField(Field):
    """`submitted` comes with Enter."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(
        self, label: str, help_text: str = "", *, height: int = FIELD_HEIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, help_text, parent=parent)
        frame = InputFrame(height=height)
        self.editor = LineEdit()
        self.editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.editor.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self.eye = IconButton("eye", f"Show {label.lower()}", side=32)
        frame.row.setContentsMargins(12, 2, 6, 2)
        frame.row.addWidget(self.editor, 1)
        frame.row.addWidget(self.eye)
        self._shown_label = label.lower()
        self.put(self.editor, frame)
        self.editor.focus_moved.connect(frame.set_focused)
        self.editor.textEdited.connect(self.edited)
        self.editor.returnPressed.connect(self.submitted)
        self.eye.clicked.connect(self._on_eye_clicked)
        self._dress()
        look().changed.connect(self._dress)

    @property
    def text(self) -> str:
        """The secret, exactly as typed."""
        return self.editor.text()

    def set_text(self, text: str) -> None:
        """Puts `text` in; used to empty the field."""
        self.editor.setText(text)

    def hide_secret(self) -> None:
        """Goes back to dots."""
        self.editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye.set_icon("eye", f"Show {self._shown_label}")
        self._dress()

    def _dress(self) -> None:
        font = QFont(look().font(Role.NARRATIVE))
        if self.editor.echoMode() == QLineEdit.EchoMode.Password:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 4 * look().scale)
        self.editor.setFont(font)

    def _on_eye_clicked(self) -> None:
        if self.editor.echoMode() == QLineEdit.EchoMode.Password:
            self.editor.setEchoMode(QLineEdit.EchoMode.Normal)
            self.eye.set_icon("eye-off", f"Hide {self._shown_label}")
            self._dress()
        else:
            self.hide_secret()
