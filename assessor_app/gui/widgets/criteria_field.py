"""A field for criteria: type a number or words, take one with Enter; Backspace or a click takes a chip away."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from assessor_app.domain.evidence import CriterionRef
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.gui.widgets.chips_line import ChipsLine
from assessor_app.gui.widgets.completer import CriterionChoice, CriterionPopup, exactly
from assessor_app.gui.widgets.field import Field, InputFrame, LineEdit


class _Edit(LineEdit):
    erased = Signal()
    stepped = Signal(int)
    taken = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_choosing = False

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Backspace and not self.text():
            self.erased.emit()
        elif self.is_choosing and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif self.is_choosing and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif self.is_choosing and key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class CriteriaField(Field):
    """`changed` comes with each chip that is added or taken away."""

    changed = Signal()

    def __init__(self, label: str, help_text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent=parent)
        self._choices: tuple[CriterionChoice, ...] = ()
        self._refs: tuple[CriterionRef, ...] = ()
        self._popup: CriterionPopup | None = None
        self._line = ChipsLine(removes=True)
        self._line.pressed.connect(self._on_chip_pressed)
        self.editor = _Edit()
        frame = InputFrame()
        frame.row.addWidget(self.editor, 1)
        self.put(self.editor, frame)
        chips = QHBoxLayout()
        chips.setContentsMargins(0, 6, 0, 0)
        chips.addWidget(self._line)
        self._layout.insertLayout(3, chips)
        self.editor.focus_moved.connect(frame.set_focused)
        self.editor.focus_moved.connect(self._on_focus_moved)
        self.editor.textEdited.connect(self._on_edited)
        self.editor.erased.connect(lambda: self._drop(len(self._refs) - 1))
        self.editor.stepped.connect(self._on_stepped)
        self.editor.taken.connect(self._on_take)
        self.editor.escaped.connect(self._close)

    @property
    def refs(self) -> tuple[CriterionRef, ...]:
        """The criteria chosen, in the order they were."""
        return self._refs

    def set_choices(self, choices: tuple[CriterionChoice, ...]) -> None:
        """What can be chosen."""
        self._choices = choices
        if self._popup is not None:
            self._popup.set_choices(choices)
        self._show()

    def set_refs(self, refs: tuple[CriterionRef, ...]) -> None:
        """Shows these as chosen; no signal."""
        self._refs = refs
        self._show()

    def _show(self) -> None:
        known: dict[CriterionRef, ChipData] = {c.ref: c.chip for c in self._choices}
        self._line.set_chips(tuple(known[r] for r in self._refs if r in known))
        words = ", ".join(f"{known[r].letter} {known[r].number}" for r in self._refs if r in known)
        self.editor.setAccessibleDescription(words or "none tied")

    def _on_edited(self, text: str) -> None:
        found = exactly(self._choices, text) if text.endswith(" ") else ()
        if len(found) == 1:
            self._on_taken(found[0].ref)
            return
        if self._popup is None:
            self._popup = CriterionPopup(self.window())
            self._popup.set_choices(self._choices)
            self._popup.taken.connect(self._on_taken)
        if text.strip():
            corner = self.editor.mapTo(self.window(), QPoint(0, 0))
            self._popup.open_at(QRect(corner, self.editor.size()), text.lstrip("#"), "Tie to")
            self.editor.is_choosing = self._popup.is_open
        else:
            self._close()

    def _on_taken(self, ref: CriterionRef) -> None:
        self._close()
        self.editor.clear()
        if ref not in self._refs:
            self._refs = (*self._refs, ref)
            self._show()
            self.changed.emit()

    def _drop(self, number: int) -> None:
        if 0 <= number < len(self._refs):
            self._refs = self._refs[:number] + self._refs[number + 1 :]
            self._show()
            self.changed.emit()

    def _on_chip_pressed(self, number: int) -> None:
        if self.isEnabled():
            self._drop(number)

    def _on_stepped(self, step: int) -> None:
        if self._popup is not None:
            self._popup.move_by(step)

    def _on_take(self) -> None:
        if self._popup is not None:
            self._popup.take()

    def _on_focus_moved(self, focused: bool) -> None:
        if not focused:
            self._close()

    def _close(self) -> None:
        self.editor.is_choosing = False
        if self._popup is not None:
            self._popup.hide()
