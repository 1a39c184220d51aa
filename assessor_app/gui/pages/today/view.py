"""Today: visits, sheets that wait for signatures, what to keep in mind, what to carry on with.

Before the first candidate it is the empty state with one first action. It holds no record and decides nothing.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.backup_notice import BackupNoticeView
from assessor_app.gui.pages.today.model import RowState, TodayContent, VisitRow, WaitingRow
from assessor_app.gui.pages.today.rows import quiet_line, reminder_card, visit_row, waiting_row
from assessor_app.gui.widgets.buttons import Button, FindButton, Kind, Size
from assessor_app.gui.widgets.empty_state import EmptyState
from assessor_app.gui.widgets.layouts import clear
from assessor_app.gui.widgets.page import Page
from assessor_app.gui.widgets.rows import RowsCard
from assessor_app.gui.widgets.section import SectionHeading

_NEARLY = 24
_RESUME = "Ctrl+R"
_SIDE_WIDTH = 356


class TodayView(QWidget):
    """Ids in the signals are those given in the content."""

    find_asked = Signal()
    new_visit_asked = Signal()
    visit_acted = Signal(str)
    waiting_acted = Signal(str)
    reminder_opened = Signal(str)
    add_candidate_asked = Signal()
    sample_data_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main_cards: list[QWidget] = []
        self._side_cards: list[QWidget] = []
        self._find = FindButton()
        self._find.clicked.connect(self.find_asked)
        new_visit = Button("New visit", icon="plus", key="Ctrl+Shift+N", shows_key=False)
        new_visit.clicked.connect(self.new_visit_asked)
        self._page = Page("Today", actions=(self._find, new_visit), side_width=_SIDE_WIDTH)
        self.backup_notice = BackupNoticeView()
        self._page.body.addWidget(self.backup_notice)
        self._main = QVBoxLayout()
        self._side = QVBoxLayout()
        for layout in (self._main, self._side):
            layout.setSpacing(0)
        self._page.main.addLayout(self._main)
        self._page.main.addStretch(1)
        self._page.side.addLayout(self._side)
        self._page.side.addStretch(1)
        self._empty = self._empty_state()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._empty)

    def set_content(self, content: TodayContent) -> None:
        """Shows `content` instead of what was there."""
        self._stack.setCurrentWidget(self._empty if content.is_first_time else self._page)
        self._page.set_title("Today", content.date)
        clear(self._main)
        clear(self._side)
        self._main_cards, self._side_cards = [], []
        self._main.addWidget(SectionHeading("Visits", len(content.visits)))
        visits = self._visits(content.visits) if content.visits else quiet_line("No visit is planned for today.")
        self._main_cards.append(visits)
        self._main.addWidget(visits)
        if content.waiting:
            self._main.addSpacing(32)
            self._main.addWidget(SectionHeading("Waiting for signatures", len(content.waiting)))
            self._main_cards.append(self._waiting(content.waiting))
            self._main.addWidget(self._main_cards[-1])
        for title, reminders in (("Keep in mind", content.in_mind), ("Carry on", content.carry_on)):
            if not reminders:
                continue
            if self._side.count():
                self._side.addSpacing(32)
            self._side.addWidget(SectionHeading(title))
            self._side_cards.append(reminder_card(reminders, self.reminder_opened.emit))
            self._side.addWidget(self._side_cards[-1])
        self._align_cards()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._align_cards()

    def _align_cards(self) -> None:
        """Cards that are nearly as tall as their neighbour become as tall, so that headings share a line."""
        for cards in zip(self._main_cards, self._side_cards, strict=False):
            for card in cards:
                card.setMinimumHeight(0)
            if self._page.columns.is_folded:
                continue
            heights = [max(card.heightForWidth(_SIDE_WIDTH), card.sizeHint().height()) for card in cards]
            if abs(heights[0] - heights[1]) <= _NEARLY:
                for card in cards:
                    card.setMinimumHeight(max(heights))

    def _visits(self, visits: tuple[VisitRow, ...]) -> RowsCard:
        card = RowsCard()
        now = next((visit.id for visit in visits if visit.state is RowState.NOW), "")
        card.set_rows([visit_row(visit, self.visit_acted.emit, _RESUME if visit.id == now else "") for visit in visits])
        return card

    def _waiting(self, waiting: tuple[WaitingRow, ...]) -> RowsCard:
        card = RowsCard()
        card.set_rows([waiting_row(row, self.waiting_acted.emit) for row in waiting])
        return card

    def _empty_state(self) -> EmptyState:
        add = Button("Add a candidate", Kind.PRIMARY, icon="plus", key="Ctrl+N", size=Size.TALL)
        add.clicked.connect(self.add_candidate_asked)
        sample = Button("Look around with sample data", Kind.LINK, size=Size.LINK)
        sample.clicked.connect(self.sample_data_asked)
        return EmptyState(
            "Your first candidate",
            "Add someone you assess, choose their units, and start writing what you see. Four units are here already.",
            first=add,
            link=sample,
        )
