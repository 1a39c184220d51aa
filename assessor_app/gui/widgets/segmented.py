"""The segmented switch: two to four words, one of them on. Radio buttons underneath, so arrows move within it."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import note_focus, pen_ready


class _Segment(QRadioButton):
    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(look().font(Role.STRONG)).horizontalAdvance(self.text())
        return QSize(round(width + 0.5) + 28, look().px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        if self.isChecked():
            box(painter, self.rect(), 6, fill=look().colour(Token.SURFACE), border=look().colour(Token.BORDER))
        elif self.underMouse():
            box(painter, self.rect(), 6, fill=look().colour(Token.HOVER))
        painter.setFont(look().font(Role.STRONG if self.isChecked() else Role.MEDIUM))
        painter.setPen(look().colour(Token.TEXT if self.isChecked() else Token.TEXT_2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segmented(QWidget):
    """`chosen` gives the id of the segment the person took."""

    chosen = Signal(str)

    def __init__(self, segments: tuple[tuple[str, str], ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._segments: dict[str, _Segment] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for identity, words in segments:
            segment = _Segment(words)
            segment.toggled.connect(self._on_toggled)
            self._segments[identity] = segment
            layout.addWidget(segment)
        self._setting = False
        look().changed.connect(self._on_look_changed)

    @property
    def choice(self) -> str:
        """The id of the segment that is on, or empty."""
        return next((identity for identity, segment in self._segments.items() if segment.isChecked()), "")

    def set_choice(self, identity: str) -> None:
        """Turns a segment on; no signal."""
        self._setting = True
        self._segments[identity].setChecked(True)
        self._setting = False

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        box(pen_ready(self), self.rect(), 8, fill=look().colour(Token.SUNKEN), border=look().colour(Token.HAIRLINE))

    def _on_toggled(self, checked: bool) -> None:
        if checked and not self._setting:
            self.chosen.emit(self.choice)

    def _on_look_changed(self) -> None:
        for segment in self._segments.values():
            segment.updateGeometry()
        self.updateGeometry()
        self.update()
