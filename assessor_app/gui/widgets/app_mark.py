"""The app mark: a ring that is nearly closed, with a tick; our own drawing."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from assessor_app.gui.overriding import override
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.painted import Painted, pen_ready


def paint_mark(painter: QPainter, side: float) -> None:
    """Paints the mark into a square of `side` at the origin."""
    painter.save()
    painter.scale(side / 34, side / 34)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(4, 4, 26, 26)
    painter.setPen(QPen(look().colour(Token.TRACK), 4))
    painter.drawEllipse(ring)
    pen = QPen(look().colour(Token.ACCENT), 4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawArc(ring, 90 * 16, -287 * 16)
    pen.setWidthF(3)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(11.6, 17.4), QPointF(15.4, 21.1), QPointF(22.4, 13.5)]))
    painter.restore()


class AppMark(Painted):
    """The mark as a widget."""

    def __init__(self, side: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        paint_mark(pen_ready(self), self._side)
