"""A unit's metadata: from labels, from a heading, from prose; None where the document does not say.

A value that does not look like its field is not taken but doubted; two values that differ are both named.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assessor_app.domain.identifiers import unit_reference_warning
from assessor_app.domain.reading import FieldName, ReadField
from assessor_app.domain.units import Doubt
from assessor_app.unit_reader.labels import Pair, cut_rows, label_at, pairs_of
from assessor_app.unit_reader.layout import Cell, Line, Row, squeeze
from assessor_app.unit_reader.marks import is_header, is_outcome_like, is_section, outcome_mark
from assessor_app.unit_reader.values import DATE, REFERENCE, as_count, as_date, as_level, as_title
from assessor_app.unit_reader.verbs import begins_with_verb
from assessor_app.unit_reader.words import BODIES

_F = FieldName
UNIT_HEADING = re.compile(
    r"Unit\s+(?:no\.?\s*)?([A-Z]{0,4}\d[\w.]*|[A-Z]{1,4}\s\d{1,3}|[A-Z]{1,3}\d*)\s*[:.\-–—|]?\s+(?=[A-Z‘'\"(])(.+)",
    re.IGNORECASE,
)
BARE_UNIT_HEADING = re.compile(
    r"(?:(?:NVQ|core|optional|mandatory)\s+)?Unit\s+(?:no\.?\s*)?([A-Z]{0,4}\d{1,5}[A-Z]?|[A-Z]{1,4}\s\d{1,4})\s*[:.\-–—|]?",
    re.IGNORECASE,
)
_CODED_TITLE = re.compile(r"([A-Z]{1,4}\d{2,5}[A-Z]?)\s*[:–-]?\s+([A-Z][a-z].+)")
_NUMBERED_TITLE = re.compile(r"([A-Z]{0,4}\d{1,4}[A-Z]?)\s*[:.–-]?\s+([A-Z][a-z].+)")
_SIZES = re.compile(r"\s*\([^()]{0,80}\b(?:level|credits?|GLH|hours)\b[^()]{0,80}\)\s*$", re.IGNORECASE)
_CRITERION = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.?\s*[A-Z]")
_CONTENTS = re.compile(r"(?:\.\s?){3,}\s*\d{1,3}$|\s\d{1,3}$|…")
_ELSEWHERE = re.compile(
    r"\b(?:see|another|other|replaces?|barred|equivalent|similar|alternative|related|linked?|links|also"
    r"|together with|unit [A-Z]/|exemption"
    r"|combination|instead|former|previous|supersede[sd]?|progression)\b",
    re.IGNORECASE,
)
_AMOUNT = r"(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PROSE: tuple[tuple[FieldName, re.Pattern[str]], ...] = (
    (_F.LEVEL, re.compile(rf"\bunit\b[^.]{{0,60}}?\b(?:is |at |a )?(?:at )?level\s+{_AMOUNT}\b", re.IGNORECASE)),
    (_F.LEVEL, re.compile(rf"\blevel\s+{_AMOUNT}\s+unit\b", re.IGNORECASE)),
    (_F.LEVEL, re.compile(r"\b(entry\s+(?:level\s+)?[1-3])\s+unit\b", re.IGNORECASE)),
    (_F.CREDIT, re.compile(rf"\b{_AMOUNT}\s+credits?\b(?!\s+value|\s*:)", re.IGNORECASE)),
    (_F.CREDIT, re.compile(rf"\bcredit\s+value\s+(?:of|is)\s+{_AMOUNT}\b", re.IGNORECASE)),
    (
        _F.GLH,
        re.compile(
            rf"\b{_AMOUNT}\s+(?:guided\s+learning\s+hours?|GLH|hours?\s+of\s+guided\s+learning|guided\s+hours?)\b(?!\s*:)",
            re.IGNORECASE,
        ),
    ),
    (_F.GLH, re.compile(rf"\b(?:guided\s+learning(?:\s+hours)?|GLH)\s+(?:of|is|are)\s+{_AMOUNT}\b", re.IGNORECASE)),
    (
        _F.TQT,
        re.compile(
            rf"\b(?:total\s+(?:unit|qualification|learning)\s+time|TQT)\s+(?:of|is)\s+{_AMOUNT}\b", re.IGNORECASE
        ),
    ),
)
_EXPIRY_PROSE = re.compile(
    r"\bunit\b[^.]{0,80}?\b(?:expir\w+|valid|withdrawn|available|ends?|closes?)\b[^.]{0,40}?\b(?:on|until|to|after|is)?\s*",
    re.IGNORECASE,
)
_NOT_EXPIRY = re.compile(r"\b(?:registration|certification|review|starts?|launch\w*|issued?)\b", re.IGNORECASE)
_TITLE_PROSE = re.compile(
    r"\b[Tt]h(?:e|is) unit,?\s+(?:(?:is\s+)?(?:called|titled|entitled|named),?\s+)?[“\"‘']([A-Z][^”\"’']{4,120})[”\"’']"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*)?(?:[–-]\s*\d{4}\s*)?([A-Z][\w&'’ ]{2,50}?)"
    r"(?:\s*(?:\d{4}|Ltd|Limited|All rights|Version|Page|\||,|\.|$))",
    re.IGNORECASE,
)
_WEB = re.compile(r"www\.|https?:|@|\.(?:co|org|com|net|ac|gov)\b", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:unit\s+(?:specification|handbook|guide|document|details?|information|content|summary)|qualification\s+.*|.*\b(?:handbook|specification|contents|qualifications?\s+guide)\b.*"
    r"|(?:level\s+\d|entry\s+level)\b.*\b(?:award|certificate|diploma|nvq|qualification|extended)\b.*|.*\b(?:award|certificate|diploma)\s+in\b.*|page\b.*|version\b.*|©.*|copyright.*"
    r"|mandatory\s+units?|optional\s+units?|units?|home|menu|search.*|skip\s+to.*|learning\s+aims?.*|group\s+[A-Z].*|.*\bcookies?\b.*|log\s?in|.*(?:\s>\s|\s»\s|\s/\s).*)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Metadata:
    """What was found, and the rows that are metadata and nothing else."""

    found: dict[FieldName, ReadField] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)

    def doubt(self, where: str, reason: str) -> None:
        """Notes a doubt once."""
        doubt = Doubt(where=where, reason=reason)
        if doubt not in self.doubts:
            self.doubts.append(doubt)

    def put(self, name: FieldName, value: str, pieces: Iterable[int]) -> None:
        """Keeps a value; a different second one is a doubt."""
        held = self.found.get(name)
        if held is None:
            self.found[name] = ReadField(name=name, value=value, pieces=tuple(dict.fromkeys(pieces)))
        elif held.value is not None and held.value.casefold() != value.casefold():
            self.doubt(name.value, f"The document also says “{value}”.")


def read_metadata(
    rows: Sequence[tuple[int, Row]], first: int, furniture: Sequence[Line], *, last: int | None = None
) -> Metadata:
    """Metadata of the unit in `rows`; its criteria stand from row `first` to row `last`."""
    meta = Metadata()
    pieces = cut_rows(rows)
    labelled = [p for p in pieces if p.is_label and p.name is not None]
    pairs = pairs_of(pieces)
    typed = {p.row for p in pairs if p.sure}
    for pair in sorted(pairs, key=lambda p: p.name is _F.NUMBER):
        if pair.row > first and not _belongs(pair, pairs, last):
            continue
        meta.rows.add(pair.row)
        _take(pair, meta)
    meta.rows |= {p.row for p in labelled if p.row in typed or p.row < first}
    meta.rows -= {index for index, row in rows if _CRITERION.search(row.text)}
    head = [(index, row) for index, row in rows if index < first]
    _from_headings(head, meta)
    _title_beside_reference(head, meta)
    _from_prose(rows, meta)
    _reference_alone(head, furniture, meta)
    _title_from_furniture(furniture, meta)
    _body(rows, furniture, meta)
    _check(meta)
    return meta


def _belongs(pair: Pair, pairs: Sequence[Pair], last: int | None) -> bool:
    """A label behind the first criterion counts in a box of several, or behind the last criterion with its value."""
    near = {p.name for p in pairs if p.sure and abs(p.row - pair.row) <= 8}
    return pair.sure and (
        len(near) >= 3
        or (last is not None and pair.row > last and pair.name in (_F.EXPIRY, _F.LEVEL, _F.CREDIT, _F.GLH, _F.TQT))
    )


def _take(pair: Pair, meta: Metadata) -> None:
    if not pair.sure:
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
        _put_title(match[2], pair.pieces, meta)
        return
    if pair.name is _F.TITLE and (match := _NUMBERED_TITLE.fullmatch(pair.value)) is not None:
        meta.put(_F.NUMBER, match[1], pair.pieces)
        _put_title(match[2], pair.pieces, meta)
        return
    if pair.name is _F.TITLE:
        _put_title(pair.value, pair.pieces, meta)
        return
    meta.put(pair.name, pair.value, pair.pieces)


def _put_title(text: str, pieces: tuple[int, ...], meta: Metadata) -> None:
    """A title; a reference in brackets behind it is taken apart."""
    reference = REFERENCE.search(text)
    if reference is not None:
        meta.put(_F.REFERENCE, "/".join(reference.groups()), pieces)
        text = REFERENCE.sub("", text)
    text = _SIZES.sub("", text)
    meta.put(_F.TITLE, squeeze(text.replace("()", "").replace("[]", "")).strip(" |-–—"), pieces)


def _from_headings(head: Sequence[tuple[int, Row]], meta: Metadata) -> None:
    """`Unit 301: Prepare ...` and headings that the author marked."""
    marked: list[Line] = []
    for at, (index, row) in enumerate(head):
        if len(row.cells) == 2 and BARE_UNIT_HEADING.fullmatch(squeeze(row.cells[0].text)):
            row = Row(cells=(_one_cell(row),), wrapped=row.wrapped)
        elif len(row.cells) != 1 or index in meta.rows:
            continue
        for line in row.cells[0].lines:
            text = squeeze(line.text)
            if (
                (match := UNIT_HEADING.fullmatch(text)) is not None
                and len(text) < 160
                and not _CONTENTS.search(text)
                and not text.endswith(".")
            ):
                if match[1].isalpha() and match[1].upper() != match[1]:
                    continue
                title = _joined_heading(match[2], head, at) if row.wrapped else match[2]
                if _F.NUMBER not in meta.found:
                    meta.put(_F.NUMBER, match[1], line.pieces)
                if _F.TITLE not in meta.found:
                    _put_title(title, line.pieces, meta)
                return
            if BARE_UNIT_HEADING.fullmatch(text) and _F.TITLE not in meta.found and at + 1 < len(head):
                behind = head[at + 1][1]
                title_line = squeeze(behind.text)
                if _F.NUMBER not in meta.found:
                    meta.put(_F.NUMBER, BARE_UNIT_HEADING.fullmatch(text)[1], line.pieces)  # type: ignore[index]
                if head[at + 1][0] not in meta.rows and _could_be_title(title_line) and len(behind.cells) == 1:
                    _put_title(title_line, behind.cells[0].lines[0].pieces, meta)
                    return
            if line.heading and _could_be_title(text):
                marked.append(line)
    if _F.TITLE not in meta.found and marked:
        best = min(marked, key=lambda line: line.heading)
        coded = _CODED_TITLE.fullmatch(squeeze(best.text))
        if coded is not None and _F.NUMBER not in meta.found:
            meta.put(_F.NUMBER, coded[1], best.pieces)
        _put_title(coded[2] if coded is not None else best.text, best.pieces, meta)
        meta.doubt(_F.TITLE.value, "The document has no label for the title; it was taken from a heading.")


def _one_cell(row: Row) -> Cell:
    """`Unit 205` and its title in the cell beside, as one line."""
    lines = [line for cell in row.cells for line in cell.lines]
    pieces = tuple(i for line in lines for i in line.pieces)
    return Cell(lines=(Line(text=squeeze(row.text), pieces=pieces, page=row.page, gap=True),))


def _joined_heading(title: str, head: Sequence[tuple[int, Row]], at: int) -> str:
    """A heading that runs over two lines."""
    if at + 1 < len(head):
        behind = head[at + 1][1]
        lines = behind.cells[0].lines
        if behind.wrapped and len(behind.cells) == 1 and not lines[0].gap and lines[0].text[:1].islower():
            return f"{title} {behind.text}"
    return title


def _could_be_title(text: str) -> bool:
    return (
        as_title(text) is not None
        and 4 <= len(text) <= 120
        and not text.endswith((".", ":", ";"))
        and not is_header(text)
        and not is_section(text)
        and _GENERIC.fullmatch(text) is None
        and outcome_mark(text) is None
        and not _CONTENTS.search(text)
        and not (is_outcome_like(text) and re.match(r"(?:understand|know|be able)\b", text, re.IGNORECASE))
    )


def _from_prose(rows: Sequence[tuple[int, Row]], meta: Metadata) -> None:
    sentences = list(_sentences(rows))
    for sentence, pieces in sentences:
        if not re.search(r"\bunit\b", sentence, re.IGNORECASE) and not re.search(
            r"\bcredits?\b.*\bguided\b", sentence, re.IGNORECASE
        ):
            continue
        if re.search(
            r"\b(?:qualification|diploma|certificate|award)\b[^.]{0,40}\b(?:requires?|needs?|total|consists?|achieve|complete)\b",
            sentence,
            re.IGNORECASE,
        ):
            continue
        if re.search(r"\bunits\b|\b(?:another|other|each|per) (?:unit|credit)\b", sentence, re.IGNORECASE):
            continue
        for name, pattern in _PROSE:
            if name not in meta.found and (match := pattern.search(sentence)) is not None:
                value = as_level(match[1]) if name is _F.LEVEL else as_count(match[1])
                if value is not None:
                    meta.put(name, value, pieces)
                    meta.doubt(name.value, "It stands only in a sentence of the document.")
        if _F.EXPIRY not in meta.found and (match := _EXPIRY_PROSE.search(sentence)) is not None:
            day = DATE.search(sentence, match.start())
            if (
                day is not None
                and not _NOT_EXPIRY.search(sentence[match.start() : day.start()])
                and (value := as_date(day[0]))
            ):
                meta.put(_F.EXPIRY, value, pieces)
                meta.doubt(_F.EXPIRY.value, "It stands only in a sentence of the document.")
        if _F.TITLE not in meta.found and (match := _TITLE_PROSE.search(sentence)) is not None:
            meta.put(_F.TITLE, squeeze(match[1]), pieces)
            meta.doubt(_F.TITLE.value, "It stands only in a sentence of the document.")
        reference = REFERENCE.search(sentence)
        if (
            reference is not None
            and _F.REFERENCE not in meta.found
            and not _ELSEWHERE.search(sentence)
            and len(REFERENCE.findall(sentence)) == 1
        ):
            meta.put(_F.REFERENCE, "/".join(reference.groups()), pieces)
            meta.doubt(_F.REFERENCE.value, "It stands only in a sentence of the document.")


def _sentences(rows: Sequence[tuple[int, Row]]) -> Iterable[tuple[str, tuple[int, ...]]]:
    """Sentences of the free text, over wrapped lines."""
    text = ""
    pieces: list[int] = []
    for _, row in rows:
        for cell in row.cells:
            for line in cell.lines:
                if line.gap or len(row.cells) > 1 or not row.wrapped:
                    if text:
                        yield from _cut(text, pieces)
                    text, pieces = "", []
                text = f"{text} {line.text}".strip()
                pieces += line.pieces
                if len(text) > 4000:
                    yield from _cut(text, pieces)
                    text, pieces = "", []
    if text:
        yield from _cut(text, pieces)


def _cut(text: str, pieces: list[int]) -> Iterable[tuple[str, tuple[int, ...]]]:
    for sentence in re.split(r"(?<=[a-z0-9)][.!?])\s+(?=[A-Z])", text[:20_000]):
        yield re.sub(r"^It\b", "This unit", sentence), tuple(pieces)


def _reference_alone(head: Sequence[tuple[int, Row]], furniture: Sequence[Line], meta: Metadata) -> None:
    """A reference without a label counts where it is the only one and stands in a line of its own kind."""
    if _F.REFERENCE in meta.found:
        return
    seen: dict[str, tuple[int, ...]] = {}
    lines = [line for index, row in head for cell in row.cells for line in cell.lines] + list(furniture)
    for line in lines:
        if _ELSEWHERE.search(line.text) or len(line.text) > 160:
            continue
        for match in REFERENCE.finditer(line.text):
            seen.setdefault("/".join(match.groups()), line.pieces)
    if len(seen) == 1:
        ((value, pieces),) = seen.items()
        meta.put(_F.REFERENCE, value, pieces)
        meta.doubt(_F.REFERENCE.value, "It stands in the document without a label.")


def _title_beside_reference(head: Sequence[tuple[int, Row]], meta: Metadata) -> None:
    """A line with a title and a reference and nothing else: `Deal with customers by telephone (K/601/1532)`."""
    if _F.TITLE in meta.found:
        return
    for _, row in head:
        text = squeeze(row.text)
        reference = REFERENCE.search(text) if len(row.cells) == 1 and len(text) < 160 else None
        if reference is None or label_at(text, 0) or _ELSEWHERE.search(text):
            continue
        first = next((p for p in text.split(" | ") if not REFERENCE.fullmatch(p.strip())), "")
        title = squeeze(first.replace(reference[0], " ").replace("()", " ").replace("( )", " ")).strip(" |-–—:")
        if _could_be_title(title) and len(title.split()) > 1 and title[0].isupper():
            _put_title(f"{title} {reference[0]}", row.cells[0].lines[0].pieces, meta)
            meta.doubt(_F.TITLE.value, "It stands without a label beside the reference.")
            return


def _title_from_furniture(furniture: Sequence[Line], meta: Metadata) -> None:
    if _F.TITLE in meta.found:
        return
    for line in furniture:
        text = squeeze(REFERENCE.sub("", line.text)).strip(" |-–—()")
        text = squeeze(re.sub(r"\bpage\s+\d+(?:\s+of\s+\d+)?", "", text, flags=re.IGNORECASE)).strip(" |-–—()")
        match = UNIT_HEADING.fullmatch(text)
        if match is not None:
            meta.put(_F.TITLE, squeeze(match[2]), line.pieces)
            if _F.NUMBER not in meta.found:
                meta.put(_F.NUMBER, match[1], line.pieces)
        elif (
            _could_be_title(text)
            and len(text.split()) >= 2
            and text not in BODIES
            and not re.search(r"\d|©|www|awards?$|\bltd\b|board$|awarding", text, re.IGNORECASE)
        ):
            meta.put(_F.TITLE, text, line.pieces)
        else:
            continue
        meta.doubt(_F.TITLE.value, "It stands only in the header of the pages.")
        return


def _body(rows: Sequence[tuple[int, Row]], furniture: Sequence[Line], meta: Metadata) -> None:
    """The awarding body by name: a known one that stands outside web addresses, else the copyright line's."""
    if _F.AWARDING_BODY in meta.found:
        return
    counts: dict[str, list[int]] = {}
    lines = [line for _, row in rows for cell in row.cells for line in cell.lines] + list(furniture)
    for line in lines:
        text = " ".join(word for word in line.text.split() if not _WEB.search(word))
        for body in BODIES:
            if body in text and re.search(rf"(?<![\w&]){re.escape(body)}(?![\w&])", text):
                counts.setdefault(body, []).extend(line.pieces)
    if counts:
        ranked = sorted(counts, key=lambda b: -len(counts[b]))
        meta.put(_F.AWARDING_BODY, ranked[0], counts[ranked[0]][:12])
        if len(ranked) > 1:
            meta.doubt(_F.AWARDING_BODY.value, f"The document names {' and '.join(ranked[:4])}.")
        return
    for line in lines:
        match = _COPYRIGHT.search(line.text)
        if (
            match is not None
            and match[1][0].isupper()
            and re.search(
                r"award|qualif|board|institute|college|exam|skills|learning|certif|guild", match[1], re.IGNORECASE
            )
        ):
            meta.put(_F.AWARDING_BODY, squeeze(match[1]), line.pieces)
            meta.doubt(_F.AWARDING_BODY.value, "It was taken from the copyright line.")
            return


def _check(meta: Metadata) -> None:
    reference = meta.found.get(_F.REFERENCE)
    if reference is not None and (warning := unit_reference_warning(reference.value or "")):
        meta.doubt(_F.REFERENCE.value, warning)
    glh, tqt = (meta.found.get(n) for n in (_F.GLH, _F.TQT))
    if glh and tqt and glh.value and tqt.value and int(glh.value) > int(tqt.value):
        meta.doubt(_F.GLH.value, f"{glh.value} guided learning hours are more than the total of {tqt.value}.")


def is_title_candidate(text: str) -> bool:
    """For the division of files into units: whether a line could name one."""
    return UNIT_HEADING.fullmatch(text) is not None and not _CONTENTS.search(text) and not begins_with_verb(text)
