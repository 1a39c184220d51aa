"""How strong a passphrase is: four segments and a word; the word carries the meaning."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import Painted, pen_ready
from assessor_app.gui.widgets.text import Text

_LEVELS = 4


class _Segments(Painted):
    def __init__(self) -> None:
        super().__init__()
        self.level = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(132, 6)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        width = (self.width() - 3 * 4) / _LEVELS
        fill = Token.NOTYET if self.level <= 1 else Token.ACCENT if self.level == 2 else Token.MET
        for number in range(_LEVELS):
            area = QRectF(number * (width + 4), 0, width, 6)
            box(painter, area, 3, fill=look().colour(fill if number < self.level else Token.TRACK))


class StrengthBar(QWidget):
    """Hidden until there is something to judge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._segments = _Segments()
        self._words = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        row.addWidget(self._segments)
        row.addWidget(self._words, 1)
        self.hide()

    def set_strength(self, level: int, words: str) -> None:
        """`level` 0 hides the bar; 1 is weak, 4 is very strong."""
        self._segments.level = min(_LEVELS, level)
        self._segments.update()
        self._words.setText(words)
        self.setAccessibleName(f"Strength: {words}")
        self.setVisible(level > 0)
