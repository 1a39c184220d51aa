"""The event log: whether it holds, find as you type, and every line, newest first. Nothing can be changed here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.gui.pages.event_log.delegate import LogDelegate
from assessor_app.gui.pages.event_log.model import LogContent, LogModel
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.page import Page
from assessor_app.gui.widgets.pages import Pages
from assessor_app.gui.widgets.plain_list import PlainList
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.text_field import FindField

_SUBTITLE = "Everything that was ever done here, each line sealed by the one after it."
_MOST_FAULTS = 6


class EventLogView(QWidget):
    """`find_changed` comes with each key; the answer is a new `set_content`."""

    find_changed = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = Button("Settings", Kind.QUIET, icon="arrow-left", name="Back to Settings")
        back.clicked.connect(self.back_asked)
        self._page = Page("Event log", _SUBTITLE, actions=(back,), scrolls=False)
        self.verdict = Notice()
        self.find_field = FindField("Find in the log", "What was done, who, when")
        self.model = LogModel(self)
        self.view = PlainList("Event log")
        self._nothing = Card()
        self._parts = Pages()
        self._lay_out()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self.find_field.edited.connect(self.find_changed)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_find)

    def set_content(self, content: LogContent) -> None:
        """Shows other rows; the newest one is the current one."""
        shown, total = len(content.rows), content.total
        self._page.set_title("Event log", _SUBTITLE if shown == total else f"{shown:,} of {total:,} lines")
        self._show_verdict(content)
        self.model.set_rows(content.rows)
        self._parts.show_page(0 if content.rows else 1)
        if content.rows:
            self.view.setCurrentIndex(self.model.index(0))

    def _show_verdict(self, content: LogContent) -> None:
        if content.faults:
            shown = [f"{fault[:1].upper()}{fault[1:]}." for fault in content.faults[:_MOST_FAULTS]]
            if len(content.faults) > _MOST_FAULTS:
                shown.append(f"And {len(content.faults) - _MOST_FAULTS:,} more.")
            self.verdict.say(NoticeKind.ERROR, content.verdict, "\n".join(shown))
        elif self.verdict.text != content.verdict:
            self.verdict.say(NoticeKind.GOOD, content.verdict)

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(LogDelegate(self.view))
        self.view.setUniformItemSizes(True)
        card = Card(padding=(1, 6, 1, 6))
        card.body.addWidget(self.view)
        self._nothing.body.addWidget(Text("No line matches.", Role.BODY, Token.TEXT_2, wrap=True))
        self._nothing.body.addStretch(1)
        self._parts.add_page(card)
        self._parts.add_page(self._nothing)
        self._page.body.addWidget(self.verdict)
        self._page.body.addSpacing(16)
        self._page.body.addWidget(self.find_field)
        self._page.body.addSpacing(16)
        self._page.body.addWidget(self._parts, 1)
        self._page.body.addSpacing(24)

    def _on_find(self) -> None:
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.editor.selectAll()
