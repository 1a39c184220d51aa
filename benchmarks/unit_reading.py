"""How long a handbook takes to read and what memory it needs, against a floor: PDFium giving each page's bare text."""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from reportlab.platypus import PageBreak, Spacer

from assessor_app.unit_reader.read import read_document
from tests.unit_reader.specimens.content import EVERYTHING
from tests.unit_reader.specimens.page_forms import HEAD, document, grid, p, unit_rows

PAGES = 100
ROUNDS = 3


def handbook(pages: int = PAGES) -> bytes:
    """A handbook of units in ruled tables, one or two pages each, with prose between, `pages` long or a little more."""
    story: list[object] = [p("Qualification handbook", HEAD), p("Contents")]
    for k in range(pages // 2):
        unit = EVERYTHING[k % len(EVERYTHING)]
        rows, spans = unit_rows(unit)
        story += [PageBreak(), p(f"Unit {k + 1} {unit.title}", HEAD)]
        story += [grid([["Unit reference:", unit.reference or "", "Level:", unit.level or ""]], [35, 45, 35, 45])]
        story += [Spacer(1, 10), grid(rows, [60, 100], spans=spans, repeat=1), PageBreak()]
        story += [p("Guidance")] + [p("Assessors plan with the candidate what will be seen at work. " * 4)] * 8
    return document(story, header="Level 2 Diploma in Trades", footer="Version 1.2")


def _best(action: Callable[[], object]) -> float:
    action()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def _read(data: bytes) -> int:
    reading = read_document(data, "handbook.pdf", progress=lambda *_: None, cancelled=lambda: False)
    return len(reading.units)


def _bare(data: bytes) -> int:
    pdf = pypdfium2.PdfDocument(data)
    found = 0
    for page in pdf:
        text = page.get_textpage()
        found += len(text.get_text_bounded())
        text.close()
        page.close()
    pdf.close()
    return found


def _peak(data: bytes, answer: "multiprocessing.connection.Connection") -> None:
    before = _highest()
    _read(data)
    answer.send((before, _highest()))


def _highest() -> int:
    """This process's peak memory in kB; Linux's own count, because getrusage keeps that of the parent."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text(encoding="ascii").splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def peak_megabytes(data: bytes) -> tuple[float, float]:
    """Peak memory of a fresh process before and after it read the document."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_peak, args=(data, there))
    process.start()
    before, after = here.recv()
    process.join()
    return before / 1024, after / 1024


def run() -> list[dict[str, object]]:
    """Rows of name, ours_ms, floor_ms, ratio."""
    data = handbook()
    pages = len(pypdfium2.PdfDocument(data))
    ours, floor = _best(lambda: _read(data)), _best(lambda: _bare(data))
    before, peak = peak_megabytes(data)
    name = f"{pages}-page handbook, {_read(data)} units ({before:.0f} MB, then {peak:.0f} MB peak)"
    return [{"name": name, "ours_ms": round(ours, 1), "floor_ms": round(floor, 1), "ratio": round(ours / floor, 2)}]


if __name__ == "__main__":
    for row in run():
        print("{name:60} {ours_ms:>8} ms  floor {floor_ms:>8} ms  ratio {ratio}".format(**row))
