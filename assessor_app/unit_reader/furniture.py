"""Headers and footers: lines that repeat at the edges of pages are taken out before anything else is looked for.

Where a document has pages, the place on the page counts; in plain text a line must repeat (its numbers aside) or say
that it is a page's (`Page 3 of 9`, a version, a copyright), and stand apart from the lines around it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from assessor_app.domain.reading import DocumentKind
from assessor_app.unit_reader.labels import label_at
from assessor_app.unit_reader.layout import Layout, Line, Row, squeeze
from assessor_app.unit_reader.marks import is_header, is_outcome_like, is_section, outcome_mark

_PAGE = re.compile(
    r"(?:page|pg\.?)\s*\d+(?:\s*(?:of|/)\s*\d+)?|\d+\s*\|\s*p\s?a\s?g\s?e|-\s*\d+\s*-|\d{1,3}\s+of\s+\d{1,3}|(?:\d+\.){2,}\d*[A-Z]?",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"©|\bcopyright\b|\bpage\s+\d+\b|\|\s*p\s?a\s?g\s?e|\bversion\s+\d|\bv\d+\.\d|www\.|\bissue\s+\d",
    re.IGNORECASE,
)
_NUMBERED_PAGE = re.compile(r"\bpage\s+\d+\s*(?:of\s+\d+)?$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:AC\s?)?\d{1,2}\.\d{1,2}[.)]?\s*[A-Za-z]")
_UNIT_HEADING = re.compile(r"Unit\s+[A-Z]{0,4}\s?\d", re.IGNORECASE)  # only its first stands for a unit
_FOOT, _FOOT_WORDS, _FAR = 0.08, 14, 2.5  # part of the height, words, and lines of white above a foot without a mark
_EDGE = 0.14  # part of the page's height at top and bottom in which headers and footers stand


def without_furniture(layout: Layout) -> Layout:
    """The layout without headers and footers; they are kept as `furniture`."""
    repeated = _on_pages(layout) if layout.kind is DocumentKind.PDF else _in_text(layout)
    if not repeated:
        return layout
    rows: list[Row] = []
    furniture: dict[str, Line] = {}
    for index, row in enumerate(layout.rows):
        if index in repeated:
            for cell in row.cells:
                for line in cell.lines:
                    furniture.setdefault(_key(line.text), line)
        else:
            rows.append(row)
    return replace(layout, rows=tuple(rows), furniture=(*layout.furniture, *furniture.values()))


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", squeeze(text).casefold())


def _on_pages(layout: Layout) -> set[int]:
    places = {p.id: (p.y, p.y + p.height) for page in layout.pages for p in page.pieces}
    heights = {page.number: page.height for page in layout.pages}
    on_page: dict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(layout.rows):
        on_page[row.page].append(index)
    pages = len(on_page)
    seen: Counter[tuple[bool, str]] = Counter()
    edges: dict[int, tuple[bool, str]] = {}
    for page, indexes in on_page.items():
        for index in indexes:
            row = layout.rows[index]
            ids = [i for cell in row.cells for line in cell.lines for i in line.pieces]
            tops = [places[i] for i in ids if i in places]
            if not tops or (row.table and len(row.cells) > 3):
                continue
            top, bottom = min(t[0] for t in tops), max(t[1] for t in tops)
            at_top, at_bottom = bottom < heights[page] * _EDGE, top > heights[page] * (1 - _EDGE)
            if not (at_top or at_bottom):
                continue
            if _PAGE.fullmatch(squeeze(row.text)) or (
                at_bottom and _MARKED.search(row.text) and not _NUMBERED.match(row.text)
            ):
                edges[index] = (at_top, "")
                continue
            if at_bottom and _far_below(layout.rows, index, places, heights[page]):
                edges[index] = (at_top, "")
                continue
            key = (at_top, _key(row.text))
            edges[index] = key
    for _, edge in {(page, edges[i]) for page, indexes in on_page.items() for i in indexes if i in edges}:
        seen[edge] += 1
    least = 2 if pages < 5 else 3
    return {
        index
        for index, key in edges.items()
        if not key[1] or (seen[key] >= least and not _is_content(layout.rows[index]) and (pages > 1))
    }


def _far_below(rows: Sequence[Row], index: int, places: dict[int, tuple[float, float]], height: float) -> bool:
    """Whether a short line stands alone at the foot of its page, far below the line before it."""
    row = rows[index]
    text = squeeze(row.text)
    above = rows[index - 1] if index and rows[index - 1].page == row.page else None
    last = index + 1 == len(rows) or rows[index + 1].page != row.page
    if (
        above is None
        or not last
        or len(text.split()) > _FOOT_WORDS
        or text.endswith((".", ";", ":"))
        or _is_content(row)
    ):
        return False
    own = [places[i] for c in row.cells for line in c.lines for i in line.pieces if i in places]
    before = [places[i] for c in above.cells for line in c.lines for i in line.pieces if i in places]
    if not own or not before or min(p[0] for p in own) < height * (1 - _FOOT):
        return False
    line = own[0][1] - own[0][0]
    return min(p[0] for p in own) - max(p[1] for p in before) > _FAR * max(line, 6)


def _is_content(row: Row) -> bool:
    """What may stand at the top of every page and is not a header: headings of columns, outcomes, criteria."""
    text = squeeze(row.text)
    mark = outcome_mark(text)
    return (
        is_header(text)
        or _NUMBERED.match(text) is not None
        or (mark is not None and (mark.named or is_outcome_like(mark.text)))
        or ":" in text
    )


def _in_text(layout: Layout) -> set[int]:
    counts = Counter(_key(row.text) for row in layout.rows if not row.table)
    taken: set[int] = set()
    headings: set[str] = set()
    for index, row in enumerate(layout.rows):
        text = squeeze(row.text)
        if _UNIT_HEADING.match(text) and len(text) < 160:
            if text in headings:
                taken.add(index)
            headings.add(text)
            continue
        if label_at(text, 0) is not None and not _NUMBERED_PAGE.search(text):
            continue
        if row.table or _NUMBERED.match(text) or text.isdecimal():
            continue
        if (
            _PAGE.fullmatch(text)
            or (
                counts[_key(row.text)] > 1
                and (_MARKED.search(text) or _apart(layout.rows, index) or _above_page(layout.rows, index))
                and not _is_content(row)
                and not is_section(text)
            )
            or (
                _MARKED.search(text)
                and len(text) < 100
                and re.search(r"\bpage\s+\d+|\|\s*p\s?a\s?g\s?e|^©", text, re.IGNORECASE)
            )
        ):
            taken.add(index)
    return taken


def _above_page(rows: Sequence[Row], index: int) -> bool:
    """Whether a line stands right above a page's number."""
    return index + 1 < len(rows) and _PAGE.fullmatch(squeeze(rows[index + 1].text)) is not None


def _apart(rows: Sequence[Row], index: int) -> bool:
    """A repeated line that begins a paragraph next to a page number or a line of the same kind."""
    near = [rows[i].text for i in (index - 1, index + 1, index - 2, index + 2) if 0 <= i < len(rows)]
    return (
        rows[index].cells[0].lines[0].gap
        and len(rows[index].text.split()) >= 2
        and any(_PAGE.fullmatch(squeeze(t)) or (_MARKED.search(t) and not is_section(t)) for t in near)
    )
