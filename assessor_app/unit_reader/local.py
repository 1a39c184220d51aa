"""Units whose criteria carry no full number: numbered afresh under each outcome, lettered, graded, or not at all.

Criteria get `outcome.n` in document order; the document's own mark is kept. Two columns of criteria under one outcome
(skills, then knowledge) are numbered through.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assessor_app.domain.reading import ReadCriterion, ReadOutcome
from assessor_app.domain.units import Doubt
from assessor_app.unit_reader.flow import Frag, Role
from assessor_app.unit_reader.grouping import groups_of, without_list
from assessor_app.unit_reader.joining import Passage, paragraphs
from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.local_marks import LocalMark, as_letter, local_mark
from assessor_app.unit_reader.marks import (
    is_apart,
    is_column_heading,
    is_header,
    is_section,
)
from assessor_app.unit_reader.verbs import begins_with_capital_verb, begins_with_verb
from assessor_app.unit_reader.words import BOILERPLATE, is_open

GRADED = "The criteria are graded; merit and distinction were read beside pass, each with its own mark."
SPARE = "Lines that are marked as criteria are, stand before the last one and were not taken."
_SIGN_OFF = re.compile(
    r"(?:date\s+(?:achieved|completed|assessed|met)|(?:learner|candidate|assessor|tutor|IQA)(?:['’]s)?\s+(?:signature|initials|name))\b",
    re.IGNORECASE,
)
UNNUMBERED = "The criteria have no numbers in the document; they were counted in its order."


@dataclass(slots=True)
class _Made:
    """A criterion as it comes in."""

    passage: Passage
    printed: str
    doubt: str
    notes: list[str] = field(default_factory=list)


def assemble_local(frags: Sequence[Frag]) -> tuple[tuple[ReadOutcome, ...], list[Doubt], int]:
    """Outcomes, doubts, and the index of the fragment with the last criterion; no outcomes where none can be paired."""
    groups = groups_of(without_list(frags))
    doubts: list[Doubt] = []
    outcomes = []
    used_numbers: set[int] = set()
    for group in groups:
        if group.number in used_numbers:
            printed, group.number = group.number, max(used_numbers) + 1
            reason = f"The outcomes start again at {printed} here; another unit may begin."
            doubts.append(Doubt(where=f"outcome {group.number}", reason=reason))
        used_numbers.add(group.number)
        criteria: list[ReadCriterion] = []
        for lane in sorted(group.lanes):
            criteria += _items(group.lanes[lane], group.number, len(criteria), doubts)
        if criteria:
            outcomes.append(
                ReadOutcome(
                    number=str(group.number),
                    text=squeeze(group.text),
                    criteria=tuple(criteria),
                    guidance=paragraphs(group.guidance),
                    pieces=tuple(group.pieces),
                )
            )
            if not group.text:
                doubts.append(
                    Doubt(where="unit", reason=f"The criteria of outcome {group.number} stand under no outcome.")
                )
                doubts.append(
                    Doubt(where=f"outcome {group.number}", reason="The document gives no text for this outcome.")
                )
            if group.added:
                reason = f"A line in it begins with a capital (“{group.added[:30]}”); it may be something else."
                doubts.append(Doubt(where=f"outcome {group.number}", reason=reason))
        elif groups:
            doubts.append(
                Doubt(
                    where="unit",
                    reason=f"No criteria were found for outcome {group.number}, “{squeeze(group.text)[:80]}”.",
                )
            )
    used = {i for o in outcomes for c in o.criteria for i in c.pieces}
    last = max((k for k, f in enumerate(frags) if used.intersection(f.pieces)), default=0)
    doubts += _about_the_whole(outcomes, frags[:last], used)
    return tuple(outcomes), doubts, last


def _about_the_whole(outcomes: Sequence[ReadOutcome], frags: Sequence[Frag], used: set[int]) -> list[Doubt]:
    """Doubts about grades, about criteria without any mark, and about marked lines that became no criterion."""
    printed = [c.mark for o in outcomes for c in o.criteria if c.mark]
    reasons = []
    if any(re.fullmatch(r"[MD]\d+", mark) for mark in printed):
        reasons.append(GRADED)
    kinds = {mark.kind for p in printed if (mark := local_mark(f"{p}. x")) is not None}
    own = used | {i for o in outcomes for i in o.pieces}
    spare = [
        f.text[m.end :]
        for f in frags
        if not own.intersection(f.pieces) and (m := local_mark(f.text)) and m.kind in kinds
    ]
    if sum(1 for text in spare if begins_with_verb(text)) > 1:
        reasons.append(SPARE)
    if outcomes and not printed:
        reasons.append(UNNUMBERED)
    return [Doubt(where="unit", reason=r) for r in reasons]


def _items(lines: Sequence[Frag], outcome: int, before: int, doubts: list[Doubt]) -> list[ReadCriterion]:
    """The criteria of one column of one outcome."""
    lines = [
        f
        for f in lines
        if not is_header(f.text)
        and not _SIGN_OFF.match(f.text)
        and not BOILERPLATE.fullmatch(f.text)
        and (not is_column_heading(f.text) or is_section(f.text))
    ]
    lines = _several_on_a_line(lines)
    marks = [local_mark(f.text) for f in lines]
    kind = _kind(marks, lines)
    marks = marks if kind == "roman" else [as_letter(m) for m in marks]
    made: list[_Made] = []
    expected, row = 1, -1
    ended = False
    for frag, mark in zip(lines, marks, strict=True):
        current = made[-1].passage if made else None
        own_row = frag.role is Role.CRITERIA and frag.gap and frag.row != row
        own_row = own_row and (not frag.wrapped or begins_with_verb(frag.text))
        row = frag.row
        if _starts(kind, mark, frag, current, expected) or (kind == "none" and own_row and frag.table):
            text = frag.text[mark.end :] if mark is not None and kind != "none" else frag.text
            printed = mark.printed if mark is not None and kind not in ("none", "bullet") else ""
            made.append(_Made(Passage(wrapped=frag.wrapped and kind != "none"), printed, frag.doubt))
            made[-1].passage.add(text, frag.pieces, gap=False)
            expected = mark.value + 1 if mark is not None else expected + 1
            ended = False
        elif current is not None:
            is_own = mark is not None and mark.kind == kind
            if is_own and mark is not None and kind != "bullet" and begins_with_verb(frag.text[mark.end :]):
                reason = f"A number {mark.printed} stands in its text out of order."
                doubts.append(Doubt(where=f"criterion {outcome}.{before + len(made)}", reason=reason))
            ended = ended or _is_note(kind, mark, frag, current) or (mark is None and is_apart(frag.text, gap=frag.gap))
            if ended:
                made[-1].notes.append(frag.text)
            else:
                if kind != "none" and frag.wrapped and current.begins_anew(frag.text):
                    reason = f"A line in it begins with a capital (“{frag.text[:30]}”); it may be something else."
                    doubts.append(Doubt(where=f"criterion {outcome}.{before + len(made)}", reason=reason))
                current.add(frag.text, frag.pieces, gap=frag.gap)
    criteria = []
    for i, item in enumerate(made, before + 1):
        text, points = item.passage.finish()
        where = f"criterion {outcome}.{i}"
        reasons = (*item.passage.doubts, *([item.doubt] if item.doubt else []))
        doubts += [Doubt(where=where, reason=r) for r in reasons]
        criteria.append(
            ReadCriterion(
                number=f"{outcome}.{i}",
                text=text,
                sub_points=points,
                mark=item.printed,
                guidance=paragraphs(item.notes),
                pieces=tuple(item.passage.pieces),
            )
        )
    return criteria


def _starts(kind: str, mark: LocalMark | None, frag: Frag, current: Passage | None, expected: int) -> bool:
    """Whether a criterion begins with this line."""
    if kind in ("int", "letter", "roman"):
        return mark is not None and mark.kind == kind and (mark.value == expected or current is None)
    if kind in ("grade", "bullet"):
        return mark is not None and mark.kind == kind
    if current is None:
        return True
    if mark is not None or is_open(current.text):
        return False
    if begins_with_capital_verb(frag.text) or (frag.gap and not frag.wrapped and begins_with_verb(frag.text)):
        return True
    return frag.gap and frag.text[:1].isupper() and not current.text.endswith(":")


def _is_note(kind: str, mark: LocalMark | None, frag: Frag, current: Passage) -> bool:
    """Whether a line is a paragraph of its own among marked criteria, and not the sentence going on."""
    if kind == "none" or mark is not None or not frag.gap or not frag.text[:1].isupper():
        return False
    last = current.points[-1] if current.points else current.text
    return not is_open(last) and not last.endswith(":")


def _kind(marks: Sequence[LocalMark | None], lines: Sequence[Frag]) -> str:
    """Which kind of mark begins a criterion here."""
    first = next((m for m in marks if m is not None and m.kind != "bullet"), None)
    counts = {k: sum(1 for m in marks if m is not None and m.kind == k) for k in ("grade", "int", "letter", "bullet")}
    if counts["grade"] and marks and marks[0] is not None and marks[0].kind == "grade":
        return "grade"
    if first is not None and first.kind in ("int", "letter", "roman") and marks[0] is first:
        return first.kind
    if counts["bullet"] and marks[0] is not None and marks[0].kind == "bullet":
        return "bullet"
    if counts["bullet"] and lines and lines[0].text.endswith(":") and not begins_with_capital_verb(lines[0].text):
        return "bullet"
    return "none"


def _several_on_a_line(lines: Sequence[Frag]) -> list[Frag]:
    """Lines cut where the next number of the sequence stands inside them before a verb."""
    out: list[Frag] = []
    for frag in lines:
        mark = local_mark(frag.text)
        if mark is None or mark.kind not in ("int", "letter"):
            out.append(frag)
            continue
        rest, value = frag, mark.value
        while True:
            label = str(value + 1) if mark.kind == "int" else chr(97 + value)
            cut = next(
                (
                    m.start() + 1
                    for m in re.finditer(rf"\s\(?{label}(?:[.)]\s*|\s+)(?=[A-Z])", rest.text)
                    if begins_with_verb(rest.text[m.end() :])
                ),
                None,
            )
            if cut is None:
                break
            out.append(_part(rest, rest.text[:cut]))
            rest, value = _part(rest, rest.text[cut:]), value + 1
        out.append(rest)
    return out


def _part(frag: Frag, text: str) -> Frag:
    return Frag(
        text=text.strip(),
        pieces=frag.pieces,
        page=frag.page,
        role=frag.role,
        row=frag.row,
        lane=frag.lane,
        table=frag.table,
        gap=True,
        wrapped=frag.wrapped,
        doubt=frag.doubt,
    )
