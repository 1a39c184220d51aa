"""The criterion chip: a square with the unit's letter, and the number on the unit's tint.

Painted by one function, so that a delegate, a text object and a widget show the same chip. The letter keeps units apart
where colour does not.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import Painted, pen_ready

CHIP_HEIGHT = 22
_LETTER = 19
_RADIUS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipData:
    """One criterion: the unit's place in the candidate's list (from 0), its letter, the number, the full text."""

    unit: int
    letter: str
    number: str
    text: str = ""


def chip_size(chip: ChipData) -> QSize:
    """The size that `paint_chip` needs, in logical pixels."""
    metrics = QFontMetricsF(look().font(Role.CHIP, tabular=True))
    return QSize(
        round(look().px(_LETTER) + 13 + metrics.horizontalAdvance(chip.number) + 0.5),
        look().px(CHIP_HEIGHT),
    )


def paint_chip(painter: QPainter, rect: QRect | QRectF, chip: ChipData) -> None:
    """Paints the chip with its top left corner at that of `rect`, in `chip_size`."""
    colours = look().theme.unit(chip.unit)
    area = QRectF(QRectF(rect).topLeft(), chip_size(chip).toSizeF())
    letter_width = look().px(_LETTER)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(area, _RADIUS, _RADIUS)
    left = QPainterPath()
    left.addRect(QRectF(area.left(), area.top(), letter_width, area.height()))
    painter.fillPath(shape, QColor(colours.tint))
    painter.fillPath(shape.intersected(left), QColor(colours.solid))
    if look().theme.is_contrast:
        painter.setPen(QColor(colours.solid))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    font = look().font(Role.CHIP, tabular=True)
    metrics = QFontMetricsF(font)
    baseline = area.top() + (area.height() - metrics.height()) / 2 + metrics.ascent()
    painter.setFont(font)
    painter.setPen(QColor(colours.on))
    shift = (letter_width - metrics.horizontalAdvance(chip.letter)) / 2
    painter.drawText(QPointF(area.left() + shift, baseline), chip.letter)
    painter.setPen(QColor(colours.solid))
    painter.drawText(QPointF(area.left() + letter_width + 6, baseline), chip.number)
    painter.restore()


class Chip(Painted):
    """One chip as a widget; hovering shows the criterion's full text."""

    def __init__(self, chip: ChipData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self.setAccessibleName(f"{chip.letter} {chip.number}")
        self.setAccessibleDescription(chip.text)
        self.setToolTip(chip.text)

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self._chip)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        paint_chip(pen_ready(self), self.rect(), self._chip)


class ChipRow(QWidget):
    """Chips beside each other, 5 px apart."""

    def __init__(self, chips: tuple[ChipData, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.setSpacing(5)
        for chip in chips:
            layout.addWidget(Chip(chip, self))
