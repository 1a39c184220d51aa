"""The editor of a visit: paragraphs with their time in the margin and criterion chips at their end.

Typing `#2.3`, or a key with text selected, ties the paragraph. Times and chips live in the document's own formats, so
undo takes them back like letters. Pasting gives plain text; files and pictures are handed on. Refuses rich text, and
any work on a key press that is not about the paragraph typed in.
"""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QToolTip, QWidget
from typing_extensions import override

from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.observations import Paragraph
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.style import OWN_FOCUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.completer import CriterionChoice, CriterionPopup, exactly
from assessor_app.gui.widgets.narrative_chips import (
    CHIP_CHARACTER,
    CHIP_TYPE,
    LINE_SEPARATOR,
    ChipObject,
    add_chips,
    ref_of,
    refs_in,
    text_end,
    words_in,
)
from assessor_app.gui.widgets.narrative_time import TimeEdit

_TIME = QTextFormat.Property.UserProperty.value + 2
_TIMES = 64
_WIDEST = 664
_PAGE = 20
_BETWEEN = 19
_SINK = 3  # a line of fixed height stands lower than the line height says
_SETTLE_MS = 40
_QUERY = re.compile(r"#([^\s#]{0,30})$")
_UP_AND_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ACCEPT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class NarrativeEdit(QTextEdit):
    """`edited` comes with each change by the person; `ties_moved` when chips or the present paragraph changed."""

    edited = Signal()
    ties_moved = Signal()
    files_given = Signal(list)
    image_given = Signal(QImage)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock: Callable[[], str] = lambda: ""
        self._popup: CriterionPopup | None = None
        self._query: QTextCursor | None = None
        self._typed = ""
        self._captures = False
        self._setting = False
        self._seen: tuple[object, ...] = ()
        self._chips = ChipObject(self)
        self._time_edit: TimeEdit | None = None
        self.setAccessibleName("What you see and hear")
        self.setAccessibleDescription("Type # and a number to tie the paragraph to a criterion")
        self.setProperty(OWN_FOCUS, True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(_PAGE)
        self.document().documentLayout().registerHandler(CHIP_TYPE, self._chips)
        self._held: list[tuple[int, Qt.KeyboardModifier, str]] | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        look().changed.connect(self._on_look_changed)
        self._dress()
        self.set_paragraphs(())

    def hold(self) -> None:
        """Until the text is here: nothing of the old can be changed, and the keys that are typed wait for the new."""
        if self._held is None:
            self._held = []
        self.setReadOnly(True)

    def release(self) -> None:
        """The text is here: type what was typed meanwhile, at its end; nothing where it is read only."""
        held, self._held = self._held or [], None
        for key, modifiers, text in held:
            QApplication.sendEvent(self, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))

    def set_completer(self, popup: CriterionPopup) -> None:
        """The list that opens under `#`."""
        self._popup = popup
        popup.taken.connect(self._on_taken)

    def set_choices(self, choices: tuple[CriterionChoice, ...]) -> None:
        """What chips look like, and what their text is."""
        chips = {c.ref: c.chip for c in choices}
        if chips != self._chips.chips:
            self._chips.chips = chips
            self._chips.forget_sizes()
            self.viewport().update()

    def set_paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Shows these instead of what was there; nothing of the old can be undone."""
        self._setting = True
        self.setUndoRedoEnabled(False)
        self.clear()
        cursor = self.textCursor()
        for number, paragraph in enumerate(paragraphs):
            shape = self._shape(paragraph.time)
            if number:
                cursor.insertBlock(shape, self._plain())
            else:
                cursor.setBlockFormat(shape)
                cursor.setBlockCharFormat(self._plain())
            cursor.insertText(paragraph.text.replace("\n", LINE_SEPARATOR), self._plain())
            if paragraph.criteria:
                add_chips(cursor, paragraph.criteria, self._plain())
        if not paragraphs:
            cursor.setBlockFormat(self._shape(""))
            cursor.setBlockCharFormat(self._plain())
        self.setCurrentCharFormat(self._plain())
        self.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._setting = False
        self._on_settled()

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What stands there; paragraphs without words and chips are left out."""
        found = []
        block = self.document().firstBlock()
        while block.isValid():
            words, refs = words_in(block), refs_in(block)
            if words or refs:
                found.append(Paragraph(time=self.time_of(block), text=words, criteria=refs))
            block = block.next()
        return tuple(found)

    def here(self) -> tuple[CriterionRef, ...]:
        """The criteria of the present paragraph."""
        return refs_in(self.textCursor().block())

    @staticmethod
    def time_of(block: QTextBlock) -> str:
        """`11:42`, or empty."""
        value = block.blockFormat().property(_TIME)
        return value if isinstance(value, str) else ""

    def tie(self, refs: tuple[CriterionRef, ...]) -> None:
        """Ties the present paragraph, or every selected one; what is tied already stays as it is."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        block = first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            there = refs_in(block)
            new = tuple(r for r in refs if r not in there)
            if new and (words_in(block) or first == last):
                edit.setPosition(block.position())
                add_chips(edit, new, self._plain())
            block = block.next()
        edit.endEditBlock()
        if not cursor.hasSelection():
            self.setCurrentCharFormat(self._plain())

    def untie(self, ref: CriterionRef) -> None:
        """Takes a criterion's chip from the present paragraph."""
        block = self.textCursor().block()
        edit = QTextCursor(block)
        for number in range(len(block.text()) - 1, -1, -1):
            edit.setPosition(block.position() + number)
            edit.setPosition(block.position() + number + 1, QTextCursor.MoveMode.KeepAnchor)
            if ref_of(edit.charFormat()) == ref:
                edit.removeSelectedText()

    def ask_criterion(self) -> None:
        """Opens the list for the present paragraph or the selection; the keys typed then filter it."""
        if self._popup is None or self.isReadOnly():
            return
        self.setFocus()
        self._captures, self._typed = True, ""
        self._show_captured()

    def stamp_time(self) -> None:
        """Gives the paragraph the present time; where it has one, lets the person change it."""
        if self.isReadOnly():
            return
        block = self.textCursor().block()
        if not self.time_of(block):
            self._set_time(block, self.clock())
            return
        if self._time_edit is None:
            self._time_edit = TimeEdit(self.viewport())
            self._time_edit.given.connect(self._on_time_given)
            self._time_edit.left.connect(self.setFocus)
        top = self._block_rect(block).top()
        self._time_edit.open_at(QRect(0, round(top), _TIMES + 8, self._line()), self.time_of(block))

    def insert_words(self, words: str) -> None:
        """Puts a phrase where the caret is."""
        if self.isReadOnly():
            return
        self._go_before_chips()
        before = self.textCursor().block().text()[: self.textCursor().positionInBlock()]
        self.textCursor().insertText((" " if before and not before[-1].isspace() else "") + words, self._plain())
        self._after_input()
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self._held is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._held.append((event.key(), event.modifiers(), event.text()))
            return
        if self._popup is not None and self._popup.is_open and self._popup_key(event):
            event.accept()
            return
        if self._captures:
            self._stop_query()
        text = event.text()
        prints = bool(text) and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        blocks = self.document().blockCount()
        if not self.isReadOnly():
            if prints:
                self._go_before_chips()
            elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._new_paragraph()
                return
        super().keyPressEvent(event)
        if self.isReadOnly():
            return
        if prints:
            self._after_input()
        elif self.document().blockCount() < blocks:
            self._gather()
        if text == "#" or self._query is not None:
            self._follow_query()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent, /) -> None:
        if self._held is not None:
            if event.commitString():
                self._held.append((Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, event.commitString()))
            return
        if event.commitString():
            self._go_before_chips()
        super().inputMethodEvent(event)
        if event.commitString():
            self._after_input()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasImage() or source.hasUrls()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_given.emit(files)
            return
        if source.hasImage():
            image = source.imageData()
            if isinstance(image, QImage):
                self.image_given.emit(image)
            return
        self._paste(source.text().replace(CHIP_CHARACTER, ""))

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        found = QMimeData()
        text = self.textCursor().selection().toPlainText()
        found.setText(text.replace(CHIP_CHARACTER, "").replace(LINE_SEPARATOR, "\n"))
        return found

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_margin(painter, event.rect())
        painter.end()
        super().paintEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.viewport().mapFromGlobal(event.globalPos())
            chip = self.chip_at(QPointF(spot))
            QToolTip.showText(event.globalPos(), chip, self)
            return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._stop_query()

    def chip_at(self, spot: QPointF) -> str:
        """The full text of the criterion whose chip is at `spot` of the viewport; empty elsewhere."""
        ref = ref_of(self.document().documentLayout().formatAt(spot + QPointF(0, self.verticalScrollBar().value())))
        chip = self._chips.chips.get(ref) if ref is not None else None
        return f"{chip.letter} {chip.number}: {chip.text}" if chip else ""

    def _plain(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(look().font(Role.NARRATIVE))
        return made

    def _shape(self, time: str) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLineHeight(float(self._line()), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setLeftMargin(look().px(_TIMES))
        made.setBottomMargin(look().px(_BETWEEN))
        if time:
            made.setProperty(_TIME, time)
        return made

    def _line(self) -> int:
        return look().line(Role.NARRATIVE)

    def _set_time(self, block: QTextBlock, time: str, *, joins: bool = False) -> None:
        cursor = QTextCursor(block)
        if joins:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        shape = block.blockFormat()
        shape.setProperty(_TIME, time)
        cursor.setBlockFormat(shape)
        cursor.endEditBlock()
        self.viewport().update()

    def _go_before_chips(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return
        end = text_end(cursor.block())
        if cursor.position() > end:
            cursor.setPosition(end)
            self.setTextCursor(cursor)
        if CHIP_CHARACTER in cursor.block().text():
            self.setCurrentCharFormat(self._plain())

    def _new_paragraph(self) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if cursor.position() >= text_end(cursor.block()) or not cursor.block().text()[
            cursor.positionInBlock() :
        ].rstrip(CHIP_CHARACTER + " "):
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(self._shape(""), self._plain())
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        if words_in(cursor.block()):
            self._set_time(cursor.block(), self.clock(), joins=True)
        self.ensureCursorVisible()
        self._stop_query()

    def _after_input(self) -> None:
        block = self.textCursor().block()
        if not self.time_of(block) and block.length() > 1:
            self._set_time(block, self.clock(), joins=True)

    def _gather(self) -> None:
        """After two paragraphs became one, brings chips that stand between words to its end."""
        block = self.textCursor().block()
        words = block.text().rstrip(CHIP_CHARACTER)
        if CHIP_CHARACTER not in words:
            return
        refs = refs_in(block)
        cursor = self.textCursor()
        place = cursor.position()
        cursor.joinPreviousEditBlock()
        for number in range(len(block.text()) - 1, -1, -1):
            if block.text()[number] == CHIP_CHARACTER:
                cursor.setPosition(block.position() + number)
                cursor.deleteChar()
                place -= number < place - block.position()
        add_chips(cursor, refs, self._plain())
        cursor.endEditBlock()
        cursor.setPosition(max(block.position(), place))
        self.setTextCursor(cursor)

    def _paste(self, text: str) -> None:
        self._go_before_chips()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if text.strip() and not self.time_of(cursor.block()):
            cursor.setBlockFormat(self._shape(self.clock()))
        for number, line in enumerate(part.strip("\r") for part in text.split("\n")):
            if number and line.strip():
                cursor.insertBlock(self._shape(self.clock()), self._plain())
            cursor.insertText(line, self._plain())
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._after_input()
        self.ensureCursorVisible()

    def _popup_key(self, event: QKeyEvent) -> bool:
        popup = self._popup
        assert popup is not None
        key = Qt.Key(event.key())
        if key in _UP_AND_DOWN:
            popup.move_by(_UP_AND_DOWN[key])
            return True
        if key in _ACCEPT:
            popup.take()
            return True
        if key == Qt.Key.Key_Escape:
            self._stop_query()
            return True
        if key == Qt.Key.Key_Space and self._query is not None:
            query = self._query_text()
            found = exactly(popup.choices, query)
            if len(found) == 1:
                self._on_taken(found[0].ref)
                return True
            if found and not self._typed:
                self._typed = query
                units = " and ".join(c.chip.letter for c in found)
                popup.open_at(self._caret_in_parent(), query, f"{query} is in {units}. Choose one")
                return True
            return False
        if self._captures:
            if key == Qt.Key.Key_Backspace:
                self._typed = self._typed[:-1]
            elif event.text() and event.text().isprintable():
                self._typed += event.text()
            else:
                return False
            found = exactly(popup.choices, self._typed) if self._typed.endswith(" ") else ()
            if len(found) == 1:
                self._on_taken(found[0].ref)
            else:
                self._show_captured()
            return True
        return False

    def _show_captured(self) -> None:
        if self._popup is None:
            return
        many = self.textCursor().hasSelection() and self.textCursor().selectedText().count("\u2029") > 0
        head = "Tie these paragraphs to" if many else "Tie this paragraph to"
        before = self._popup.is_open
        self._popup.open_at(self._caret_in_parent(), self._typed, f"{head}  {self._typed}")
        if before and not self._popup.is_open:
            self._typed = self._typed[:-1]
            self._popup.open_at(self._caret_in_parent(), self._typed, f"{head}  {self._typed}")

    def _caret_in_parent(self) -> QRect:
        """Where the caret is, in coordinates of the popup's parent."""
        spot = self.cursorRect()
        parent = self._popup.parentWidget() if self._popup is not None else None
        if parent is not None:
            spot.moveTopLeft(self.viewport().mapTo(parent, spot.topLeft()))
        return spot

    def _query_text(self) -> str:
        cursor = self.textCursor()
        found = _QUERY.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1] if found else ""

    def _follow_query(self) -> None:
        popup = self._popup
        cursor = self.textCursor()
        found = _QUERY.search(cursor.block().text()[: cursor.positionInBlock()])
        if found is None or popup is None:
            self._stop_query()
            return
        self._typed = ""
        marked = QTextCursor(cursor.block())
        marked.setPosition(cursor.block().position() + found.start())
        marked.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        self._query = marked
        self._mark_query()
        popup.open_at(self._caret_in_parent(), found[1])

    def _mark_query(self) -> None:
        marks = []
        if self._query is not None:
            mark = QTextEdit.ExtraSelection()
            colour = QTextCharFormat()
            colour.setForeground(QColor(look().colour(Token.ACCENT)))
            mark.cursor = self._query
            mark.format = colour
            marks.append(mark)
        self.setExtraSelections(marks)

    def _stop_query(self) -> None:
        self._captures, self._typed = False, ""
        if self._query is not None:
            self._query = None
            self._mark_query()
        if self._popup is not None and self._popup.is_open:
            self._popup.hide()

    def _on_taken(self, ref: CriterionRef) -> None:
        if self._query is None and not self._captures:
            return
        if self._query is not None:
            self._query.removeSelectedText()
        self._stop_query()
        self.tie((ref,))

    def _on_time_given(self, time: str) -> None:
        self._set_time(self.textCursor().block(), time)
        self.setFocus()

    def _on_text_changed(self) -> None:
        if self._setting:
            return
        self._settle.start()
        self.edited.emit()

    def _on_cursor_moved(self) -> None:
        if not self._setting:
            self._settle.start()
            if self.textCursor().blockNumber() != self._marked_block:
                self._marked_block = self.textCursor().blockNumber()
                self.viewport().update()

    _marked_block = -1

    def _on_settled(self) -> None:
        now = (self.here(), tuple(p.criteria for p in self.paragraphs() if p.text))
        if now != self._seen:
            self._seen = now
            self.ties_moved.emit()

    def _block_rect(self, block: QTextBlock) -> QRectF:
        area = self.document().documentLayout().blockBoundingRect(block)
        return area.translated(0, -self.verticalScrollBar().value())

    def _paint_margin(self, painter: QPainter, dirty: QRect) -> None:
        present = self.textCursor().blockNumber()
        block = self.cursorForPosition(dirty.topLeft()).block()
        line = self._line()
        while block.isValid():
            area = self._block_rect(block)
            if area.top() > dirty.bottom():
                return
            is_here = block.blockNumber() == present and not self.isReadOnly()
            painter.setFont(look().font(Role.CHIP if is_here else Role.TAG, tabular=True))
            painter.setPen(look().colour(Token.ACCENT if is_here else Token.TEXT_3))
            times = QRectF(_PAGE, area.top() + look().px(_SINK), look().px(_TIMES - 16), line)
            painter.drawText(times, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.time_of(block))
            if is_here:
                top = area.top() + 5 + look().px(_SINK)
                height = max(1, block.layout().lineCount()) * line - 10
                bar = QRectF(_PAGE + look().px(56), top, 2, height)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look().colour(Token.ACCENT))
                painter.drawRoundedRect(bar, 1, 1)
            block = block.next()

    def _lay_out(self) -> None:
        room = self.width()
        wide = room >= 900
        left, right = (40, 56) if wide else (24, 44)
        text = min(look().px(_WIDEST), room - left - right - look().px(_TIMES))
        free = room - text - look().px(_TIMES) - left - right
        start = left + max(0, free) // 2
        column = text + look().px(_TIMES) + 2 * _PAGE
        self.setViewportMargins(max(0, start - _PAGE), 8 if wide else 5, 0, 0)
        if self.lineWrapColumnOrWidth() != column:
            self.setLineWrapColumnOrWidth(column)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, look().colour(Token.SURFACE))
        palette.setColor(palette.ColorRole.Text, look().colour(Token.TEXT))
        palette.setColor(palette.ColorRole.Highlight, look().colour(Token.ACCENT_TINT))
        palette.setColor(palette.ColorRole.HighlightedText, look().colour(Token.TEXT))
        self.setPalette(palette)
        self.setFont(look().font(Role.NARRATIVE))

    def _on_look_changed(self) -> None:
        self._dress()
        self._chips.forget_sizes()
        place = self.textCursor().position()
        self.set_paragraphs(self.paragraphs())
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._lay_out()
