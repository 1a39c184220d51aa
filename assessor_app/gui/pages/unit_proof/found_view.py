"""The units that a document holds, to choose one; and the documents that gave none, with the reason."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.gui.pages.unit_proof.model import FoundContent, FoundUnit
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, IconButton, Kind, Size
from assessor_app.gui.widgets.layouts import MIDDLE, clear, column
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.page import Page
from assessor_app.gui.widgets.rows import ListRow, RowsCard, row_layout
from assessor_app.gui.widgets.tag import Tag, Tone
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.words import count


class FoundView(QWidget):
    """`unit_chosen` gives the numbers of document and unit, `file_chosen` that of a unit file."""

    unit_chosen = Signal(int, int)
    file_chosen = Signal(int)
    back_asked = Signal()
    other_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = IconButton("arrow-left", "Back")
        back.setToolTip("Back  (Alt+Left)")
        back.clicked.connect(self.back_asked)
        self.other = Button("Read another document", icon="file-down", key="Ctrl+O", shows_key=False)
        self.other.clicked.connect(self.other_asked)
        self._page = Page("Units found", leading=back, actions=(self.other,), below_header=24)
        self._refused = QVBoxLayout()
        self._refused.setSpacing(10)
        self._card = RowsCard()
        self._page.body.addLayout(self._refused)
        self._page.body.addWidget(self._card)
        self.setLayout(column(self._page))
        self.buttons: list[Button] = []

    def set_content(self, content: FoundContent) -> None:
        """Shows what was found."""
        many = len(content.units) != 1
        words = f"{count(len(content.units), 'unit')} found" if content.units else "No unit was found"
        self._page.set_title(content.title if content.units else words, self._second(content, many=many))
        clear(self._refused)
        for name, reason in content.refused:
            notice = Notice(self)
            self._refused.addWidget(notice)
            notice.say(NoticeKind.WARNING, f"{name} gave no unit", reason)
        if content.refused:
            self._refused.addSpacing(14)
        self.buttons = []
        self._card.setVisible(bool(content.units))
        self._card.set_rows([self._row(unit) for unit in content.units])
        self.setFocusProxy(self.buttons[0] if self.buttons else self.other)
        QTimer.singleShot(0, self._focus_first)  # the buttons are shown by then

    def _focus_first(self) -> None:
        if self.isVisible():
            self.setFocus()

    def _second(self, content: FoundContent, *, many: bool) -> str:
        if not content.units:
            return "Nothing was added. Take another document, or another copy of this one."
        if all(unit.document is None for unit in content.units):
            return "Each has a file of its own. Review it before it is added."
        return "Choose one to compare it with its source." if many else "Compare it with its source."

    def _row(self, unit: FoundUnit) -> ListRow:
        line = row_layout(spacing=14)
        line.addLayout(
            column(Text(unit.title, Role.STRONG, wrap=True), Text(unit.detail, Role.SMALL, Token.TEXT_2, wrap=True)), 1
        )
        if unit.doubts and not unit.is_added:
            line.addWidget(Tag(count(unit.doubts, "doubt"), Tone.NOT_YET, icon="triangle-alert"), 0, MIDDLE)
        if unit.is_added:
            line.addWidget(Tag("Added", Tone.MET, icon="check"), 0, MIDDLE)
        document = unit.document
        word = "Proof" if document is not None else "Review"
        word = "Look again" if unit.is_added else "Go on" if unit.is_begun else word
        kind = Kind.SECONDARY if self.buttons or unit.is_added else Kind.PRIMARY
        button = Button(word, kind, size=Size.SMALL, name=f"{word}: {unit.title}")
        if document is None:
            button.clicked.connect(lambda _=False: self.file_chosen.emit(unit.unit))
        else:
            button.clicked.connect(lambda _=False: self.unit_chosen.emit(document, unit.unit))
        self.buttons.append(button)
        line.addWidget(button, 0, MIDDLE)
        return ListRow(line, height=64)
