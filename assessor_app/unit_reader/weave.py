"""Columns woven line by line into plain text are taken apart again, as far as the document itself tells how.

`3 Understand the structure 3.1 Explain the features of / of customer service different customer service` holds two
sentences in each line. Where to cut is judged by word pairs that stand elsewhere in the same document, by sentences
that may not break off, and by the width at which the columns wrap. It is never certain: every result carries a doubt.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assessor_app.unit_reader.flow import Frag, Role
from assessor_app.unit_reader.joining import BULLET
from assessor_app.unit_reader.marks import is_header, is_section, outcome_mark
from assessor_app.unit_reader.words import DETERMINERS, FUNCTION_WORDS, OPEN_ENDS, OTHER_HEADER, is_adjective

WOVEN = "The columns are woven line by line here; where one ends and the next begins was settled by sense."
_LONGEST = 16  # lines of one weave
_BEAM = 48
_MOST_WORDS = 40  # in a line; longer ones are not cut
_DOTTED = re.compile(r"(?<![\w.])\d{1,2}\.\d{1,2}\.?(?![\d.])")
_GLUED = re.compile(r"[a-z]\d{1,2}\.\d")  # a text that lost its blanks, not one whose columns were woven
_LINKS = frozenset(("of", "for", "in", "to", "with", "by", "on", "at", "from", "that", "which", "when", "and", "or"))
# Weights, in the measure in which a word pair that stands elsewhere in the document counts 1.
_UNSEEN = -0.3  # a pair that stands nowhere else
_CUT = 0.35  # to cut a line at all
_FULL = 0.6  # a column that ends on a full line
_MODALS = frozenset(("can", "will", "must", "should", "may", "could", "would"))
_MODALS |= frozenset(("have", "has", "be", "been", "being", "is", "are"))
_WIDEST = 120  # characters of a line that can be a page's


@dataclass(frozen=True, slots=True)
class _Lane:
    words: tuple[str, ...] = ()
    line: int = 0  # length of its last line
    ended: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    lanes: tuple[_Lane, ...]
    cuts: tuple[tuple[int, ...], ...]


def unweave(frags: Sequence[Frag]) -> list[Frag]:
    """The fragments with every weave taken apart into an outcome, its criteria, and what stands beside them."""
    regions = _regions(frags)
    if not regions:
        return list(frags)
    woven = {i for start, stop, _ in regions for i in range(start, stop)}
    plain = [f for i, f in enumerate(frags) if i not in woven and f.role is Role.FREE]
    evidence = _Evidence.of(
        plain, [_halves(frags[start].text) for start, _, _ in regions], [frags[i].text for i in sorted(woven)]
    )
    out: list[Frag] = []
    at = 0
    for start, stop, lanes in regions:
        out += frags[at:start]
        out += _taken_apart(frags[start:stop], lanes, evidence)
        at = stop
    out += frags[at:]
    return out


def _regions(frags: Sequence[Frag]) -> list[tuple[int, int, int]]:
    """Start, stop and number of columns of each weave."""
    regions: list[tuple[int, int, int]] = []
    columns = 2
    i = 0
    while i < len(frags):
        frag = frags[i]
        if frag.role is Role.FREE and is_header(frag.text):
            columns = 3 if _has_third(frags, i) else 2
        if not _is_woven(frag):
            i += 1
            continue
        stop = i + 1
        while stop < len(frags) and stop - i < _LONGEST:
            behind = frags[stop]
            numbered = _DOTTED.match(behind.text) is not None
            if behind.role is not Role.FREE or not behind.wrapped or outcome_mark(behind.text):
                break
            if numbered and (columns == 2 or behind.gap):
                break
            if is_header(behind.text) or is_section(behind.text, heading=behind.heading, gap=behind.gap):
                break
            if behind.gap and behind.text[:1].isupper() and columns == 2:
                break
            stop += 1
        if stop - i > 1:
            regions.append((i, stop, columns))
        i = stop
    return regions


def _has_third(frags: Sequence[Frag], at: int) -> bool:
    """Whether the headings at `at` name a column beside outcomes and criteria."""
    near = " ".join(f.text for f in frags[max(0, at - 2) : at + 3] if is_header(f.text))
    return any(OTHER_HEADER.match(near, m.start()) for m in re.finditer(r"\b[A-Z]", near))


def _is_woven(frag: Frag) -> bool:
    if frag.role is not Role.FREE or not frag.wrapped or len(frag.text) > _WIDEST or _GLUED.search(frag.text):
        return False
    mark = outcome_mark(frag.text)
    numbers = _DOTTED.findall(frag.text)
    return mark is not None and len(numbers) == 1 and numbers[0].rstrip(".") == f"{mark.number}.1" and bool(mark.text)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the undamaged rest of the document says about word order and column widths."""

    pairs: Counter[tuple[str, ...]]
    woven: Counter[tuple[str, ...]]
    widths: tuple[float, float, float]

    @classmethod
    def of(cls, frags: Sequence[Frag], halves: Sequence[tuple[str, str]], lines: Sequence[str]) -> "_Evidence":
        pairs: Counter[tuple[str, ...]] = Counter()
        before: list[str] = []
        outcomes = [len(head) for head, _ in halves]
        lengths: list[int] = []
        in_outcome = in_criterion = False
        for frag in frags:
            words = _plain(frag.text)
            run = words if frag.gap else [*before[-2:], *words]
            for n in (2, 3):
                pairs.update(zip(*(run[k:] for k in range(n)), strict=False))
            before = run
            numbered, mark = _DOTTED.match(frag.text), outcome_mark(frag.text)
            in_outcome = mark is not None or (in_outcome and not frag.gap and numbered is None)
            if in_outcome and len(frag.text) <= _WIDEST:
                outcomes.append(len(mark.text if mark is not None else frag.text))
            elif numbered is not None:
                lengths.append(len(frag.text[numbered.end() :].strip()))
                in_criterion = True
            elif in_criterion and not frag.gap and len(frag.text) <= _WIDEST:
                lengths.append(len(frag.text))
            else:
                in_criterion = False
        for n in (2, 3):
            pairs.update(
                p for half in halves for part in half for p in zip(*(_plain(part)[k:] for k in range(n)), strict=False)
            )
        if len(lengths) <= 4:
            numbered_lines = [line for line in lines if _DOTTED.match(line)]
            lengths += [len(line) - len(_DOTTED.match(line)[0]) - 1 for line in numbered_lines]  # type: ignore[index]
        woven: Counter[tuple[str, ...]] = Counter(p for line in lines for p in pairwise(_plain(line)))
        lengths.sort()
        width = float(lengths[int(len(lengths) * 0.95)]) if len(lengths) > 4 else 0.0
        return cls(pairs, woven, (float(max(outcomes)), width, 0.0))

    def joint(self, before: Sequence[str], behind: Sequence[str]) -> float:
        """How much speaks for `behind` carrying `before` on."""
        if not before or not behind:
            return 0.0
        a, b = _plain(" ".join(before[-2:])), _plain(" ".join(behind[:2]))
        if not a or not b:
            return 0.0
        score = _UNSEEN
        if is_adjective(a[-1]):
            score = 0.4 if b[0] not in FUNCTION_WORDS else -0.6
        elif b[0] in _LINKS and a[-1] not in FUNCTION_WORDS:
            score = 0.1
        if before[-1][:1].isupper() and behind[0][:1].isupper() and len(before) > 1:
            score = 0.4
        elif before[-1][:1].islower() and behind[0][:1].isupper():
            score = -0.8
        elif before[-1].isdigit() and behind[0][:1].islower():
            score = -0.6
        if self.woven[(a[-1], b[0])]:
            score = max(score, 0.3)
        if self.pairs[(a[-1], b[0])]:
            score = 1.0
            if len(a) > 1 and self.pairs[(a[-2], a[-1], b[0])]:
                score += 0.6
            if len(b) > 1 and self.pairs[(a[-1], b[0], b[1])]:
                score += 0.6
        elif a[-1] in DETERMINERS and b[0] in FUNCTION_WORDS:
            score = -1.5
        elif a[-1] in OPEN_ENDS and a[-1] not in _MODALS and (b[0] in DETERMINERS or b[0] not in FUNCTION_WORDS):
            score = 0.5
        elif len(before) > 1 and before[-2].endswith(",") and b[0] in ("and", "or"):
            score = 0.9  # a list that goes on
        if before[-1].endswith((".", ";", ":")):
            score -= 0.5
        return score


def _halves(first: str) -> tuple[str, str]:
    """What stands before and behind the criterion number in the first line of a weave."""
    number = next(_DOTTED.finditer(first))
    mark = outcome_mark(first[: number.start()].strip(" |"))
    return mark.text if mark is not None else "", first[number.end() :].partition(" | ")[0].strip()


def _plain(text: str) -> list[str]:
    """Words without case and signs; every number counts as the same word."""
    return [re.sub(r"\d+", "#", word) for word in re.findall(r"[\w’'/-]+", text.casefold())]


def _taken_apart(frags: Sequence[Frag], columns: int, evidence: _Evidence) -> list[Frag]:
    first = frags[0].text
    cut = next(_DOTTED.finditer(first)).start()
    lines = [frag.text.split()[:_MOST_WORDS] for frag in frags]
    head = len(first[:cut].replace("|", " ").split())
    lines[0] = [w for w in first.split() if w != "|"]
    bar = first[cut:].find(" | ")
    forced = head + len(first[cut : cut + bar].split()) if bar > 0 and columns == 3 else None
    start = _State(0.0, tuple(_Lane() for _ in range(columns)), ())
    beam = [start]
    for k, words in enumerate(lines):
        whole = k > 0 and frags[k].gap
        grown = [
            state
            for old in beam
            for cuts in _cuts(len(words), columns, head if k == 0 else None, forced if k == 0 else None, words)
            if not whole or len({0, *cuts, len(words)}) == 2
            if (state := _grow(old, words, cuts, first=k == 0, whole=whole, evidence=evidence)) is not None
        ]
        if not grown:
            return list(frags)
        beam = sorted(grown, key=lambda s: -s.score)[:_BEAM]
    best = max(beam, key=lambda s: s.score + sum(_ending(lane) for lane in s.lanes if not lane.ended))
    return _made(frags, lines, best, columns)


def _cuts(
    count: int, columns: int, head: int | None, forced: int | None, words: Sequence[str]
) -> list[tuple[int, ...]]:
    numbered = _DOTTED.match(words[0]) is not None if words else False
    listed = bool(words) and BULLET.match(f"{words[0]} x") is not None and columns == 2
    firsts = [head] if head is not None else [0] if numbered or listed else list(range(count + 1))
    if columns == 2:
        return [(a,) for a in firsts]
    if forced is not None and head is not None:
        return [(head, forced)]
    least = 2 if numbered or head is not None else 0  # the number and at least one word of its text
    return [(a, b) for a in firsts for b in range(a + least, count + 1)]


def _grow(
    old: _State, words: Sequence[str], cuts: tuple[int, ...], *, first: bool, whole: bool, evidence: _Evidence
) -> _State | None:
    edges = (0, *cuts, len(words))
    score = old.score
    lanes = []
    for c, lane in enumerate(old.lanes):
        part = words[edges[c] : edges[c + 1]]
        fresh = bool(part) and c == 1 and _DOTTED.match(part[0]) is not None
        if not part:
            ends = not whole and not lane.ended and bool(lane.words) and c < 2
            score += _ending(lane) if ends else 0.0
            if ends and evidence.widths[c]:
                score -= _FULL * max(
                    0.0, lane.line / evidence.widths[c] - 0.6
                )  # a full line goes on more often than not
            lanes.append(replace(lane, ended=lane.ended or ends, line=lane.line if c < 2 or whole else 0))
            continue
        if lane.ended and not fresh:
            return None
        if fresh:
            part_words = part[1:]
            score += _ending(lane) if lane.words and not lane.ended else 0.0
        else:
            part_words = part
            listed = c == 2 and BULLET.match(f"{part[0]} x") is not None
            joint = 0.3 if listed else evidence.joint(lane.words, part_words)
            begins = 0.0 if first and c < 2 else -0.4 if part[0][:1].isupper() or listed else -2.0
            score += joint if lane.words else begins
            score -= 1.0 if lane.words and not lane.line else 0.0
        length = len(" ".join(part_words)) - (_label(words) if first and c == 0 else 0)
        width = evidence.widths[c]
        if width:
            if length > width * 1.06:
                score -= (length - width) / 1.5
            if lane.line and not fresh:
                room = lane.line + 1 + len(part[0])
                score -= max(0.0, width * 0.95 - room) / 4
        lanes.append(_Lane(words=(*lane.words, *part_words)[-4:], line=length))
    for cut in set(cuts):
        if 0 < cut < len(words):
            pair = evidence.joint(words[:cut], words[cut:])
            score -= _CUT + max(0.0, pair) * 0.6
            if is_adjective(words[cut]) and words[cut - 1].casefold() not in FUNCTION_WORDS:
                score += 0.3  # an adjective behind a noun is where another column begins
            if words[cut - 1][:1].islower() and re.match(r"[A-Z][a-z]", words[cut]):
                score += 0.8  # a capital inside a line is where another column begins
    return _State(score, tuple(lanes), (*old.cuts, cuts))


def _label(words: Sequence[str]) -> int:
    """How many characters an outcome's own label takes up in its first line."""
    text = " ".join(words)
    mark = outcome_mark(text)
    return len(text) - len(mark.text) if mark is not None else 0


def _ending(lane: _Lane) -> float:
    """What speaks against a column that ends as it does."""
    if not lane.words:
        return 0.0
    last = lane.words[-1].strip(".;:").casefold()
    if last in OPEN_ENDS or lane.words[-1].endswith(","):
        return -3.0
    return -0.8 if is_adjective(last) else 0.0


def _made(frags: Sequence[Frag], lines: Sequence[Sequence[str]], best: _State, columns: int) -> list[Frag]:
    roles = (Role.OUTCOME, Role.CRITERIA, Role.OTHER)[:columns]
    made: list[Frag] = []
    for c, role in enumerate(roles):
        for k, (frag, words) in enumerate(zip(frags, lines, strict=True)):
            edges = (0, *best.cuts[k], len(words))
            if part := words[edges[c] : edges[c + 1]]:
                made.append(
                    replace(
                        frag, text=" ".join(part), role=role, gap=k == 0, doubt=WOVEN if role is not Role.OTHER else ""
                    )
                )
    return made
