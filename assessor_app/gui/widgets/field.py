"""The frame of every input: label above, the input, help or error beneath with an icon.

A placeholder is never the label. The focus is the border itself, 2 px; an error is an icon, words and a border.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from assessor_app.gui.overriding import override
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import OWN_FOCUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.text import Text

FIELD_HEIGHT = 40
TALL_FIELD_HEIGHT = 46


def clear_base(widget: QWidget) -> None:
    """Lets the frame's surface show through `widget`."""
    palette = widget.palette()
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        palette.setColor(role, QColor(Qt.GlobalColor.transparent))
    widget.setPalette(palette)


class LineEdit(QLineEdit):
    """A QLineEdit without a frame; it tells its frame when the focus comes and goes."""

    focus_moved = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setProperty(OWN_FOCUS, True)
        self.setFont(look().font(Role.BODY))
        self.setTextMargins(0, 0, 0, 0)
        clear_base(self)
        look().changed.connect(self._on_look_changed)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    def _on_look_changed(self) -> None:
        self.setFont(look().font(Role.BODY))


class InputFrame(QWidget):
    """The painted box around an editor; `row` takes the editor and what stands beside it."""

    def __init__(self, *, height: int = FIELD_HEIGHT, padding: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._focused = False
        self._wrong = False
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(padding, 2, padding, 2)
        self.row.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look().changed.connect(self._on_look_changed)

    def set_focused(self, focused: bool) -> None:
        """Draws the focus border."""
        self._focused = focused
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Draws the error border."""
        self._wrong = wrong
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(80, self.row.totalSizeHint().width()), look().px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.row.totalMinimumSize().width(), look().px(self._height))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        edge = Token.FOCUS if self._focused else Token.DANGER if self._wrong else Token.BORDER
        enabled = self.isEnabled()
        box(
            pen_ready(self),
            self.rect(),
            7,
            fill=look().colour(Token.SURFACE if enabled else Token.SUNKEN),
            border=look().colour(edge),
            width=2 if self._focused else 1,
            dashed=not enabled,
        )

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class Field(QWidget):
    """Label, an input put in by the subclass, help or error; `note` is help unless it is wrong or a warning."""

    def __init__(self, label: str, help_text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._help = help_text
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._label = Text(label, Role.SMALL_MEDIUM)
        self._layout.addWidget(self._label)
        self._layout.addSpacing(7)
        self._note = QWidget(self)
        note = QHBoxLayout(self._note)
        note.setContentsMargins(0, 6, 0, 0)
        note.setSpacing(6)
        self._note_icon = IconView("info", 15, Token.TEXT_3, top=2)
        self._note_text = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        note.addWidget(self._note_icon, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note_text, 1)
        self._layout.addWidget(self._note)
        self._layout.addStretch(1)
        self._editor: QWidget | None = None
        self._frame: InputFrame | None = None
        self._show_note(help_text, "info", Token.TEXT_3, Token.TEXT_2)

    @property
    def label(self) -> str:
        """The words above the input."""
        return self._label.text()

    def put(self, editor: QWidget, frame: InputFrame | None = None) -> None:
        """Takes the editor; called once by the subclass."""
        self._editor = editor
        self._frame = frame
        self._layout.insertWidget(2, frame if frame is not None else editor)
        self._label.setBuddy(editor)
        self.setFocusProxy(editor)
        editor.setAccessibleName(self.label)
        editor.setAccessibleDescription(self._help)

    def set_error(self, text: str) -> None:
        """Says what is wrong and what to do; empty takes the error away."""
        if self._frame is not None:
            self._frame.set_wrong(bool(text))
        if text:
            self._show_note(text, "circle-alert", Token.DANGER, Token.DANGER)
        else:
            self.set_help(self._help)

    def set_warning(self, text: str) -> None:
        """Says what looks odd; the value is kept all the same. Empty takes the warning away."""
        if text:
            self._show_note(text, "triangle-alert", Token.NOTYET, Token.NOTYET)
        else:
            self.set_help(self._help)

    def set_good(self, text: str) -> None:
        """Says that a check went well."""
        self._show_note(text, "check", Token.MET, Token.MET)

    def set_help(self, text: str) -> None:
        """Shows other help."""
        self._help = text
        self._show_note(text, "info", Token.TEXT_3, Token.TEXT_2)

    def _show_note(self, text: str, icon: str, mark: Token, ink: Token) -> None:
        self._note_text.setText(text)
        self._note_text.set_colour(ink)
        self._note_icon.set_icon(icon, mark)
        self._note.setVisible(bool(text))
        if self._editor is not None:
            self._editor.setAccessibleDescription(text)
