"""The criteria of a visit by unit and outcome, with their states; one key judges the one that is highlighted.

M met, N not yet, A ask, O open again; Enter or Space ties to the present paragraph. The row that has the keyboard shows
its text in full. Refuses to store a decision: `marked` says what the person wants.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.judging import Verdict
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.icons import paint_icon
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import OWN_FOCUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.criteria_rows import CriteriaModel, RowKind, TreeRow, UnitBlock
from assessor_app.gui.widgets.state_glyph import State, paint_state
from assessor_app.gui.widgets.text import lay_out
from assessor_app.gui.widgets.unit_badge import paint_unit_badge

Index = QModelIndex | QPersistentModelIndex
_VERDICTS = {
    Qt.Key.Key_M: Verdict.MET,
    Qt.Key.Key_N: Verdict.NOT_YET,
    Qt.Key.Key_A: Verdict.ASK,
    Qt.Key.Key_O: Verdict.OPEN,
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CAPTION_GAP = 12


def _words(painter: QPainter, area: QRect, text: str, role: Role, colour: Token, *, tabular: bool = False) -> None:
    font = look().font(role, tabular=tabular)
    painter.setFont(font)
    painter.setPen(look().colour(colour))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _LEFT, shown)


def _lines(painter: QPainter, spot: QPoint, lines: list[str], role: Role) -> None:
    font = look().font(role)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    step = look().line(role)
    for number, line in enumerate(lines):
        base = spot.y() + number * step + (step - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(spot.x(), round(base), line)


class _Rows(QStyledItemDelegate):
    def __init__(self, tree: "CriteriaTree") -> None:
        super().__init__(tree)
        self._tree = tree

    def _row(self, index: Index) -> TreeRow:
        return self._tree.content.rows[index.row()]

    def _text_lines(self, row: TreeRow, width: int, *, full: bool) -> list[str]:
        assert row.choice is not None
        font = look().font(Role.SMALL)
        room = width - 18 - 10 - look().px(18) - 10 - look().px(24) - 10 - 8
        lines = lay_out(row.choice.chip.text, font, max(40, room))
        if full or len(lines) <= 2:
            return lines
        rest = " ".join(lines[1:])
        return [lines[0], QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, room)]

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._row(index)
        width = self._tree.viewport().width()
        if row.kind is RowKind.UNIT:
            return QSize(width, look().px(52) + (0 if row.is_first else 9))
        if row.kind is RowKind.OUTCOME:
            return QSize(width, look().px(32))
        if row.kind is RowKind.MET:
            return QSize(width, look().px(29))
        lines = len(self._text_lines(row, width, full=index.row() == self._tree.full_row))
        return QSize(width, lines * look().line(Role.SMALL) + 9)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._row(index)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = index.row() == self._tree.currentIndex().row() and self._tree.shows_focus
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row.kind is RowKind.UNIT:
            self._unit(painter, area, row)
        else:
            card = area.adjusted(9, 0, -10, -1)
            is_here = row.choice is not None and row.choice.ref in self._tree.content.here
            if is_here:
                box(painter, card, 7, fill=look().colour(Token.SELECTED))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look().colour(Token.ACCENT))
                painter.drawRoundedRect(card.left(), card.top() + 7, 3, card.height() - 14, 2, 2)
            elif hovered:
                box(painter, card, 7, fill=look().colour(Token.HOVER))
            if is_current:
                painter.setPen(QPen(look().colour(Token.FOCUS), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 7, 7)
            if row.kind is RowKind.OUTCOME:
                self._outcome(painter, area, row)
            elif row.kind is RowKind.MET:
                self._met(painter, area, row)
            else:
                self._criterion(painter, area, row, full=index.row() == self._tree.full_row)
        painter.restore()

    def _unit(self, painter: QPainter, area: QRect, row: TreeRow) -> None:
        assert row.unit is not None
        top = area.top()
        if not row.is_first:
            painter.fillRect(18, top + 6, area.width() - 36, 1, look().colour(Token.HAIRLINE))
            top += 9
        side = look().px(24)
        paint_unit_badge(
            painter, QRect(18, top + (look().px(50) - side) // 2 + 1, side, side), row.unit.position, row.unit.letter
        )
        left = 18 + side + 10
        room = area.width() - left - 16
        _words(painter, QRect(left, top + look().px(8), room, look().px(19)), row.unit.title, Role.STRONG, Token.TEXT)
        counts = QRect(left, top + look().px(27), room, look().px(18))
        _words(painter, counts, row.unit.counts, Role.CAPTION_PLAIN, Token.TEXT_3)

    def _outcome(self, painter: QPainter, area: QRect, row: TreeRow) -> None:
        assert row.outcome is not None
        side = look().px(15)
        icon = "chevron-down" if row.is_open else "chevron-right"
        paint_icon(painter, icon, look().colour(Token.TEXT_2), 14, area.top() + (area.height() - side) / 2, side)
        count = f"{row.outcome.met} of {len(row.outcome.criteria)}"
        font = look().font(Role.CAPTION, tabular=True)
        wide = round(QFontMetricsF(font).horizontalAdvance(count) + 1)
        right = QRect(area.width() - 17 - wide, area.top(), wide, area.height())
        painter.setFont(font)
        painter.setPen(look().colour(Token.TEXT_3))
        painter.drawText(right, _RIGHT, count)
        left = 14 + side + 7
        words = QRect(left, area.top(), right.left() - left - 8, area.height())
        _words(painter, words, f"{row.outcome.number}\u2002{row.outcome.text}", Role.SMALL_MEDIUM, Token.TEXT_2)

    def _met(self, painter: QPainter, area: QRect, row: TreeRow) -> None:
        side = look().px(18)
        paint_state(painter, 19, area.top() + (area.height() - side) / 2, side, State.MET)
        word = "met" if not row.is_open else "fold"
        font = look().font(Role.CAPTION)
        wide = round(QFontMetricsF(font).horizontalAdvance(word) + 1)
        painter.setFont(font)
        painter.setPen(look().colour(Token.TEXT_3))
        painter.drawText(QRect(area.width() - 20 - wide, area.top(), wide, area.height()), _RIGHT, word)
        left = 20 + side + 10
        numbers = "\u2002 ".join(c.chip.number for c in row.numbers)
        room = QRect(left, area.top(), area.width() - left - 28 - wide, area.height())
        _words(painter, room, numbers, Role.SMALL_MEDIUM, Token.TEXT_2, tabular=True)

    def _criterion(self, painter: QPainter, area: QRect, row: TreeRow, *, full: bool) -> None:
        assert row.choice is not None
        side = look().px(18)
        paint_state(painter, 19, area.top() + 4, side, row.choice.state)
        left = 20 + side + 10
        line = look().line(Role.SMALL)
        number = QRect(left, area.top() + 4, look().px(34), line)
        _words(painter, number, row.choice.chip.number, Role.SMALL_STRONG, Token.TEXT, tabular=True)
        painter.setPen(look().colour(Token.TEXT))
        lines = self._text_lines(row, area.width(), full=full)
        _lines(painter, QPoint(left + look().px(24) + 10, area.top() + 4), lines, Role.SMALL)


class CriteriaTree(QListView):
    """`tied` gives the criterion to tie or untie, `marked` a verdict, `chosen` the criterion that is highlighted."""

    tied = Signal(CriterionRef)
    marked = Signal(CriterionRef, Verdict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = CriteriaModel()
        self.full_row = -1
        self.shows_focus = False
        self.setModel(self.content)
        self.setItemDelegate(_Rows(self))
        self.setAccessibleName("Criteria")
        self.setAccessibleDescription("Enter ties; M met, N not yet, A ask, O open again")
        self.setProperty(OWN_FOCUS, True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setTabKeyNavigation(False)
        look().changed.connect(self.scheduleDelayedItemsLayout)

    def set_units(self, units: tuple[UnitBlock, ...]) -> None:
        """Shows these; the highlight and the scroll position stay."""
        if units == self.content.units:
            return
        ref, place = self.current_ref, self.verticalScrollBar().value()
        at = self.currentIndex().row()
        self.content.set_units(units)
        self._restore(ref, at, place)

    def set_everything(self, everything: bool) -> None:
        """All criteria, or only those of this visit."""
        ref = self.current_ref
        self.content.set_everything(everything)
        self._restore(ref, 1, 0)

    @property
    def current_ref(self) -> CriterionRef | None:
        """The criterion that is highlighted."""
        row = self.currentIndex().row()
        choice = self.content.rows[row].choice if 0 <= row < len(self.content.rows) else None
        return choice.ref if choice else None

    def highlight(self, ref: CriterionRef) -> None:
        """Brings the highlight to a criterion, if it is not folded away."""
        row = self.content.row_of(ref)
        if row >= 0:
            self.setCurrentIndex(self.content.index(row))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        row = self._current()
        ref = self.current_ref
        if ref is not None and key in _VERDICTS and not event.modifiers():
            self.marked.emit(ref, _VERDICTS[key])
        elif ref is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.tied.emit(ref)
        elif row is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._turn(row)
        elif row is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(row, opens=key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            row = self.content.rows[index.row()]
            if row.kind is not RowKind.CRITERION:
                self._turn(row)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        super().mouseDoubleClickEvent(event)
        ref = self.current_ref
        if ref is not None:
            self.tied.emit(ref)

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self._show_full()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._restore(None, 1, self.verticalScrollBar().value())
        self.shows_focus = True
        self._show_full()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.shows_focus = False
        self._show_full()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _show_full(self) -> None:
        row = self.currentIndex().row() if self.hasFocus() else -1
        if row != self.full_row:
            self.full_row = row
            self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _current(self) -> TreeRow | None:
        row = self.currentIndex().row()
        return self.content.rows[row] if 0 <= row < len(self.content.rows) else None

    def _turn(self, row: TreeRow) -> None:
        at, place = self.currentIndex().row(), self.verticalScrollBar().value()
        if row.outcome is None:
            return
        if row.kind is RowKind.OUTCOME:
            self.content.turn(row.outcome)
        elif row.kind is RowKind.MET:
            self.content.unroll(row.outcome)
        self._restore(None, at, place)

    def _fold(self, row: TreeRow, *, opens: bool) -> None:
        if row.kind in (RowKind.OUTCOME, RowKind.MET):
            if row.is_open is not opens:
                self._turn(row)
            return
        if not opens and row.outcome is not None:
            key = row.outcome.key
            at = next(n for n, r in enumerate(self.content.rows) if r.outcome and r.outcome.key == key)
            self.setCurrentIndex(self.content.index(at))

    def _restore(self, ref: CriterionRef | None, row: int, scroll: int) -> None:
        found = self.content.row_of(ref) if ref is not None else -1
        row = found if found >= 0 else min(row, len(self.content.rows) - 1)
        if 0 <= row < len(self.content.rows):
            index = self.content.index(row)
            if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
                index = self.content.index(min(row + 1, len(self.content.rows) - 1))
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(scroll)
