"""Printed pages as a word processor or a desktop publisher lays them out: ruled tables, a box of facts, furniture."""

import io
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from tests.unit_reader.specimens.truth import Unit

GREY, BLUE, GREEN = HexColor("#e4e4e4"), HexColor("#cfdff0"), HexColor("#d5ead9")


class Paper:
    """A document in the making, from the top; `header` and `footer` stand on each page."""

    def __init__(
        self,
        *,
        header: str = "",
        footer: str = "",
        size: tuple[float, float] = A4,
        font: str = "Helvetica",
        points: float = 10,
        page: str = "Page {}",
        shade: Color = GREY,
    ) -> None:
        self._header, self._footer, self._page, self._shade, self._size = header, footer, page, shade, size
        self._bold = font.replace("-Roman", "") + "-Bold"
        self._font = font
        self.width = size[0] - 100
        self._body = ParagraphStyle("body", fontName=font, fontSize=points, leading=points * 1.22, spaceAfter=4)
        self._story: list[Any] = []

    def _style(self, **changes: Any) -> ParagraphStyle:
        return ParagraphStyle("changed", parent=self._body, **changes)

    def cell(self, text: str, *, bold: bool = False) -> Paragraph:
        """A text for a table's cell."""
        return Paragraph(escape(text).replace("\n", "<br/>"), self._style(fontName=self._bold) if bold else self._body)

    def marked(self, mark: str, text: str, *, indent: float = 24) -> Paragraph:
        """A text with its mark hung to the left of it."""
        style = self._style(leftIndent=indent, bulletFontName=self._font, bulletFontSize=self._body.fontSize)
        return Paragraph(escape(text), style, bulletText=mark)

    def title(self, text: str, *, points: float = 16) -> None:
        style = self._style(fontName=self._bold, fontSize=points, leading=points * 1.25, spaceAfter=10)
        self._story.append(Paragraph(escape(text), style))

    def heading(self, text: str) -> None:
        style = self._style(fontName=self._bold, fontSize=11, leading=14, spaceBefore=8, spaceAfter=4, keepWithNext=1)
        self._story.append(Paragraph(escape(text), style))

    def text(self, *texts: str) -> None:
        """Paragraphs."""
        self._story += [self.cell(text) for text in texts]

    def bullets(self, *texts: str, mark: str = "\u2022") -> None:
        self._story += [self.marked(mark, text, indent=14) for text in texts]

    def turn(self) -> None:
        self._story.append(PageBreak())

    def table(
        self,
        rows: Sequence[Sequence[Any]],
        shares: Sequence[float],
        *,
        head: int = 1,
        shaded: Sequence[tuple[Any, ...]] = (),
        spans: Sequence[tuple[Any, ...]] = (),
        ruled: bool = True,
    ) -> None:
        """A ruled table; texts are wrapped; `head` rows are bold, shaded and repeated on each page."""
        made = [[self.cell(c, bold=r < head) if isinstance(c, str) else c for c in row] for r, row in enumerate(rows)]
        style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
        style += [("GRID", (0, 0), (-1, -1), 0.5, black)] if ruled else []
        style += [("BACKGROUND", (0, 0), (-1, head - 1), self._shade)] if head else []
        style += [("BACKGROUND", start, end, self._shade) for start, end in shaded]
        style += [("SPAN", start, end) for start, end in spans]
        widths = [self.width * share / sum(shares) for share in shares]
        self._story += [Table(made, colWidths=widths, repeatRows=head, style=style), Spacer(1, 10)]

    def box(self, *pairs: tuple[str, str], shares: tuple[float, float] = (3, 7)) -> None:
        """A box of facts, one in a row, the labels shaded."""
        rows = [(self.cell(label, bold=True), value) for label, value in pairs]
        self.table(rows, shares, head=0, shaded=(((0, 0), (0, -1)),))

    def wide_box(self, *rows: tuple[str, str, str, str], title: tuple[str, str] | None = None) -> None:
        """A box of facts, two in a row; `title` takes the width of the first row."""
        made: list[list[Any]] = [[self.cell(title[0], bold=True), title[1], "", ""]] if title else []
        made += [[self.cell(a, bold=True), b, self.cell(c, bold=True), d] for a, b, c, d in rows]
        first = 1 if title else 0
        self.table(
            made,
            (2, 3.4, 2, 2),
            head=0,
            shaded=(((0, 0), (0, -1)), ((2, first), (2, -1))),
            spans=(((1, 0), (3, 0)),) if title else (),
        )

    def outcomes_beside(
        self, unit: Unit, head: tuple[str, ...], *more: Sequence[Any], shares: Sequence[float] = (4, 7), dot: str = "."
    ) -> None:
        """A row to each outcome: the outcome, its criteria, and what else stands beside them."""
        rows: list[list[Any]] = [list(head)]
        for o, (outcome, texts) in enumerate(unit.outcomes, 1):
            criteria = [self.marked(f"{o}.{n}", t) for n, t in enumerate(texts, 1)]
            rows.append([self.marked(f"{o}{dot}", outcome, indent=16), criteria, *(column[o - 1] for column in more)])
        self.table(rows, shares)

    def outcomes_above(self, unit: Unit, label: str = "Learning outcome {}: {}", mark: str = "{o}.{n}") -> None:
        """A shaded row across the table for each outcome, and a row below it for each criterion."""
        rows: list[list[Any]] = []
        across = []
        for o, (outcome, texts) in enumerate(unit.outcomes, 1):
            across.append(len(rows))
            rows.append([self.cell(label.format(o, outcome), bold=True), ""])
            rows += [[mark.format(o=o, n=n), t] for n, t in enumerate(texts, 1)]
        spans = [((0, r), (1, r)) for r in across]
        self.table(rows, (1, 9), head=0, shaded=spans, spans=spans)

    def outcomes_numbered(self, unit: Unit, head: Sequence[str], shares: Sequence[float]) -> None:
        """A row to each criterion; the outcome's cell spans its rows; numbers have columns of their own."""
        rows: list[list[Any]] = [list(head)]
        spans: list[tuple[Any, ...]] = []
        for o, (outcome, texts) in enumerate(unit.outcomes, 1):
            start = len(rows)
            for n, t in enumerate(texts, 1):
                row = [str(o), outcome] if n == 1 else ["", ""]
                rows.append([*row, f"{o}.{n}", t, *[""] * (len(head) - 4)])
            spans += [((c, start), (c, len(rows) - 1)) for c in (0, 1)]
        self.table(rows, shares, spans=spans)

    def save(self) -> bytes:
        buffer = io.BytesIO()
        made = SimpleDocTemplate(
            buffer, pagesize=self._size, leftMargin=50, rightMargin=50, topMargin=60, bottomMargin=60, invariant=1
        )
        made.build(self._story, onFirstPage=self._furnish, onLaterPages=self._furnish)
        return buffer.getvalue()

    def _furnish(self, canvas: Canvas, document: Any) -> None:
        canvas.saveState()
        canvas.setFont(self._font, 8)
        canvas.drawString(50, self._size[1] - 36, self._header)
        canvas.drawString(50, 30, self._footer)
        canvas.drawRightString(self._size[0] - 50, 30, self._page.format(document.page))
        canvas.restoreState()
