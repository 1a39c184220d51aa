"""Paints a unit in the list at the left."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assessor_app.gui.pages.units.model import UnitRow, UnitsModel
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.sequence_model import Index
from assessor_app.gui.widgets.text import lay_out
from assessor_app.gui.widgets.unit_badge import paint_unit_badge

_SIDE = 14
_BADGE = 24


class UnitDelegate(QStyledItemDelegate):
    """Badge, title over up to two lines, second line; a sign when there are doubts."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        model = index.model()
        assert isinstance(model, UnitsModel)
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else 300
        lines = len(self._title_lines(model.at(index.row()), width))
        return QSize(100, lines * look().line(Role.STRONG) + look().line(Role.SMALL) + 22)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        assert isinstance(model, UnitsModel)
        item = model.at(index.row())
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, area.adjusted(0, 1, 0, -1), 7, fill=look().colour(Token.SELECTED if chosen else Token.HOVER))
        if chosen:
            bar = QRect(area.left(), area.top() + 12, 3, area.height() - 24)
            box(painter, bar, 1.5, fill=look().colour(Token.ACCENT))
        side = look().px(_BADGE)
        paint_unit_badge(painter, QRect(area.left() + _SIDE, area.top() + 12, side, side), item.place, item.letter)
        left = area.left() + _SIDE + side + 12
        if item.doubts:
            mark = look().px(16)
            amber = look().colour(Token.NOTYET)
            paint_icon(painter, "triangle-alert", amber, area.right() - _SIDE - mark, area.top() + 14, mark)
        top = float(area.top() + 11)
        lines = [(line, Role.STRONG, Token.TEXT) for line in self._title_lines(item, area.width())]
        for text, role, colour in [*lines, (item.detail, Role.SMALL, Token.TEXT_2)]:
            metrics = QFontMetricsF(look().font(role))
            painter.setFont(look().font(role))
            painter.setPen(look().colour(colour))
            base = top + (look().line(role) - metrics.height()) / 2 + metrics.ascent()
            room = area.right() - _SIDE - left
            painter.drawText(QPointF(left, base), metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
            top += look().line(role)
        painter.restore()

    def _title_lines(self, item: UnitRow, width: int) -> list[str]:
        room = width - 2 * _SIDE - look().px(_BADGE) - 12 - (look().px(16) + 8 if item.doubts else 0)
        lines = lay_out(item.title, look().font(Role.STRONG), max(60, room))
        return lines if len(lines) <= 2 else [lines[0], " ".join(lines[1:])]
