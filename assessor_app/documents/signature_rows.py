"""The rows of the signature block, measured once for the base page and for the appearances drawn over it.

What a row leaves free is known from here alone, so ticks and names land where the labels are. No row without a field
may look like one that has it: an exception replaces the manager's row.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assessor_app.documents.pdf.style import LABEL, NOTE, Face, Style
from assessor_app.documents.pdf.text import Block, Rich, Run, set_text
from assessor_app.documents.wording import is_external, recorded, sentence
from assessor_app.domain.judging import RecordedReason
from assessor_app.domain.people import Assessor
from assessor_app.domain.record import BaseRecord, Form, Signatory, UnitContent
from assessor_app.domain.roles import Declaration, Role

DECLARED = Style(size=9.5, leading=1.22)
ROLE = Style(Face.BOLD, 10, leading=1.12)
ROLE_NOTE = NOTE.led(1.18)
BOX = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Widths of a row's columns, and the least heights of rows."""

    who: float
    declaration: float
    ink: float
    details: float
    row: float
    iqa_row: float
    portrait: bool

    @property
    def field_width(self) -> float:
        """From the declaration to the right edge."""
        return self.declaration + (0 if self.portrait else self.ink) + self.details

    @property
    def ink_x(self) -> float:
        """Left edge of the ink column within the field."""
        return 0.0 if self.portrait else self.declaration

    @property
    def details_x(self) -> float:
        """Left edge of the details within the field."""
        return self.field_width - self.details


LAND_COLUMNS = Columns(who=40, declaration=65, ink=60, details=108, row=28.2, iqa_row=25.5, portrait=False)
PORT_COLUMNS = Columns(who=27, declaration=99, ink=99, details=50, row=36, iqa_row=36, portrait=True)


def columns_for(form: Form) -> Columns:
    """ERS lies, the other forms stand."""
    return LAND_COLUMNS if form is Form.ERS else PORT_COLUMNS


@dataclass(frozen=True, slots=True)
class Place:
    """Where a detail is printed within a field: its label, the width, and how many lines of 8 pt fit below it."""

    label: str
    x: float
    y: float
    width: float
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One declared sentence within the declaration column, its box if it has one."""

    y: float
    block: Block
    boxed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One signer's row. `role` is None where the row is an exception and nobody signs."""

    role: Role
    number: int
    filled: bool
    signs: bool
    title: Block
    note: Block
    statements: tuple[Statement, ...]
    height: float
    columns: Columns
    declaration: Declaration

    def boxes(self) -> tuple[tuple[float, float], ...]:
        """Top left corners of the tick boxes, within the field."""
        return tuple((2.0, s.y) for s in self.statements if s.boxed)

    @property
    def ink_place(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of the ink within the field."""
        c = self.columns
        wide, high = (52.0, 12.5) if c.portrait else (54.0, 16.0)
        return c.ink_x + 3, self.height - 6.6 - high, wide, high

    def places(self) -> dict[str, Place]:
        """Where each detail is printed within the field."""
        c = self.columns
        x = c.details_x + 2
        if c.portrait:
            return {
                "name": Place("Printed name", x, 1.1, 46, 1),
                "role": Place("Role, organisation", x, 8.5, 46, 2),
                "date": Place("Date", x, 19.9, 26, 1),
                "time": Place("Time", x + 27, 19.9, 19, 1),
                "identity": Place("Identity, how checked", x, 27.3, 46, 1),
            }
        pitch = min(7.4, (self.height - 4.5) / 3)
        top = 0.8 if self.height > 27 else 0.6
        right = x + 73
        last = 2 if self.height > 27 else 1
        return {
            "name": Place("Printed name", x, top, 70, 1),
            "date": Place("Date", right, top, 33, 1),
            "role": Place("Job title and role", x, top + pitch, 70, 1),
            "time": Place("Time", right, top + pitch, 33, 1),
            "organisation": Place("Organisation", x, top + 2 * pitch, 70, last),
            "identity": Place("Identity, how checked", right, top + 2 * pitch, 33, last),
        }


# -- planning --------------------------------------------------------------------------------------------------


def rows_of(record: BaseRecord) -> tuple[Row, ...]:
    """The rows of a frozen record, in signing order."""
    content = record.content
    exception = content.judgement.manager_exception if isinstance(content, UnitContent) else None
    return plan_rows(
        record.signatories, columns_for(record.form), assessor=content.assessor, exception=exception, form=record.form
    )


def plan_rows(
    signatories: Sequence[Signatory],
    columns: Columns,
    *,
    assessor: Assessor | None,
    exception: RecordedReason | None,
    form: Form,
    least: float | None = None,
    least_iqa: float | None = None,
) -> tuple[Row, ...]:
    """Measure the rows. With an exception the manager's row states it, and has no field."""
    ordered = sorted(signatories, key=lambda s: (s.role.rank, s.role is Role.MANAGER))
    if exception is not None and all(s.role is not Role.MANAGER for s in ordered):
        manager = Signatory(role=Role.MANAGER, declaration=Declaration(statements=()), required=False)
        ordered.insert(sum(s.role is Role.CANDIDATE for s in ordered), manager)
    roles = [s.role for s in ordered]
    rows = []
    for number, signatory in enumerate(ordered, start=1):
        excepted = exception if signatory.role is Role.MANAGER else None
        note = signatory.note or default_note(signatory, roles, assessor, form)
        rows.append(
            _row(signatory, number, columns, note, excepted, least_iqa if signatory.role is Role.IQA else least)
        )
    return tuple(rows)


def default_note(signatory: Signatory, roles: Sequence[Role], assessor: Assessor | None, form: Form) -> Rich:
    """What stands under the role's name where the record gives no note."""
    before = [n for n, role in enumerate(roles, start=1) if role.rank < Role.ASSESSOR.rank]
    match signatory.role:
        case Role.CANDIDATE:
            return (
                "In either order with the manager, both before the assessor"
                if len(before) > 1
                else ("Signs before the assessor")
            )
        case Role.MANAGER:
            if not signatory.required:
                return "If they sign: on or before the assessor\u2019s date"
            rest = " the assessor\u2019s date. Both statements"
            return (Run("On or before", ROLE_NOTE.bold.black), Run(rest, ROLE_NOTE))
        case Role.ASSESSOR:
            after = f"Signs only after {' and '.join(map(str, before))}" if before else ""
            if form is Form.OBSERVATION:
                return "Observed and wrote this record"
            if assessor is None:
                return after
            standing = "Peripatetic" if is_external(assessor) else "Workplace assessor"
            trained = "qualified" if assessor.qualified else "in training"
            return f"{standing}, {trained}. {after}"
        case Role.COUNTERSIGNER:
            return "Qualified assessor; after the assessor, who is in training"
        case Role.IQA:
            return "If sampled"


def _row(
    signatory: Signatory,
    number: int,
    columns: Columns,
    note: Rich,
    exception: RecordedReason | None,
    least: float | None,
) -> Row:
    who = columns.who - 5.4 - 1.8 - 2
    title = set_text(signatory.role.title, who, ROLE)
    note_block = set_text(note, who, ROLE_NOTE)
    declaration = signatory.declaration
    y = 1.1 + LABEL.line + 0.4
    statements: list[Statement] = []
    if exception is not None:
        width = columns.field_width - 4
        runs = (
            Run("No manager\u2019s signature, by the centre\u2019s written decision. ", DECLARED.bold),
            Run(f"{sentence(exception.text)} {recorded(exception)}", DECLARED),
        )
        block = set_text(runs, width, DECLARED)
        statements.append(Statement(y=1.1, block=block, boxed=False))
        y = 1.1 + block.height
        need = y + 1
    else:
        width = columns.declaration - 4
        if declaration.ticked:
            for text in declaration.statements:
                block = set_text(text, width - 5.6, DECLARED.led(1.2))
                statements.append(Statement(y=y + 0.4, block=block, boxed=True))
                y += max(block.height, BOX) + 1.1
        else:
            block = set_text(" ".join(declaration.statements), width, DECLARED)
            statements.append(Statement(y=y, block=block, boxed=False))
            y += block.height
        need = y + (LABEL.line + 0.3 + 12.5 + 6.6 if columns.portrait else 0.9)
    need = max(need, 1.7 + title.height + 0.8 + note_block.height + 0.8)
    floor = least or (columns.iqa_row if signatory.role is Role.IQA else columns.row)
    return Row(
        role=signatory.role,
        number=number,
        filled=signatory.required or exception is not None,
        signs=exception is None,
        title=title,
        note=note_block,
        statements=tuple(statements),
        height=max(floor, need),
        columns=columns,
        declaration=declaration,
    )


def field_roles(record: BaseRecord) -> tuple[Role, ...]:
    """Roles that have a signature field on the form, in signing order."""
    return tuple(row.role for row in rows_of(record) if row.signs)


def block_height(rows: Sequence[Row]) -> float:
    """Height of the block with its heading."""
    return 6.0 + sum(row.height for row in rows) + 0.4


def spoken(row: Row) -> str:
    """What a screen reader says of a field; names and dates live in the appearance."""
    statements = "; ".join(text.rstrip(".") for text in row.declaration.statements)
    kind = "Choose one" if row.declaration.choose_one else "Statements" if row.declaration.ticked else "Declaration"
    title = row.role.title[0].lower() + row.role.title[1:]
    return f"Signature of the {title}. {kind}: {statements}."
