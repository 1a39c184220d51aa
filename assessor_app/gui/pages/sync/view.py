"""Sync: what is ready for the centre, the place to drop its files, and every record with its state."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from assessor_app.gui.pages.sync.cards import EnrolCard, ExportCard, WaitingCard
from assessor_app.gui.pages.sync.model import Archivable, SyncContent, SyncRow
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.drop_card import DropCard
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import LEFT, MIDDLE, clear, column, host, row
from assessor_app.gui.widgets.page import Page, TwoColumns
from assessor_app.gui.widgets.rows import ListRow, RowsCard, row_layout
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.segmented import Segmented
from assessor_app.gui.widgets.tag import Tag, tag_size
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.unit_badge import UnitBadge

_SIDE = 552
_FIRST = 40
_WIDEST_STATE = "Two versions at the centre"
ALL = "All"
_STATES = (ALL, "Ready", "Exported", "Received", "To settle")
_WORDS = {
    "Ready": "Ready to export",
    "Exported": "Exported",
    "Received": "Received by centre",
}


class SyncView(QWidget):
    """`archive_asked` gives a candidate's id and whether to archive or to bring back."""

    request_asked = Signal()
    export_asked = Signal()
    fields_asked = Signal()
    cancel_asked = Signal()
    files_given = Signal(list)
    choose_asked = Signal()
    archive_asked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = SyncContent()
        self._state = ALL
        self._shows_all = False
        self.export = ExportCard()
        self.enrol = EnrolCard()
        self.drop = DropCard(
            "Drop a file from the centre here", "Receipt or enrolment. Checked before anything is used."
        )
        self.waiting = WaitingCard()
        self.states = Segmented(tuple((s, s) for s in _STATES), "Which records are listed")
        self.states.set_choice(ALL)
        self._records = SectionHeading("Records")
        self._list = RowsCard()
        self._more = Button("Show all", Kind.LINK, size=Size.LINK)
        self._none = Text("No record stands so.", Role.SMALL, Token.TEXT_2)
        self._archive = QVBoxLayout()
        self._connect()
        self._lay_out()

    def set_content(self, content: SyncContent) -> None:
        """Shows `content` instead of what was there."""
        self._content = content
        where = f"with {content.centre}" if content.centre else "with your centre"
        self._page.set_title("Sync", f"By file, {where}. No network is used.")
        self._first.setCurrentWidget(self.export if content.centre else self.enrol)
        self.enrol.set_words(content.words)
        self.export.set_content(content)
        self.waiting.set_words(*content.waiting)
        self._show_rows()
        self._show_archive(content.archive)

    def set_writing(self, percent: int | None) -> None:
        """How far writing an export has come; None when nothing is being written."""
        self.export.set_writing(percent)

    @property
    def shown_rows(self) -> tuple[SyncRow, ...]:
        """The rows of the state that is chosen."""
        if self._state == ALL:
            return self._content.rows
        if self._state in _WORDS:
            return tuple(r for r in self._content.rows if r.state == _WORDS[self._state])
        return tuple(r for r in self._content.rows if r.state not in _WORDS.values())

    def _connect(self) -> None:
        self.export.export_asked.connect(self.export_asked)
        self.export.fields_asked.connect(self.fields_asked)
        self.export.cancel_asked.connect(self.cancel_asked)
        self.enrol.request_asked.connect(self.request_asked)
        self.drop.files_given.connect(self.files_given)
        self.drop.choose_asked.connect(self.choose_asked)
        self.states.chosen.connect(self._on_state)
        self._more.clicked.connect(self._on_more)

    def _lay_out(self) -> None:
        self._page = Page("Sync", "By file, with your centre. No network is used.", below_header=24)
        columns = TwoColumns(_SIDE, gap=24)
        first = QWidget()
        self._first = QStackedLayout(first)
        self._first.addWidget(self.export)
        self._first.addWidget(self.enrol)
        columns.main.addWidget(first)
        columns.side.addWidget(self.drop)
        columns.side.addSpacing(16)
        columns.side.addWidget(self.waiting, 1)
        body = self._page.body
        body.addWidget(columns)
        body.addSpacing(28)
        heading = row(spacing=0)
        heading.addWidget(self._records, 1, Qt.AlignmentFlag.AlignBottom)
        heading.addWidget(self.states, 0, Qt.AlignmentFlag.AlignBottom)
        body.addLayout(heading)
        body.addSpacing(8)
        body.addWidget(self._list)
        body.addWidget(self._none)
        body.addWidget(self._more, 0, LEFT)
        body.addLayout(self._archive)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _show_rows(self) -> None:
        rows = self.shown_rows
        shown = rows if self._shows_all else rows[:_FIRST]
        self._records.set_count(len(rows))
        self._list.set_rows([_row(item) for item in shown])
        self._list.setVisible(bool(shown))
        self._none.setText("No record stands so." if self._content.rows else "Nothing is signed or finished yet.")
        self._none.setVisible(not shown)
        self._more.setVisible(len(rows) > len(shown))
        self._more.setText(f"Show {len(rows) - len(shown)} more")

    def _show_archive(self, candidates: Sequence[Archivable]) -> None:
        clear(self._archive)
        if not candidates:
            return
        self._archive.addSpacing(28)
        self._archive.addWidget(SectionHeading("Received whole", len(candidates)))
        card = RowsCard()
        card.set_rows([self._archive_row(c) for c in candidates])
        self._archive.addWidget(card)

    def _archive_row(self, candidate: Archivable) -> ListRow:
        line = row_layout(spacing=16)
        line.addWidget(IconView("package-check", 20, Token.MET), 0, MIDDLE)
        detail = (
            "Archived: off your lists, kept in the vault"
            if candidate.is_archived
            else "The centre has everything; the candidate can leave your lists"
        )
        words = column(
            Text(candidate.name, Role.STRONG, elide=True), Text(detail, Role.SMALL, Token.TEXT_2, elide=True)
        )
        line.addLayout(words, 1)
        action = "Bring back" if candidate.is_archived else "Archive"
        button = Button(action, size=Size.SMALL, name=f"{action}: {candidate.name}")
        button.clicked.connect(lambda: self.archive_asked.emit(candidate.id, not candidate.is_archived))
        line.addWidget(button, 0, MIDDLE)
        return ListRow(line, height=60)

    def _on_state(self, state: str) -> None:
        self._state = state
        self._show_rows()

    def _on_more(self) -> None:
        self._shows_all = True
        self._show_rows()


def _row(item: SyncRow) -> ListRow:
    line = row_layout(spacing=14)
    line.addWidget(UnitBadge(item.unit, item.letter or "·", side=26), 0, MIDDLE)
    person = Text(item.person, Role.MEDIUM, elide=True)
    person.setMinimumWidth(look().px(90))
    line.addWidget(person, 3)
    title = Text(item.title, Role.SMALL, Token.TEXT_2, elide=True)
    reason = (Text(item.reason, Role.SMALL, Token.NOTYET, elide=True),) if item.reason else ()
    line.addLayout(column(None, title, *reason, None), 6)
    when = Text(item.when, Role.SMALL, Token.TEXT_2, tabular=True)
    when.setFixedWidth(look().px(96))
    line.addWidget(when, 0, MIDDLE)
    tag = host(row(Tag(item.state, item.tone, icon=item.icon), None))
    tag.setFixedWidth(tag_size(_WIDEST_STATE, "package").width())
    line.addWidget(tag, 0, MIDDLE)
    return ListRow(line, height=60)
