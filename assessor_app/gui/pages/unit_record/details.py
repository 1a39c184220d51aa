"""The criterion under the highlight: its text, its state, buttons to judge it, and every decision on it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.judging import Verdict
from assessor_app.gui.pages.unit_record.model import CriterionDetail
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.chips_line import ChipsLine
from assessor_app.gui.widgets.layouts import TOP, clear, column, row
from assessor_app.gui.widgets.state_glyph import State, StateGlyph
from assessor_app.gui.widgets.tag import Tag, Tone
from assessor_app.gui.widgets.text import Text

_TONES = {
    State.MET: (Tone.MET, "check"),
    State.NOT_YET: (Tone.NOT_YET, "minus"),
    State.ASK: (Tone.ASK, "message-circle-question-mark"),
    State.SEEN: (Tone.ACCENT, "eye"),
}
_BUTTONS = ((Verdict.MET, "Met", "M"), (Verdict.NOT_YET, "Not yet", "N"), (Verdict.ASK, "Ask", "A"))


class DetailPanel(QWidget):
    """`marked` gives criterion and verdict."""

    marked = Signal(CriterionRef, Verdict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: CriterionDetail | None = None
        self._chip = ChipsLine()
        self._tag = Tag("")
        self._text = Text("", Role.BODY, wrap=True)
        self.buttons: dict[Verdict, Button] = {}
        marks = row(spacing=8)
        for verdict, words, key in _BUTTONS:
            button = Button(words, Kind.SECONDARY, size=Size.SMALL, name=f"{words} ({key} in the grid)")
            button.clicked.connect(lambda _=False, v=verdict: self._on_clicked(v))
            self.buttons[verdict] = button
            marks.addWidget(button)
        marks.addStretch(1)
        head = row(self._chip, self._tag, None, spacing=10)
        left = column(head, 8, self._text, 12, marks, None)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._heading = Text("Decisions", Role.SMALL_STRONG)
        right = column(self._heading, 6, self._rows, None)
        self._both = QHBoxLayout(self)
        self._both.setContentsMargins(18, 14, 18, 0)
        self._both.setSpacing(48)
        self._both.addLayout(left, 1)
        self._both.addLayout(right, 1)

    def set_sideways(self, sideways: bool) -> None:
        """Side by side, or one above the other."""
        direction = QBoxLayout.Direction.LeftToRight if sideways else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        self._both.setSpacing(48 if sideways else 18)

    def set_detail(self, detail: CriterionDetail | None) -> None:
        """Shows a criterion."""
        if detail == self._shown or detail is None:
            return
        self._shown = detail
        self._chip.set_chips((detail.choice.chip,))
        tone, icon = _TONES.get(detail.choice.state, (Tone.PLAIN, "circle-dashed"))
        self._tag.set_tag(detail.choice.state.value.capitalize(), tone, icon)
        self._text.setText(detail.choice.chip.text)
        clear(self._rows)
        for line in detail.decisions:
            words = row(spacing=14)
            words.addWidget(Text(line.when, Role.SMALL, Token.TEXT_2, tabular=True), 0, TOP)
            words.addWidget(Text(line.words, Role.SMALL, wrap=True), 1)
            parts = row(spacing=12)
            parts.addWidget(StateGlyph(line.state, side=16), 0, TOP)
            parts.addLayout(words, 1)
            self._rows.addLayout(parts)
        if not detail.decisions:
            self._rows.addWidget(Text("Nothing is decided yet.", Role.SMALL, Token.TEXT_2))

    def set_unavailable(self, reason: str) -> None:
        """Nothing can be judged; an empty reason makes it possible again."""
        for button in self.buttons.values():
            button.set_unavailable(reason)

    def _on_clicked(self, verdict: Verdict) -> None:
        if self._shown is not None:
            self.marked.emit(self._shown.choice.ref, verdict)
