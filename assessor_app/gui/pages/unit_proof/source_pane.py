"""The source beside the result: the pages of a PDF as pictures, other kinds as lines; both marked in the same way."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from assessor_app.domain.reading import DocumentKind, Reading, SourcePage
from assessor_app.gui.pages.unit_proof.marks import Legend
from assessor_app.gui.pages.unit_proof.model import Mark
from assessor_app.gui.pages.unit_proof.source_lines import SourceLines
from assessor_app.gui.pages.unit_proof.source_pages import MarkedPages
from assessor_app.gui.theme.controller import look
from assessor_app.gui.theme.tokens import Token
from assessor_app.gui.widgets.layouts import column
from assessor_app.gui.widgets.painted import pen_ready

_ALL_PAGES = 30


class SourcePane(QWidget):
    """`piece_chosen` gives the id of the piece that was clicked; `pages` wants pictures from a feed for a PDF."""

    piece_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = MarkedPages(self)
        self.lines = SourceLines(self)
        self._shown: MarkedPages | SourceLines = self.lines
        self._stack = QStackedLayout()
        for source in (self.pages, self.lines):
            source.piece_chosen.connect(self.piece_chosen)
            self._stack.addWidget(source)
        layout = column()
        layout.addLayout(self._stack, 1)
        layout.addWidget(Legend())
        self.setLayout(layout)

    @property
    def shown(self) -> MarkedPages | SourceLines:
        """The one of the two that is seen."""
        return self._shown

    def set_reading(self, reading: Reading, marks: dict[int, Mark]) -> None:
        """Shows the document; of a long text only the pages that the marks are on, and their neighbours."""
        is_pdf = reading.kind is DocumentKind.PDF
        self._shown = self.pages if is_pdf else self.lines
        self._stack.setCurrentWidget(self._shown)
        self._shown.set_source(reading.pages if is_pdf else _near(reading.pages, marks))
        self._shown.set_marks(marks)

    def set_marks(self, marks: dict[int, Mark]) -> None:
        """Marks the pieces by their ids."""
        self._shown.set_marks(marks)

    def show_pieces(self, ids: tuple[int, ...]) -> None:
        """Highlights these pieces and brings them into view; none takes the highlight away."""
        self._shown.show_pieces(ids)

    def forget(self) -> None:
        """Nothing of a document stays on a page that is not shown."""
        self.lines.set_source(())
        self.pages.set_source(())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        pen_ready(self).fillRect(self.rect(), look().colour(Token.SUNKEN))


def _near(pages: tuple[SourcePage, ...], marks: dict[int, Mark]) -> tuple[SourcePage, ...]:
    if len(pages) <= _ALL_PAGES:
        return pages
    touched = {page.number for page in pages if any(piece.id in marks for piece in page.pieces)}
    return tuple(p for p in pages if touched & {p.number - 1, p.number, p.number + 1})
