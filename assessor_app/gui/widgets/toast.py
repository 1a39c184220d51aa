"""The toast: what happened, and Undo with its key; at the bottom of the page for 8 s, longer while hovered or focused.

One at a time: a new one takes the place of the old. It never takes the focus; it is announced.
"""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPropertyAnimation, QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import SHADOW_SPREAD, box, shadow
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.chip import Chip, ChipData
from assessor_app.gui.widgets.layouts import clear
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.text import Text

_STAYS_MS = 8000
_RISE = 6
_RISE_MS = 160
_RADIUS = 10
_HEIGHT = 48


class Toast(QWidget):
    """A floating child of the page; `place` puts it at the bottom centre of a rectangle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(16)
        self._on_undo: Callable[[], None] | None = None
        self._undo: Button | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time_up)
        self._motion = QPropertyAnimation(self, b"pos", self)
        self._motion.setDuration(_RISE_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def undo_button(self) -> Button | None:
        """The Undo button that is shown, if any."""
        return self._undo

    def say(
        self,
        text: str,
        undo_label: str | None = None,
        on_undo: Callable[[], None] | None = None,
        chips: tuple[ChipData, ...] = (),
        key: str = "Ctrl+Z",
    ) -> None:
        """Shows `text`; Undo calls `on_undo` once and the toast goes."""
        self.hide()  # what is added to a visible widget is shown, and so measured, only later
        clear(self._row)
        spread = SHADOW_SPREAD
        has_undo = on_undo is not None
        self._row.setContentsMargins(spread + 18, spread, spread + (8 if has_undo else 18), spread)
        for chip in chips:
            self._row.addWidget(Chip(chip))
        self._row.addWidget(Text(text, Role.BODY, Token.ON_TOAST))
        self._on_undo = on_undo
        self._undo = None
        if has_undo:
            self._undo = Button(undo_label or "Undo", Kind.TOAST, key=key, size=Size.NORMAL)
            self._undo.clicked.connect(self._on_undo_clicked)
            self._row.addWidget(self._undo)
        self.setAccessibleName(text)
        self.adjustSize()
        self.raise_()
        self.show()
        self._timer.start(_STAYS_MS)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def place(self, left: int, width: int, bottom: int, *, rises: bool = False) -> None:
        """Bottom centre of the page that spans `left` to `left + width`; the lower edge is 26 px above `bottom`."""
        self.adjustSize()
        target = QPoint(left + (width - self.width()) // 2, bottom - 26 - self.height() + SHADOW_SPREAD)
        if rises and look().motion:
            self._motion.stop()
            self._motion.setStartValue(target + QPoint(0, _RISE))
            self._motion.setEndValue(target)
            self._motion.start()
        else:
            self.move(target)

    @override
    def sizeHint(self) -> QSize:
        hint = self._row.totalSizeHint()
        return QSize(hint.width(), max(hint.height(), look().px(_HEIGHT) + 2 * SHADOW_SPREAD))

    @override
    def enterEvent(self, event: QEnterEvent, /) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        self._timer.start(_STAYS_MS)
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        spread = SHADOW_SPREAD
        area = self.rect().adjusted(spread, spread, -spread, -spread)
        shadow(painter, area, _RADIUS, look().theme.shadow, sharp=look().theme.is_contrast)
        box(painter, area, _RADIUS, fill=look().colour(Token.TOAST))

    def _on_time_up(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._timer.start(_STAYS_MS)
            return
        self.hide()

    def _on_undo_clicked(self) -> None:
        undo = self._on_undo
        self._on_undo = None
        self.hide()
        if self._undo is not None:
            self._undo.setEnabled(False)
        if undo is not None:
            undo()
