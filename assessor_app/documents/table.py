"""A plain table: a head that stands again on each page as an artifact, rows that are cut only if taller than a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor_app.documents.flow import Item
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import GRID, HAIR, TABLE_HEAD
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Rich, set_text


@dataclass(frozen=True, slots=True)
class Column:
    """Heading and width in millimetres."""

    heading: str
    width: float


class TableItems:
    """Makes the flow items of one table; the structure nodes are made when rows are drawn."""

    def __init__(self, columns: Sequence[Column], x: float, section: Node, *, least: float = 0.0) -> None:
        """`section` receives the table."""
        self._columns = columns
        self._x = x
        self._width = sum(c.width for c in columns)
        self._section = section
        self._least = least
        self._table: Node | None = None
        self._headers: list[Node] = []
        self._head_height = max(set_text(c.heading, c.width - 1.4, TABLE_HEAD).height for c in columns) + 1.6

    def _node(self) -> Node:
        if self._table is None:
            self._table = self._section.add("Table")
        return self._table

    def _draw_head(self, surface: Surface, y: float, *, tagged: bool) -> None:
        row = self._node().add("TR") if tagged else None
        x = self._x
        surface.rule(x, y, x + self._width, y, 1.25)
        for column in self._columns:
            node = row.add("TH", scope="Column") if row is not None else None
            if node is not None:
                self._headers.append(node)
            block = set_text(column.heading, column.width - 1.4, TABLE_HEAD)
            with surface.tag(node):
                surface.block(block, x, y + self._head_height - 0.8 - block.height)
            x += column.width
        surface.rule(self._x, y + self._head_height, x, y + self._head_height, 0.75)

    def head(self) -> Item:
        """The head as it first stands, kept with the first row."""
        return Item(height=self._head_height, draw=lambda s, y: self._draw_head(s, y, tagged=True), keep=True)

    def repeated_head(self) -> Item:
        """The head as it stands on later pages."""
        return Item(height=self._head_height, draw=lambda s, y: self._draw_head(s, y, tagged=False))

    def row(self, cells: Sequence[Rich], *, last: bool) -> Item:
        """One row; the last has a heavier rule."""
        blocks = tuple(set_text(t, c.width - 1.6, GRID) for t, c in zip(cells, self._columns, strict=True))
        return self._row(blocks, [], last=last)

    def _row(self, blocks: tuple[Block, ...], cells: list[Node], *, last: bool) -> Item:
        height = max(self._least, max(b.height for b in blocks) + 1.9)

        def draw(surface: Surface, y: float) -> None:
            if not cells:
                tr = self._node().add("TR")
                for count in range(len(blocks)):
                    cells.append(tr.add("TD", headers=(self._headers[count],) if self._headers else ()))
            x = self._x
            for block, column, cell in zip(blocks, self._columns, cells, strict=True):
                with surface.tag(cell):
                    surface.block(block, x, y + 0.9)
                x += column.width
            surface.rule(self._x, y + height, x, y + height, 0.75 if last else 0.4, 0.0 if last else HAIR)

        def cut(room: float) -> tuple[Item, Item] | None:
            lines = int((room - 2.0) / blocks[0].leading)
            if lines < 2:
                return None
            tops, rests = [], []
            for block in blocks:
                top, rest = block.cut(lines * block.leading) if len(block.lines) > lines else (block, _empty(block))
                tops.append(top)
                rests.append(rest)
            if not any(r.lines for r in rests):
                return None
            return self._row(tuple(tops), cells, last=False), self._row(tuple(rests), cells, last=last)

        return Item(height=height, draw=draw, repeat=self.repeated_head(), cut=cut)


def _empty(block: Block) -> Block:
    return Block(lines=(), leading=block.leading, size=block.size)
