"""The words of outcomes of a unit with full numbers: from cells, from lines above their criteria, from a list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assessor_app.domain.units import Doubt
from assessor_app.unit_reader.flow import Frag, Role
from assessor_app.unit_reader.joining import join
from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.marks import (
    OutcomeMark,
    is_header,
    is_outcome_like,
    is_section,
    outcome_mark,
)
from assessor_app.unit_reader.numbers import Place
from assessor_app.unit_reader.words import BOILERPLATE, BOILERPLATE_LEAD, is_open

_LABEL = re.compile(r"(?:learning\s+)?outcome\s*[:–-]\s*(?=[A-Za-z])", re.IGNORECASE)  # without a number
_OTHER_NAME = re.compile(r"[A-Z][A-Za-z]+\s(\d{1,2})\s*[:.–-]?\s+(?=[A-Z][a-z])")  # `Topic 2: ...`
OUTCOME_WORDS = re.compile(r"(?:be able to|understand|know)\b", re.IGNORECASE)
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


def begins_outcome(part: Slice, number: int) -> bool:
    mark = outcome_mark(part.text)
    return mark is not None and mark.number == number and (mark.named or part.starts_line)


def outcome_inside(text: str, number: int) -> int | None:
    """Where in a line the next outcome begins; None where it does not."""
    pattern = (
        rf"(?:(?<![\w.,/])|(?<=[a-z%)]))(?i:(?:learning\s+)?outcome\s*|LO\s*)?{number}(?!\.?\d)\s*[.:)–-]?\s+(?=[A-Z])"
    )
    matches = [m for m in re.finditer(pattern, text) if m.start()]
    good = [m for m in matches if is_outcome_like(text[m.end() :]) or re.match(r"[A-Za-z]", m[0])]
    return (good or matches)[-1].start() if matches else None


def outcome_cell(part: Slice, place: Place, behind: Place | None, found: Found) -> None:
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
    begins = OUTCOME_WORDS.match(part.text) is not None and part.text[:1].isupper()
    complete = part.frag.gap and current is not None and current.text and (begins or not is_open(current.text))
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


def outcome_from(parts: Sequence[Slice], number: int, found: Found) -> None:
    """The next outcome's words from the lines before its first criterion."""
    starts = [k for k, p in enumerate(parts) if begins_outcome(p, number)]
    if starts:
        named = [k for k in starts if (m := outcome_mark(parts[k].text)) is not None and m.named]
        likely = [k for k in starts if (m := outcome_mark(parts[k].text)) is not None and is_outcome_like(m.text)]
        at = (named or likely or starts)[-1]
        mark = outcome_mark(parts[at].text)
        assert mark is not None
        _start_outcome(mark, parts[at], found)
        _continue_outcome(parts[at + 1 :], found.outcomes[number], number, found)
        return
    if found.outcomes.get(number, OutcomeText()).text:
        return
    plain = [
        k
        for k, p in enumerate(parts)
        if (is_outcome_like(p.text) or _LABEL.match(p.text))
        and (p.frag.gap or p.frag.heading or (p.starts_line and (OUTCOME_WORDS.match(p.text) or _LABEL.match(p.text))))
    ]
    if plain:
        at = plain[-1]
        words = found.outcomes.setdefault(number, OutcomeText())
        words.text, words.pieces = _LABEL.sub("", parts[at].text), list(parts[at].frag.pieces)
        _continue_outcome(parts[at + 1 :], words, number, found)
        return
    for k in range(len(parts) - 1, -1, -1):
        label = _OTHER_NAME.match(parts[k].text)
        if label is not None and int(label[1]) == number:
            words = found.outcomes.setdefault(number, OutcomeText())
            words.text, words.pieces = parts[k].text[label.end() :], list(parts[k].frag.pieces)
            _continue_outcome(parts[k + 1 :], words, number, found)
            found.doubt(f"outcome {number}", f"The document calls it “{label[0].strip()}”; it may be no outcome.")
            return


def _continue_outcome(parts: Sequence[Slice], words: OutcomeText, number: int, found: Found) -> None:
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
        if words.text and re.match(r"[A-Z][a-z]", text) and not is_open(words.text):
            reason = f"A line in it begins with a capital (“{text[:30]}”); it may be something else."
            found.doubt(f"outcome {number}", reason)
        words.text = join(words.text, text)
        words.pieces += part.frag.pieces


def before_first(frags: Sequence[Frag], first: Place, found: Found) -> None:
    """The first outcome stands before the first criterion."""
    low = max(0, first.frag - _REACH)
    parts = [Slice(frag=f, text=f.text, starts_line=True) for f in frags[low : first.frag]]
    head = frags[first.frag].text[: first.start].strip(" |")
    if head:
        inside = outcome_inside(f" {head}", first.o)
        text = head if inside is None else head[max(0, inside - 1) :]
        parts.append(Slice(frag=frags[first.frag], text=text, starts_line=True))
    row = frags[first.frag].row
    cells = [p for p in parts if p.frag.role is Role.OUTCOME]
    if cells and (cells[-1].frag.row == row or frags[first.frag].role is Role.CRITERIA):
        begin = max((k for k, p in enumerate(cells) if begins_outcome(p, first.o)), default=None)
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
    outcome_from([p for p in parts if p.frag.role is not Role.OTHER or is_header(p.text)], first.o, found)


def listed_outcomes(frags: Sequence[Frag]) -> dict[int, tuple[str, list[int]]]:
    """Outcomes that are listed before the criteria begin: 1, 2, 3 ... each beginning as outcomes do."""
    listed: dict[int, tuple[str, list[int]]] = {}
    last = -1
    for k, frag in enumerate(frags):
        mark = outcome_mark(frag.text)
        if mark is not None and (mark.named or is_outcome_like(mark.text)) and mark.number == len(listed) + 1:
            listed[mark.number] = (squeeze(mark.text), list(frag.pieces))
            last = k
        elif listed and k == last + 1 and not frag.gap and frag.wrapped and mark is None and not is_header(frag.text):
            text, pieces = listed[len(listed)]
            listed[len(listed)] = (squeeze(f"{text} {frag.text}"), pieces + list(frag.pieces))
            last = k
    return listed if len(listed) > 1 else {}
