"""The left side of the hand-over screen: who is asked, and exactly what they sign."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.pages.hand_over.model import HandOverContent, SummaryFact
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.app_mark import AppMark
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.card import Hairline
from assessor_app.gui.widgets.layouts import clear, row
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.state_glyph import State, StateGlyph
from assessor_app.gui.widgets.text import Text

_LABEL = 112


class SummaryPanel(QWidget):
    """`read_asked` opens the pages of the sheet; `larger_chosen` says whether the text shall be larger."""

    read_asked = Signal()
    larger_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kicker = Text("", Role.SMALL_MEDIUM, Token.TEXT_2)
        self._greeting = Text("", Role.GREETING, wrap=True)
        self._words = Text("", Role.NARRATIVE, Token.TEXT_2, wrap=True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(0)
        self.read = Button("Read the whole sheet", icon="file-text", size=Size.FIELD)
        self.read.clicked.connect(self.read_asked)
        self.larger = Button("Larger text", Kind.QUIET, size=Size.TALL, flush=True, left=True)
        self.larger.setCheckable(True)
        self.larger.toggled.connect(self._on_larger)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(52, 48, 44, 20)
        layout.setSpacing(0)
        layout.addLayout(row(AppMark(26), self._kicker, None, spacing=9))
        layout.addSpacing(14)
        layout.addWidget(self._greeting)
        layout.addSpacing(12)
        layout.addWidget(self._words)
        layout.addSpacing(20)
        layout.addWidget(Hairline())
        layout.addSpacing(12)
        layout.addLayout(self._facts)
        layout.addSpacing(18)
        layout.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        layout.addSpacing(12)
        layout.addWidget(self.larger, 0, Qt.AlignmentFlag.AlignLeft)
        look().changed.connect(self.update)

    def set_content(self, content: HandOverContent) -> None:
        """Shows what this signer signs."""
        self._kicker.setText(content.kicker)
        self._greeting.setText(content.greeting)
        self._words.setText(content.words)
        clear(self._facts)
        for fact in content.facts:
            self._facts.addLayout(_fact(fact))

    def forget(self) -> None:
        """Show nobody."""
        for text in (self._kicker, self._greeting, self._words):
            text.setText("")
        clear(self._facts)

    def set_page_count(self, number: int) -> None:
        """How many pages the sheet has."""
        self.read.set_label(f"Read the whole sheet, {number} {'page' if number == 1 else 'pages'}")

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(self.rect(), look().colour(Token.SUNKEN))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look().colour(Token.HAIRLINE))

    def _on_larger(self, larger: bool) -> None:
        self.larger.set_label("Smaller text" if larger else "Larger text")
        self.larger_chosen.emit(larger)


class _Label(Text):
    def __init__(self, words: str) -> None:
        super().__init__(words, Role.BODY, Token.TEXT_2)
        self._size()
        look().changed.connect(self._size)

    def _size(self) -> None:
        self.setFixedWidth(look().px(_LABEL))


def _fact(fact: SummaryFact) -> QVBoxLayout:
    top = Qt.AlignmentFlag.AlignTop
    line = row(spacing=12, margins=(0, 7, 0, 7))
    line.addWidget(_Label(fact.label), 0, top)
    if fact.is_met:
        line.addWidget(StateGlyph(State.MET, side=17))
    line.addWidget(Text(fact.value, Role.MEDIUM, wrap=True), 1)
    whole = QVBoxLayout()
    whole.addLayout(line)
    return whole
