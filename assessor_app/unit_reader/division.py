"""One file, several units: where one ends and the next begins.

A unit begins where a title, a reference or a heading names another unit than the one before. Contents lists and
summaries name many units and have no criteria; what has none is dropped by the caller.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.labels import is_bare, label_at
from assessor_app.unit_reader.layout import Row, squeeze
from assessor_app.unit_reader.pairing import cut_rows, pairs_of
from assessor_app.unit_reader.titles import BARE_UNIT_HEADING, CONTENTS, UNIT_HEADING

_NAMING = (FieldName.TITLE, FieldName.REFERENCE, FieldName.NUMBER)
_NEAR = 14  # rows in which a second name belongs to the same heading


@dataclass(slots=True)
class _Named:
    start: int
    last: int
    names: dict[FieldName, str] = field(default_factory=dict)


def divide(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Row ranges, each with at most one named unit; the first begins with the document."""
    blocks: list[_Named] = []
    for index, name, value, is_heading in _events(rows):
        held = blocks[-1] if blocks else None
        same = held is not None and _plain(held.names.get(name, value)) == _plain(value)
        if held is not None and same and (name in held.names or index - held.last <= _NEAR or len(blocks) == 1):
            held.names.setdefault(name, value)
            held.last = index
            continue
        if held is not None and name is FieldName.NUMBER and not is_heading and index - held.last <= 6:
            held.names.setdefault(name, value)  # a second number, of the body's own
            continue
        if held is not None and name not in held.names and index - held.last <= _NEAR:
            held.names[name] = value
            held.last = index
            continue
        if held is not None and name not in held.names:
            continue
        blocks.append(_Named(start=index, last=index, names={name: value}))
    starts = [b.start for b in blocks]
    if not starts:
        return [(0, len(rows))]
    starts = [_raised(rows, s, starts[i - 1] if i else 0) for i, s in enumerate(starts)]
    starts[0] = 0
    return [(a, b) for a, b in zip(starts, [*starts[1:], len(rows)], strict=True) if b > a]


def _plain(name: str) -> str:
    """A name without what stands in brackets behind it, such as a reference or `continued`."""
    return (
        squeeze(re.sub(r"\([^()]*\)|\bcont(?:inued|['’]d)?\b\.?", " ", name)).casefold().strip(" –-:")
        or name.casefold()
    )


def _events(rows: Sequence[Row]) -> list[tuple[int, FieldName, str, bool]]:
    """Row, name and value of everything that names a unit, and whether it is a heading such as `Unit 301`."""
    labelled = (p for p in pairs_of(cut_rows(list(enumerate(rows)))) if p.sure and p.name in _NAMING)
    events = [(p.row, p.name, p.value, False) for p in labelled]
    for index, row in enumerate(rows):
        if len(row.cells) == 2 and _is_heading_of_two(rows, index):
            number = BARE_UNIT_HEADING.fullmatch(squeeze(row.cells[0].text))
            events += [(index, FieldName.NUMBER, number[1], True)] if number is not None else []
        if len(row.cells) != 1:
            continue
        for line in row.cells[0].lines:
            text = squeeze(line.text)
            if len(text) > 160:
                continue
            if (match := UNIT_HEADING.fullmatch(text)) is not None and not text.endswith("."):
                if not (match[1].isalpha() and match[1].upper() != match[1]):
                    events.append((index, FieldName.NUMBER, match[1], True))
                    if not CONTENTS.search(text):
                        events.append((index, FieldName.TITLE, match[2].strip(), True))
            elif (match := BARE_UNIT_HEADING.fullmatch(text)) is not None:
                events.append((index, FieldName.NUMBER, match[1], True))
    return sorted(events, key=lambda e: e[0])


def _is_label(row: Row) -> bool:
    """Whether a row is a label whose value stands on the row below."""
    text = squeeze(row.text)
    label = label_at(text, 0)
    return label is not None and is_bare(text, label[1])


def _is_heading_of_two(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is `Unit 302` and its title side by side, and not a line of a contents list."""
    near = [rows[k] for k in (index - 1, index, index + 1) if 0 <= k < len(rows)]
    named = [r for r in near if len(r.cells) > 1 and BARE_UNIT_HEADING.fullmatch(squeeze(r.cells[0].text))]
    return named == [rows[index]]


def _raised(rows: Sequence[Row], start: int, floor: int) -> int:
    """A heading may stand a little above the first label: the unit begins there, on the same page."""
    best = start
    for index in range(start - 1, max(floor, start - 4), -1):
        if rows[index].page != rows[start].page:
            break
        if len(rows[index].cells) > 1:
            if not _is_heading_of_two(rows, index):
                break
            best = index
        elif any(line.heading for line in rows[index].cells[0].lines) or _is_label(rows[index]):
            best = index
    return best
