"""The right side of the hand-over screen: the declaration, who signs, and the pad or the typed name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from assessor_app.domain.ink import Ink, Stroke
from assessor_app.gui.pages.hand_over.model import Given, HandOverContent
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.choice import RadioButton
from assessor_app.gui.widgets.field import TALL_FIELD_HEIGHT
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.ink_pad import InkPad
from assessor_app.gui.widgets.layouts import clear, column, host, row
from assessor_app.gui.widgets.paper_button import PaperButton
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import TextField
from assessor_app.gui.widgets.tick_card import TickCard

LINE_MANAGER, OWNER = "line manager", "owner/manager"
_NOTICE = (
    "Kept with the sheet: your name, job title, signature as drawn, date and time. It is used for this qualification "
    "only. You may refuse. While you sign, the laptop does not lock itself."
)


class SignPanel(QWidget):
    """`changed` comes with everything the signer does; `stroke_drawn` at pen-up; `stroke_undone` after an undo."""

    changed = Signal()
    stroke_drawn = Signal(Stroke)
    stroke_undone = Signal()
    refusal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: HandOverContent | None = None
        self._is_typed = False
        self.ticks: list[QCheckBox] = []
        self._declares = QVBoxLayout()
        self._declares.setSpacing(0)
        self._ask = Text("", Role.SMALL_MEDIUM)
        self.name = TextField("Your name", height=TALL_FIELD_HEIGHT)
        self.job = TextField("Your job title", height=TALL_FIELD_HEIGHT)
        self.titles = {LINE_MANAGER: RadioButton("Line manager", carded=True)}
        self.titles[OWNER] = RadioButton("Owner/manager", carded=True)
        self._title_box = host(column(Text("Your role", Role.SMALL_MEDIUM), 7, row(*self.titles.values(), spacing=10)))
        self.pad = InkPad()
        self.undo = PaperButton("Undo last stroke", "undo-2", key="Ctrl+Z")
        self._saved_icon = IconView("check", 15, Token.MET)
        self._saved = Text("", Role.SMALL, Token.TEXT_2)
        self._pad_words = Text("Sign here with pen, finger or mouse", Role.SMALL_MEDIUM)
        self.witness = TextField(
            "Who saw you do this", "A witness of the mark: their full name", height=TALL_FIELD_HEIGHT
        )
        self.typed = Button("Type my name instead", Kind.LINK, size=Size.TALL)
        self.rather_not = Button("I would rather not sign", Kind.QUIET, size=Size.TALL)
        self._pad_box = self._make_pad_box()
        self._typed_box = host(
            column(
                Text("The name you typed above stands for your signature. A witness confirms it.", wrap=True),
                12,
                self.witness,
            )
        )
        self._lay_out()
        self._connect()

    @property
    def given(self) -> Given:
        """What stands on the screen now."""
        title = next((t for t, button in self.titles.items() if button.isChecked()), "")
        return Given(
            name=self.name.text,
            job=self.job.text,
            title=title,
            ticks=tuple(t.isChecked() for t in self.ticks),
            is_typed=self._is_typed,
            witness=self.witness.text,
        )

    @property
    def has_ink(self) -> bool:
        """Whether there is a stroke on the pad."""
        return bool(self.pad.strokes)

    def set_content(self, content: HandOverContent) -> None:
        """Shows the declaration and what is known of the signer; the pad is empty until `set_ink`."""
        self._content = content
        clear(self._declares)
        self.ticks = []
        for number, statement in enumerate(content.statements):
            if content.is_ticked:
                card = TickCard(statement.text, statement.strong)
                card.toggled.connect(self.changed)
                self.ticks.append(card)
                self._declares.addWidget(card)
                self._declares.addSpacing(10 if number < len(content.statements) - 1 else 0)
            else:
                line = row(IconView("check", 18, Token.ACCENT, top=4), spacing=12, margins=(0, 3, 0, 3))
                line.addWidget(Text(statement.text, Role.NARRATIVE, wrap=True), 1)
                self._declares.addLayout(line)
        if not content.is_ticked:
            self._ask.setText("By signing you say")
        else:
            self._ask.setText("Tick one of the two" if content.choose_one else "Tick both, if both are true")
        self.name.set_text(content.name)
        self.name.editor.setReadOnly(content.is_name_fixed)
        self.job.set_text(content.job)
        self._title_box.setVisible(content.asks_title)
        for title, button in self.titles.items():
            button.setChecked(title == (OWNER if content.is_owner else LINE_MANAGER))
        self.witness.set_text("")
        self.rather_not.setVisible(not content.is_self)
        self._notice.setVisible(not content.is_self)
        self.show_typed(False)
        self.set_saved("")
        self._caption()

    def set_ink(self, ink: Ink) -> None:
        """Puts strokes on the pad that are kept already."""
        self.pad.set_ink(ink)
        self.undo.setVisible(bool(ink.strokes))
        self.set_saved("Every stroke is kept" if ink.strokes else "")
        self.changed.emit()

    def set_saved(self, words: str, *, is_kept: bool = True) -> None:
        """What is said at the pad's corner."""
        self._saved.setText(words)
        self._saved_icon.setVisible(bool(words) and is_kept)

    def set_accepting(self, accepting: bool) -> None:
        """While it is sealed nothing can be drawn or typed."""
        self.pad.set_accepting(accepting)
        for widget in (self.name, self.job, self._title_box, self.witness, *self.ticks):
            widget.setEnabled(accepting)
        for button in (self.undo, self.typed, self.rather_not):
            button.set_unavailable("" if accepting else "It is being sealed")

    def forget(self) -> None:
        """Leave nothing of the signer in the fields or on the pad; what was drawn is in the vault."""
        self._content = None
        for field in (self.name, self.job, self.witness):
            field.set_text("")
        clear(self._declares)
        self.ticks = []
        self.set_ink(Ink(strokes=()))
        self._caption()

    def show_typed(self, typed: bool) -> None:
        """The typed name with a witness, or the pad."""
        self._is_typed = typed
        self._pad_box.setVisible(not typed)
        self._typed_box.setVisible(typed)
        self.typed.set_label("Sign by hand instead" if typed else "Type my name instead")
        self.changed.emit()

    def _make_pad_box(self) -> QWidget:
        head = row(self._pad_words, None, self._saved_icon, self._saved, spacing=7)
        over = QGridLayout()
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.pad, 0, 0)
        corner = host(row(self.undo, margins=(0, 10, 10, 0)))
        over.addWidget(corner, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.undo.hide()
        return host(column(head, 6, over))

    def _lay_out(self) -> None:
        fields = row(spacing=16)
        fields.addWidget(self.name, 206)
        fields.addWidget(self.job, 206)
        fields.addWidget(self._title_box, 392)
        for field in (self.name, self.job, self.witness):
            field.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._notice = Text(_NOTICE, Role.CAPTION_PLAIN, Token.TEXT_2, wrap=True)
        layout = column(
            self._ask, 8, self._declares, 20, fields, 20, self._pad_box, self._typed_box, 6, margins=(48, 48, 52, 16)
        )
        layout.addLayout(row(self.typed, self.rather_not, None, spacing=8))
        layout.addSpacing(4)
        layout.addWidget(self._notice)
        layout.addStretch(1)
        layout.setStretchFactor(self._pad_box, 0)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.pad.stroke_drawn.connect(self._on_stroke)
        self.pad.stroke_begun.connect(lambda: self.set_saved(""))
        self.undo.clicked.connect(self._on_undo)
        self.typed.clicked.connect(lambda: self.show_typed(not self._is_typed))
        self.rather_not.clicked.connect(self.refusal_asked)
        self.name.edited.connect(self._caption)
        for field in (self.name, self.job, self.witness):
            field.edited.connect(self.changed)
        for button in self.titles.values():
            button.toggled.connect(self.changed)

    def _caption(self) -> None:
        day = self._content.caption_day if self._content else ""
        self.pad.set_caption(", ".join(part for part in (self.name.text, day) if part))

    def _on_stroke(self, stroke: Stroke) -> None:
        self.undo.show()
        self.set_saved("Keeping the stroke", is_kept=False)
        self.stroke_drawn.emit(stroke)
        self.changed.emit()

    def _on_undo(self) -> None:
        if self.pad.undo_last():
            self.undo.setVisible(self.has_ink)
            self.stroke_undone.emit()
            self.changed.emit()
