"""Outcomes and criteria of one unit whose criteria carry their full numbers, put together along the chain of numbers.

What stands between two numbers is the first one's text, as far as the columns, headings and paragraphs let it reach.
"""

import re
from collections.abc import Sequence

from assessor_app.domain.reading import ReadCriterion, ReadOutcome
from assessor_app.domain.units import Doubt
from assessor_app.unit_reader.flow import Frag, Role
from assessor_app.unit_reader.joining import BULLET, SUB_MARK, Passage, paragraphs
from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.marks import (
    NUMBERED_NOTE,
    is_header,
    is_label_line,
    is_note,
    is_outcome_like,
    is_section,
    is_shouted,
    outcome_mark,
)
from assessor_app.unit_reader.numbers import Place
from assessor_app.unit_reader.outcomes import (
    OUTCOME_WORDS,
    Found,
    OutcomeText,
    Slice,
    before_first,
    begins_outcome,
    listed_outcomes,
    outcome_cell,
    outcome_from,
    outcome_inside,
)
from assessor_app.unit_reader.verbs import begins_with_capital_verb, begins_with_verb
from assessor_app.unit_reader.words import BOILERPLATE_LEAD, is_open

_MOST, _ALL = 0.75, 0.95  # parts of the widest line around into which a word must have fitted
_LONG = 400  # characters of a line that is a document of its own
_BELOW = re.compile(
    r"[.:;]?\s+(?:the\s+)?assessment\s+criteria(?:\s+(?:are|is))?\s*:$"
    r"|[.,:;]?\s+(?:by\s+)?being\s+able\s+to\s*:?$|[.,:;]?\s+(?:the\s+)?(?:learner|candidate)s?\s+(?:can|must)\s*:$",
    re.IGNORECASE,
)
_INLINE_SECTION = re.compile(
    r"\s(?:Assessment (?:guidance|requirements|strategy)|Evidence requirements|Additional information"
    r"|(?:Delivery )?[Gg]uidance(?: on| for)?|Indicative content|Unit content|Notes)\b(?::\s+|\s+(?=[A-Z]))"
    r"|\s(?:Assessment|Range|Scope|Evidence|Content):\s+"
)


def assemble(frags: Sequence[Frag], run: Sequence[Place]) -> tuple[tuple[ReadOutcome, ...], list[Doubt]]:
    """The outcomes with their criteria in document order, and the doubts."""
    found = Found()
    made: dict[int, list[ReadCriterion]] = {}
    listed = listed_outcomes(frags[: run[0].frag])
    before_first(frags, run[0], found)
    for i, place in enumerate(run):
        behind = run[i + 1] if i + 1 < len(run) else None
        criterion = _criterion(place, behind, _between(frags, place, behind), frags, found)
        made.setdefault(place.o, []).append(criterion)
        if behind is not None and behind.o == place.o and behind.n > place.n + 1:
            found.doubt(
                f"criterion {behind.o}.{behind.n}", f"No criterion {place.o}.{place.n + 1} was found before it."
            )
        if behind is not None and behind.o > place.o + 1:
            found.doubt(f"outcome {behind.o}", f"No outcome {place.o + 1} was found before it.")
        if behind is not None and behind.o > place.o and behind.n > 1:
            found.doubt(f"criterion {behind.o}.{behind.n}", f"No criterion {behind.o}.1 was found before it.")
    if (run[0].o, run[0].n) != (1, 1):
        found.doubt(f"criterion {run[0].o}.{run[0].n}", "The numbering does not begin with 1.1.")
    outcomes = []
    for o in sorted(made):
        words = found.outcomes.get(o, OutcomeText())
        text = _BELOW.sub("", squeeze(words.text))
        if o in listed and len(text) < len(listed[o][0]) and listed[o][0].startswith(text):
            text, words.pieces = listed[o]
        if not text:
            found.doubt(f"outcome {o}", "The document gives no text for this outcome.")
        outcomes.append(
            ReadOutcome(
                number=str(o),
                text=text,
                criteria=tuple(made[o]),
                guidance=paragraphs(words.guidance),
                pieces=tuple(words.pieces),
            )
        )
    return tuple(outcomes), found.doubts


def _between(frags: Sequence[Frag], place: Place, behind: Place | None) -> list[Slice]:
    stop = behind.frag if behind is not None else len(frags)
    first = frags[place.frag]
    end = behind.start if behind is not None and behind.frag == place.frag else len(first.text)
    slices = [Slice(frag=first, text=first.text[place.end : end].lstrip(" .:–-)"), starts_line=False)]
    slices += [Slice(frag=f, text=f.text, starts_line=True) for f in frags[place.frag + 1 : stop]]
    if (
        behind is not None
        and behind.frag != place.frag
        and (head := frags[stop].text[: behind.start].strip(" •▪●◦■|-–"))
    ):
        slices.append(Slice(frag=frags[stop], text=head, starts_line=True))
    return slices


def _criterion(
    place: Place, behind: Place | None, slices: Sequence[Slice], frags: Sequence[Frag], found: Found
) -> ReadCriterion:
    passage = Passage(wrapped=frags[place.frag].wrapped)
    guidance: list[str] = []
    number = f"{place.o}.{place.n}"
    where = f"criterion {number}"
    next_outcome = behind.o if behind is not None and behind.o != place.o else 0
    lane_role = frags[place.frag].role
    ended = carried = False
    leftovers: list[Slice] = []
    for at, part in enumerate(slices):
        alone = part.frag.gap or (at + 1 < len(slices) and slices[at + 1].frag.gap)
        role, text = part.frag.role, part.text.strip(" |")
        if at and role in (Role.OUTCOME, Role.OTHER) and ended and behind is None:
            continue
        if at and role is Role.OUTCOME and behind is None and is_section(text):
            ended = True
            continue
        if at and role is Role.OUTCOME:
            outcome_cell(part, place, behind, found)
            continue
        if at and role is Role.OTHER:
            _guidance(part, place, slices, frags, guidance, found)
            continue
        if lane_role is Role.CRITERIA and role is Role.FREE and at:
            hangs = carried or is_open(passage.text)
            hangs = hangs or (part.frag.wrapped and not part.frag.gap and not passage.text.endswith((".", ";")))
            if not ended and not leftovers and text[:1].islower() and hangs:
                carried = True
                passage.add(text, part.frag.pieces, gap=False)
                found.doubt(
                    where, "It was cut by the edge of a page; the line that follows was taken for the rest of it."
                )
                continue
            ended = ended or is_section(text, heading=part.frag.heading)
            leftovers.append(part)
            continue
        heads = is_section(text) or (next_outcome > 0 and is_header(text) and text[:1].isupper())
        if lane_role is Role.CRITERIA and at and part.frag.gap and heads and not is_open(passage.text):
            ended = True
            continue
        if lane_role is Role.CRITERIA and at and next_outcome and part.frag.gap and begins_outcome(part, next_outcome):
            ended = True  # an outcome in a row of its own above its criteria
        if ended or (part.frag.breaks and at) or (at and part.starts_line and _is_apart(text, place, passage)):
            again = NUMBERED_NOTE.match(text) if text[:1] != "(" else None
            is_own = again is not None and int(again[1]) == place.o
            if again is not None and is_own and begins_with_verb(text[again.end() :].lstrip(" .:)")):
                found.doubt(where, f"The number {again[1]}.{again[2]} stands behind it once more before a verb.")
            ended = True
            leftovers.append(part)
            continue
        if role is Role.FREE and at:
            if is_header(text):
                ended = (next_outcome > 0 or behind is None) and not is_open(passage.text)
                continue
            if next_outcome and (begins_outcome(part, next_outcome) or _is_unmarked_outcome(slices, at, passage)):
                ended = True
                leftovers.append(part)
                continue
            if is_section(text, heading=part.frag.heading, gap=alone) or (
                passage.text and part.frag.gap and not _goes_on(passage, text)
            ):
                ended = True
                leftovers.append(part)
                continue
        if next_outcome and role is Role.FREE and (cut := outcome_inside(text, next_outcome)) is not None:
            passage.add(text[:cut].strip(), part.frag.pieces, gap=part.frag.gap)
            leftovers.append(Slice(frag=part.frag, text=text[cut:].strip(), starts_line=True))
            ended = True
            continue
        if (
            not next_outcome
            and behind is None
            and len(part.frag.text) > _LONG
            and (section := _INLINE_SECTION.search(text))
        ):
            text, ended = text[: section.start()], True
        if at and part.starts_line and passage.begins_anew(text):
            last = behind is None and not passage.text.split()[-1][:1].isupper()
            share = _ALL if last else _MOST  # behind the last criterion a tail of something else is likelier
            if passage.text.endswith(".") or _had_room(frags, place.frag + at, share):
                found.doubt(where, f"What follows (“{text[:30]}”) was taken for something else.")
                ended = True
                leftovers.append(part)
                continue
            found.doubt(where, f"A line in it begins with a capital (“{text[:30]}”); it may be something else.")
        if text:
            passage.add(text, part.frag.pieces, gap=part.frag.gap and at > 0)
            if part.frag.doubt:
                found.doubt(where, part.frag.doubt)
        elif not at:
            passage.pieces += part.frag.pieces
    if next_outcome:
        before = next((k for k, p in enumerate(leftovers) if begins_outcome(p, next_outcome)), 0)
        spare = leftovers[0].frag if before else None
        if spare is not None and spare.role is Role.FREE and not spare.breaks and begins_with_capital_verb(spare.text):
            found.doubt(where, "A paragraph without a number stands behind it; it was left out.")
        for part in leftovers[:before]:
            if part.frag.role is Role.FREE and not is_section(part.text) and not is_header(part.text):
                found.outcomes.setdefault(place.o, OutcomeText()).guidance.append(part.text)
        outcome_from(leftovers[before:], next_outcome, found)
    elif behind is not None:
        guidance += [p.text for p in leftovers if not is_header(p.text) and not is_section(p.text)]
        for part in leftovers:
            if begins_with_capital_verb(part.text) and part.frag.role is Role.FREE:
                found.doubt(where, "A paragraph without a number stands behind it; it was kept as guidance.")
    elif leftovers and not leftovers[0].frag.breaks and begins_with_capital_verb(_unmarked(leftovers[0].text)):
        found.doubt(where, "A paragraph without a number stands behind it; it was left out.")
    if _may_be_woven(place, frags[place.frag], passage):
        found.doubt(where, "An outcome stands on the same line and more lines follow; the columns may be woven.")
    text, points = passage.finish()
    for reason in passage.doubts:
        found.doubt(where, reason)
    if place.damaged:
        found.doubt(where, f"The number is printed as “{place.printed}”; its place in the sequence says {number}.")
    printed = place.printed.rstrip(".")
    return ReadCriterion(
        number=number,
        text=BOILERPLATE_LEAD.sub("", text),
        sub_points=points,
        mark="" if printed == number else printed,
        guidance=paragraphs(guidance),
        pieces=tuple(dict.fromkeys(passage.pieces)),
    )


def _unmarked(text: str) -> str:
    """A line without what was left of its number, with a capital."""
    rest = re.sub(r"^(?:A\.?C\.?\s?(?=[A-Za-z]))?[\s:.)–-]*", "", text)
    return rest[:1].upper() + rest[1:]


def _is_apart(text: str, place: Place, passage: Passage) -> bool:
    """Whether a line stands apart from the criterion before it: a note on a number that has been, a heading."""
    if not passage.text:
        return False
    if is_note(text):
        return True
    if is_open(passage.text):
        return False
    if (note := NUMBERED_NOTE.match(text)) is not None:
        return (int(note[1]), int(note[2])) <= (place.o, place.n)
    mark = outcome_mark(text)
    if mark is not None and mark.number <= place.o:
        return is_outcome_like(mark.text)
    if is_shouted(text) and not is_shouted(passage.text):
        return True
    return is_label_line(text) and not passage.text.endswith(":")


def _is_unmarked_outcome(slices: Sequence[Slice], at: int, passage: Passage) -> bool:
    """Whether a line without a number begins as outcomes do, and no line behind it is marked as one."""
    text = slices[at].text
    if not passage.text or not OUTCOME_WORDS.match(text) or (is_open(passage.text) and text[:1].islower()):
        return False
    return not any(outcome_mark(p.text) for p in slices[at:])


def _had_room(frags: Sequence[Frag], at: int, share: float) -> bool:
    """Whether the line before ended although the next word had room on it, measured by the lines around."""
    width = max(len(f.text) for f in frags[max(0, at - 6) : at + 6] if f.wrapped) if frags[at].wrapped else 0
    word = frags[at].text.partition(" ")[0]
    return len(frags[at - 1].text) + 1 + len(word) <= share * width


def _may_be_woven(place: Place, frag: Frag, passage: Passage) -> bool:
    """Whether a criterion over several lines began on a line that an outcome begins, and nothing took them apart."""
    shared = place.start > 0 and frag.role is Role.FREE and frag.wrapped and outcome_mark(frag.text) is not None
    return shared and len(frag.text) < _LONG and len(set(passage.pieces)) > len(frag.pieces)


def _goes_on(passage: Passage, text: str) -> bool:
    """Whether a new paragraph still belongs to the criterion."""
    if BULLET.match(text) or SUB_MARK.match(text):
        return True
    last = passage.points[-1] if passage.points else passage.text
    return is_open(last) or last.endswith(":") or (text[:1].islower() and not last.endswith("."))


def _guidance(
    part: Slice, place: Place, slices: Sequence[Slice], frags: Sequence[Frag], guidance: list[str], found: Found
) -> None:
    """A line of a column beside: the criterion's where it is alone in its row, else the outcome's."""
    if is_header(part.text) or not re.search(r"\w", part.text):
        return
    alone = sum(1 for f in frags if f.row == part.frag.row and f.role is Role.CRITERIA and f.gap) == 1
    if part.frag.row == slices[0].frag.row and part.frag.table and alone:
        guidance.append(part.text)
    else:
        found.outcomes.setdefault(place.o, OutcomeText()).guidance.append(part.text)
