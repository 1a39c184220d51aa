"""How what was found is marked in the source: each kind has its shape, a doubt a sign, the current one a frame.

The source is paper in every theme, so the marks have the colours of the light theme.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.pages.unit_proof.model import Mark, RowKind
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import LIGHT, Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.flow import Flow
from assessor_app.gui.widgets.painted import Painted, pen_ready

_COLOURS = {
    RowKind.FIELD: Token.ASK,
    RowKind.OUTCOME: Token.ACCENT,
    RowKind.CRITERION: Token.MET,
    RowKind.GUIDANCE: Token.U3,
    RowKind.UNIT: Token.TEXT_3,
}
_SIGN = 13


def paper(token: Token) -> QColor:
    """A colour on paper."""
    return QColor(LIGHT.of(token))


def paint_mark(painter: QPainter, area: QRectF, mark: Mark, *, is_current: bool) -> None:
    """Marks the text in `area`: the words stay readable beneath."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    if is_current:
        painter.fillRect(area.adjusted(-2, -1, 2, 1), paper(Token.ACCENT_TINT))
    elif mark.has_doubt:
        painter.fillRect(area, paper(Token.NOTYET_TINT))
    elif mark.kind is RowKind.OUTCOME:
        painter.fillRect(area, paper(Token.ACCENT_TINT))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    colour = paper(_COLOURS[mark.kind])
    if mark.kind is RowKind.FIELD:
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DotLine))
        painter.drawRect(area.adjusted(-2, -1, 2, 1))
    elif mark.kind is RowKind.OUTCOME:
        painter.fillRect(QRectF(area.left() - 5, area.top(), 3, area.height()), colour)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1.6), colour)
    elif mark.kind is RowKind.CRITERION:
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1.6), colour)
    else:
        painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()))
    if is_current:
        box(painter, area.adjusted(-4, -3, 4, 3), 4, border=paper(Token.ACCENT), width=2)
    painter.restore()


def paint_doubt_sign(painter: QPainter, left: float, middle: float) -> None:
    """The sign that stands left of what is doubted; `left` is its right edge."""
    paint_icon(painter, "triangle-alert", paper(Token.NOTYET), left - _SIGN - 3, middle - _SIGN / 2, _SIGN)


class _Sample(Painted):
    """One mark with its word."""

    def __init__(self, word: str, mark: Mark) -> None:
        super().__init__()
        self._word, self._mark = word, mark
        self.setAccessibleName(word)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(look().font(Role.CAPTION)).horizontalAdvance(self._word)
        return QSize(round(width) + look().px(16) + 14, look().px(24))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        font = look().font(Role.CAPTION)
        metrics = QFontMetricsF(font)
        left = look().px(16) + 4.0
        top = (self.height() - metrics.height()) / 2
        area = QRectF(left, top, metrics.horizontalAdvance(self._word), metrics.height())
        box(painter, self.rect(), 5, fill=paper(Token.PAPER))
        paint_mark(painter, area, self._mark, is_current=False)
        if self._mark.has_sign:
            paint_doubt_sign(painter, left - 1, self.height() / 2)
        painter.setFont(font)
        painter.setPen(paper(Token.TEXT))
        painter.drawText(QPointF(left, top + metrics.ascent()), self._word)


class Legend(Flow):
    """What the marks mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _Sample("Title and details", Mark(kind=RowKind.FIELD)),
            _Sample("Outcome", Mark(kind=RowKind.OUTCOME)),
            _Sample("Criterion", Mark(kind=RowKind.CRITERION)),
            _Sample("Guidance", Mark(kind=RowKind.GUIDANCE)),
            _Sample("In doubt", Mark(kind=RowKind.CRITERION, has_doubt=True, has_sign=True)),
            spacing=4,
            margins=(14, 7, 14, 7),
            parent=parent,
        )

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self).fillRect(0, 0, self.width(), 1, look().colour(Token.HAIRLINE))
