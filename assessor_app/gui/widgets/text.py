"""A label that keeps the type scale: role, colour, line height; wraps or elides, never shrinks.

QLabel has no line height, so the lines are laid out here; QLabel stays the base because screen readers know it.
Elided text is readable in full in the tooltip and as the accessible name. Refuses rich text.
"""

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from assessor_app.gui.overriding import override
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role


def lay_out(text: str, font: QFont, width: float) -> list[str]:
    """The lines that `text` takes within `width` logical pixels, broken at words."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
        if not paragraph:
            lines.append("")
    return lines


class Text(QLabel):
    """Plain text in one role and colour."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        colour: Token = Token.TEXT,
        *,
        wrap: bool = False,
        elide: bool = False,
        tabular: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._colour = colour
        self._elide = elide
        self._wrap = wrap
        self._tabular = tabular
        self._align = align
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look().font(role, tabular=tabular))
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred if wrap or elide else QSizePolicy.Policy.Minimum,
            QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed,
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)
        look().changed.connect(self._on_look_changed)

    @property
    def is_wrapping(self) -> bool:
        """Whether long text goes on in a next line."""
        return self._wrap

    @property
    def is_eliding(self) -> bool:
        """Whether long text ends in dots (the whole is in the tooltip)."""
        return self._elide

    def set_colour(self, colour: Token) -> None:
        """Takes another colour of the theme."""
        self._colour = colour
        self.update()

    @override
    def setText(self, text: str, /) -> None:
        super().setText(text)
        self.updateGeometry()
        self._note_elision()

    @override
    def hasHeightForWidth(self) -> bool:
        return self._wrap

    @override
    def heightForWidth(self, width: int, /) -> int:
        lines = len(lay_out(self.text(), self.font(), width)) if self._wrap else 1
        return max(1, lines) * look().line(self._role)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        width = math.ceil(max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0.0)) + 1
        if self._wrap:
            lines = self.text().count("\n") + 1
            return QSize(width, lines * look().line(self._role))
        return QSize(width, look().line(self._role))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self._wrap:
            return QSize(min(hint.width(), look().px(60)), look().line(self._role))
        if self._elide:
            return QSize(min(hint.width(), look().px(40)), hint.height())
        return hint

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._note_elision()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(look().colour(self._colour)))
        metrics = QFontMetricsF(self.font())
        line = look().line(self._role)
        if self._wrap:
            lines = lay_out(self.text(), self.font(), self.width())
        elif self._elide:
            lines = [metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())]
        else:
            lines = [self.text()]
        y = max(0.0, (self.height() - len(lines) * line) / 2) if not self._wrap else 0.0
        for text in lines:
            advance = metrics.horizontalAdvance(text)
            x = 0.0
            if self._align & Qt.AlignmentFlag.AlignHCenter:
                x = (self.width() - advance) / 2
            elif self._align & Qt.AlignmentFlag.AlignRight:
                x = self.width() - advance
            baseline = y + (line - metrics.height()) / 2 + metrics.ascent()
            painter.drawText(QPointF(x, baseline), text)
            y += line

    def _note_elision(self) -> None:
        if self._elide:
            cut = QFontMetricsF(self.font()).horizontalAdvance(self.text()) > self.width()
            self.setToolTip(self.text() if cut else "")

    def _on_look_changed(self) -> None:
        self.setFont(look().font(self._role, tabular=self._tabular))
        self._note_elision()
        self.updateGeometry()
        self.update()
