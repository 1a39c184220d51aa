"""A message in the page: icon, what happened, what is safe and what to do. Announced when it appears."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.text import Text


class NoticeKind(Enum):
    """Icon, tint, colour."""

    INFO = ("info", Token.ACCENT_TINT, Token.ACCENT)
    WARNING = ("triangle-alert", Token.NOTYET_TINT, Token.NOTYET)
    ERROR = ("circle-alert", Token.DANGER_TINT, Token.DANGER)
    GOOD = ("check", Token.MET_TINT, Token.MET)


class Notice(QWidget):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = NoticeKind.INFO
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 11, 14, 11)
        layout.setSpacing(10)
        self._icon = IconView("info", 18, Token.ACCENT, top=1)
        self._title = Text("", Role.STRONG, wrap=True)
        self._detail = Text("", Role.SMALL, Token.TEXT, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        look().changed.connect(self.update)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now, or empty."""
        return "" if self.isHidden() else f"{self._title.text()} {self._detail.text()}".strip()

    def say(self, kind: NoticeKind, title: str, detail: str = "") -> None:
        """Shows and announces; an empty title hides the notice."""
        self._kind = kind
        icon, _tint, colour = kind.value
        self._icon.set_icon(icon, colour)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{title} {detail}".strip())
        self.setVisible(bool(title))
        if title:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        _icon, tint, colour = self._kind.value
        edge = look().colour(colour) if self._kind is NoticeKind.ERROR or look().theme.is_contrast else None
        box(pen_ready(self), self.rect(), 9, fill=look().colour(tint), border=edge)
