"""The six state shapes of a criterion; each differs by shape, not by colour alone, and has a word."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.painted import Painted, pen_ready


class State(Enum):
    """The state of a criterion; the value is the word that is read out."""

    OPEN = "open"
    SEEN = "seen, not judged"
    MET = "met"
    NOT_YET = "not yet"
    ASK = "ask"
    GAP = "gap"


def _pen(token: Token, width: float) -> QPen:
    pen = QPen(look().colour(token), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def paint_state(painter: QPainter, x: float, y: float, side: float, state: State) -> None:
    """Paints the glyph into a square of `side` at (x, y)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(side / 18, side / 18)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(2, 2, 14, 14)
    if state is State.OPEN:
        painter.setPen(_pen(Token.BORDER, 1.6))
        painter.drawEllipse(ring)
    elif state is State.SEEN:
        painter.setPen(_pen(Token.ACCENT, 1.8))
        painter.drawEllipse(ring)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour(Token.ACCENT))
        painter.drawPie(ring, 90 * 16, -180 * 16)
    elif state is State.GAP:
        pen = QPen(look().colour(Token.NOTYET), 1.8)
        pen.setDashPattern([2.6 / 1.8, 2.2 / 1.8])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(ring)
    elif state is State.ASK:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour(Token.ASK))
        painter.drawPolygon(QPolygonF([QPointF(9, 1.2), QPointF(16.8, 9), QPointF(9, 16.8), QPointF(1.2, 9)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(Token.ON_ASK, 1.6))
        mark = QPainterPath(QPointF(7.2, 7.4))
        mark.cubicTo(7.2, 5.4, 10.9, 5.3, 10.9, 7.6)
        mark.cubicTo(10.9, 9.0, 9.0, 9.2, 9.0, 10.4)
        painter.drawPath(mark)
        painter.drawLine(QPointF(9, 12.35), QPointF(9, 12.4))
    else:
        fill, ink = (Token.MET, Token.ON_MET) if state is State.MET else (Token.NOTYET, Token.ON_NOTYET)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour(fill))
        painter.drawEllipse(QRectF(1, 1, 16, 16))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(ink, 1.9))
        if state is State.MET:
            painter.drawPolyline(QPolygonF([QPointF(5.4, 9.3), QPointF(7.9, 11.7), QPointF(12.6, 6.7)]))
        else:
            painter.drawLine(QPointF(5.6, 9), QPointF(12.4, 9))
    painter.restore()


class StateGlyph(Painted):
    """The glyph as a widget; its accessible name is the word."""

    def __init__(self, state: State, *, side: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._state = state
        self.setAccessibleName(state.value)
        self.setToolTip(state.value)

    def set_state(self, state: State) -> None:
        """Shows another state."""
        self._state = state
        self.setAccessibleName(state.value)
        self.setToolTip(state.value)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = look().px(self._side)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        paint_state(pen_ready(self), 0, (self.height() - look().px(self._side)) / 2, look().px(self._side), self._state)
