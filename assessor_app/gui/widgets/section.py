"""A section heading with its count, on one base line."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.text import Text


class SectionHeading(QWidget):
    """The heading; `count` None shows no number."""

    def __init__(self, text: str, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.setSpacing(7)
        self._text = Text(text, Role.HEADING)
        self._count = Text("", Role.SMALL, Token.TEXT_3, tabular=True)
        layout.addWidget(self._text)
        layout.addWidget(self._count)
        layout.addStretch(1)
        self.set_count(count)

    def set_text(self, text: str) -> None:
        """Shows other words."""
        self._text.setText(text)

    def set_count(self, count: int | None) -> None:
        """Shows another count."""
        self._count.setText("" if count is None else str(count))
        self._count.setVisible(count is not None)
