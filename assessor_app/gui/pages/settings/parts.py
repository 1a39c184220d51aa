"""Rows of settings: words at the left, the control at the right, on common edges; and work that is under way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.progress_bar import ProgressBar
from assessor_app.gui.widgets.rows import ListRow, RowsCard
from assessor_app.gui.widgets.section import SectionHeading
from assessor_app.gui.widgets.text import Text


def setting_row(title: str, detail: Text | str, *controls: QWidget) -> ListRow:
    """One setting."""
    layout = QHBoxLayout()
    layout.setContentsMargins(20, 12, 20, 12)
    layout.setSpacing(12)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addStretch(1)
    words.addWidget(Text(title, Role.MEDIUM, wrap=True))
    line = detail if isinstance(detail, Text) else Text(detail, Role.SMALL, Token.TEXT_2, wrap=True)
    words.addWidget(line)
    words.addStretch(1)
    layout.addLayout(words, 1)
    for control in controls:
        layout.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return ListRow(layout, height=64)


def rows_section(title: str, rows: list[ListRow]) -> QWidget:
    """A heading over a card of rows."""
    card = RowsCard()
    card.set_rows(rows)
    return section(title, card)


def section(title: str, content: QWidget) -> QWidget:
    """A heading over any content."""
    host = QWidget()
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 30)
    layout.setSpacing(0)
    layout.addWidget(SectionHeading(title))
    layout.addWidget(content)
    return host


def form_card() -> Card:
    """A card for fields."""
    return Card(padding=(20, 18, 20, 20))


class UnderWay(QWidget):
    """How far work has come, and a button that stops it; hidden until `begin`."""

    stop_asked = Signal()

    def __init__(self, name: str, stop_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = ProgressBar(name)
        self.stop = Button(stop_words, icon="x")
        self.stop.clicked.connect(self._on_stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self.hide()

    def begin(self) -> None:
        """Nothing is done yet."""
        self.bar.set_percent(0)
        self.stop.set_unavailable("")
        self.show()

    def _on_stop(self) -> None:
        self.stop.set_unavailable("It ends at its next step.")
        self.stop_asked.emit()
