"""The caseload: find as you type, open with Enter, add with Ctrl+N. Filtering is asked for, not done."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from assessor_app.gui.pages.candidates.delegate import CandidateDelegate
from assessor_app.gui.pages.candidates.model import CandidatesContent, CandidatesModel
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.empty_state import EmptyState
from assessor_app.gui.widgets.page import Page
from assessor_app.gui.widgets.pages import Pages
from assessor_app.gui.widgets.plain_list import PlainList
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import FindField


class CandidatesView(QWidget):
    """`find_changed` comes with each key; the answer is a new `set_content`."""

    find_changed = Signal(str)
    opened = Signal(str)
    add_asked = Signal()
    sample_data_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        add_first = Button("Add a candidate", Kind.PRIMARY, icon="plus", size=Size.TALL)
        sample = Button("Look around with sample data", Kind.LINK, size=Size.LINK)
        self._empty = EmptyState(
            "Your first candidate",
            "Add someone you assess, choose their units, and start writing what you see.",
            first=add_first,
            link=sample,
        )
        add = Button("Add a candidate", Kind.PRIMARY, icon="plus", key="Ctrl+N")
        self._page = Page("Candidates", " ", actions=(add,), scrolls=False)
        self.find_field = FindField("Find a candidate", "Name, workplace or number")
        self.model = CandidatesModel(self)
        self.view = PlainList("Candidates")
        self._nothing = Card()
        self._parts = Pages()
        self._lay_out()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._empty)
        self.find_field.edited.connect(self.find_changed)
        self.find_field.editor.returnPressed.connect(self._on_return)
        self.view.activated.connect(self._on_activated)
        self.view.clicked.connect(self._on_activated)
        for button in (add, add_first):
            button.clicked.connect(self.add_asked)
        sample.clicked.connect(self.sample_data_asked)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_find)

    def set_content(self, content: CandidatesContent) -> None:
        """Shows other rows; the place in the list is kept where it can be."""
        self._stack.setCurrentWidget(self._empty if content.is_first_time else self._page)
        shown, total = len(content.rows), content.total
        words = f"{total:,} on your caseload" if shown == total else f"{shown:,} of {total:,}"
        self._page.set_title("Candidates", words)
        self.model.set_rows(content.rows)
        self._parts.show_page(0 if content.rows else 1)
        if content.rows:
            self.view.setCurrentIndex(self.model.index(0))

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(CandidateDelegate(self.view))
        self.view.setUniformItemSizes(True)
        card = Card(padding=(1, 6, 1, 6))
        card.body.addWidget(self.view)
        self._nothing.body.addWidget(
            Text("Nobody matches. Try fewer letters, or the workplace.", Role.BODY, Token.TEXT_2, wrap=True)
        )
        self._nothing.body.addStretch(1)
        self._parts.add_page(card)
        self._parts.add_page(self._nothing)
        self._page.body.addWidget(self.find_field)
        self._page.body.addSpacing(16)
        self._page.body.addWidget(self._parts, 1)
        self._page.body.addSpacing(24)

    def _on_find(self) -> None:
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.editor.selectAll()

    def _on_return(self) -> None:
        if self.model.rowCount():
            self._on_activated(self.view.currentIndex())

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model.at(index.row()).id)
