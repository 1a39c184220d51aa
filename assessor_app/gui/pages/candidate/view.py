"""One candidate: units with their rings, visits on a timeline, details; evidence and signed sheets in tabs."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.gui.pages.candidate.model import CandidateContent, EvidenceRow
from assessor_app.gui.pages.candidate.parts import UnitCards, record_rows
from assessor_app.gui.widgets.avatar import Avatar
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.facts import Facts
from assessor_app.gui.widgets.layouts import clear
from assessor_app.gui.widgets.page import Page, TwoColumns
from assessor_app.gui.widgets.pages import Pages
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.tabs import Tabs
from assessor_app.gui.widgets.timeline import Timeline


class CandidateView(QWidget):
    """Ids in the signals are those given in the content."""

    observation_asked = Signal()
    question_asked = Signal()
    unit_opened = Signal(str)
    visit_opened = Signal(str)
    visit_acted = Signal(str)
    edit_asked = Signal()
    copy_asked = Signal()
    erase_asked = Signal()
    evidence_opened = Signal(str)
    sheet_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar("", side=60)
        self._ask = Button("Ask a question", icon="message-circle-question-mark", key="Ctrl+Shift+Q", shows_key=False)
        self._ask.clicked.connect(self.question_asked)
        self._start = Button("Start observation", Kind.PRIMARY, icon="pen-line", key="Ctrl+N")
        self._start.clicked.connect(self.observation_asked)
        self._page = Page(
            "", leading=self._avatar, actions=(self._ask, self._start), top=28, below_header=16, header_spacing=20
        )
        self._tabs = Tabs(("Overview", "Evidence", "Signed sheets"), "Parts of the record")
        self._stack = Pages()
        self._page.body.addWidget(self._tabs)
        self._page.body.addSpacing(24)
        self._page.body.addWidget(self._stack)
        self._units = UnitCards()
        self._units.opened.connect(self.unit_opened)
        self._timeline = Timeline()
        self._timeline.opened.connect(self.visit_opened)
        self._timeline.acted.connect(self.visit_acted)
        self._facts = Facts()
        self._visits_heading = SectionHeading("Visits")
        self._stack.add_page(self._overview())
        self._evidence = self._list_page()
        self._sheets = self._list_page()
        self._tabs.currentChanged.connect(self._stack.show_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def set_content(self, content: CandidateContent) -> None:
        """Shows `content` instead of what was there."""
        self._page.set_title(content.name, content.second_line)
        self._avatar.set_name(content.name, content.tint)
        self._start.set_label(content.resume or "Start observation")
        self._tabs.set_count(1, len(content.evidence))
        self._tabs.set_count(2, len(content.sheets))
        self._units.set_units(content.units)
        self._timeline.set_entries(content.visits)
        self._facts.set_facts(content.details)
        self._fill(
            self._evidence,
            content.evidence,
            "No evidence yet. It comes with the first visit.",
            self.evidence_opened.emit,
        )
        self._fill(self._sheets, content.sheets, "No sheet is signed yet.", self.sheet_opened.emit)

    def show_tab(self, index: int) -> None:
        """Opens a tab: 0 overview, 1 evidence, 2 signed sheets."""
        self._tabs.setCurrentIndex(index)

    def _overview(self) -> QWidget:
        host = QWidget()
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._units)
        column.addSpacing(26)
        columns = TwoColumns(340, gap=48)
        columns.main.addWidget(self._visits_heading)
        columns.main.addWidget(self._timeline)
        columns.main.addStretch(1)
        columns.side.addWidget(SectionHeading("Details"))
        columns.side.addWidget(self._facts)
        edit = Button("Change details", Kind.LINK, size=Size.LINK, flush=True, left=True, key="Ctrl+E", shows_key=False)
        edit.clicked.connect(self.edit_asked)
        columns.side.addSpacing(6)
        columns.side.addWidget(edit)
        self.copy = Button("Give a copy of their data…", Kind.LINK, size=Size.LINK, flush=True, left=True)
        self.copy.clicked.connect(self.copy_asked)
        columns.side.addWidget(self.copy)
        self.erase = Button("Erase this candidate…", Kind.LINK, size=Size.LINK, flush=True, left=True)
        self.erase.clicked.connect(self.erase_asked)
        columns.side.addWidget(self.erase)
        columns.side.addStretch(1)
        column.addWidget(columns)
        column.addStretch(1)
        return host

    def _list_page(self) -> QVBoxLayout:
        host = QWidget()
        outer = QVBoxLayout(host)
        outer.setContentsMargins(0, 0, 0, 0)
        rows = QVBoxLayout()
        outer.addLayout(rows)
        outer.addStretch(1)
        self._stack.add_page(host)
        return rows

    def _fill(
        self, layout: QVBoxLayout, rows: tuple[EvidenceRow, ...], nothing: str, opened: Callable[[str], None]
    ) -> None:
        clear(layout)
        layout.addWidget(record_rows(rows, nothing, opened))
