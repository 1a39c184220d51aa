"""A statement with a large box to tick, as a card; the whole card is the target. One word of it may stand out."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import RING_RADIUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import note_focus, pen_ready

_BOX = 30
_PAD = 18
_GAP = 16
_LEAST = 64


class TickCard(QCheckBox):
    """`strong` is the word that decides; it is set in semibold."""

    def __init__(self, statement: str, strong: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statement = statement
        self._strong = strong
        self.setText(statement.replace("&", "&&"))
        self.setAccessibleName(statement)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(RING_RADIUS, 14)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look().changed.connect(self._on_look_changed)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        lines = len(self._lines(width))
        return max(look().px(_LEAST), lines * look().line(Role.NARRATIVE) + 22)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self._font(strong=True)).horizontalAdvance(self._statement)
        full = round(width) + self._left() + _PAD + 4
        return QSize(full, self.heightForWidth(full))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(260), look().px(_LEAST))

    @override
    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        checked = self.isChecked()
        edge = Token.ACCENT if checked else Token.BORDER
        fill = Token.HOVER if self.underMouse() and not checked else Token.SURFACE
        box(painter, self.rect(), 12, fill=look().colour(fill), border=look().colour(edge), width=2 if checked else 1)
        side = look().px(_BOX)
        self._paint_box(painter, QRectF(_PAD, (self.height() - side) / 2, side, side), checked=checked)
        lines = self._lines(self.width())
        line = look().line(Role.NARRATIVE)
        y = (self.height() - line * len(lines)) / 2
        painter.setPen(look().colour(Token.TEXT))
        for pieces in lines:
            x = float(self._left())
            for piece, strong in pieces:
                font = self._font(strong=strong)
                metrics = QFontMetricsF(font)
                painter.setFont(font)
                painter.drawText(QPointF(x, y + (line - metrics.height()) / 2 + metrics.ascent()), piece)
                x += metrics.horizontalAdvance(piece)
            y += line

    def _paint_box(self, painter: QPainter, area: QRectF, *, checked: bool) -> None:
        fill = Token.ACCENT if checked else Token.SURFACE
        edge = Token.ACCENT if checked else Token.BORDER
        box(painter, area, 8, fill=look().colour(fill), border=look().colour(edge), width=2)
        if checked:
            pen = QPen(look().colour(Token.ON_ACCENT), 2.6)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            unit = area.width() / 30
            mark = ((8, 15.5), (13, 20.5), (22, 10.5))
            painter.drawPolyline(QPolygonF([area.topLeft() + QPointF(x * unit, y * unit) for x, y in mark]))

    def _left(self) -> int:
        return _PAD + look().px(_BOX) + _GAP

    def _font(self, *, strong: bool) -> QFont:
        font = QFont(look().font(Role.NARRATIVE))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _lines(self, width: int) -> list[list[tuple[str, bool]]]:
        """Words to lines; a word is semibold where it is `strong` but for its punctuation."""
        room = max(80, width - self._left() - _PAD)
        lines: list[list[tuple[str, bool]]] = [[]]
        used = 0.0
        for word in self._statement.split():
            strong = bool(self._strong) and word.strip(".,;:") == self._strong
            piece = word + " "
            advance = QFontMetricsF(self._font(strong=strong)).horizontalAdvance(piece)
            if lines[-1] and used + advance > room:
                lines.append([])
                used = 0.0
            lines[-1].append((piece, strong))
            used += advance
        return lines

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
