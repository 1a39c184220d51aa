"""The scaffold of a page: title, second line, actions at the right; a main and a side column that folds under it.

Contents stop at 1272 px and stay left. Below 1180 px of window, or from 150 % text, the side column goes under the main
one. `scrolls=False` is for pages whose list scrolls itself.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessor_app.gui.overriding import override
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.text import Text

MARGIN = 44
WIDEST = 1272
FOLD_AT = 1180 - 84
FOLD_SCALE = 1.5
_NO_LIMIT = 16_777_215


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down only; `content` is the widget inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.content.setObjectName("page")
        self.content.setAutoFillBackground(False)
        # A viewport of our own: asking for Qt's makes PySide load every kind of widget (20 ms before the first paint).
        self.setViewport(QWidget())
        self.setWidget(self.content)


class TwoColumns(QWidget):
    """A `main` and a `side` column; the side goes under the main one where there is no room for both."""

    def __init__(self, side_width: int, *, gap: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side_width = side_width
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(gap)
        self.main = QVBoxLayout()
        self.side = QVBoxLayout()
        self._side_host = QWidget()
        main_host = QWidget()
        for host, column in ((main_host, self.main), (self._side_host, self.side)):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            host.setLayout(column)
        self._columns.addWidget(main_host, 1)
        self._columns.addWidget(self._side_host, 0)
        self._fold()
        look().changed.connect(self._fold)

    @property
    def is_folded(self) -> bool:
        """Whether the side column stands under the main one."""
        return self._columns.direction() == QBoxLayout.Direction.TopToBottom

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        folded = self.width() + 2 * MARGIN < FOLD_AT or look().scale >= FOLD_SCALE
        direction = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        if folded:
            self._side_host.setMinimumWidth(0)
            self._side_host.setMaximumWidth(_NO_LIMIT)
        else:
            self._side_host.setFixedWidth(self._side_width)
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)


class Page(QWidget):
    """Fill `body` (full width), and `main` and `side` when `side_width` is given."""

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        actions: tuple[QWidget, ...] = (),
        leading: QWidget | None = None,
        side_width: int = 0,
        gap: int = 40,
        top: int = 34,
        below_header: int = 22,
        header_spacing: int = 12,
        scrolls: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = QWidget()
        frame.setMaximumWidth(WIDEST + 2 * MARGIN)
        if scrolls:
            scroll = ScrollColumn()
            outer.addWidget(scroll)
            inner = QHBoxLayout(scroll.content)
            inner.setContentsMargins(0, 0, 0, 0)
        else:
            inner = QHBoxLayout()
            outer.addLayout(inner)
        inner.setSpacing(0)
        inner.addWidget(frame, 1)
        inner.addStretch(0)
        whole = QVBoxLayout(frame)
        whole.setContentsMargins(MARGIN, top, MARGIN, 32 if scrolls else 0)
        whole.setSpacing(0)
        self._title = Text(title, Role.DISPLAY, wrap=True)
        self._subtitle = Text(subtitle, Role.BODY, Token.TEXT_2, elide=True)
        if not subtitle:
            self._subtitle.hide()
        whole.addLayout(self._header(leading, actions, header_spacing))
        whole.addSpacing(below_header)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        whole.addLayout(self.body, 0 if scrolls else 1)
        self.columns = TwoColumns(side_width, gap=gap)
        self.main, self.side = self.columns.main, self.columns.side
        if side_width:
            whole.addWidget(self.columns)
        else:
            self.columns.setParent(self)
            self.columns.hide()
        if scrolls:
            whole.addStretch(1)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Shows another title and second line."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def _header(self, leading: QWidget | None, actions: tuple[QWidget, ...], spacing: int) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setSpacing(spacing)
        if leading is not None:
            header.addWidget(leading)
        words = QVBoxLayout()
        words.setSpacing(0 if leading is not None else 2)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch(1)
        header.addLayout(words, 1)
        for action in actions:
            header.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        return header
