"""The card: surface, hairline, radius 11. Its content is inset by the edge, so that rows reach the border."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.painted import pen_ready

RADIUS = 11


class Card(QWidget):
    """A box with a column inside; add to `body`."""

    def __init__(self, *, padding: tuple[int, int, int, int] = (20, 20, 20, 20), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*padding)
        self.body.setSpacing(0)
        look().changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        box(
            pen_ready(self),
            self.rect(),
            RADIUS,
            fill=look().colour(Token.SURFACE),
            border=look().colour(Token.HAIRLINE),
        )


class Hairline(QWidget):
    """A line of one pixel; decoration."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        look().changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self).fillRect(self.rect(), look().colour(Token.HAIRLINE))
