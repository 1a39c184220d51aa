"""Plain text, the last resort: lines, tabs, pipes and ` / ` as cells, columns set with blanks, form feeds as pages."""

import csv
import re

from assessor_app.domain.reading import DocumentKind
from assessor_app.unit_reader.columns import PageColumns, Segment
from assessor_app.unit_reader.layout import CHARACTER_WIDTH, COLUMN_WIDTH, Canvas, Cell, Layout, Row, clean, squeeze
from assessor_app.unit_reader.limits import Watch, check_lines

_NUMBERED = re.compile(r"(?:AC\s?)?\d{1,2}(?:\.\d{1,2})?[.)]?\s")
_LONGEST_ROW = 20_000  # characters of a row of a comma-separated file
_BARE_NUMBER = re.compile(r"(?:AC\s?)?\d{1,2}\.\d{1,2}\.?")
_SLASH = re.compile(r"(?:^|(?<!and)(?<!or)\s)/(?:\s|$)")
_NUMBER_BEHIND_GUTTER = re.compile(r"\S {3,}(?:AC\s?)?\d{1,2}\.\d{1,2}\.?\s")
_GUTTER = re.compile(r"\S(?: {3,})\S")


def read_text(text: str, watch: Watch) -> Layout:
    """The layout of a text; KnownError where it is too long."""
    lines = clean(text).replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").split("\n")
    check_lines(lines)
    lines = _unquoted(lines)
    if (cells := _comma_separated(lines)) is not None:
        lines = cells
    spaced = sum(1 for line in lines if "\t" not in line and _GUTTER.search(line.strip()))
    numbered = sum(1 for line in lines if "\t" not in line and _NUMBER_BEHIND_GUTTER.search(line.strip()))
    filled = sum(1 for line in lines if line.strip())
    if numbered >= 2 or (spaced >= 4 and spaced * 5 >= filled):
        return _in_columns(lines, watch)
    return _in_order(lines, watch)


def _unquoted(lines: list[str]) -> list[str]:
    """The lines of a letter without the marks of a quotation, where many of them have one."""
    if sum(1 for line in lines if line.startswith(">")) < 6:
        return lines
    return [re.sub(r"^(?:> ?)+", "", line) for line in lines]


def _comma_separated(lines: list[str]) -> list[str] | None:
    """The rows of a comma-separated file, their cells set apart by tabs; None where it is none."""
    filled = [line for line in lines if line.strip()]
    if len(filled) < 3 or max(len(line) for line in filled) > _LONGEST_ROW:
        return None
    quoted = all(line.startswith('"') and line.rstrip().endswith('"') and '","' in line for line in filled)
    for sign in ",;":
        try:
            cells = list(csv.reader(filled, delimiter=sign))
        except csv.Error:  # a quotation that never ends
            return None
        even = len(filled) > 4 and len(cells[0]) > 2 and {len(row) for row in cells} == {len(cells[0])}
        if even or quoted:
            return ["\t".join(cell.replace("\t", " ") for cell in row) for row in cells]
    return None


def _in_order(lines: list[str], watch: Watch) -> Layout:
    canvas, rows = Canvas(), []
    slashes = sum(1 for line in lines if _is_row(_SLASH.split(line.strip()), " / ")) >= 3
    table, blank, in_table = 0, True, False
    for i, raw in enumerate(lines):
        if i % 500 == 0:
            watch.step(i, len(lines))
        if "\f" in raw:
            canvas.break_page()
            raw = raw.replace("\f", " ")
        if not raw.strip():
            blank, in_table = True, False
            canvas.advance()
            continue
        cells = _cells(raw, slashes=slashes)
        if len(cells) > 1 and not in_table:
            table, in_table = table + 1, True
        elif len(cells) == 1:
            in_table = False
        made = tuple(
            Cell(lines=(canvas.write(squeeze(part), column=column, gap=blank or len(cells) > 1),), column=column)
            for column, part in cells
            if part.strip()
        )
        canvas.advance()
        if made:
            rows.append(Row(cells=made, table=table if len(cells) > 1 else 0, wrapped=len(cells) == 1))
        blank = False
    return Layout(kind=DocumentKind.TEXT, pages=canvas.finish(), rows=tuple(rows))


def _cells(raw: str, *, slashes: bool) -> list[tuple[int, str]]:
    if "\t" in raw.strip():
        return list(enumerate(raw.split("\t")))
    stripped = raw.strip()
    if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1:
        return list(enumerate(stripped[1:-1].split("|")))
    if slashes and len(parts := _SLASH.split(raw.strip("\n"))) > 1:
        return list(enumerate(parts))
    if len(parts := stripped.split(" | ")) > 1 and _is_row(parts, " | "):
        return list(enumerate(parts))
    return [(0, raw)]


def _is_row(parts: list[str], mark: str) -> bool:
    """Whether a line with ` / ` or ` | ` in it is a row of cells and not a sentence."""
    from_second = sum(1 for p in parts[1:] if _NUMBERED.match(p.strip()))
    if mark == " / ":
        header = sum(
            1 for p in parts if re.match(r"(?:learning )?outcome|assessment criteria", p.strip(), re.IGNORECASE)
        )
        return (
            header >= 2
            or (from_second >= 1 and _NUMBERED.match(parts[0].strip()) is not None)
            or (_NUMBERED.match(parts[0].strip()) is not None and len(parts) > 2)
            or _BARE_NUMBER.fullmatch(parts[0].strip()) is not None
        )
    return len(parts) > 2 and from_second >= 1


def _in_columns(lines: list[str], watch: Watch) -> Layout:
    """Columns set with blanks: the offset in the line is the place on the page."""
    canvas, segments = Canvas(), []
    for i, raw in enumerate(lines):
        if i % 500 == 0:
            watch.step(i, len(lines))
        if "\f" in raw:
            canvas.break_page()
            raw = raw.replace("\f", " ")
        raw = raw.expandtabs(8)
        for match in re.finditer(r"\S+(?: {1,2}\S+)*", raw):
            x = match.start() * CHARACTER_WIDTH
            line = canvas.write(squeeze(match[0]), column=x / COLUMN_WIDTH)
            segments.append(
                Segment(
                    text=line.text,
                    pieces=line.pieces,
                    page=line.page,
                    x0=x,
                    x1=match.end() * CHARACTER_WIDTH,
                    y=i * 14.0,
                    height=12.0,
                )
            )
        canvas.advance()
    return Layout(kind=DocumentKind.TEXT, pages=canvas.finish(), rows=PageColumns().rows(segments))
