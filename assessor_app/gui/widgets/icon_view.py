"""One Lucide icon as a widget; decoration beside words, so screen readers skip it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from assessor_app.gui.overriding import override
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.painted import Painted, pen_ready


class IconView(Painted):
    """The icon `name` in a colour of the theme; `top` pixels are left free above it."""

    def __init__(
        self, name: str, size: int = 18, colour: Token = Token.TEXT_2, *, top: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._colour = colour
        self._top = top

    def set_icon(self, name: str, colour: Token) -> None:
        """Takes another icon and colour."""
        self._name, self._colour = name, colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = look().px(self._size)
        return QSize(side, side + self._top)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        paint_icon(painter, self._name, look().colour(self._colour), 0, self._top, look().px(self._size))
