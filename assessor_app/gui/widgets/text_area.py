"""Several lines of plain text with a label; Tab leaves it, so that it is no trap."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.style import OWN_FOCUS
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.field import Field, InputFrame, clear_base


class _PlainEdit(QPlainTextEdit):
    focus_moved = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setProperty(OWN_FOCUS, True)
        self.document().setDocumentMargin(2)
        self.viewport().setAutoFillBackground(False)
        clear_base(self)
        self.setFont(look().font(Role.BODY))
        look().changed.connect(self._on_look_changed)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, 40)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, 24)

    def _on_look_changed(self) -> None:
        self.setFont(look().font(Role.BODY))


class TextArea(Field):
    """`edited` comes with each change by the person, `committed` when they leave."""

    edited = Signal(str)
    committed = Signal(str)

    def __init__(self, label: str, help_text: str = "", *, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent=parent)
        frame = InputFrame(height=lines * 21 + 20, padding=10)
        frame.row.setContentsMargins(10, 8, 6, 8)
        self.editor = _PlainEdit()
        frame.row.addWidget(self.editor, 1)
        self.put(self.editor, frame)
        self._setting = False
        self._frame_box = frame
        self.editor.textChanged.connect(self._on_changed)
        self.editor.focus_moved.connect(self._on_focus_moved)

    @property
    def text(self) -> str:
        """What stands there."""
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Puts `text` in; no signal."""
        self._setting = True
        self.editor.setPlainText(text)
        self._setting = False

    def _on_changed(self) -> None:
        if not self._setting:
            self.edited.emit(self.text)

    def _on_focus_moved(self, focused: bool) -> None:
        self._frame_box.set_focused(focused)
        if not focused:
            self.committed.emit(self.text)
