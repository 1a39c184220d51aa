"""How long a form takes, against a floor: ReportLab drawing as many strings and rules on as many pages, untagged."""

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from reportlab.pdfgen.canvas import Canvas

from assessor_app.documents.appearance import render_appearance
from assessor_app.documents.blank import render_blank
from assessor_app.documents.pdf import fonts
from assessor_app.documents.pdf.style import Face
from assessor_app.documents.render import render
from assessor_app.domain.roles import Role
from tests.documents import records

ROUNDS = 7


def _best(action: Callable[[], object]) -> float:
    """Shortest of several runs in milliseconds, after one to warm up."""
    action()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def _floor(pages: int, strings: int, rules: int) -> bytes:
    """Bare drawing of as much as a form has on it, with the same fonts."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(842, 595), pageCompression=1, invariant=1)
    faces = [face.value for face in Face]
    for page in range(pages):
        for number in range(strings // pages):
            canvas.setFont(faces[number % len(faces)], 9)
            canvas.drawString(40 + number % 7 * 100, 560 - number % 60 * 9, f"words of row {number} on {page}")
        for number in range(rules // pages):
            canvas.line(40, 560 - number, 800, 560 - number)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _amounts(pdf: bytes) -> tuple[int, int, int]:
    document = pypdfium2.PdfDocument(pdf)
    kinds = [thing.type for page in document for thing in page.get_objects()]
    pages = len(document)
    document.close()
    text = kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_TEXT)
    return pages, text, len(kinds) - text


def run() -> list[dict[str, object]]:
    """One row a form: name, ours_ms, floor_ms, ratio."""
    for face in Face:
        fonts.font(face.value)
    signed = records.ers_001()
    capture = records.capture(signed, Role.CANDIDATE)
    cases: list[tuple[str, Callable[[], bytes]]] = [
        ("ERS, 4 pages, 23 criteria", lambda: render(records.ers_001())),
        ("ERS, 60 criteria, 40 items", lambda: render(records.large_unit())),
        ("checklist, 3 pages", lambda: render(records.checklist_002())),
        ("observation, 2 pages", lambda: render(records.observation())),
        ("blank ERS", lambda: render_blank(records.UNIT_001)),
        ("signature appearance", lambda: render_appearance(signed, capture)),
    ]
    rows: list[dict[str, object]] = []
    for name, action in cases:
        pages, strings, rules = _amounts(action())
        ours = _best(action)
        floor = _best(lambda pages=pages, strings=strings, rules=rules: _floor(pages, strings, rules))  # type: ignore[misc]
        rows.append(
            {"name": name, "ours_ms": round(ours, 1), "floor_ms": round(floor, 1), "ratio": round(ours / floor, 2)}
        )
    return rows


if __name__ == "__main__":
    for row in run():
        print("{name:32} {ours_ms:>8} ms  floor {floor_ms:>8} ms  ratio {ratio}".format(**row))
