"""The pages of a PDF with what was found in them marked; a click says which piece was meant."""

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assessor_app.domain.reading import SourcePage, SourcePiece
from assessor_app.gui.pages.unit_proof.marks import paint_doubt_sign, paint_mark
from assessor_app.gui.pages.unit_proof.model import Mark
from assessor_app.gui.widgets.pdf_pages import PageSize, PdfPages

_ABOVE = 90


class MarkedPages(PdfPages):
    """`piece_chosen` gives the id of the piece that was clicked."""

    piece_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: dict[int, tuple[SourcePiece, ...]] = {}
        self._marks: dict[int, Mark] = {}
        self._current: frozenset[int] = frozenset()
        self.setAccessibleName("Source")

    def set_source(self, pages: tuple[SourcePage, ...]) -> None:
        """Where the text stands; the pictures come from a feed."""
        self._pieces = {page.number - 1: page.pieces for page in pages}
        self._current = frozenset()

    def set_marks(self, marks: dict[int, Mark]) -> None:
        """Marks the pieces by their ids."""
        self._marks = marks
        self._paper.update()

    def show_pieces(self, ids: tuple[int, ...]) -> None:
        """Highlights these pieces and brings the first into view."""
        self._current = frozenset(ids)
        self._paper.update()
        found = self._first()
        if found is not None:
            bar = self.verticalScrollBar()
            seen = QRectF(0, bar.value(), self.viewport().width(), self.viewport().height())
            if not (seen.top() <= found.top() and found.bottom() <= seen.bottom()):
                bar.setValue(round(found.top()) - _ABOVE)
            self.horizontalScrollBar().setValue(max(0, round(found.left()) - _ABOVE))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.show_pieces(tuple(self._current))

    @override
    def set_pages(self, sizes: tuple[PageSize, ...]) -> None:
        super().set_pages(sizes)
        if sizes and self._current:
            self.show_pieces(tuple(self._current))

    @override
    def paint_pages(self, paper: QWidget, area: QRect) -> None:
        super().paint_pages(paper, area)
        painter = QPainter(paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self.page_count):
            place = self._place(number)
            if not place.intersects(area):
                continue
            for piece in self._pieces.get(number, ()):
                mark = self._marks.get(piece.id)
                if mark is None:
                    continue
                spot = self._spot(number, piece)
                paint_mark(painter, spot, mark, is_current=piece.id in self._current)
                if mark.has_sign:
                    paint_doubt_sign(painter, spot.left() - 4, spot.center().y())
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        spot = QPointF(self._paper.mapFrom(self.viewport(), event.position().toPoint()))
        for number, pieces in self._pieces.items():
            if number < self.page_count and self._place(number).contains(spot.toPoint()):
                hit = next((p for p in pieces if self._spot(number, p).adjusted(-3, -3, 3, 3).contains(spot)), None)
                if hit is not None:
                    self.piece_chosen.emit(hit.id)
        super().mousePressEvent(event)

    def spot_of(self, piece: int) -> QRectF | None:
        """Where a piece is painted, in the viewport; None while its page is not there."""
        for number, pieces in self._pieces.items():
            for held in pieces:
                if held.id == piece and number < self.page_count:
                    spot = self._spot(number, held)
                    return spot.translated(QPointF(self._paper.pos()))
        return None

    def _spot(self, number: int, piece: SourcePiece) -> QRectF:
        place, scale = self._place(number), self._scale()
        return QRectF(
            place.left() + piece.x * scale, place.top() + piece.y * scale, piece.width * scale, piece.height * scale
        )

    def _first(self) -> QRectF | None:
        for number, pieces in self._pieces.items():
            for piece in pieces:
                if piece.id in self._current and number < self.page_count:
                    return self._spot(number, piece)
        return None
