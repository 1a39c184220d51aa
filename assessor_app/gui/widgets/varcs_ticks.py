"""Valid, authentic, reliable, current, sufficient: five ticks, each with what it asks. Refuses to tick all at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessor_app.domain.evidence import VARCS_WORDS, Varcs
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.choice import CheckBox
from assessor_app.gui.widgets.text import Text

ASKS = {
    "valid": "It is about what the criterion asks",
    "authentic": "It is the candidate's own work",
    "reliable": "Another assessor would see it the same way",
    "current": "It shows what the candidate can do now",
    "sufficient": "There is enough of it",
}


class VarcsTicks(QWidget):
    """`changed` comes with each tick of the person."""

    changed = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Text(heading, Role.SMALL_MEDIUM))
        self._ticks: dict[str, CheckBox] = {}
        self._setting = False
        for word in VARCS_WORDS:
            tick = CheckBox(word.capitalize(), ASKS[word])
            tick.toggled.connect(self._on_toggled)
            layout.addWidget(tick)
            self._ticks[word] = tick

    @property
    def varcs(self) -> Varcs:
        """What is ticked."""
        return Varcs(**{word: tick.isChecked() for word, tick in self._ticks.items()})

    def set_varcs(self, varcs: Varcs) -> None:
        """Shows these ticks; no signal."""
        self._setting = True
        for word, tick in self._ticks.items():
            tick.setChecked(getattr(varcs, word))
        self._setting = False

    def _on_toggled(self) -> None:
        if not self._setting:
            self.changed.emit()
