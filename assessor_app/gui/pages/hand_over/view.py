"""The hand-over screen: prepare, sign, read the sheet, thanks. Nothing on it leads anywhere but to the assessor."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.pages.hand_over.foot import Foot, ThanksPanel
from assessor_app.gui.pages.hand_over.model import HandOverContent
from assessor_app.gui.pages.hand_over.prepare import PreparePanel
from assessor_app.gui.pages.hand_over.sign_panel import LINE_MANAGER, OWNER, SignPanel
from assessor_app.gui.pages.hand_over.summary import SummaryPanel
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.buttons import Button, Size
from assessor_app.gui.widgets.layouts import column, host, row
from assessor_app.gui.widgets.notice import Notice, NoticeKind
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.pdf_pages import PdfPages

_SUMMARY = 430
_FOLD = 1180
_LARGER = 1.5


class Part(Enum):
    """What of the screen is shown."""

    WAITING = 0
    PREPARE = 1
    SIGN = 2
    READ = 3
    THANKS = 4


class HandOverView(QWidget):
    """Fill with `set_content`; the presenter says which part is shown."""

    back_asked = Signal()
    sign_asked = Signal()
    left_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: HandOverContent | None = None
        self._scale_before = 0.0
        self._busy = ""
        self.prepare = PreparePanel()
        self.summary = SummaryPanel()
        self.panel = SignPanel()
        self.foot = Foot()
        self.thanks = ThanksPanel()
        self.notice = Notice()
        self.pages = PdfPages()
        self.back_to_signing = Button("Back to signing", icon="arrow-left", size=Size.TALL)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroll = ScrollColumn()
        self._stack = QStackedLayout(self)
        self._lay_out()
        self.summary.read_asked.connect(lambda: self.show_part(Part.READ))
        self.summary.larger_chosen.connect(self._on_larger)
        self.back_to_signing.clicked.connect(lambda: self.show_part(Part.SIGN))
        self.foot.back_asked.connect(self.back_asked)
        self.foot.sign_asked.connect(self.sign_asked)
        self.thanks.back_asked.connect(self.back_asked)
        self.prepare.not_now_asked.connect(self.left_asked)
        self.panel.changed.connect(self._on_changed)
        look().changed.connect(self._fold)

    @property
    def part(self) -> Part:
        """What is shown."""
        return Part(self._stack.currentIndex())

    @property
    def missing(self) -> str:
        """Why Sign does nothing yet, in words; empty where all is there."""
        content, given = self._content, self.panel.given
        if self._busy:
            return self._busy
        if content is None:
            return "Loading"
        if content.choose_one and sum(given.ticks) != 1:
            return "Tick one of the two statements"
        if content.is_ticked and not content.choose_one and not all(given.ticks):
            return "Both statements must be ticked; one alone is no signature"
        if not given.name:
            return "Your name is missing"
        if content.asks_title and given.title not in (LINE_MANAGER, OWNER):
            return "Choose line manager or owner/manager"
        if given.is_typed:
            return "" if given.witness else "Say who saw you do this"
        return "" if self.panel.has_ink else "Your signature is missing"

    def set_content(self, content: HandOverContent) -> None:
        """Shows what this signer signs."""
        self._content = content
        self.summary.set_content(content)
        self.panel.set_content(content)
        self._notice_box.hide()
        if content.is_self:
            self.foot.set_words(f"Signing asks for your {content.secret}.", "Back", "Sign")
        else:
            lock = f"This screen shows only what you sign. {content.assessor}’s {content.secret} leads back."
            self.foot.set_words(lock, f"Give back to {content.assessor}", "Sign")
        self._on_changed()

    def set_busy(self, words: str) -> None:
        """While the signature is sealed."""
        self._busy = words
        self.panel.set_accepting(not words)
        self.foot.give_back.set_unavailable(words)
        self._on_changed()

    def say_trouble(self, title: str, detail: str) -> None:
        """Why nothing was signed."""
        self._notice_box.setVisible(bool(title))
        self.notice.say(NoticeKind.ERROR, title, detail)
        self._scroll.ensureWidgetVisible(self.notice)

    def show_part(self, part: Part) -> None:
        """Shows another part, and puts the focus on its first control."""
        self._stack.setCurrentIndex(part.value)
        first: dict[Part, QWidget] = {
            Part.PREPARE: self.prepare.ways[0],
            Part.SIGN: self.panel.ticks[0] if self.panel.ticks else self.summary.read,
            Part.THANKS: self.thanks.give_back,
        }
        if part is Part.READ:
            self.pages.setFocus(Qt.FocusReason.MouseFocusReason)  # no ring around the whole paper
        elif part in first:
            first[part].setFocus()

    def forget(self) -> None:
        """Leave nothing of the signer on the screen; the text has its size from before."""
        self.show_part(Part.WAITING)
        self.summary.larger.setChecked(False)
        self._restore_scale()
        self._content = None
        self.panel.forget()
        self.summary.forget()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        event.accept()  # Esc and all other keys end here

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ContextMenu:
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self).fillRect(self.rect(), look().colour(Token.WINDOW))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        self._notice_box = host(column(self.notice, margins=(48, 24, 52, 0)))
        self._notice_box.hide()
        right.addWidget(self._notice_box)
        right.addWidget(self.panel, 1)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self.summary)
        self._columns.addLayout(right, 1)
        self._scroll.content.setLayout(self._columns)
        signing = QVBoxLayout()
        signing.setContentsMargins(0, 0, 0, 0)
        signing.setSpacing(0)
        signing.addWidget(self._scroll, 1)
        signing.addWidget(self.foot)
        reading = QVBoxLayout()
        reading.setContentsMargins(0, 0, 0, 0)
        reading.addLayout(row(self.back_to_signing, None, margins=(24, 14, 24, 4)))
        reading.addWidget(self.pages, 1)
        for part in (QWidget(), self.prepare, host(signing), host(reading), self.thanks):
            self._stack.addWidget(part)

    def _fold(self) -> None:
        folded = self.width() < _FOLD or look().scale >= _LARGER
        direction = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        if folded:
            self.summary.setMinimumWidth(0)
            self.summary.setMaximumWidth(16_777_215)
        else:
            self.summary.setFixedWidth(_SUMMARY)
        self._columns.setDirection(direction)

    def _on_changed(self) -> None:
        self.foot.set_missing(self.missing)

    def _on_larger(self, larger: bool) -> None:
        if larger:
            self._scale_before = look().scale
            look().set_scale(_LARGER if look().scale < _LARGER else 2.0)
        else:
            self._restore_scale()

    def _restore_scale(self) -> None:
        if self._scale_before:
            look().set_scale(self._scale_before)
            self._scale_before = 0.0
