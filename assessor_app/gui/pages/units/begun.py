"""Readings that were begun and wait in the list of units; and the veil that shows where a document can be dropped."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.pages.units.model import BegunRow
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, IconButton, Size
from assessor_app.gui.widgets.layouts import clear, column, row
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.rows import ListRow, RowsCard
from assessor_app.gui.widgets.text import Text


class BegunReadings(QWidget):
    """Hidden while there is none."""

    go_on_asked = Signal(UUID)
    discard_asked = Signal(UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 16, 8, 0)
        self._layout.setSpacing(0)
        self.buttons: list[Button] = []
        self.hide()

    def set_rows(self, rows: tuple[BegunRow, ...]) -> None:
        """Shows these."""
        clear(self._layout)
        self.buttons = []
        self.setVisible(bool(rows))
        if rows:
            card = RowsCard()
            card.set_rows([self._row(begun) for begun in rows])
            self._layout.addWidget(card)

    def _row(self, begun: BegunRow) -> ListRow:
        go_on = Button("Go on proofing", size=Size.SMALL, name=f"Go on proofing: {begun.title}")
        go_on.clicked.connect(lambda: self.go_on_asked.emit(begun.id))
        discard = IconButton("trash-2", f"Discard: {begun.title}", side=32, glyph=17)
        discard.clicked.connect(lambda: self.discard_asked.emit(begun.id))
        self.buttons.append(go_on)
        words = column(
            Text(begun.title, Role.STRONG, elide=True), Text(begun.detail, Role.SMALL, Token.TEXT_2, elide=True)
        )
        return ListRow(column(words, 8, row(go_on, None, discard), margins=(14, 10, 14, 12)))


class DropVeil(QWidget):
    """Over the whole page while something is dragged over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        area = self.rect().adjusted(12, 12, -12, -12)
        box(painter, area, 11, fill=look().colour(Token.ACCENT_TINT))
        box(painter, area, 11, border=look().colour(Token.ACCENT), width=2, dashed=True)
        painter.setFont(look().font(Role.TITLE))
        painter.setPen(look().colour(Token.ACCENT))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "Drop unit documents here to read them")
