"""Outcomes and criteria of one unit whose criteria carry their full numbers, put together along the chain of numbers.

What stands between two numbers is the first one's text, as far as the columns, headings and paragraphs let it reach.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assessor_app.domain.reading import ReadCriterion, ReadOutcome
from assessor_app.domain.units import Doubt
from assessor_app.unit_reader.flow import Frag, Role
from assessor_app.unit_reader.joining import BULLET, SUB_MARK, Passage, join
from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.marks import (
    NUMBERED_NOTE,
    OutcomeMark,
    is_header,
    is_label_line,
    is_note,
    is_outcome_like,
    is_section,
    is_shouted,
    outcome_mark,
)
from assessor_app.unit_reader.numbers import Place
from assessor_app.unit_reader.verbs import begins_with_capital_verb
from assessor_app.unit_reader.words import BOILERPLATE, BOILERPLATE_LEAD, is_open

_LONG = 400  # characters of a line that is a document of its own
_INLINE_SECTION = re.compile(
    r"\s(?:Assessment (?:guidance|requirements|strategy)|Evidence requirements|Additional information"
    r"|(?:Delivery )?[Gg]uidance(?: on| for)?|Indicative content|Unit content|Notes)\b(?::\s+|\s+(?=[A-Z]))"
)
_OUTCOME = re.compile(r"(?:be able to|understand|know)\b", re.IGNORECASE)
_REACH = 80  # fragments before the first criterion in which its outcome is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """The part of a fragment that stands between two numbers."""

    frag: Frag
    text: str
    starts_line: bool


@dataclass(slots=True)
class Found:
    """Outcome texts and what else was seen on the way."""

    outcomes: dict[int, "OutcomeText"] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, where: str, reason: str) -> None:
        """Notes a doubt once."""
        doubt = Doubt(where=where, reason=reason)
        if doubt not in self.doubts:
            self.doubts.append(doubt)


@dataclass(slots=True)
class OutcomeText:
    """An outcome's words as they come in."""

    text: str = ""
    pieces: list[int] = field(default_factory=list)
    guidance: list[str] = field(default_factory=list)
    marked: bool = False


def assemble(frags: Sequence[Frag], run: Sequence[Place]) -> tuple[tuple[ReadOutcome, ...], list[Doubt]]:
    """The outcomes with their criteria in document order, and the doubts."""
    found = Found()
    made: dict[int, list[ReadCriterion]] = {}
    listed = _listed_outcomes(frags[: run[0].frag])
    _before_first(frags, run[0], found)
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
        text = squeeze(words.text)
        if not text and o in listed:
            text, words.pieces = listed[o]
        if not text:
            found.doubt(f"outcome {o}", "The document gives no text for this outcome.")
        outcomes.append(
            ReadOutcome(
                number=str(o),
                text=text,
                criteria=tuple(made[o]),
                guidance="\n".join(words.guidance),
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
    passage = Passage()
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
        if at and role is Role.OUTCOME:
            _outcome_cell(part, place, behind, found)
            continue
        if at and role is Role.OTHER:
            _guidance(part, place, slices, frags, guidance, found)
            continue
        if lane_role is Role.CRITERIA and role is Role.FREE and at:
            if not ended and text[:1].islower() and (is_open(passage.text) or carried):
                carried = True
                passage.add(text, part.frag.pieces, gap=False)
                found.doubt(
                    where, "It was cut by the edge of a page; the line that follows was taken for the rest of it."
                )
                continue
            ended = ended or is_section(text, heading=part.frag.heading, gap=part.frag.gap)
            leftovers.append(part)
            continue
        if lane_role is Role.CRITERIA and at and part.frag.gap and is_section(text) and not is_open(passage.text):
            ended = True
            continue
        if lane_role is Role.CRITERIA and at and next_outcome and part.frag.gap and _begins_outcome(part, next_outcome):
            ended = True  # an outcome in a row of its own above its criteria
        if ended or (part.frag.breaks and at) or (at and part.starts_line and _is_apart(text, place, passage)):
            ended = True
            leftovers.append(part)
            continue
        if role is Role.FREE and at:
            if is_header(text):
                ended = next_outcome > 0 or behind is None
                continue
            if next_outcome and (_begins_outcome(part, next_outcome) or _is_unmarked_outcome(slices, at, passage)):
                ended = True
                leftovers.append(part)
                continue
            if is_section(text, heading=part.frag.heading, gap=alone) or (
                passage.text and part.frag.gap and not _goes_on(passage, text)
            ):
                ended = True
                leftovers.append(part)
                continue
        if next_outcome and role is Role.FREE and (cut := _outcome_inside(text, next_outcome)) is not None:
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
        if at and part.starts_line and _begins_anew(passage, text):
            if passage.text.endswith(".") or _had_room(frags, place.frag + at):
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
        before = next((k for k, p in enumerate(leftovers) if _begins_outcome(p, next_outcome)), 0)
        spare = leftovers[0].frag if before else None
        if spare is not None and spare.role is Role.FREE and not spare.breaks and begins_with_capital_verb(spare.text):
            found.doubt(where, "A paragraph without a number stands behind it; it was left out.")
        for part in leftovers[:before]:
            if part.frag.role is Role.FREE and not is_section(part.text) and not is_header(part.text):
                found.outcomes.setdefault(place.o, OutcomeText()).guidance.append(part.text)
        _outcome_from(leftovers[before:], next_outcome, found)
    elif behind is not None:
        guidance += [p.text for p in leftovers if not is_header(p.text) and not is_section(p.text)]
        for part in leftovers:
            if begins_with_capital_verb(part.text) and part.frag.role is Role.FREE:
                found.doubt(where, "A paragraph without a number stands behind it; it was kept as guidance.")
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
        guidance="\n".join(g for g in guidance if g),
        pieces=tuple(dict.fromkeys(passage.pieces)),
    )


def _begins_anew(passage: Passage, text: str) -> bool:
    """Whether a line that was added looks like the beginning of something else."""
    if not passage.text or passage.points or passage.text.endswith(":") or is_open(passage.text):
        return False
    return re.match(r"[A-Z][a-z]", text) is not None


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
    if not passage.text or is_open(passage.text) or not _OUTCOME.match(slices[at].text):
        return False
    return not any(outcome_mark(p.text) for p in slices[at:])


def _had_room(frags: Sequence[Frag], at: int) -> bool:
    """Whether the line before ended although the next word had room on it, measured by the lines around."""
    width = max(len(f.text) for f in frags[max(0, at - 6) : at + 6] if f.wrapped) if frags[at].wrapped else 0
    word = frags[at].text.partition(" ")[0]
    return len(frags[at - 1].text) + 1 + len(word) <= 0.75 * width


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


def _begins_outcome(part: Slice, number: int) -> bool:
    mark = outcome_mark(part.text)
    return mark is not None and mark.number == number and (mark.named or part.starts_line)


def _outcome_inside(text: str, number: int) -> int | None:
    """Where in a line the next outcome begins; None where it does not."""
    pattern = (
        rf"(?:(?<![\w.,/])|(?<=[a-z%)]))(?i:(?:learning\s+)?outcome\s*|LO\s*)?{number}(?!\.?\d)\s*[.:)–-]?\s+(?=[A-Z])"
    )
    matches = [m for m in re.finditer(pattern, text) if m.start()]
    good = [m for m in matches if is_outcome_like(text[m.end() :]) or re.match(r"[A-Za-z]", m[0])]
    return (good or matches)[-1].start() if matches else None


def _outcome_cell(part: Slice, place: Place, behind: Place | None, found: Found) -> None:
    """A line of an outcome cell: its number says whose it is, else the criterion that follows in the table."""
    if is_header(part.text) or (part.frag.gap and is_section(part.text)):
        return
    mark = outcome_mark(part.text)
    upcoming = behind.o if behind is not None else place.o
    if mark is not None and mark.number in (place.o, upcoming) and (mark.named or mark.number == upcoming):
        _start_outcome(mark, part, found)
        return
    o = place.o
    current, coming = found.outcomes.get(o), found.outcomes.get(upcoming)
    complete = part.frag.gap and current is not None and current.text and not is_open(current.text)
    if upcoming != place.o and (complete or (coming is not None and coming.text)):
        o = upcoming
    words = found.outcomes.setdefault(o, OutcomeText())
    _add_words(words, part, o, found)


def _add_words(words: OutcomeText, part: Slice, o: int, found: Found) -> None:
    """Carries an outcome's text on; words that stand twice, or broken off and then whole, count once."""
    if part.frag.doubt:
        found.doubt(f"outcome {o}", part.frag.doubt)
    text = squeeze(part.text)
    if not text or text in words.text:
        return
    if words.text and text.casefold().startswith(words.text.casefold()):
        found.doubt(f"outcome {o}", f"The text begins twice; “{words.text}” was left out.")
        words.text = ""
    words.text = join(words.text, text)
    words.pieces += part.frag.pieces


def _start_outcome(mark: OutcomeMark, part: Slice, found: Found) -> None:
    words = found.outcomes.setdefault(mark.number, OutcomeText())
    if part.frag.doubt:
        found.doubt(f"outcome {mark.number}", part.frag.doubt)
    text = BOILERPLATE_LEAD.sub("", mark.text).strip()
    if words.text and words.text.startswith(text[:40]):
        return
    if not words.text or not words.marked:
        words.text, words.pieces, words.marked = text, list(part.frag.pieces), True
    elif text:
        found.doubt(f"outcome {mark.number}", "The outcome stands twice with different words; the first was kept.")


def _outcome_from(parts: Sequence[Slice], number: int, found: Found) -> None:
    """The next outcome's words from the lines before its first criterion."""
    starts = [k for k, p in enumerate(parts) if _begins_outcome(p, number)]
    if starts:
        named = [k for k in starts if (m := outcome_mark(parts[k].text)) is not None and m.named]
        likely = [k for k in starts if (m := outcome_mark(parts[k].text)) is not None and is_outcome_like(m.text)]
        at = (named or likely or starts)[-1]
        mark = outcome_mark(parts[at].text)
        assert mark is not None
        _start_outcome(mark, parts[at], found)
        _continue_outcome(parts[at + 1 :], found.outcomes[number], number)
        return
    if found.outcomes.get(number, OutcomeText()).text:
        return
    plain = [
        k
        for k, p in enumerate(parts)
        if is_outcome_like(p.text) and (p.frag.gap or p.frag.heading or (p.starts_line and _OUTCOME.match(p.text)))
    ]
    if plain:
        at = plain[-1]
        words = found.outcomes.setdefault(number, OutcomeText())
        words.text, words.pieces = parts[at].text, list(parts[at].frag.pieces)
        _continue_outcome(parts[at + 1 :], words, number)


def _continue_outcome(parts: Sequence[Slice], words: OutcomeText, number: int) -> None:
    """Lines that carry an outcome's sentence on; the next outcome of a list ends it."""
    for part in parts:
        text = part.text.strip(" |")
        if (mark := outcome_mark(text)) is not None and mark.number == number + 1 and is_outcome_like(mark.text):
            return
        if is_header(text) or BOILERPLATE.fullmatch(text) or is_section(text, gap=part.frag.gap):
            if words.text:
                return
            continue
        if words.text and part.frag.gap and not (is_open(words.text) or text[:1].islower()):
            return
        words.text = join(words.text, text)
        words.pieces += part.frag.pieces


def _before_first(frags: Sequence[Frag], first: Place, found: Found) -> None:
    """The first outcome stands before the first criterion."""
    low = max(0, first.frag - _REACH)
    parts = [Slice(frag=f, text=f.text, starts_line=True) for f in frags[low : first.frag]]
    head = frags[first.frag].text[: first.start].strip(" |")
    if head:
        inside = _outcome_inside(f" {head}", first.o)
        text = head if inside is None else head[max(0, inside - 1) :]
        parts.append(Slice(frag=frags[first.frag], text=text, starts_line=True))
    row = frags[first.frag].row
    cells = [p for p in parts if p.frag.role is Role.OUTCOME]
    if cells and (cells[-1].frag.row == row or frags[first.frag].role is Role.CRITERIA):
        begin = max((k for k, p in enumerate(cells) if _begins_outcome(p, first.o)), default=None)
        if begin is None:
            begin = next(k for k, p in enumerate(cells) if p.frag.row == cells[-1].frag.row)
        mark = outcome_mark(cells[begin].text)
        if mark is not None and mark.number == first.o:
            _start_outcome(mark, cells[begin], found)
        else:
            words = found.outcomes.setdefault(first.o, OutcomeText())
            words.text, words.pieces = cells[begin].text, list(cells[begin].frag.pieces)
        for part in cells[begin + 1 :]:
            _add_words(found.outcomes[first.o], part, first.o, found)
        return
    _outcome_from([p for p in parts if p.frag.role is not Role.OTHER or is_header(p.text)], first.o, found)


def _listed_outcomes(frags: Sequence[Frag]) -> dict[int, tuple[str, list[int]]]:
    """Outcomes that are listed before the criteria begin: 1, 2, 3 ... each beginning as outcomes do."""
    listed: dict[int, tuple[str, list[int]]] = {}
    for frag in frags:
        mark = outcome_mark(frag.text)
        if mark is not None and (mark.named or is_outcome_like(mark.text)) and mark.number == len(listed) + 1:
            listed[mark.number] = (squeeze(mark.text), list(frag.pieces))
        elif listed and not frag.gap and frag.wrapped and mark is None and not is_header(frag.text):
            text, pieces = listed[len(listed)]
            listed[len(listed)] = (squeeze(f"{text} {frag.text}"), pieces + list(frag.pieces))
    return listed if len(listed) > 1 else {}
