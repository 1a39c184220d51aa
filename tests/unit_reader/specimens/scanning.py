"""A specimen printed and scanned: its pages as pictures, a little turned and soft, without any text."""

import io

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

_POINTS = 72


def scanned(data: bytes, *, lean: float = 0.5, dpi: int = 150, quality: int = 70) -> bytes:
    """The PDF as a scanner would make it: `lean` in degrees, JPEG of that quality."""
    document = pypdfium2.PdfDocument(data)
    pictures = []
    for page in document:
        picture = page.render(scale=dpi / _POINTS, grayscale=True).to_pil()
        turned = picture.rotate(lean, fillcolor=255, resample=Image.Resampling.BICUBIC)
        pictures.append(turned.filter(ImageFilter.GaussianBlur(0.6)))
    document.close()
    return _as_pdf(pictures, dpi, quality)


def stamped_with(data: bytes, words: str) -> bytes:
    """The scan with words as text at the foot of each page."""
    stamp = io.BytesIO()
    canvas = Canvas(stamp, pagesize=A4, invariant=1)
    canvas.drawString(40, 12, words)
    canvas.save()
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as scan, pikepdf.open(stamp) as over:
        for page in scan.pages:
            page.add_overlay(over.pages[0])
        scan.save(buffer)
    return buffer.getvalue()


def blank(pages: int = 1) -> bytes:
    """Pictures with nothing on them."""
    return _as_pdf([Image.new("L", (600, 800), 255) for _ in range(pages)], 72, 70)


def _as_pdf(pictures: list[Image.Image], dpi: int, quality: int) -> bytes:
    buffer = io.BytesIO()
    pictures[0].save(buffer, format="PDF", save_all=True, append_images=pictures[1:], resolution=dpi, quality=quality)
    return buffer.getvalue()
