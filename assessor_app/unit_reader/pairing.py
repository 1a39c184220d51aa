"""How labels and values stand to each other: behind, below, in columns, all labels first, all values first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.fact_rows import cut_anew, headed_columns, joined_rows, whole_label
from assessor_app.unit_reader.labels import Piece, cut_line
from assessor_app.unit_reader.layout import Row, squeeze
from assessor_app.unit_reader.marks import is_header, is_section
from assessor_app.unit_reader.values import READ_VALUE
from assessor_app.unit_reader.words import is_open

_F = FieldName

_CARDS = frozenset((_F.LEVEL, _F.CREDIT, _F.GLH, _F.TQT))


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
    rows = [(index, cut_anew(row)) for index, row in joined_rows(rows)]
    for at, (index, row) in enumerate(rows):
        if index in headed:
            continue
        if at + 1 < len(rows) and (columns := headed_columns(row, rows[at + 1][1])):
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
            lines = whole_label([line for line in cell.lines if line.text.strip()])
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


def pairs_of(pieces: Sequence[Piece]) -> list[Pair]:
    """Every label with its value, for the arrangements that documents use."""
    pairs: list[Pair] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        if above := _values_above(pieces, i):
            pairs += [p for label, value in above for p in _pair(label, value)]
            i += 2 * len(above)
            continue
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


def _values_above(pieces: Sequence[Piece], at: int) -> list[tuple[Piece, Piece]]:
    """Labels with their values where each value stands above its label, as on cards; empty where it is not so."""
    found: list[tuple[Piece, Piece]] = []
    if at and pieces[at - 1].is_label:
        return found  # it is that label's value
    while at + 1 < len(pieces):
        value, label = pieces[at], pieces[at + 1]
        if value.is_label or value.same_line or not label.is_label or label.colon or label.name not in _CARDS:
            break
        if READ_VALUE[label.name](value.text) is None:
            break
        found.append((label, value))
        at += 2
    behind = pieces[at] if at < len(pieces) else None
    if behind is not None and not behind.is_label and found and not _is_other(behind, found[-1][0]):
        return []  # the last label has a value below it: so they all stand above their values
    return found if len(found) > 1 else []


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
    goes_on = line.text[:1].islower() or is_open(value.text)
    if line.is_label or line.same_line or line.gap or not goes_on or len(line.text) > 80:
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
