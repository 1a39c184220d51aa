"""What a page shows when there is nothing yet: a small line drawing, a title, one sentence, one first action."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.painted import Painted, pen_ready
from assessor_app.gui.widgets.text import Text


class SheetDrawing(Painted):
    """A sheet of paper with the mark on it; our own drawing."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(132, 104)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)

        def pen(token: Token, width: float) -> QPen:
            made = QPen(look().colour(token), width)
            made.setCapStyle(Qt.PenCapStyle.RoundCap)
            made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            return made

        sheet = QPainterPath(QPointF(28, 12))
        for x, y in ((84, 12), (104, 32), (104, 92), (28, 92)):
            sheet.lineTo(x, y)
        sheet.closeSubpath()
        painter.setPen(pen(Token.BORDER, 2))
        painter.setBrush(look().colour(Token.SURFACE))
        painter.drawPath(sheet)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(84, 12), QPointF(84, 32), QPointF(104, 32)]))
        painter.setPen(pen(Token.TRACK, 4))
        for y, end in ((40, 78), (52, 90), (64, 70)):
            painter.drawLine(QPointF(42, y), QPointF(end, y))
        ring = QRectF(80, 56, 40, 40)
        painter.setPen(pen(Token.TRACK, 5))
        painter.setBrush(look().colour(Token.WINDOW))
        painter.drawEllipse(ring)
        painter.setPen(pen(Token.ACCENT, 5))
        painter.drawArc(ring, 90 * 16, -296 * 16)
        painter.setPen(pen(Token.ACCENT, 4))
        painter.drawPolyline(QPolygonF([QPointF(91.5, 76.5), QPointF(97.5, 82.5), QPointF(108.5, 70.5)]))


class EmptyState(QWidget):
    """`first` is the one primary action; `others` stand beside it, `link` beneath."""

    def __init__(
        self,
        title: str,
        sentence: str,
        *,
        first: Button | None = None,
        others: tuple[Button, ...] = (),
        link: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 24)
        layout.setSpacing(0)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addStretch(2)
        layout.addWidget(SheetDrawing(), 0, middle)
        layout.addSpacing(26)
        layout.addWidget(Text(title, Role.DISPLAY, align=middle, wrap=True))
        layout.addSpacing(8)
        words = Text(sentence, Role.LEAD, Token.TEXT_2, wrap=True, align=middle)
        words.setMaximumWidth(look().px(440))
        words.setMinimumWidth(min(look().px(440), 560))
        sentence_row = QHBoxLayout()
        sentence_row.addStretch(1)
        sentence_row.addWidget(words)
        sentence_row.addStretch(1)
        layout.addLayout(sentence_row)
        layout.addSpacing(26)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addStretch(1)
        for button in ((first,) if first is not None else ()) + others:
            actions.addWidget(button)
        actions.addStretch(1)
        layout.addLayout(actions)
        if link is not None:
            layout.addSpacing(16)
            layout.addWidget(link, 0, middle)
        layout.addStretch(3)
