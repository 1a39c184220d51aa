"""The base of small painted widgets: repaints when the look changes, and notes whether focus came by mouse."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from assessor_app.gui.overriding import override
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.style import BY_MOUSE


def note_focus(widget: QWidget, event: QFocusEvent) -> None:
    """Remembers how the focus came: the ring is for the keyboard."""
    widget.setProperty(BY_MOUSE, event.reason() == Qt.FocusReason.MouseFocusReason)


def pen_ready(widget: QWidget) -> QPainter:
    """A painter on `widget` with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


class Painted(QWidget):
    """A widget of a fixed, text-scaled size that paints itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self._on_look_changed)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
