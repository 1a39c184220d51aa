"""The pages of a document under each other, each on its shadow; zoom, fit to width, page keys.

It draws nothing itself: for each page that is looked at it asks for a picture at the resolution of the screen, shows a
stretched one meanwhile, and drops those that are far away. White in every theme, as paper is.
"""

from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.paint import shadow
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.painted import note_focus

_GAP = 32
_SIDE = 36
_AT_100 = 96 / 72
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_KEPT_AROUND = 2


class PageSize(NamedTuple):
    """In points."""

    width: float
    height: float


class _Paper(QWidget):
    def __init__(self, owner: "PdfPages") -> None:
        super().__init__()
        self._owner = owner
        self.setObjectName("page")

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        self._owner.paint_pages(self, event.rect())


class PdfPages(QScrollArea):
    """`wanted` asks for page n at so many pixels a point; answer with `set_picture`. Pages count from 0."""

    wanted = Signal(int, float)
    zoomed = Signal(int)
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[PageSize, ...] = ()
        self._zoom = 0.0  # 0 fits the width
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._asked: dict[int, float] = {}
        self._tops: list[int] = []
        self._page = -1
        self._paper = _Paper(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._paper)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName("Document")
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look().changed.connect(self._paper.update)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in the middle of what is seen, from 0; -1 without pages."""
        return self._page

    @property
    def percent(self) -> int:
        """The zoom that is shown; 100 is the size of the paper."""
        return round(self._scale() / _AT_100 * 100) if self._sizes else 100

    def set_pages(self, sizes: tuple[PageSize, ...]) -> None:
        """Shows a document of these page sizes, from its top."""
        self._sizes = sizes
        self._pictures.clear()
        self._asked.clear()
        self._page = -1
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._on_scrolled()

    def set_picture(self, number: int, scale: float, image: QImage) -> None:
        """The picture that was asked for."""
        self._pictures[number] = (scale, image)
        if self._asked.get(number) == scale:
            del self._asked[number]
        self._paper.update(self._place(number))

    def zoom_in(self) -> None:
        """The next larger step."""
        now = self.percent / 100
        self._set_zoom(next((s for s in _STEPS if s > now + 0.005), _STEPS[-1]))

    def zoom_out(self) -> None:
        """The next smaller step."""
        now = self.percent / 100
        self._set_zoom(next((s for s in reversed(_STEPS) if s < now - 0.005), _STEPS[0]))

    def fit_width(self) -> None:
        """As wide as the window lets it be."""
        self._set_zoom(0.0)

    def show_page(self, number: int) -> None:
        """Brings the top of a page into view."""
        if 0 <= number < len(self._sizes):
            self.verticalScrollBar().setValue(self._place(number).top() - _GAP // 2)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown:
                self.show_page(min(self._page + 1, len(self._sizes) - 1))
            case Qt.Key.Key_PageUp:
                self.show_page(max(self._page - 1, 0))
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + self.viewport().height() - 60)
            case _:
                super().keyPressEvent(event)

    def paint_pages(self, paper: QWidget, area: QRect) -> None:
        """Paints the pages that touch `area`; asks for those that are not there at this resolution."""
        painter = QPainter(paper)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = round(self._scale() * self.devicePixelRatioF(), 4)
        seen = [n for n in range(len(self._sizes)) if self._place(n).adjusted(0, -_GAP, 0, _GAP).intersects(area)]
        theme = look().theme
        if len(seen) == 1 or theme.is_contrast:  # the soft shadows of two pages would add up between them
            for number in seen:
                shadow(painter, self._place(number), 2, theme.shadow, sharp=theme.is_contrast)
        for number in seen:
            place = self._place(number)
            painter.fillRect(place.adjusted(-1, -1, 1, 1), look().colour(Token.HAIRLINE))
            painter.fillRect(place, look().colour(Token.PAPER))
            held = self._pictures.get(number)
            if held is not None:
                painter.drawImage(QRectF(place), held[1])
            if (held is None or held[0] != scale) and self._asked.get(number) != scale:
                self._asked[number] = scale
                self.wanted.emit(number, scale)

    def _set_zoom(self, zoom: float) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._zoom = zoom
        self._arrange()
        bar.setValue(round(share * bar.maximum()))

    def _scale(self) -> float:
        if self._zoom:
            return self._zoom * _AT_100
        widest = max((s.width for s in self._sizes), default=595.0)
        room = self.viewport().width() - 2 * _SIDE
        return max(0.2, min(room / widest, 2 * _AT_100))

    def _arrange(self) -> None:
        scale = self._scale()
        width = round(max((s.width for s in self._sizes), default=0.0) * scale) + 2 * _SIDE
        heights = (round(s.height * scale) + _GAP for s in self._sizes)
        *self._tops, height = accumulate(heights, initial=_GAP)
        self._paper.setFixedSize(QSize(max(width, self.viewport().width()), height if self._sizes else 0))
        self._paper.update()
        self.zoomed.emit(self.percent)

    def _place(self, number: int) -> QRect:
        scale = self._scale()
        size = self._sizes[number]
        width = round(size.width * scale)
        return QRect(
            QPoint((self._paper.width() - width) // 2, self._tops[number]), QSize(width, round(size.height * scale))
        )

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        found = -1
        for number in range(len(self._sizes)):
            if self._place(number).top() - _GAP <= middle:
                found = number
        if found == self._page:
            return
        self._page = found
        self.setAccessibleName(f"Document, page {found + 1} of {len(self._sizes)}" if self._sizes else "Document")
        for number in [n for n in self._pictures if abs(n - found) > _KEPT_AROUND]:
            del self._pictures[number]
        self.page_changed.emit(found)
