"""Looking into a finished PDF from outside: text, fonts and sizes, fields, attachment."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships no types


def page_texts(pdf: bytes) -> list[str]:
    """Text of each page with single spaces, as a PDF reader extracts it."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return texts


def text_of(pdf: bytes) -> str:
    """Text of all pages."""
    return " ".join(page_texts(pdf))


def squeezed(text: str) -> str:
    """Text without any white space, so that line ends do not matter."""
    return "".join(text.split())


@contextmanager
def fields_of(pdf: bytes) -> Iterator[list[pikepdf.Object]]:
    """The signature fields in order."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        yield list(opened.Root.AcroForm.Fields)


def operations(stream: Any) -> Iterator[tuple[Any, str]]:
    """Operands and operator of each instruction of a page or form."""
    for instruction in pikepdf.parse_content_stream(stream):
        yield instruction.operands, str(instruction.operator)


def shown(pdf: bytes) -> Iterator[tuple[str, float, bytes]]:
    """Font, size in points and bytes of every string that is shown, in pages and appearances, hidden ones left out."""
    opened = pikepdf.open(io.BytesIO(pdf))
    streams: list[object] = list(opened.pages)
    for page in opened.pages:
        streams += [annotation.AP.N for annotation in page.get("/Annots", [])]
    for stream in streams:
        font, size, hidden, matrix = "", 0.0, False, 1.0
        for operands, name in operations(stream):
            if name == "Tf":
                font, size = str(operands[0]), float(operands[1])
            elif name == "Tm":
                matrix = abs(float(operands[3])) or 1.0
            elif name == "Tr":
                hidden = int(operands[0]) == 3
            elif name == "Tj" and not hidden:
                yield font, size * matrix, bytes(operands[0])
