"""The exact document: its pages, and beside them who signed, whether it holds, and what document it is."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.pages.preview.model import PreviewContent
from assessor_app.gui.pages.preview.side import PreviewSide
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, IconButton
from assessor_app.gui.widgets.layouts import column, host, row
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.pdf_pages import PdfPages
from assessor_app.gui.widgets.segmented import Segmented
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.work_header import WorkHeader

_SIDE = 330
_FOLD = 1180 - 84
_KEYS = (("Ctrl++", "zoom_in"), ("Ctrl+=", "zoom_in"), ("Ctrl+-", "zoom_out"), ("Ctrl+0", "fit_width"))


class PreviewView(QWidget):
    """`marked_chosen` says which file of an ended version is wanted: True the marked copy, False the signed one."""

    back_asked = Signal()
    save_asked = Signal()
    print_asked = Signal()
    next_asked = Signal()
    marked_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded = False
        self._asked_open = False
        self.pages = PdfPages()
        self.smaller = IconButton("zoom-out", "Smaller", key="")
        self.smaller.setToolTip("Smaller  (Ctrl+-)")
        self.larger = IconButton("zoom-in", "Larger", key="")
        self.larger.setToolTip("Larger  (Ctrl++)")
        self.zoom = Text("100 %", Role.SMALL, Token.TEXT_2, tabular=True, align=Qt.AlignmentFlag.AlignHCenter)
        self.zoom.setMinimumWidth(look().px(48))
        self.save = Button("Save a copy", icon="download", key="Ctrl+S", shows_key=False)
        self.print = Button("Print", icon="printer", key="Ctrl+P")
        self.details = IconButton("info", "Signatures and identity", key="F6")
        self.header = WorkHeader(
            height=68,
            right=20,
            ruled=True,
            actions=(self.smaller, self.zoom, self.larger, self.details, self.save, self.print),
        )
        self.banner = Notice()
        self.which = Segmented(
            (("marked", "Marked copy"), ("signed", "As it was signed")), "Which file of this version"
        )
        self.which.hide()
        self.side = PreviewSide()
        self.side.setFixedWidth(_SIDE)
        self._connect()
        self._lay_out()

    def set_content(self, content: PreviewContent) -> None:
        """Shows `content` beside the pages."""
        self.header.set_title(content.title, content.second)
        title, detail = content.banner
        self._above.setVisible(bool(title))
        self.banner.say(NoticeKind.WARNING, title, detail)
        self.which.setVisible(bool(content.ended_as))
        if content.ended_as:
            self.which.set_choice(content.ended_as)
        self.side.set_content(content)
        reason = (
            "A draft is not signed and cannot be given out as a sheet. Freeze it first." if content.is_draft else ""
        )
        self.save.set_unavailable(reason)
        self.print.set_unavailable(reason)

    def set_busy(self, words: str) -> None:
        """While a copy is written or printed."""
        for button in (self.save, self.print):
            button.set_unavailable(words)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        below = QRect(0, self.header.height(), self.width(), self.height())
        pen_ready(self).fillRect(below, look().colour(Token.SUNKEN))

    def _connect(self) -> None:
        self.header.back_asked.connect(self.back_asked)
        self.smaller.clicked.connect(self.pages.zoom_out)
        self.larger.clicked.connect(self.pages.zoom_in)
        self.pages.zoomed.connect(lambda percent: self.zoom.setText(f"{percent} %"))
        self.save.clicked.connect(self.save_asked)
        self.print.clicked.connect(self.print_asked)
        self.side.next_asked.connect(self.next_asked)
        self.details.clicked.connect(self._on_details)
        self.which.chosen.connect(lambda which: self.marked_chosen.emit(which == "marked"))
        acts = {"zoom_in": self.pages.zoom_in, "zoom_out": self.pages.zoom_out, "fit_width": self.pages.fit_width}
        for keys, act in _KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(acts[act])

    def _lay_out(self) -> None:
        self._above = host(column(self.banner, row(self.which, None), spacing=10, margins=(24, 12, 24, 0)))
        self._above.hide()
        main = column(self._above)
        main.addWidget(self.pages, 1)
        parts = QHBoxLayout()
        parts.setSpacing(0)
        parts.addLayout(main, 1)
        parts.addWidget(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(parts, 1)

    def _fold(self) -> None:
        self._folded = self.width() < _FOLD or look().scale >= 1.5
        self.details.setVisible(self._folded)
        self.side.setVisible(not self._folded or self._asked_open)

    def _on_details(self) -> None:
        self._asked_open = not self._asked_open
        self._fold()
