"""The result: fields, outcomes, criteria and guidance in order, corrected with a few keys where they stand.

It says what the person wants (`asked`) and changes nothing itself.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget
from typing_extensions import override

from assessor_app.gui.pages.unit_proof.corrections import Correction
from assessor_app.gui.pages.unit_proof.in_place import EditorFrame, Mode
from assessor_app.gui.pages.unit_proof.model import ProofRow, RowKind, Spot
from assessor_app.gui.pages.unit_proof.rows_model import RowsModel
from assessor_app.gui.pages.unit_proof.rows_paint import RowDelegate
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.style import OWN_FOCUS

Index = QModelIndex | QPersistentModelIndex
_KEYS = {
    Qt.Key.Key_Return: Correction.EDIT,
    Qt.Key.Key_Enter: Correction.EDIT,
    Qt.Key.Key_F2: Correction.EDIT,
    Qt.Key.Key_S: Correction.SPLIT,
    Qt.Key.Key_J: Correction.JOIN,
    Qt.Key.Key_R: Correction.RENUMBER,
    Qt.Key.Key_1: Correction.OUTCOME,
    Qt.Key.Key_2: Correction.CRITERION,
    Qt.Key.Key_3: Correction.GUIDANCE,
    Qt.Key.Key_Insert: Correction.ADD,
    Qt.Key.Key_Delete: Correction.REMOVE,
    Qt.Key.Key_D: Correction.SETTLE,
}
_MODES = {Correction.EDIT: Mode.TEXT, Correction.RENUMBER: Mode.NUMBER, Correction.SPLIT: Mode.CUT}


class RowsView(QListView):
    """`asked` gives the correction, its text and the caret; `typed` the text so far; `moved` the current row."""

    asked = Signal(Correction, str, int)
    typed = Signal(Correction, str)
    abandoned = Signal()
    moved = Signal(ProofRow)
    said = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = RowsModel()
        self.setModel(self.content)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self._frame: EditorFrame | None = None
        self._setting = False
        self.setAccessibleName("Result")
        self.setAccessibleDescription(
            "Arrows go to a row; its place in the source is shown. F8 goes to the next doubt."
        )
        self.setProperty(OWN_FOCUS, True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setTabKeyNavigation(False)
        look().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current(self) -> ProofRow | None:
        """The row that the keys act on."""
        row = self.currentIndex().row()
        return self.content.rows[row] if 0 <= row < len(self.content.rows) else None

    @property
    def editor(self) -> QWidget | None:
        """The editor that is open on a row."""
        return self._frame.editor if self._frame is not None else None

    def set_rows(self, rows: tuple[ProofRow, ...], spot: Spot | None) -> None:
        """Shows `rows` with `spot` current; the scroll position stays where it can."""
        if rows == self.content.rows and (self.current is None) is (spot is None):
            if spot is not None:
                self.go_to(spot)
            return
        place, held = self.verticalScrollBar().value(), self.currentIndex().row()
        self._setting = True
        self.content.set_rows(rows)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)
        self._setting = False
        row = self.content.row_at(spot) if spot is not None else 0
        self._set_row(row if row >= 0 else min(max(0, held), len(rows) - 1))

    def go_to(self, spot: Spot) -> None:
        """Makes the row at `spot` current and brings it into view."""
        row = self.content.row_at(spot)
        if row >= 0:
            self._set_row(row)

    def go_to_doubt(self, step: int) -> bool:
        """To the next (1) or the one before (-1); False where there is no doubt."""
        self.finish_editing()
        row = self.content.next_doubt(self.currentIndex().row(), step=step)
        if row < 0:
            return False
        self._set_row(row)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def begin(self, correction: Correction) -> None:
        """Does a correction on the current row, or opens the editor that it needs first."""
        row, mode = self.current, _MODES.get(correction)
        if row is None:
            return
        if mode is None:
            self.asked.emit(correction, "", 0)
            return
        refusal = _refusal(row, correction)
        if refusal:
            self.said.emit(refusal)
            return
        self._open(row, mode)

    def begin_again(self, correction: Correction, typed: str) -> None:
        """Opens the editor with what was typed and refused, where the person still is at the row."""
        row, mode = self.current, _MODES.get(correction)
        if row is not None and mode is not None and mode is not Mode.CUT and self.hasFocus():
            self._open(row, mode, typed)

    def finish_editing(self) -> None:
        """Keeps what is being typed."""
        if self._frame is not None:
            self._frame.editor.finish()

    @override
    def event(self, event: QEvent, /) -> bool:
        undoing = isinstance(event, QKeyEvent) and (
            event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        )
        if event.type() == QEvent.Type.ShortcutOverride and undoing:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ctrl, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        if modifiers == ctrl and key == Qt.Key.Key_Z:
            self.undo_asked.emit()
        elif modifiers == ctrl and key == Qt.Key.Key_Y:
            self.redo_asked.emit()
        elif modifiers == alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.begin(Correction.UP if key == Qt.Key.Key_Up else Correction.DOWN)
        elif not modifiers and key in _KEYS:
            self.begin(_KEYS[key])
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str, /) -> None:
        return

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.begin(Correction.EDIT)

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        row = self.current
        if row is not None and not self._setting:
            self.moved.emit(row)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.content.rows:
            self._set_row(0)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
        if self._frame is not None:
            self._place_editor(self._frame)

    def _set_row(self, row: int) -> None:
        if 0 <= row < len(self.content.rows):
            index = self.content.index(row)
            same = self.currentIndex() == index
            self.setCurrentIndex(index)
            self.scrollTo(index)
            if same:
                self.moved.emit(self.content.rows[row])

    def _open(self, row: ProofRow, mode: Mode, typed: str | None = None) -> None:
        self.finish_editing()
        name = f"Number of {row.label}" if mode is Mode.NUMBER else f"Text of {row.label}"
        text = _stored(row, mode) if typed is None else typed
        self._frame = EditorFrame(mode, name, text, self.viewport())
        editor = self._frame.editor
        editor.kept.connect(self._on_kept)
        editor.left.connect(self._on_left)
        if mode is not Mode.CUT:
            editor.textChanged.connect(lambda: self.typed.emit(_correction(mode), editor.toPlainText()))
        self._place_editor(self._frame)
        self.said.emit(mode.value)

    def _place_editor(self, frame: EditorFrame) -> None:
        row = self.current
        if row is not None:
            self.scrollTo(self.currentIndex())
            is_number = frame.editor.mode is Mode.NUMBER
            frame.place(self._delegate.text_area(row, self.visualRect(self.currentIndex()), number=is_number))

    def _on_kept(self, text: str, at: int) -> None:
        mode, row = self._close(), self.current
        blank = row is not None and row.is_empty and row.spot.kind is not RowKind.FIELD and not text.strip()
        if mode is Mode.TEXT and blank:
            self.abandoned.emit()
        elif mode is not None:
            self.asked.emit(_correction(mode), text, at)

    def _on_left(self) -> None:
        mode, row = self._close(), self.current
        if mode is not None and mode is not Mode.CUT and row is not None:
            self.typed.emit(_correction(mode), _stored(row, mode))
        self.said.emit("")
        if row is not None and row.is_empty and row.spot.kind is not RowKind.FIELD:
            self.abandoned.emit()

    def _close(self) -> Mode | None:
        frame, self._frame = self._frame, None
        if frame is None:
            return None
        had_focus = frame.editor.hasFocus()
        mode = frame.editor.mode
        frame.hide()
        frame.deleteLater()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return mode


def _correction(mode: Mode) -> Correction:
    return next(c for c, m in _MODES.items() if m is mode)


def _stored(row: ProofRow, mode: Mode) -> str:
    if mode is Mode.NUMBER:
        return row.label
    return row.value.partition("\n")[0] if mode is Mode.CUT else row.value


def _refusal(row: ProofRow, correction: Correction) -> str:
    kind = row.spot.kind
    if correction is Correction.SPLIT and kind is not RowKind.CRITERION:
        return "Only a criterion can be split."
    if correction is Correction.RENUMBER and kind not in (RowKind.OUTCOME, RowKind.CRITERION):
        return "Only outcomes and criteria have numbers."
    return "Here is nothing to edit." if kind is RowKind.UNIT else ""
