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
from assessor_app.unit_reader.joining import BULLET, Passage, join
from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.marks import (
    is_apart,
    is_column_heading,
    is_header,
    is_outcome_like,
    is_section,
    outcome_mark,
)
from assessor_app.unit_reader.verbs import begins_with_capital_verb, begins_with_verb
from assessor_app.unit_reader.words import BOILERPLATE, is_open

GRADED = "The criteria are graded; merit and distinction were read beside pass, each with its own mark."
UNNUMBERED = "The criteria have no numbers in the document; they were counted in its order."
_INT = re.compile(r"\(?(\d{1,2})(?:[.)]\s*|\s+|(?=[A-Z]))(?=\S)(?![\d%])")
_LETTER = re.compile(r"\(?([a-z]|[A-Z](?=[.)]))(?:[.)]\s*|\s+(?=[A-Z]))")
_GRADE = re.compile(r"(?:[A-H]\.)?([PMDK])\s?(\d{1,2})(?:[.):]\s*|\s+|(?=[A-Z]))")
_UNDERSTAND = re.compile(r"(?:be able to|understand|know|know how|appreciate)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Group:
    """An outcome and the lines of its criteria, one list a column."""

    number: int
    text: str
    pieces: list[int]
    lanes: dict[int, list[Frag]] = field(default_factory=dict)
    guidance: list[str] = field(default_factory=list)
    is_open: bool = True
    marked: bool = True  # its number is the document's


@dataclass(slots=True)
class _Made:
    """A criterion as it comes in."""

    passage: Passage
    printed: str
    doubt: str
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    value: int
    end: int
    printed: str


def assemble_local(frags: Sequence[Frag]) -> tuple[tuple[ReadOutcome, ...], list[Doubt], int]:
    """Outcomes, doubts, and the index of the fragment with the last criterion; no outcomes where none can be paired."""
    groups = _groups(_without_list(frags))
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
                    guidance="\n".join(group.guidance),
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
        elif groups:
            doubts.append(
                Doubt(
                    where="unit",
                    reason=f"No criteria were found for outcome {group.number}, “{squeeze(group.text)[:80]}”.",
                )
            )
    marks = {
        c.mark[:1].upper() for o in outcomes for c in o.criteria if re.fullmatch(r"[PMD]\d+", c.mark, re.IGNORECASE)
    }
    if marks & {"M", "D"}:
        doubts.append(Doubt(where="unit", reason=GRADED))
    first = min((i for o in outcomes for i in (*o.pieces, *o.criteria[0].pieces)), default=0)
    kinds = {m.kind for o in outcomes for c in o.criteria if c.mark and (m := _mark(f"{c.mark}. ")) is not None}
    above = [
        f for f in frags if f.pieces and max(f.pieces) < first and (m := _mark(f.text)) is not None and m.kind in kinds
    ]
    if sum(1 for f in above if begins_with_verb(f.text[_mark(f.text).end :])) > 1:  # type: ignore[union-attr]
        doubts.append(Doubt(where="unit", reason="Lines that look like criteria stand above the first outcome."))
    if outcomes and not any(c.mark for o in outcomes for c in o.criteria):
        doubts.append(Doubt(where="unit", reason=UNNUMBERED))
    used = {i for o in outcomes for c in o.criteria for i in c.pieces}
    last = max((k for k, f in enumerate(frags) if used.intersection(f.pieces)), default=0)
    return tuple(outcomes), doubts, last


def _without_list(frags: Sequence[Frag]) -> Sequence[Frag]:
    """The fragments without a list of the outcomes that stand again, one by one, above their criteria."""
    marks = [outcome_mark(f.text) for f in frags]
    for start, first in enumerate(marks):
        if first is None or first.number != 1 or not first.text:
            continue
        stop = start + 1
        while stop < len(frags) and (mark := marks[stop]) is not None and mark.number == stop - start + 1:
            stop += 1
        listed = [_words(m.text) for m in marks[start:stop] if m is not None]
        behind = {
            _words(m.text if m is not None and m.text else f.text)
            for m, f in zip(marks[stop:], frags[stop:], strict=True)
        }
        if stop - start > 1 and all(any(b and (a.startswith(b) or b.startswith(a)) for b in behind) for a in listed):
            return [*frags[:start], *frags[stop:]]
    return frags


def _words(text: str) -> str:
    return squeeze(text).casefold().rstrip(" .:")


def _groups(frags: Sequence[Frag]) -> list[_Group]:
    groups: list[_Group] = []
    in_table = any(f.role is Role.CRITERIA for f in frags)
    seen_header = False
    wants_outcome = False
    named = sum(1 for f in frags if (m := outcome_mark(f.text)) is not None and m.named) > 1
    for k, frag in enumerate(frags):
        text = frag.text
        if is_header(text):
            seen_header = True
            wants_outcome = (
                re.match(r"(?:the\s+)?learning\s+outcomes?\s*:?$|outcomes?\s*:?$", text, re.IGNORECASE) is not None
            )
            continue
        if frag.role is Role.OTHER:
            if groups and frag.table and not is_column_heading(text):
                groups[-1].guidance.append(text)
            continue
        if frag.role is Role.CRITERIA:
            if not groups and begins_with_verb(text[mark.end :] if (mark := _mark(text)) is not None else text):
                groups.append(_Group(number=1, text="", pieces=list(frag.pieces)))
            if groups:
                groups[-1].lanes.setdefault(frag.lane, []).append(frag)
            continue
        if frag.role is Role.OUTCOME:
            _outcome_line(frag, groups)
            continue
        if in_table:
            _heading_above_table(frag, groups, frags, k)
            continue
        opened = _free_outcome(frags, k, groups, seen_header=seen_header, wanted=wants_outcome, named=named)
        wants_outcome = wants_outcome and opened is None and not text
        if opened is not None:
            groups.append(opened)
        elif groups:
            _free_line(frag, groups[-1])
    return _merged(groups)


def _merged(groups: Sequence[_Group]) -> list[_Group]:
    """The groups without those whose outcome only repeats the one before, as on a new page."""
    merged: list[_Group] = []
    for group in groups:
        before = merged[-1] if merged else None
        if before is not None and group.text and squeeze(group.text) in squeeze(before.text):
            for lane, frags in group.lanes.items():
                before.lanes.setdefault(lane, []).extend(frags)
            before.guidance += group.guidance
            continue
        if not group.marked:
            group.number = before.number + 1 if before is not None else 1
        merged.append(group)
    return merged


def _outcome_line(frag: Frag, groups: list[_Group]) -> None:
    mark = outcome_mark(frag.text)
    current = groups[-1] if groups else None
    if mark is not None and (current is None or mark.number != current.number):
        groups.append(_Group(number=mark.number, text=mark.text.strip(), pieces=list(frag.pieces)))
        return
    text = mark.text.strip() if mark is not None else frag.text
    has_criteria = current is not None and any(current.lanes.values())
    begins = frag.gap and has_criteria and mark is None  # merged again where it only repeats the one before
    if current is not None and (
        (squeeze(text) in squeeze(current.text) and not begins)
        or re.search(r"\(?cont(?:inued|\.|'d)", text, re.IGNORECASE)
    ):
        return
    if current is None or (
        frag.gap and has_criteria and not is_open(current.text) and (text[:1].isupper() or _UNDERSTAND.match(text))
    ):
        groups.append(_Group(number=len(groups) + 1, text=text, pieces=list(frag.pieces), marked=False))
    else:
        current.text = join(current.text, text)
        current.pieces += frag.pieces


def _heading_above_table(frag: Frag, groups: list[_Group], frags: Sequence[Frag], k: int) -> None:
    """An outcome that stands above its table and not in it."""
    mark = outcome_mark(frag.text)
    right_below = next((f.role is Role.CRITERIA for f in frags[k + 1 : k + 4] if not is_header(f.text)), False)
    if mark is not None and mark.named and any(f.role is Role.CRITERIA for f in frags[k + 1 : k + 12]):
        groups.append(_Group(number=mark.number, text=mark.text, pieces=list(frag.pieces)))
    elif frag.heading and right_below and not is_section(frag.text):
        text = mark.text if mark is not None else frag.text
        groups.append(_Group(number=len(groups) + 1, text=text, pieces=list(frag.pieces)))


def _free_outcome(
    frags: Sequence[Frag], k: int, groups: Sequence[_Group], *, seen_header: bool, wanted: bool, named: bool
) -> _Group | None:
    """The outcome that begins in a line of free text; None where none does."""
    frag = frags[k]
    mark = outcome_mark(frag.text)
    expected = groups[-1].number + 1 if groups else 1
    if mark is not None and mark.named:
        if mark.number not in (expected, 1) and groups:
            return None
        text = mark.text.strip()
        return _Group(number=mark.number, text=text, pieces=list(frag.pieces))
    if named:
        return None
    if mark is not None and mark.number == expected:
        behind = _next_mark(frags, k + 1)
        starts_afresh = behind is not None and behind.value == 1
        if _has_criteria_of_another_kind(frags, k, groups, behind):
            return _Group(number=mark.number, text=mark.text, pieces=list(frag.pieces))
        if _UNDERSTAND.match(mark.text) or (
            is_outcome_like(mark.text) and starts_afresh and (frag.heading or seen_header)
        ):
            if (
                groups
                and not starts_afresh
                and behind is not None
                and behind.kind == "int"
                and behind.value == mark.number + 1
                and not frag.heading
            ):
                return (
                    None
                    if not _UNDERSTAND.match(mark.text)
                    else _Group(number=mark.number, text=mark.text, pieces=list(frag.pieces))
                )
            return _Group(number=mark.number, text=mark.text, pieces=list(frag.pieces))
        return None
    if (
        (
            mark is None
            and (frag.gap or frag.heading or _stands_alone(frags, k))
            and (
                _UNDERSTAND.match(frag.text)
                or (wanted and frag.text[:1].isupper())
                or _stands_above_criteria(frags, k, groups)
            )
        )
        and len(frag.text) < 200
        and (
            seen_header
            or frag.heading
            or groups
            or _numbers_follow(frags, k)
            or _stands_above_criteria(frags, k, groups)
        )
    ):
        return _Group(number=expected, text=frag.text, pieces=list(frag.pieces))
    return None


def _has_criteria_of_another_kind(
    frags: Sequence[Frag], k: int, groups: Sequence[_Group], behind: _Mark | None
) -> bool:
    """Whether a numbered line is an outcome because what follows begins afresh, as the criteria before it did."""
    text = frags[k].text
    if behind is None or text.endswith(":") or is_open(text):
        return False
    near = next((m for f in frags[k + 1 : k + 5] if (m := _mark(f.text)) is not None), None)
    held = [m for f in groups[-1].lanes.get(0, ()) if (m := _mark(f.text)) is not None] if groups else []
    if near is None:
        return False
    if not groups:
        first = next(f for f in frags[k + 1 : k + 5] if _mark(f.text) is not None).text[near.end :]
        if near.kind == "bullet":
            return begins_with_verb(first) and _second_is_alike(frags, k)
        return near.kind in ("letter", "grade") and near.value == 1 and begins_with_verb(first)
    if near.kind == "int":
        return near.value == 1 and bool(held) and held[0].kind == "int"
    return bool(held) and held[0].kind == near.kind and not any(m.kind == "int" for m in held)


def _second_is_alike(frags: Sequence[Frag], k: int) -> bool:
    """Whether the line with the number 2 has bullets below it as the line with the number 1 has."""
    for at in range(k + 1, len(frags) - 1):
        mark = _mark(frags[at].text)
        if mark is not None and mark.kind == "int":
            behind = _mark(frags[at + 1].text)
            return mark.value == 2 and behind is not None and behind.kind == "bullet"
    return False


def _stands_alone(frags: Sequence[Frag], k: int) -> bool:
    """Whether a line of text without gaps is a sentence of its own: one ended before it, and one begins behind it."""
    before = frags[k - 1].text if k else ""
    behind = frags[k + 1].text if k + 1 < len(frags) else ""
    return (before.endswith(".") or is_header(before)) and begins_with_capital_verb(behind)


def _stands_above_criteria(frags: Sequence[Frag], k: int, groups: Sequence[_Group]) -> bool:
    """Whether an unmarked line is a heading above marked criteria: a verb first, and the marks go on behind it."""
    text = frags[k].text
    behind = _mark(frags[k + 1].text) if k + 1 < len(frags) else None
    if behind is None or behind.kind not in ("int", "grade", "letter") or text.endswith((".", ":", ";", ",")):
        return False
    if len(text) > 100 or not begins_with_capital_verb(text) or is_apart(text, gap=True):
        return False
    if not begins_with_verb(frags[k + 1].text[behind.end :]):
        return False
    held = [m for f in (groups[-1].lanes.get(0, ()) if groups else ()) if (m := _mark(f.text)) is not None]
    if not held:
        return behind.value == 1
    return held[-1].kind == behind.kind and (
        behind.value == 1 or (behind.kind == "grade" and behind.value > held[-1].value)
    )


def _numbers_follow(frags: Sequence[Frag], k: int) -> bool:
    """Whether the line right behind is a criterion with the number 1."""
    mark = _mark(frags[k + 1].text) if k + 1 < len(frags) else None
    return mark is not None and mark.value == 1 and begins_with_verb(frags[k + 1].text[mark.end :])


def _next_mark(frags: Sequence[Frag], k: int) -> _Mark | None:
    for frag in frags[k : k + 8]:
        if (mark := _mark(frag.text)) is not None and mark.kind != "bullet":
            return mark
    return None


def _free_line(frag: Frag, group: _Group) -> None:
    if not group.is_open:
        return
    if is_section(frag.text, heading=frag.heading, gap=frag.gap) and not is_column_heading(frag.text):
        group.is_open = False
        return
    if BOILERPLATE.fullmatch(frag.text) or (is_column_heading(frag.text) and not is_section(frag.text)):
        return
    held = group.lanes.setdefault(0, [])
    if (
        not held
        and _mark(frag.text) is None
        and (not group.text or (not frag.gap and frag.wrapped and not frag.heading) or is_open(group.text))
    ) and (not group.text or not begins_with_capital_verb(frag.text) or is_open(group.text)):
        group.text = join(group.text, frag.text)
        group.pieces += frag.pieces
        return
    held.append(frag)


def _mark(text: str) -> _Mark | None:
    if (m := _GRADE.match(text)) is not None:
        return _Mark("grade", int(m[2]), m.end(), f"{m[1]}{m[2]}")
    if (m := _INT.match(text)) is not None:
        return _Mark("int", int(m[1]), m.end(), m[1])
    if (m := BULLET.match(text)) is not None and text[m.end() :].strip():
        inner = _mark(text[m.end() :]) if text[0] == "•" else None
        if inner is not None and inner.kind in ("int", "letter", "grade"):
            return _Mark(inner.kind, inner.value, m.end() + inner.end, inner.printed)
        return _Mark("bullet", 0, m.end(), "")
    if (m := _LETTER.match(text)) is not None:
        return _Mark("letter", ord(m[1].casefold()) - 96, m.end(), m[1])
    return None


def _items(lines: Sequence[Frag], outcome: int, before: int, doubts: list[Doubt]) -> list[ReadCriterion]:
    """The criteria of one column of one outcome."""
    lines = [
        f
        for f in lines
        if not is_header(f.text)
        and not BOILERPLATE.fullmatch(f.text)
        and (not is_column_heading(f.text) or is_section(f.text))
    ]
    lines = _several_on_a_line(lines)
    marks = [_mark(f.text) for f in lines]
    kind = _kind(marks, lines)
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
            made.append(_Made(Passage(), printed, frag.doubt))
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
                guidance="\n".join(item.notes),
                pieces=tuple(item.passage.pieces),
            )
        )
    return criteria


def _starts(kind: str, mark: _Mark | None, frag: Frag, current: Passage | None, expected: int) -> bool:
    """Whether a criterion begins with this line."""
    if kind in ("int", "letter"):
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


def _is_note(kind: str, mark: _Mark | None, frag: Frag, current: Passage) -> bool:
    """Whether a line is a paragraph of its own among marked criteria, and not the sentence going on."""
    if kind == "none" or mark is not None or not frag.gap or not frag.text[:1].isupper():
        return False
    last = current.points[-1] if current.points else current.text
    return not is_open(last) and not last.endswith(":")


def _kind(marks: Sequence[_Mark | None], lines: Sequence[Frag]) -> str:
    """Which kind of mark begins a criterion here."""
    first = next((m for m in marks if m is not None and m.kind != "bullet"), None)
    counts = {k: sum(1 for m in marks if m is not None and m.kind == k) for k in ("grade", "int", "letter", "bullet")}
    if counts["grade"] and marks and marks[0] is not None and marks[0].kind == "grade":
        return "grade"
    if first is not None and first.kind in ("int", "letter") and marks[0] is first:
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
        mark = _mark(frag.text)
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
