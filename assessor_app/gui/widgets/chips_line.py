"""Chips that wrap over lines; a click on one asks to take it away. Painted, so that many cost nothing."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.widgets.chip import ChipData, chip_size, paint_chip
from assessor_app.gui.widgets.painted import pen_ready

_GAP = 5


class ChipsLine(QWidget):
    """`pressed` gives the place of the chip in the row."""

    pressed = Signal(int)

    def __init__(
        self, chips: tuple[ChipData, ...] = (), *, removes: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chips = chips
        self._removes = removes
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_chips(chips)
        look().changed.connect(self.updateGeometry)

    def set_chips(self, chips: tuple[ChipData, ...]) -> None:
        """Shows these."""
        self._chips = chips
        self.setAccessibleName(
            "Criteria " + ", ".join(f"{c.letter} {c.number}" for c in chips) if chips else "No criteria"
        )
        self.setToolTip("\n".join(f"{c.letter} {c.number}  {c.text}" for c in chips if c.text))
        if self._removes and chips:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        places = self._places(width)
        return places[-1].bottom() + 2 if places else 0

    @override
    def sizeHint(self) -> QSize:
        wide = sum(chip_size(c).width() + _GAP for c in self._chips)
        return QSize(wide, look().px(24) if self._chips else 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(look().px(64), self.sizeHint().width()), self.sizeHint().height())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        for number, place in enumerate(self._places(self.width())):
            if place.contains(event.position().toPoint()) and self._removes:
                self.pressed.emit(number)
                return
        super().mouseReleaseEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        for chip, place in zip(self._chips, self._places(self.width()), strict=True):
            paint_chip(painter, place, chip)

    def _places(self, width: int) -> list[QRect]:
        places = []
        spot = QPoint(0, 1)
        for chip in self._chips:
            size = chip_size(chip)
            if spot.x() and spot.x() + size.width() > width:
                spot = QPoint(0, spot.y() + size.height() + _GAP)
            places.append(QRect(spot, size))
            spot.setX(spot.x() + size.width() + _GAP)
        return places
