"""The bar under the text: criterion, time, question, snippet, attach, and the details of the visit."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, IconButton, Kind, Size
from assessor_app.gui.widgets.key_cap import KeyCap
from assessor_app.gui.widgets.layouts import host, row
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.text import Text

SNIPPETS = (
    "worked without prompting",
    "checked that the customer was content before closing the conversation",
    "explained what would happen next, and by when",
    "followed the workplace's procedure, which was shown to me",
    "asked a colleague for help at the right moment",
    "kept the customer's details out of sight of others",
)
_BUTTONS = (
    ("criterion", "Criterion", "hash", "Ctrl+T"),
    ("time", "Time", "clock", "Ctrl+Shift+T"),
    ("question", "Question", "message-circle-question-mark", "Ctrl+Shift+Q"),
    ("snippet", "Snippet", "text-quote", "Ctrl+Shift+S"),
    ("attach", "Attach", "paperclip", "Ctrl+Shift+A"),
    ("details", "Details", "list", "Ctrl+D"),
)
_ROOMY = 630
_WIDE = 900


class ToolBar(QWidget):
    """`asked` gives the id of the tool, `snippet` the phrase."""

    asked = Signal(str)
    snippet = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, Button] = {}
        self._icons: dict[str, IconButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 1, 20, 0)
        self._row.setSpacing(2)
        for identity, words, icon, key in _BUTTONS:
            button = Button(words, Kind.QUIET, icon=icon, key=key, shows_key=False, size=Size.SMALL)
            button.clicked.connect(lambda _=False, i=identity: self._on_clicked(i))
            small = IconButton(icon, f"{words}  ({key})", side=36, glyph=18)
            small.clicked.connect(lambda _=False, i=identity: self._on_clicked(i))
            small.hide()
            self._buttons[identity], self._icons[identity] = button, small
            if identity == "details":
                self._row.addStretch(1)
                self._hint = host(
                    row(
                        Text("Type", Role.SMALL, Token.TEXT_2),
                        KeyCap("#"),
                        Text("to tie a paragraph to criteria", Role.SMALL, Token.TEXT_2),
                        spacing=6,
                    )
                )
                self._row.addWidget(self._hint)
            self._row.addWidget(button)
            self._row.addWidget(small)
        self._menu = QMenu("Snippets", self)
        for phrase in SNIPPETS:
            self._menu.addAction(phrase).triggered.connect(lambda _=False, p=phrase: self.snippet.emit(p))
        look().changed.connect(self._on_look_changed)
        self._on_look_changed()

    def set_questions(self, count: int) -> None:
        """How many questions were put on the visit."""
        words = f"Question\u2002{count}" if count else "Question"
        if self._buttons["question"].label != words:
            self._buttons["question"].set_label(words)

    def set_unavailable(self, reason: str) -> None:
        """What changes the visit does nothing; an empty reason makes it work again."""
        for identity, button in self._buttons.items():
            if identity != "details":
                button.set_unavailable(reason)

    def fit(self, width: int) -> None:
        """Icons alone where the words have no room."""
        side = 20 if width >= look().px(_ROOMY) else 12
        needed = sum(b.needed_size().width() + 2 for b in self._buttons.values()) + 2 * side
        narrow = width < needed
        self._row.setContentsMargins(side, 1, side, 0)
        for identity, button in self._buttons.items():
            button.setVisible(not narrow)
            self._icons[identity].setVisible(narrow)
        self._hint.setVisible(width >= look().px(_WIDE))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(self.rect(), look().colour(Token.SURFACE))
        painter.fillRect(0, 0, self.width(), 1, look().colour(Token.HAIRLINE))

    def _on_clicked(self, identity: str) -> None:
        if not self._buttons[identity].is_available:
            return
        if identity == "snippet":
            button = self._buttons[identity] if self._buttons[identity].isVisible() else self._icons[identity]
            corner = button.mapToGlobal(button.rect().topLeft())
            corner.setY(corner.y() - self._menu.sizeHint().height())
            self._menu.popup(corner)
            return
        self.asked.emit(identity)

    def _on_look_changed(self) -> None:
        self.setFixedHeight(look().px(52))
        self.update()
