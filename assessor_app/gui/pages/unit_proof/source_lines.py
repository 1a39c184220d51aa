"""A source that has no pages of its own (text, Word, web page): its lines in columns, with what was found marked.

Pieces keep their order and their share of the width; long ones go on in a next line instead of leaving the pane.
"""

from dataclasses import dataclass
from itertools import groupby, pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from assessor_app.domain.reading import SourcePage, SourcePiece
from assessor_app.gui.pages.unit_proof.marks import paint_doubt_sign, paint_mark, paper
from assessor_app.gui.pages.unit_proof.model import Mark
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.theme.typography import Role
from assessor_app.gui.widgets.painted import note_focus
from assessor_app.gui.widgets.text import lay_out

_MARGIN = 28
_GAP = 12
_ROW_GAP = 5
_LEAST_ROOM = 24
_MOST_COLUMNS = 8
_WIDEST_COLUMN = 170.0
_ABOVE = 90


@dataclass(frozen=True, slots=True)
class _Placed:
    piece: SourcePiece
    area: QRectF
    lines: tuple[str, ...]


class _Sheet(QWidget):
    def __init__(self, owner: "SourceLines") -> None:
        super().__init__()
        self._owner = owner
        self.setObjectName("page")

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        self._owner.paint_lines(self, event.rect())


class SourceLines(QScrollArea):
    """`piece_chosen` gives the id of the piece that was clicked."""

    piece_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[SourcePage, ...] = ()
        self._placed: list[_Placed] = []
        self._marks: dict[int, Mark] = {}
        self._current: frozenset[int] = frozenset()
        self._sheet = _Sheet(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Source")
        look().changed.connect(self._arrange)

    def set_source(self, pages: tuple[SourcePage, ...]) -> None:
        """Shows the text of these pages."""
        self._pages = pages
        self._current = frozenset()
        self._arrange()
        self.verticalScrollBar().setValue(0)

    def set_marks(self, marks: dict[int, Mark]) -> None:
        """Marks the pieces by their ids."""
        self._marks = marks
        self._sheet.update()

    def show_pieces(self, ids: tuple[int, ...]) -> None:
        """Highlights these pieces and brings the first into view."""
        self._current = frozenset(ids)
        self._sheet.update()
        found = [p.area for p in self._placed if p.piece.id in self._current]
        if found:
            bar = self.verticalScrollBar()
            bottom = min(found[-1].bottom(), found[0].top() + self.viewport().height() - 20)
            if found[0].top() < bar.value() or bottom > bar.value() + self.viewport().height():
                bar.setValue(round(found[0].top()) - _ABOVE)

    def spot_of(self, piece: int) -> QRectF | None:
        """Where a piece is painted, in the viewport; None where it is not shown."""
        found = next((p.area for p in self._placed if p.piece.id == piece), None)
        return found.translated(QPointF(self._sheet.pos())) if found is not None else None

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        spot = QPointF(self._sheet.mapFrom(self.viewport(), event.position().toPoint()))
        hit = next((p for p in self._placed if p.area.adjusted(-3, -2, 3, 2).contains(spot)), None)
        if hit is not None:
            self.piece_chosen.emit(hit.piece.id)
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.show_pieces(tuple(self._current))

    def paint_lines(self, sheet: QWidget, area: QRect) -> None:
        """Paints what touches `area`."""
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, paper(Token.PAPER))
        font, step = look().font(Role.SMALL), look().line(Role.SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for placed in self._placed:
            if placed.area.bottom() < area.top() - 8 or placed.area.top() > area.bottom() + 8:
                continue
            mark = self._marks.get(placed.piece.id)
            for number, line in enumerate(placed.lines):
                top = placed.area.top() + number * step
                if mark is not None:
                    words = QRectF(placed.area.left(), top + 1, max(8.0, metrics.horizontalAdvance(line)), step - 2)
                    paint_mark(painter, words, mark, is_current=placed.piece.id in self._current)
                painter.setPen(paper(Token.TEXT if mark is not None else Token.TEXT_2))
                base = top + (step - metrics.height()) / 2 + metrics.ascent()
                painter.drawText(QPointF(placed.area.left(), base), line)
            if mark is not None and mark.has_sign:
                paint_doubt_sign(painter, placed.area.left() - 4, placed.area.top() + step / 2)
        painter.end()

    def _arrange(self) -> None:
        width = self.viewport().width()
        room = float(max(120, width - 2 * _MARGIN))
        self._placed = []
        top = float(_MARGIN)
        for page in self._pages:
            rows = [list(row) for _, row in groupby(sorted(page.pieces, key=lambda p: (p.y, p.x)), key=lambda p: p.y)]
            lefts = _columns(rows, page.width, room)
            last = None
            for pieces in rows:
                if last is not None and pieces[0].y - last > 1.9 * pieces[0].height:
                    top += look().line(Role.SMALL) / 2
                last = pieces[0].y
                top = self._place_row(pieces, lefts, room, top)
            top += look().line(Role.SMALL)
        self._sheet.setFixedSize(QSize(max(1, width), max(round(top) + _MARGIN, self.viewport().height())))
        self._sheet.update()

    def _place_row(self, pieces: list[SourcePiece], lefts: dict[float, float], room: float, top: float) -> float:
        font, step = look().font(Role.SMALL), look().line(Role.SMALL)
        metrics = QFontMetricsF(font)
        height = 0
        for n, piece in enumerate(pieces):
            left = lefts[piece.x]
            end = lefts[pieces[n + 1].x] - _GAP if n + 1 < len(pieces) else room
            room_here = max(_LEAST_ROOM, end - left)
            fits = metrics.horizontalAdvance(piece.text) <= room_here and "\n" not in piece.text
            lines = (piece.text,) if fits else tuple(lay_out(piece.text, font, room_here))
            area = QRectF(_MARGIN + left, top, max(20.0, end - left), step * max(1, len(lines)))
            self._placed.append(_Placed(piece, area, lines))
            height = max(height, len(lines))
        return top + height * step + _ROW_GAP


def _columns(rows: list[list[SourcePiece]], width: float, room: float) -> dict[float, float]:
    """Where each left edge of the page comes to stand in `room`.

    Few edges are the columns of a table: each gets what its words need, within reason, and the last one the rest.
    Many edges are set words: they keep their share of the width.
    """
    edges = sorted({p.x for row in rows for p in row})
    first = edges[0] if edges else 0.0
    natural = min(1.0, room / max(1.0, width))
    if len(edges) > _MOST_COLUMNS:
        return {x: (x - first) * natural for x in edges}
    metrics = QFontMetricsF(look().font(Role.SMALL))
    wanted = dict.fromkeys(edges, 0.0)
    for row in rows:
        for piece, after in pairwise(row):
            need = min(metrics.horizontalAdvance(piece.text), _WIDEST_COLUMN) + _GAP + 4
            between = [x for x in edges if piece.x <= x < after.x]
            if sum(wanted[x] for x in between) < need:
                wanted[between[-1]] += need - sum(wanted[x] for x in between)
    whole = sum(wanted.values())
    last = max(_WIDEST_COLUMN, room / max(1, len(edges)))
    shrink = min(1.0, (room - min(last, room / 2)) / whole) if whole else 1.0
    lefts, left = {}, 0.0
    for x in edges:
        lefts[x] = left
        left += wanted[x] * shrink
    return lefts
