"""The evidence grid: one row an item, one narrow column a criterion, the method code in the cell.

A row is never cut and its text never shortened; counts and the gap line stay with at least two rows. More criteria than
fit beside the full row go into further blocks of columns (mockups/forms/README.md, "Large units").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor_app.documents.gap_line import judged_by, met_criteria
from assessor_app.documents.grid_plan import GridBlock, Group
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import GRID, HAIR, NOTE, PT, SECOND, TABLE_HEAD, Face, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Run, set_text, width_mm
from assessor_app.documents.wording import short_date
from assessor_app.domain.evidence import VARCS_WORDS, EvidenceItem
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.record import UnitContent
from assessor_app.domain.units import Criterion, OutcomeKind

REF, DATE, METHOD, CONF, VARCS = 9.0, 19.0, 10.5, 9.0, 3.3
DESCRIPTION = 69.0
LEFT = REF + DESCRIPTION + DATE + METHOD + CONF + 5 * VARCS
WIDEST = 8.0
PAD = 0.9
LEAST_ROW, LATER_ROW, TALLEST_ROW = 13.0, 7.0, 60.0
ITEM = Style(Face.SEMIBOLD, 9.5, leading=1.2)
WHERE = Style(size=8.5, grey=SECOND, leading=1.2)
CODE = Style(Face.BOLD, 9, leading=1.15)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """An item measured for one block. `annex` holds the blocks that were too tall for the row."""

    item: EvidenceItem | None
    title: Block
    where: Block
    held: Block
    height: float
    annexed: bool = False


def held_runs(item: EvidenceItem) -> tuple[Run, ...]:
    """Where evidence stays in the workplace, with whom, and when it was seen there."""
    if item.held is None:
        return ()
    h = item.held
    text = f" {h.where}, by {h.holder}. Seen there on {short_date(h.seen_on)}; not copied"
    return (Run("Held in the workplace:", WHERE.bold.black), Run(text, WHERE))


def where_text(item: EvidenceItem) -> str:
    """Location, what it shows, and the file it is."""
    parts = [item.location]
    if item.shows:
        parts.append(f"Shows: {item.shows}")
    if item.file is not None and item.file.name not in item.location:
        parts.append(f"File: {item.file.name}")
    return "\n".join(part for part in parts if part)


EMPTY = Block(lines=(), leading=0.0, size=8.0)


class Grid:
    """One block of the grid, measured and ready to draw a page's rows."""

    def __init__(self, block: GridBlock, content: UnitContent, width: float, *, pen_rows: Sequence[str] = ()) -> None:
        """Measure head and rows; `pen_rows` are the references of empty rows to be filled in by hand."""
        self.block = block
        self.content = content
        self.width = width
        self.enrolment: Enrolment = content.enrolment
        self.pen = bool(pen_rows)
        count = max(1, len(block.criteria))
        self.first = block.number == 1
        base = LEFT if self.first else REF + 38.0
        self.column = min((width - base) / count, WIDEST)
        self.left = width - self.column * count
        self.description = self.left - (LEFT - DESCRIPTION if self.first else REF)
        self._codes: dict[tuple[int, str], tuple[str, ...]] = {}
        for item in content.evidence:
            for tie in item.ties:
                if tie.criterion.enrolment == self.enrolment.id:
                    key = (item.number, tie.criterion.number)
                    self._codes[key] = (*self._codes.get(key, ()), tie.method)
        self.names = {m.code: m.name for m in content.methods}
        self._head_blocks = [self._outcome_head(group) for group in block.groups]
        top = max([set_text(block.heading, self.left - 4, CODE).height if block.heading else 0.0, 8.0])
        self.head_upper = max([top, *(b.height + 1.5 for b in self._head_blocks)])
        self.head_lower = 5.2
        self.rows = [self._pen_row() for _ in pen_rows] if pen_rows else [self._row(item) for item in content.evidence]
        self.refs = list(pen_rows) or [item.ref for item in content.evidence]
        self._nodes: dict[str, Node] = {}

    @property
    def empty_height(self) -> float:
        """Room for the words that stand where no item is recorded."""
        return 0.0 if self.rows else 6.0

    @property
    def head_height(self) -> float:
        """Height of the two head rows."""
        return self.head_upper + self.head_lower

    # -- measuring ---------------------------------------------------------------------------------------------

    def _outcome_head(self, group: Group) -> Block:
        bold, plain = TABLE_HEAD.bold.led(1.1), TABLE_HEAD.led(1.1)
        number = (Run(group.outcome.number, bold),)
        width = len(group.criteria) * self.column - 1.4
        if len(group.criteria) <= 2:
            return set_text(number, width, plain)
        parts: tuple[Run, ...] = (*number, Run(f" {group.outcome.text}", plain))
        if group.outcome.kind is OutcomeKind.KNOWLEDGE:
            parts = (*parts, Run(" ", plain), Run("Knowledge", plain, "round"))
        full = set_text(parts, width, plain)
        return full if full.height <= 21 else set_text(number, width, plain)

    def _row(self, item: EvidenceItem) -> GridRow:
        width = self.description - 2 * PAD
        if not self.first:
            title = set_text(item.title, width, ITEM.at(8.5))
            if len(title.lines) > 1:
                line = title.lines[0]
                short = " ".join(piece.text.strip() for piece in line)
                while short and width_mm(f"{short} \u2026", ITEM.at(8.5)) > width:
                    short = short.rpartition(" ")[0]
                title = set_text(f"{short} \u2026", width, ITEM.at(8.5))
            stacked = max((len(self._cell(item, c)) for c in self.block.criteria), default=0)
            height = max(LATER_ROW, stacked * CODE.line + 1.2)
            return GridRow(item=item, title=title, where=EMPTY, held=EMPTY, height=height)
        title = set_text(item.title, width, ITEM)
        where = set_text(where_text(item), width, WHERE) if where_text(item) else EMPTY
        held = set_text(held_runs(item), width - 2.1, WHERE) if item.held is not None else EMPTY
        stacked = max((len(self._cell(item, c)) for c in self.block.criteria), default=0)
        methods = set_text(", ".join(self._methods(item)), METHOD - PAD, GRID)
        dates = set_text(self._dated(item), DATE - 2 * PAD, GRID)
        least = max(LEAST_ROW, stacked * CODE.line + 1.2, methods.height + 1.8, dates.height + 1.8)
        height = max(least, title.height + where.height + held.height + 2 * PAD + (0.6 if held.lines else 0))
        if height <= TALLEST_ROW:
            return GridRow(item=item, title=title, where=where, held=held, height=height)
        note = set_text(Run("Description in full: annex, under the same reference", WHERE.bold.black), width, WHERE)
        return GridRow(
            item=item, title=note, where=EMPTY, held=EMPTY, height=max(least, note.height + 2 * PAD), annexed=True
        )

    def _pen_row(self) -> GridRow:
        return GridRow(item=None, title=EMPTY, where=EMPTY, held=EMPTY, height=13.2)

    def _cell(self, item: EvidenceItem | None, criterion: Criterion) -> tuple[str, ...]:
        return self._codes.get((item.number, criterion.number), ()) if item is not None else ()

    def _methods(self, item: EvidenceItem) -> list[str]:
        own = [t.method for t in item.ties if t.criterion.enrolment == self.enrolment.id]
        return list(dict.fromkeys(own))

    def _dated(self, item: EvidenceItem) -> tuple[Run, ...]:
        initials = item.assessor_initials or self.content.assessor.initials
        return (Run(f"{short_date(item.dated)}\n", GRID), Run(initials, NOTE))

    # -- head --------------------------------------------------------------------------------------------------

    def draw_head(self, surface: Surface, x: float, y: float, table: Node | None) -> None:
        """The two head rows; tagged once, in `table`."""
        upper = table.add("TR") if table is not None else None
        lower = table.add("TR") if table is not None else None
        foot = y + self.head_height

        def cell(row: Node | None, **names: object) -> Node | None:
            return row.add("TH", **names) if row is not None else None  # type: ignore[arg-type]  # names of add()

        if self.block.heading:
            with surface.tag(None):
                surface.paragraph(self.block.heading, x + PAD, y + 0.7, self.left - 4, CODE)
        at = x
        titles: list[tuple[str, float]] = [("Ref.", REF), ("Evidence, and where it is", self.description)]
        if self.first:
            titles += [("Date,\nassessor", DATE), ("Method", METHOD), ("Conf.", CONF)]
        for text, width in titles:
            block = set_text(text, width + 2, TABLE_HEAD)
            with surface.tag(cell(upper, scope="Column", row_span=2)):
                surface.block(block, at + (PAD if text != "Conf." else 1.4), foot - 0.7 - block.height)
            at += width
        if self.first:
            with surface.tag(cell(upper, col_span=5)):
                surface.paragraph("VARCS", at, foot - 8.2, 5 * VARCS, TABLE_HEAD, align="centre")
            for word in VARCS_WORDS:
                node = cell(lower, scope="Column", actual=word)
                with surface.tag(node):
                    surface.paragraph(word[0].upper(), at, foot - 3.9, VARCS, TABLE_HEAD, align="centre")
                at += VARCS
        at = x + self.left
        for group, block in zip(self.block.groups, self._head_blocks, strict=True):
            wide = len(group.criteria) * self.column
            said = f"Outcome {group.outcome.number}: {group.outcome.text}"
            outcome = cell(upper, scope="Column", col_span=len(group.criteria), actual=said)
            with surface.tag(outcome):
                surface.block(block, at + 1.1, y + 0.7)
            surface.rule(at, y, at, foot, 1.0)
            for count, criterion in enumerate(group.criteria):
                left = at + count * self.column
                if count:
                    surface.rule(left, y + self.head_upper, left, foot, 0.35, HAIR)
                node = cell(lower, scope="Column")
                if node is not None:
                    self._nodes[criterion.number] = node
                with surface.tag(node):
                    self._narrow(surface, criterion.number, left, foot - 4.8)
            at += wide
        surface.rule(x + self.width, y, x + self.width, foot, 1.0)
        surface.rule(x, foot, x + self.width, foot, 1.25)

    def _narrow(self, surface: Surface, text: str, x: float, y: float, style: Style = CODE) -> None:
        """A short text centred in a criterion column, stepping down rather than leaving it."""
        for size in (style.size, 8.5, 8.0):
            if width_mm(text, style.at(size)) <= self.column - 0.2:
                style = style.at(size)
                break
        else:
            style = style.at(8.0)
        wide = width_mm(text, style)
        stretch = min(1.0, (self.column - 0.2) / wide) if wide else 1.0
        baseline = y + style.line / 2 + 0.312 * style.size * PT
        surface.text(x + (self.column - wide * stretch) / 2, baseline, text, style, stretch=stretch)

    # -- rows --------------------------------------------------------------------------------------------------

    def draw_row(self, surface: Surface, index: int, x: float, y: float, table: Node) -> None:
        """One item's row with its rules."""
        row = self.rows[index]
        item = row.item
        tr = table.add("TR")
        foot = y + row.height
        scope = tr.add("TH", scope="Row")
        with surface.tag(scope):
            surface.paragraph(self.refs[index], x + PAD, y + PAD, REF, CODE.at(10))
        self._description(surface, row, tr, x + REF + PAD, y + (PAD if self.first else 1.4))
        if self.first:
            self._middle(surface, item, tr, x + REF + self.description, y)
        at = x + self.left
        for group in self.block.groups:
            for criterion in group.criteria:
                codes = self._cell(item, criterion)
                headers = tuple(n for n in (scope, self._nodes.get(criterion.number)) if n is not None)
                td = tr.add("TD", headers=headers)
                top = y + (row.height - len(codes) * CODE.line) / 2
                for code in codes:
                    name = self.names.get(code, code)
                    with surface.tag(td.add("Span", expanded=name)):
                        self._narrow(surface, code, at, top)
                    top += CODE.line
                at += self.column
        self.draw_rules(surface, x, y, row.height)
        surface.rule(x, foot, x + self.width, foot, 0.4, HAIR)

    def _description(self, surface: Surface, row: GridRow, tr: Node, x: float, y: float) -> None:
        td = tr.add("TD")
        with surface.tag(td):
            surface.block(row.title, x, y)
            y += row.title.height
            surface.block(row.where, x, y)
            y += row.where.height
            if row.held.lines:
                surface.block(row.held, x + 2.1, y + 0.3)
        if row.held.lines:
            surface.bar(x, y + 0.3, 0.8, row.held.height)

    def _middle(self, surface: Surface, item: EvidenceItem | None, tr: Node, x: float, y: float) -> None:
        if item is None:
            style = GRID
            for count, text in enumerate(("Yes", "No")):
                with surface.tag(tr.add("TD")):
                    surface.paragraph(text, x + DATE + METHOD, y + PAD + count * 4.4, CONF, style, align="centre")
            for left in (0.0, DATE, DATE + METHOD, *(DATE + METHOD + CONF + n * VARCS for n in range(5))):
                surface.rule(x + left, y, x + left, y + 13.2, 0.35, HAIR)
            surface.rule(x - self.description, y, x - self.description, y + 13.2, 0.35, HAIR)
            return
        with surface.tag(tr.add("TD")):
            surface.paragraph(self._dated(item), x + PAD, y + PAD, DATE - 2 * PAD, GRID)
        with surface.tag(tr.add("TD")):
            surface.paragraph(", ".join(self._methods(item)), x + DATE + PAD, y + PAD, METHOD - PAD, GRID)
        with surface.tag(tr.add("TD")):
            confidential = Run("Yes", GRID.bold) if item.confidential else Run("No", GRID)
            surface.paragraph(confidential, x + DATE + METHOD, y + PAD, CONF, GRID, align="centre")
        at = x + DATE + METHOD + CONF
        for word in VARCS_WORDS:
            answered = bool(getattr(item.varcs, word))
            td = tr.add("TD", actual=f"{word}: yes" if answered else f"{word}: no")
            with surface.tag(td):
                if answered:
                    surface.paragraph("\u2713", at, y + 1.2, VARCS, CODE.at(8.5), align="centre")
            at += VARCS

    def draw_rules(self, surface: Surface, x: float, y: float, height: float) -> None:
        """The upright rules of the criterion columns."""
        at = x + self.left
        for group in self.block.groups:
            surface.rule(at, y, at, y + height, 1.0)
            for count in range(1, len(group.criteria)):
                left = at + count * self.column
                surface.rule(left, y, left, y + height, 0.35, HAIR)
            at += len(group.criteria) * self.column
        surface.rule(x + self.width, y, x + self.width, y + height, 1.0)

    # -- closing rows ------------------------------------------------------------------------------------------

    @property
    def closing_height(self) -> float:
        """Counts, and whether each criterion is judged met."""
        return 8.0 if self.pen else 6.1 * 2

    def draw_closing(self, surface: Surface, x: float, y: float, table: Node) -> None:
        """Counts and `Judged met`, under a rule."""
        surface.rule(x, y, x + self.width, y, 1.25)
        if self.pen:
            with surface.tag(table.add("TR").add("TH", scope="Row")):
                surface.paragraph("Covered n times", x + PAD, y + 1.8, self.left, HEAD)
            self.draw_rules(surface, x, y, 8.0)
            surface.rule(x, y + 8, x + self.width, y + 8, 1.25)
            return
        style = Style(size=9.5, leading=1.2)
        counts = [str(self._count(c)) for c in self.block.criteria]
        self._closing_row(surface, x, y, table, (Run("Covered n times", style.bold),), counts)
        surface.rule(x, y + 6.1, x + self.width, y + 6.1, 0.4, HAIR)
        met = met_criteria(self.content)
        ticks = ["\u2713" if c.number in met else "" for c in self.block.criteria]
        title = (
            Run("Judged met", style.bold),
            Run(" (\u2713 met, blank not yet)  " if self.first else " ", style),
            Run(judged_by(self.content) if self.first else "", style.at(9)),
        )
        self._closing_row(surface, x, y + 6.1, table, title, ticks)
        surface.rule(x, y + 12.2, x + self.width, y + 12.2, 1.25)

    def _closing_row(
        self, surface: Surface, x: float, y: float, table: Node, title: tuple[Run, ...], values: Sequence[str]
    ) -> None:
        tr = table.add("TR")
        scope = tr.add("TH", scope="Row", col_span=10 if self.first else 2)
        block = set_text(title, self.left - 2 * PAD, Style(size=9.5, leading=1.1))
        with surface.tag(scope):
            surface.block(block, x + PAD, y + (6.1 - block.height) / 2)
        at = x + self.left
        for criterion, value in zip(self.block.criteria, values, strict=True):
            headers = tuple(n for n in (scope, self._nodes.get(criterion.number)) if n is not None)
            td = tr.add("TD", headers=headers, actual="met" if value == "\u2713" else "")
            with surface.tag(td):
                self._narrow(surface, value, at, y + 1.1)
            at += self.column
        self.draw_rules(surface, x, y, 6.1)

    def _count(self, criterion: Criterion) -> int:
        return sum(1 for item in self.content.evidence if self._cell(item, criterion))


HEAD = Style(Face.BOLD, 9.5, leading=1.2)
