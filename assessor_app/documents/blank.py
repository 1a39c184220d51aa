"""Forms to be filled in by hand: the same order, larger rows, no document id and no signature fields.

What the unit gives is printed; everything else is a line to write on. A sheet signed by hand is entered later with its
dates as written, and the order of its signatures is then declared, not proven.
"""

from datetime import UTC, datetime
from uuid import UUID

from assessor_app.documents.checklist import (
    ChecklistTable,
    record_used_item,
    stand_in_item,
    steps_item,
)
from assessor_app.documents.checklist import identity_rows as checklist_identity
from assessor_app.documents.criteria import Panel
from assessor_app.documents.ers import criteria_pages, grid_pages, identity_rows, unit_sentences
from assessor_app.documents.flow import Item, paginate, placed, total
from assessor_app.documents.grid_plan import divide
from assessor_app.documents.identity import Identity
from assessor_app.documents.pdf.metadata import About
from assessor_app.documents.pdf.structure import Node
from assessor_app.documents.pdf.style import BODY, FOOT, HAIR, NOTE, RULE, SECTION, TABLE_HEAD, Face, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Run
from assessor_app.documents.sheet import (
    LANDSCAPE,
    PORTRAIT,
    Furniture,
    Geometry,
    Sheet,
    approval_runs,
    draw_legend_foot,
)
from assessor_app.documents.signature_rows import LAND_COLUMNS, PORT_COLUMNS, Columns, Row, block_height, plan_rows
from assessor_app.documents.signatures import draw_block
from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.evidence import NEUTRAL_METHODS, VARCS_WORDS, Method
from assessor_app.domain.judging import Enrolment, Judgement
from assessor_app.domain.people import Assessor, Candidate, Centre
from assessor_app.domain.record import Form, Signatory, UnitContent
from assessor_app.domain.roles import UNIT_DECLARATIONS, Role
from assessor_app.domain.units import ManagerRule, RecordForm, Unit

NOBODY = UUID(int=0)
EDITION_DAY = datetime(2026, 1, 1, tzinfo=UTC)
PEN_CELL = 11.6
PEN_ROW, PEN_IQA_ROW = 37.0, 28.0
BOX = Style(Face.SEMIBOLD, 10, leading=1.2)
WRITE_NOTE = (
    "Write a method code in each cell that the item proves. Kept in the workplace: write where, by whom, and seen on. "
    "Conf.: ring yes or no. VARCS: tick valid, authentic, reliable, current, sufficient."
)


def render_blank(
    unit: Unit, centre: Centre | None = None, *, methods: tuple[Method, ...] = NEUTRAL_METHODS, form: Form | None = None
) -> bytes:
    """The blank form of the unit: by its regime, or the one asked for. The same unit gives the same bytes."""
    chosen = form or _form_of(unit)
    if chosen is Form.CHECKLIST:
        return _blank_checklist(unit, centre, methods)
    return _blank_ers(unit, centre, methods)


def _form_of(unit: Unit) -> Form:
    regime = unit.regime
    return Form.CHECKLIST if regime is not None and regime.record_form is RecordForm.CHECKLIST else Form.ERS


def _furniture(unit: Unit, form: Form, middle: str) -> Furniture:
    line = "_" * (48 if form is Form.ERS else 24)
    return Furniture(
        title=form.title,
        right=(Run("Blank form, to be filled in by hand", Style(Face.BOLD, 10.5)),),
        middle=middle,
        candidate="",
        foot=(
            (Run(f"Blank form. Document number, given by the program when the sheet is entered: {line}", FOOT),),
            approval_runs(form.edition_name, None, form is Form.CHECKLIST),
            (
                Run(
                    "Use black ink. Strike an error out with one line and initial it; no correction fluid. "
                    "Fill in the top of every sheet first.",
                    FOOT,
                ),
            ),
        ),
        qr_text=f"ASR:{form.value}:BLANK:{unit.edition[:16]}".upper(),
        qr_alt=f"QR code: blank {form.title}",
    )


def _about(unit: Unit, form: Form) -> About:
    return About(
        title=f"{form.title}, blank: {unit.name}",
        author="Assessor",
        subject=f"{form.title} to be filled in by hand",
        created=EDITION_DAY,
        identifier=f"urn:assessor:blank:{form.value.lower()}:{unit.edition[:16]}",
    )


def _empty_content(unit: Unit, centre: Centre | None, methods: tuple[Method, ...]) -> UnitContent:
    """A content with nobody in it, so that the grid can be measured by the same code."""
    return UnitContent(
        candidate=Candidate(id=NOBODY, name=""),
        assessor=Assessor(name=""),
        centre=centre or Centre(name=""),
        enrolment=Enrolment(id=NOBODY, candidate=NOBODY, unit=unit, position=0, letter="A"),
        evidence=(),
        decisions=(),
        questions=(),
        judgement=Judgement(),
        methods=methods,
    )


def _rows(unit: Unit, columns: Columns, form: Form) -> tuple[Row, ...]:
    rule = unit.regime.manager_signature if unit.regime is not None else ManagerRule.NEVER
    notes = {
        Role.MANAGER: {
            ManagerRule.WHEN_EXTERNAL: "Required where the assessor is external or peripatetic. On or before the "
            "assessor\u2019s date. Tick both statements",
            ManagerRule.ALWAYS: "On or before the assessor\u2019s date. Tick both statements",
        }.get(rule, ""),
        Role.IQA: "If sampled",
    }
    roles = [Role.CANDIDATE, Role.ASSESSOR, Role.IQA]
    if rule is not ManagerRule.NEVER:
        roles.insert(1, Role.MANAGER)
    signatories = [
        Signatory(
            role=role, declaration=UNIT_DECLARATIONS[role], required=role is not Role.IQA, note=notes.get(role, "")
        )
        for role in roles
    ]
    return plan_rows(
        signatories, columns, assessor=None, exception=None, form=form, least=PEN_ROW, least_iqa=PEN_IQA_ROW
    )


# -- evidence record sheet -------------------------------------------------------------------------------------


def _blank_ers(unit: Unit, centre: Centre | None, methods: tuple[Method, ...]) -> bytes:
    g = LANDSCAPE
    sheet = Sheet(g, _furniture(unit, Form.ERS, unit.title or unit.name))
    content = _empty_content(unit, centre, methods)
    draft = sheet.page("The criteria")
    identity = Identity(identity_rows(unit, None, centre), g.inner, least=PEN_CELL)
    draft.draws.append(lambda surface: identity.draw(surface, g.left, g.body_first, sheet.root))
    panels = [
        Panel(title="Signatures this sheet requires", text=_required(unit), framed=True),
        Panel(title="This unit", text=" ".join(unit_sentences(unit, None)), framed=False),
    ]
    criteria_pages(sheet, draft, unit, panels, g.body_first + identity.height, methods, style=BODY.at(9))
    count = 8 if len(divide(unit.outcomes)) == 1 else 16
    grid_pages(sheet, content, pen_rows=[f"E{n}" for n in range(1, count + 1)], note=WRITE_NOTE)
    draft = sheet.page("Questions, judgement, feedback")
    draft.draws.append(lambda surface: _questions(surface, g, sheet.root))
    draft.draws.append(lambda surface: _judgement(surface, g, sheet.root))
    _signature_page(sheet, _rows(unit, LAND_COLUMNS, Form.ERS))
    return sheet.save(_about(unit, Form.ERS), seed=canonical_json(unit) + canonical_json(centre))


def _required(unit: Unit) -> tuple[Run, ...]:
    plain = BODY.led(1.2)
    rule = unit.regime.manager_signature if unit.regime is not None else ManagerRule.NEVER
    if rule is ManagerRule.NEVER:
        return (Run("candidate; assessor.", plain),)
    when = "Where the assessor is external or peripatetic, the" if rule is ManagerRule.WHEN_EXTERNAL else "The"
    source = f" ({unit.regime.source.rstrip('.')})" if unit.regime is not None and unit.regime.source else ""
    return (
        Run("candidate; ", plain),
        Run("line manager or owner/manager", plain.bold),
        Run(f"; assessor. {when} line manager or the owner/manager confirms both involvement and competence, ", plain),
        Run("on or before", plain.bold),
        Run(f" the assessor\u2019s signature and date{source}.", plain),
    )


def _heading(surface: Surface, root: Node, text: str, x: float, y: float) -> Node:
    section = root.add("Sect", title=text)
    with surface.tag(section.add("H2")):
        surface.paragraph(text, x, y, 120, SECTION)
    return section


def _ruled_table(
    surface: Surface,
    section: Node,
    x: float,
    y: float,
    columns: tuple[tuple[str, float], ...],
    rows: int,
    height: float,
) -> float:
    """An empty table to write in; returns where it ends."""
    width = sum(w for _, w in columns)
    table = section.add("Table")
    surface.rule(x, y, x + width, y, 1.0)
    head = table.add("TR")
    end = y + 5 + rows * height
    at = x
    for count, (text, wide) in enumerate(columns):
        with surface.tag(head.add("TH", scope="Column")):
            surface.paragraph(text, at + (1.6 if count else 0), y + 0.8, wide, TABLE_HEAD)
        if count:
            surface.rule(at, y, at, end, 0.35, HAIR)
        at += wide
    surface.rule(x, y + 5, x + width, y + 5, 0.75)
    for row in range(1, rows + 1):
        line = table.add("TR")
        for _ in columns:
            line.add("TD")
        surface.rule(x, y + 5 + row * height, x + width, y + 5 + row * height, 0.4, HAIR)
    surface.rule(x, end, x + width, end, 1.0)
    return end


def _questions(surface: Surface, g: Geometry, root: Node) -> None:
    section = _heading(surface, root, "Knowledge by questioning", g.left, g.body + 0.4)
    columns = (
        ("Criterion", 16.0),
        ("Question asked", 88.0),
        ("Answer given", 117.0),
        ("Oral or written", 30.0),
        ("Met, not yet", 22.0),
    )
    end = _ruled_table(surface, section, g.left, g.body + 6.4, columns, 5, 12.4)
    style = Style(size=10, leading=1.24)
    words = (
        Run("Gaps", style.bold),
        Run("  criteria not covered; write \u201cnone\u201d before anyone signs", NOTE.at(9)),
    )
    with surface.tag(section.add("P")):
        surface.paragraph(words, g.left + 3.5, end + 3.5, 120, style)
    surface.bar(g.left, end + 3, 1.06, 5.4)
    surface.rule(g.left + 93, end + 8, g.left + g.inner, end + 8, 0.5, RULE)


def _judgement(surface: Surface, g: Geometry, root: Node) -> None:
    y = g.body + 90.5
    section = _heading(surface, root, "Judgement", g.left, y)
    at = y + 7
    for text in ("Competent", "Not yet competent", *(word.capitalize() for word in VARCS_WORDS)):
        if text == "Valid":
            at += 1.0
        surface.tick_box(g.left, at)
        with surface.tag(section.add("P")):
            surface.paragraph(text, g.left + 5, at - 0.3, 60, BOX if at < y + 18 else BOX.at(9.5))
        at += 7.2 if text.endswith("ompetent") else 5.9
    x = g.left + 72
    _heading(surface, root, "Feedback to the candidate", x, y)
    for line in range(7):
        surface.rule(x, y + 14 + line * 8.4, x + 99, y + 14 + line * 8.4, 0.5, RULE)
    x = g.left + 177
    section = _heading(surface, root, "Action plan", x, y)
    _ruled_table(surface, section, x, y + 6, (("Action", 54.0), ("Who", 22.0), ("By", 20.0)), 4, 13)


def _signature_page(sheet: Sheet, rows: tuple[Row, ...]) -> None:
    g = sheet.geometry
    draft = sheet.page("Signatures")

    def draw(surface: Surface) -> None:
        aside = "Fill in from top to bottom. Nobody signs for somebody else."
        draw_block(surface, rows, g.left, g.body + 0.4, sheet.root, aside=Run(aside, NOTE), pen=True)
        note = (
            "A sheet signed on paper is entered in the program with its dates as written and its scan attached. "
            "The order of its signatures is then printed as \u201cdeclared, not proven\u201d."
        )
        with surface.tag(sheet.root.add("P")):
            surface.paragraph(note, g.left, g.body + 1.4 + block_height(rows), g.inner, NOTE)

    draft.draws.append(draw)


# -- checklist -------------------------------------------------------------------------------------------------


def _blank_checklist(unit: Unit, centre: Centre | None, methods: tuple[Method, ...]) -> bytes:
    g = PORTRAIT
    middle = ", ".join(p for p in (unit.reference, f"unit {unit.number}" if unit.number else "") if p) or unit.name
    sheet = Sheet(g, _furniture(unit, Form.CHECKLIST, middle))
    first = sheet.page("Candidate Evidence Checklist")
    identity = Identity(checklist_identity(unit, None, centre), g.inner, least=PEN_CELL)
    top = [
        Item(height=identity.height, draw=lambda s, y: identity.draw(s, g.left, y, sheet.root)),
        stand_in_item(sheet.root),
        record_used_item(sheet.root, None),
        steps_item(sheet.root),
    ]
    node = Node("Sect", parent=sheet.root, title="Method codes")
    legend_top = draw_legend_foot(sheet, methods, first, g.body_first_end, node)
    legend_draw = first.draws.pop()
    start = g.body_first + total(top)
    first.draws.append(placed(top, g.body_first))
    pages = paginate(ChecklistTable(sheet.root, unit, {}, pen=True).items(), legend_top - start - 2, g.room)
    for number, page in enumerate(pages):
        draft, y = (first, start) if number == 0 else (sheet.page("Candidate Evidence Checklist"), g.body)
        draft.draws.append(placed(page, y))
    _signature_page(sheet, _rows(unit, PORT_COLUMNS, Form.CHECKLIST))
    first.draws.append(lambda _: sheet.root.kids.append(node))
    first.draws.append(legend_draw)
    return sheet.save(_about(unit, Form.CHECKLIST), seed=canonical_json(unit) + canonical_json(centre))
