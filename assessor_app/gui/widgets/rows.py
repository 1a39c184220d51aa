"""Rows in a card: hairlines between them and none at the ends; the row that matters now stands on the accent tint.

For short lists of a page. Long lists are delegate-painted and do not come here.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.card import RADIUS, Card
from assessor_app.gui.widgets.layouts import clear
from assessor_app.gui.widgets.painted import pen_ready


class ListRow(QWidget):
    """One row with a least height; `matters_now` gives it the accent tint."""

    def __init__(
        self, content: QLayout, *, height: int = 76, matters_now: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._height = height
        self._matters_now = matters_now
        self.is_first = False
        self.is_last = False
        self.setLayout(content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(content.hasHeightForWidth())
        self.setSizePolicy(policy)
        look().changed.connect(self._on_look_changed)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        hint = layout.totalSizeHint() if layout is not None else QSize()
        return QSize(hint.width(), max(hint.height(), look().px(self._height)))

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        hint = layout.totalMinimumSize() if layout is not None else QSize()
        return QSize(hint.width(), max(hint.height(), look().px(self._height)))

    @override
    def hasHeightForWidth(self) -> bool:
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    @override
    def heightForWidth(self, width: int, /) -> int:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return self.sizeHint().height()
        return max(look().px(self._height), layout.totalHeightForWidth(width))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        if self._matters_now:
            area = QRectF(self.rect())
            shape = QPainterPath()
            shape.setFillRule(Qt.FillRule.WindingFill)
            radius = RADIUS - 1
            shape.addRoundedRect(area, radius, radius)
            if not self.is_first:
                shape.addRect(QRectF(0, 0, area.width(), area.height() / 2))
            if not self.is_last:
                shape.addRect(QRectF(0, area.height() / 2, area.width(), area.height() / 2))
            painter.fillPath(shape, look().colour(Token.ACCENT_TINT))
            if look().theme.is_contrast:
                painter.setPen(QPen(look().colour(Token.ACCENT), 1))
                painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        if not self.is_first:
            painter.fillRect(QRectF(0, 0, self.width(), 1), look().colour(Token.HAIRLINE))

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class RowsCard(Card):
    """A card of rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(1, 1, 1, 1), parent=parent)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    def set_rows(self, rows: list[ListRow]) -> None:
        """Shows these rows instead of what was there."""
        clear(self._rows)
        for number, row in enumerate(rows):
            row.is_first = number == 0
            row.is_last = number == len(rows) - 1
            self._rows.addWidget(row)


def row_layout(*, spacing: int = 18, side: int = 20) -> QHBoxLayout:
    """The horizontal layout of a row."""
    layout = QHBoxLayout()
    layout.setContentsMargins(side, 8, side, 8)
    layout.setSpacing(spacing)
    return layout
