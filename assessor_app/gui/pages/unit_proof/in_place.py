"""The small editor that opens on a row: for its words, for its number, or to show where a criterion is cut in two."""

from enum import Enum

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import OWN_FOCUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.field import clear_base
from assessor_app.gui.widgets.layouts import column
from assessor_app.gui.widgets.painted import pen_ready

_PAD = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVING = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class Mode(Enum):
    """What the editor is for; the value says how to leave it."""

    TEXT = "Enter keeps it, Esc leaves it as it was, Shift+Enter begins a line."
    NUMBER = "Type the number. Enter keeps it, Esc leaves it as it was."
    CUT = "Put the caret where the second criterion begins. Enter cuts there, Esc leaves it whole."


class InPlaceEditor(QPlainTextEdit):
    """`kept` gives the text, or for a cut where the caret stands; `left` that nothing is to change."""

    kept = Signal(str, int)
    left = Signal()
    grew = Signal(int)

    def __init__(self, mode: Mode, name: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.mode = mode
        self._done = False
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setProperty(OWN_FOCUS, True)
        self.setFont(look().font(Role.BODY))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        clear_base(self)
        self.setAccessibleName(name)
        self.setAccessibleDescription(mode.value)
        self.setPlainText(text)
        if mode is Mode.CUT:
            cursor = self.textCursor()
            cursor.setPosition(_middle(text))
            self.setTextCursor(cursor)
        else:
            self.selectAll() if mode is Mode.NUMBER else self.moveCursor(QTextCursor.MoveOperation.End)
        self.textChanged.connect(self.fit)

    def finish(self) -> None:
        """Keeps what was typed (a cut is not made); for leaving the row or the page."""
        if self.mode is Mode.CUT:
            self._leave()
        else:
            self._keep()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in _ENTER and not (self.mode is Mode.TEXT and event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self._keep()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.finish()
        elif self.mode is Mode.CUT and key not in _MOVING:
            if key == Qt.Key.Key_S:
                self._keep()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.finish()

    def fit(self) -> None:
        """Says how high the words are."""
        lines = max(1, round(self.document().size().height()))
        self.grew.emit(round(lines * self.fontMetrics().lineSpacing()) + 2 * _PAD + 8)

    def _keep(self) -> None:
        if not self._done:
            self._done = True
            self.kept.emit(self.toPlainText(), self.textCursor().position())

    def _leave(self) -> None:
        if not self._done:
            self._done = True
            self.left.emit()


class EditorFrame(QWidget):
    """The editor with its focus border, over `area` and at least as high as the words need."""

    def __init__(self, mode: Mode, name: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = InPlaceEditor(mode, name, text, self)
        self.setLayout(column(self.editor, margins=(_PAD, _PAD, _PAD, _PAD)))
        self.editor.grew.connect(self._on_grew)

    def place(self, area: QRect) -> None:
        """Stands there and takes the keyboard."""
        self.setGeometry(area)
        self.show()
        self.editor.setFocus()
        self.editor.fit()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        area = self.rect()
        box(pen_ready(self), area, 7, fill=look().colour(Token.SURFACE), border=look().colour(Token.FOCUS), width=2)

    def _on_grew(self, height: int) -> None:
        if height > self.height():
            self.resize(self.width(), height)


def _middle(text: str) -> int:
    """The start of the word nearest behind the middle."""
    space = text.find(" ", len(text) // 2)
    return space + 1 if space >= 0 else len(text) // 2
