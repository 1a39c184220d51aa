"""A copy of a signed sheet that ended: black band, crossing where it is void, no signature fields.

The signed file itself is never touched. The pages keep their vectors and show the signatures as they stood; nothing
of the copy can be taken for a live sheet. It refuses bytes that are not a PDF (PdfiumError).
"""

import math
from io import BytesIO
from typing import Literal

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from assessor_app.documents.pdf.file import SheetFile
from assessor_app.documents.pdf.style import CROSSING, FOOT, PT, WHITE, Face, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Run, fit, set_text
from assessor_app.documents.sheet import LANDSCAPE, PORTRAIT, Geometry
from assessor_app.domain.canonical import sha256_hex

State = Literal["void", "superseded"]
BAND_TOP, BAND_LEAST = 4.0, 6.8
BAND = Style(size=9.5, grey=WHITE, leading=1.2)


def render_marked_copy(signed_pdf: bytes, *, state: State, line_left: str, line_right: str) -> bytes:
    """The marked copy. `line_left` says which version ended, when, by whom and why; `line_right` what replaces it."""
    source = pdfium.PdfDocument(signed_pdf)
    source.init_forms()
    for number in range(len(source)):
        page = source[number]
        if pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_PRINT) == pdfium_c.FLATTEN_FAIL:
            raise ValueError(f"page {number + 1} cannot be copied with its signatures")
        page.close()
    flattened = BytesIO()
    source.save(flattened)
    source.close()
    return _overlaid(flattened.getvalue(), signed_pdf, state, line_left, line_right)


def _overlaid(flattened: bytes, original: bytes, state: State, line_left: str, line_right: str) -> bytes:
    base = pdfium.PdfDocument(flattened)
    copy = pdfium.PdfDocument.new()
    copy.import_pages(base)
    for number in range(len(copy)):
        page = copy[number]
        width, height = page.get_size()
        seed = f"{sha256_hex(original)} {number} {state} {line_left} {line_right}".encode()
        marks = pdfium.PdfDocument(_marks(width * PT, height * PT, state, line_left, line_right, seed))
        stamp = marks.page_as_xobject(0, copy)
        page.insert_obj(stamp.as_pageobject())
        page.gen_content()
        stamp.close()
        marks.close()
        page.close()
    out = BytesIO()
    copy.save(out)
    copy.close()
    base.close()
    return out.getvalue()


def _marks(width: float, height: float, state: State, line_left: str, line_right: str, seed: bytes) -> bytes:
    """Band, crossing and foot note on an otherwise empty page."""
    g = LANDSCAPE if width > height else PORTRAIT
    file = SheetFile(width, height, tagged=False)
    surface = file.surface
    if state == "void":
        _crossing(surface, g)
    _band(surface, g, state.upper(), line_left, line_right)
    word = "Void copy, printed from the vault. " if state == "void" else "Superseded copy, printed from the vault. "
    rest = f"The signed file itself is unchanged and still verifies; vault, bundle and receipt say that it is {state}."
    note = (Run(word, FOOT.bold), Run(rest, FOOT))
    surface.block(set_text(note, g.inner - 40, FOOT), g.left, g.foot + 1.3 + 3 * FOOT.line)
    return file.save_plain(seed)


def _band(surface: Surface, g: Geometry, word: str, left: str, right: str) -> None:
    pad = 2.5
    replaced = fit(right, g.inner * 0.34, (BAND, BAND.at(8.5), BAND.at(8)), 1)
    head = Run(f"{word}  ", Style(Face.BOLD, 11, WHITE, 1.2))
    for size in (9.5, 8.5, 8.0):
        words = set_text((head, Run(left, BAND.at(size))), g.inner - 2 * pad - replaced.width - 5, BAND.at(size))
        if words.height <= 5.5:
            break
    height = max(BAND_LEAST, words.height + 2.0, replaced.height + 2.0)
    top = max(0.8, BAND_TOP - (height - BAND_LEAST))
    surface.bar(g.left, top, g.inner, height)
    surface.block(words, g.left + pad, top + (height - words.height) / 2)
    surface.block(replaced, g.left + g.inner - pad - replaced.width, top + (height - replaced.height) / 2)


def _crossing(surface: Surface, g: Geometry) -> None:
    """Two grey lines from lower left to upper right, with VOID in outline between them."""
    left, right = g.left + 5, g.left + g.inner - 2
    low, high = g.body_end - 12, g.body + 22
    rise = (low - high) / (right - left)
    for shift in (-13.0, 13.0):
        surface.rule(left, low + shift - 6, right, high + shift - 6, 1.2, CROSSING)
    angle = math.atan(rise)
    for letter, part in zip("VOID", (0.28, 0.43, 0.58, 0.73), strict=True):
        x = left + (right - left) * part
        y = low - 6 + (high - low) * part
        surface.outlined(letter, x, y, Style(Face.BOLD, 62, CROSSING), angle)
