"""PDF pages through PDFium: every character with its place, ruling lines to cells, white columns elsewhere.

PDFium is not thread-safe: one thread at a time reads (`_PDFIUM`). Pages are opened, read and closed one by one, so that
memory stays flat. A page without characters is an image: it is told of, and its words are recognised where that is
installed (`scans`).
"""

import ctypes
import statistics
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from assessor_app.domain.reading import DocumentKind, SourcePage, SourcePiece
from assessor_app.unit_reader.columns import PageColumns, Segment, is_gap, line_pitch, lines_of
from assessor_app.unit_reader.layout import Cell, Layout, Line, Row, clean, squeeze
from assessor_app.unit_reader.limits import LARGEST_TEXT, MOST_PAGES, Watch, refuse
from assessor_app.unit_reader.pdf_tables import Box, Grid, Rule, find_grids
from assessor_app.unit_reader.scans.doubts import RECOGNISED
from assessor_app.unit_reader.scans.places import leaning_again, letters_of, unsure_pieces
from assessor_app.unit_reader.scans.reader import LARGEST_SCALE, LONGEST_SIDE, ScanReader, SeenPage

_PDFIUM = threading.Lock()
_MOST_CHARACTERS = 120_000  # of one page
_MOST_OBJECTS = 60_000  # of one page that are looked at for lines
_STAMP = 80  # letters; fewer on a scanned page are a stamp or a number, and not what stands on it
_MOST_OF_IT = 0.5
_THIN = 3.0  # points; thinner rectangles are lines
_NO_TEXT = "This page has no text; it is an image."


@dataclass(frozen=True, slots=True)
class _Char:
    text: str
    x0: float
    x1: float
    base: float
    size: float


def read_pdf(data: bytes, watch: Watch, scans: ScanReader | None = None) -> Layout:
    """The layout of a PDF; KnownError where it is broken, locked or too large. `scans` reads pages that are images."""
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).casefold():
                raise refuse("The PDF is protected by a password.", "Save a copy without a password.") from error
            raise refuse("The PDF is damaged and cannot be opened.") from error
        try:
            return _read(document, watch, scans)
        except pypdfium2.PdfiumError as error:
            raise refuse("The PDF is damaged: a page cannot be read.") from error
        finally:
            document.close()


def _read(document: pypdfium2.PdfDocument, watch: Watch, scans: ScanReader | None) -> Layout:
    count = len(document)
    if count > MOST_PAGES:
        raise refuse(f"The PDF has more than {MOST_PAGES} pages.")
    if not count:
        raise refuse("The PDF has no pages.")
    pages: list[SourcePage] = []
    rows: list[Row] = []
    empty: list[int] = []
    unsure: set[int] = set()
    total, next_id, table = 0, 1, 1
    columns = PageColumns()
    for number in range(1, count + 1):
        watch.step(number - 1, count)
        page = document[number - 1]
        try:
            width, height = page.get_size()  # as it is shown, turned
            characters = _characters(page, width, height)
            rules = list(_rules(page, width, height)) if characters else []
            letters = sum(1 for c in characters if c.text.strip())
            is_empty = not letters
            is_scan = is_empty or (letters < _STAMP and _is_picture(page, width, height))
            seen = _recognised(page, scans) if is_scan and scans is not None else None
        finally:
            page.close()
        total += len(characters)
        if total > LARGEST_TEXT:
            raise refuse("The PDF has too much text.")
        if seen is not None:
            characters, rules = _seen_characters(seen), [Rule(*rule) for rule in seen.rules]
        elif is_empty:
            empty.append(number)
            pages.append(SourcePage(number=number, width=width, height=height, pieces=(), note=_NO_TEXT))
            continue
        elif is_scan:
            empty.append(number)  # and what letters there are is kept: they may be a title on a picture
        made = _Page(number, next_id, table, columns)
        made.lay_out(characters, find_grids(rules))
        pieces, note = tuple(made.pieces), ""
        if seen is not None:
            unsure |= unsure_pieces(seen.lines, pieces)
            pieces, note = leaning_again(pieces, seen.lean, width, height), RECOGNISED
        pages.append(SourcePage(number=number, width=width, height=height, pieces=pieces, note=note))
        rows += made.rows
        next_id, table = made.next_id, made.table
    watch.step(count, count)
    return Layout(
        kind=DocumentKind.PDF,
        pages=tuple(pages),
        rows=tuple(rows),
        empty_pages=tuple(empty),
        unsure=frozenset(unsure),
    )


def _recognised(page: pypdfium2.PdfPage, scans: ScanReader) -> SeenPage | None:
    """What is on the picture of a page, in points; None where that is nothing, or it could not be read."""
    scale = min(LARGEST_SCALE, LONGEST_SIDE / max(page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = memoryview(bitmap.buffer).cast("B")
        lines = (bytes(rows[y * bitmap.stride : y * bitmap.stride + bitmap.width]) for y in range(bitmap.height))
        seen = scans.read(b"".join(lines), bitmap.width, bitmap.height, scale)
        return seen if seen is not None and seen.lines else None
    finally:
        bitmap.close()


def _seen_characters(seen: SeenPage) -> list[_Char]:
    return [_Char(*letter) for letter in letters_of(seen.lines)]


def _is_picture(page: pypdfium2.PdfPage, width: float, height: float) -> bool:
    """Whether one picture covers most of the page, as a scanner that stamps its name or a number on it makes it."""
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        west, south, east, north = thing.get_bounds()
        if (east - west) * (north - south) > _MOST_OF_IT * width * height:
            return True
    return False


def _upright(x: float, y: float, rotation: int, width: float, height: float) -> tuple[float, float]:
    """A point of the unrotated page, from the top left corner as the page is shown."""
    if rotation == 90:
        return y, x
    if rotation == 180:
        return width - x, y
    if rotation == 270:
        return width - y, height - x
    return x, height - y


def _characters(page: pypdfium2.PdfPage, width: float, height: float) -> list[_Char]:
    text_page = page.get_textpage()
    try:
        raw = text_page.raw
        count = pdfium.FPDFText_CountChars(raw)
        if count > _MOST_CHARACTERS:
            raise refuse("A page of the PDF has far more text than a page can hold.")
        left, bottom, _, _ = page.get_cropbox()
        rotation = page.get_rotation()
        wanted = {0: 0.0, 90: 4.7124, 180: 3.1416, 270: 1.5708}[rotation]
        x, y = ctypes.c_double(), ctypes.c_double()
        box = pdfium.FS_RECTF()
        found: list[_Char] = []
        for i in range(count):
            code = pdfium.FPDFText_GetUnicode(raw, i)
            if code < 32 or pdfium.FPDFText_IsGenerated(raw, i) == 1:
                continue
            angle = pdfium.FPDFText_GetCharAngle(raw, i)
            turned = abs(angle - wanted) % 6.2832
            if 0.2 < turned < 6.08:
                continue
            if not pdfium.FPDFText_GetCharOrigin(raw, i, x, y) or not pdfium.FPDFText_GetLooseCharBox(raw, i, box):
                continue
            a = _upright(box.left - left, box.bottom - bottom, rotation, width, height)
            b = _upright(box.right - left, box.top - bottom, rotation, width, height)
            base = _upright(x.value - left, y.value - bottom, rotation, width, height)
            size = max(1.0, abs(b[1] - a[1]))
            x0, x1 = min(a[0], b[0]), max(a[0], b[0])
            if x1 < -1 or x0 > width + 1 or not -1 <= base[1] <= height + 1:
                continue
            found.append(_Char(chr(code) if code < 0x110000 else "\ufffd", x0, x1, base[1], size))
        return found
    finally:
        text_page.close()


def _rules(page: pypdfium2.PdfPage, width: float, height: float) -> Iterator[Rule]:
    """Ruling lines: stroked paths and thin filled rectangles."""
    left, bottom, _, _ = page.get_cropbox()
    rotation = page.get_rotation()
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    for k, thing in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)):
        if k > _MOST_OBJECTS:
            return
        pdfium.FPDFPath_GetDrawMode(thing.raw, mode, stroke)
        if not stroke.value and not mode.value:
            continue
        west, south, east, north = thing.get_bounds()
        x0, y0 = _upright(west - left, south - bottom, rotation, width, height)
        x1, y1 = _upright(east - left, north - bottom, rotation, width, height)
        x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        if y1 - y0 <= _THIN or x1 - x0 <= _THIN:
            yield from _thin(x0, y0, x1, y1)
        elif stroke.value:
            segments = pdfium.FPDFPath_CountSegments(thing.raw)
            if segments <= 6:
                yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))
            elif segments <= 4_000:
                yield from _segments(thing, segments, (left, bottom), rotation, (width, height))


def _thin(x0: float, y0: float, x1: float, y1: float) -> Iterator[Rule]:
    if y1 - y0 <= _THIN and x1 - x0 > 6:
        yield Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
    elif x1 - x0 <= _THIN and y1 - y0 > 4:
        yield Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _segments(
    thing: pypdfium2.PdfObject, count: int, corner: tuple[float, float], rotation: int, size: tuple[float, float]
) -> Iterator[Rule]:
    """The straight lines of a long path, for example a whole grid drawn at once."""
    matrix = thing.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(thing.raw, i)
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        px, py = matrix.on_point(x.value, y.value)
        point = _upright(px - corner[0], py - corner[1], rotation, *size)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO and before is not None:
            yield from _thin(
                min(before[0], point[0]), min(before[1], point[1]), max(before[0], point[0]), max(before[1], point[1])
            )
        before = point


class _Page:
    """One page: characters to segments, segments to rows; remembers ids for the next page."""

    def __init__(self, number: int, next_id: int, table: int, columns: PageColumns) -> None:
        self.number = number
        self.next_id = next_id
        self.table = table
        self._columns = columns
        self.pieces: list[SourcePiece] = []
        self.rows: list[Row] = []
        self._pitch = 1.2

    def lay_out(self, characters: Sequence[_Char], grids: Sequence[Grid]) -> None:
        """Fills `pieces` and `rows` from top to bottom."""
        body = statistics.median(c.size for c in characters)
        inside: dict[tuple[int, Box], list[_Char]] = {}
        outside: list[_Char] = []
        for char in characters:
            owner = _owner(char, grids)
            if owner is None:
                outside.append(char)
            else:
                inside.setdefault(owner, []).append(char)
        free = self._segments(outside, body)
        cells = {key: self._segments(chars, body) for key, chars in inside.items()}
        self._pitch = line_pitch([line for segments in cells.values() for line in lines_of(segments)])
        for k, grid in enumerate(grids):
            above = [s for s in free if s.y < grid.y0]
            free = [s for s in free if s.y >= grid.y0]
            self._free_rows(above)
            self._grid_rows(grid, {box: segments for (g, box), segments in cells.items() if g == k})
        self._free_rows(free)

    def _free_rows(self, segments: Sequence[Segment]) -> None:
        rows = self._columns.rows(segments, self.table)
        self.rows += rows
        self.table = max([self.table, *(r.table + 1 for r in rows)])

    def _grid_rows(self, grid: Grid, segments: dict[Box, list[Segment]]) -> None:
        by_row: dict[int, list[Box]] = {}
        for box in grid.boxes:
            by_row.setdefault(box.row, []).append(box)
        for _, boxes in sorted(by_row.items()):
            cells = tuple(Cell(lines=tuple(self._cell_lines(segments.get(b, []))), column=b.column) for b in boxes)
            if any(c.lines for c in cells):
                self.rows.append(Row(cells=cells, table=self.table, wrapped=True))
        self.table += 1

    def _cell_lines(self, segments: Sequence[Segment]) -> Iterator[Line]:
        last: Segment | None = None
        for parts in lines_of(segments):
            gap = is_gap(last, parts[0], self._pitch)
            yield Line(
                text=" ".join(s.text for s in parts),
                pieces=tuple(i for s in parts for i in s.pieces),
                page=self.number,
                gap=gap,
            )
            last = parts[0]

    def _segments(self, characters: Sequence[_Char], body: float) -> list[Segment]:
        """Characters that stand together, as words on a line; wide gaps part them."""
        lines: list[list[_Char]] = []
        for char in sorted(characters, key=lambda c: (c.base, c.x0)):
            if lines and abs(lines[-1][0].base - char.base) < 0.28 * max(char.size, lines[-1][0].size):
                lines[-1].append(char)
            else:
                lines.append([char])
        segments: list[Segment] = []
        for line in lines:
            run: list[_Char] = []
            for char in sorted(line, key=lambda c: c.x0):
                if char.text.isspace():
                    continue
                if run and char.text == run[-1].text and abs(char.x0 - run[-1].x0) < 0.12 * char.size:
                    continue  # a letter printed twice to look bold
                if run and char.x0 - run[-1].x1 > 0.85 * min(char.size, run[-1].size):
                    segments += self._segment(run, body)
                    run = []
                run.append(char)
            segments += self._segment(run, body)
        return segments

    def _segment(self, run: Sequence[_Char], body: float) -> list[Segment]:
        if not run:
            return []
        words = run[0].text
        for before, char in pairwise(run):
            words += (" " if char.x0 - before.x1 > 0.13 * char.size else "") + char.text
        text = squeeze(clean(words))
        if not text:
            return []
        size = statistics.median(c.size for c in run)
        top = run[0].base - 0.8 * size
        piece = SourcePiece(
            id=self.next_id, page=self.number, x=run[0].x0, y=top, width=run[-1].x1 - run[0].x0, height=size, text=text
        )
        self.next_id += 1
        self.pieces.append(piece)
        heading = 1 if size >= 1.6 * body else 2 if size >= 1.22 * body else 0
        return [
            Segment(
                text=text,
                pieces=(piece.id,),
                page=self.number,
                x0=run[0].x0,
                x1=run[-1].x1,
                y=top,
                height=size,
                heading=heading,
            )
        ]


def _owner(char: _Char, grids: Sequence[Grid]) -> tuple[int, Box] | None:
    x, y = (char.x0 + char.x1) / 2, char.base - 0.3 * char.size
    for k, grid in enumerate(grids):
        if grid.y0 - 1 <= y <= grid.y1 + 1:
            for box in grid.boxes:
                if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1:
                    return k, box
    return None
