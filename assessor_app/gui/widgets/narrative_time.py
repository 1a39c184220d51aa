"""A small field over the margin in which a paragraph's time is changed. Refuses what is not a time of day."""

import re

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.field import LineEdit
from assessor_app.gui.widgets.painted import pen_ready


def time_of_day(text: str) -> str:
    """`9.05`, `0905` or `9:05` as `09:05`; empty where it is no time."""
    found = re.fullmatch(r"\s*(\d{1,2})[.:h ]?(\d{2})\s*", text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return ""
    return f"{int(found[1]):02d}:{found[2]}"


class TimeEdit(LineEdit):
    """`given` has the new time; `left` comes when the person goes without one."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Time of the paragraph")
        self.setMaxLength(5)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def open_at(self, area: QRect, time: str) -> None:
        """Shows `time` over `area`, ready to be typed over."""
        self.setFont(look().font(Role.SMALL_MEDIUM, tabular=True))
        self.setGeometry(area)
        self.setText(time)
        self.selectAll()
        self.show()
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        if not self.isHidden():
            self._finish()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        box(pen_ready(self), self.rect(), 5, fill=look().colour(Token.SURFACE))
        super().paintEvent(event)
        box(pen_ready(self), self.rect(), 5, border=look().colour(Token.FOCUS), width=2)

    def _finish(self) -> None:
        time = time_of_day(self.text())
        self.hide()
        if time:
            self.given.emit(time)
        else:
            self.left.emit()
