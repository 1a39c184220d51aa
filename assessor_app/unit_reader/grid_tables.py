"""Tables that a converter drew with `+---+` and `|`, turned into HTML so that wrapped cells become whole again."""

import re
from html import escape
from itertools import pairwise

_BORDER = re.compile(r"\s*\+(?:[-=:]+\+)+\s*")
_MOST_COLUMNS = 40


def has_grid_table(text: str) -> bool:
    """Whether a table is drawn in the text."""
    return sum(1 for line in text.splitlines() if _BORDER.fullmatch(line)) > 1


def with_html_tables(text: str) -> str:
    """The text with every drawn table as one line of HTML; what is no table stays as it is."""
    out: list[str] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        stop = at
        if _BORDER.fullmatch(lines[at]):
            while stop < len(lines) and lines[stop].strip()[:1] in ("+", "|") and lines[stop].strip():
                stop += 1
        edges = [m.start() for m in re.finditer(r"\+", lines[at])] if stop - at > 2 else []
        if 1 < len(edges) <= _MOST_COLUMNS:
            out += ["", _table(lines[at:stop], edges), ""]
            at = stop
        else:
            out.append(lines[at])
            at += 1
    return "\n".join(out)


def _table(lines: list[str], edges: list[int]) -> str:
    rows: list[list[list[str]]] = [[[] for _ in edges[1:]]]
    for line in lines:
        if _BORDER.fullmatch(line):
            rows.append([[] for _ in edges[1:]])
            continue
        at = 0
        for k, (left, right) in enumerate(pairwise(edges)):
            if k and line[left : left + 1] not in ("|", "+"):
                rows[-1][at].append(rows[-1][at].pop() + line[left:right])  # a cell over several columns
                continue
            at = k
            rows[-1][k].append(line[left + 1 : right])
    made = ["".join(f"<td>{_paragraphs(cell)}</td>" for cell in row) for row in rows if any(any(c) for c in row)]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in made) + "</table>"


def _paragraphs(lines: list[str]) -> str:
    text = "\n".join(re.sub(r"\*\*|__", "", line).strip() for line in lines)
    return "".join(f"<p>{escape(' '.join(p.split()))}</p>" for p in re.split(r"\n\s*\n", text) if p.strip())
