"""The head of the page: back, the title that is changed in place, who and where and when, Saved, Preview, Finish."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.domain.observations import Observation
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, IconButton, Kind
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.key_button import KeyButton
from assessor_app.gui.widgets.layouts import clear, column, row
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.saved_state import SavedState
from assessor_app.gui.widgets.tag import Tag
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.title_edit import TitleEdit


class VisitHeader(QWidget):
    """`titled` comes with each change of the title."""

    back_asked = Signal()
    titled = Signal()
    preview_asked = Signal()
    finish_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = IconButton("arrow-left", "Back  (Alt+Left)")
        back.clicked.connect(self.back_asked)
        self.title = TitleEdit("Title of the visit")
        self.title.textEdited.connect(self.titled)
        self._tag = Tag("Observation")
        self._second = Text("", Role.SMALL, Token.TEXT_2, elide=True)
        self.saved = SavedState()
        self._preview = Button("Preview", icon="eye", key="Ctrl+P", shows_key=False)
        self._preview.clicked.connect(self.preview_asked)
        self._small_preview = IconButton("eye", "Preview  (Ctrl+P)")
        self._small_preview.clicked.connect(self.preview_asked)
        self._small_preview.hide()
        self.finish = KeyButton("Finish visit", Kind.PRIMARY, key="Ctrl+Return")
        self.finish.clicked.connect(self.finish_asked)
        top = row(self.title, self._tag, None, spacing=10)
        words = column(None, top, self._second, None)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(19, 6, 20, 6)
        layout.setSpacing(12)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(2)
        layout.addLayout(words, 1)
        layout.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(10)
        layout.addWidget(self._preview, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._small_preview, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.finish, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look().changed.connect(self._on_look_changed)
        self._on_look_changed()

    def set_words(self, title: str, second: str) -> None:
        """Shows title and second line; the caret stays where the person types."""
        if self.title.text() != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)
        self._second.setText(second)

    def fit(self, width: int) -> None:
        """Where there is little room, the tag goes and Preview is its icon."""
        narrow = width < look().px(820)
        self._tag.setVisible(not narrow)
        self._preview.setVisible(not narrow)
        self._small_preview.setVisible(narrow)
        self.finish.set_key("" if narrow else "Ctrl+Enter")

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        line = self.rect().adjusted(0, self.height() - 1, 0, 0)
        pen_ready(self).fillRect(line, look().colour(Token.HAIRLINE))

    def _on_look_changed(self) -> None:
        self.setFixedHeight(look().px(68))
        self.update()


class VisitFacts(QWidget):
    """Setting, who else was there and plan in one line over the text, where it has room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row(spacing=8)
        self._row.setContentsMargins(0, 36, 0, 0)
        self.setLayout(self._row)
        self._visit: Observation | None = None
        self._left = 0
        self.hide()

    def set_visit(self, visit: Observation) -> None:
        """Shows what is known of it."""
        self._visit = visit
        clear(self._row)
        known = (
            ("map-pin", visit.context),
            ("users", visit.others_present),
            ("calendar-days", f"Planned {visit.plan_ref}".strip() if visit.planned else ""),
        )
        for icon, words in known:
            if words.strip():
                self._row.addWidget(IconView(icon, 16), 0)
                self._row.addWidget(Text(words.replace("\n", " "), Role.SMALL, Token.TEXT_2, elide=True), 0)
                self._row.addSpacing(14)
        self._row.addStretch(1)

    def fit(self, width: int) -> None:
        """Seen only where the middle is wide."""
        text = look().px(664)
        start = max(0, (width - text - look().px(64)) // 2) + look().px(64)
        self._row.setContentsMargins(start - 8, 38, max(0, width - start - text), 0)
        has_words = self._row.count() > 1
        self.setVisible(width >= look().px(900) and has_words)
