"""Columns that are only set apart by white space: gutters that no text crosses over a run of lines.

Each printed line becomes one row, its columns the cells. A line that crosses a gutter ends the run.
"""

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assessor_app.unit_reader.layout import Cell, Line, Row

NARROWEST_GUTTER = 5.0  # points
_FORGET = 8  # lines of free text after which the columns of the block before count no more
_DOTTED = re.compile(r"(?:AC\s?)?(\d{1,2})\.(\d{1,2})\b(?!\.\d|%)")
_BARE_NUMBER = re.compile(
    r"(?:AC|LO|PC)?\s?(?:\d{1,4}(?:\.\d{1,2}){0,2}|[PMD]\d{1,2}|\(?[a-z])[.):]?|[•▪●◦\-–*]"
    r"|\(?[ivx]{1,4}[.):]?|[ivx]{1,4}[./-](?:\d{1,2}|[ivx]{1,4})|[\[(]\d{1,2}\.\d{1,2}[\])]|\d{1,2}(?:[/:–-]\d{1,2}|\(?[a-z]\)?|\.[ivx]{1,4})[.):]?"
    r"|[A-H](?:\.?\d{1,2}|\(\d{1,2}\))[.):]?|[A-Z]{1,3}\d{1,2}\.\d{1,2}|LO\s?\d{1,2}[\s/.,-]{0,2}(?:AC|PC)\s?\d{1,2}:?"
    r"|criterion\s\d{1,2}(?:\.\d{1,2})?:?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words that stand together on one line, in points from the top left corner of the page."""

    text: str
    pieces: tuple[int, ...]
    page: int
    x0: float
    x1: float
    y: float
    height: float
    heading: int = 0


class PageColumns:
    """Finds rows page after page, and remembers where the columns of the last table stood."""

    def __init__(self) -> None:
        self._held: list[tuple[float, float]] = []
        self._free = 0  # lines since the last table

    def rows(self, segments: Iterable[Segment], first_table: int = 1) -> tuple[Row, ...]:
        """Rows in reading order; tables are numbered from `first_table`."""
        rows: list[Row] = []
        table = first_table
        pages = groupby(sorted(segments, key=lambda s: s.page), key=lambda s: s.page)
        for on_page in (flow for _, page in pages for flow in flows_of(list(page))):
            block: list[list[Segment]] = []
            last = None
            lines = lines_of(on_page)
            pitch = line_pitch(lines)
            for line in lines:
                joined = _numbers_joined(line)
                if block and not _goes_on(block, joined, self._held):
                    rows += self._finished(block, table, pitch)
                    table, block = table + 1, []
                if block or len(joined) > 1 or _in_later_column(joined[0], self._held):
                    block.append(joined)
                else:
                    gap = is_gap(last, joined[0], pitch)
                    rows.append(Row(cells=(Cell(lines=(_line(joined[0], gap),)),), wrapped=True))
                    self._free += 1
                    if self._free > _FORGET:
                        self._held = []
                last = joined[0]
            rows += self._finished(block, table, pitch)
            table += 1
        return tuple(rows)

    def _finished(self, block: list[list[Segment]], table: int, pitch: float) -> list[Row]:
        """The rows of a block; a block of one line, such as a footer, is not remembered."""
        gutters = _same_columns(block, self._held)
        if len(block) > 1:
            self._held, self._free = gutters, 0
        return _block_rows(block, table, pitch, gutters)


def flows_of(segments: list[Segment]) -> list[list[Segment]]:
    """The page as one flow, or as two where numbers run down the left half and go on in the right one."""
    numbers = [(s, (int(m[1]), int(m[2]))) for s in segments if (m := _DOTTED.match(s.text)) is not None]
    if len(numbers) < 4:
        return [segments]
    middle = (min(s.x0 for s, _ in numbers) + max(s.x0 for s, _ in numbers)) / 2
    left = [n for s, n in numbers if s.x0 < middle]
    right = [s for s, _ in numbers if s.x0 >= middle]
    if len(left) < 2 or len(right) < 2 or max(left) >= min(n for s, n in numbers if s.x0 >= middle):
        return [segments]
    edge = min(s.x0 for s in segments if s.x0 >= middle) - 1
    top = min(s.y for s in segments if s.x0 >= edge)
    crossing = [s for s in segments if s.x0 < edge < s.x1]
    if min(s.y for s in right) > min(s.y for s, _ in numbers if s.x0 < middle) or any(s.y >= top for s in crossing):
        return [segments]
    return [[s for s in segments if s.x0 < edge], [s for s in segments if s.x0 >= edge]]


def lines_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments of one page grouped into lines from top to bottom, each from left to right."""
    lines: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.y, s.x0)):
        if lines and abs(lines[-1][0].y - segment.y) < 0.45 * max(segment.height, lines[-1][0].height, 4):
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [sorted(line, key=lambda s: s.x0) for line in lines]


def line_pitch(lines: Sequence[Sequence[Segment]]) -> float:
    """Distance of lines of one paragraph as a multiple of their height: from lines that go on in small letters."""
    seen = []
    for i, line in enumerate(lines):
        for segment in line:
            above = next((s for s in (lines[i - 1] if i else ()) if abs(s.x0 - segment.x0) < 40), None)
            if above is not None and segment.text[:1].islower():
                seen.append((segment.y - above.y) / max(segment.height, 4))
    near = [s for s in seen if 0.8 < s < 2.4]
    return statistics.median(near) if near else 1.2


def is_gap(above: Segment | None, segment: Segment, pitch: float) -> bool:
    """Whether a paragraph begins with `segment`."""
    return above is None or segment.y - above.y > 1.22 * pitch * max(segment.height, 4)


def _numbers_joined(line: list[Segment]) -> list[Segment]:
    """A number that stands apart from its text is joined with what follows it on the line."""
    joined: list[Segment] = []
    for segment in line:
        if joined and _BARE_NUMBER.fullmatch(joined[-1].text) and segment.x0 - joined[-1].x1 < 80:
            before = joined[-1]
            joined[-1] = replace(
                segment, text=f"{before.text} {segment.text}", pieces=before.pieces + segment.pieces, x0=before.x0
            )
        else:
            joined.append(segment)
    return joined


def _gutters(block: Sequence[Sequence[Segment]]) -> list[tuple[float, float]]:
    """White strips that run through all lines of the block."""
    covered = sorted((s.x0, s.x1) for line in block for s in line)
    gutters, edge = [], covered[0][1]
    for x0, x1 in covered:
        if x0 - edge >= NARROWEST_GUTTER:
            gutters.append((edge, x0))
        edge = max(edge, x1)
    return gutters


def _goes_on(block: Sequence[Sequence[Segment]], line: Sequence[Segment], held: Sequence[tuple[float, float]]) -> bool:
    """Whether a line belongs to the block: it leaves its gutters open, or the held ones where it has none."""
    own = _gutters(block)
    if own or not held:
        return len(_gutters([*block, line])) >= max(1, len(own))
    return not any(s.x0 < (a + b) / 2 < s.x1 for s in line for a, b in held)


def _in_later_column(segment: Segment, held: Sequence[tuple[float, float]]) -> bool:
    """Whether a line alone stands where the second or a later column of the block before stood."""
    if not held or segment.x0 < held[0][1] - NARROWEST_GUTTER:
        return False
    return not any(segment.x0 < (a + b) / 2 < segment.x1 for a, b in held)


def _same_columns(block: Sequence[Sequence[Segment]], held: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The gutters of the block before, where no text of this one crosses them; else its own."""
    own = _gutters(block) if block else held
    if not block or len(own) > len(held) or (own and len(block) < 2):
        return own if block else held
    crossed = any(s.x0 < (a + b) / 2 < s.x1 for line in block for s in line for a, b in held)
    met = all(any(a < d and c < b for c, d in held) for a, b in own)
    return held if met and not crossed else own


def _block_rows(
    block: list[list[Segment]], table: int, pitch: float, gutters: Sequence[tuple[float, float]]
) -> list[Row]:
    if not block:
        return []
    above: dict[int, Segment] = {}
    rows = []
    for line in block:
        cells: dict[int, list[Line]] = {}
        for segment in line:
            column = sum(1 for g in gutters if (g[0] + g[1]) / 2 < segment.x0)
            before = above.get(column)
            gap = is_gap(before, segment, pitch)
            above[column] = segment
            cells.setdefault(column, []).append(_line(segment, gap))
        rows.append(
            Row(
                cells=tuple(Cell(lines=(_one(parts),), column=c) for c, parts in sorted(cells.items())),
                table=table if len(gutters) else 0,
                wrapped=True,
            )
        )
    return rows


def _one(parts: list[Line]) -> Line:
    return replace(parts[0], text=" ".join(p.text for p in parts), pieces=tuple(i for p in parts for i in p.pieces))


def _line(segment: Segment, gap: bool) -> Line:
    return Line(text=segment.text, pieces=segment.pieces, page=segment.page, gap=gap, heading=segment.heading)
