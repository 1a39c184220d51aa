"""Word documents: paragraphs and table cells with Word's own numbering, headers as furniture.

The parts are read with lxml straight from the archive, so that nothing is unpacked or parsed before its size is known:
declared and actual sizes, number of members, nesting, document types and entities are checked first. Deleted and hidden
text is left out.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from assessor_app.domain.reading import DocumentKind
from assessor_app.unit_reader.layout import Canvas, Cell, Layout, Line, Row, clean, squeeze
from assessor_app.unit_reader.limits import DEEPEST, LARGEST_TEXT, MOST_CELLS, MOST_LINES, Watch, check_lines, refuse
from assessor_app.unit_reader.word_numbering import Numbering, W, read_numbering

_LARGEST_PART = 40_000_000  # bytes of one XML part
_LARGEST_ALL = 400_000_000  # declared bytes of all members; pictures may be large but are never unpacked
_MOST_MEMBERS = 5_000
_WRAPPERS = frozenset(
    f"{W}{n}" for n in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple")
)

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHOICE, _FALLBACK = f"{_COMPATIBLE}Choice", f"{_COMPATIBLE}Fallback"


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    number_id: str | None = None
    level: int | None = None
    outline: int | None = None


@dataclass(slots=True)
class _Word:
    """What the paragraphs need beside their own text."""

    numbering: Numbering
    styles: dict[str, _Style]
    canvas: Canvas
    watch: Watch
    done: int = 0
    cells: int = 0
    characters: int = 0
    tables: int = 0
    in_tabs: bool = False
    rows: list[Row] = field(default_factory=list)


def read_docx(data: bytes, watch: Watch) -> Layout:
    """The layout of a Word document; KnownError where it is broken, hostile or not a Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_archive(archive)
            document = _part(archive, "word/document.xml")
            if document is None:
                raise refuse(
                    "This archive is not a Word document.", "Open it in a word processor and save it as .docx."
                )
            numbering = read_numbering(_part(archive, "word/numbering.xml"))
            styles = _styles(_part(archive, "word/styles.xml"))
            names = [i.filename for i in archive.infolist()]
            edges = [
                p
                for n in names
                if re.fullmatch(r"word/(?:header|footer)\d{0,3}\.xml", n) and (p := _part(archive, n)) is not None
            ]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise refuse("The Word document is damaged and cannot be opened.") from error
    word = _Word(numbering, styles, Canvas(), watch)
    furniture = [_edge_line(word, text) for part in edges for text in _edge_texts(part)]
    body = document.find(f"{W}body")
    if body is None:
        raise refuse("The Word document has no body.")
    _blocks(word, body)
    return Layout(
        kind=DocumentKind.DOCX,
        pages=word.canvas.finish(),
        rows=tuple(word.rows),
        furniture=tuple(f for f in furniture if f is not None),
    )


def _check_archive(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _LARGEST_ALL:
        raise refuse("The Word document unpacks to far more than a document holds.")
    if any(m.flag_bits & 1 for m in members):
        raise refuse("The Word document is protected by a password.", "Save a copy without a password.")


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """An XML part, read no further than allowed whatever its header declares; None where it is not there."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.file_size > _LARGEST_PART:
        raise refuse("The Word document unpacks to far more than a document holds.")
    with archive.open(info) as stream:
        content = stream.read(_LARGEST_PART + 1)
    if len(content) > _LARGEST_PART:
        raise refuse("The Word document unpacks to far more than a document holds.")
    if b"<!DOCTYPE" in content.replace(b"\x00", b"") or b"<!ENTITY" in content:
        raise refuse("The Word document declares entities, which no word processor writes.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise refuse("The Word document is damaged: its text is not well-formed.") from error
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise refuse("The Word document is nested too deeply.")
    return root


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    styles: dict[str, _Style] = {}
    for element in root.iter(f"{W}style") if root is not None else ():
        style = _Style(name=_val(element, "name").casefold(), based_on=_val(element, "basedOn"))
        properties = element.find(f"{W}pPr")
        if properties is not None:
            numbers = properties.find(f"{W}numPr")
            if numbers is not None:
                style.number_id = _val(numbers, "numId") or None
                style.level = _digit(_val(numbers, "ilvl"))
            style.outline = _digit(_val(properties, "outlineLvl"))
        styles[str(element.get(f"{W}styleId", ""))] = style
    return styles


def _val(element: etree._Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return str(child.get(f"{W}val", "")) if child is not None else ""


def _digit(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d", text) else None


def _blocks(word: _Word, parent: etree._Element) -> None:
    for element in parent:
        word.done += 1
        if word.done % 200 == 0:
            word.watch.step(word.done, 0)
        if element.tag == f"{W}p":
            _paragraph_row(word, element)
        elif element.tag == f"{W}tbl":
            _table(word, element)
        elif element.tag in _WRAPPERS:
            _blocks(word, element)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes that hang on a paragraph; one that is kept a second time for old programs is left out."""
    for box in element.iter(f"{W}txbxContent"):
        if not any(a.tag == _FALLBACK and _has_choice(a) for a in box.iterancestors(_FALLBACK)):
            yield box


def _has_choice(fallback: etree._Element) -> bool:
    parent = fallback.getparent()
    choices = parent.iterchildren(_CHOICE) if parent is not None else ()
    return any(choice.find(f".//{W}txbxContent") is not None for choice in choices)


def _paragraph_row(word: _Word, element: etree._Element) -> None:
    for box in _boxes(element):
        _blocks(word, box)
    text, heading = _paragraph(word, element)
    for n, part in enumerate(text.split("\n")):
        if not part.strip():
            continue
        cells = [(k, squeeze(c)) for k, c in enumerate(part.split("\t")) if squeeze(c)]
        if len(cells) > 1 and not word.in_tabs:
            word.tables += 1
        word.in_tabs = len(cells) > 1
        made = tuple(
            Cell(
                lines=(
                    word.canvas.write(
                        c, column=k if len(cells) > 1 else 0, gap=n == 0 or len(cells) > 1, heading=heading
                    ),
                ),
                column=k,
            )
            for k, c in cells
        )
        word.rows.append(Row(cells=made, table=word.tables if len(cells) > 1 else 0))
        _count(word, len(part))
        word.canvas.advance()
    if (
        element.find(f".//{W}lastRenderedPageBreak") is not None
        or element.find(f".//{W}br[@{W}type='page']") is not None
    ):
        word.canvas.break_page()


def _count(word: _Word, characters: int) -> None:
    word.characters += characters
    if word.characters > LARGEST_TEXT or len(word.rows) > MOST_LINES:
        raise refuse("The Word document is too long.")


def _paragraph(word: _Word, element: etree._Element) -> tuple[str, int]:
    """Text with Word's number before it, and the heading level."""
    text = clean("".join(_runs(element)))
    check_lines((text,))
    style_id, number_id, level = "", None, None
    properties = element.find(f"{W}pPr")
    if properties is not None:
        style_id = _val(properties, "pStyle")
        numbers = properties.find(f"{W}numPr")
        if numbers is not None:
            number_id, level = _val(numbers, "numId") or None, _digit(_val(numbers, "ilvl"))
    heading, seen = 0, set()
    while style_id in word.styles and style_id not in seen:
        seen.add(style_id)
        style = word.styles[style_id]
        if number_id is None:
            number_id = style.number_id
        if level is None:
            level = style.level
        if not heading and (match := re.fullmatch(r"heading (\d)", style.name)):
            heading = int(match[1])
        elif not heading and style.name == "title":
            heading = 1
        elif not heading and style.outline is not None and style.outline < 9:
            heading = style.outline + 1
        style_id = style.based_on
    if text.strip() and number_id not in (None, "0"):
        label = word.numbering.label(str(number_id), level or 0)
        text = f"{label} {text.strip()}" if label else text
    return text, heading


def _runs(element: etree._Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == f"{W}r":
            properties = child.find(f"{W}rPr")
            if properties is not None and properties.find(f"{W}vanish") is not None:
                continue
            yield from _run_text(child)
        elif tag in _WRAPPERS:
            yield from _runs(child)


def _run_text(run: etree._Element) -> Iterator[str]:
    for part in run:
        if part.tag == f"{W}t":
            yield part.text or ""
        elif part.tag == f"{W}tab":
            yield "\t"
        elif part.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif part.tag == f"{W}noBreakHyphen":
            yield "-"
        elif part.tag == f"{W}sym":
            yield "•"


def _table(word: _Word, table: etree._Element) -> None:
    word.tables += 1
    word.in_tabs = False
    number = word.tables
    for row in _parts(table, "tr"):
        column = 0
        properties = row.find(f"{W}trPr")
        if properties is not None:
            before = _val(properties, "gridBefore")
            column = int(before) if re.fullmatch(r"\d{1,2}", before) else 0
        cells = []
        for cell in _parts(row, "tc"):
            word.cells += 1
            if word.cells > MOST_CELLS:
                raise refuse("The document has a table of too many cells.")
            own = cell.find(f"{W}tcPr")
            span, continued = 1, False
            if own is not None:
                across = _val(own, "gridSpan")
                span = min(int(across), 60) if re.fullmatch(r"\d{1,3}", across) and int(across) else 1
                merge = own.find(f"{W}vMerge")
                continued = merge is not None and str(merge.get(f"{W}val", "continue")) == "continue"
            lines = () if continued else tuple(_cell_lines(word, cell, column))
            cells.append(Cell(lines=lines, column=column))
            column += span
        if cells:
            word.rows.append(Row(cells=tuple(cells), table=number))
            word.canvas.advance(max([1, *(len(c.lines) for c in cells)]))
            word.watch.step(word.cells, 0)
    word.canvas.advance()


def _parts(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _parts(child, name)


def _cell_lines(word: _Word, cell: etree._Element, column: int) -> Iterator[Line]:
    drop = 0
    for element in cell.iter(f"{W}p"):
        if any(_has_choice(a) for a in element.iterancestors(_FALLBACK)):
            continue
        text, heading = _paragraph(word, element)
        _count(word, len(text))
        for n, part in enumerate(text.split("\n")):
            if squeeze(part):
                yield word.canvas.write(squeeze(part), column=column, gap=n == 0, heading=heading, drop=drop)
                drop += 1


def _edge_texts(part: etree._Element) -> Iterator[str]:
    for element in part.iter(f"{W}p"):
        for text in clean("".join(_runs(element))).split("\n"):
            if squeeze(text):
                yield squeeze(text)


def _edge_line(word: _Word, text: str) -> Line:
    line = word.canvas.write(text, gap=True)
    word.canvas.advance()
    return line
