"""The Candidate Evidence Checklist, A4 portrait: where each requirement is met, ticked by candidate and assessor.

A checklist with one row a criterion is a centre-made stand-in and says so, until the awarding body's own list of
evidence requirements is entered (domain.md section 2). An expired unit prints its recorded reason.
"""

from dataclasses import replace

from assessor_app.documents import common
from assessor_app.documents.flow import Item, deal_with_block, placed, total
from assessor_app.documents.identity import Cell, Identity
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import BODY, HAIR, NARRATIVE, NOTE, RULE, TABLE_HEAD, VALUE, Face, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Block, Rich, Run, set_text
from assessor_app.documents.sheet import PORTRAIT, Sheet, bar_height, draw_bar, draw_legend_foot
from assessor_app.documents.signature_rows import block_height, rows_of
from assessor_app.documents.signatures import place_block
from assessor_app.documents.stacking import heading_item, noted, text_items
from assessor_app.documents.wording import assessor_line, long_moment, recorded, sentence, stated
from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.judging import ChecklistRecord, ChecklistRow, Competence
from assessor_app.domain.people import Centre
from assessor_app.domain.record import BaseRecord, UnitContent
from assessor_app.domain.units import Criterion, Outcome, Unit

G = PORTRAIT
WIDTHS = (9.0, 60.0, 46.0, 15.0, 14.5, 31.5)
HEADS = ("No.", "Requirement: the candidate can \u2026", "Found at: page or file", "Candidate", "Assessor", "Comment")
LEAST_ROW, HAND_ROW = 18.0, 22.0
BOX = 4.4
ROW = Style(size=10, leading=1.24)
GAP_STYLE = Style(size=9.5, leading=1.24)


def render_checklist(record: BaseRecord) -> bytes:
    """The checklist as a tagged PDF with fields and record; the same record gives the same bytes."""
    content = record.content
    if not isinstance(content, UnitContent):
        raise TypeError("a checklist is made of one unit's content")
    unit = content.enrolment.unit
    middle = ", ".join(p for p in (unit.reference, f"unit {unit.number}" if unit.number else "") if p) or unit.name
    right: tuple[Rich, ...] = (
        Run(f"Version {record.version}", Style(Face.BOLD, 10.5)),
        Run(f"frozen {long_moment(record.frozen_at)}", Style()),
    )
    sheet = Sheet(G, common.furniture(record, middle=middle, right=right))
    rows = rows_of(record)
    table = ChecklistTable(sheet.root, unit, {row.number: row for row in content.judgement.checklist})
    top_items = _top(sheet, record, content)
    _lay_out(sheet, content, top_items, table.items(), _after(sheet.root, content), block_height(rows))
    place_block(sheet, sheet.drafts[-1], rows, sheet.root, aside=Run("Signing by both is house practice.", NOTE))
    return sheet.save(common.about(record, unit.name), record=canonical_json(record))


def _lay_out(
    sheet: Sheet, content: UnitContent, top: list[Item], items: list[Item], tail: list[Item], block: float
) -> None:
    """Top of page 1, the rows over pages, and room for the signatures on the last."""
    first = sheet.page("Candidate Evidence Checklist")
    legend_node = Node("Sect", parent=sheet.root, title="Method codes")
    legend_top = draw_legend_foot(sheet, content.methods, first, G.body_first_end, legend_node)
    legend_draw = first.draws.pop()
    start = G.body_first + total(top)
    pages = deal_with_block(items, tail, legend_top - start - 6, G.room - 6, block)
    first.draws.append(placed(top, G.body_first))
    for number, page in enumerate(pages):
        draft = first if number == 0 else sheet.page("Candidate Evidence Checklist")
        y = start if number == 0 else G.body
        draft.draws.append(placed(page, y))
        if number < len(pages) - 1:
            foot = y + total(page)
            note = f"The checklist goes on, on page {number + 2}."
            draft.draws.append(noted(foot, note))
    first.draws.append(lambda _: sheet.root.kids.append(legend_node))
    first.draws.append(legend_draw)


# -- top of page 1 ---------------------------------------------------------------------------------------------


def identity_rows(unit: Unit, content: UnitContent | None, centre: Centre | None = None) -> list[list[Cell]]:
    """The rows of the block; without content only what the unit gives."""
    candidate = content.candidate if content is not None else None

    def known(value: str | None) -> Rich:
        return "" if candidate is None else stated(value, absent="not entered")

    shown = content.centre if content is not None else centre
    place = ", ".join(p for p in (shown.name, shown.number) if p) if shown is not None else ""
    expiry = Run(f"{unit.expiry:%d/%m/%Y}", VALUE.bold) if unit.expiry else stated(None)
    return [
        [
            Cell("Candidate", candidate.name if candidate else "", 9, big=True),
            Cell("Registration number", known(candidate.registration if candidate else None), 7),
            Cell("ULN", known(candidate.uln if candidate else None), 8),
        ],
        [
            Cell("Unit", common.unit_title_runs(unit), 12),
            Cell("Unit number", stated(unit.number), 4),
            Cell("Ofqual reference", stated(unit.reference), 8),
        ],
        [
            Cell("Awarding body", stated(unit.awarding_body), 5),
            Cell("Level", stated(unit.level), 3),
            Cell("Credit", stated(unit.credit), 4),
            Cell("GLH", stated(unit.glh), 4),
            Cell("Unit expiry", expiry, 8),
        ],
        [
            Cell("Centre, number", stated(place, absent="not entered") if shown is not None else "", 9),
            Cell("Assessor", assessor_line(content.assessor) if content is not None else "", 7),
            Cell("Workplace", known(candidate.workplace if candidate else None), 8),
        ],
    ]


def _top(sheet: Sheet, record: BaseRecord, content: UnitContent) -> list[Item]:
    unit = content.enrolment.unit
    identity = Identity(identity_rows(unit, content), G.inner)
    items = [Item(height=identity.height, draw=lambda s, y: identity.draw(s, G.left, y, sheet.root))]
    if content.clock_note:
        items.append(bar_item(sheet.root, (Run(sentence(content.clock_note), BODY.bold),)))
    if common.is_expired(record, unit):
        items.append(panel_item(sheet.root, common.expiry_runs(unit, content.judgement.expiry_reason)))
    items += [
        stand_in_item(sheet.root),
        record_used_item(sheet.root, content.judgement.record_used),
        steps_item(sheet.root),
    ]
    return items


def panel_item(root: Node, text: tuple[Run, ...]) -> Item:
    """A framed notice."""
    block = set_text(text, G.inner - 4, Style(size=9, leading=1.25))

    def draw(surface: Surface, y: float) -> None:
        surface.box(G.left, y + 3, G.inner, block.height + 2.8, weight=0.75)
        with surface.tag(root.add("P")):
            surface.block(block, G.left + 2, y + 4.4)

    return Item(height=block.height + 5.8, draw=draw)


def bar_item(root: Node, text: tuple[Run, ...], gap: float = 2.6) -> Item:
    """A notice behind a bar."""

    def draw(surface: Surface, y: float) -> None:
        draw_bar(surface, text, G.left, y + gap, G.inner, root.add("P"), GAP_STYLE)

    return Item(height=gap + bar_height(text, G.inner, GAP_STYLE), draw=draw)


def stand_in_item(root: Node) -> Item:
    """That the list is the centre's own."""
    style = Style(size=9, leading=1.25)
    text = (
        Run("Centre-made stand-in. ", style.bold),
        Run(
            "One row for each criterion. The awarding body\u2019s own list of evidence requirements has not been "
            "entered, and this form does not replace it.",
            style,
        ),
    )
    return bar_item(root, text)


def record_used_item(root: Node, used: ChecklistRecord | None) -> Item:
    """Which record was used: a choice that is recorded. With None both boxes are empty."""

    def draw(surface: Surface, y: float) -> None:
        section = root.add("Sect", title="Which record was used")
        with surface.tag(section.add("H3")):
            surface.paragraph("Which record was used", G.left, y + 3.4, 60, Style(Face.BOLD, 9, leading=1.2))
        options = section.add("L")
        x = G.left + 77
        for choice in ChecklistRecord:
            entry = options.add("LI")
            ticked = used is choice
            with surface.figure(entry.add("Lbl").add("Span", actual="ticked: " if ticked else "not ticked: ")):
                surface.tick_box(x, y + 3.2, ticked=ticked)
            style = Style(Face.SEMIBOLD, 9, leading=1.2)
            with surface.tag(entry.add("LBody")):
                surface.paragraph(choice.value.replace("'", "\u2019"), x + 5, y + 3.3, 80, style)
            x += 28.5

    return Item(height=9.2, draw=draw)


def steps_item(root: Node) -> Item:
    """How the checklist is filled in."""
    steps = (
        (0.0, 66.0, "Candidate: write where each requirement is met, the page or the file."),
        (71.0, 42.0, "Candidate: tick it when you are sure."),
        (118.0, 58.0, "Assessor: look there, tick what you found, and comment."),
    )
    style = Style(size=9.5, leading=1.22)
    blocks = [
        set_text((Run(f"{n}  ", style.bold.at(10.5)), Run(text, style)), width, style)
        for n, (_, width, text) in enumerate(steps, start=1)
    ]
    height = max(b.height for b in blocks)

    def draw(surface: Surface, y: float) -> None:
        listed = root.add("L")
        for (x, width, _), block in zip(steps, blocks, strict=True):
            surface.rule(G.left + x, y + 1, G.left + x + width, y + 1, 0.5, RULE)
            with surface.tag(listed.add("LI").add("LBody")):
                surface.block(block, G.left + x, y + 2)

    return Item(height=height + 4.4, draw=draw)


# -- rows ------------------------------------------------------------------------------------------------------


class ChecklistTable:
    """The rows of all outcomes. The outcome's head stands again on each page it goes on to."""

    def __init__(self, root: Node, unit: Unit, rows: dict[str, ChecklistRow], *, pen: bool = False) -> None:
        """With `pen` rows are higher and empty boxes larger."""
        self._root, self._unit, self._rows, self._pen = root, unit, rows, pen

    def items(self) -> list[Item]:
        """Heads and rows in order; a head is kept with its first row."""
        items: list[Item] = []
        outcomes = [o for o in self._unit.outcomes if o.criteria]
        for count, outcome in enumerate(outcomes):
            section = Node("Sect", parent=self._root, title=f"Outcome {outcome.number}")
            table = Node("Table", parent=section)
            items.append(self._head(outcome, section, table, gap=0.0 if count == 0 else 3.0))
            again = self._head(outcome, None, None, gap=0.0)
            rows = [self._row(c, table, again) for c in outcome.criteria]
            items[-1] = replace(items[-1], wish=sum(r.height for r in rows))
            items += rows
        return items

    def _head(self, outcome: Outcome, section: Node | None, table: Node | None, *, gap: float) -> Item:
        style = Style(Face.BOLD, 10.5, leading=1.2)
        title = set_text(f"{outcome.number}  {outcome.text}", G.inner, style)
        heads_y = gap + 0.6 + title.height

        def draw(surface: Surface, y: float) -> None:
            if section is not None and table is not None:
                self._root.kids.append(section)
                with surface.tag(section.add("H2")):
                    surface.block(title, G.left, y + gap + 0.6)
                section.kids.append(table)
            else:
                with surface.tag(None):
                    surface.block(title, G.left, y + gap + 0.6)
            surface.rule(G.left, y + gap, G.left + G.inner, y + gap, 0.75)
            row = table.add("TR") if table is not None else None
            x = G.left
            head = TABLE_HEAD.at(8.5)
            for text, width in zip(HEADS, WIDTHS, strict=True):
                align = "centre" if text in ("Candidate", "Assessor") else "left"
                with surface.tag(row.add("TH", scope="Column") if row is not None else None):
                    surface.paragraph(
                        text, x, y + heads_y + 0.8, width + (0.5 if align == "left" else -0.6), head, align=align
                    )
                x += width
            surface.rule(G.left, y + heads_y + 5.4, G.left + G.inner, y + heads_y + 5.4, 1.25)

        return Item(height=heads_y + 5.6, draw=draw, keep=section is not None)

    def _row(self, criterion: Criterion, table: Node, again: Item) -> Item:
        row = self._rows.get(criterion.number, ChecklistRow(number=criterion.number))
        words = "\n".join((criterion.text, *(f"\u2022 {point}" for point in criterion.sub_points)))
        texts: tuple[Rich, ...] = (
            Run(criterion.number, ROW.bold),
            words,
            _found_runs(row.found_at),
            "",
            "",
            row.comment,
        )
        blocks = tuple(set_text(t, w - 2, ROW) for t, w in zip(texts, WIDTHS, strict=True))
        return self._piece(row, blocks, [], table, again)

    def _piece(self, row: ChecklistRow, blocks: tuple[Block, ...], cells: list[Node], table: Node, again: Item) -> Item:
        """The row, or what is left of one that is taller than a page; its boxes stand in the first part."""
        least = HAND_ROW if self._pen else LEAST_ROW
        height = max(least, max(b.height for b in blocks) + 2.6)

        def draw(surface: Surface, y: float) -> None:
            first = not cells
            if first:
                tr = table.add("TR")
                for count in range(len(WIDTHS)):
                    ticked = (row.candidate_tick, row.assessor_tick)[count - 3] if count in (3, 4) else None
                    said = "" if ticked is None else "ticked" if ticked else "not ticked"
                    cells.append(tr.add("TD", actual=said) if count else tr.add("TH", scope="Row"))
            x = G.left
            for count, (block, width) in enumerate(zip(blocks, WIDTHS, strict=True)):
                if count in (3, 4):
                    if first:
                        ticked = row.candidate_tick if count == 3 else row.assessor_tick
                        with surface.figure(cells[count]):
                            surface.tick_box(x + (width - BOX) / 2 + 0.5, y + 1.4, BOX, ticked=ticked)
                else:
                    with surface.tag(cells[count]):
                        surface.block(block, x, y + 1.2)
                x += width
            surface.rule(G.left, y + height, G.left + G.inner, y + height, 0.4, HAIR)

        def cut(room: float) -> tuple[Item, Item] | None:
            lines = int((room - 2.6) / ROW.line)
            if lines < 4:
                return None
            parts = [b.cut(lines * b.leading) if len(b.lines) > lines else (b, replace(b, lines=())) for b in blocks]
            if not any(rest.lines for _, rest in parts):
                return None
            tops, rests = tuple(top for top, _ in parts), tuple(rest for _, rest in parts)
            return self._piece(row, tops, cells, table, again), self._piece(row, rests, cells, table, again)

        return Item(height=height, draw=draw, repeat=again, cut=cut)


def _found_runs(text: str) -> Rich:
    head, colon, rest = text.partition(":")
    if colon and head.casefold() == "held in the workplace":
        return (Run(f"{head}:", ROW.bold), Run(rest, ROW))
    return text


# -- after the rows --------------------------------------------------------------------------------------------


def _gap_runs(content: UnitContent) -> tuple[Run, ...]:
    rows = {row.number: row for row in content.judgement.checklist}
    numbers = [c.number for c in content.enrolment.unit.criteria]
    style = GAP_STYLE
    blank = ChecklistRow(number="")
    missing = [
        (what, [n for n in numbers if not test(rows.get(n, blank))])
        for what, test in (
            ("no place given", lambda r: bool(r.found_at.strip())),
            ("not ticked by the candidate", lambda r: r.candidate_tick),
            ("not ticked by the assessor", lambda r: r.assessor_tick),
        )
    ]
    words = [f"{what}: {', '.join(which)}" for what, which in missing if which]
    if not words:
        text = f" {len(numbers)} of {len(numbers)} requirements found, ticked by candidate and assessor."
        return (Run("Gaps: none.", style.bold), Run(text, style))
    text = "; ".join(words)
    return (Run("Gaps. ", style.bold), Run(f"{text[:1].upper()}{text[1:]}.", style))


def _after(root: Node, content: UnitContent) -> list[Item]:
    judgement = content.judgement
    items = [bar_item(root, _gap_runs(content))]
    for absence in content.absences:
        items.append(bar_item(root, common.absence_runs(absence, GAP_STYLE)))
    if content.enrolment.unit.regime is None and content.enrolment.regime_decided is not None:
        decided = content.enrolment.regime_decided
        text = (
            Run("How this unit is signed off was decided by the centre. ", GAP_STYLE.bold),
            Run(f"{sentence(decided.text)} {recorded(decided)}", GAP_STYLE),
        )
        items.append(bar_item(root, text))
    word = {Competence.COMPETENT: "Competent", Competence.NOT_YET: "Not yet competent", None: "Not decided"}
    when = f", {long_moment(judgement.at)}" if judgement.at else ""
    decided_words = f"{word[judgement.competence]}. Decided by {content.assessor.name}{when}."
    regime = content.enrolment.effective_regime
    if regime is not None and regime.quality_assurance is not None:
        how = "Internally assessed" if regime.internally_assessed else "Not internally assessed"
        decided_words += f" {how}, {regime.quality_assurance.value}."
    sections = [("Judgement", f"{decided_words} {judgement.text}".strip())]
    actions = [f"{a.text}{f', {a.who}' if a.who else ''}{f', by {a.by}' if a.by else ''}" for a in judgement.actions]
    feedback = "\n".join([judgement.feedback or "No feedback recorded.", *(f"Next: {sentence(a)}" for a in actions)])
    sections.append(("Feedback and next step", feedback))
    for title, text_of in sections:
        section = Node("Sect", parent=root, title=title)
        items.append(heading_item(title, root, section, G.left, G.inner))
        items += text_items(text_of, section, G.left, G.inner, NARRATIVE)
    return items
