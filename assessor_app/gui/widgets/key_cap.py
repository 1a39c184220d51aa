"""A key as it stands on the keyboard, in a small sunken box."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import Painted, pen_ready


class KeyCap(Painted):
    """One key."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(look().font(Role.CAPTION)).horizontalAdvance(self._key)
        return QSize(round(width) + 14, look().px(20))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        box(painter, self.rect(), 4, fill=look().colour(Token.SUNKEN), border=look().colour(Token.HAIRLINE))
        painter.setFont(look().font(Role.CAPTION))
        painter.setPen(look().colour(Token.TEXT_2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
