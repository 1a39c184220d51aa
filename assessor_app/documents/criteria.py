"""The criteria in full, in columns: one an outcome up to four, beyond that balanced columns in reading order.

Column widths are moved towards the tallest column until nothing is gained. Panels go where there is room.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import BODY, HAIR, HEAD3, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Rich, Run, set_public_text, set_text
from assessor_app.domain.units import Criterion, Outcome, OutcomeKind

GAP = 4.5
NUMBER = 7.0
NARROWEST = 44.0
TALLEST = 80.0
"""A criterion taller than this may be cut between lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A head, a criterion or a panel, measured for a column width. `keep` holds it with the next."""

    height: float
    draw: Callable[[Surface, float, float], None]
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Words that stand below the criteria; framed, or under a rule."""

    title: str
    text: Rich
    framed: bool


class CriteriaColumns:
    """All outcomes of a unit, dealt into columns and pages. Nodes are made once, in reading order."""

    def __init__(
        self, outcomes: Sequence[Outcome], panels: Sequence[Panel], width: float, section: Node, *, style: Style = BODY
    ) -> None:
        """`section` is the structure node of the whole part."""
        self._outcomes = outcomes
        self._panels = panels
        self._width = width
        self._section = section
        self._style = style.led(1.17)
        self._lists: dict[str, Node] = {}
        self._panel_section = Node("Sect", parent=section, title="About this unit")

    def close(self) -> None:
        """After the last page: the panels are read after all criteria, wherever they stand."""
        self._section.kids.append(self._panel_section)

    def pages(self, first: float, later: float) -> list[list[tuple[float, float, list[Part]]]]:
        """Columns for each page as (left edge, width, parts); rooms are heights in millimetres."""
        if 1 < len(self._outcomes) <= 4:
            page = self._by_outcome(first)
            if page is not None:
                return [page]
        return self._flow(first, later)

    # -- one column an outcome ---------------------------------------------------------------------------------

    def _by_outcome(self, room: float) -> list[tuple[float, float, list[Part]]] | None:
        count = len(self._outcomes)
        free = self._width - GAP * (count - 1)
        widths = [free / count] * count
        heights = [self._height(o, w) for o, w in zip(self._outcomes, widths, strict=True)]
        for _ in range(10):
            tallest, shortest = heights.index(max(heights)), heights.index(min(heights))
            if widths[shortest] - 3 < NARROWEST:
                break
            moved = list(widths)
            moved[tallest] += 3
            moved[shortest] -= 3
            changed = [self._height(o, w) for o, w in zip(self._outcomes, moved, strict=True)]
            if max(changed) >= max(heights) and sum(changed) >= sum(heights):
                break
            widths, heights = moved, changed
        columns = [self._parts(o, w) for o, w in zip(self._outcomes, widths, strict=True)]
        for panel in self._panels:
            order = sorted(range(count), key=lambda n: heights[n])
            part = self._panel(panel, widths[order[0]])
            columns[order[0]].append(part)
            heights[order[0]] += part.height
        if max(heights) > room + 1e-6:
            return None
        placed, x = [], 0.0
        for width, parts in zip(widths, columns, strict=True):
            placed.append((x, width, parts))
            x += width + GAP
        return placed

    def _height(self, outcome: Outcome, width: float) -> float:
        return sum(part.height for part in self._parts(outcome, width))

    # -- balanced columns --------------------------------------------------------------------------------------

    def _flow(self, first: float, later: float) -> list[list[tuple[float, float, list[Part]]]]:
        count = 4 if len(self._outcomes) > 2 or sum(len(o.criteria) for o in self._outcomes) > 8 else 3
        width = (self._width - GAP * (count - 1)) / count
        parts = [p for o in self._outcomes for p in self._parts(o, width)]
        parts += [self._panel(panel, width) for panel in self._panels]
        pages: list[list[tuple[float, float, list[Part]]]] = []
        room = first
        while parts:
            group = sum(p.height for p in _group(parts, 0))
            if group > room and room < later:  # the first page is too full for any of it
                pages.append([])
                room = later
                continue
            height = self._least_height(parts, count, room)
            columns, parts = _deal(parts, count, height)
            pages.append([(n * (width + GAP), width, column) for n, column in enumerate(columns)])
            room = later
        return pages

    def _least_height(self, parts: list[Part], count: int, room: float) -> float:
        if _deal(parts, count, room)[1]:
            return room
        low, high = 0.0, room
        while high - low > 0.5:
            middle = (low + high) / 2
            if _deal(parts, count, middle)[1] or max(p.height for p in parts) > middle:
                low = middle
            else:
                high = middle
        return high

    # -- parts -------------------------------------------------------------------------------------------------

    def _parts(self, outcome: Outcome, width: float) -> list[Part]:
        parts = [self._head(outcome, width)]
        for criterion in outcome.criteria:
            parts += self._criterion(outcome, criterion, width)
        return parts

    def _list_of(self, outcome: Outcome) -> Node:
        if outcome.number not in self._lists:
            self._lists[outcome.number] = self._section.add("L")
        return self._lists[outcome.number]

    def _head(self, outcome: Outcome, width: float) -> Part:
        runs: tuple[Run, ...] = (Run(outcome.text, HEAD3),)
        if outcome.kind is OutcomeKind.KNOWLEDGE:
            runs = (*runs, Run(" ", HEAD3), Run("Knowledge", Style(HEAD3.face, 8), "round"))
        block = set_public_text(runs, width - NUMBER, HEAD3)
        height = 1.1 + max(block.height, 7.4) + 1.0

        def draw(surface: Surface, x: float, y: float) -> None:
            surface.rule(x, y, x + width, y, 1.25)
            with surface.tag(self._section.add("H3")):
                surface.paragraph(outcome.number, x, y + 1.1, NUMBER, HEAD3)
                surface.block(block, x + NUMBER, y + 1.1)

        return Part(height=height, draw=draw, keep=bool(outcome.criteria))

    def _criterion(self, outcome: Outcome, criterion: Criterion, width: float) -> list[Part]:
        """One part; several for a text so long that a column cannot hold it."""
        text = "\n".join((criterion.text, *(f"\u2022 {point}" for point in criterion.sub_points)))
        whole = set_public_text(text, width - NUMBER, self._style)
        return self._pieces(whole, width, lambda: self._list_of(outcome).add("LI"), criterion.number)

    def _pieces(self, block: Block, width: float, new_item: Callable[[], Node], number: str) -> list[Part]:
        pieces = []
        while block.height > TALLEST:
            top, block = block.cut(TALLEST)
            pieces.append(top)
        pieces.append(block)
        body: list[Node] = []
        return [self._piece(piece, width, new_item, body, number) for piece in pieces]

    def _piece(self, block: Block, width: float, new_item: Callable[[], Node], body: list[Node], number: str) -> Part:
        def draw(surface: Surface, x: float, y: float) -> None:
            if not body:
                surface.rule(x, y, x + width, y, 0.4, HAIR)
                item = new_item()
                with surface.tag(item.add("Lbl")):
                    surface.paragraph(number, x, y + 0.55, NUMBER, self._style.bold)
                body.append(item.add("LBody"))
            with surface.tag(body[0]):
                surface.block(block, x + NUMBER, y + 0.55)

        return Part(height=block.height + 1.15, draw=draw)

    def _panel(self, panel: Panel, width: float) -> Part:
        pad = 2.0 if panel.framed else 0.0
        block = set_text(panel.text, width - 2 * pad, BODY.led(1.2))
        head = HEAD3.line + 0.8
        inner = head + block.height + (2.8 if panel.framed else 1.1)

        def draw(surface: Surface, x: float, y: float) -> None:
            top = y + 3
            if panel.framed:
                surface.box(x, top, width, inner, weight=0.75)
            else:
                surface.rule(x, top, x + width, top, 0.75)
            text_y = top + (1.4 if panel.framed else 1.1)
            with surface.tag(self._panel_section.add("H3")):
                surface.paragraph(panel.title, x + pad, text_y, width - 2 * pad, HEAD3)
            with surface.tag(self._panel_section.add("P")):
                surface.block(block, x + pad, text_y + head)

        return Part(height=inner + 3, draw=draw)


def _group(parts: list[Part], position: int) -> list[Part]:
    """The part there, and those it is kept with."""
    end = position + 1
    while end < len(parts) and parts[end - 1].keep:
        end += 1
    return parts[position:end]


def _deal(parts: list[Part], count: int, height: float) -> tuple[list[list[Part]], list[Part]]:
    """Parts into columns of that height; returns what is left over. A part taller than the column stands alone."""
    columns: list[list[Part]] = [[]]
    used = 0.0
    position = 0
    while position < len(parts):
        group = _group(parts, position)
        end = position + len(group)
        need = sum(p.height for p in group)
        if need > height and position:
            return columns, parts[position:]
        if columns[-1] and used + need > height + 1e-6:
            if len(columns) == count:
                return columns, parts[position:]
            columns.append([])
            used = 0.0
        columns[-1] += group
        used += need
        position = end
    return columns, []
