"""The progress ring: met as a full stroke, seen as a thin line after a gap, the rest as track; a tick when all is met.

It never stands alone: the words are beside it and in its accessible name. Refuses counts that do not add up.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import Painted, pen_ready

_SIDE = 88
_STROKE = 9.0
_FILL_MS = 300
_GAP_DEGREES = 3.6


class ProgressRing(Painted):
    """`met` and `seen` of `total` criteria."""

    def __init__(self, met: int, seen: int, total: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = 1.0
        self._animation: QVariantAnimation | None = None
        self.set_counts(met, seen, total)

    def set_counts(self, met: int, seen: int, total: int) -> None:
        """Shows other counts; raises ValueError when met and seen exceed the total."""
        if met < 0 or seen < 0 or met + seen > total:
            raise ValueError(f"{met} met and {seen} seen of {total}")
        self._met, self._seen, self._total = met, seen, total
        self.setAccessibleName(f"{met} of {total} met, {seen} seen")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = look().px(_SIDE)
        return QSize(side, side)

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._animation is None and look().motion and self._total:
            self._animation = QVariantAnimation(self)
            self._animation.setDuration(_FILL_MS)
            self._animation.setStartValue(0.0)
            self._animation.setEndValue(1.0)
            self._animation.valueChanged.connect(self._on_step)
            self._animation.start()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        factor = self.width() / _SIDE
        painter.scale(factor, factor)
        area = QRectF(_STROKE / 2, _STROKE / 2, _SIDE - _STROKE, _SIDE - _STROKE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        done = bool(self._total) and self._met == self._total
        met = 360.0 * self._met / self._total * self._shown if self._total else 0.0
        seen = 360.0 * self._seen / self._total * self._shown if self._total else 0.0
        track = QPen(look().colour(Token.TRACK), _STROKE)
        track.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(track)
        gap = _GAP_DEGREES if met and not done else 0.0
        used = met + seen + (gap + _GAP_DEGREES if seen else gap)
        if not met and not seen:
            painter.drawEllipse(area)
        elif not done and used < 360:
            painter.drawArc(area, round((90 - used) * 16), round((used - 360) * 16))
        if seen:
            pen = QPen(look().colour(Token.ACCENT), _STROKE * 0.42)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(area, round((90 - met - gap) * 16), round(-seen * 16))
        if met:
            pen = QPen(look().colour(Token.MET), _STROKE)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            if done and self._shown >= 1.0:
                painter.drawEllipse(area)
            else:
                painter.drawArc(area, 90 * 16, round(-met * 16))
        if done:
            pen = QPen(look().colour(Token.MET), 4.95)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([QPointF(31.7, 44.9), QPointF(40.5, 53.7), QPointF(57.2, 35.2)]))
            return
        painter.resetTransform()
        middle = self.width() / 2
        for text, role, colour, base in (
            (str(self._met), Role.NUMBER, Token.TEXT, 45.0),
            (f"of {self._total}", Role.CAPTION, Token.TEXT_2, 61.0),
        ):
            font = look().font(role, tabular=True)
            painter.setFont(font)
            painter.setPen(look().colour(colour))
            advance = QFontMetricsF(font).horizontalAdvance(text)
            painter.drawText(QPointF(middle - advance / 2, base * factor), text)

    def _on_step(self, value: float) -> None:
        self._shown = value
        self.update()
