"""The list of criteria that opens under `#`: filtered while one types, taken with Enter or Tab.

It floats inside the window and never takes the focus: the editor keeps the caret and hands over the keys. Refuses to
tie anything itself; `taken` says which criterion the person chose.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from assessor_app.domain.evidence import CriterionRef
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import SHADOW_SPREAD, box, shadow
from assessor_app.gui.theme.style import OWN_FOCUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.chip import ChipData, chip_size, paint_chip
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.state_glyph import State
from assessor_app.gui.widgets.text import Text

Index = QModelIndex | QPersistentModelIndex
_WIDTH = 470
_ROWS = 6
_RADIUS = 12
_NUMBERED = re.compile(r"([A-Za-z]?)(\d[\d.]*)?")
_LAST = {State.ASK: -2, State.OPEN: -1, State.MET: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionChoice:
    """A criterion as it can be chosen; the chip has its full text. `is_near` ones are listed first."""

    ref: CriterionRef
    chip: ChipData
    state: State = State.OPEN
    is_near: bool = True


def matching(choices: Sequence[CriterionChoice], query: str) -> tuple[CriterionChoice, ...]:
    """Criteria that `query` (without `#`) can mean: `2.3`, `R2.3`, `R`, or words of the text; what is open first."""
    asked = query.strip().rstrip(",;").casefold()
    if not asked:
        return tuple(sorted(choices, key=lambda c: (not c.is_near, _LAST.get(c.state, 0))))
    numbered = _NUMBERED.fullmatch(asked)
    found = []
    if numbered is not None:
        letter, number = numbered[1], numbered[2] or ""
        found = [
            c
            for c in choices
            if (not letter or c.chip.letter.casefold() == letter) and c.chip.number.startswith(number)
        ]
        found.sort(key=lambda c: (c.chip.number != number, not c.is_near, _LAST.get(c.state, 0)))
    if not found and not asked[0].isdigit():
        found = [c for c in choices if asked in c.chip.text.casefold()]
    return tuple(found)


def exactly(choices: Sequence[CriterionChoice], query: str) -> tuple[CriterionChoice, ...]:
    """Criteria whose number is `query`, with or without the unit's letter."""
    numbered = _NUMBERED.fullmatch(query.strip())
    if numbered is None or not numbered[2]:
        return ()
    letter = numbered[1].casefold()
    return tuple(
        c
        for c in choices
        if c.chip.number == numbered[2].rstrip(".") and (not letter or c.chip.letter.casefold() == letter)
    )


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.choices: tuple[CriterionChoice, ...] = ()

    def set_choices(self, choices: tuple[CriterionChoice, ...]) -> None:
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.choices)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        chip = self.choices[index.row()].chip
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{chip.letter} {chip.number} {chip.text}"
        return chip.text if role == Qt.ItemDataRole.ToolTipRole else None


class _Rows(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, look().px(38))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Model)
        chip = model.choices[index.row()].chip
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            box(painter, area, 7, fill=look().colour(Token.SELECTED))
        size = chip_size(chip)
        paint_chip(painter, QRect(QPoint(area.left() + 10, area.center().y() - size.height() // 2), size), chip)
        right = area.right() - 10
        if chosen:
            font = look().font(Role.CAPTION)
            wide = round(QFontMetricsF(font).horizontalAdvance("Enter")) + 14
            cap = QRect(right - wide, area.center().y() - look().px(10), wide, look().px(20))
            box(painter, cap, 4, fill=look().colour(Token.SUNKEN), border=look().colour(Token.HAIRLINE))
            painter.setFont(font)
            painter.setPen(look().colour(Token.TEXT_2))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, "Enter")
            right = cap.left() - 10
        left = area.left() + 10 + max(size.width(), look().px(50)) + 10
        font = look().font(Role.SMALL)
        painter.setFont(font)
        painter.setPen(look().colour(Token.TEXT))
        words = QFontMetricsF(font).elidedText(chip.text, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, area.top(), right - left, area.height()), Qt.AlignmentFlag.AlignVCenter, words)


class CriterionPopup(QFrame):
    """`taken` gives the criterion."""

    taken = Signal(CriterionRef)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: tuple[CriterionChoice, ...] = ()
        self._model = _Model()
        self._head = Text("", Role.CAPTION, Token.TEXT_2, elide=True)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setProperty(OWN_FOCUS, True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName("Criteria to tie")
        self._list.viewport().setAutoFillBackground(False)
        self._list.clicked.connect(self._on_clicked)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 10, 0)
        head.addWidget(self._head)
        self._layout.addLayout(head)
        self._layout.addWidget(self._list)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return not self.isHidden()

    @property
    def shown(self) -> tuple[CriterionChoice, ...]:
        """What the list holds now."""
        return self._model.choices

    @property
    def choices(self) -> tuple[CriterionChoice, ...]:
        """All criteria that can be tied."""
        return self._choices

    def set_choices(self, choices: tuple[CriterionChoice, ...]) -> None:
        """The criteria of all units of the candidate."""
        self._choices = choices

    def open_at(self, spot: QRect, query: str, head: str = "Tie this paragraph to") -> None:
        """Shows what `query` can mean, under (or, without room, above) `spot`, in coordinates of the parent."""
        found = matching(self._choices, query)
        if not found:
            self.hide()
            return
        self._head.setText(head)
        if found != self._model.choices:
            self._model.set_choices(found)
        self._select(0)
        self._place(spot)
        if self.isHidden():
            self.show()
            QAccessible.updateAccessibility(QAccessibleEvent(self._list, QAccessible.Event.Alert))
        self.raise_()

    def move_by(self, step: int) -> None:
        """The highlight goes up or down, and round."""
        count = len(self._model.choices)
        if count:
            self._select((self._list.currentIndex().row() + step) % count)

    def take(self) -> None:
        """Takes the highlighted criterion and closes."""
        row = self._list.currentIndex().row()
        self.hide()
        if 0 <= row < len(self._model.choices):
            self.taken.emit(self._model.choices[row].ref)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        area = self.rect().adjusted(SHADOW_SPREAD, SHADOW_SPREAD, -SHADOW_SPREAD, -SHADOW_SPREAD)
        shadow(painter, area, _RADIUS, look().theme.shadow, sharp=look().theme.is_contrast)
        box(painter, area, _RADIUS, fill=look().colour(Token.RAISED), border=look().colour(Token.HAIRLINE))

    def _select(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row))

    def _place(self, spot: QRect) -> None:
        parent = self.parentWidget() or self
        spread = SHADOW_SPREAD
        rows = min(_ROWS, len(self._model.choices))
        width = min(look().px(_WIDTH), parent.width() - 16)
        self._list.setFixedHeight(rows * look().px(38))
        margins = spread + 7
        self._layout.setContentsMargins(margins, margins + 3, margins, margins)
        height = rows * look().px(38) + look().line(Role.CAPTION) + 4 + 17
        left = max(8, min(spot.left() - 30, parent.width() - width - 8))
        top = spot.bottom() + 10
        if top + height > parent.height() - 8:
            top = max(8, spot.top() - 10 - height)
        self.setGeometry(left - spread, top - spread, width + 2 * spread, height + 2 * spread)

    def _on_clicked(self) -> None:
        self.take()
