"""The foot of the hand-over screen, and the calm panel after it: they lead back to the assessor and nowhere else."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.app_mark import AppMark
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.centred import CentredColumn
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import MIDDLE, row
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.text import Text


class Foot(QWidget):
    """`back_asked` and `sign_asked` come from its two buttons."""

    back_asked = Signal()
    sign_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconView("lock-keyhole", 18)
        self._lock = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self._missing = Text("", Role.SMALL_MEDIUM, Token.NOTYET, wrap=True)
        self.give_back = Button("Give back", Kind.SECONDARY, size=Size.BIG)
        self.sign = Button("Sign", Kind.PRIMARY, icon="signature", size=Size.BIG)
        self.sign.setMinimumWidth(150)
        self.give_back.clicked.connect(self.back_asked)
        self.sign.clicked.connect(self.sign_asked)
        layout = row(self._icon, spacing=12, margins=(52, 12, 52, 12))
        layout.addWidget(self._lock, 3, MIDDLE)
        layout.addWidget(self._missing, 2, MIDDLE)
        layout.addWidget(self.give_back)
        layout.addWidget(self.sign)
        self.setLayout(layout)
        self._size()
        look().changed.connect(self._size)

    def set_words(self, lock: str, back: str, sign: str) -> None:
        """The lock sentence and the two labels."""
        self._lock.setText(lock)
        self.give_back.set_label(back)
        self.sign.set_label(sign)

    def set_missing(self, words: str) -> None:
        """What is still missing before Sign does anything; empty makes it available."""
        self._missing.setText(words)
        self.sign.set_unavailable(words)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(self.rect(), look().colour(Token.SURFACE))
        painter.fillRect(0, 0, self.width(), 1, look().colour(Token.HAIRLINE))

    def _size(self) -> None:
        self.setMinimumHeight(look().px(84))


class ThanksPanel(CentredColumn):
    """After a signature, or a refusal: only the way back to the assessor."""

    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(width=440, parent=parent)
        self._title = Text("", Role.GREETING, wrap=True)
        self._words = Text("", Role.NARRATIVE, Token.TEXT_2, wrap=True)
        self.give_back = Button("Give back", Kind.PRIMARY, icon="lock-keyhole", size=Size.BIG)
        self.give_back.clicked.connect(self.back_asked)
        self.column.addLayout(row(AppMark(44), None))
        self.column.addSpacing(20)
        self.column.addWidget(self._title)
        self.column.addSpacing(8)
        self.column.addWidget(self._words)
        self.column.addSpacing(24)
        self.column.addLayout(row(self.give_back, None))

    def say(self, title: str, words: str, back: str) -> None:
        """What happened, and whom to give the laptop back to."""
        self._title.setText(title)
        self._words.setText(words)
        self.give_back.set_label(back)
