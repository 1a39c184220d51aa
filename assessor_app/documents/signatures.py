"""The signature block as drawn on the base page, and the fields made for it.

Declarations, empty boxes and labels are signed by all; what is known only at signing is drawn by `appearance` into the
same places. "Not sampled yet" is no text of the page but the empty appearance of the field, and vanishes when signed.
"""

from collections.abc import Sequence

from assessor_app.documents.pdf.fields import SignatureField
from assessor_app.documents.pdf.structure import Node, WidgetRef
from assessor_app.documents.pdf.style import BLACK, HAIR, LABEL, NOTE, SECTION, WHITE, Face, Style
from assessor_app.documents.pdf.surface import Surface
from assessor_app.documents.pdf.text import Rich, width_mm
from assessor_app.documents.sheet import Draft, Sheet
from assessor_app.documents.signature_rows import BOX, Place, Row, block_height, spoken
from assessor_app.domain.roles import Role

NOT_SAMPLED = "Not sampled yet"


def draw_block(
    surface: Surface,
    rows: Sequence[Row],
    x: float,
    y: float,
    parent: Node,
    *,
    aside: Rich,
    pen: bool = False,
    forms: list[Node] | None = None,
) -> None:
    """Draw heading and rows; adds each signer's Form node to `forms`."""
    columns = rows[0].columns
    width = columns.who + columns.field_width
    section = parent.add("Sect", title="Signatures")
    with surface.tag(section.add("H2")):
        surface.paragraph("Signatures, in the order of signing", x, y, width, SECTION)
    with surface.tag(section.add("P")):
        surface.paragraph(aside, x, y + 0.7, width, NOTE, align="right")
    y += 6.0
    surface.rule(x, y, x + width, y, 1.5)
    for row in rows:
        _draw_row(surface, row, x, y, section, pen=pen, forms=forms)
        y += row.height
        surface.rule(x, y, x + width, y, 0.75)


def _draw_row(
    surface: Surface, row: Row, x: float, y: float, section: Node, *, pen: bool, forms: list[Node] | None
) -> None:
    c = row.columns
    signer = section.add("Sect", title=row.role.title)
    _number(surface, row, x, y + 1.1)
    heading = signer.add("H3")
    with surface.tag(heading):
        surface.block(row.title, x + 7.2, y + 1.7)
    if row.note.lines:
        with surface.tag(signer.add("P")):
            surface.block(row.note, x + 7.2, y + 1.7 + row.title.height + 0.8)
    left = x + c.who
    foot = y + row.height
    surface.rule(left, y, left, foot, 0.4, HAIR)
    if not row.signs:
        with surface.tag(signer.add("P")):
            surface.block(row.statements[0].block, left + 2, y + row.statements[0].y)
        return
    with surface.tag(signer.add("P")):
        label = "Declaration" if pen else "Declaration, as shown to the signer"
        surface.paragraph(label, left + 2, y + 1.1, c.declaration - 4, LABEL)
    statements = signer.add("L") if row.declaration.ticked else None
    for statement in row.statements:
        if statements is not None:
            surface.box(left + 2, y + statement.y, BOX, BOX, weight=0.9)
            body = statements.add("LI").add("LBody")
            with surface.tag(body):
                surface.block(statement.block, left + 7.6, y + statement.y - 0.4)
        else:
            with surface.tag(signer.add("P")):
                surface.block(statement.block, left + 2, y + statement.y)
    ink_y = row.ink_place[1]
    label_y = y + ink_y - LABEL.line - 0.2 if c.portrait else y + 1.1
    line_y = foot - (4 if pen else 6.6)
    with surface.tag(signer.add("P")):
        surface.paragraph("Signature", left + c.ink_x + 2, label_y, 40, LABEL)
    surface.rule(left + c.ink_x + 2, line_y, left + c.ink_x + c.ink - (6 if c.portrait else 3), line_y, 0.75)
    if not c.portrait:
        surface.rule(left + c.ink_x, y, left + c.ink_x, foot, 0.4, HAIR)
    detail_foot = foot if pen or c.portrait else foot - 4.6
    surface.rule(left + c.details_x, y, left + c.details_x, detail_foot, 0.4, HAIR)
    details = _pen_places(row) if pen else row.places()
    for place in details.values():
        with surface.tag(signer.add("P")):
            surface.paragraph(place.label, left + place.x, y + place.y, place.width, LABEL)
        if pen:
            rule_y = y + place.y + 10.0
            surface.rule(left + place.x, rule_y, left + place.x + place.width, rule_y, 0.5, HAIR)
    if forms is not None:
        forms.append(signer.add("Form", alt=spoken(row)))


def _pen_places(row: Row) -> dict[str, Place]:
    """The same details with lines to write on; a low row leaves the last pair out."""
    c = row.columns
    x = c.details_x + 2
    if c.portrait:
        names = (
            ("Printed name", 46.0, 0.0),
            ("Role, organisation", 46.0, 0.0),
            ("Date", 26.0, 0.0),
            ("Time", 18.0, 28.0),
        )
        rows_y = (1.1, 12.0, 22.9, 22.9)
        return {n: Place(n, x + shift, y, w, 1) for (n, w, shift), y in zip(names, rows_y, strict=True)}
    pairs = (
        ("Printed name", "Date (day, month, year)"),
        ("Job title and role", "Time"),
        ("Organisation", "Identity, how checked"),
    )
    fitting = pairs[: int((row.height - 1) / 11)]
    found = {}
    for count, (one, other) in enumerate(fitting):
        y = 1.1 + count * 11
        found[one] = Place(one, x, y, 70, 1)
        found[other] = Place(other, x + 73, y, 33, 1)
    return found


def _number(surface: Surface, row: Row, x: float, y: float) -> None:
    size = 5.4
    fill = BLACK if row.filled else WHITE
    surface.box(x, y, size, size, weight=1.0, radius=size / 2, fill=fill)
    style = Style(Face.BOLD, 10, WHITE if row.filled else BLACK)
    text = str(row.number)
    with surface.tag(None):
        surface.text(x + (size - width_mm(text, style)) / 2, y + size / 2 + 1.2, text, style)


def place_block(
    sheet: Sheet, draft: Draft, rows: Sequence[Row], parent: Node, *, aside: Rich, below: float | None = None
) -> float:
    """Put the block at the bottom of the page (or below a line) and make its fields; returns its top."""
    g = sheet.geometry
    top = g.body_end - block_height(rows) if below is None else below
    page = len(sheet.drafts) - 1
    forms: list[Node] = []

    def draw(surface: Surface) -> None:
        draw_block(surface, rows, g.left, top, parent, aside=aside, forms=forms)
        for order, node in enumerate(forms):
            node.kids.append(WidgetRef(order))

    draft.draws.append(draw)
    y = top + 6.0
    for row in rows:
        if row.signs:
            sheet.fields.append(
                SignatureField(
                    role=row.role,
                    page=page,
                    x=g.left + row.columns.who,
                    y=y,
                    width=row.columns.field_width,
                    height=row.height,
                    spoken=spoken(row),
                    empty_text=NOT_SAMPLED if row.role is Role.IQA else "",
                    empty_x=row.columns.ink_x + 2,
                    empty_baseline=row.height - 11.5,
                )
            )
        y += row.height
    return top
