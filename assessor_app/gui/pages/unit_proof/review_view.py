"""The last look before a unit is added: whether it is new or an edition, what differs, how it is signed off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from assessor_app.domain.unit_differences import Difference, Sign
from assessor_app.domain.units import ManagerRule, QualityAssurance, RecordForm
from assessor_app.gui.pages.unit_proof.model import ReviewContent
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, IconButton, Kind
from assessor_app.gui.widgets.card import Card, Hairline
from assessor_app.gui.widgets.combo_field import ComboField
from assessor_app.gui.widgets.layouts import clear, column, row
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.page import Page
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.tag import Tag, Tone
from assessor_app.gui.widgets.text import Text

_SIDE = 348
_TONES = {
    Sign.ADDED: (Tone.MET, "plus"),
    Sign.REMOVED: (Tone.DANGER, "minus"),
    Sign.CHANGED: (Tone.ACCENT, "pen-line"),
    Sign.RENUMBERED: (Tone.PLAIN, "hash"),
    Sign.SETTLED: (Tone.MET, "check"),
}
_NOT_STATED = "Not stated: the centre decides"


class ReviewView(QWidget):
    """`regime_chosen` gives the names of form, manager rule and quality assurance, each empty where not stated."""

    back_asked = Signal()
    add_asked = Signal()
    regime_chosen = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = IconButton("arrow-left", "Back to the proof", key="Esc")
        back.clicked.connect(self.back_asked)
        self.add = Button("Add the unit", Kind.PRIMARY, key="Ctrl+Return", shows_key=False)
        self.add.clicked.connect(self.add_asked)
        self._page = Page(" ", leading=back, actions=(self.add,), side_width=_SIDE, gap=44, below_header=20)
        self._why_not = Notice()
        self._edition = SectionHeading("")
        self._words = Text("", Role.BODY, Token.TEXT_2, wrap=True)
        self._list = QVBoxLayout()
        self.form = ComboField("Signed off on")
        self.form.set_choices((("", _NOT_STATED), *((f.name, f.value.capitalize()) for f in RecordForm)))
        self.manager = ComboField("The line manager signs")
        self.manager.set_choices(tuple((m.name, m.value.capitalize()) for m in ManagerRule))
        self.quality = ComboField("Checked by the awarding body")
        self.quality.set_choices((("", "Not stated"), *((q.name, q.value.capitalize()) for q in QualityAssurance)))
        self._source_head = Text("From the document", Role.SMALL_MEDIUM)
        self._source = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        for field in (self.form, self.manager, self.quality):
            field.chosen.connect(self._on_chosen)
        self._lay_out()
        self.setFocusProxy(self.add)

    def set_content(self, content: ReviewContent) -> None:
        """Shows the unit as it would be added."""
        self._page.set_title(content.title, content.second)
        back = "Esc goes back to the proof." if content.why_not and content.may_decide else ""
        self._why_not.say(NoticeKind.WARNING, content.why_not, back)
        self._edition.set_text(content.edition_title)
        self._words.setText(content.edition_words)
        self.add.set_label(content.add_words)
        self.add.set_unavailable(content.why_not)
        self.form.set_choice(content.form)
        self.manager.set_choice(content.manager or ManagerRule.NEVER.name)
        self.quality.set_choice(content.quality)
        for field in (self.manager, self.quality):
            field.setVisible(bool(content.form))
        for field in (self.form, self.manager, self.quality):
            field.setEnabled(content.may_decide)
        self._source_head.setText("What it rests on")
        self._source_head.setVisible(bool(content.form))
        self._source.setText(content.regime_source)
        clear(self._list)
        if content.differences:
            self._list.addWidget(_DifferencesCard(content.differences))
            self._list.addSpacing(24)
        if content.doubts:
            self._list.addWidget(SectionHeading("Doubts that stay with the unit", content.doubt_count))
            self._list.addWidget(_doubts(content.doubts))

    def _lay_out(self) -> None:
        main, side = self._page.main, self._page.side
        self._page.body.addWidget(self._why_not)
        self._page.body.addSpacing(18)
        for item in (self._edition, self._words):
            main.addWidget(item)
        main.addSpacing(16)
        main.addLayout(self._list)
        main.addSpacing(24)
        main.addStretch(1)
        side.addWidget(SectionHeading("How it is signed off"))
        side.addLayout(column(self.form, self.manager, self.quality, spacing=16))
        side.addSpacing(14)
        side.addLayout(column(self._source_head, self._source, spacing=3))
        side.addStretch(1)
        self.setLayout(column(self._page))

    def _on_chosen(self) -> None:
        self.regime_chosen.emit(self.form.choice, self.manager.choice, self.quality.choice)


class _DifferencesCard(Card):
    """Before and after, side by side."""

    def __init__(self, rows: tuple[Difference, ...]) -> None:
        super().__init__(padding=(20, 12, 20, 12))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for n, word in enumerate(("What differs", "The edition you have", "This document")):
            grid.addWidget(Text(word, Role.CAPTION, Token.TEXT_2), 0, n)
        top = Qt.AlignmentFlag.AlignTop
        for n, row_ in enumerate(rows):
            line = 2 * n + 1
            grid.addWidget(Hairline(), line, 0, 1, 3)
            tone, icon = _TONES[row_.sign]
            what = column(
                Text(row_.what, Role.SMALL_STRONG, wrap=True),
                row(Tag(row_.sign.value.capitalize(), tone, icon=icon), None),
                spacing=4,
            )
            holder = QWidget()
            holder.setLayout(what)
            holder.setFixedWidth(look().px(124))
            grid.addWidget(holder, line + 1, 0, top)
            for place, text in ((1, row_.before), (2, row_.after)):
                words = Text(text or "\u2013", Role.SMALL, Token.TEXT if text else Token.TEXT_3, wrap=True)
                grid.addWidget(words, line + 1, place, top)
        self.body.addLayout(grid)


def _doubts(doubts: tuple[str, ...]) -> Card:
    card = Card(padding=(20, 8, 20, 8))
    for n, doubt in enumerate(doubts):
        if n:
            card.body.addWidget(Hairline())
        card.body.addLayout(row(Text(doubt, Role.SMALL, wrap=True), margins=(0, 8, 0, 8)))
    return card
