"""The reading pane: a whole unit in its own words. Nothing is invented and nothing is left out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor_app.gui.pages.units.model import CriterionText, OutcomeText, UnitText
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.card import Card, Hairline
from assessor_app.gui.widgets.facts import Fact, Facts
from assessor_app.gui.widgets.flow import Flow
from assessor_app.gui.widgets.layouts import clear, column, row
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.page import FOLD_SCALE, ScrollColumn
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.unit_badge import UnitBadge

_WIDEST = 760


class ReadingPane(ScrollColumn):
    """Shows one unit; `set_unit(None)` empties the pane. `export_asked` wants the unit that is shown as a file.

    `source_asked` wants it beside the document that it was read from.
    """

    export_asked = Signal()
    source_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Unit text")
        outer = QHBoxLayout(self.content)
        outer.setContentsMargins(32, 34, 44, 32)
        frame = QWidget()
        frame.setMaximumWidth(_WIDEST)
        self.source: Button | None = None
        self._unit: UnitText | None = None
        self._is_large = False
        look().changed.connect(self._on_look_changed)
        self._column = QVBoxLayout(frame)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        outer.addWidget(frame, 1)
        outer.addStretch(0)

    def set_unit(self, unit: UnitText | None) -> None:
        """Shows `unit`."""
        self._unit, self._is_large = unit, look().scale >= FOLD_SCALE
        clear(self._column)
        self.verticalScrollBar().setValue(0)
        if unit is None:
            self._column.addWidget(Text("Choose a unit to read it.", Role.BODY, Token.TEXT_2))
            self._column.addStretch(1)
            return
        head = row(
            UnitBadge(unit.place, unit.letter, side=28), Text(unit.body, Role.SMALL_MEDIUM, Token.TEXT_2), spacing=10
        )
        self.source = None
        if unit.has_source:
            words = "Settle doubts beside the source" if unit.doubts else "Show beside its source"
            self.source = Button(words, Kind.QUIET, icon="book-open", size=Size.SMALL)
            self.source.clicked.connect(self.source_asked)
        export = Button("Export unit", Kind.QUIET, icon="file-up", size=Size.SMALL, key="Ctrl+E", shows_key=False)
        export.clicked.connect(self.export_asked)
        head.addStretch(1)
        self._column.addLayout(head)
        self._column.addSpacing(8)
        buttons = [button for button in (self.source, export) if button is not None]
        if self._is_large:
            self._column.addWidget(Flow(*buttons, spacing=4))
            self._column.addSpacing(8)
        else:
            for button in buttons:
                head.addWidget(button)
        self._column.addWidget(Text(unit.title, Role.DISPLAY, wrap=True))
        self._column.addSpacing(12)
        facts = Facts(label_width=150)
        facts.set_facts(tuple(Fact(label=label, value=value) for label, value in unit.facts))
        self._column.addWidget(facts)
        if unit.doubts:
            notice = Notice(self.content)
            self._column.addSpacing(8)
            self._column.addWidget(notice)
            many = f"{unit.doubt_count} doubts" if unit.doubt_count > 1 else "A doubt"
            notice.say(NoticeKind.WARNING, f"{many} about this text", "\n".join(unit.doubts))
        for outcome in unit.outcomes:
            self._column.addSpacing(26)
            self._column.addWidget(_outcome(outcome))
        for title, texts in (("Notes", unit.notes), ("How it is assessed", (unit.regime,) if unit.regime else ())):
            if texts:
                self._column.addSpacing(28)
                self._column.addWidget(SectionHeading(title))
                for text in texts:
                    self._column.addWidget(Text(text, Role.BODY, Token.TEXT_2, wrap=True))
                    self._column.addSpacing(8)
        self._column.addStretch(1)

    def _on_look_changed(self) -> None:
        if self._is_large is not (look().scale >= FOLD_SCALE):
            self.set_unit(self._unit)


def _outcome(outcome: OutcomeText) -> QWidget:
    host = QWidget()
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    head = QHBoxLayout()
    head.setSpacing(12)
    label = Text(outcome.number, Role.HEADING, Token.ACCENT, tabular=True)
    label.setMinimumWidth(look().px(12))
    head.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(Text(outcome.text, Role.HEADING, wrap=True), 1)
    layout.addLayout(head)
    card = Card(padding=(20, 4, 20, 4))
    for number, criterion in enumerate(outcome.criteria):
        if number:
            card.body.addWidget(Hairline())
        card.body.addLayout(_criterion(criterion))
    layout.addWidget(card)
    return host


def _criterion(criterion: CriterionText) -> QHBoxLayout:
    number = Text(criterion.number, Role.STRONG, tabular=True)
    number.setMinimumWidth(look().px(36))
    words = column(Text(criterion.text, Role.BODY, wrap=True))
    for text in (criterion.guidance, criterion.note):
        if text:
            words.addSpacing(3)
            words.addWidget(Text(text, Role.SMALL, Token.TEXT_2, wrap=True))
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 11, 0, 11)
    layout.setSpacing(12)
    layout.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(words, 1)
    return layout
