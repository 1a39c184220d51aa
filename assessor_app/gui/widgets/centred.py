"""One narrow column in the middle of the window, for the screens before the work starts; scrolls when it is tall."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor_app.gui.theme.controller import look
from assessor_app.gui.widgets.page import ScrollColumn

WIDTH = 392


class CentredColumn(ScrollColumn):
    """Fill `column`; `above` and `below` are the shares of the free height. The column grows with the text size."""

    def __init__(self, *, width: int = WIDTH, above: int = 12, below: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._box = QWidget()
        self.column = QVBoxLayout(self._box)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._box)
        middle.addStretch(1)
        outer = QVBoxLayout(self.content)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(above)
        outer.addLayout(middle)
        outer.addStretch(below)
        self._size()
        look().changed.connect(self._size)

    def _size(self) -> None:
        self._box.setFixedWidth(look().px(self._width))
