"""The centre's home: drop files in, see what came of each, answer, settle what two laptops changed apart."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.gui.backup_notice import BackupNoticeView
from assessor_app.gui.pages.centre.model import CentreContent, CentreRow
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.drop_card import DropCard
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import LEFT, MIDDLE, clear, column, row
from assessor_app.gui.widgets.page import Page, TwoColumns
from assessor_app.gui.widgets.progress_bar import ProgressBar
from assessor_app.gui.widgets.rows import ListRow, RowsCard, row_layout
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.tag import Tag
from assessor_app.gui.widgets.text import Text

_SIDE = 420
_FIRST = 30


class CentreView(QWidget):
    """Signals carry the id of the row whose button was pressed."""

    files_given = Signal(list)
    choose_asked = Signal()
    cancel_asked = Signal()
    receipts_asked = Signal()
    receipt_asked = Signal(str)
    revoke_asked = Signal(str)
    settle_asked = Signal(str)
    sheet_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: set[str] = set()
        self._content = CentreContent()
        self._opened: tuple[CentreRow, ...] = ()
        self.drop = DropCard(
            "Drop files from laptops here", "Enrolment requests and exports. Checked before anything is used."
        )
        self.drop.files_given.connect(self.files_given)
        self.drop.choose_asked.connect(self.choose_asked)
        self.bar = ProgressBar("Reading a file")
        self.cancel = Button("Cancel")
        self.cancel.clicked.connect(self.cancel_asked)
        self._reading_words = Text("", Role.SMALL, Token.TEXT_2, elide=True)
        self._reading = QWidget()
        self._reading.setLayout(
            row(column(self._reading_words, 6, self.bar), self.cancel, spacing=16, margins=(4, 16, 4, 0))
        )
        self._reading.hide()
        self.backup_notice = BackupNoticeView()
        self.receipts = Button("Write receipts", Kind.PRIMARY, icon="file-up", size=Size.TALL)
        self.receipts.clicked.connect(self.receipts_asked)
        self._summary = (Text("", Role.STRONG, wrap=True), Text("", Role.SMALL, Token.TEXT_2, wrap=True))
        self._words = Text("", Role.SMALL, wrap=True)
        self._lists = QVBoxLayout()
        self._lay_out()

    def set_content(self, content: CentreContent) -> None:
        """Shows `content` instead of what was there."""
        self._content = content
        self._page.set_title("Exchange", f"{content.centre}. By file; no network is used.")
        for label, words in zip(self._summary, content.summary, strict=True):
            label.setText(words)
        self.receipts.set_unavailable("" if content.receipts_due else "No laptop waits for a receipt")
        self._words.setText(content.fingerprint)
        self._show_lists()

    def set_opened(self, rows: Sequence[CentreRow]) -> None:
        """What came of the files that were opened, newest first."""
        self._opened = tuple(rows)
        self._show_lists()

    def set_reading(self, words: str, percent: int | None) -> None:
        """How far reading a file has come; None when none is being read."""
        self._reading.setVisible(percent is not None)
        self._reading_words.setText(words)
        self.bar.set_percent(percent or 0)

    def _lay_out(self) -> None:
        self._page = Page("Exchange", "By file; no network is used.", below_header=24)
        columns = TwoColumns(_SIDE, gap=24)
        columns.main.addWidget(self.drop)
        columns.main.addWidget(self._reading)
        columns.main.addStretch(1)
        card = Card(padding=(24, 20, 24, 20))
        line = row(spacing=16)
        line.addWidget(IconView("inbox", 22), 0, MIDDLE)
        line.addLayout(column(*self._summary), 1)
        card.body.addLayout(line)
        card.body.addSpacing(16)
        card.body.addWidget(self.receipts, 0, LEFT)
        card.body.addSpacing(18)
        card.body.addWidget(Text("This centre in ten words", Role.SMALL_STRONG))
        card.body.addWidget(self._words)
        columns.side.addWidget(card)
        self._page.body.addWidget(self.backup_notice)
        self._page.body.addWidget(columns)
        self._page.body.addLayout(self._lists)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _show_lists(self) -> None:
        clear(self._lists)
        content = self._content
        self._section("Just opened", self._opened, None, None)
        self._section("Two versions: choose", content.choices, self.settle_asked.emit, None)
        self._section("Laptops", content.devices, self.receipt_asked.emit, self.revoke_asked.emit)
        self._section("Held back", content.held_back, None, None)
        self._section("Received sheets", content.sheets, self.sheet_asked.emit, None)

    def _section(
        self,
        heading: str,
        rows: Sequence[CentreRow],
        act: Callable[[str], None] | None,
        quietly: Callable[[str], None] | None,
    ) -> None:
        if not rows:
            return
        shown = rows if heading in self._all else rows[:_FIRST]
        self._lists.addSpacing(28)
        self._lists.addWidget(SectionHeading(heading, len(rows)))
        card = RowsCard()
        card.set_rows([_row(item, act, quietly) for item in shown])
        self._lists.addWidget(card)
        if len(rows) > len(shown):
            left = len(rows) - len(shown)
            more = Button(f"Show {left} more", Kind.LINK, size=Size.LINK, name=f"Show {left} more: {heading}")
            more.clicked.connect(lambda: self._on_more(heading))
            self._lists.addWidget(more, 0, LEFT)

    def _on_more(self, heading: str) -> None:
        self._all.add(heading)
        self._show_lists()


def _row(item: CentreRow, act: Callable[[str], None] | None, quietly: Callable[[str], None] | None) -> ListRow:
    line = row_layout(spacing=14)
    words = column(Text(item.title, Role.STRONG, elide=True), Text(item.detail, Role.SMALL, Token.TEXT_2, elide=True))
    line.addLayout(words, 1)
    if item.tag:
        line.addWidget(Tag(item.tag, item.tone, icon=item.icon), 0, MIDDLE)
    for label, answer, kind in (
        (item.quiet, quietly, Kind.QUIET),
        (item.action, act, Kind.PRIMARY if item.matters_now else Kind.SECONDARY),
    ):
        if label and answer is not None:
            button = Button(label, kind, size=Size.SMALL, name=f"{label}: {item.title}, {item.detail}")
            button.clicked.connect(lambda _=False, answer=answer: answer(item.id))
            line.addWidget(button, 0, MIDDLE)
    return ListRow(line, height=look().px(64), matters_now=item.matters_now)
