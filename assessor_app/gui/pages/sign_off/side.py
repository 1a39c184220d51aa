"""The side column of the sign-off page: what is in order, and why the manager signs first or why all stops."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.pages.sign_off.model import SignOffContent
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import clear, row
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.text import Text


class OrderCard(QWidget):
    """A heading and a card of lines, each with a tick, or plain where they are facts about the version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_lines(self, heading: str, content: SignOffContent) -> None:
        """What is in order before freezing, or what is known of the version after it."""
        clear(self._column)
        lines = content.about if content.sheet else content.in_order
        self.setVisible(bool(lines))
        card = Card(padding=(20, 11, 20, 11))
        for line in lines:
            inner = row(spacing=10, margins=(0, 5, 0, 5))
            if not content.sheet:
                inner.addWidget(IconView("check", 17, Token.MET, top=1), 0, Qt.AlignmentFlag.AlignTop)
            inner.addWidget(Text(line, Role.SMALL, Token.TEXT_2, wrap=True), 1)
            card.body.addLayout(inner)
        self._column.addWidget(SectionHeading(heading))
        self._column.addWidget(card)


class WhyCard(QWidget):
    """A tinted card: why the manager signs first; or, in the colour of what is missing, why sign-off stops."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tint, self._ink = Token.ACCENT_TINT, Token.ACCENT
        self._icon = IconView("signature", 18, Token.ACCENT, top=1)
        self._title = Text("", Role.STRONG, Token.ACCENT, wrap=True)
        self._words = Text("", Role.SMALL, wrap=True)
        self.button = Button("")
        self.button.clicked.connect(self.acted)
        head = row(self._icon, spacing=9)
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 32, 20, 16)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._words)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        look().changed.connect(self.update)

    def set_words(self, content: SignOffContent) -> None:
        """Shows the reason that holds, or nothing."""
        stop = content.stop
        self.setVisible(stop is not None or bool(content.why_manager))
        self._tint, self._ink = (Token.NOTYET_TINT, Token.NOTYET) if stop else (Token.ACCENT_TINT, Token.ACCENT)
        self._icon.set_icon("triangle-alert" if stop else "signature", self._ink)
        self._title.set_colour(self._ink)
        self._title.setText(stop.title if stop else "Why the manager signs first")
        self._words.setText(stop.detail if stop else content.why_manager)
        self.button.setVisible(bool(stop and stop.action))
        self.button.set_label(stop.action if stop else "")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        edge = look().colour(self._ink) if look().theme.is_contrast else None
        area = self.rect().adjusted(0, 16, 0, 0)
        box(pen_ready(self), area, 11, fill=look().colour(self._tint), border=edge)
