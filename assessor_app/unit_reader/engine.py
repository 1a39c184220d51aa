"""A layout becomes units: furniture out, file divided, numbers chained, outcomes and criteria put together, checked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assessor_app.domain.reading import FieldName, ReadField, ReadOutcome, ReadUnit
from assessor_app.domain.units import Doubt, OutcomeKind
from assessor_app.unit_reader.checks import check
from assessor_app.unit_reader.criteria import assemble
from assessor_app.unit_reader.division import divide
from assessor_app.unit_reader.flow import Frag, Role, flow
from assessor_app.unit_reader.furniture import without_furniture
from assessor_app.unit_reader.gathered import Metadata
from assessor_app.unit_reader.heaps import pair_heaps
from assessor_app.unit_reader.layout import Layout, Row, squeeze
from assessor_app.unit_reader.limits import Watch
from assessor_app.unit_reader.local import assemble_local
from assessor_app.unit_reader.local_marks import local_mark
from assessor_app.unit_reader.marks import is_header, is_outcome_like, is_section, outcome_mark
from assessor_app.unit_reader.metadata import read_metadata
from assessor_app.unit_reader.numbers import Place, chain, places, runs, unused_numbers, without_gaps
from assessor_app.unit_reader.outcomes import OUTCOME_WORDS
from assessor_app.unit_reader.regime import read_regime, requires_workplace
from assessor_app.unit_reader.schemes import with_marks, with_numbers, with_plain_outcomes
from assessor_app.unit_reader.verbs import begins_with_verb, may_begin_with_verb
from assessor_app.unit_reader.weave import unweave
from assessor_app.unit_reader.words import OUTCOME_LEAD

THIN = "No heading and no outcome’s words say that these are outcomes and criteria; it may be another document."
LEFT_OUT = "Merit and distinction criteria stand beside the others; they were left out."
_HIGHER_GRADE = re.compile(r"(?:\d|[A-H]\.)?[MD]\d{1,2}\b")
_KNOWLEDGE = re.compile(r"(?:understand|know)\b", re.IGNORECASE)
_COMPETENCE = re.compile(r"(?:be able to)\b", re.IGNORECASE)
_UNIT_WORDS = re.compile(r"\bunit\b|\boutcomes?\b|\bassessment\s+criteri|\blearners?\s+(?:can|will)\b", re.IGNORECASE)
_LEARNER = re.compile(r"(?:the\s+)?(?:learner|candidate|student)s?\s+can\b", re.IGNORECASE)
_VALUES = frozenset((FieldName.REFERENCE, FieldName.CREDIT, FieldName.GLH, FieldName.TQT))
_PURPOSE = re.compile(
    r"(?:unit\s+)?(?:purpose|aims?|summary|overview|introduction|purpose\s+and\s+aims?)(?:\s*:)?|about\s+this\s+unit",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of one unit with its fragments, and the chain of its numbers (empty: it has no full numbers)."""

    rows: tuple[tuple[int, Row], ...]
    frags: tuple[Frag, ...]
    run: tuple[Place, ...]
    printed: Mapping[str, str] = field(default_factory=dict)  # the document's marks, A1 for 1.1


def find_units(layout: Layout, watch: Watch) -> tuple[ReadUnit, ...]:
    """The units of a document in its order; empty where nothing can be paired."""
    layout = without_furniture(layout)
    parts: list[_Part] = []
    ranges = divide(layout.rows)
    numbered = tuple(enumerate(layout.rows))
    for k, (start, stop) in enumerate(ranges):
        watch.step(k, len(ranges))
        parts += _parts(numbered[start:stop])
    units = []
    lost: list[str] = []
    for part in parts:
        unit = _unit(part, layout)
        if unit is not None:
            units.append(unit)
        elif (name := _lost_name(part)) is not None:
            lost.append(name)
    for name in lost:
        doubt = Doubt(where="unit", reason=f"The file names another unit, “{name}”, of which no criteria were found.")
        units = [replace(u, doubts=(*u.doubts, doubt)) for u in units]
    return tuple(units)


def _lost_name(part: _Part) -> str | None:
    """The title of rows that look like a unit's, with columns or headings of criteria, although none could be read."""
    if not any(f.role is Role.CRITERIA or f.breaks or is_header(f.text) for f in part.frags):
        return None
    title = read_metadata(part.rows, part.rows[-1][0] + 1, ()).found.get(FieldName.TITLE)
    return title.value if title is not None else None


def _parts(rows: tuple[tuple[int, Row], ...]) -> list[_Part]:
    """The rows as one part, or as several where the numbers start again."""
    rows = with_plain_outcomes(rows)
    frags = _fragments(rows)
    found = places(frags)
    cut = [without_gaps(r, found) for r in runs(chain(found)) if _is_unit(r, frags)]
    if not cut or all(p.damaged for run in cut for p in run):
        plain, printed = with_numbers(rows)
        if printed:
            numbered = _fragments(plain)
            return [_Part(plain, numbered, tuple(chain(places(numbered), restarts=False)), printed=printed)]
    if not cut or all(p.damaged and p.printed.rstrip(".:").isdecimal() for run in cut for p in run):
        return [_Part(rows, frags, ())]  # 11, 12, 13 are the end of a list that is counted on
    kept = [cut[0]]
    dropped = False
    for run in cut[1:]:
        if not _repeats(run, kept[-1], frags) and _has_outcome(frags[kept[-1][-1].frag + 1 : run[0].frag + 1]):
            kept.append(run)
        else:
            dropped = True
    if len(kept) == 1:
        through = without_gaps(chain(found, restarts=False), found) if dropped else []
        longer = len(through) > len(kept[0]) and _is_unit(through, frags)
        return [_Part(rows, frags, tuple(through if longer else kept[0]))]
    parts = []
    start = 0
    for run, behind in zip(kept, [*kept[1:], None], strict=True):
        stop = len(rows) if behind is None else _boundary(rows, frags[run[-1].frag].row, frags[behind[0].frag].row)
        own = rows[start:stop]
        own_frags = _fragments(own)
        own_places = places(own_frags)
        best = max((without_gaps(r, own_places) for r in runs(chain(own_places))), key=len, default=[])
        parts.append(_Part(own, own_frags, tuple(best)))
        start = stop
    return parts


def _fragments(rows: Sequence[tuple[int, Row]]) -> tuple[Frag, ...]:
    boxes = _boxes(rows)
    kept = [(i, r) for i, r in rows if i not in boxes]
    frags = flow([r for _, r in kept])
    numbered = [replace(f, row=kept[f.row][0]) for f in frags]
    return tuple(pair_heaps(unweave(numbered)))


def _boxes(rows: Sequence[tuple[int, Row]]) -> set[int]:
    """Rows of metadata boxes; they may stand in the middle of the criteria, on every page again."""
    return read_metadata(rows, 10**9, ()).rows


def _boundary(rows: Sequence[tuple[int, Row]], last: int, behind: int) -> int:
    """Where the second of two units without headings begins: at the headings or page above its first number."""
    at = next(k for k, (i, _) in enumerate(rows) if i == behind)
    best = at
    for k in range(at - 1, 0, -1):
        index, row = rows[k]
        if index <= last:
            break
        if any(line.heading for cell in row.cells for line in cell.lines) or is_header(row.text):
            best = k
    return best


def _is_unit(run: Sequence[Place], frags: Sequence[Frag]) -> bool:
    """Whether numbers are criteria and not sections of a handbook: by verbs, headings and outcomes."""
    if len(run) < 2:
        return False
    texts = []
    for place in run:
        text = frags[place.frag].text[place.end :].lstrip(" .:–-)")
        if not text and place.frag + 1 < len(frags):
            text = frags[place.frag + 1].text
        texts.append(text)
    verbs = sum(1 for t in texts if begins_with_verb(t)) / len(texts)
    low, high = max(0, run[0].frag - 60), run[-1].frag + 1
    header = any(is_header(f.text) for f in frags[low:high])
    if not header and (run[0].o, run[0].n) != (1, 1):
        return False  # sections of a guide, which begin anywhere
    score = verbs + (0.4 if header else 0.0)
    return (score >= 0.55 and not (verbs < 0.25 and not header)) or _under_named_outcomes(run, frags)


def _under_named_outcomes(run: Sequence[Place], frags: Sequence[Frag]) -> bool:
    """Whether `Outcome 1` stands right before the first number of each outcome: then statements are criteria too."""
    firsts = [(a, b) for a, b in zip([None, *run], run, strict=False) if a is None or a.o != b.o]
    for before, first in firsts:
        start = max(before.frag + 1 if before is not None else 0, first.frag - 12)
        marks = [outcome_mark(f.text) for f in frags[start : first.frag + 1]]
        if not any(m is not None and m.named and m.number == first.o for m in marks):
            return False
    return len(firsts) > 1


def _repeats(run: Sequence[Place], earlier: Sequence[Place], frags: Sequence[Frag]) -> bool:
    """Whether a second run is the first one again: an evidence log, a checklist, a summary."""
    first = {(p.o, p.n): frags[p.frag].text[p.end :].strip(" .:").casefold()[:40] for p in earlier}
    same = sum(
        1 for p in run if _alike(frags[p.frag].text[p.end :].strip(" .:").casefold()[:40], first.get((p.o, p.n)))
    )
    return same >= 0.6 * len(run)


def _has_outcome(frags: Sequence[Frag]) -> bool:
    """Whether an outcome or the headings above criteria stand here; numbers without either are notes on a unit."""
    for frag in frags:
        mark = outcome_mark(frag.text)
        likely = mark is not None and (mark.named or is_outcome_like(mark.text))
        if likely or frag.role is Role.OUTCOME or is_header(frag.text) or is_outcome_like(frag.text):
            return True
    return False


def _alike(text: str, earlier: str | None) -> bool:
    return earlier is not None and (not text or text[:25] == earlier[:25])


def _unit(part: _Part, layout: Layout) -> ReadUnit | None:
    if part.run:
        outcomes, doubts = assemble(part.frags, part.run)
        doubts += unused_numbers(part.frags, part.run)
        if sum(1 for f in part.frags if _HIGHER_GRADE.match(f.text)) > 1:
            doubts.append(Doubt(where="unit", reason=LEFT_OUT))
        first, last = part.frags[part.run[0].frag].row, part.frags[part.run[-1].frag].row
    else:
        outcomes, doubts, at = assemble_local(part.frags)
        if not _is_local_unit(outcomes, part.frags):
            return None
        used = set(outcomes[0].pieces) | set(outcomes[0].criteria[0].pieces)
        first = min((f.row for f in part.frags if used.intersection(f.pieces)), default=0)
        last = part.frags[at].row
    if sum(1 for o in outcomes for c in o.criteria if re.search(r"[A-Za-z]", c.text)) < max(
        2, 0.5 * sum(len(o.criteria) for o in outcomes)
    ):
        return None  # too few, or numbers that are only named, as in a log
    if part.printed:
        outcomes = with_marks(outcomes, part.printed)
    if not any(_LEARNER.match(c.text) for o in outcomes for c in o.criteria):
        outcomes = tuple(replace(o, text=OUTCOME_LEAD.sub("", o.text, count=1)) for o in outcomes)
    meta = read_metadata(part.rows, first, layout.furniture, layout.around, last=last)
    text = "\n".join(squeeze(row.text) for _, row in part.rows)
    if not _says_so(text, outcomes, meta):
        return None
    _purpose(part, first, meta)
    doubts = [*doubts, *check(outcomes, text), *meta.doubts]
    named = _UNIT_WORDS.search(text) is not None or bool(_VALUES.intersection(meta.found))
    if not _stands_out(part.frags, outcomes) or not (named or any(OUTCOME_WORDS.match(o.text) for o in outcomes)):
        doubts.append(Doubt(where="unit", reason=THIN))
    if layout.empty_pages:
        pages = ", ".join(str(p) for p in layout.empty_pages[:20])
        doubts.append(
            Doubt(where="unit", reason=f"No text on page {pages}: it is an image. What it says was not read.")
        )
    prose = "\n".join(text for text, _ in _paragraphs(part.rows))
    return ReadUnit(
        fields=tuple(meta.found[n] for n in FieldName if n in meta.found),
        outcomes=tuple(replace(o, kind=_kind(o, prose)) for o in outcomes),
        doubts=tuple(dict.fromkeys(doubts)),
        regime=read_regime(prose),
        requires_workplace=requires_workplace(prose),
    )


def _is_local_unit(outcomes: Sequence[ReadOutcome], frags: Sequence[Frag]) -> bool:
    criteria = [c for o in outcomes for c in o.criteria]
    if len(criteria) < 2:
        return False
    verbs = sum(1 for c in criteria if begins_with_verb(c.text)) / len(criteria)
    named = sum(1 for f in frags if (m := outcome_mark(f.text)) is not None and m.named)
    marked = sum(1 for f in frags if local_mark(f.text) is not None)
    header = any(is_header(f.text) for f in frags) or named > 1
    return (
        verbs >= 0.6
        or (header and verbs >= 0.3)
        or (header and all(o.text for o in outcomes) and len(outcomes) > 1 and verbs > 0.15)
        or (named >= len(outcomes) > 1 and all(o.text for o in outcomes) and marked >= len(criteria))  # statements
    )


def _says_so(text: str, outcomes: Sequence[ReadOutcome], meta: Metadata) -> bool:
    """Whether anything tells a unit from other numbered duties: a word, a value, or how an outcome begins."""
    told = _UNIT_WORDS.search(text) is not None or bool(_VALUES.intersection(meta.found))
    return told or any(not o.text or is_outcome_like(o.text) or may_begin_with_verb(o.text) for o in outcomes)


def _stands_out(frags: Sequence[Frag], outcomes: Sequence[ReadOutcome]) -> bool:
    """Whether a heading, labels or words of outcomes tell criteria from other numbered sentences."""
    named = sum(1 for f in frags if (m := outcome_mark(f.text)) is not None and m.named)
    likely = sum(1 for o in outcomes if is_outcome_like(o.text) or may_begin_with_verb(o.text))
    header = any(is_header(f.text) or f.role is not Role.FREE for f in frags)
    return header or named > 1 or 2 * likely >= len(outcomes)


def _kind(outcome: ReadOutcome, prose: str) -> OutcomeKind | None:
    if _KNOWLEDGE.match(outcome.text):
        return OutcomeKind.KNOWLEDGE
    if _COMPETENCE.match(outcome.text) or "unit is competence-based" in prose:
        return OutcomeKind.COMPETENCE
    return None


def _purpose(part: _Part, first: int, meta: Metadata) -> None:
    """The paragraph below a heading `Purpose`, or the first that begins with `This unit`."""
    head = [(i, row) for i, row in part.rows if i < first and i not in meta.rows]
    below = False
    for text, pieces in _paragraphs(head):
        starts = re.match(r"(?:this|the\s+(?:aim|purpose)\s+of\s+this)\s+unit\b", text, re.IGNORECASE) is not None
        if (below or starts) and len(text) > 40 and not is_header(text) and not is_section(text):
            meta.found[FieldName.PURPOSE] = ReadField(name=FieldName.PURPOSE, value=text, pieces=pieces)
            return
        below = _PURPOSE.fullmatch(text) is not None


def _paragraphs(rows: Sequence[tuple[int, Row]]) -> list[tuple[str, tuple[int, ...]]]:
    """The free text as paragraphs, over wrapped lines."""
    paragraphs: list[tuple[str, tuple[int, ...]]] = []
    for _, row in rows:
        if len(row.cells) != 1:
            continue
        for line in row.cells[0].lines:
            if line.gap or not paragraphs or not row.wrapped:
                paragraphs.append((squeeze(line.text), line.pieces))
            else:
                text, pieces = paragraphs[-1]
                paragraphs[-1] = (f"{text} {squeeze(line.text)}", pieces + line.pieces)
    return paragraphs
