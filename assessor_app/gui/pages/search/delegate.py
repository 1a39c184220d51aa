"""Paints a hit: icon, title, whose it is, and the excerpt with its matches in semibold."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assessor_app.gui.pages.search.model import HitRow, HitsModel, Index
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role

_ROW = 68
_SIDE = 20


class HitDelegate(QStyledItemDelegate):
    """One fixed row height."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(200, look().px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        assert isinstance(model, HitsModel)
        hit = model.at(index.row())
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look().colour(Token.SELECTED))
            bar = QRectF(area.left() + 4, area.top() + 14, 3, area.height() - 28)
            box(painter, bar, 1.5, fill=look().colour(Token.ACCENT))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, look().colour(Token.HOVER))
        if index.row():
            painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), look().colour(Token.HAIRLINE))
        side = look().px(22)
        y = area.top() + (area.height() - side) / 2
        paint_icon(painter, hit.icon, look().colour(Token.TEXT_2), area.left() + _SIDE, y, side)
        self._paint_words(painter, area, hit, area.left() + _SIDE + side + 16)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, hit: HitRow, left: int) -> None:
        right = area.right() - _SIDE
        line, small = look().line(Role.STRONG), look().line(Role.SMALL)
        top = area.top() + (area.height() - line - small) / 2
        who = QFontMetricsF(look().font(Role.SMALL))
        about = "  ·  ".join(part for part in (hit.person, hit.kind) if part)
        width = who.horizontalAdvance(about)
        painter.setFont(look().font(Role.SMALL))
        painter.setPen(look().colour(Token.TEXT_2))
        painter.drawText(QPointF(right - width, top + (line - who.height()) / 2 + who.ascent()), about)
        font = look().font(Role.STRONG)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(look().colour(Token.TEXT))
        room = max(60.0, right - width - 24 - left)
        title = metrics.elidedText(hit.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, top + (line - metrics.height()) / 2 + metrics.ascent()), title)
        x = float(left)
        for piece, matches in hit.excerpt:
            font = look().font(Role.SMALL_STRONG if matches else Role.SMALL)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(look().colour(Token.TEXT if matches else Token.TEXT_2))
            shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, max(0.0, right - x))
            painter.drawText(QPointF(x, top + line + (small - metrics.height()) / 2 + metrics.ascent()), shown)
            x += metrics.horizontalAdvance(shown)
            if shown != piece:
                break
