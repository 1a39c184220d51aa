"""The rows of the palette: a model of headings and commands, and the delegate that paints them.

Headings cannot be chosen. The letters that match are semibold in title and detail.
"""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from assessor_app.gui.shell.command import Command
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.avatar import initials_of, paint_avatar, tint_of
from assessor_app.gui.widgets.unit_badge import paint_unit_badge

Index = QModelIndex | QPersistentModelIndex
ROW = 42
HEADING = 33
FIRST_HEADING = 27
_SIDE = 14


def runs_of(text: str, query: str) -> list[tuple[str, bool]]:
    """`text` cut into pieces, each with whether it matches a word of `query`."""
    words = [word for word in query.casefold().split() if word]
    folded = text.casefold()
    if len(folded) != len(text):
        return [(text, False)]
    marks = [False] * len(text)
    for word in words:
        start = folded.find(word)
        while start >= 0:
            marks[start : start + len(word)] = [True] * len(word)
            start = folded.find(word, start + 1)
    runs: list[tuple[str, bool]] = []
    for letter, mark in zip(text, marks, strict=True):
        if runs and runs[-1][1] == mark:
            runs[-1] = (runs[-1][0] + letter, mark)
        else:
            runs.append((letter, mark))
    return runs


class PaletteModel(QAbstractListModel):
    """Headings (strings) and commands in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Command | str] = []
        self.query = ""

    def show_commands(self, commands: Sequence[Command], query: str) -> None:
        """Shows `commands`, grouped by section in the order in which sections first come."""
        self.beginResetModel()
        self.query = query
        sections: dict[str, list[Command]] = {}
        for command in commands:
            sections.setdefault(command.section, []).append(command)
        self._rows = []
        for section, members in sections.items():
            self._rows.append(section)
            self._rows.extend(members)
        self.endResetModel()

    def at(self, row: int) -> Command | str:
        """The heading or command in `row`."""
        return self._rows[row]

    def command_rows(self) -> list[int]:
        """The rows that can be chosen."""
        return [number for number, item in enumerate(self._rows) if isinstance(item, Command)]

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> str | None:
        if not index.isValid():
            return None
        item = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(item, str):
                return item
            return ", ".join(part for part in (item.title, item.detail, item.key) if part)
        return None

    @override
    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def paint_key(painter: QPainter, right: int, middle: float, key: str) -> int:
    """Paints a key cap that ends at `right`; returns its width."""
    font = look().font(Role.CAPTION)
    metrics = QFontMetricsF(font)
    width = round(metrics.horizontalAdvance(key)) + 16
    height = look().px(20)
    area = QRect(right - width, round(middle - height / 2), width, height)
    box(painter, area, 4, fill=look().colour(Token.SUNKEN), border=look().colour(Token.HAIRLINE))
    painter.setFont(font)
    painter.setPen(look().colour(Token.TEXT_2))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)
    return width


class PaletteDelegate(QStyledItemDelegate):
    """Paints headings and commands."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        model = index.model()
        assert isinstance(model, PaletteModel)
        if isinstance(model.at(index.row()), str):
            return QSize(100, look().px(FIRST_HEADING if index.row() == 0 else HEADING))
        return QSize(100, look().px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        assert isinstance(model, PaletteModel)
        item = model.at(index.row())
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, str):
            painter.setFont(look().font(Role.CAPTION))
            painter.setPen(look().colour(Token.TEXT_3))
            metrics = QFontMetricsF(painter.font())
            painter.drawText(QPointF(area.left() + _SIDE, area.bottom() - 5 - metrics.descent()), item)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_command(painter, area, item, model.query, chosen)
        painter.restore()

    def _paint_command(self, painter: QPainter, area: QRect, item: Command, query: str, chosen: bool) -> None:
        if chosen:
            edge = look().colour(Token.ACCENT) if look().theme.is_contrast else None
            box(painter, area, 8, fill=look().colour(Token.SELECTED), border=edge)
        middle = area.center().y() + 0.5
        slot = look().px(22)
        self._paint_mark(painter, QRect(area.left() + _SIDE, round(middle - slot / 2), slot, slot), item, chosen)
        right = area.right() + 1 - _SIDE
        key = "Enter" if chosen else item.key
        if key:
            right -= paint_key(painter, right, middle, key) + 14
        x = float(area.left() + _SIDE + slot + 14)
        x = self._paint_runs(painter, x, right, middle, item.title, query, Role.STRONG if chosen else Role.MEDIUM)
        if item.detail:
            self._paint_runs(painter, x + 14, right, middle, item.detail, query, Role.SMALL)

    def _paint_mark(self, painter: QPainter, spot: QRect, item: Command, chosen: bool) -> None:
        if item.unit is not None:
            paint_unit_badge(painter, spot, item.unit, item.letter)
        elif item.person:
            paint_avatar(painter, spot, initials_of(item.person), tint_of(item.person))
        elif item.icon:
            side = look().px(18)
            inset = (spot.width() - side) / 2
            colour = look().colour(Token.ACCENT if chosen else Token.TEXT_2)
            paint_icon(painter, item.icon, colour, spot.left() + inset, spot.top() + inset, side)

    def _paint_runs(
        self, painter: QPainter, x: float, right: int, middle: float, text: str, query: str, role: Role
    ) -> float:
        is_detail = role is Role.SMALL
        plain = look().font(role)
        strong: QFont = look().font(Role.SMALL_STRONG if is_detail else Role.STRONG)
        metrics = QFontMetricsF(plain)
        base = middle - metrics.height() / 2 + metrics.ascent()
        for piece, matches in runs_of(text, query):
            painter.setFont(strong if matches else plain)
            painter.setPen(look().colour(Token.TEXT if matches or not is_detail else Token.TEXT_2))
            piece_metrics = QFontMetricsF(painter.font())
            room = right - x
            advance = piece_metrics.horizontalAdvance(piece)
            if advance > room:
                painter.drawText(QPointF(x, base), piece_metrics.elidedText(piece, Qt.TextElideMode.ElideRight, room))
                return float(right)
            painter.drawText(QPointF(x, base), piece)
            x += advance
        return x
