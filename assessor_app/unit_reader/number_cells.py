"""Cells that hold only a number or a letter, joined with the cell of its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assessor_app.unit_reader.layout import Cell, Line, Row

BARE = re.compile(
    r"(?:(?:AC|PC|LO|Learning outcome|Outcome|(?:Assessment )?Criterion)?\s*\d{1,4}(?:\.\d{1,2}){0,2}[.):]?"
    r"|[PMD]\d{1,2}[.):]?"
    r"|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\(?[a-z][.)]\s|[PMDKS]\d{1,2}\b|(?:AC\s?)?\d{1,2}\.\d{1,2}\b|[•▪●]\s*\w")
_FIRST_LETTERS = {("a", "b"), ("A", "B"), ("i", "ii")}
_LONE_LETTER = re.compile(r"[a-z]|[A-Z]|[ivx]{2,4}")


def columns_of_letters(part: Sequence[tuple[int, Row]]) -> set[int]:
    """The columns in which `a` stands alone above `b`, or `i` above `ii`: there letters are marks."""
    held: dict[int, str] = {}
    columns = set()
    for _, row in part:
        for cell in row.cells:
            text = cell.text.strip()
            if (held.get(cell.column, ""), text) in _FIRST_LETTERS:
                columns.add(cell.column)
            held[cell.column] = text
    return columns


def dotted_cells(cells: Sequence[Cell], columns: set[int]) -> tuple[Cell, ...]:
    """The cells with `a.` for a lone `a` in those columns."""
    return tuple(
        replace(cell, lines=(replace(cell.lines[0], text=f"{cell.text.strip()}."),))
        if cell.column in columns and len(cell.lines) == 1 and _LONE_LETTER.fullmatch(cell.text.strip())
        else cell
        for cell in cells
    )


def merged_cells(cells: Sequence[Cell]) -> Iterator[Cell]:
    """Cells that hold only a number are joined with the cell of its text."""
    waiting = list(cells)
    i = 0
    while i < len(waiting):
        cell = waiting[i]
        numbers = _unwrapped([line for line in cell.lines if line.text.strip()])
        bare = bool(numbers) and all(BARE.fullmatch(line.text.strip()) for line in numbers)
        behind = waiting[i + 1] if i + 1 < len(waiting) else None
        if bare and behind is not None and behind.lines and not (numbers[0].gap or behind.lines[0].gap):
            bare = False  # the second line of a label, and the second line of the cell beside
        if bare and behind is not None and behind.lines and _MARKED.match(behind.lines[0].text.strip()):
            bare = False  # an outcome's number, and a criterion that has its own mark
        if not bare or behind is None or not behind.text.strip() or BARE.fullmatch(behind.lines[0].text.strip()):
            yield cell
            i += 1
            continue
        joined = _zip(numbers, [line for line in behind.lines if line.text.strip()])
        if joined is None:
            yield cell
            i += 1
            continue
        yield Cell(lines=tuple(joined), column=cell.column)
        i += 2


def _unwrapped(lines: list[Line]) -> list[Line]:
    """A number that its narrow column cut into lines (`1.` and `1`), as one."""
    whole = "".join(line.text.strip() for line in lines)
    if len(lines) < 2 or re.fullmatch(r"\d{1,2}\.\d{1,2}\.?", whole) is None:
        return lines
    return [replace(lines[0], text=whole, pieces=tuple(i for line in lines for i in line.pieces))]


def _zip(numbers: list[Line], texts: list[Line]) -> list[Line] | None:
    if len(numbers) == 1:
        heads = [0]
    elif len(numbers) == len(texts):
        heads = list(range(len(texts)))
    else:
        heads = [k for k, line in enumerate(texts) if k == 0 or line.gap]
        if len(heads) != len(numbers):
            return None
    joined = list(texts)
    for number, k in zip(numbers, heads, strict=True):
        line = joined[k]
        joined[k] = replace(
            line,
            text=f"{number.text.strip()} {_without_number(line.text, number.text)}",
            pieces=number.pieces + line.pieces,
            gap=True,
        )
    return joined


def _without_number(text: str, number: str) -> str:
    """The text where the number in the cell beside stands in it again, whole (`1`) or its last part (`.1`)."""
    match = re.match(r"\s*(?P<own>(?:\d{1,2})?\.?\d{1,2})[.):]?\s+(?=[A-Za-z])", text)
    again = match is not None and (
        number.strip(" .):") == match["own"] or number.strip(" .):").endswith(f".{match['own'].strip('.')}")
    )
    return text[match.end() :] if match is not None and again else text
