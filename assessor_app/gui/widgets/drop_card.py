"""A place to drop files on, with a button for those who do not drag: dashed edge, icon, two lines."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import box
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.buttons import Button, Kind, Size
from assessor_app.gui.widgets.card import RADIUS
from assessor_app.gui.widgets.icon_view import IconView
from assessor_app.gui.widgets.layouts import MIDDLE, column
from assessor_app.gui.widgets.painted import pen_ready
from assessor_app.gui.widgets.rows import row_layout
from assessor_app.gui.widgets.text import Text

_EDGE = 1.5


class DropCard(QWidget):
    """`files_given` carries local files that were dropped; `choose_asked` that the person wants to pick one."""

    files_given = Signal(list)
    choose_asked = Signal()

    def __init__(self, title: str, detail: str, *, icon: str = "file-down", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_over = False
        self.setAcceptDrops(True)
        self.choose = Button("Choose", Kind.LINK, size=Size.LINK, name=f"Choose a file: {title}")
        self.choose.clicked.connect(self.choose_asked)
        layout = row_layout(spacing=18, side=26)
        layout.addWidget(_Medallion(icon), 0, MIDDLE)
        lines = (Text(title, Role.STRONG, wrap=True), Text(detail, Role.SMALL, Token.TEXT_2, wrap=True))
        layout.addLayout(column(None, *lines, None), 1)
        layout.addWidget(self.choose, 0, MIDDLE)
        self.setLayout(layout)
        self.setMinimumHeight(look().px(112))
        look().changed.connect(self.update)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if _local(event):
            event.acceptProposedAction()
            self._set_over(True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        self._set_over(False)
        super().dragLeaveEvent(event)

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        self._set_over(False)
        files = _local(event)
        if files:
            event.acceptProposedAction()
            self.files_given.emit(files)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = pen_ready(self)
        area = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        if self._is_over:
            box(painter, area, RADIUS, fill=look().colour(Token.ACCENT_TINT))
        pen = QPen(look().colour(Token.ACCENT if self._is_over else Token.BORDER), _EDGE, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, RADIUS, RADIUS)

    def _set_over(self, is_over: bool) -> None:
        self._is_over = is_over
        self.update()


class _Medallion(QWidget):
    """The icon on a round tint."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        side = look().px(48)
        self.setFixedSize(side, side)
        glyph = IconView(icon, 22, Token.ACCENT, parent=self)
        glyph.move((side - glyph.sizeHint().width()) // 2, (side - glyph.sizeHint().height()) // 2)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        box(pen_ready(self), self.rect(), self.width() / 2, fill=look().colour(Token.ACCENT_TINT))


def _local(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
