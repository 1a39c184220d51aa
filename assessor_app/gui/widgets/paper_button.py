"""A quiet button that stands on paper: its colours are those of paper, which is white in every theme."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import LIGHT
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.painted import pen_ready


class PaperButton(Button):
    """Label and icon in paper colours; everything else as of a quiet button."""

    def __init__(self, label: str, icon: str, *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, Kind.QUIET, icon=icon, size=Size.TALL, key=key, shows_key=False, parent=parent)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        if self.is_available and (self.isDown() or self.underMouse()):
            box(painter, self.rect(), 7, fill=LIGHT.press if self.isDown() else LIGHT.hover)
        ink = LIGHT.text_2 if self.is_available else LIGHT.text_3
        font = self._font()
        metrics = QFontMetricsF(font)
        side = look().px(17)
        x = (self.width() - side - 8 - metrics.horizontalAdvance(self.label)) / 2
        paint_icon(painter, self._icon, ink, x, (self.height() - side) / 2, side)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(x + side + 8, (self.height() - metrics.height()) / 2 + metrics.ascent()), self.label)
