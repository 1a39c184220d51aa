"""While a document is read: which, how far, and a way to stop. It is empty for the first moments."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button
from assessor_app.gui.widgets.card import Card
from assessor_app.gui.widgets.layouts import column, row
from assessor_app.gui.widgets.progress_bar import ProgressBar
from assessor_app.gui.widgets.text import Text

_WAIT_MS = 500


class ReadingView(QWidget):
    """`cancel_asked` wants the reading stopped."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("Reading", Role.HEADING, wrap=True)
        words = "A long handbook takes some seconds, a scanned page three or four."
        self._words = Text(words, Role.SMALL, Token.TEXT_2, wrap=True)
        self.bar = ProgressBar("Read")
        self.cancel = Button("Cancel", key="Esc")
        self.cancel.clicked.connect(self.cancel_asked)
        self._card = Card(padding=(26, 24, 26, 24))
        self._card.body.addLayout(column(self._title, self._words, 10, self.bar, 14, row(None, self.cancel), spacing=4))
        self._card.setMaximumWidth(look().px(520))
        self.setLayout(column(None, row(None, self._card, None), None, None, margins=(24, 24, 24, 24)))
        self._card.setMinimumWidth(look().px(360))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show_card)
        self.setFocusProxy(self.cancel)

    def begin(self, name: str) -> None:
        """A document is being read; the bar comes where it takes more than a moment."""
        self._title.setText(f"Reading {name}")
        self.bar.set_percent(0)
        self._card.hide()
        self._timer.start(_WAIT_MS)

    def end(self) -> None:
        """It was read, or stopped."""
        self._timer.stop()
        self._card.hide()

    def show_card(self) -> None:
        """It takes more than a moment."""
        self._card.show()
        self.cancel.setFocus()
