"""How far long work has come: a flat bar on a track, with its percentage for screen readers."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.painted import pen_ready

_HEIGHT = 8


class ProgressBar(QWidget):
    """From 0 to 100; `name` says of what."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._percent = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()
        look().changed.connect(self.update)

    @property
    def percent(self) -> int:
        """What is shown."""
        return self._percent

    def set_percent(self, percent: int) -> None:
        """Shows another state."""
        self._percent = max(0, min(100, percent))
        self._say()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        whole = QRectF(self.rect())
        edge = look().colour(Token.BORDER) if look().theme.is_contrast else None
        box(painter, whole, _HEIGHT / 2, fill=look().colour(Token.TRACK), border=edge)
        if self._percent:
            done = QRectF(0, 0, max(float(_HEIGHT), whole.width() * self._percent / 100), whole.height())
            box(painter, done, _HEIGHT / 2, fill=look().colour(Token.ACCENT))

    def _say(self) -> None:
        self.setAccessibleName(f"{self._name}, {self._percent} per cent")
