"""Paints a line of the event log: when, what and who, what the clock did, and the number at the right edge."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assessor_app.gui.pages.event_log.model import LogModel
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.sequence_model import Index
from assessor_app.gui.widgets.tag import Tone, paint_tag, tag_size

_ROW = 60
_SIDE = 20
_GAP = 16
_WIDEST_WHEN = "30 September 2026, 23:59"
_WIDEST_NUMBER = "99,999"


class LogDelegate(QStyledItemDelegate):
    """One fixed row height, so that the view need not measure each row."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(200, max(look().px(_ROW), look().line(Role.MEDIUM) + look().line(Role.SMALL) + 16))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        assert isinstance(model, LogModel)
        item = model.at(index.row())
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, area, is_first=index.row() == 0)
        small = QFontMetricsF(look().font(Role.SMALL, tabular=True))
        number_width = round(small.horizontalAdvance(_WIDEST_NUMBER))
        right = area.right() + 1 - _SIDE
        self._text(painter, item.number, Role.SMALL, Token.TEXT_3, QRect(
            right - number_width, area.top(), number_width, area.height()), to_right=True)  # fmt: skip
        right -= number_width + _GAP
        if item.clock:
            size = tag_size(item.clock, "clock")
            spot = QRect(
                right - size.width(), area.center().y() - size.height() // 2, size.width(), size.height()
            )  # fmt: skip
            paint_tag(painter, spot, item.clock, "clock", Tone.NOT_YET)
            right -= size.width() + _GAP
        when_width = round(small.horizontalAdvance(_WIDEST_WHEN))
        left = area.left() + _SIDE
        self._text(painter, item.when, Role.SMALL, Token.TEXT_2, QRect(left, area.top(), when_width, area.height()))
        left += when_width + _GAP
        tall, less = look().line(Role.MEDIUM), look().line(Role.SMALL)
        top = area.top() + (area.height() - tall - less) // 2
        self._text(painter, item.what, Role.MEDIUM, Token.TEXT, QRect(left, top, right - left, tall))
        self._text(painter, item.detail, Role.SMALL, Token.TEXT_2, QRect(left, top + tall, right - left, less))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, *, is_first: bool) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look().colour(Token.SELECTED))
            bar = QRectF(area.left() + 4, area.top() + 12, 3, area.height() - 24)
            box(painter, bar, 1.5, fill=look().colour(Token.ACCENT))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, look().colour(Token.HOVER))
        if not is_first:
            painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), look().colour(Token.HAIRLINE))

    def _text(
        self, painter: QPainter, words: str, role: Role, colour: Token, spot: QRect, *, to_right: bool = False
    ) -> None:
        font = look().font(role, tabular=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(look().colour(colour))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(20, spot.width()))
        x = spot.right() + 1 - metrics.horizontalAdvance(shown) if to_right else spot.left()
        base = spot.top() + (spot.height() - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(x, base), shown)
