"""Find as you type; arrows move in the list while the field keeps the focus, Enter opens."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.pages.search.delegate import HitDelegate
from assessor_app.gui.pages.search.model import HitRow, HitsModel
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.page import Page
from assessor_app.gui.widgets.pages import Pages
from assessor_app.gui.widgets.plain_list import PlainList
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import FindField

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SearchView(QWidget):
    """`searched` comes with each key; the answer is `set_hits`. `opened` gives the id of a hit."""

    searched = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HitsModel()
        self.view = PlainList("Found")
        self.find_field = FindField("Search everything", "A name, a place, words from a visit or an item of evidence")
        self._page = Page("Search", scrolls=False)
        self._nothing = Text("", Role.BODY, Token.TEXT_2, wrap=True)
        self._parts = Pages()
        self._lay_out()
        self.find_field.edited.connect(self.searched)
        self.find_field.editor.installEventFilter(self)
        self.find_field.editor.returnPressed.connect(self._on_return)
        self.view.activated.connect(self._on_activated)
        self.view.clicked.connect(self._on_activated)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.start)

    def start(self) -> None:
        """Puts the focus into the field."""
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.editor.selectAll()

    def set_hits(self, words: str, hits: tuple[HitRow, ...]) -> None:
        """The hits for `words`; none says so."""
        self.model.set_rows(hits)
        if not words.strip():
            told = "Searches candidates, visits and evidence in this vault. Nothing leaves the laptop."
            second = ""
        else:
            told = f"Nothing has “{words.strip()}” in it. Try fewer letters, or another word."
            second = f"{len(hits)} found" if len(hits) != 1 else "1 found"
        self._nothing.setText(told)
        self._page.set_title("Search", second)
        self._parts.show_page(0 if hits else 1)
        if hits:
            self.view.setCurrentIndex(self.model.index(0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        is_move = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES
        if watched is self.find_field.editor and is_move and isinstance(event, QKeyEvent) and self.model.rowCount():
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            row = self.view.currentIndex().row() + step[Qt.Key(event.key())]
            self.view.setCurrentIndex(self.model.index(max(0, min(self.model.rowCount() - 1, row))))
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(HitDelegate(self.view))
        self.view.setUniformItemSizes(True)
        card = Card(padding=(1, 6, 1, 6))
        card.body.addWidget(self.view)
        nothing = Card()
        nothing.body.addWidget(self._nothing)
        nothing.body.addStretch(1)
        self._parts.add_page(card)
        self._parts.add_page(nothing)
        self._parts.show_page(1)
        body = self._page.body
        body.addWidget(self.find_field)
        body.addSpacing(16)
        body.addWidget(self._parts, 1)
        body.addSpacing(24)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _on_return(self) -> None:
        if self.model.rowCount():
            self._on_activated(self.view.currentIndex())

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model.at(index.row()).id)
