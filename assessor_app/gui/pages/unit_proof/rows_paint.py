"""How a row of the result is painted: number or label, words, and each doubt with its sign and reason."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assessor_app.gui.pages.unit_proof.model import ProofRow, RowKind
from assessor_app.gui.pages.unit_proof.rows_model import RowsModel
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.text import lay_out

Index = QModelIndex | QPersistentModelIndex
_SIDE = 14
_PAD = 7
_SIGN = 15


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where the parts of a row stand, from its left edge; `above` is free space over it."""

    label_left: int
    text_left: int
    role: Role
    ink: Token
    label_role: Role
    above: int = 0


def _shape(row: ProofRow) -> _Shape:
    match row.spot.kind:
        case RowKind.FIELD | RowKind.UNIT:
            ink = Token.TEXT_2 if row.is_empty else Token.TEXT
            return _Shape(_SIDE, _SIDE + look().px(124), Role.BODY, ink, Role.SMALL)
        case RowKind.OUTCOME:
            return _Shape(_SIDE, _SIDE + look().px(34), Role.STRONG, Token.TEXT, Role.STRONG, 12)
        case RowKind.CRITERION:
            left = _SIDE + look().px(34)
            return _Shape(left, left + look().px(42), Role.BODY, Token.TEXT, Role.SMALL_STRONG)
    left = _SIDE + look().px(34)
    return _Shape(left + look().px(42), left + look().px(42) + look().px(76), Role.SMALL, Token.TEXT_2, Role.SMALL)


class RowDelegate(QStyledItemDelegate):
    """Measures and paints; refuses to edit (the list opens an editor of its own)."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def text_area(self, row: ProofRow, area: QRect, *, number: bool) -> QRect:
        """Where an editor stands: over the words, or over the number."""
        shape = _shape(row)
        top = area.top() + shape.above
        if number:
            return QRect(shape.label_left - 10, top - 1, look().px(76), look().line(Role.BODY) + 16)
        width = area.right() - _SIDE - shape.text_left
        lines = len(self._lines(row, area.width()))
        return QRect(shape.text_left - 8, top, width + 10, lines * look().line(shape.role) + 2 * _PAD)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        row, shape = self._row(index), _shape(self._row(index))
        width = self._view.viewport().width()
        height = len(self._lines(row, width)) * look().line(shape.role) + 2 * _PAD + shape.above
        for doubt in self._doubts(row, width):
            height += len(doubt) * look().line(Role.SMALL) + 5
        return QSize(width, height + (3 if row.doubts else 0))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        row, shape = self._row(index), _shape(self._row(index))
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area.adjusted(2, shape.above, -2, -1), option, index)
        top = area.top() + shape.above + _PAD
        step = look().line(shape.role)
        ink = Token.ACCENT if row.spot.kind is RowKind.OUTCOME else Token.TEXT
        ink = Token.TEXT_2 if shape.label_role is Role.SMALL else ink
        self._words(painter, shape.label_left, top, step, row.label, shape.label_role, ink)
        for line in self._lines(row, area.width()):
            self._words(painter, shape.text_left, top, step, line, shape.role, shape.ink)
            top += step
        if row.spot.kind is RowKind.GUIDANCE:
            painter.setPen(QPen(look().colour(Token.BORDER), 1.4, Qt.PenStyle.DashLine))
            left = shape.label_left - 10
            painter.drawLine(QPointF(left, area.top() + _PAD), QPointF(left, top))
        for doubt in self._doubts(row, area.width()):
            self._doubt(painter, shape.text_left, top + 3, doubt)
            top += len(doubt) * look().line(Role.SMALL) + 5
        painter.restore()

    def _ground(self, painter: QPainter, card: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        if index.row() == self._view.currentIndex().row():
            box(painter, card, 7, fill=look().colour(Token.SELECTED))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().colour(Token.ACCENT))
            painter.drawRoundedRect(card.left(), card.top() + 6, 3, card.height() - 12, 1.5, 1.5)
            if self._view.hasFocus():
                box(painter, card, 7, border=look().colour(Token.FOCUS), width=2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, card, 7, fill=look().colour(Token.HOVER))

    def _doubt(self, painter: QPainter, left: int, top: int, lines: list[str]) -> None:
        side, step = look().px(_SIGN), look().line(Role.SMALL)
        paint_icon(painter, "triangle-alert", look().colour(Token.NOTYET), left, top + (step - side) / 2, side)
        for line in lines:
            self._words(painter, left + side + 7, top, step, line, Role.SMALL, Token.NOTYET)
            top += step

    def _words(self, painter: QPainter, left: int, top: int, step: int, text: str, role: Role, ink: Token) -> None:
        font = look().font(role, tabular=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(look().colour(ink))
        painter.drawText(QPointF(left, top + (step - metrics.height()) / 2 + metrics.ascent()), text)

    def _lines(self, row: ProofRow, width: int) -> list[str]:
        shape = _shape(row)
        font = look().font(shape.role, tabular=True)
        return lay_out(row.text, font, max(60, width - shape.text_left - _SIDE)) or [""]

    def _doubts(self, row: ProofRow, width: int) -> list[list[str]]:
        room = max(60, width - _shape(row).text_left - look().px(_SIGN) - 7 - _SIDE)
        font = look().font(Role.SMALL, tabular=True)
        return [lay_out(doubt, font, room) for doubt in row.doubts]

    def _row(self, index: Index) -> ProofRow:
        model = index.model()
        assert isinstance(model, RowsModel)
        return model.rows[index.row()]
