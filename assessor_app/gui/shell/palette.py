"""The command palette (Ctrl+K): actions, places and records from one line; Esc gives the focus back.

It floats over a flat scrim inside the window. It runs nothing itself: `chosen` says which command the person took.
"""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QEvent,
    QRect,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.shell.command import Command, SearchCommands
from assessor_app.gui.shell.palette_rows import PaletteDelegate, PaletteModel
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box, shadow
from assessor_app.gui.theme.style import OWN_FOCUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.card import Hairline
from assessor_app.gui.widgets.field import LineEdit
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.key_cap import KeyCap
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.text import Text

_WIDTH = 664
_TOP = 104
_RADIUS = 15
_RISE = 6


class _QueryEdit(LineEdit):
    """The line of the palette, in larger type."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Find or do anything")
        self.key_taken: Callable[[Qt.Key], bool] = lambda _key: False
        self._on_look_changed()

    @override
    def event(self, event: QEvent, /) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self.key_taken(Qt.Key(event.key()))
        ):
            return True
        return super().event(event)

    def _on_look_changed(self) -> None:
        self.setFont(look().font(Role.QUERY))


class _Sheet(QWidget):
    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        box(pen_ready(self), self.rect(), _RADIUS, fill=look().colour(Token.RAISED))


class Palette(QWidget):
    """Covers its parent while open."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._search: SearchCommands = lambda _query: ()
        self._came_from: QWidget | None = None
        self._offset = 0
        self.setAccessibleName("Command palette")
        self.hide()
        self._sheet = _Sheet(self)
        self.editor = _QueryEdit()
        self.editor.key_taken = self._on_key
        self.editor.textChanged.connect(self._on_text_changed)
        self._model = PaletteModel(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(PaletteDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setProperty(OWN_FOCUS, True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setAutoFillBackground(False)
        self.view.setAccessibleName("Results")
        self.view.entered.connect(self.view.setCurrentIndex)
        self.view.clicked.connect(self._on_taken)
        self._nothing = Text("Nothing found. Try fewer letters.", Role.BODY, Token.TEXT_2)
        self._none = QWidget()
        self._lay_out()
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(160)
        self._motion.setStartValue(_RISE)
        self._motion.setEndValue(0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_motion)
        look().changed.connect(self._on_look_changed)

    def set_search(self, search: SearchCommands) -> None:
        """`search` gives the commands for what is typed, best first; empty text gives the usual ones."""
        self._search = search

    def open_palette(self, text: str = "") -> None:
        """Shows the palette with `text` typed."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self.editor.setText(text)
        self._refresh()
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if look().motion:
            self._motion.start()

    def close_palette(self) -> None:
        """Hides it and gives the focus back."""
        if not self.isVisible():
            return
        self._motion.stop()
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._came_from = None
        self.closed.emit()

    def follow_window(self) -> None:
        """Takes the size of the window; called when that changes."""
        if self.isVisible():
            self.setGeometry(self._window.rect())
            self._place()

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.close_palette()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(self.rect(), QColor(look().theme.scrim))
        sharp = look().theme.is_contrast
        shadow(painter, self._sheet.geometry(), _RADIUS, look().theme.shadow, sharp=sharp)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(0)
        query = QHBoxLayout()
        query.setContentsMargins(22, 12, 22, 12)
        query.setSpacing(14)
        query.addWidget(IconView("search", 20))
        query.addWidget(self.editor, 1)
        query.addWidget(KeyCap("Esc"))
        column.addLayout(query)
        column.addSpacing(4)
        column.addWidget(Hairline())
        column.addSpacing(8)
        results = QHBoxLayout()
        results.setContentsMargins(8, 0, 8, 0)
        results.addWidget(self.view)
        column.addLayout(results, 1)
        nothing = QHBoxLayout(self._none)
        nothing.setContentsMargins(22, 8, 22, 8)
        nothing.addWidget(self._nothing)
        column.addWidget(self._none)
        column.addSpacing(8)
        column.addWidget(Hairline())
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 12, 22, 6)
        foot.setSpacing(5)
        foot.addWidget(KeyCap("↑"))
        foot.addWidget(KeyCap("↓"))
        foot.addWidget(Text("choose", Role.CAPTION_PLAIN, Token.TEXT_2))
        foot.addSpacing(15)
        foot.addWidget(KeyCap("Enter"))
        foot.addWidget(Text("do it", Role.CAPTION_PLAIN, Token.TEXT_2))
        foot.addStretch(1)
        foot.addWidget(Text("Every action is here, with its key", Role.CAPTION_PLAIN, Token.TEXT_2, elide=True))
        column.addLayout(foot)

    def _refresh(self) -> None:
        query = self.editor.text().strip()
        self._model.show_commands(self._search(query), query)
        rows = self._model.command_rows()
        if rows:
            self.view.setCurrentIndex(self._model.index(rows[0]))
        self._none.setVisible(not rows)
        self.view.setVisible(bool(rows))
        self._place()

    def _place(self) -> None:
        width = min(look().px(_WIDTH), self._window.width() - 48)
        rows = self._model.rowCount()
        content = sum(self.view.sizeHintForRow(row) for row in range(rows))
        most = self._window.height() - _TOP - 48
        self.view.setFixedHeight(max(0, min(content, most - look().px(52) - look().px(46) - 34)))
        layout = self._sheet.layout()
        height = layout.totalSizeHint().height() if layout is not None else 200
        left = (self._window.width() - width) // 2
        self._sheet.setGeometry(QRect(left, min(_TOP, self._window.height() // 8 + 8) + self._offset, width, height))
        self.update()

    def _on_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_taken()
            return True
        return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    def _step(self, by: int) -> None:
        rows = self._model.command_rows()
        if not rows:
            return
        here = self.view.currentIndex().row()
        place = rows.index(here) if here in rows else 0
        self.view.setCurrentIndex(self._model.index(rows[(place + by) % len(rows)]))

    def _on_text_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _on_taken(self) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            return
        item = self._model.at(index.row())
        if isinstance(item, Command):
            self.close_palette()
            self.chosen.emit(item.id)

    def _on_motion(self, value: int) -> None:
        self._offset = value
        if self._motion.state() == QAbstractAnimation.State.Running or value == 0:
            self._place()

    def _on_look_changed(self) -> None:
        if self.isVisible():
            self._place()

    @override
    def sizeHint(self) -> QSize:
        return self._window.size()
