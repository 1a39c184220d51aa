"""A unit's title and number where no label names them: headings, a line beside the reference, a running header."""

import re
from collections.abc import Sequence

from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.gathered import Metadata
from assessor_app.unit_reader.labels import label_at
from assessor_app.unit_reader.layout import Cell, Line, Row, squeeze
from assessor_app.unit_reader.marks import is_header, is_outcome_like, is_section, outcome_mark
from assessor_app.unit_reader.values import REFERENCE, as_title
from assessor_app.unit_reader.words import BODIES

_F = FieldName
UNIT_HEADING = re.compile(
    r"Unit\s+(?:no\.?\s*)?(?!(?:ID|REF|URN|UAN|UIN|GLH|TQT|TUT|AO)\b)((?:[A-Z]{1,6}[-/]?){0,2}\d(?:[\w./-]*\w)?|[A-Z]{1,4}\s\d(?:[\d.]{0,4}\d)?|[A-Z]{1,3}\d*)\s*[:.\-–—|]?\s+(?=[A-Z‘'\"(])(.+)",
    re.IGNORECASE,
)
BARE_UNIT_HEADING = re.compile(
    r"(?:(?:NVQ|core|optional|mandatory)\s+)?Unit\s+(?:no\.?\s*)?((?:[A-Z]{1,6}[-/]?){0,2}\d{1,5}[A-Z]?|[A-Z]{1,4}\s\d{1,4}|[A-Z]{1,4}/\d{1,2}/\d{1,3})\s*[:.\-–—|]?",
    re.IGNORECASE,
)
_SHORT = 40
_INSIDE = re.compile(r"(?:^|\s)Unit\s+((?:[A-Z]{1,6}[-/]?){0,2}\d[\w./-]{0,9}?)\s*[:–-]\s+(?=[A-Z])", re.IGNORECASE)
_NO_CODE = r"(?!(?:LO|AC|PC|UNIT|LEVEL|PAGE|PART|GROUP|ISSUE|SECTION|GLH|TQT)\b|(?:LO|AC|PC)\d|\w/\d{3}/)"
CODE = (
    _NO_CODE
    + r"(?:[A-Z]{1,4}/\d{1,2}/\d{1,3}|[A-Z]{1,3}\d{2,3}[A-Z]\d|"
    + r"\d?[A-Z](?:&?[A-Z]){0,5}(?:[-/]?[A-Z]{1,3})?(?:[-/ ]?\d[\d.]{0,4})(?:[-/]\d{1,4})?(?<!\.)[A-Z]?)"
)
LONE_CODE = re.compile(CODE)
CODED_TITLE = re.compile(rf"({CODE})(?:\s*[:–-]\s+|\s+)([A-Z][a-z].+)")
_CODE_AND_TITLE = re.compile(rf"({CODE})\s*(?::|\s[–-])\s+([A-Z][a-z].+)")
_TOP = 6  # rows of a document in which such a line is its title
_UNIT_AND_TITLE = re.compile(r"UNIT\s+([A-Z][a-z].{3,100})")
CONTENTS = re.compile(r"(?:\.\s?){3,}\s*\d{1,3}$|\s\d{1,3}$|…")
ELSEWHERE = re.compile(
    r"\b(?:see|another|other|replaces?|barred|equivalent|similar|alternative|related|linked?|links|also"
    r"|together with|unit [A-Z]/|exemption"
    r"|combination|instead|former|previous|supersede[sd]?|progression)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:(?:unit|qualification|course)\s+(?:finder|search|library|bank|directory)|assessment\s+(?:grid|plan)|unit\s+(?:specification|handbook|guide|document|details?|information|content|summary)|qualification\s+.*|.*\b(?:handbook|specification|contents|qualifications?\s+guide)\b.*"
    r"|(?:level\s+\d|entry\s+level)\b.*\b(?:award|certificate|diploma|nvq|qualification|extended)\b.*|.*\b(?:award|certificate|diploma)\s+in\b.*|page\b.*|version\b.*|©.*|copyright.*"
    r"|mandatory\s+units?|optional\s+units?|units?|home|menu|search.*|skip\s+to.*|learning\s+aims?.*|group\s+[A-Z].*|.*\bcookies?\b.*|log\s?in|.*(?:\s>\s|\s»\s|\s/\s).*)",
    re.IGNORECASE,
)


def from_headings(head: Sequence[tuple[int, Row]], meta: Metadata) -> None:
    """`Unit 301: Prepare ...` and headings that the author marked."""
    marked: list[Line] = []
    for at, (index, row) in enumerate(head):
        if len(row.cells) == 2 and (
            BARE_UNIT_HEADING.fullmatch(squeeze(row.cells[0].text))
            or (
                squeeze(row.cells[0].text) == "Unit"
                and (CODED_TITLE.fullmatch(beside := squeeze(row.cells[1].text)) or LONE_CODE.fullmatch(beside))
            )
        ):
            row = Row(cells=(_one_cell(row),), wrapped=row.wrapped)
        elif len(row.cells) != 1:
            continue
        elif (inside := _heading_inside(squeeze(row.text))) is not None:
            if _F.NUMBER not in meta.found:
                meta.put(_F.NUMBER, inside[0], row.cells[0].lines[0].pieces)
            if _F.TITLE not in meta.found:
                meta.put_title(inside[1], row.cells[0].lines[0].pieces)
            return
        elif index in meta.rows:
            continue
        for line in row.cells[0].lines:
            text = squeeze(line.text).removeprefix("• ")
            behind_dash = text.partition(" — ")[2]
            text = behind_dash if behind_dash and UNIT_HEADING.fullmatch(behind_dash) else text
            if line.heading and _F.NUMBER not in meta.found and LONE_CODE.fullmatch(text):
                meta.put(_F.NUMBER, text, line.pieces)
                meta.doubt(_F.NUMBER.value, "It stands as a heading without a label.")
            if BARE_UNIT_HEADING.fullmatch(bared := squeeze(REFERENCE.sub("", text)).strip(" ()")) is not None:
                text = bared
            if (
                (match := UNIT_HEADING.fullmatch(text)) is not None
                and len(text) < 160
                and not CONTENTS.search(text)
                and not text.endswith(".")
            ):
                if match[1].isalpha() and match[1].upper() != match[1]:
                    continue
                title = _joined_heading(match[2], head, at) if row.wrapped else match[2]
                if _F.NUMBER not in meta.found:
                    meta.put(_F.NUMBER, match[1], line.pieces)
                if _F.TITLE not in meta.found:
                    meta.put_title(title, line.pieces)
                return
            if (bare := BARE_UNIT_HEADING.fullmatch(text)) is not None and at + 1 < len(head):
                skipped = at + 2 < len(head) and head[at + 1][0] in meta.rows and len(head[at + 1][1].text) < _SHORT
                if skipped and _F.TITLE not in meta.found:
                    at += 1  # a fact stands between `Unit 4` and its title
                behind = head[at + 1][1]
                title_line = squeeze(behind.text)
                if _F.NUMBER not in meta.found:
                    meta.put(_F.NUMBER, bare[1], line.pieces)
                if _F.TITLE in meta.found:
                    return
                if (
                    head[at + 1][0] not in meta.rows
                    and could_be_title(title_line)
                    and not BARE_UNIT_HEADING.fullmatch(title_line)
                    and len(behind.cells) == 1
                ):
                    meta.put_title(title_line, behind.cells[0].lines[0].pieces)
                    return
            if line.heading and (could_be_title(text) or (line.heading == 1 and _reads_like_outcome(text))):
                marked.append(line)
    for _, row in head if _F.TITLE not in meta.found else ():
        cells = [c for c in row.cells if c.text.strip()]
        if len(cells) == 2 and squeeze(cells[0].text).casefold() == "unit" and could_be_title(squeeze(cells[1].text)):
            meta.put_title(squeeze(cells[1].text), cells[1].lines[0].pieces)
            meta.doubt(_F.TITLE.value, "It stands beside the word “unit” alone.")
            break
    named = (
        (m, line) for line in _lone_lines(head) if (m := _UNIT_AND_TITLE.fullmatch(squeeze(line.text))) is not None
    )
    if _F.TITLE not in meta.found and (first := next(named, None)) is not None and could_be_title(first[0][1]):
        meta.put_title(first[0][1], first[1].pieces)
        meta.doubt(_F.TITLE.value, "It stands behind the word “unit” without a colon.")
    if _F.TITLE not in meta.found and not marked:
        _coded_line(head, meta)
    if _F.TITLE not in meta.found and marked:
        best = min(marked, key=lambda line: line.heading)
        coded = CODED_TITLE.fullmatch(REFERENCE.sub("", squeeze(best.text)).replace("()", "").strip())
        if coded is not None and _F.NUMBER not in meta.found:
            meta.put(_F.NUMBER, coded[1], best.pieces)
        meta.put_title(coded[2] if coded is not None else best.text, best.pieces)
        meta.doubt(_F.TITLE.value, "The document has no label for the title; it was taken from a heading.")


def _coded_line(head: Sequence[tuple[int, Row]], meta: Metadata) -> None:
    """`HV08: Replace brake pads` on a line of its own near the top."""
    for at, (_, row) in enumerate(head[:_TOP]):
        match = _CODE_AND_TITLE.fullmatch(squeeze(row.text)) if len(row.cells) == 1 else None
        if match is None or not could_be_title(match[2]) or len(match[2].split()) < 2:
            continue
        title = _joined_heading(match[2], head, at) if row.wrapped else match[2]
        meta.put_title(title, row.cells[0].lines[0].pieces)
        meta.doubt(_F.TITLE.value, "It stands behind a code without a label.")
        if _F.NUMBER not in meta.found:
            meta.put(_F.NUMBER, match[1], row.cells[0].lines[0].pieces)
            meta.doubt(_F.NUMBER.value, "It stands before the title without a label.")
        return


def _lone_lines(head: Sequence[tuple[int, Row]]) -> list[Line]:
    return [line for _, row in head if len(row.cells) == 1 for line in row.cells[0].lines]


def _heading_inside(text: str) -> tuple[str, str] | None:
    """Number and title where `Unit 4: ...` and the labels behind it stand on one long line."""
    for match in _INSIDE.finditer(text[:600]):
        for at in (m.end() for m in re.finditer(r"\s", text[match.end() : match.end() + 160])):
            end = match.end() + at
            label = label_at(text, end)
            stands = label is not None and text[label[1] : label[1] + 1] == ":" and text[end].isupper()
            if stands or is_header(text[end : end + 17].rstrip()):
                title = text[match.end() : end].strip(" |-–—;,.")
                return (match[1], title) if could_be_title(title) else None
    return None


def title_beside_code(head: Sequence[tuple[int, Row]], meta: Metadata) -> None:
    """A row of a code and a title, and nothing else but a body's name."""
    if _F.TITLE in meta.found:
        return
    for _, row in head:
        cells = [(squeeze(c.text), c) for c in row.cells if c.text.strip()]
        codes = [(t, c) for t, c in cells if LONE_CODE.fullmatch(t)]
        titles = [(t, c) for t, c in cells if could_be_title(t) and len(t.split()) > 2 and label_at(t, 0) is None]
        if len(codes) == len(titles) == 1 and len(cells) <= 3:
            meta.put_title(titles[0][0], titles[0][1].lines[0].pieces)
            meta.doubt(_F.TITLE.value, "It stands without a label beside a code.")
            if _F.NUMBER not in meta.found:
                meta.put(_F.NUMBER, codes[0][0], codes[0][1].lines[0].pieces)
                meta.doubt(_F.NUMBER.value, "It stands without a label beside the title.")
            return


def number_beside_title(head: Sequence[tuple[int, Row]], meta: Metadata) -> None:
    """A code right before the title, on its line or alone on the line above or below; or the title behind its code."""
    title, number = meta.found.get(_F.TITLE), meta.found.get(_F.NUMBER)
    lines = [(line, squeeze(line.text)) for line in _lone_lines(head)]
    if title is None and number is not None:
        for line, text in lines:
            coded = CODED_TITLE.fullmatch(text)
            if coded is not None and coded[1] == number.value and could_be_title(coded[2]):
                meta.put_title(coded[2], line.pieces)
                meta.doubt(_F.TITLE.value, "It stands without a label beside the number.")
                return
    if title is None or number is not None or not title.value:
        return
    for k, (line, text) in enumerate(lines):
        near = [t for _, t in lines[max(0, k - 1) : k + 2]]
        coded = CODED_TITLE.fullmatch(text)
        if coded is not None and coded[2] == title.value:
            code = coded[1]
        elif LONE_CODE.fullmatch(text := squeeze(REFERENCE.sub("", text)).strip(" ()•-")) and any(
            title.value in t for t in near
        ):
            code = text
        else:
            continue
        meta.put(_F.NUMBER, code, line.pieces)
        meta.doubt(_F.NUMBER.value, "It stands without a label beside the title.")
        return


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


def _reads_like_outcome(text: str) -> bool:
    """Whether a largest heading is a title such as `Understand the principles of lean working`."""
    return is_outcome_like(text) and outcome_mark(text) is None and len(text) <= 120 and not text.endswith((".", ":"))


def could_be_title(text: str) -> bool:
    """Whether a line can be a unit's title: no sentence, heading, label, body, outcome or line of a contents list."""
    return (
        as_title(text) is not None
        and 4 <= len(text) <= 120
        and not text.endswith((".", ":", ";"))
        and not is_header(text)
        and not is_section(text)
        and _GENERIC.fullmatch(text) is None
        and outcome_mark(text) is None
        and text not in BODIES
        and not CONTENTS.search(text)
        and not (is_outcome_like(text) and re.match(r"(?:understand|know|be able)\b", text, re.IGNORECASE))
    )


def title_beside_reference(head: Sequence[tuple[int, Row]], meta: Metadata) -> None:
    """A line with a title and a reference and nothing else: `Deal with customers by telephone (K/601/1532)`."""
    if _F.TITLE in meta.found:
        return
    for _, row in head:
        text = squeeze(row.text)
        reference = REFERENCE.search(text) if len(row.cells) == 1 and len(text) < 160 else None
        if reference is None or label_at(text, 0) or ELSEWHERE.search(text):
            continue
        first = next((p for p in text.split(" | ") if not REFERENCE.fullmatch(p.strip())), "")
        title = squeeze(first.replace(reference[0], " ").replace("()", " ").replace("( )", " ")).strip(" |-–—:")
        if could_be_title(title) and len(title.split()) > 1 and title[0].isupper():
            meta.put_title(f"{title} {reference[0]}", row.cells[0].lines[0].pieces)
            meta.doubt(_F.TITLE.value, "It stands without a label beside the reference.")
            return


def title_from_furniture(furniture: Sequence[Line], meta: Metadata) -> None:
    if _F.TITLE in meta.found:
        return
    for line in furniture:
        text = squeeze(REFERENCE.sub("", line.text)).strip(" |-–—()")
        text = squeeze(re.sub(r"\bpage\s+\d+(?:\s+of\s+\d+)?", "", text, flags=re.IGNORECASE)).strip(" |-–—()")
        match = UNIT_HEADING.fullmatch(text) or CODED_TITLE.fullmatch(text)
        if match is not None and could_be_title(match[2]) and len(match[2].split()) > 1:
            meta.put(_F.TITLE, squeeze(match[2]), line.pieces)
            if _F.NUMBER not in meta.found:
                meta.put(_F.NUMBER, match[1], line.pieces)
        elif (
            could_be_title(text)
            and len(text.split()) >= 2
            and text not in BODIES
            and not re.search(r"\d|©|www|awards?$|\bltd\b|board$|awarding", text, re.IGNORECASE)
        ):
            meta.put(_F.TITLE, text, line.pieces)
        else:
            continue
        meta.doubt(_F.TITLE.value, "It stands only in the header of the pages.")
        return
