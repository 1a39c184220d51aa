"""Outcomes of a unit without full numbers, each with the lines of its criteria.

An outcome is told by its label, by its column, by a heading above marked criteria, or by the words that outcomes begin
with; the lines below it are its own until the next one, or until a heading ends them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assessor_app.unit_reader.flow import Frag, Role
from assessor_app.unit_reader.joining import join
from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.local_marks import LocalMark, local_mark
from assessor_app.unit_reader.marks import (
    is_apart,
    is_column_heading,
    is_header,
    is_outcome_like,
    is_section,
    outcome_mark,
)
from assessor_app.unit_reader.verbs import begins_with_capital_verb, begins_with_verb, may_begin_with_verb
from assessor_app.unit_reader.words import BOILERPLATE, is_open

_UNDERSTAND = re.compile(r"(?:be able to|understand|know|know how|appreciate)\b", re.IGNORECASE)


@dataclass(slots=True)
class Group:
    """An outcome and the lines of its criteria, one list a column."""

    number: int
    text: str
    pieces: list[int]
    lanes: dict[int, list[Frag]] = field(default_factory=dict)
    guidance: list[str] = field(default_factory=list)
    is_open: bool = True
    marked: bool = True  # its number is the document's
    added: str = ""  # a line that was taken for more of its words although it begins with a capital

    def add(self, frag: Frag, text: str) -> None:
        """Carries its words on."""
        if self.text and text[:1].isupper() and text[1:2].islower() and not is_open(self.text):
            self.added = self.added or text
        self.text = join(self.text, text)
        self.pieces += frag.pieces


def groups_of(frags: Sequence[Frag]) -> list[Group]:
    groups: list[Group] = []
    in_table = any(f.role is Role.CRITERIA for f in frags)
    several = sum(1 for k, f in enumerate(frags) if f.heading and _is_right_above(frags, k)) > 1
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
            if not groups and begins_with_verb(text[mark.end :] if (mark := local_mark(text)) is not None else text):
                groups.append(Group(number=1, text="", pieces=list(frag.pieces)))
            if groups:
                groups[-1].lanes.setdefault(frag.lane, []).append(frag)
            continue
        if frag.role is Role.OUTCOME:
            _outcome_line(frag, groups)
            continue
        if in_table:
            _heading_above_table(frag, groups, frags, k, several=several)
            continue
        opened = _free_outcome(frags, k, groups, seen_header=seen_header, wanted=wants_outcome, named=named)
        wants_outcome = wants_outcome and opened is None and not text
        if opened is not None:
            groups.append(opened)
        elif groups:
            _free_line(frag, groups[-1])
    return _merged(groups)


def _merged(groups: Sequence[Group]) -> list[Group]:
    """The groups without those whose outcome only repeats the one before, as on a new page."""
    merged: list[Group] = []
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


def without_list(frags: Sequence[Frag]) -> Sequence[Frag]:
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


def _outcome_line(frag: Frag, groups: list[Group]) -> None:
    mark = outcome_mark(frag.text)
    current = groups[-1] if groups else None
    if mark is not None and (current is None or mark.number != current.number):
        groups.append(Group(number=mark.number, text=mark.text.strip(), pieces=list(frag.pieces)))
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
        frag.gap
        and has_criteria
        and (not is_open(current.text) or (text[:1].isupper() and _UNDERSTAND.match(text)))
        and (text[:1].isupper() or _UNDERSTAND.match(text))
    ):
        groups.append(Group(number=len(groups) + 1, text=text, pieces=list(frag.pieces), marked=False))
    else:
        current.add(frag, text)


def _is_right_above(frags: Sequence[Frag], k: int) -> bool:
    """Whether criteria of a table come right behind, but for the headings of their columns."""
    behind = (f for f in frags[k + 1 : k + 6] if f.role is not Role.OTHER and not is_header(f.text))
    first = next(behind, None)
    return first is not None and first.role is Role.CRITERIA


def _heading_above_table(frag: Frag, groups: list[Group], frags: Sequence[Frag], k: int, *, several: bool) -> None:
    """An outcome that stands above its table and not in it; a single heading is the unit's."""
    mark = outcome_mark(frag.text)
    if mark is not None and mark.named and any(f.role is Role.CRITERIA for f in frags[k + 1 : k + 12]):
        groups.append(Group(number=mark.number, text=mark.text, pieces=list(frag.pieces)))
    elif frag.heading and several and _is_right_above(frags, k) and not is_section(frag.text):
        text = mark.text if mark is not None else frag.text
        groups.append(Group(number=len(groups) + 1, text=text, pieces=list(frag.pieces)))


def _free_outcome(
    frags: Sequence[Frag], k: int, groups: Sequence[Group], *, seen_header: bool, wanted: bool, named: bool
) -> Group | None:
    """The outcome that begins in a line of free text; None where none does."""
    frag = frags[k]
    mark = outcome_mark(frag.text)
    expected = groups[-1].number + 1 if groups else 1
    if mark is not None and mark.named:
        if mark.number not in (expected, 1) and groups:
            return None
        text = mark.text.strip()
        if mark.number != expected and text[:1].islower() and not is_outcome_like(text):
            return None  # a note on an outcome that has been
        return Group(number=mark.number, text=text, pieces=list(frag.pieces))
    if named:
        return None
    if mark is not None and mark.number == expected and _has_heading_below(frags, k):
        return Group(number=mark.number, text=mark.text.strip(), pieces=list(frag.pieces))
    if mark is not None and mark.number == expected:
        behind = _next_mark(frags, k + 1)
        starts_afresh = behind is not None and behind.value == 1
        if _has_criteria_of_another_kind(frags, k, groups, behind):
            return Group(number=mark.number, text=mark.text, pieces=list(frag.pieces))
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
                    else Group(number=mark.number, text=mark.text, pieces=list(frag.pieces))
                )
            return Group(number=mark.number, text=mark.text, pieces=list(frag.pieces))
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
        return Group(number=expected, text=frag.text, pieces=list(frag.pieces))
    return None


def _has_heading_below(frags: Sequence[Frag], k: int) -> bool:
    """Whether a heading such as `Assessment criteria` stands right below, and then the first of what has a mark."""
    mark = outcome_mark(frags[k].text)
    below = list(frags[k + 1 : k + 3])
    if mark is None or not (may_begin_with_verb(mark.text) or frags[k].gap) or not below:
        return False
    if is_header(below[0].text):
        below.pop(0)
    elif not below[0].breaks:
        return False
    behind = local_mark(below[0].text) if below else None
    return behind is not None and behind.value in (0, 1)


def _has_criteria_of_another_kind(
    frags: Sequence[Frag], k: int, groups: Sequence[Group], behind: LocalMark | None
) -> bool:
    """Whether a numbered line is an outcome because what follows begins afresh, as the criteria before it did."""
    text = frags[k].text
    if text.endswith(":") or is_open(text):
        return False
    at, near = next(
        ((j, m) for j in range(k + 1, min(k + 5, len(frags))) if (m := local_mark(frags[j].text))), (k, None)
    )
    held = [m for f in groups[-1].lanes.get(0, ()) if (m := local_mark(f.text)) is not None] if groups else []
    if (
        near is None
        or (behind is None and near.kind != "bullet")
        or any(_UNDERSTAND.match(f.text) and f.gap for f in frags[k + 1 : at])
    ):
        return False  # no criteria behind it, or an outcome of their own above them
    if not groups:
        first = next(f for f in frags[k + 1 : k + 5] if local_mark(f.text) is not None).text[near.end :]
        if near.kind == "bullet":
            return begins_with_verb(first) and _second_is_alike(frags, k)
        if near.kind == "int":  # 1 and right below it 1 again
            again = local_mark(frags[k + 1].text)
            return (
                again is not None
                and again.value == 1
                and begins_with_verb(first)
                and may_begin_with_verb(_text_of(text))
            )
        return near.kind in ("letter", "grade", "roman") and near.value == 1 and begins_with_verb(first)
    if near.kind == "int":
        return near.value == 1 and bool(held) and held[0].kind == "int"
    return bool(held) and held[0].kind == near.kind and not any(m.kind == "int" for m in held)


def _text_of(text: str) -> str:
    mark = outcome_mark(text)
    return mark.text if mark is not None else text


def _second_is_alike(frags: Sequence[Frag], k: int) -> bool:
    """Whether the line with the number 2 has bullets below it as the line with the number 1 has."""
    for at in range(k + 1, len(frags) - 1):
        mark = local_mark(frags[at].text)
        if mark is not None and mark.kind == "int":
            behind = local_mark(frags[at + 1].text)
            return mark.value == 2 and behind is not None and behind.kind == "bullet"
    return False


def _stands_alone(frags: Sequence[Frag], k: int) -> bool:
    """Whether a line of text without gaps is a sentence of its own: one ended before it, and one begins behind it."""
    before = frags[k - 1].text if k else ""
    behind = frags[k + 1].text if k + 1 < len(frags) else ""
    return (before.endswith(".") or is_header(before)) and begins_with_capital_verb(behind)


def _stands_above_criteria(frags: Sequence[Frag], k: int, groups: Sequence[Group]) -> bool:
    """Whether an unmarked line is a heading above marked criteria: a verb first, and the marks go on behind it."""
    text = frags[k].text
    behind = local_mark(frags[k + 1].text) if k + 1 < len(frags) else None
    if behind is None or behind.kind not in ("int", "grade", "letter", "roman") or text.endswith((".", ":", ";", ",")):
        return False
    if len(text) > 100 or not begins_with_capital_verb(text) or is_apart(text, gap=True):
        return False
    if not begins_with_verb(frags[k + 1].text[behind.end :]):
        return False
    held = [m for f in (groups[-1].lanes.get(0, ()) if groups else ()) if (m := local_mark(f.text)) is not None]
    if not held:
        return behind.value == 1 and not _has_own_criteria(frags, k + 1)
    return held[-1].kind == behind.kind and (
        behind.value == 1 or (behind.kind == "grade" and behind.value > held[-1].value)
    )


def _numbers_follow(frags: Sequence[Frag], k: int) -> bool:
    """Whether the line right behind is a criterion with the number 1."""
    mark = local_mark(frags[k + 1].text) if k + 1 < len(frags) else None
    is_first = mark is not None and mark.value == 1 and begins_with_verb(frags[k + 1].text[mark.end :])
    return is_first and not _has_own_criteria(frags, k + 1)


def _has_own_criteria(frags: Sequence[Frag], k: int) -> bool:
    """Whether a numbered line is followed by marks that begin afresh: then it is an outcome, and no criterion."""
    own = local_mark(frags[k].text)
    near = next((m for f in frags[k + 1 : k + 5] if (m := local_mark(f.text)) is not None), None)
    if own is None or near is None or frags[k].text.endswith(":"):
        return False
    return near.value == 1 and (near.kind != own.kind or near.kind == "int")


def _next_mark(frags: Sequence[Frag], k: int) -> LocalMark | None:
    for frag in frags[k : k + 8]:
        if (mark := local_mark(frag.text)) is not None and mark.kind != "bullet":
            return mark
    return None


def _free_line(frag: Frag, group: Group) -> None:
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
        and local_mark(frag.text) is None
        and (not group.text or (not frag.gap and frag.wrapped and not frag.heading) or is_open(group.text))
    ) and (not group.text or not begins_with_capital_verb(frag.text) or is_open(group.text)):
        group.add(frag, frag.text)
        return
    held.append(frag)
