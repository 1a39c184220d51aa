"""Pages drawn line by line, where a document template's tables would be too tidy."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas


class Sheet:
    """Sheets of paper with a header and a footer, written from the top; `y` is where the next line goes, in points."""

    def __init__(
        self,
        *,
        header: str = "",
        footer: str = "",
        size: tuple[float, float] = A4,
        left: float = 56,
        numbered: str = "Page {}",
    ) -> None:
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=size, invariant=1)
        self._size, self._header, self._footer, self._numbered = size, header, footer, numbered
        self.left, self.page = left, 0
        self.y = 0.0
        self._begin()

    def _begin(self) -> None:
        self.page += 1
        self.canvas.setFont("Helvetica", 8)
        self.canvas.drawString(self.left, self._size[1] - 34, self._header)
        self.canvas.drawString(self.left, 28, self._footer)
        self.canvas.drawRightString(self._size[0] - 50, 28, self._numbered.format(self.page))
        self.y = self._size[1] - 70

    def turn(self) -> None:
        """Begins the next page."""
        self.canvas.showPage()
        self._begin()

    def room(self, height: float) -> None:
        """Turns the page where less than that is left."""
        if self.y - height < 60:
            self.turn()

    @staticmethod
    def wrapped(text: str, width: float, font: str = "Helvetica", size: float = 10) -> list[str]:
        """The text in lines no wider than that."""
        lines, line = [], ""
        for word in text.split():
            if line and stringWidth(f"{line} {word}", font, size) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        return [*lines, line] if line else lines

    def put(
        self, *cells: tuple[float, float, str], font: str = "Helvetica", size: float = 10, after: float = 4
    ) -> None:
        """Texts side by side: x, width, text; each wrapped; then moves below the longest, over pages if need be."""
        columns = [(x, self.wrapped(text, width, font, size)) for x, width, text in cells]
        for k in range(max(len(lines) for _, lines in columns)):
            self.room(size)
            self.canvas.setFont(font, size)
            for x, lines in columns:
                if k < len(lines):
                    self.canvas.drawString(x, self.y, lines[k])
            self.y -= size * 1.25
        self.y -= after

    def line(self, text: str, *, font: str = "Helvetica", size: float = 10, after: float = 4) -> None:
        """One paragraph over the width of the page."""
        self.put((self.left, self._size[0] - self.left - 50, text), font=font, size=size, after=after)

    def rule(self, x1: float, x2: float) -> None:
        """A level line just above the next line's letters."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x1, self.y + 11, x2, self.y + 11)

    def save(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()
