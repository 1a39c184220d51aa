"""The ink pad: takes strokes from pen, finger and mouse, paints each new piece alone, and gives a stroke at pen-up.

White in every theme. Points are never joined or dropped: while the pad is shown Qt may not compress input. It keeps no
picture; whoever owns it keeps the strokes, and gives back those that an interrupted signing left behind.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QShowEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.domain.ink import Ink, InkPoint, Pointer, Stroke
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import LIGHT, Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import pen_ready

LEAST_HEIGHT = 214
_RADIUS = 13
_THINNEST, _THICKEST = 2.0, 4.0
_LINE_ABOVE_FOOT = 48
_SIDE = 36
_FLAG = Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents
_TABLET_FLAG = Qt.ApplicationAttribute.AA_CompressTabletEvents


def _width(pressure: int) -> float:
    return _THINNEST + (_THICKEST - _THINNEST) * pressure / 1000


def _at(point: InkPoint) -> QPointF:
    return QPointF(point.x / 100, point.y / 100)


class InkPad(QWidget):
    """`stroke_drawn` comes at pen-up. `set_ink` puts strokes back; `undo_last` takes the last one off the pad."""

    stroke_drawn = Signal(Stroke)
    stroke_begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[Stroke] = []
        self._points: list[InkPoint] = []
        self._pointer = Pointer.MOUSE
        self._begun_at = 0
        self._last_t = 0
        self._caption = ""
        self._enabled_ink = True
        self._drawn = QPixmap()
        self._was_compressed = (True, True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName("Signature pad, for pen, finger or mouse")
        self.setAccessibleDescription("Without any of them, choose Type my name instead.")
        look().changed.connect(self._redraw)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The strokes on the pad."""
        return tuple(self._strokes)

    def set_ink(self, ink: Ink) -> None:
        """Shows these strokes instead of what was there."""
        self._strokes = list(ink.strokes)
        self._points = []
        self._last_t = max((p.t for s in ink.strokes for p in s.points), default=0)
        self._begun_at = 0
        self._redraw()

    def set_caption(self, words: str) -> None:
        """The words under the base line: who signs, and when."""
        self._caption = words
        self.update()

    def set_accepting(self, accepting: bool) -> None:
        """Whether the pad takes ink; what is drawn stays."""
        self._enabled_ink = accepting
        self.setCursor(Qt.CursorShape.CrossCursor if accepting else Qt.CursorShape.ArrowCursor)

    def undo_last(self) -> bool:
        """Takes the last stroke off the pad; False where there is none."""
        if not self._strokes:
            return False
        self._strokes.pop()
        self._redraw()
        return True

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, LEAST_HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, LEAST_HEIGHT)

    # input

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._enabled_ink:
            self._begin(event.position(), 500, event.timestamp(), Pointer.MOUSE)
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._pointer is Pointer.MOUSE:
            self._go_on(event.position(), 500, event.timestamp())
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pointer is Pointer.MOUSE:
            self._end()
        event.accept()

    @override
    def tabletEvent(self, event: QTabletEvent, /) -> None:
        pressure = max(0, min(1000, round(event.pressure() * 1000)))
        kind = event.type()
        if kind == QEvent.Type.TabletPress and self._enabled_ink:
            is_pen = event.pointerType() != QPointingDevice.PointerType.Finger
            pointer = Pointer.PEN if is_pen else Pointer.FINGER
            self._begin(event.position(), pressure, event.timestamp(), pointer)
        elif kind == QEvent.Type.TabletMove:
            self._go_on(event.position(), pressure, event.timestamp())
        elif kind == QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        points = event.points()
        if event.type() == QEvent.Type.TouchCancel or not points:
            self._end()
            return
        first = points[0]
        pressure = round(first.pressure() * 1000) or 500
        if event.type() == QEvent.Type.TouchBegin and self._enabled_ink:
            self._begin(first.position(), pressure, event.timestamp(), Pointer.FINGER)
        elif event.type() == QEvent.Type.TouchUpdate:
            self._go_on(first.position(), pressure, event.timestamp())
        elif event.type() == QEvent.Type.TouchEnd:
            self._end()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        self._was_compressed = (
            QCoreApplication.testAttribute(_FLAG),
            QCoreApplication.testAttribute(_TABLET_FLAG),
        )
        QCoreApplication.setAttribute(_FLAG, False)
        QCoreApplication.setAttribute(_TABLET_FLAG, False)
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        self._end()
        QCoreApplication.setAttribute(_FLAG, self._was_compressed[0])
        QCoreApplication.setAttribute(_TABLET_FLAG, self._was_compressed[1])
        super().hideEvent(event)

    # strokes

    def _begin(self, at: QPointF, pressure: int, stamp: int, pointer: Pointer) -> None:
        self._end()
        self._pointer = pointer
        if not self._begun_at:
            rest = 200 if self._last_t else 0
            self._begun_at = stamp - self._last_t - rest
        self.stroke_begun.emit()
        self._add(at, pressure, stamp)

    def _go_on(self, at: QPointF, pressure: int, stamp: int) -> None:
        if self._points:
            self._add(at, pressure, stamp)

    def _add(self, at: QPointF, pressure: int, stamp: int) -> None:
        self._last_t = max(self._last_t, stamp - self._begun_at)
        made = InkPoint(x=round(at.x() * 100), y=round(at.y() * 100), t=self._last_t, pressure=pressure)
        before = self._points[-1] if self._points else made
        self._points.append(made)
        if self._drawn.isNull():
            self._redraw()
            return
        painter = self._ink_painter()
        self._segment(painter, before, made)
        painter.end()
        room = _THICKEST + 2
        area = QRectF(_at(before), _at(made)).normalized().adjusted(-room, -room, room, room)
        self.update(area.toAlignedRect())

    def _end(self) -> None:
        if not self._points:
            return
        stroke = Stroke(points=tuple(self._points), pointer=self._pointer)
        self._points = []
        self._strokes.append(stroke)
        self.stroke_drawn.emit(stroke)

    # painting

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._redraw()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        area = event.rect()
        whole = area.contains(self.rect())
        if whole:
            painter.fillRect(self.rect(), look().colour(Token.WINDOW))
            box(painter, self.rect(), _RADIUS, fill=LIGHT.paper, border=look().colour(Token.BORDER), width=1.5)
        else:
            painter.fillRect(area, look().colour(Token.PAPER))
            self._paint_edge(painter, area)
        base = self.height() - _LINE_ABOVE_FOOT
        painter.setPen(QPen(QColor(LIGHT.border), 1.5))
        painter.drawLine(QPointF(_SIDE, base), QPointF(self.width() - _SIDE, base))
        if self._caption and area.bottom() > base:
            painter.setFont(look().font(Role.SMALL))
            painter.setPen(QColor(LIGHT.text_2))
            spot = QRectF(_SIDE, base + 6, self.width() - 2 * _SIDE, _LINE_ABOVE_FOOT - 12)
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._caption)
        ratio = self._drawn.devicePixelRatioF() or 1.0
        source = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
        painter.drawPixmap(QRectF(area), self._drawn, source)

    def _paint_edge(self, painter: QPainter, area: QRect) -> None:
        inner = self.rect().adjusted(_RADIUS, _RADIUS, -_RADIUS, -_RADIUS)
        if not inner.contains(area):
            painter.fillRect(area, look().colour(Token.WINDOW))
            box(painter, self.rect(), _RADIUS, fill=LIGHT.paper, border=look().colour(Token.BORDER), width=1.5)

    def _redraw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._drawn = QPixmap(QSize(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))))
        self._drawn.setDevicePixelRatio(ratio)
        self._drawn.fill(Qt.GlobalColor.transparent)
        painter = self._ink_painter()
        for points in (*(s.points for s in self._strokes), tuple(self._points)):
            for before, after in zip(points[:1] + points, points, strict=False):
                self._segment(painter, before, after)
        painter.end()
        self.update()

    def _ink_painter(self) -> QPainter:
        painter = QPainter(self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter

    def _segment(self, painter: QPainter, before: InkPoint, after: InkPoint) -> None:
        width = _width((before.pressure + after.pressure) // 2)
        pen = QPen(look().colour(Token.INK), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if before.x == after.x and before.y == after.y:
            painter.drawPoint(_at(after))
        else:
            painter.drawLine(_at(before), _at(after))
