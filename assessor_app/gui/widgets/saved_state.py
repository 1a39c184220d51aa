"""Whether what was typed is safe: "Saved 13:02" with its tick, "Saving", or what went wrong; announced then."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.text import Text


class SavedState(QWidget):
    """It says `Saved` only of what was committed; the caller sees to that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(7)
        self._icon = IconView("check", 17, Token.MET)
        self._words = Text("", Role.SMALL, Token.TEXT_2, tabular=True)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_saving(self) -> None:
        """Something is not committed yet."""
        self._say("Saving", "pen-line", Token.TEXT_3, Token.TEXT_2)

    def show_saved(self, time: str) -> None:
        """All was committed at `time`."""
        self._say(f"Saved {time}" if time else "Saved", "check", Token.MET, Token.TEXT_2)

    def show_failed(self, words: str) -> None:
        """It could not be kept."""
        self._say("Not saved", "circle-alert", Token.DANGER, Token.DANGER)
        self.setToolTip(words)
        self.setAccessibleName(f"Not saved. {words}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_read_only(self, words: str) -> None:
        """Nothing can be changed here."""
        self._say(words, "lock-keyhole", Token.TEXT_3, Token.TEXT_2)

    def _say(self, words: str, icon: str, mark: Token, ink: Token) -> None:
        if words != self._words.text():
            self._icon.set_icon(icon, mark)
            self._words.set_colour(ink)
            self._words.setText(words)
        self.setAccessibleName(words)
        self.setToolTip("")
        self.show()
