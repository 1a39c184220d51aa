"""The evidence grid: items against criteria, one painted table whose first column and head stay while it scrolls.

Space ties the item of the row to the criterion of the column, Delete unties, Enter opens the item; M, N, A and O judge
the column's criterion. Refuses to store anything: the signals say what the person wants.
"""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.judging import Verdict
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import OWN_FOCUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.state_glyph import State, paint_state

Index = QModelIndex | QPersistentModelIndex
_COLUMN, _ROW, _GAP = 38, 44, 8
_HEAD, _OUTCOMES = 73, 32
_LABEL, _LABEL_NARROW, _NARROW = 300, 180, 900
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_VERDICTS = {
    Qt.Key.Key_M: Verdict.MET,
    Qt.Key.Key_N: Verdict.NOT_YET,
    Qt.Key.Key_A: Verdict.ASK,
    Qt.Key.Key_O: Verdict.OPEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GridColumn:
    """One criterion; `outcome` is the word over the first of an outcome."""

    ref: CriterionRef
    number: str
    text: str
    state: State
    covered: int
    outcome: str = ""

    @property
    def is_gap(self) -> bool:
        """Nothing proves it."""
        return self.covered == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One item; `codes` are by column, empty where it proves nothing."""

    id: UUID
    label: str
    title: str
    detail: str
    codes: tuple[str, ...]
    is_visit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GridContent:
    """The whole grid; `unit` is the place of the unit, for its colour."""

    unit: int = 0
    columns: tuple[GridColumn, ...] = ()
    rows: tuple[GridRow, ...] = ()


class GridModel(QAbstractTableModel):
    """Items, and beneath them two rows: how often covered, and the decision."""

    def __init__(self) -> None:
        super().__init__()
        self.content = GridContent()

    def set_content(self, content: GridContent) -> None:
        """Shows another grid."""
        self.beginResetModel()
        self.content = content
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.content.rows) + 2

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.content.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        column = self.content.columns[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{column.number}  {column.text}"
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        kind = index.row() - len(self.content.rows)
        if kind == 0:
            return str(column.covered) if column.covered else "gap"
        if kind == 1:
            return column.state.value
        code = self.content.rows[index.row()].codes[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            item = self.content.rows[index.row()]
            return f"{item.label} {item.title}, {column.number}, {code or 'not tied'}"
        return code

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.content.columns[section].number
        if section < len(self.content.rows):
            item = self.content.rows[section]
            return f"{item.label} {item.title}, {item.detail}"
        return ("Covered", "Decision")[section - len(self.content.rows)]


def _column_rect(rect: QRect) -> QRect:
    """The 38 px of the criterion within its section; the gap between outcomes is at the left."""
    width = look().px(_COLUMN)
    return QRect(rect.right() - width + 1, rect.top(), width, rect.height())


class _Cells(QStyledItemDelegate):
    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, GridModel)
        content = model.content
        column = content.columns[index.column()]
        area: QRect = option.rect
        kind = index.row() - len(content.rows)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = _column_rect(area)
        if column.is_gap:
            painter.fillRect(cell, look().colour(Token.NOTYET_TINT))
        top = 2 if kind == 0 else 1
        painter.fillRect(
            area.left(), area.top(), area.width(), top, look().colour(Token.TRACK if kind == 0 else Token.HAIRLINE)
        )
        if kind < 0:
            code = content.rows[index.row()].codes[index.column()]
            if code:
                self._code(painter, cell, code, content.unit)
        elif kind == 0 and not column.is_gap:
            painter.setFont(look().font(Role.SMALL_STRONG, tabular=True))
            painter.setPen(look().colour(Token.TEXT))
            painter.drawText(cell, _CENTRE, str(column.covered))
        else:
            side = look().px(16)
            state = State.GAP if kind == 0 else column.state
            paint_state(painter, cell.center().x() - side / 2 + 1, cell.center().y() - side / 2 + 1, side, state)
        view = self.parent()
        if isinstance(view, QTableView) and view.currentIndex() == index and view.hasFocus():
            painter.setPen(QPen(look().colour(Token.FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(cell).adjusted(1.5, 7, -0.5, -6)
            painter.drawRoundedRect(ring, 8, 8)
        painter.restore()

    def _code(self, painter: QPainter, cell: QRect, code: str, unit: int) -> None:
        colours = look().theme.unit(unit)
        mark = QRect(0, 0, look().px(31), look().px(26))
        mark.moveCenter(cell.center())
        edge = colours.solid if look().theme.is_contrast else None
        box(painter, mark, 6, fill=colours.tint, border=edge)
        painter.setFont(look().font(Role.CAPTION_STRONG))
        painter.setPen(QColor(colours.solid))
        painter.drawText(mark, _CENTRE, code)


class _Head(QHeaderView):
    """Outcomes over numbers."""

    def __init__(self, grid: "EvidenceGrid") -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(_HEAD))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        content = self._grid.content.content
        if logicalIndex >= len(content.columns):
            return
        column = content.columns[logicalIndex]
        cell = _column_rect(rect)
        top = look().px(39)
        pill = QRect(cell.left(), rect.top() + top, cell.width(), rect.height() - top)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = Token.TEXT_2
        if column.is_gap:
            box(painter, pill.adjusted(0, 0, 0, 6), 6, fill=look().colour(Token.NOTYET_TINT))
            ink = Token.NOTYET
        if logicalIndex == self._grid.currentIndex().column():
            ink = Token.ACCENT
            box(painter, pill.adjusted(1, 3, -1, -5), 6, fill=look().colour(Token.SELECTED))
        painter.setFont(look().font(Role.CHIP, tabular=True))
        painter.setPen(look().colour(ink))
        painter.drawText(pill.adjusted(0, 0, 0, -2), _CENTRE, column.number)
        painter.restore()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look().colour(Token.SURFACE))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        content = self._grid.content.content
        end = self.length() - self.offset()
        painter.fillRect(end, 0, max(0, self.viewport().width() - end), self.height(), look().colour(Token.SURFACE))
        painter.setFont(look().font(Role.CAPTION))
        painter.setPen(look().colour(Token.TEXT_2))
        firsts = [n for n, c in enumerate(content.columns) if c.outcome]
        for place, number in enumerate(firsts):
            last = firsts[place + 1] - 1 if place + 1 < len(firsts) else len(content.columns) - 1
            left = self.sectionViewportPosition(number) + (look().px(_GAP) if number else 0) + 6
            right = self.sectionViewportPosition(last) + self.sectionSize(last)
            room = right - left
            words = QFontMetricsF(painter.font()).elidedText(
                content.columns[number].outcome, Qt.TextElideMode.ElideRight, room
            )
            painter.drawText(QRect(left, look().px(8), room, look().px(_OUTCOMES) - 8), _LEFT, words)


class _Labels(QHeaderView):
    """Reference, title and second line of each item."""

    def __init__(self, grid: "EvidenceGrid") -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self._grid = grid

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._grid.label_width, super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look().colour(Token.SURFACE))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        end = self.length() - self.offset()
        painter.fillRect(0, end, self.width(), max(0, self.height() - end), look().colour(Token.SURFACE))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        content = self._grid.content.content
        kind = logicalIndex - len(content.rows)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = Token.TRACK if kind == 0 else Token.HAIRLINE
        painter.fillRect(rect.left(), rect.top(), rect.width(), 2 if kind == 0 else 1, look().colour(line))
        left = rect.left() + 50
        room = rect.right() - left - 6
        if kind >= 0:
            painter.setFont(look().font(Role.SMALL_STRONG))
            painter.setPen(look().colour(Token.TEXT))
            painter.drawText(QRect(left, rect.top(), room, rect.height()), _LEFT, ("Covered", "Decision")[kind])
            painter.restore()
            return
        item = content.rows[logicalIndex]
        mark = QRect(rect.left() + 15, 0, look().px(26), look().px(26))
        mark.moveTop(rect.center().y() - mark.height() // 2 + 1)
        is_here = logicalIndex == self._grid.currentIndex().row() and self._grid.hasFocus()
        if is_here:
            box(painter, mark, 6, fill=look().colour(Token.SELECTED))
        painter.setFont(look().font(Role.SMALL_STRONG, tabular=True))
        painter.setPen(look().colour(Token.ACCENT if is_here else Token.TEXT))
        painter.drawText(mark.adjusted(-6, 0, 6, 0), _CENTRE, item.label)
        left = max(left, mark.right() + 9)
        room = rect.right() - left - 6
        for words, role, ink, top in (
            (item.title, Role.SMALL_MEDIUM, Token.TEXT, 5),
            (item.detail, Role.CAPTION_PLAIN, Token.TEXT_3, 22),
        ):
            painter.setFont(look().font(role))
            painter.setPen(look().colour(ink))
            shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, rect.top() + look().px(top), room, look().px(18)), _LEFT, shown)
        painter.restore()


class _Corner(QWidget):
    """Over the first column."""

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(self.rect(), look().colour(Token.SURFACE))
        painter.setFont(look().font(Role.CHIP))
        painter.setPen(look().colour(Token.TEXT_2))
        painter.drawText(self.rect().adjusted(18, look().px(39), 0, -2), _LEFT, "Evidence")


class EvidenceGrid(QTableView):
    """`tied` and `untied` give row id and criterion; `moved` the criterion of the highlighted column."""

    tied = Signal(UUID, CriterionRef)
    untied = Signal(UUID, CriterionRef)
    opened = Signal(UUID)
    varcs_asked = Signal(UUID)
    marked = Signal(CriterionRef, Verdict)
    moved = Signal(CriterionRef)
    widened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = GridModel()
        self.label_width = _LABEL
        self.setModel(self.content)
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(_Head(self))
        self.setVerticalHeader(_Labels(self))
        self.setAccessibleName("Evidence against criteria")
        self.setAccessibleDescription("Space ties, Delete unties, Enter opens; M met, N not yet, A ask, O open again")
        self.setProperty(OWN_FOCUS, True)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
            header.setSectionsClickable(False)
            header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._corner = _Corner(self)
        self.doubleClicked.connect(self._on_double_clicked)
        look().changed.connect(self._measure)

    def set_content(self, content: GridContent) -> None:
        """Shows another state of the grid; the highlight stays where it was."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        place = (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self.content.set_content(content)
        self._measure()
        if content.columns:
            row = min(max(row, 0), len(content.rows) + 1)
            self.setCurrentIndex(self.content.index(row, min(max(column, 0), len(content.columns) - 1)))
        self.horizontalScrollBar().setValue(place[0])
        self.verticalScrollBar().setValue(place[1])

    @property
    def natural_height(self) -> int:
        """The height at which nothing scrolls up and down."""
        rows = (len(self.content.content.rows) + 2) * look().px(_ROW)
        scrolls = self.horizontalHeader().length() > self.width() - self.label_width
        return rows + look().px(_HEAD) + 1 + (12 if scrolls else 0)

    @property
    def current_ref(self) -> CriterionRef | None:
        """The criterion of the highlighted column."""
        column = self.currentIndex().column()
        columns = self.content.content.columns
        return columns[column].ref if 0 <= column < len(columns) else None

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        ref, row = self.current_ref, self.currentIndex().row()
        rows = self.content.content.rows
        item = rows[row] if 0 <= row < len(rows) else None
        if ref is not None and key in _VERDICTS and not event.modifiers():
            self.marked.emit(ref, _VERDICTS[key])
        elif item is not None and ref is not None and key == Qt.Key.Key_Space:
            self.tied.emit(item.id, ref)
        elif item is not None and ref is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.untied.emit(item.id, ref)
        elif item is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(item.id)
        elif item is not None and key == Qt.Key.Key_V and not event.modifiers():
            self.varcs_asked.emit(item.id)
        else:
            super().keyPressEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self._show_current()
        ref = self.current_ref
        if ref is not None:
            self.moved.emit(ref)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self._show_current()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._show_current()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        width = look().px(_LABEL if self.width() >= look().px(_NARROW) else _LABEL_NARROW)
        if width != self.label_width:
            self._measure()
        if event.size().width() != event.oldSize().width():
            self.widened.emit()

    def _measure(self) -> None:
        self.label_width = look().px(_LABEL if self.width() >= look().px(_NARROW) else _LABEL_NARROW)
        for number, column in enumerate(self.content.content.columns):
            gap = look().px(_GAP) if column.outcome and number else 0
            self.horizontalHeader().resizeSection(number, look().px(_COLUMN) + gap)
        for row in range(self.content.rowCount()):
            self.verticalHeader().resizeSection(row, look().px(_ROW))
        self.verticalHeader().setFixedWidth(self.label_width)
        self.horizontalHeader().setFixedHeight(look().px(_HEAD))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, look().colour(Token.SURFACE))
        self.setPalette(palette)
        self.updateGeometries()
        self._corner.setGeometry(0, 0, self.label_width, look().px(_HEAD))
        self._corner.raise_()
        self.updateGeometry()

    def _show_current(self) -> None:
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        rows = self.content.content.rows
        if index.row() < len(rows):
            self.opened.emit(rows[index.row()].id)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self.viewport()).fillRect(event.rect(), look().colour(Token.SURFACE))
        super().paintEvent(event)
