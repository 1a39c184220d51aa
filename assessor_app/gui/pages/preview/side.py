"""The side panel of the preview: what this file is, each signature with its answer, the document's identity."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.pages.preview.model import PreviewContent, SignatureRow, SignatureState
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.card import Hairline
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import clear, column, row
from assessor_app.gui.widgets.page import ScrollColumn
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.state_glyph import State, StateGlyph
from assessor_app.gui.widgets.text import Text

_LOOKS = {
    SignatureState.VALID: (State.MET, Token.MET),
    SignatureState.BROKEN: (State.NOT_YET, Token.DANGER),
    SignatureState.WAITING: (State.OPEN, Token.TEXT_2),
    SignatureState.CHECKING: (State.SEEN, Token.TEXT_2),
}
_TOP = Qt.AlignmentFlag.AlignTop


class PreviewSide(QWidget):
    """`next_asked` comes from the one primary action: the next signature."""

    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scroll = ScrollColumn()
        self._column = QVBoxLayout(self._scroll.content)
        self._column.setContentsMargins(25, 24, 24, 24)
        self._column.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        look().changed.connect(self.update)

    def set_content(self, content: PreviewContent) -> None:
        """Shows what is known of the document."""
        clear(self._column)
        mark, ink = ("badge-check", Token.MET) if content.is_good else ("triangle-alert", Token.NOTYET)
        head = row(IconView(mark, 22, ink), spacing=10)
        head.addWidget(Text(content.head, Role.HEADING, wrap=True), 1)
        self._column.addLayout(head)
        self._column.addSpacing(4)
        self._column.addWidget(Text(content.words, Role.SMALL, Token.TEXT_2, wrap=True))
        for problem in content.problems:
            self._column.addSpacing(10)
            line = row(IconView("circle-alert", 16, Token.DANGER, top=2), spacing=8)
            line.addWidget(Text(problem, Role.SMALL, Token.DANGER, wrap=True), 1)
            self._column.addLayout(line)
        if content.signatures:
            self._column.addSpacing(22)
            self._column.addWidget(Text("Signatures", Role.HEADING))
            self._column.addSpacing(2)
        for number, signature in enumerate(content.signatures):
            if number:
                self._column.addWidget(Hairline())
            self._column.addLayout(_signature(signature))
        if content.next_label:
            button = Button(content.next_label, Kind.PRIMARY, icon="signature", size=Size.TALL)
            button.clicked.connect(self.next_asked)
            self._column.addSpacing(12)
            self._column.addWidget(button)
        if content.identity:
            self._column.addSpacing(28)
            self._column.addWidget(Text("Identity", Role.HEADING))
            self._column.addSpacing(6)
        for fact in content.identity:
            self._column.addWidget(Text(fact, Role.SMALL, Token.TEXT_2, wrap=True, tabular=True))
            self._column.addSpacing(3)
        self._column.addStretch(1)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(self.rect(), look().colour(Token.WINDOW))
        painter.fillRect(0, 0, 1, self.height(), look().colour(Token.HAIRLINE))


def _signature(signature: SignatureRow) -> QVBoxLayout:
    glyph, ink = _LOOKS[signature.state]
    is_plain = signature.state in (SignatureState.WAITING, SignatureState.CHECKING)
    words = column(
        Text(signature.who, Role.MEDIUM, wrap=True), Text(signature.detail, Role.SMALL, Token.TEXT_2, wrap=True)
    )
    line = row(spacing=12, margins=(0, 12, 0, 12))
    mark = StateGlyph(glyph, side=20)
    mark.setAccessibleName(signature.state.value)
    mark.setToolTip(signature.state.value)
    line.addWidget(mark, 0, _TOP)
    line.addLayout(words, 1)
    line.addWidget(Text(signature.state.value, Role.SMALL if is_plain else Role.SMALL_STRONG, ink), 0, _TOP)
    whole = column(line)
    if signature.why:
        whole.addWidget(Text(signature.why, Role.SMALL, Token.DANGER, wrap=True))
        whole.addSpacing(10)
    return whole
