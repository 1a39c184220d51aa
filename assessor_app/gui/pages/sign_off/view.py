"""Sign-off of one unit or visit: the steps, what is missing and what mends it, then who signs and how it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.gui.pages.sign_off.model import SignOffContent
from assessor_app.gui.pages.sign_off.rows import gap_row, signer_row, version_row
from assessor_app.gui.pages.sign_off.side import OrderCard, WhyCard
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.layouts import clear, column, row
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.page import MARGIN, WIDEST, ScrollColumn, TwoColumns
from assessor_app.gui.widgets.rows import RowsCard
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.step_bar import StepBar
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.work_header import WorkHeader

_MOST_GAPS = 25


class SignOffView(QWidget):
    """Ids in the signals are those of the content; signers are named by their role."""

    back_asked = Signal()
    record_asked = Signal()
    step_opened = Signal(str)
    gap_mended = Signal(str)
    stop_acted = Signal()
    freeze_asked = Signal()
    draft_asked = Signal()
    sheet_opened = Signal(str)
    signer_acted = Signal(str)
    not_now_asked = Signal(str)
    paper_asked = Signal(str)
    void_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: SignOffContent | None = None
        self._all_gaps = False
        self.open_record = Button("Open unit record", icon="columns-3", key="Ctrl+U", shows_key=False)
        self.open_record.clicked.connect(self.record_asked)
        self.header = WorkHeader(actions=(self.open_record,))
        self.header.back_asked.connect(self.back_asked)
        self.steps = StepBar()
        self.steps.opened.connect(self.step_opened)
        self.notice = Notice()
        self.columns = TwoColumns(356)
        self._heading = SectionHeading("")
        self._rows = RowsCard()
        self._more = Button("", Kind.LINK, size=Size.LINK)
        self._more.clicked.connect(self._on_more)
        self._empty = Text("", Role.BODY, Token.TEXT_2, wrap=True)
        self.freeze = Button("Freeze and show the sheet", Kind.PRIMARY, icon="lock-keyhole", size=Size.FIELD)
        self.freeze.clicked.connect(self.freeze_asked)
        self._freeze_note = Text("", Role.CAPTION_PLAIN, Token.TEXT_2, wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.draft = Button("Look at the draft", Kind.LINK, size=Size.LINK)
        self.draft.clicked.connect(self.draft_asked)
        self.show_sheet = Button("Show the sheet", icon="file-text", size=Size.TALL)
        self.show_sheet.clicked.connect(lambda: self.sheet_opened.emit(self._content.sheet if self._content else ""))
        self.void = Button("Void this version", Kind.QUIET, icon="x")
        self.void.clicked.connect(self.void_asked)
        self._side = QVBoxLayout()
        self._order = OrderCard()
        self._why = WhyCard()
        self._lay_out()
        look().changed.connect(self._on_look_changed)

    def set_content(self, content: SignOffContent) -> None:
        """Shows `content` instead of what was there."""
        self._content = content
        self.header.set_title(content.title, content.second, unit=content.unit, letter=content.letter)
        self.open_record.set_label(content.open_label)
        self.steps.set_steps(content.steps)
        title, detail = content.notice
        self.notice.say(NoticeKind.WARNING, title, detail)
        if content.sheet:
            self._show_signers(content)
        else:
            self._show_gaps(content)
        self._show_side(content)

    def set_busy(self, words: str) -> None:
        """While the sheet is being made the button says so; empty ends it."""
        self.freeze.set_unavailable(words)
        if words:
            self._freeze_note.setText(words)
            self._freeze_note.show()
        elif self._content is not None:
            self._show_side(self._content)

    def _show_gaps(self, content: SignOffContent) -> None:
        self._heading.set_text("Missing before anyone can sign" if content.gaps else "Ready")
        self._heading.set_count(len(content.gaps) or None)
        shown = content.gaps if self._all_gaps else content.gaps[:_MOST_GAPS]
        self._rows.set_rows([gap_row(gap, self.gap_mended.emit) for gap in shown])
        self._rows.setVisible(bool(shown))
        left = len(content.gaps) - len(shown)
        self._more.set_label(f"Show {left} more")
        self._more.setVisible(left > 0)
        self._empty.setText(content.ready_words)
        self._empty.setVisible(not content.gaps)

    def _show_signers(self, content: SignOffContent) -> None:
        self._heading.set_text("Signatures")
        self._heading.set_count(None)
        self._more.hide()
        self._empty.hide()
        self._rows.show()
        self._rows.set_rows(
            [
                signer_row(
                    signer,
                    acted=self.signer_acted.emit,
                    not_now=self.not_now_asked.emit,
                    on_paper=self.paper_asked.emit,
                )
                for signer in content.signers
            ]
        )

    def _show_side(self, content: SignOffContent) -> None:
        self._order.set_lines("This version" if content.sheet else "Already in order", content)
        self._why.set_words(content)
        self.freeze.setVisible(not content.sheet)
        self.draft.setVisible(not content.sheet)
        self.freeze.set_label(content.freeze_label)
        self.freeze.set_unavailable(content.freeze_reason)
        self._freeze_note.setText(content.freeze_reason)
        self._freeze_note.setVisible(bool(content.freeze_reason) and not content.sheet)
        self.show_sheet.setVisible(bool(content.sheet))
        self.void.setVisible(bool(content.sheet))
        earlier = [v for v in content.versions if v.id != content.sheet]
        clear(self._side)
        if earlier:
            card = RowsCard()
            card.set_rows([version_row(v, self.sheet_opened.emit) for v in earlier])
            self._side.addSpacing(24)
            self._side.addWidget(SectionHeading("Earlier versions", len(earlier)))
            self._side.addWidget(card)

    def _lay_out(self) -> None:
        main, side = self.columns.main, self.columns.side
        for item in (self._heading, self._rows, self._more, self._empty):
            main.addWidget(item)
        main.addStretch(1)
        side.addWidget(self._order)
        side.addWidget(self._why)
        side.addSpacing(20)
        side.addWidget(self.freeze)
        side.addSpacing(8)
        side.addWidget(self._freeze_note)
        side.addWidget(self.draft)
        side.addWidget(self.show_sheet)
        side.addSpacing(6)
        side.addWidget(self.void)
        side.addLayout(self._side)
        side.addStretch(1)
        frame = QWidget()
        frame.setMaximumWidth(WIDEST + 2 * MARGIN)
        frame.setLayout(column(self.steps, 16, self.notice, 12, self.columns, None, margins=(MARGIN, 0, MARGIN, 32)))
        scroll = ScrollColumn()
        inner = row()
        inner.addWidget(frame, 1)
        inner.addStretch(0)
        scroll.content.setLayout(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(scroll, 1)
        self._why.acted.connect(self.stop_acted)

    def _on_look_changed(self) -> None:
        if self._content is not None:
            self.set_content(self._content)

    def _on_more(self) -> None:
        self._all_gaps = True
        if self._content is not None:
            self._show_gaps(self._content)
