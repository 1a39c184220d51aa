"""Initials on a tint. Never a photo: the program keeps as little of a person as it can."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import UNIT_COLOURS
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import Painted, pen_ready


def initials_of(name: str) -> str:
    """First letters of the first and the last word of a name."""
    words = name.split()
    if not words:
        return "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def tint_of(name: str) -> int:
    """A colour that stays the same for a name; decoration, it identifies nobody."""
    return sum(ord(letter) for letter in name) % UNIT_COLOURS


def paint_avatar(painter: QPainter, rect: QRect, initials: str, tint: int, *, on_tint: bool = False) -> None:
    """Paints the disc into `rect`; `on_tint` gives it the surface colour, for rows that have a tint themselves."""
    colours = look().theme.unit(tint)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colours.solid) if look().theme.is_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look().theme.surface if on_tint else colours.tint))
    painter.drawEllipse(rect)
    font = QFont(look().font(Role.STRONG))
    font.setPointSizeF(rect.height() * 0.36 * 0.75)
    painter.setFont(font)
    painter.setPen(QColor(colours.solid))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


class Avatar(Painted):
    """The disc as a widget."""

    def __init__(
        self,
        name: str,
        *,
        side: int = 40,
        tint: int | None = None,
        on_tint: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._on_tint = on_tint
        self.set_name(name, tint)

    def set_name(self, name: str, tint: int | None = None) -> None:
        """Shows the initials of `name`."""
        self._initials = initials_of(name)
        self._tint = tint_of(name) if tint is None else tint
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = look().px(self._side)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        paint_avatar(pen_ready(self), self.rect(), self._initials, self._tint, on_tint=self._on_tint)
