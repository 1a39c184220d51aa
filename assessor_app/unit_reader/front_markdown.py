"""Markdown: pipe tables, headings and lists, and the HTML that stands between or in their cells."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from assessor_app.domain.reading import DocumentKind
from assessor_app.unit_reader.front_html import html_rows
from assessor_app.unit_reader.grid_tables import with_html_tables
from assessor_app.unit_reader.layout import Canvas, Cell, Layout, Row, clean, squeeze
from assessor_app.unit_reader.limits import MOST_CELLS, Watch, check_lines, refuse

_TAG = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:/?(?:p|div|li|ul|ol|h[1-6]|tr|td|th)\b[^<>]{0,300}|br\s*/?)>|\n", re.IGNORECASE)
_INLINE_LIST = re.compile(r"\s(?=[•▪●◦■►]\s)")
_MOST_TOKENS = 400_000


def read_markdown(text: str, watch: Watch) -> Layout:
    """The layout of a Markdown text; KnownError where it is too large."""
    text = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    check_lines(text.split("\n"))
    if (
        re.search(r"^[>\s]{200,}", text, re.MULTILINE)
        or max((t.count("[") for t in text.split("\n")), default=0) > 2_000
    ):
        raise refuse("The Markdown is nested too deeply.")
    text = with_html_tables(_with_plain_facts(text))
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 40}).enable("table").disable(["code", "lheading"])
    tokens = parser.parse(text)
    if len(tokens) > _MOST_TOKENS:
        raise refuse("The document has too many parts.")
    canvas = Canvas()
    rows = tuple(_rows(tokens, canvas, watch))
    return Layout(kind=DocumentKind.MARKDOWN, pages=canvas.finish(), rows=rows)


def _with_plain_facts(text: str) -> str:
    """The facts before the first line (`unit_number: VOL-08` between two rules) as labelled paragraphs."""
    match = re.match(r"\s*---\n((?:[A-Za-z][\w -]{0,40}:.*\n){1,40})---\n", text)
    if match is None:
        return text
    facts = (line.partition(":") for line in match[1].splitlines())
    return "\n\n".join(f"{name.replace('_', ' ')}:{value}" for name, _, value in facts) + "\n\n" + text[match.end() :]


def _rows(tokens: list[Token], canvas: Canvas, watch: Watch) -> Iterator[Row]:
    table, column, heading, count = 0, 0, 0, 0
    cells: list[Cell] = []
    in_cell = False
    marks: list[str] = []
    pending = ""
    for k, token in enumerate(tokens):
        if k % 400 == 0:
            watch.step(k, len(tokens))
        kind = token.type
        if kind == "table_open":
            table += 1
        elif kind == "tr_open":
            cells, column = [], 0
        elif kind in ("td_open", "th_open"):
            in_cell = True
            count += 1
            if count > MOST_CELLS:
                raise refuse("The document has a table of too many cells.")
        elif kind in ("td_close", "th_close"):
            in_cell, column = False, column + 1
        elif kind == "tr_close":
            canvas.advance(max([1, *(len(c.lines) for c in cells)]))
            if any(c.text.strip() for c in cells):
                yield Row(cells=tuple(cells), table=table)
        elif kind == "heading_open":
            heading = int(token.tag[1])
        elif kind == "heading_close":
            heading = 0
        elif kind == "bullet_list_open":
            marks.append("•")
        elif kind == "ordered_list_open":
            start = token.attrGet("start")
            marks.append(str(int(start) - 1) if start is not None else "0")
        elif kind in ("bullet_list_close", "ordered_list_close"):
            marks.pop()
        elif kind == "list_item_open":
            if marks[-1] == "•":
                pending = "• "
            else:
                marks[-1] = str(int(marks[-1]) + 1)
                pending = f"{marks[-1]}{token.markup or '.'} "
                if len(marks) == 2 and marks[0] != "•":
                    pending = f"{marks[0]}.{marks[1]} "  # a list in a list: its numbers are the outcome's
        elif kind == "inline" and in_cell:
            lines = tuple(
                canvas.write(part, column=column, gap=True, drop=n) for n, part in enumerate(_parts(token.content))
            )
            cells.append(Cell(lines=lines, column=column))
        elif kind == "inline":
            for n, part in enumerate(_parts(token.content)):
                line = canvas.write(pending + part, gap=n == 0 or bool(pending), heading=heading)
                pending = ""
                canvas.advance()
                yield Row(cells=(Cell(lines=(line,)),), wrapped=not heading)
            canvas.advance()
        elif kind == "html_block":
            own = list(html_rows(token.content, canvas, watch, table + 1))
            table = max([table, *(r.table for r in own)])
            yield from own
        elif kind in ("fence", "code_block"):
            for part in token.content.split("\n"):
                if squeeze(part):
                    code = canvas.write(squeeze(part))
                    canvas.advance()
                    yield Row(cells=(Cell(lines=(code,)),), wrapped=True)


def _parts(content: str) -> Iterator[str]:
    """Inline text as lines, without Markdown's own marks and HTML tags."""
    for part in _BREAK.split(content):
        text = re.sub(r"^\s*\\?#{1,6}\s+", "", _TAG.sub(" ", part))
        text = re.sub(r"(?<![\w*])[*_]{1,3}(\S(?:[^*_\n]{0,2000}?\S)?)[*_]{1,3}(?![\w*])", r"\1", text)
        text = re.sub(r"!?\[([^\[\]]{0,400})\]\([^()\s]{0,400}\)", r"\1", text)
        text = re.sub(r"\\([\\`*_{}\[\]()#+.!|<>-])", r"\1", text)
        text = (
            text.replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&nbsp;", " ")
            .replace("&#39;", "'")
        )
        for line in _INLINE_LIST.split(text):
            if squeeze(line):
                yield squeeze(line)
