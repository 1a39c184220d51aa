"""Source and result side by side, the doubts that are open, and every correction with its key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.domain.reading import Reading
from assessor_app.gui.pages.unit_proof.corrections import Correction
from assessor_app.gui.pages.unit_proof.model import ProofContent, ProofRow, Spot
from assessor_app.gui.pages.unit_proof.rows_view import RowsView
from assessor_app.gui.pages.unit_proof.source_pane import SourcePane
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, IconButton, Kind, Size
from assessor_app.gui.widgets.flow import Flow
from assessor_app.gui.widgets.key_button import KeyButton
from assessor_app.gui.widgets.layouts import column, row
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.saved_state import SavedState
from assessor_app.gui.widgets.segmented import Segmented
from assessor_app.gui.widgets.tag import Tag, Tone
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.work_header import WorkHeader

_FOLD = 860


class _ResultHead(QWidget):
    """The count of doubts and the way to the next."""

    def __init__(self, *items: QWidget) -> None:
        super().__init__()
        self.setLayout(column(Flow(*items, spacing=8), margins=(16, 10, 16, 8)))


class _Foot(QWidget):
    """The line of words and the keys, under a hairline."""

    def __init__(self, hint: QWidget, tools: QWidget) -> None:
        super().__init__()
        self.setLayout(column(row(hint, margins=(20, 8, 20, 0)), tools))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self).fillRect(0, 0, self.width(), 1, look().colour(Token.HAIRLINE))


class ProofView(QWidget):
    """`asked` gives a correction of the current row, its text and caret; `piece_chosen` what was clicked."""

    back_asked = Signal()
    go_on_asked = Signal()
    asked = Signal(Correction, str, int)
    typed = Signal(Correction, str)
    abandoned = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    moved = Signal(ProofRow)
    piece_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = SourcePane()
        self.rows = RowsView()
        self.saved = SavedState()
        self.undo = IconButton("undo-2", "Undo", key="Ctrl+Z")
        self.redo = IconButton("redo-2", "Do again", key="Ctrl+Y")
        self.go_on = Button("Go on to adding", Kind.PRIMARY, key="Ctrl+Return", shows_key=False)
        self.header = WorkHeader(
            height=68, right=20, ruled=True, actions=(self.saved, self.undo, self.redo, self.go_on)
        )
        self.doubts = Tag("", Tone.NOT_YET, icon="triangle-alert")
        self.before = Button("Doubt before", Kind.QUIET, size=Size.SMALL, key="Shift+F8")
        self.next = Button("Next doubt", Kind.QUIET, size=Size.SMALL, key="F8")
        self.which = Segmented((("source", "Source"), ("result", "Result")), "What is shown")
        self.which.set_choice("result")
        self.hint = Text("", Role.SMALL, Token.TEXT_2, wrap=True)
        self.tools: dict[Correction, KeyButton] = {}
        for correction in Correction:
            button = KeyButton(correction.word, Kind.QUIET, size=Size.SMALL)
            button.set_key(correction.key)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, c=correction: self.rows.begin(c))
            self.tools[correction] = button
        self._folded = False
        self._connect()
        self._lay_out()
        self.setFocusProxy(self.rows)

    def set_reading(self, reading: Reading, content: ProofContent) -> None:
        """Shows another unit with its source, from the top."""
        self.source.set_reading(reading, content.marks)
        self.set_content(content, content.rows[0].spot if content.rows else None)
        self.rows.scrollToTop()

    def set_content(self, content: ProofContent, spot: Spot | None) -> None:
        """Shows the result as it now stands, with `spot` current."""
        self.header.set_title(content.title, content.second)
        self.source.set_marks(content.marks)
        self.rows.set_rows(content.rows, spot)
        has_doubts = bool(content.doubts)
        words = f"{content.doubts} open {'doubt' if content.doubts == 1 else 'doubts'}" if has_doubts else "No doubt"
        if words != self.doubts.text():
            self.doubts.set_tag(
                words, Tone.NOT_YET if has_doubts else Tone.MET, "triangle-alert" if has_doubts else "check"
            )
        for button in (self.before, self.next):
            button.set_unavailable("" if has_doubts else "No doubt is open.")
        for icon, word, name, key in (
            (self.undo, content.undo, "Undo", "Ctrl+Z"),
            (self.redo, content.redo, "Do again", "Ctrl+Y"),
        ):
            icon.setEnabled(bool(word))
            icon.setToolTip(f"{name} {word}  ({key})" if word else f"Nothing to {name.lower()}")

    def say(self, words: str, *, is_refusal: bool = False) -> None:
        """A line beneath the result: what a key does, or why it does nothing here."""
        self.hint.set_colour(Token.NOTYET if is_refusal else Token.TEXT_2)
        self.hint.setText(words or _HELP)
        self.hint.setAccessibleName(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self.hint, QAccessible.Event.Alert))

    def reveal(self, spot: Spot) -> None:
        """Goes to a row of the result and gives it the keyboard."""
        self.which.set_choice("result")
        self._fold()
        self.rows.go_to(spot)
        self.rows.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(self._result.x() - 1, self.header.height(), 1, self.height(), look().colour(Token.HAIRLINE))

    def _connect(self) -> None:
        self.header.back_asked.connect(self.back_asked)
        self.go_on.clicked.connect(self.go_on_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.rows.undo_asked.connect(self.undo_asked)
        self.rows.redo_asked.connect(self.redo_asked)
        self.rows.asked.connect(self.asked)
        self.rows.typed.connect(self.typed)
        self.rows.abandoned.connect(self.abandoned)
        self.rows.moved.connect(self.moved)
        self.rows.said.connect(self.say)
        self.source.piece_chosen.connect(self.piece_chosen)
        self.before.clicked.connect(lambda: self._go_to_doubt(-1))
        self.next.clicked.connect(lambda: self._go_to_doubt(1))
        self.which.chosen.connect(lambda _: self._fold())
        QShortcut(QKeySequence("F6"), self).activated.connect(self._on_f6)
        for keys, act in (
            ("Ctrl++", self.source.pages.zoom_in),
            ("Ctrl+=", self.source.pages.zoom_in),
            ("Ctrl+-", self.source.pages.zoom_out),
            ("Ctrl+0", self.source.pages.fit_width),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        look().changed.connect(self._fold)

    def _lay_out(self) -> None:
        self.say("")
        tools = Flow(*self.tools.values(), spacing=2, margins=(10, 4, 10, 7))
        self._result = QWidget()
        result = QVBoxLayout(self._result)
        result.setContentsMargins(0, 0, 0, 0)
        result.setSpacing(0)
        result.addWidget(_ResultHead(self.doubts, self.next, self.before))
        result.addWidget(self.rows, 1)
        result.addWidget(_Foot(self.hint, tools))
        parts = QHBoxLayout()
        parts.setSpacing(1)
        parts.addWidget(self.source, 48)
        parts.addWidget(self._result, 52)
        self._switch = QWidget()
        self._switch.setLayout(row(self.which, None, margins=(16, 8, 16, 0)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._switch)
        layout.addLayout(parts, 1)
        self._fold()

    def _fold(self) -> None:
        self._folded = self.width() < _FOLD * min(1.2, look().scale) or look().scale >= 1.5
        self._switch.setVisible(self._folded)
        self.source.setVisible(not self._folded or self.which.choice == "source")
        self._result.setVisible(not self._folded or self.which.choice == "result")

    def _go_to_doubt(self, step: int) -> None:
        if self._folded:
            self.which.set_choice("result")
            self._fold()
        self.rows.go_to_doubt(step)

    def _on_f6(self) -> None:
        to_source = self.rows.hasFocus() or self.rows.editor is not None
        self.rows.finish_editing()
        self.which.set_choice("source" if to_source else "result")
        self._fold()
        target: QWidget = self.source.shown if to_source else self.rows
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


_HELP = "Arrows go from row to row and the source follows. F6 changes between source and result."
