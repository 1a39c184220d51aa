"""What every kind of document is turned into before the engine sees it: rows of cells of lines, each with its place.

Free text is a row with one cell and table 0. Fronts keep what they know (cells, spans, paragraph gaps) and decide
nothing about units. `Canvas` collects the pages that a person is shown beside the result.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from assessor_app.domain.reading import DocumentKind, SourcePage, SourcePiece

LINE_HEIGHT = 14.0
CHARACTER_WIDTH = 5.6
LINES_A_PAGE = 60
COLUMN_WIDTH = 260.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text; `gap`: a paragraph begins here; `heading`: the author marked it as a heading (1 the largest)."""

    text: str
    pieces: tuple[int, ...]
    page: int
    gap: bool = False
    heading: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table, or free text; `column` counts from 0 over spans."""

    lines: tuple[Line, ...]
    column: int = 0

    @property
    def text(self) -> str:
        """All its words on one line."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells side by side. `table` is 0 for free text, else the same for all rows of one table.

    `wrapped`: a line's end may be the page's edge, not the author's paragraph.
    """

    cells: tuple[Cell, ...]
    table: int = 0
    wrapped: bool = False

    @property
    def page(self) -> int:
        """Page of its first line."""
        return next((line.page for cell in self.cells for line in cell.lines), 1)

    @property
    def text(self) -> str:
        """All its words on one line."""
        return " ".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A whole document. `furniture` holds lines that repeat on page after page, already taken out of `rows`.

    `unsure` are pieces that were recognised on an image and may be wrong.
    `around` holds what a web page has beside its content: its name, its logo's words and its footer.
    """

    kind: DocumentKind
    pages: tuple[SourcePage, ...]
    rows: tuple[Row, ...]
    furniture: tuple[Line, ...] = ()
    around: tuple[Line, ...] = ()
    empty_pages: tuple[int, ...] = ()
    unsure: frozenset[int] = frozenset()


@dataclass(slots=True)
class Canvas:
    """Gives lines their place where the document has no pages of its own: top to bottom, cells side by side."""

    pages: list[SourcePage] = field(default_factory=list)
    _pieces: list[SourcePiece] = field(default_factory=list)
    _next: int = 1
    _line: int = 0
    _width: float = 600.0

    @property
    def page(self) -> int:
        """Number of the page that is being filled."""
        return len(self.pages) + 1

    def write(self, text: str, *, column: float = 0, gap: bool = False, heading: int = 0, drop: int = 0) -> Line:
        """Puts text into a column; `drop` lines further down than the current row begins."""
        x = 20.0 + column * COLUMN_WIDTH
        width = max(4.0, len(text) * CHARACTER_WIDTH)
        y = 20.0 + (self._line + drop) * LINE_HEIGHT
        piece = SourcePiece(id=self._next, page=self.page, x=x, y=y, width=width, height=LINE_HEIGHT, text=text)
        self._pieces.append(piece)
        self._next += 1
        self._width = max(self._width, x + width + 20)
        return Line(text=text, pieces=(piece.id,), page=self.page, gap=gap, heading=heading)

    def advance(self, lines: int = 1) -> None:
        """Moves down; begins a new page where this one is full."""
        self._line += lines
        if self._line >= LINES_A_PAGE:
            self.break_page()

    def break_page(self) -> None:
        """Ends the page, if anything stands on it."""
        if self._pieces:
            height = 40.0 + max(self._line, LINES_A_PAGE) * LINE_HEIGHT
            height = max(height, max(p.y + p.height for p in self._pieces) + 20)
            self.pages.append(
                SourcePage(number=self.page, width=self._width, height=height, pieces=tuple(self._pieces))
            )
        self._pieces, self._line, self._width = [], 0, 600.0

    def finish(self) -> tuple[SourcePage, ...]:
        """All pages."""
        self.break_page()
        return tuple(self.pages)


_REPAIRS = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "\ufeff": "",
    "â€™": "’",
    "â€˜": "‘",
    "â€œ": "“",
    "â€\u009d": "”",
    "â€“": "–",
    "â€”": "—",
    "Â£": "£",
    "Â ": " ",
    "\uf0b7": "•",
    "\uf0a7": "•",
    "\uf0d8": "•",
}
_REPAIR = re.compile("|".join(re.escape(k) for k in _REPAIRS))


def clean(text: str) -> str:
    """Text with what is certainly damage repaired: ligatures, invisible characters, twice-decoded quotation marks."""
    text = unicodedata.normalize("NFC", text)
    text = _REPAIR.sub(lambda m: _REPAIRS[m[0]], text)
    return "".join(c for c in text if c in "\t\n" or unicodedata.category(c) != "Cc")


def squeeze(text: str) -> str:
    """Words with single blanks between them."""
    return " ".join(text.split())
