"""The identity block: cells on 24 columns, each a label and its value, read left to right, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import CANDIDATE, HAIR, LABEL, RULE, SECTION, VALUE, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Rich, fit, runs, set_text


@dataclass(frozen=True, slots=True)
class Cell:
    """A label, its value, and how many of the 24 columns it takes. `big` is the candidate's name."""

    label: str
    value: Rich
    span: int
    big: bool = False


def _value(cell: Cell, width: float) -> Block:
    if cell.big and isinstance(cell.value, str):
        return fit(cell.value, width, (CANDIDATE, Style(CANDIDATE.face, 10, leading=1.18)), 2)
    return set_text(runs(cell.value, VALUE), width, VALUE)


class Identity:
    """Rows of cells, measured for a width. `least` is the least height of a row."""

    def __init__(self, rows: Sequence[Sequence[Cell]], width: float, *, least: float = 9.0) -> None:
        """Set every value; nothing is cut, rows grow."""
        self._unit = width / 24
        self._width = width
        self._rows: list[tuple[float, list[tuple[Cell, float, Block, Block]]]] = []
        for row in rows:
            placed, column = [], 0
            for cell in row:
                wide = cell.span * self._unit - (2 if column == 0 else 4)
                placed.append((cell, column * self._unit, set_text(cell.label, wide, LABEL), _value(cell, wide)))
                column += cell.span
            tallest = max(label.height + value.height for _, _, label, value in placed)
            self._rows.append((max(least, tallest + 1.7), placed))

    @property
    def height(self) -> float:
        """Height of the whole block."""
        return sum(height for height, _ in self._rows)

    def draw(self, surface: Surface, x: float, y: float, parent: Node) -> None:
        """Draw with tags: a section with a heading for the reader only, then label and value in pairs."""
        section = parent.add("Sect", title="Identity")
        with surface.tag(section.add("H2")):
            surface.text(x, y + 2, "Identity", SECTION.at(8), hidden=True)
        items = section.add("L")
        surface.rule(x, y, x + self._width, y, 0.5, RULE)
        for height, cells in self._rows:
            for cell, left, label, value in cells:
                pad = 0.0 if left == 0 else 2.0
                if left:
                    surface.rule(x + left, y, x + left, y + height, 0.5, HAIR)
                item = items.add("LI")
                with surface.tag(item.add("Lbl")):
                    surface.block(label, x + left + pad, y + 0.8)
                body = item.add("LBody") if value.lines and cell.value else None
                with surface.tag(body):
                    surface.block(value, x + left + pad, y + 0.8 + label.height)
            y += height
            surface.rule(x, y, x + self._width, y, 0.5, RULE)
