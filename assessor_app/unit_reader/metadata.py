"""A unit's metadata: from labels, from a heading, from prose; None where the document does not say.

A value that does not look like its field is not taken but doubted; two values that differ are both named.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assessor_app.domain.identifiers import unit_reference_warning
from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.bodies import find_body
from assessor_app.unit_reader.gathered import Metadata
from assessor_app.unit_reader.labels import Piece
from assessor_app.unit_reader.layout import Cell, Line, Row, squeeze
from assessor_app.unit_reader.missed import doubt_missed
from assessor_app.unit_reader.pairing import Pair, cut_rows, pairs_of
from assessor_app.unit_reader.prose import from_prose
from assessor_app.unit_reader.titles import (
    CODE,
    CODED_TITLE,
    CONTENTS,
    ELSEWHERE,
    UNIT_HEADING,
    from_headings,
    number_beside_title,
    title_beside_code,
    title_beside_reference,
    title_from_furniture,
)
from assessor_app.unit_reader.values import REFERENCE

_F = FieldName
_NUMBER_ALONE = re.compile(rf"{CODE}|\d{{1,4}}[A-Z]?")
_NUMBERED_TITLE = re.compile(r"([A-Z]{0,4}\d{1,4}[A-Z]?)\s*[:.–-]?\s+([A-Z][a-z].+)")
_CRITERION = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.?\s*[A-Z]|\b[PMD]\d{1,2}[.:]?\s[A-Z][a-z]+\s[a-z]")
_CONTENTS = re.compile(r"(?:table\s+of\s+)?contents", re.IGNORECASE)
_WHOLE = 400  # characters of a line that holds headings, labels and criteria
_QUALIFICATION = re.compile(r"qualification|QAN\b", re.IGNORECASE)
_OTHER_UNITS = re.compile(
    r"(?:barred|equivalent|related|linked|replaced|excluded|alternative|previous|former|pre-?requisites?)\b|replaces\b",
    re.IGNORECASE,
)
_WHOLE_TIME = re.compile(r"total\s+qualification\s+time", re.IGNORECASE)
_SIZES = {_F.LEVEL, _F.CREDIT, _F.GLH}


def read_metadata(
    rows: Sequence[tuple[int, Row]],
    first: int,
    furniture: Sequence[Line],
    around: Sequence[Line] = (),
    *,
    last: int | None = None,
) -> Metadata:
    """Metadata of the unit in `rows`; its criteria stand from row `first` to row `last`."""
    meta = Metadata()
    pieces = cut_rows(rows)
    labelled = [p for p in pieces if p.is_label and p.name is not None]
    pairs = pairs_of(pieces)
    elsewhere = _of_the_qualification(rows, pieces, pairs, first)
    pairs = [p for p in pairs if p.row not in elsewhere]
    others = {index for index, row in rows if _OTHER_UNITS.match(squeeze(row.text))}
    typed = {p.row for p in pairs if p.sure}
    for pair in sorted(pairs, key=lambda p: p.name is _F.NUMBER):
        if pair.row > first and not _belongs(pair, pairs, last):
            continue
        meta.rows.add(pair.row)
        if pair.name is _F.REFERENCE and pair.row in others:
            continue
        _take(pair, meta)
    meta.rows |= {p.row for p in labelled if p.row in typed or p.row < first}
    labels = Counter(piece.row for piece in pieces if piece.is_label)
    meta.rows -= {i for i, row in rows if _CRITERION.search(row.text) and not (labels[i] > 1 and _is_narrow(row))}
    head = [(index, row) for index, row in rows if index < first]
    whole = [(index, row) for index, row in rows if index == first and len(row.text) > _WHOLE]
    from_headings([*head, *whole], meta)
    title_beside_reference(head, meta)
    title_beside_code(head, meta)
    from_prose(rows, meta)
    _reference_alone(head, furniture, meta)
    _from_furniture(furniture, meta)
    title_from_furniture(furniture, meta)
    number_beside_title(head, meta)
    _title_in_small_letters(rows, meta)
    find_body(rows, furniture, around, meta, criteria=(first, last if last is not None else first))
    _without_number(meta)
    _check(meta)
    if last is not None:
        outside = [
            line.text for index, row in rows if not first <= index <= last for cell in row.cells for line in cell.lines
        ]
        beside = [
            " ".join(squeeze(c.text) for c in row.cells) for index, row in rows if index < first and len(row.cells) > 1
        ]
        doubt_missed([*outside, *beside, *(line.text for line in furniture)], meta, [line.text for line in around])
    return meta


def _is_narrow(row: Row) -> bool:
    """Several short cells: with two labels among them it is a row of facts, although `6.1 ICT practitioners` is one."""
    return len(row.cells) > 2 and all(len(cell.text) < _WHOLE // 2 for cell in row.cells)


def _of_the_qualification(
    rows: Sequence[tuple[int, Row]], pieces: Sequence[Piece], pairs: Sequence[Pair], first: int
) -> set[int]:
    """Rows of a table that describes the qualification, where another one describes the unit."""
    tables = {index: row.table for index, row in rows if row.table}
    naming = {
        tables[p.row] for p in pairs if p.sure and p.row in tables and p.name in (_F.TITLE, _F.REFERENCE, _F.NUMBER)
    }
    about = {
        tables[p.row]
        for p in pieces
        if p.is_label and p.name is None and p.row in tables and _QUALIFICATION.match(p.text)
    }
    own = {p.name for p in pairs if p.sure and tables.get(p.row) in naming}
    about |= {tables[p.row] for p in pieces if p.row in tables and _WHOLE_TIME.match(p.text) and own & _SIZES}
    rows_about = {index for index, table in tables.items() if table in about - naming} if naming else set()
    named = [p.row for p in pairs if p.sure and p.name in (_F.TITLE, _F.REFERENCE)]
    headings = [index for index, row in rows if index < first and _names_unit(row)]
    start = max(headings, default=min(named, default=0))
    before = [index for index, _ in rows if index < start]
    told = any(p.row < start and p.is_label and p.name is None and _QUALIFICATION.match(p.text) for p in pieces)
    contents = any(index < start and _CONTENTS.fullmatch(squeeze(row.text)) for index, row in rows)
    return rows_about.union(before) if told or contents else rows_about


def _names_unit(row: Row) -> bool:
    """Whether a row is a heading such as `Unit 302: Work with suppliers`, and no line of a contents list."""
    text = squeeze(row.text)
    return len(text) < 160 and UNIT_HEADING.fullmatch(text) is not None and not CONTENTS.search(text)


def _from_furniture(furniture: Sequence[Line], meta: Metadata) -> None:
    """What stands only in a box that is printed on every page, with its labels."""
    rows = [(k, Row(cells=(Cell(lines=(line,)),))) for k, line in enumerate(furniture)]
    for pair in pairs_of(cut_rows(rows)):
        if pair.sure and pair.name not in meta.found:
            _take(pair, meta)
            meta.doubt(pair.name.value, "It stands only at the edge of the pages.")


def _title_in_small_letters(rows: Sequence[tuple[int, Row]], meta: Metadata) -> None:
    """A title in capitals, where the document prints the same words in small letters too."""
    title = meta.found.get(_F.TITLE)
    if title is None or not title.value or not title.value.isupper():
        return
    for _, row in rows:
        for line in row.cells[0].lines if len(row.cells) == 1 else ():
            at = line.text.casefold().find(title.value.casefold())
            words = line.text[at : at + len(title.value)]
            if at >= 0 and words[:1].isupper() and not words.isupper():
                meta.found[_F.TITLE] = replace(title, value=words, pieces=line.pieces)
                return


def _without_number(meta: Metadata) -> None:
    """A title that begins with the unit's own number, without it."""
    number, title = meta.found.get(_F.NUMBER), meta.found.get(_F.TITLE)
    if number is None or title is None or not number.value or not title.value:
        return
    rest = title.value.removeprefix(number.value)
    if rest != title.value and re.match(r"\s*[:.–-]?\s+[A-Z]", rest):
        meta.found[_F.TITLE] = replace(title, value=rest.lstrip(" :.–-"))


def _belongs(pair: Pair, pairs: Sequence[Pair], last: int | None) -> bool:
    """A label behind the first criterion counts in a box of several, or behind the last criterion with its value."""
    near = {p.name for p in pairs if p.sure and abs(p.row - pair.row) <= 8}
    return pair.sure and (
        len(near) >= 3
        or (last is not None and pair.row > last and pair.name in (_F.REFERENCE, _F.EXPIRY, *_SIZES, _F.TQT))
    )


def _take(pair: Pair, meta: Metadata) -> None:
    if not pair.sure:
        if pair.name is _F.TITLE and _NUMBER_ALONE.fullmatch(pair.printed.strip()):
            meta.put(_F.NUMBER, pair.printed.strip(), pair.pieces)
            return
        if pair.name in meta.found or re.fullmatch(
            r"(?:n/?a|none|tbc|not applicable|[-–—.]+)", pair.printed.strip(), re.IGNORECASE
        ):
            return
        if (
            pair.name is _F.REFERENCE
            and re.fullmatch(r"[A-Z0-9][\w/-]{1,19}", pair.printed.strip())
            and any(c.isdigit() for c in pair.printed)
        ):
            meta.put(_F.NUMBER, pair.printed.strip(), pair.pieces)
            return
        if len(pair.printed) < 60:
            meta.doubt(pair.name.value, f"The document says “{pair.printed}” here, which could not be read.")
        return
    if pair.name is _F.NUMBER and REFERENCE.fullmatch(pair.value):
        meta.put(_F.REFERENCE, pair.value, pair.pieces)
        return
    if pair.name is _F.TITLE and (match := UNIT_HEADING.fullmatch(pair.value)) is not None:
        meta.put(_F.NUMBER, match[1], pair.pieces)
        meta.put_title(match[2], pair.pieces)
        return
    if (
        pair.name is _F.TITLE
        and (match := _NUMBERED_TITLE.fullmatch(pair.value) or CODED_TITLE.fullmatch(pair.value)) is not None
    ):
        meta.put(_F.NUMBER, match[1], pair.pieces)
        meta.put_title(match[2], pair.pieces)
        return
    if pair.name is _F.TITLE:
        meta.put_title(pair.value, pair.pieces)
        return
    meta.put(pair.name, pair.value, pair.pieces)


def _reference_alone(head: Sequence[tuple[int, Row]], furniture: Sequence[Line], meta: Metadata) -> None:
    """A reference without a label counts where it is the only one and stands in a line of its own kind."""
    if _F.REFERENCE in meta.found:
        return
    seen: dict[str, tuple[int, ...]] = {}
    lines = [line for index, row in head for cell in row.cells for line in cell.lines] + list(furniture)
    for line in lines:
        if ELSEWHERE.search(line.text) or len(line.text) > 160:
            continue
        for match in REFERENCE.finditer(line.text):
            seen.setdefault("/".join(match.groups()), line.pieces)
    if len(seen) == 1:
        ((value, pieces),) = seen.items()
        meta.put(_F.REFERENCE, value, pieces)
        meta.doubt(_F.REFERENCE.value, "It stands in the document without a label.")


def _check(meta: Metadata) -> None:
    reference = meta.found.get(_F.REFERENCE)
    if reference is not None and (warning := unit_reference_warning(reference.value or "")):
        meta.doubt(_F.REFERENCE.value, warning)
    glh, tqt = (meta.found.get(n) for n in (_F.GLH, _F.TQT))
    if glh and tqt and glh.value and tqt.value and int(glh.value) > int(tqt.value):
        meta.doubt(_F.GLH.value, f"{glh.value} guided learning hours are more than the total of {tqt.value}.")
