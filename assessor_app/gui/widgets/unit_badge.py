"""The unit's letter on its solid colour, in a rounded square."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import Painted, pen_ready


def paint_unit_badge(painter: QPainter, rect: QRect, unit: int, letter: str) -> None:
    """Paints the badge into the square `rect`."""
    colours = look().theme.unit(unit)
    box(painter, rect, rect.height() / 4, fill=colours.solid)
    font = QFont(look().font(Role.SMALL_STRONG))
    if rect.height() < look().px(20):
        font = QFont(look().font(Role.CAPTION_STRONG))
    painter.setFont(font)
    painter.setPen(QColor(colours.on))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)


class UnitBadge(Painted):
    """The badge as a widget, `side` pixels square at 100 %."""

    def __init__(self, unit: int, letter: str, *, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self._letter = letter
        self._side = side
        self.setAccessibleName(f"Unit {letter}")

    @override
    def sizeHint(self) -> QSize:
        side = look().px(self._side)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        paint_unit_badge(pen_ready(self), self.rect(), self._unit, self._letter)
