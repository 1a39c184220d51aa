"""Rows of labels and values before they are paired: joined where a label wraps, cut where one holds several."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assessor_app.unit_reader.facts import are_labels, facts, is_own_fact
from assessor_app.unit_reader.labels import is_bare, label_at
from assessor_app.unit_reader.layout import Cell, Line, Row, squeeze
from assessor_app.unit_reader.values import READ_VALUE

_VALUE_AND_LABEL = re.compile(r"(\S{0,9}\d\S{0,9})\s+([A-Z][\w ()]{2,40}):?")


def whole_label(lines: Sequence[Line]) -> list[Line]:
    """The lines of a cell, as one where together they are a label and nothing else."""
    text = squeeze(" ".join(line.text for line in lines))
    label = label_at(text, 0) if 1 < len(lines) < 5 else None
    if label is None or not is_bare(text, label[1]):
        return list(lines)
    return [replace(lines[0], text=text, pieces=tuple(i for line in lines for i in line.pieces))]


def cut_anew(row: Row) -> Row:
    """A row cut anew whose cells hold a value and the next label (`5 GLH`), or several facts at once."""
    row = _with_several(row)
    texts = [squeeze(c.text) for c in row.cells]
    several = facts(" | ".join(texts)) if len(row.cells) < 3 or not _has_bare_label(texts) else []
    if several:
        return _counted(row, _cells_of(several, row.cells))
    if len(texts) < 2 or (first := label_at(texts[0], 0)) is None or not is_bare(texts[0], first[1]):
        return row
    middle = [m for t in texts[1:] if (m := _VALUE_AND_LABEL.fullmatch(t)) is not None]
    labels = [label for m in middle if (label := label_at(m[2], 0)) is not None and is_bare(m[2], label[1])]
    if not labels or len(labels) < len(texts) - 2 or len(labels) != len(middle):
        return row
    cells: list[Cell] = []
    for cell, text in zip(row.cells, texts, strict=True):
        both = _VALUE_AND_LABEL.fullmatch(text) if cell.lines else None
        for part in both.groups() if both is not None else (text,):
            lines = tuple(replace(line, text=part) for line in cell.lines[:1])
            cells.append(Cell(lines=lines, column=len(cells)))
    return replace(row, cells=tuple(cells))


def _cells_of(several: Sequence[tuple[str, str]], cells: Sequence[Cell]) -> list[Cell]:
    """A cell for each label and each value, all from the places of `cells`."""
    line = next(line for cell in cells for line in cell.lines)
    pieces = tuple(i for cell in cells for each in cell.lines for i in each.pieces)
    return [Cell(lines=(replace(line, text=text, pieces=pieces),)) for pair in several for text in pair]


def _counted(row: Row, cells: Sequence[Cell]) -> Row:
    return replace(row, cells=tuple(replace(cell, column=k) for k, cell in enumerate(cells)))


def _with_several(row: Row) -> Row:
    """A row of many cells with a cell of several labels (`Level/Credit`) and the cell of their values taken apart."""
    if len(row.cells) < 3:
        return row
    cells: list[Cell] = []
    waiting = list(row.cells)
    while waiting:
        cell = waiting.pop(0)
        several = facts(f"{cell.text} | {waiting[0].text}") if waiting and are_labels(cell.text) else []
        cells += _cells_of(several, (cell, waiting.pop(0))) if several else [cell]
    return _counted(row, cells) if len(cells) > len(row.cells) else row


def _has_bare_label(texts: Sequence[str]) -> bool:
    return any((label := label_at(text, 0)) is not None and is_bare(text, label[1]) for text in texts)


def joined_rows(rows: Sequence[tuple[int, Row]]) -> list[tuple[int, Row]]:
    """The rows, with a line whose last words are a label that wraps joined with the line below."""
    joined: list[tuple[int, Row]] = []
    for index, row in rows:
        before = joined[-1][1] if joined else None
        if before is not None and (label := _label_over_rows(before, row)) is not None:
            joined[-1] = (index, replace(row, cells=(label, *row.cells[1:])))
        elif before is not None and _values_below(before, row):
            top, line = before.cells[0].lines[-1], row.cells[0].lines[0]
            between = " " if are_labels(top.text) else " | "
            whole = replace(top, text=f"{top.text}{between}{line.text}", pieces=top.pieces + line.pieces)
            joined[-1] = (joined[-1][0], replace(before, cells=(replace(before.cells[0], lines=(whole,)),)))
        elif before is not None and _wraps_in_label(before, row):
            top, line = before.cells[0].lines[-1], row.cells[0].lines[0]
            whole = replace(top, text=f"{top.text} {line.text}", pieces=top.pieces + line.pieces)
            joined[-1] = (joined[-1][0], replace(before, cells=(replace(before.cells[0], lines=(whole,)),)))
        else:
            joined.append((index, row))
    return joined


def _label_over_rows(above: Row, row: Row) -> Cell | None:
    """The first cell of a row with the line above it, where together they are a label and alone they are not."""
    if len(above.cells) != 1 or len(row.cells) < 2 or not row.wrapped or above.cells[0].column != row.cells[0].column:
        return None
    lines = (*above.cells[0].lines, *row.cells[0].lines)
    whole = whole_label(lines)
    first = squeeze(row.cells[0].text)
    return (
        replace(row.cells[0], lines=tuple(whole)) if len(whole) == 1 < len(lines) and not first[:1].isupper() else None
    )


def _values_below(above: Row, row: Row) -> bool:
    """Whether a line of several labels (`Credit / GLH`) has its values on the line below, or facts go on there."""
    if len(above.cells) != 1 or len(row.cells) != 1 or len(above.cells[0].lines) != 1:
        return False
    if are_labels(above.text):
        return bool(facts(f"{above.text} {row.text}"))
    return is_own_fact(row.text) and bool(facts(f"{above.text} | {row.text}"))


def _wraps_in_label(above: Row, row: Row) -> bool:
    if not (above.wrapped and row.wrapped and len(above.cells) == len(row.cells) == 1):
        return False
    if len(above.cells[0].lines) != 1 or len(row.cells[0].lines) != 1 or row.cells[0].lines[0].gap:
        return False
    text, below = squeeze(above.text), squeeze(row.text)
    if ":" not in text or ":" not in below[:30] or label_at(below, 0) is not None:
        return False
    starts = [m.end() for m in re.finditer(r"\s", text)][-4:]
    return any((label := label_at(text, at)) is not None and label[1] == len(text) for at in starts)


def headed_columns(row: Row, below: Row) -> list[tuple[Cell, Cell]]:
    """Labels in a row of their own with the row of their values below, paired by column; empty where it is not so."""
    if len(row.cells) < 2 or row.table != below.table or not row.table:
        return []
    values = {c.column: c for c in below.cells if c.lines}
    pairs: list[tuple[Cell, Cell]] = []
    for cell in row.cells:
        text = squeeze(cell.text)
        label = label_at(text, 0)
        if cell.column not in values or not cell.lines:
            continue
        several = facts(f"{text} | {values[cell.column].text}") if are_labels(text) else []
        if several:
            made = _cells_of(several, (cell, values[cell.column]))
            pairs += zip(made[::2], made[1::2], strict=True)
            continue
        if label is None or not is_bare(text, label[1]):
            continue
        name, value = label[0], squeeze(values[cell.column].text)
        if name is not None and READ_VALUE[name](value) is not None:
            pairs.append((cell, values[cell.column]))
    return pairs if len(pairs) > 1 else []
