"""The header of a working page: back, badge, title with a second line, actions at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import IconButton
from assessor_app.gui.widgets.layouts import clear
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.text import Text
from assessor_app.gui.widgets.unit_badge import UnitBadge


class WorkHeader(QWidget):
    """`back_asked` comes from the arrow; `ruled` draws a hairline beneath."""

    back_asked = Signal()

    def __init__(
        self,
        *,
        height: int = 84,
        right: int = 44,
        ruled: bool = False,
        actions: tuple[QWidget, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ruled = ruled
        self._height = height
        self._right = right
        self.back = IconButton("arrow-left", "Back", key="")
        self.back.setToolTip("Back  (Alt+Left)")
        self.back.clicked.connect(self.back_asked)
        self._badge = QHBoxLayout()
        self._title = Text("", Role.TITLE, elide=True)
        self._second = Text("", Role.SMALL, Token.TEXT_2, elide=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._second)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 0, right, 0)
        layout.setSpacing(12)
        layout.addWidget(self.back)
        layout.addLayout(self._badge)
        layout.addLayout(words, 1)
        for action in actions:
            layout.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        self._size()
        look().changed.connect(self._size)

    def set_title(self, title: str, second: str, *, unit: int = 0, letter: str = "") -> None:
        """Shows another title; an empty letter shows no badge."""
        self._title.setText(title)
        self._second.setText(second)
        clear(self._badge)
        if letter:
            self._badge.addWidget(UnitBadge(unit, letter, side=32))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._ruled:
            pen_ready(self).fillRect(0, self.height() - 1, self.width(), 1, look().colour(Token.HAIRLINE))

    def _size(self) -> None:
        self.setFixedHeight(look().px(self._height))
        self.update()
