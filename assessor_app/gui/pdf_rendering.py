"""Feeds a `PdfPages` with pictures of a document's pages, made by pdfium on the slow worker.

PDFium may only be used by one thread at a time; so everything that uses it (these pictures, the marked copy of an ended
sheet, printing) runs on `Jobs.run_slow`. Only the pages that are looked at are drawn.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
from PySide6.QtGui import QImage

from assessor_app.domain.errors import KnownError
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.widgets.pdf_pages import PageSize, PdfPages


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    document: pdfium.PdfDocument
    sizes: tuple[PageSize, ...]


def _open(pdf: bytes) -> _Opened:
    try:
        document = pdfium.PdfDocument(pdf)
        document.init_forms()
    except pdfium.PdfiumError as error:
        raise KnownError(
            "This document cannot be shown.",
            safe="The file in the vault was not touched.",
            advice="Check the vault in Settings; a backup may have the sheet whole.",
            code="pdf-unreadable",
        ) from error
    sizes = tuple(PageSize(*document.get_page_size(n)) for n in range(len(document)))
    return _Opened(document=document, sizes=sizes)


def _picture(document: pdfium.PdfDocument, number: int, scale: float) -> QImage:
    page = document[number]
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
    bitmap.close()
    page.close()
    return image


def page_pictures(pdf: bytes, dots_per_inch: int) -> tuple[QImage, ...]:
    """Every page at that resolution, for printing; call it on the slow worker."""
    opened = _open(pdf)
    pictures = tuple(_picture(opened.document, n, dots_per_inch / 72) for n in range(len(opened.sizes)))
    opened.document.close()
    return pictures


class PdfFeed:
    """Shows one document at a time in `pages`; a picture of an earlier one that comes late is dropped."""

    def __init__(self, pages: PdfPages, jobs: Jobs, on_error: Callable[[KnownError], None]) -> None:
        self._pages = pages
        self._jobs = jobs
        self._on_error = on_error
        self._opened: _Opened | None = None
        self._round = 0
        pages.wanted.connect(self._on_wanted)

    def show(self, pdf: bytes, done: Callable[[int], None] | None = None) -> None:
        """Open `pdf` and show its pages; `done` gives their number."""
        self.close()
        now = self._round

        def opened(found: _Opened) -> None:
            if now != self._round:
                self._jobs.run_slow(found.document.close)
                return
            self._opened = found
            self._pages.set_pages(found.sizes)
            if done is not None:
                done(len(found.sizes))

        self._jobs.run_slow(lambda: _open(pdf), opened, self._on_error)

    def close(self) -> None:
        """Show nothing and let the document go."""
        self._round += 1
        self._pages.set_pages(())
        if self._opened is not None:
            self._jobs.run_slow(self._opened.document.close)
            self._opened = None

    def _on_wanted(self, number: int, scale: float) -> None:
        opened, now = self._opened, self._round
        if opened is None:
            return

        def came(image: QImage) -> None:
            if now == self._round:
                self._pages.set_picture(number, scale, image)

        self._jobs.run_slow(lambda: _picture(opened.document, number, scale), came)
