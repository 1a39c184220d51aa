"""A row or card that can be pressed as a whole and holds other widgets.

A QPushButton underneath, so that keyboard and screen readers know it; its look is only the hover and press fill.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.style import RING_RADIUS
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.painted import note_focus, pen_ready


class Clickable(QPushButton):
    """`carded` paints a card behind the content."""

    def __init__(
        self,
        content: QLayout,
        name: str,
        *,
        description: str = "",
        carded: bool = False,
        radius: int = 7,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._carded = carded
        self._radius = 11 if carded else radius
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(RING_RADIUS, self._radius + 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(content.hasHeightForWidth())
        self.setSizePolicy(policy)
        self.setLayout(content)
        for child in self.findChildren(QWidget):
            if child.focusPolicy() == Qt.FocusPolicy.NoFocus:
                child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look().changed.connect(self._on_look_changed)

    @override
    def hasHeightForWidth(self) -> bool:
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    @override
    def heightForWidth(self, width: int, /) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        fill = Token.PRESS if self.isDown() else Token.HOVER if self.underMouse() else None
        if self._carded:
            box(
                painter,
                self.rect(),
                self._radius,
                fill=look().colour(fill or Token.SURFACE),
                border=look().colour(Token.HAIRLINE),
            )
        elif fill is not None:
            box(painter, self.rect(), self._radius, fill=look().colour(fill))

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
