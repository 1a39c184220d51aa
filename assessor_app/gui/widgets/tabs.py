"""Tabs as words on a hairline, with a count beside each and a 2 px accent line under the one that is open."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import note_focus, pen_ready

_GAP = 26
_COUNT_GAP = 7


class Tabs(QTabBar):
    """`currentChanged` (Qt's own signal) says which tab is open."""

    def __init__(self, labels: tuple[str, ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[int, int] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(name)
        for label in labels:
            self.addTab(label)
        look().changed.connect(self._on_look_changed)

    def set_count(self, index: int, count: int | None) -> None:
        """Shows a count beside the tab; None shows none."""
        if count is None:
            self._counts.pop(index, None)
        else:
            self._counts[index] = count
        label = self.tabText(index)
        self.setAccessibleTabName(index, label if count is None else f"{label}, {count}")
        self.setTabText(index, label)
        self.update()

    @override
    def tabSizeHint(self, index: int, /) -> QSize:
        width = QFontMetricsF(look().font(Role.STRONG)).horizontalAdvance(self.tabText(index))
        if index in self._counts:
            width += _COUNT_GAP + QFontMetricsF(look().font(Role.MEDIUM)).horizontalAdvance(str(self._counts[index]))
        return QSize(round(width + 0.5) + _GAP, look().px(40) + 1)

    @override
    def minimumTabSizeHint(self, index: int, /) -> QSize:
        return self.tabSizeHint(index)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look().colour(Token.HAIRLINE))
        for index in range(self.count()):
            area = self.tabRect(index)
            is_open = index == self.currentIndex()
            font = look().font(Role.STRONG if is_open else Role.MEDIUM)
            metrics = QFontMetricsF(font)
            base = area.top() + (area.height() - 1 - metrics.height()) / 2 + metrics.ascent()
            painter.setFont(font)
            painter.setPen(look().colour(Token.TEXT if is_open else Token.TEXT_2))
            painter.drawText(QPointF(area.left(), base), self.tabText(index))
            if index in self._counts:
                x = area.left() + metrics.horizontalAdvance(self.tabText(index)) + _COUNT_GAP
                painter.setFont(look().font(Role.MEDIUM, tabular=True))
                painter.setPen(look().colour(Token.TEXT_3))
                painter.drawText(QPointF(x, base), str(self._counts[index]))
            if is_open:
                line = QRectF(area.left(), self.height() - 2, area.width() - _GAP, 2)
                painter.fillRect(line, look().colour(Token.ACCENT))

    def _on_look_changed(self) -> None:
        for index in range(self.count()):
            self.setTabText(index, self.tabText(index))
        self.updateGeometry()
        self.update()
