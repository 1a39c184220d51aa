"""The Unit Evidence Record Sheet, A4 landscape: criteria, evidence grid, questions, judgement, signatures.

It prints what the record holds and says "not stated" for what the unit text does not give. It never cuts a row and
never lets the signature block be parted.
"""

from collections.abc import Callable, Sequence

from assessor_app.documents import common
from assessor_app.documents.criteria import CriteriaColumns, Panel, Part
from assessor_app.documents.flow import Item, paginate, placed
from assessor_app.documents.gap_line import gap_runs
from assessor_app.documents.grid import Grid, held_runs, where_text
from assessor_app.documents.grid_plan import Span, deal_rows, divide, item_range
from assessor_app.documents.identity import Cell, Identity
from assessor_app.documents.judgement import JudgementPart
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import BODY, HEAD3, NOTE, SECTION, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Run, set_text
from assessor_app.documents.questions import question_items
from assessor_app.documents.sheet import (
    LANDSCAPE,
    SMALL_NOTE,
    Draft,
    Sheet,
    bar_height,
    draw_bar,
    draw_legend_foot,
    legend,
)
from assessor_app.documents.signature_rows import block_height, rows_of
from assessor_app.documents.signatures import place_block
from assessor_app.documents.stacking import heading_item, text_items
from assessor_app.documents.wording import assessor_line, is_external, long_moment, sentence, stated
from assessor_app.domain.canonical import canonical_json, short_hash
from assessor_app.domain.evidence import Method
from assessor_app.domain.people import Centre
from assessor_app.domain.record import BaseRecord, UnitContent
from assessor_app.domain.roles import Role
from assessor_app.domain.units import Unit

G = LANDSCAPE
GAP_STYLE = Style(size=10, leading=1.24)
LEGEND_NOTE = (
    "Conf.: confidential, yes or no. VARCS: valid, authentic, reliable, current, sufficient. "
    "A code in a cell: the item is accepted for that criterion, by that method. Criteria in full: page 1."
)


def render_ers(record: BaseRecord) -> bytes:
    """The sheet as a tagged PDF with its signature fields and its record; the same record gives the same bytes."""
    content = record.content
    if not isinstance(content, UnitContent):
        raise TypeError("an evidence record sheet is made of one unit's content")
    unit = content.enrolment.unit
    right = (
        Run(f"Sheet version {record.version}", Style(size=10.5).bold),
        Run(f", frozen {long_moment(record.frozen_at)}", Style()),
    )
    sheet = Sheet(G, common.furniture(record, middle=unit.title or unit.name, right=(right,)))
    _first_page(sheet, record, content)
    used = grid_pages(sheet, content)
    _closing_pages(sheet, record, content, used)
    return sheet.save(common.about(record, unit.name), record=canonical_json(record))


# -- page 1 ----------------------------------------------------------------------------------------------------


def identity_rows(unit: Unit, content: UnitContent | None, centre: Centre | None = None) -> list[list[Cell]]:
    """The three rows of the block; without content only what the unit gives, to be filled in by hand."""
    if content is None:
        candidate = assessor = None
    else:
        candidate, centre, assessor = content.candidate, content.centre, content.assessor

    def known(value: object, given: object) -> Run | str:
        return "" if given is None else stated(str(value or ""), absent="not entered")

    nos = ", ".join(reference.code for reference in unit.nos)
    return [
        [
            Cell("Candidate", candidate.name if candidate else "", 7, big=True),
            Cell("Registration number", known(candidate and candidate.registration, candidate), 4),
            Cell("Unique learner number (ULN)", known(candidate and candidate.uln, candidate), 4),
            Cell("Centre", known(centre and centre.name, centre), 6),
            Cell("Centre number", known(centre and centre.number, centre), 3),
        ],
        [
            Cell("Unit", common.unit_title_runs(unit), 9),
            Cell("Awarding body", stated(unit.awarding_body), 2),
            Cell("AO number", stated(unit.number), 2),
            Cell("Ofqual reference", stated(unit.reference), 3),
            Cell("Level", stated(unit.level), 2),
            Cell("Credit", stated(unit.credit), 2),
            Cell("GLH", stated(unit.glh), 2),
            Cell("NOS", stated(nos), 2),
        ],
        [
            Cell("Qualification", known(candidate and candidate.qualification, candidate), 6),
            Cell("QAN", known(candidate and candidate.qan, candidate), 3),
            Cell("Workplace", known(candidate and candidate.workplace, candidate), 6),
            Cell("Assessor", assessor_line(assessor) if assessor else "", 5),
            Cell("Unit owner", stated(unit.owner), 4),
        ],
    ]


def _first_page(sheet: Sheet, record: BaseRecord, content: UnitContent) -> None:
    unit = content.enrolment.unit
    draft = sheet.page("The criteria")
    identity = Identity(identity_rows(unit, content), G.inner)
    draft.draws.append(lambda surface: identity.draw(surface, G.left, G.body_first, sheet.root))
    y = G.body_first + identity.height
    for text, framed in _notices(record, content):
        y = _notice(draft, sheet.root, text, y, framed=framed)
    panels = [
        Panel(title="Signatures this sheet requires", text=_required_runs(record, content), framed=True),
        Panel(title="This unit", text=" ".join(unit_sentences(unit, content)), framed=False),
    ]
    criteria_pages(sheet, draft, unit, panels, y, content.methods)


def criteria_pages(
    sheet: Sheet,
    draft: Draft,
    unit: Unit,
    panels: Sequence[Panel],
    y: float,
    methods: Sequence[Method],
    *,
    style: Style = BODY,
) -> None:
    """The criteria from `y` on the first page downwards, on as many pages as they need; legend below on the first."""
    section = Node("Sect", parent=sheet.root, title="The criteria")
    columns = CriteriaColumns(unit.outcomes, panels, G.inner, section, style=style)
    legend_section = Node("Sect", parent=sheet.root, title="Method codes")
    end = draw_legend_foot(sheet, methods, draft, G.body_first_end, None) - 1.0
    draft.draws.pop()
    intro = (
        Run("The criteria", SECTION),
        Run("    The candidate can \u2026 Each number heads a column of the evidence grid.", NOTE.at(9)),
    )
    head = 2.6 + SECTION.line + 1.6
    pages = columns.pages(end - y - head, G.room - 4)
    for number, page in enumerate(pages):
        target = draft if number == 0 else sheet.page("The criteria (continued)")
        top = y + head if number == 0 else G.body + 2

        def draw(
            surface: Surface, page: list[tuple[float, float, list[Part]]] = page, top: float = top, number: int = number
        ) -> None:
            if number == 0:
                sheet.root.kids.append(section)
                with surface.tag(section.add("H2")):
                    surface.paragraph(intro, G.left, y + 2.6, G.inner, SECTION)
            for x, _, parts in page:
                at = top
                for part in parts:
                    part.draw(surface, G.left + x, at)
                    at += part.height
            if number == len(pages) - 1:
                columns.close()

        target.draws.append(draw)
    draw_legend_foot(sheet, methods, draft, G.body_first_end, legend_section)
    draft.draws.append(lambda _: sheet.root.kids.append(legend_section))


def _notices(record: BaseRecord, content: UnitContent) -> list[tuple[tuple[Run, ...], bool]]:
    notices: list[tuple[tuple[Run, ...], bool]] = []
    if content.clock_note:
        notices.append(((Run(sentence(content.clock_note), BODY.bold),), False))
    unit = content.enrolment.unit
    if common.is_expired(record, unit):
        notices.append((common.expiry_runs(unit, content.judgement.expiry_reason), True))
    return notices


def _notice(draft: Draft, parent: Node, text: tuple[Run, ...], y: float, *, framed: bool) -> float:
    if not framed:
        height = bar_height(text, G.inner)
        draft.draws.append(lambda surface: _draw_bar(surface, text, y + 1.5, parent))
        return y + height + 1.5
    block = set_text(text, G.inner - 4, Style(size=9, leading=1.25))
    height = block.height + 2.8

    def draw(surface: Surface) -> None:
        surface.box(G.left, y + 1.8, G.inner, height, weight=0.75)
        with surface.tag(parent.add("P")):
            surface.block(block, G.left + 2, y + 3.2)

    draft.draws.append(draw)
    return y + height + 1.8


def _draw_bar(surface: Surface, text: tuple[Run, ...], y: float, parent: Node) -> None:
    draw_bar(surface, text, G.left, y, G.inner, parent.add("P"))


def _required_runs(record: BaseRecord, content: UnitContent) -> tuple[Run, ...]:
    plain, bold = BODY.led(1.2), BODY.led(1.2).bold
    parts: list[Run] = []
    names = {
        Role.CANDIDATE: "candidate",
        Role.MANAGER: "line manager or owner/manager",
        Role.ASSESSOR: "assessor",
        Role.COUNTERSIGNER: "countersigner",
        Role.IQA: "internal quality assurer",
    }
    for role in sorted(record.required_roles, key=lambda r: (r.rank, r is Role.MANAGER)):
        if parts:
            parts.append(Run("; ", plain))
        parts.append(Run(names[role], bold if role is Role.MANAGER else plain))
    parts.append(Run(". ", plain))
    regime = content.enrolment.effective_regime
    if record.manager_rule:
        why = "The assessor is peripatetic" if is_external(content.assessor) else "The unit asks for it"
        source = f" ({regime.source.rstrip('.')})" if regime is not None and regime.source else ""
        parts += [
            Run(f"{why}: the line manager or the owner/manager confirms both involvement and competence, ", plain),
            Run("on or before", bold),
            Run(f" the assessor\u2019s signature and date{source}.", plain),
        ]
    elif any(s.role is Role.MANAGER for s in record.signatories):
        parts.append(Run("The line manager may sign; this unit does not ask for it.", plain))
    else:
        parts.append(Run("No manager\u2019s signature is asked for.", plain))
    if content.judgement.manager_exception is not None:
        parts.append(Run(" An exception is recorded in row 2 of the signatures.", bold))
    return tuple(parts)


def unit_sentences(unit: Unit, content: UnitContent | None) -> list[str]:
    """What the unit asks for as a whole, and who decided what its text leaves open."""
    parts = []
    if unit.requires_workplace:
        parts.append("Requires workplace assessment of occupational competence: simulation is not offered.")
    regime = content.enrolment.effective_regime if content is not None else unit.regime
    if regime is not None:
        how = "Internally assessed" if regime.internally_assessed else "Not internally assessed"
        checked = f", {regime.quality_assurance.value}" if regime.quality_assurance else ""
        parts.append(f"{how}{checked}.")
        if content is not None:
            parts += common.regime_sentences(unit, content.enrolment.regime_decided, regime.record_form.value)
    else:
        parts.append("How it is signed off is not given in the unit text.")
    if unit.assessment_strategy:
        parts.append(f"Assessment strategy: {sentence(unit.assessment_strategy)}")
    if unit.expiry is not None:
        parts.append(f"Unit expiry: {unit.expiry:%d/%m/%Y}.")
    if unit.tqt:
        parts.append(f"TQT: {unit.tqt}.")
    return parts


# -- the grid --------------------------------------------------------------------------------------------------


class GridUse:
    """Where the grid ended: the section's node, the last page, and how far down it is filled."""

    def __init__(self, section: Node, draft: Draft, y: float) -> None:
        """`y` is where free room starts on the last grid page."""
        self.section, self.draft, self.y = section, draft, y


def grid_pages(sheet: Sheet, content: UnitContent, *, pen_rows: Sequence[str] = (), note: str = LEGEND_NOTE) -> GridUse:
    """All blocks of the grid with counts; the gap line under the last."""
    section = Node("Sect", parent=sheet.root, title="Evidence and criteria")
    heading = section.add("H2")
    blocks = divide(content.enrolment.unit.outcomes)
    gap = gap_runs(content, GAP_STYLE)
    use: GridUse | None = None
    started = False
    for block in blocks:
        grid = Grid(block, content, G.inner, pen_rows=pen_rows)
        last_block = block.number == len(blocks)
        closing = grid.closing_height + (
            bar_height(gap, G.inner, GAP_STYLE) + 3 if last_block and not pen_rows else 0.5
        )
        foot = _legend_height(content, note, first=not started or block.number > 1)
        room = G.room - grid.head_height - grid.empty_height - foot - 5.5
        spans = deal_rows([row.height for row in grid.rows], room, closing)
        table = section.add("Table")
        first_page = len(sheet.drafts) + 1
        for number, span in enumerate(spans):
            part = "Evidence and criteria" if not started else "Evidence and criteria (continued)"
            draft = sheet.page(part, heading if not started else None)
            y = G.body + grid.head_height + grid.empty_height + sum(r.height for r in grid.rows[span.first : span.last])
            show = _GridPage(sheet, grid, span, table, section, started=started, note=note if number == 0 else "")
            show.after = _after_rows(grid, spans, number, first_page)
            show.gap = gap if span.closing and last_block and not pen_rows else ()
            draft.draws.append(show.draw)
            started = True
            if span.closing:
                y += closing
            use = GridUse(section, draft, y)
    assert use is not None
    return use


def _legend_height(content: UnitContent, note: str, *, first: bool) -> float:
    codes = legend(content.methods, G.inner, small=True)
    return codes.height + (SMALL_NOTE.line if first and note else 0) + 1.0


def _after_rows(grid: Grid, spans: Sequence[Span], number: int, first_page: int) -> tuple[Run, ...]:
    """Under a cut table: how much of it is here, and where the rest is."""
    if number == len(spans) - 1 or grid.pen:
        return ()
    span = spans[number]
    rest = grid.refs[span.last :]
    last_page = first_page + len(spans) - 1
    pages = f"page {last_page}" if number == len(spans) - 2 else f"pages {first_page + number + 1} to {last_page}"
    what = f"{item_range(rest)}, the counts" if rest else "the counts"
    closes = " and the gap line" if grid.block.number == grid.block.count else ""
    return (
        Run(f"{span.last - span.first} of {len(grid.rows)} items; ", NOTE),
        Run(f"{what}{closes} are on {pages}", NOTE.bold.black),
    )


class _GridPage:
    """One page of the grid."""

    def __init__(
        self, sheet: Sheet, grid: Grid, span: Span, table: Node, section: Node, *, started: bool, note: str
    ) -> None:
        self._sheet, self._grid, self._span, self._table, self._section = sheet, grid, span, table, section
        self._started, self._note = started, note
        self.after: tuple[Run, ...] = ()
        self.gap: tuple[Run, ...] = ()

    def draw(self, surface: Surface) -> None:
        grid, span = self._grid, self._span
        if not self._started:
            self._sheet.root.kids.append(self._section)
        y = G.body
        grid.draw_head(surface, G.left, y, self._table if span.first == 0 else None)
        y += grid.head_height
        if not grid.rows:
            y = self._no_rows(surface, y)
        for index in range(span.first, span.last):
            grid.draw_row(surface, index, G.left, y, self._table)
            y += grid.rows[index].height
        if span.closing:
            grid.draw_closing(surface, G.left, y, self._table)
            y += grid.closing_height
        else:
            surface.rule(G.left, y, G.left + G.inner, y, 1.25)
        if self.after:
            with surface.tag(None):
                surface.paragraph(self.after, G.left, y + 1, G.inner, NOTE)
        if self.gap:
            draw_bar(surface, self.gap, G.left, y + 2.4, G.inner, self._section.add("P"), GAP_STYLE)
        self._legend(surface)

    def _no_rows(self, surface: Surface, y: float) -> float:
        with surface.tag(self._section.add("P")):
            surface.paragraph("No item of evidence is recorded.", G.left + 0.9, y + 1, 60, NOTE)
        return y + self._grid.empty_height

    def _legend(self, surface: Surface) -> None:
        codes = legend(self._grid.content.methods, G.inner, small=True)
        note = SMALL_NOTE.line if self._note else 0.0
        y = G.body_end - codes.height - note
        codes.draw(surface, G.left, y, None)
        if self._note:
            with surface.tag(self._section.add("P") if not self._started else None):
                surface.paragraph(self._note, G.left, y + codes.height, G.inner, SMALL_NOTE)


# -- after the grid --------------------------------------------------------------------------------------------


def _annex_items(sheet: Sheet, content: UnitContent) -> list[Item]:
    grid = Grid(divide(content.enrolment.unit.outcomes)[0], content, G.inner)
    tall = [row.item for row in grid.rows if row.annexed and row.item is not None]
    if not tall:
        return []
    section = Node("Sect", parent=sheet.root, title="Annex")
    items = [heading_item("Annex: descriptions in full", sheet.root, section, G.left, G.inner)]
    for item in tall:
        text = [Run(f"{item.ref}  {item.title}\n", HEAD3), Run(where_text(item), BODY)]
        if item.held is not None:
            text += [Run("\n", BODY), *held_runs(item)]
        items += text_items(tuple(text), section, G.left, G.inner)
    return items


def _closing_pages(sheet: Sheet, record: BaseRecord, content: UnitContent, use: GridUse) -> None:
    rows = rows_of(record)
    block = block_height(rows)
    judgement = JudgementPart(sheet.root, content, G.left, G.inner)
    absences = [common.absence_runs(a, Style(size=9, leading=1.24)) for a in content.absences]
    absence_height = sum(bar_height(a, G.inner, Style(size=9, leading=1.24)) + 1.2 for a in absences)
    room_above = G.room - block - 1.0
    together = judgement.height + absence_height <= room_above
    items = question_items(sheet.root, content, G.left, G.inner) + _annex_items(sheet, content)
    if not together:
        items += judgement.items()
        items += [_absence_item(sheet.root, a) for a in absences]
    codes = legend(content.methods, G.inner, small=True)
    reserve = codes.height + 1.0 + SMALL_NOTE.line
    pages = paginate(items, G.body_end - reserve - use.y - 1.0, G.room - codes.height - 2.0)
    for number, page in enumerate(pages):
        if number == 0:
            target, top = use.draft, use.y + 1.0
        else:
            target, top = sheet.page("Questions and judgement" if not together else "Knowledge by questioning"), G.body
            target.draws.append(_legend_drawer(content))
        target.draws.append(placed(page, top))
    draft = sheet.page("Judgement and signatures")
    if together:
        draft.draws.append(lambda surface: judgement.draw(surface, G.body))
        y = G.body + judgement.height
        for absence in absences:
            item = _absence_item(sheet.root, absence)
            draft.draws.append(placed([item], y))
            y += item.height
    else:
        draft.draws.append(lambda surface: judgement.draw_line(surface, G.body + 1))
    aside = (
        Run("All signatures below are on content hash ", NOTE),
        Run(short_hash(record.content_hash), NOTE.bold.black),
    )
    place_block(sheet, draft, rows, sheet.root, aside=aside)


def _legend_drawer(content: UnitContent) -> Callable[[Surface], None]:
    codes = legend(content.methods, G.inner, small=True)
    return lambda surface: codes.draw(surface, G.left, G.body_end - codes.height, None)


def _absence_item(root: Node, text: tuple[Run, ...]) -> Item:
    style = Style(size=9, leading=1.24)

    def draw(surface: Surface, y: float) -> None:
        draw_bar(surface, text, G.left, y, G.inner, root.add("P"), style)

    return Item(height=bar_height(text, G.inner, style) + 1.2, draw=draw)
