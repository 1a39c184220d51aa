"""How labels and values stand to each other: behind, below, in columns, all labels first, all values first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.labels import Piece, cut_line, is_bare, label_at
from assessor_app.unit_reader.layout import Cell, Line, Row, squeeze
from assessor_app.unit_reader.marks import is_header, is_section
from assessor_app.unit_reader.values import READ_VALUE

_F = FieldName

_TWO_OF_EACH = re.compile(r"([A-Za-z][\w ()]{1,40}?) ?/ ?([A-Za-z][\w ()]{1,40}?) ?:? ?(\d\S{0,6}) ?/ ?(\d\S{0,6})")
_VALUE_AND_LABEL = re.compile(r"(\S{0,9}\d\S{0,9})\s+([A-Z][\w ()]{2,40}):?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A value that stands with a label."""

    name: FieldName
    value: str
    pieces: tuple[int, ...]
    row: int
    printed: str = ""
    sure: bool = True


def cut_rows(rows: Sequence[tuple[int, Row]]) -> list[Piece]:
    """All rows as labels and values in reading order."""
    pieces: list[Piece] = []
    headed: set[int] = set()
    rows = [(index, _cut_anew(row)) for index, row in _joined_rows(rows)]
    for at, (index, row) in enumerate(rows):
        if index in headed:
            continue
        if at + 1 < len(rows) and (columns := _headed(row, rows[at + 1][1])):
            headed.add(rows[at + 1][0])
            for label, value in columns:
                pieces += cut_line(label.text, label.lines[0].pieces, index, label.column, True)
                pieces.append(
                    Piece(
                        text=squeeze(value.text),
                        pieces=value.lines[0].pieces,
                        row=index,
                        column=value.column,
                        same_line=True,
                    )
                )
            continue
        for k, cell in enumerate(row.cells):
            lines = _whole_label([line for line in cell.lines if line.text.strip()])
            for j, line in enumerate(lines):
                cut = cut_line(line.text, line.pieces, index, cell.column, line.gap)
                wraps = (
                    row.wrapped is False
                    and len(lines) > 1
                    and j
                    and not cut[0].is_label
                    and pieces
                    and not pieces[-1].is_label
                    and pieces[-1].row == index
                    and not line.gap
                )
                if wraps:
                    before = pieces[-1]
                    pieces[-1] = Piece(
                        text=f"{before.text} {cut[0].text}",
                        pieces=before.pieces + cut[0].pieces,
                        row=index,
                        column=before.column,
                        same_line=before.same_line,
                        gap=before.gap,
                    )
                    continue
                behind = (
                    k > 0
                    and not j
                    and not cut[0].is_label
                    and pieces
                    and pieces[-1].is_label
                    and pieces[-1].row == index
                )
                if behind:
                    first = cut[0]
                    cut[0] = Piece(
                        text=first.text, pieces=first.pieces, row=index, column=first.column, same_line=True, gap=True
                    )
                pieces += cut
            if not lines and pieces and pieces[-1].is_label and pieces[-1].row == index and k:
                pieces.append(Piece(text="", pieces=(), row=index, column=cell.column, same_line=True))
    return pieces


def _whole_label(lines: Sequence[Line]) -> list[Line]:
    """The lines of a cell, as one where together they are a label and nothing else."""
    text = squeeze(" ".join(line.text for line in lines))
    label = label_at(text, 0) if 1 < len(lines) < 5 else None
    if label is None or not is_bare(text, label[1]):
        return list(lines)
    return [replace(lines[0], text=text, pieces=tuple(i for line in lines for i in line.pieces))]


def _cut_anew(row: Row) -> Row:
    """A row cut anew whose cells hold a value and the next label (`5 GLH`), or two of each (`GLH / TQT: 30 / 50`)."""
    texts = [squeeze(c.text) for c in row.cells]
    if (two := _TWO_OF_EACH.fullmatch(" ".join(texts))) is not None:
        found = [label_at(words, 0) for words in two.groups()[:2]]
        if all(f is not None and is_bare(words, f[1]) for f, words in zip(found, two.groups(), strict=False)):
            line = row.cells[0].lines[0]
            parts = (two[1], two[3], two[2], two[4])
            made = (Cell(lines=(replace(line, text=part),), column=k) for k, part in enumerate(parts))
            return replace(row, cells=tuple(made))
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


def _joined_rows(rows: Sequence[tuple[int, Row]]) -> list[tuple[int, Row]]:
    """The rows, with a line whose last words are a label that wraps joined with the line below."""
    joined: list[tuple[int, Row]] = []
    for index, row in rows:
        before = joined[-1][1] if joined else None
        if before is not None and (label := _label_over_rows(before, row)) is not None:
            joined[-1] = (index, replace(row, cells=(label, *row.cells[1:])))
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
    whole = _whole_label(lines)
    first = squeeze(row.cells[0].text)
    return (
        replace(row.cells[0], lines=tuple(whole)) if len(whole) == 1 < len(lines) and not first[:1].isupper() else None
    )


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


def _headed(row: Row, below: Row) -> list[tuple[Cell, Cell]]:
    """Labels in a row of their own with the row of their values below, paired by column; empty where it is not so."""
    if len(row.cells) < 2 or row.table != below.table or not row.table:
        return []
    values = {c.column: c for c in below.cells if c.lines}
    pairs = []
    for cell in row.cells:
        text = squeeze(cell.text)
        label = label_at(text, 0)
        if label is None or not is_bare(text, label[1]) or not cell.lines:
            continue
        if cell.column not in values:
            continue
        name, value = label[0], squeeze(values[cell.column].text)
        if name is not None and READ_VALUE[name](value) is not None:
            pairs.append((cell, values[cell.column]))
    return pairs if len(pairs) > 1 else []


def pairs_of(pieces: Sequence[Piece]) -> list[Pair]:
    """Every label with its value, for the arrangements that documents use."""
    pairs: list[Pair] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        if not piece.is_label:
            i += 1
            continue
        behind = pieces[i + 1] if i + 1 < len(pieces) else None
        if behind is not None and not behind.is_label and behind.same_line:
            pairs += _pair(piece, _whole_title(piece, behind, pieces[i + 2 : i + 3]))
            i += 2
            continue
        run = [piece]
        while i + len(run) < len(pieces) and pieces[i + len(run)].is_label:
            after = pieces[i + len(run) + 1] if i + len(run) + 1 < len(pieces) else None
            if after is not None and not after.is_label and after.same_line:
                break
            run.append(pieces[i + len(run)])
        pairs += _run(run, pieces, i)
        i += len(run)
    return pairs


def _run(run: Sequence[Piece], pieces: Sequence[Piece], at: int) -> list[Pair]:
    """Labels that stand together without values: their values come behind, in the row below, or came before."""
    behind = _values(pieces[at + len(run) :], len(run))
    if len(run) == 1:
        if behind and not _is_other(behind[0], run[0]):
            return _pair(run[0], _whole_title(run[0], behind[0], pieces[at + 2 : at + 3]))
        return []
    for values in (behind, _values(pieces[:at][::-1], len(run))[::-1]):
        if len(values) == len(run) and _fits(run, values):
            return [p for label, value in zip(run, values, strict=True) for p in _pair(label, value)]
    below = [p for p in pieces[at + len(run) :] if p.row == run[-1].row + 1 and not p.is_label]
    if len({p.row for p in run}) == 1 and below:
        by_column = {p.column: p for p in below}
        matched = [(label, by_column[label.column]) for label in run if label.column in by_column]
        if matched and _fits([m[0] for m in matched], [m[1] for m in matched]):
            return [p for label, value in matched for p in _pair(label, value)]
    if behind and len(run) > 1 and run[-1].colon is False and _fits(run[-1:], behind[:1]) and run[-1].name is not None:
        return _pair(run[-1], behind[0])
    return []


def _whole_title(label: Piece, value: Piece, behind: Sequence[Piece]) -> Piece:
    """A title that runs on in small letters on the next line."""
    if label.name is not _F.TITLE or not behind:
        return value
    line = behind[0]
    if line.is_label or line.same_line or line.gap or not line.text[:1].islower() or len(line.text) > 80:
        return value
    return replace(value, text=f"{value.text} {line.text}", pieces=value.pieces + line.pieces)


def _values(pieces: Sequence[Piece], count: int) -> list[Piece]:
    values: list[Piece] = []
    for piece in pieces:
        if piece.is_label or piece.same_line or len(values) == count or not piece.text:
            break
        if is_header(piece.text) or is_section(piece.text, gap=True) or len(piece.text) > 200:
            break
        values.append(piece)
    return values


def _is_other(value: Piece, label: Piece) -> bool:
    """Whether a line below a lone label is something of its own and not the label's value."""
    if label.name is None:
        return True
    if READ_VALUE[label.name](value.text) is None:
        return True
    return label.name in (_F.TITLE, _F.AWARDING_BODY) and value.text.endswith((".", ":"))


def _fits(labels: Sequence[Piece], values: Sequence[Piece]) -> bool:
    return all(
        label.name is None or READ_VALUE[label.name](value.text) is not None
        for label, value in zip(labels, values, strict=True)
    )


def _pair(label: Piece, value: Piece) -> list[Pair]:
    pairs: list[Pair] = []
    if label.name is None or not value.text:
        return pairs
    read = READ_VALUE[label.name](value.text)
    if read is not None:
        pairs.append(
            Pair(name=label.name, value=read, pieces=label.pieces + value.pieces, row=value.row, printed=value.text)
        )
    else:
        pairs.append(
            Pair(name=label.name, value="", pieces=value.pieces, row=value.row, printed=value.text, sure=False)
        )
    if label.body:
        pairs.append(Pair(name=_F.AWARDING_BODY, value=label.body, pieces=label.pieces, row=label.row))
    return pairs
