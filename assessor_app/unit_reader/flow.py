"""Rows of cells become one flow of fragments, each with the role of its column: outcome, criteria, other, or free text.

Roles come from what stands in the cells (a criterion number) before what stands above them (a heading), because cell
counts change from row to row in real documents. A matrix whose columns are outcomes is read column by column.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby, pairwise

from assessor_app.unit_reader.layout import Cell, Row, squeeze
from assessor_app.unit_reader.marks import is_section, outcome_mark
from assessor_app.unit_reader.number_cells import BARE, columns_of_letters, dotted_cells, merged_cells
from assessor_app.unit_reader.verbs import begins_with_verb
from assessor_app.unit_reader.words import (
    BOILERPLATE,
    BOILERPLATE_LEAD,
    CRITERIA_HEADER,
    KNOWLEDGE_HEADER,
    OTHER_HEADER,
    OUTCOME_HEADER,
    OUTCOME_STARTS,
    SKILLS_HEADER,
)


class Role(Enum):
    """What a column of a table holds."""

    FREE = "free"
    OUTCOME = "outcome"
    CRITERIA = "criteria"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frag:
    """A line in the flow. `gap`: first of its cell or paragraph; `row` and `lane` tell cells apart."""

    text: str
    pieces: tuple[int, ...]
    page: int
    role: Role
    row: int
    lane: int = 0
    table: int = 0
    gap: bool = False
    wrapped: bool = False
    heading: int = 0
    breaks: bool = False  # a heading such as "Candidates must know:" stood before it and was left out
    doubt: str = ""


_HEADING_WORDS = frozenset(
    """learning outcome outcomes the a learner learners candidate candidates you will can must should be able to
    assessment criteria criterion evidence reference ref type date initials guidance page number and of""".split()  # noqa: SIM905
)
_WILL = re.compile(r"(?:the\s+)?(?:learners?|candidates?|students?|you)\s+(?:will|should)\s*:?", re.IGNORECASE)
_MUST = re.compile(
    r"(?:the\s+)?(?:learners?|candidates?|students?|you)\s+(?:will|must|should|need\s+to)(?:\s+be\s+able\s+to)?\s*:?|elements?",
    re.IGNORECASE,
)
_CAN = re.compile(r"(?:the\s+)?(?:learners?|candidates?|students?|you|i)\s+can\s*:?", re.IGNORECASE)
_GRADED = re.compile(r"[PMDKS]\d{1,2}\b")
_FIRST = re.compile(r"\(?(?:a[.)]|1[.)]|P1\b|(?:AC\s?)?\d{1,2}\.1\b)", re.IGNORECASE)
_OUTCOME = re.compile(r"(?:be able to|understand|know)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\d{1,2}[.):]?\s+)?(?:(?:the\s+)?(?:learner|candidate|student)s?\s+will\s+)?(?:be able to|understand|know)\b",
    re.IGNORECASE,
)
_KNOWING = re.compile(r"\b(?:know|understand)", re.IGNORECASE)
_BARE_BULLET = re.compile(r"[•▪●◦○■►‣⁃·]")
_LONE = re.compile(r"(?:LO|Outcome|Learning outcome)?\s?[1-9][.):]?", re.IGNORECASE)
_DOTTED = re.compile(r"(?:AC\s?)?(?:\d{1,4}\.)?\d{1,2}\.\d{1,2}(?![\d%])")
_CRITERION = re.compile(r"(?:assessment\s+)?criterion\s*\d", re.IGNORECASE)
_SHORT = 70


_NUMBER_HEADER = re.compile(r"(?:no|nos|number|ref)\.?|#", re.IGNORECASE)


def flow(rows: Sequence[Row]) -> list[Frag]:
    """All fragments in reading order; rows keep their index in `rows`."""
    frags: list[Frag] = []
    known: dict[int, Role] = {}  # from the last heading row; tables of the same width go on with it
    content: dict[int, Role] = {}  # from the cells themselves, where there was no heading
    width = 0
    numbered = list(enumerate(rows))
    for table, group in groupby(numbered, key=lambda pair: pair[1].table):
        part = list(group)
        if not table:
            for index, row in part:
                frags += _emit(index, row, [Role.FREE] * len(row.cells))
            continue
        lettered = columns_of_letters(part)
        part = [
            (index, replace(row, cells=tuple(merged_cells(dotted_cells(row.cells, lettered))))) for index, row in part
        ]
        columns = max((c.column for _, row in part for c in row.cells), default=0)
        used = max((c for c, r in known.items() if r is Role.CRITERIA), default=width)
        if columns != width and not (used <= columns < width and part[0][1].wrapped):
            known, content, width = {}, {}, columns
        headed = False
        if (turned := _matrix(part)) is not None:
            frags += turned
            continue
        for k, (index, row) in enumerate(part):
            goes_on = row.wrapped and not any(line.gap for cell in row.cells for line in cell.lines)
            header = header_roles(row) if headed or not goes_on else {}
            if headed and goes_on and not header and set(re.findall(r"\w+", row.text.casefold())) <= _HEADING_WORDS:
                continue  # the heading's own second line
            if header:
                known = {**header, **known} if headed and row.wrapped else header
                headed, content = True, {}
                named = tuple(c for c in row.cells if header.get(c.column) is not Role.OTHER)
                frags += _emit(index, replace(row, cells=named), [Role.OTHER] * len(named), header=True)
                continue
            headed = False
            roles = _roles(row, known or content)
            told = (known or content).values()
            if (
                Role.CRITERIA in told
                and Role.OUTCOME not in told
                and _is_banner(row, known, columns, squeeze(part[k + 1][1].text) if k + 1 < len(part) else "")
            ):
                roles = [Role.OUTCOME]
            if not known and Role.CRITERIA in roles:
                content |= {c.column: r for c, r in zip(row.cells, roles, strict=True) if r is not Role.FREE}
            frags += _emit(index, row, roles)
    return _tidied(_with_whole_labels(frags))


def _with_whole_labels(frags: list[Frag]) -> list[Frag]:
    """`Learning` and `outcome 1: ...` on two lines of a narrow column, as one line."""
    whole: list[Frag] = []
    waiting: int | None = None
    for frag in frags:
        if waiting is not None and frag.role is Role.OUTCOME and frag.lane == whole[waiting].lane:
            first = whole[waiting]
            text = f"{first.text} {frag.text}"
            whole[waiting] = replace(first, text=text, pieces=first.pieces + frag.pieces, gap=True)
            waiting = None
            continue
        if frag.role is Role.OUTCOME and frag.wrapped and frag.text.casefold() == "learning":
            waiting = len(whole)
        whole.append(frag)
    return whole


def _tidied(frags: list[Frag]) -> list[Frag]:
    """An outcome's number that stands alone on its line is joined with the words below it.

    What was left of a heading such as `Candidates must know:` becomes a mark on the line behind it.
    """
    joined: list[Frag] = []
    breaks = bullet = False
    for frag in frags:
        if not frag.text:
            breaks = True
            continue
        if _BARE_BULLET.fullmatch(frag.text):
            bullet = True
            continue
        if bullet and frag.text[0].isalpha():
            frag = replace(frag, text=f"• {frag.text}", gap=True)
        bullet = False
        frag = replace(frag, breaks=True, gap=True) if breaks else frag
        breaks = False
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.role is frag.role
            and (
                frag.role is Role.FREE
                or (frag.role is Role.OUTCOME and (before.row, before.lane) == (frag.row, frag.lane))
            )
            and _LONE.fullmatch(before.text) is not None
            and (re.match(r"[A-Z][a-z]", frag.text) is not None or OUTCOME_STARTS.match(frag.text) is not None)
        ):
            text = f"{before.text} {frag.text}"
            joined[-1] = replace(before, text=text, pieces=before.pieces + frag.pieces, gap=True)
        else:
            joined.append(frag)
    return joined


def header_roles(row: Row) -> dict[int, Role]:
    """The roles that a heading row gives its columns; empty where the row is none."""
    cells = [(c, squeeze(c.text)) for c in row.cells if c.text.strip()]
    if not cells or any(len(t) > _SHORT for _, t in cells):
        return {}
    if any(_DOTTED.match(t) or _CRITERION.match(t) for _, t in cells) or (len(cells) == 1 and is_section(cells[0][1])):
        return {}
    roles: dict[int, Role] = {}
    for cell, text in cells:
        if (
            OUTCOME_HEADER.match(text)
            or (text.casefold() == "learning" and any(CRITERIA_HEADER.match(t) for _, t in cells))
        ) and not _is_marked_outcome(text):
            roles[cell.column] = Role.OUTCOME
        elif CRITERIA_HEADER.match(text) or (len(cells) > 1 and _CAN.fullmatch(text)):
            roles[cell.column] = Role.CRITERIA
        elif (len(cells) > 1 and _WILL.fullmatch(text)) or (
            _MUST.fullmatch(text) and any(CRITERIA_HEADER.match(t) for _, t in cells if t != text)
        ):
            roles[cell.column] = Role.OUTCOME
        elif OTHER_HEADER.match(text):
            roles[cell.column] = Role.OTHER
        elif SKILLS_HEADER.match(text) or KNOWLEDGE_HEADER.match(text):
            roles[cell.column] = Role.CRITERIA if not any(CRITERIA_HEADER.match(t) for _, t in cells) else Role.OTHER
    real = set(roles.values()) - {Role.OTHER}
    if not real or (len(cells) == 1 and len(row.cells) == 1 and Role.CRITERIA not in real):
        return {}
    if Role.CRITERIA not in real and len(cells) < 2:
        return {}
    for (cell, text), (behind, _) in pairwise(cells):
        if _NUMBER_HEADER.fullmatch(text) and behind.column in roles:
            roles[cell.column] = roles[behind.column]  # `No.` left of what it numbers
    for cell, _ in cells:
        roles.setdefault(cell.column, Role.OTHER)
    return roles


def _is_marked_outcome(text: str) -> bool:
    """Whether a cell is `Outcome 1 ...` or `Learning aim A: ...` and no heading."""
    mark = outcome_mark(text)
    return re.match(r"\w+(?:\s\w+)?\s*\d", text) is not None or (mark is not None and mark.named and bool(mark.text))


def _is_numbered(cell: Cell, told: Role | None) -> bool:
    """Whether a cell begins with a criterion's number; in a column beside (`1.5 mm cable`) a verb must follow."""
    text = cell.text.strip()
    match = _DOTTED.match(text)
    rest = text[match.end() :].lstrip(" .:)–-") if match is not None else ""
    return match is not None and (told is not Role.OTHER or rest[:1].isupper() or begins_with_verb(rest))


def _roles(row: Row, known: dict[int, Role]) -> list[Role]:
    dotted = [i for i, c in enumerate(row.cells) if _is_numbered(c, known.get(c.column))]
    if dotted:
        trusted = [i for i in dotted if known.get(row.cells[i].column) is not Role.OTHER] or dotted
        roles = []
        for i, cell in enumerate(row.cells):
            if i in trusted:
                roles.append(Role.CRITERIA)
            elif i < trusted[0]:
                told = known.get(cell.column)
                roles.append(Role.OTHER if told is Role.OTHER else Role.OUTCOME)
            else:
                told = known.get(cell.column)
                roles.append(told if told is Role.CRITERIA and not cell.text.strip() else Role.OTHER)
        return roles
    named = [(m := outcome_mark(squeeze(c.text))) is not None and m.named and bool(m.text) for c in row.cells]
    if any(named):
        at = named.index(True)
        return [
            Role.OUTCOME if i == at else known.get(c.column, Role.OTHER) if known else Role.FREE
            for i, c in enumerate(row.cells)
        ]
    if not known and (graded := _graded_cell(row)) is not None:
        return [
            Role.OUTCOME if i == graded - 1 else Role.CRITERIA if i == graded else Role.OTHER
            for i in range(len(row.cells))
        ]
    if known:
        return [known.get(c.column) or _nearest(c.column, known) for c in row.cells]
    return [Role.FREE] * len(row.cells)


def _graded_cell(row: Row) -> int | None:
    """The cell whose lines are P1, P2 ... or begin with 1 or a, right of one that is short or begins as outcomes do."""
    for at in range(1, len(row.cells)):
        marks = [_GRADED.match(line.text) for line in row.cells[at].lines]
        beside = squeeze(row.cells[at - 1].text)
        first = row.cells[at].lines[0].text if row.cells[at].lines else ""
        if _LEAD.match(beside) and len(marks) > 1 and _FIRST.match(first):
            return at
        if len(marks) > 1 and all(marks) and 0 < len(beside) < _SHORT and _GRADED.match(beside) is None:
            return at
    return None


def _is_banner(row: Row, known: dict[int, Role], columns: int, below: str) -> bool:
    """Whether a row of one cell is an outcome above its criteria, in a table that has no column for outcomes."""
    if len(row.cells) != 1 or (row.wrapped and not row.cells[0].lines[0].gap):
        return False
    text = squeeze(row.cells[0].text)
    if not text or _DOTTED.match(text) or is_section(text):
        return False
    mark = outcome_mark(text)
    spans = len(known) > 1 and columns > 0 and not row.wrapped
    afresh = _FIRST.match(below) is not None and (mark is not None or not BARE.match(text))
    alone = columns == 0 and mark is not None and bool(below) and not BARE.match(below) and outcome_mark(below) is None
    spans = spans or afresh or alone or (mark is not None and _GRADED.match(below) is not None)
    return spans or _OUTCOME.match(text if mark is None else mark.text) is not None


def _nearest(column: int, known: dict[int, Role]) -> Role:
    """Heading cells may stand over several columns: the one that begins at or before this column counts."""
    before = [k for k in known if k <= column]
    return known[max(before)] if before else Role.OTHER


def _matrix(part: list[tuple[int, Row]]) -> list[Frag] | None:
    """The fragments of a matrix whose columns are outcomes, column by column; None where the table is not one."""
    outcomes: dict[int, set[int]] = {}
    across = 0
    for _, row in part:
        found = {c.column: int(m[1]) for c in row.cells if (m := re.match(r"(?:AC\s?)?(\d{1,2})\.\d", c.text.strip()))}
        across += len(found) > 1
        for column, number in found.items():
            outcomes.setdefault(column, set()).add(number)
    if not across or across < min(2, len(part) - 1) or len(outcomes) < 2:
        return None
    if len(set.union(*outcomes.values())) < sum(len(numbers) for numbers in outcomes.values()):
        return None
    running = any(len(numbers) > 1 for numbers in outcomes.values())
    in_order = [outcomes[c] for c in sorted(outcomes)]
    if running and (not all(row.wrapped for _, row in part) or any(max(a) > min(b) for a, b in pairwise(in_order))):
        return None
    frags: list[Frag] = []
    columns = sorted({c.column for _, row in part for c in row.cells})
    for column in columns:
        above = True
        for index, row in part:
            for cell in row.cells:
                if cell.column == column:
                    above = above and _DOTTED.match(cell.text.strip()) is None
                    if running:  # a text in columns, as in a newspaper
                        frags += _emit(index, replace(row, cells=(cell,)), [Role.FREE])
                        continue
                    role = Role.OUTCOME if above else Role.CRITERIA
                    if not above and _DOTTED.match(cell.text.strip()) is None:
                        role = Role.OTHER
                    frags += _emit(index, replace(row, cells=(cell,)), [role])
    return frags


def _emit(index: int, row: Row, roles: Sequence[Role], *, header: bool = False) -> list[Frag]:
    frags = []
    order = sorted(range(len(row.cells)), key=lambda i: (list(Role).index(roles[i]), i))
    for i in order:
        for line in row.cells[i].lines:
            text = squeeze(line.text)
            breaks = BOILERPLATE.fullmatch(text.lstrip("•▪●◦■- ")) is not None and not header
            if breaks and not _KNOWING.search(text):
                continue
            text = "" if breaks else BOILERPLATE_LEAD.sub("", text, count=1) if BOILERPLATE_LEAD.match(text) else text
            if not text and not breaks:
                continue
            frags.append(
                Frag(
                    text=text,
                    pieces=line.pieces,
                    page=line.page,
                    role=roles[i],
                    row=index,
                    lane=row.cells[i].column,
                    table=row.table,
                    gap=line.gap,
                    wrapped=row.wrapped,
                    heading=line.heading,
                    breaks=breaks,
                )
            )
    return frags
