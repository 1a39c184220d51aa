"""Web pages, and the HTML in Markdown: tables with spans, lists, headings. Scripts, menus and forms are left out.

Only lxml's HTML parser is used, which expands no entities of its own and loads nothing; depth and size are bounded.
"""

import re
from collections.abc import Iterator

from lxml import etree, html

from assessor_app.domain.reading import DocumentKind
from assessor_app.unit_reader.layout import Canvas, Cell, Layout, Line, Row, clean, squeeze
from assessor_app.unit_reader.limits import DEEPEST, LARGEST_TEXT, MOST_CELLS, Watch, check_lines, refuse

_SKIPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "nav", "form", "button", "select", "textarea", "svg"),
        *("math", "iframe", "object", "embed", "footer", "aside", "dialog"),
    )
)
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"),
        *("dl", "dt", "dd", "blockquote", "pre", "address", "figure", "figcaption", "hr", "details", "summary"),
        *("fieldset", "center", "body", "html"),
    )
)
_BESIDE = frozenset(("dialog", "alertdialog", "navigation", "search"))
_CELLS = frozenset(("cell", "gridcell", "rowheader", "columnheader", "row"))
_LONGEST_AROUND, _MOST_AROUND = 200, 30  # characters of a line, and lines, that a page's footer is read for
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def read_html(text: str, watch: Watch) -> Layout:
    """The layout of a web page; KnownError where it cannot be parsed or is too deep."""
    canvas = Canvas()
    root = _parsed(text)
    if root is None:
        return Layout(kind=DocumentKind.HTML, pages=canvas.finish(), rows=())
    rows = tuple(_Walk(canvas, watch, 1).rows(root))
    around = []
    for words in _around(root):
        canvas.advance()
        around.append(canvas.write(words, gap=True))
    return Layout(kind=DocumentKind.HTML, pages=canvas.finish(), rows=rows, around=tuple(around))


def html_rows(text: str, canvas: Canvas, watch: Watch, first_table: int = 1) -> Iterator[Row]:
    """Rows of a page or of a fragment of one."""
    root = _parsed(text)
    if root is not None:
        yield from _Walk(canvas, watch, first_table).rows(root)


def _parsed(text: str) -> html.HtmlElement | None:
    """The page; None where it holds nothing but comments."""
    if len(text) > LARGEST_TEXT:
        raise refuse("The web page is too large.")
    check_lines(text.split("\n"))
    if text.count("<") > 400_000:
        raise refuse("The web page has too many elements.")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, recover=True, huge_tree=False)
    try:
        root = html.document_fromstring(clean(text) or "<p></p>", parser=parser, ensure_head_body=True)
    except etree.ParserError:
        return None
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse("The web page cannot be parsed.") from error
    _check_depth(root)
    return root


def _around(root: html.HtmlElement) -> list[str]:
    """The page's own name, its author, the words of its logo and the lines of its footers."""
    found = [str(node.text or "") for node in root.iter("title")]
    found += [
        str(node.get("content", ""))
        for node in root.iter("meta")
        if node.get("name") in ("author", "publisher", "copyright") or node.get("property") == "og:site_name"
    ]
    found += [
        re.sub(r"(?i)\s*\blogo\b\s*", " ", alt)
        for node in root.iter("img")
        if "logo" in (alt := str(node.get("alt", ""))).casefold()
    ]
    for footer in root.iter("footer"):
        found += [item[0] for item in _lines(footer) if isinstance(item, tuple)]
    short = (squeeze(text) for text in found)
    return [text for text in dict.fromkeys(short) if 0 < len(text) <= _LONGEST_AROUND][:_MOST_AROUND]


def _check_depth(root: html.HtmlElement) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise refuse("The web page is nested too deeply.")


class _Walk:
    """Goes through the page once, writing lines as they come."""

    def __init__(self, canvas: Canvas, watch: Watch, first_table: int) -> None:
        self._canvas = canvas
        self._watch = watch
        self._table = first_table - 1
        self._cells = 0

    def rows(self, root: html.HtmlElement) -> Iterator[Row]:
        body = root.find("body")
        for item in self._flow(root if body is None else body):
            if isinstance(item, tuple):
                text, heading = item
                line = self._canvas.write(text, gap=True, heading=heading)
                self._canvas.advance()
                yield Row(cells=(Cell(lines=(line,)),))
            else:
                yield from self._table_rows(item)

    def _flow(self, element: html.HtmlElement) -> Iterator[tuple[str, int] | html.HtmlElement]:
        """Lines (text, heading) and tables in order."""
        yield from _lines(element)

    def _table_rows(self, table: html.HtmlElement) -> Iterator[Row]:
        own = [tr for tr in table.iter("tr") if _owner(tr) is table]
        if _is_frame(own):
            for tr in own:
                yield from self.rows(tr)
            return
        self._table += 1
        held: dict[int, int] = {}
        for tr in own:
            column, cells, taken = 0, [], dict(held)
            held = {c: n - 1 for c, n in held.items() if n > 1}
            for td in tr:
                if td.tag not in ("td", "th"):
                    continue
                self._cells += 1
                if self._cells > MOST_CELLS:
                    raise refuse("The document has a table of too many cells.")
                while taken.get(column, 0) > 0:
                    column += 1
                across, down = _span(td, "colspan"), _span(td, "rowspan")
                if down > 1:
                    held |= dict.fromkeys(range(column, column + across), down - 1)
                lines: list[Line] = []
                for item in _lines(td):
                    if isinstance(item, tuple):
                        lines.append(self._canvas.write(item[0], column=column, gap=True, drop=len(lines)))
                    else:
                        for part in item.itertext():
                            if squeeze(part):
                                lines.append(
                                    self._canvas.write(squeeze(part), column=column, gap=True, drop=len(lines))
                                )
                cells.append(Cell(lines=tuple(lines), column=column))
                column += across
            if cells:
                self._canvas.advance(max(1, max(len(c.lines) for c in cells)))
                self._watch.step(self._cells, 0)
                yield Row(cells=tuple(cells), table=self._table)


def _is_frame(own: list[html.HtmlElement]) -> bool:
    """Whether a table only sets others below each other: one cell a row, and tables in them."""
    alone = all(sum(1 for td in tr if td.tag in ("td", "th")) < 2 for tr in own)
    return alone and any(tr.find(".//table") is not None for tr in own)


def _owner(tr: html.HtmlElement) -> html.HtmlElement | None:
    return next((a for a in tr.iterancestors() if a.tag == "table"), None)


def _span(td: html.HtmlElement, name: str) -> int:
    value = str(td.get(name, "1"))
    return min(max(int(value), 1), 60) if value.isdecimal() and len(value) < 5 else 1


def _lines(element: html.HtmlElement) -> Iterator[tuple[str, int] | html.HtmlElement]:
    """Text of an element cut at block borders; tables inside are handed out whole."""
    words: list[str] = []
    heading = 0

    def flush() -> Iterator[tuple[str, int]]:
        text = squeeze("".join(words))
        words.clear()
        if text and text != "•":
            yield text, heading

    for event, node in _walked(element):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "table":
            yield from flush()
            yield node
        elif event == "start":
            if tag == "br":
                yield from flush()
            elif tag in _BLOCKS or _is_cell(node):
                yield from flush()
                heading = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else heading
                if tag == "li":
                    words.append(_list_mark(node))
            words.append(node.text or "")
        else:
            if tag in _BLOCKS or _is_cell(node):
                yield from flush()
                heading = 0 if re.fullmatch(r"h[1-6]", tag) else heading
        if event in ("end", "table", "skipped"):
            words.append(node.tail or "")
    yield from flush()


def _walked(element: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """`start` and `end` of every element inside, without what is not text; bounded by the depth check."""
    yield "start", _Head(element)
    stack = [iter(element)]
    nodes: list[html.HtmlElement] = []
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if nodes:
                yield "end", nodes.pop()
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        hidden = node.get("role") in _BESIDE or (
            "display:none" in str(node.get("style", "")).replace(" ", "").casefold() or node.get("hidden") is not None
        )
        if not tag or tag in _SKIPPED or hidden:
            yield "skipped", node
        elif tag == "table":
            yield "table", node
        else:
            yield "start", node
            nodes.append(node)
            stack.append(iter(node))


def _is_cell(node: "html.HtmlElement | _Head") -> bool:
    """Whether an element without a table's tag is set as one of its cells or rows."""
    return not isinstance(node, _Head) and node.get("role") in _CELLS


class _Head:
    """Stands for the outermost element: its text counts, its tag and tail do not."""

    def __init__(self, element: html.HtmlElement) -> None:
        self.tag = ""
        self.text = element.text
        self.tail = ""


def _list_mark(item: html.HtmlElement) -> str:
    """The number that a browser would print before a list item, or a bullet."""
    owner = item.getparent()
    if owner is None or owner.tag != "ol":
        return "• "
    kind = str(owner.get("type", "1"))
    value = _list_value(item, owner)
    above = owner.getparent()
    outer = above.getparent() if above is not None and above.tag == "li" else None
    if kind == "1" and outer is not None and outer.tag == "ol" and str(outer.get("type", "1")) == "1":
        return f"{_list_value(above, outer)}.{value} "  # a list in a list: its numbers are the outcome's
    if kind.casefold() == "a" and value <= 26:
        return f"{chr(96 + value)}) "
    if kind.casefold() == "i" and value <= 10:
        return f"{_ROMAN[value - 1]}) "
    return f"{value}. "


def _list_value(item: html.HtmlElement, owner: html.HtmlElement) -> int:
    start = str(owner.get("start", "1"))
    value = int(start) if start.isdecimal() and len(start) < 5 else 1
    for sibling in owner:
        if sibling.tag == "li":
            own = str(sibling.get("value", ""))
            value = int(own) if own.isdecimal() and len(own) < 5 else value
            if sibling is item:
                break
            value += 1
    return value
