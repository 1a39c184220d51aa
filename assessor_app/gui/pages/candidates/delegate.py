"""Paints a row of the caseload: who, where, each unit with a thin bar, and what needs doing."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assessor_app.gui.pages.candidates.model import CandidateRow, CandidatesModel, UnitProgress
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.avatar import initials_of, paint_avatar, tint_of
from assessor_app.gui.widgets.sequence_model import Index
from assessor_app.gui.widgets.tag import Tone, paint_tag, tag_size
from assessor_app.gui.widgets.unit_badge import paint_unit_badge

_ROW = 68
_SIDE = 20
_UNIT = 112


class CandidateDelegate(QStyledItemDelegate):
    """One fixed row height, so that the view need not measure each row."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(200, look().px(_ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        assert isinstance(model, CandidatesModel)
        item = model.at(index.row())
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, area, is_first=index.row() == 0)
        side = look().px(40)
        spot = QRect(area.left() + _SIDE, area.top() + (area.height() - side) // 2, side, side)
        tint = tint_of(item.name) if item.tint is None else item.tint
        paint_avatar(painter, spot, initials_of(item.name), tint)
        right = self._paint_state(painter, area, item)
        right = self._paint_units(painter, area, item, right)
        left = spot.right() + 16
        top = area.top() + (area.height() - look().line(Role.STRONG) - look().line(Role.SMALL)) / 2
        for text, role, colour in (
            (item.name, Role.STRONG, Token.TEXT),
            (item.detail, Role.SMALL, Token.TEXT_2),
        ):
            font = look().font(role)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(look().colour(colour))
            base = top + (look().line(role) - metrics.height()) / 2 + metrics.ascent()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(40, right - left - 16))
            painter.drawText(QPointF(left, base), shown)
            top += look().line(role)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, *, is_first: bool) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look().colour(Token.SELECTED))
            box(
                painter,
                QRectF(area.left() + 4, area.top() + 14, 3, area.height() - 28),
                1.5,
                fill=look().colour(Token.ACCENT),
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, look().colour(Token.HOVER))
        if not is_first:
            painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), look().colour(Token.HAIRLINE))

    def _paint_state(self, painter: QPainter, area: QRect, item: CandidateRow) -> int:
        right = area.right() + 1 - _SIDE
        if not item.state:
            return right
        icon = "circle-dashed" if item.needs_you else "check"
        size = tag_size(item.state, icon)
        spot = QRect(
            right - size.width(), area.top() + (area.height() - size.height()) // 2, size.width(), size.height()
        )
        paint_tag(painter, spot, item.state, icon, Tone.NOT_YET if item.needs_you else Tone.MET)
        return right

    def _paint_units(self, painter: QPainter, area: QRect, item: CandidateRow, right: int) -> int:
        column = right - look().px(150)
        width = look().px(_UNIT)
        room = area.width() // 2
        shown = item.units[: max(1, room // width)]
        start = column - len(shown) * width
        for number, unit in enumerate(shown):
            self._paint_unit(painter, area, unit, start + number * width)
        return start if shown else column

    def _paint_unit(self, painter: QPainter, area: QRect, unit: UnitProgress, x: int) -> None:
        badge = look().px(20)
        middle = area.center().y()
        paint_unit_badge(painter, QRect(x, middle - badge // 2, badge, badge), unit.unit, unit.letter)
        font = look().font(Role.CAPTION, tabular=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(look().colour(Token.TEXT_2))
        words = f"{unit.met} of {unit.total}"
        painter.drawText(QPointF(x + badge + 8, middle - 4 - metrics.descent() + 3), words)
        bar = QRectF(x + badge + 8, middle + 4, look().px(56), 4)
        box(painter, bar, 2, fill=look().colour(Token.TRACK))
        if unit.met and unit.total:
            filled = QRectF(bar.left(), bar.top(), bar.width() * unit.met / unit.total, bar.height())
            box(painter, filled, 2, fill=look().colour(Token.MET))
