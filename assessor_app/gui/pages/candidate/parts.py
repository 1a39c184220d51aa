"""The unit cards (3, 2 or 1 in a row) and the rows of evidence and sheets."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.pages.candidate.model import EvidenceRow, UnitCard
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.clickable import Clickable
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import column, row
from assessor_app.gui.widgets.ring import ProgressRing
from assessor_app.gui.widgets.rows import ListRow, RowsCard
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.unit_badge import UnitBadge

_CARD_LEAST = 330


class UnitCards(QWidget):
    """`opened` gives the id of the unit."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Clickable] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        look().changed.connect(self._arrange)

    def set_units(self, units: tuple[UnitCard, ...]) -> None:
        """Shows these units."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(unit) for unit in units]
        self._columns = 0
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(3, self.width() // look().px(_CARD_LEAST)))
        if columns == self._columns:
            return
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for number in range(3):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _card(self, unit: UnitCard) -> Clickable:
        layout = QHBoxLayout()
        layout.setContentsMargins(18, 20, 18, 18)
        layout.setSpacing(16)
        layout.addWidget(ProgressRing(unit.met, unit.seen, unit.total))
        top = row(
            UnitBadge(unit.unit, unit.letter, side=20),
            Text(unit.body, Role.CAPTION, Token.TEXT_2, elide=True),
            spacing=8,
        )
        top.setStretch(1, 1)
        signed = bool(unit.signed)
        role, colour = (Role.SMALL_STRONG, Token.MET) if signed else (Role.SMALL, Token.TEXT_2)
        words = column(
            None, top, 4, Text(unit.title, Role.STRONG, wrap=True), 8, Text(unit.words, role, colour, wrap=True), None
        )
        layout.addLayout(words, 1)
        card = Clickable(layout, unit.title, description=f"{unit.body}. {unit.words}", carded=True)
        card.clicked.connect(lambda: self.opened.emit(unit.id))
        return card


def record_rows(rows: tuple[EvidenceRow, ...], nothing: str, opened: Callable[[str], None]) -> QWidget:
    """A card of rows that open, or one that says there is nothing yet."""
    if not rows:
        empty = Card()
        empty.body.addWidget(Text(nothing, Role.BODY, Token.TEXT_2, wrap=True))
        return empty
    card = RowsCard()
    card.set_rows([_record(item, opened) for item in rows])
    return card


def _record(item: EvidenceRow, opened: Callable[[str], None]) -> ListRow:
    layout = QHBoxLayout()
    layout.setContentsMargins(14, 8, 14, 8)
    layout.setSpacing(14)
    layout.addWidget(IconView(item.icon, 20), 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(item.title, Role.MEDIUM, elide=True))
    words.addWidget(Text(item.detail, Role.SMALL, Token.TEXT_2, elide=True))
    layout.addLayout(words, 1)
    layout.addWidget(Text(item.date, Role.SMALL, Token.TEXT_2, tabular=True))
    layout.addWidget(IconView("chevron-right", 18, Token.TEXT_3))
    button = Clickable(layout, item.title, description=f"{item.detail}, {item.date}")
    button.clicked.connect(lambda: opened(item.id))
    holder = QHBoxLayout()
    holder.setContentsMargins(5, 5, 5, 5)
    holder.addWidget(button)
    return ListRow(holder, height=64)
