"""A title that is changed where it stands: it looks like the title until the pointer or the keyboard is on it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.field import LineEdit
from assessor_app.gui.widgets.painted import pen_ready


class TitleEdit(LineEdit):
    """A QLineEdit as wide as its words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(120)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self.editingFinished.connect(self._on_finished)
        self._dress()

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text() or "Title of the visit")
        return QSize(round(width) + 3, look().line(Role.TITLE))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(look().px(80), self.sizeHint().width()), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        area = self.rect().adjusted(-6, 0, 0, 0)
        if self.hasFocus() and not self.isReadOnly():
            box(pen_ready(self), self.rect(), 6, fill=look().colour(Token.SURFACE))
            box(pen_ready(self), self.rect(), 6, border=look().colour(Token.FOCUS), width=2)
        elif self.underMouse() and not self.isReadOnly():
            box(pen_ready(self), area, 6, fill=look().colour(Token.HOVER))
        super().paintEvent(event)

    @override
    def _on_look_changed(self) -> None:
        self._dress()
        self.updateGeometry()

    def _dress(self) -> None:
        self.setFont(look().font(Role.TITLE))
        margin = 4 if self.hasFocus() else 0
        self.setTextMargins(margin - 2, 0, 0, 0)

    def _on_text_changed(self) -> None:
        self.setToolTip(self.text())
        self.updateGeometry()

    def _on_finished(self) -> None:
        self.setCursorPosition(0)
