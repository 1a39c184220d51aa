"""Criterion numbers found by their sequence: every place that could be a number, then the best chain through them.

A line's start is only a hint. `7.1 Retailing`, `section 4.2.1`, `1.5 litre` and notes that repeat a number lose because
they do not fit the chain 1.1, 1.2 ... 2.1 ..., not because a rule names them. Time is bounded: each place looks back at
a limited number of places before it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assessor_app.domain.units import Doubt
from assessor_app.unit_reader.flow import Frag, Role
from assessor_app.unit_reader.verbs import begins_with_verb

LOOK_BACK = 120
MOST_PLACES = 20_000
_BRACKETS = ("(", "[")
_MARKS = " -–:.)"
_ABOUT = re.compile(r"(?:the\s+)?(?:learner|candidate|student|assessor)s?\b|\w+:", re.IGNORECASE)  # a note
_NEAR = 40  # characters before and behind a number that are looked at

_NUMBER = re.compile(
    r"(?:(?<![\w.,/£$-])|(?P<glued>(?<=[a-z)%;])|(?<=[a-z)]\.)))(?P<prefix>AC\s?|LO\s?|P\.?C\.?\s?|A\.C\.\s?)?(?:(?P<unit>\d{1,4})\.)?(?P<o>\d{1,2})\.(?P<n>\d{1,2})(?P<dot>\.?)(?![\d])(?!\.\d)",
)
_DAMAGED = re.compile(
    r"(?:AC\s?)?(?P<o>[1-9l])(?P<sep>[,:;\-·]|\s?\.\s|\s\.\s?|(?<=l)\.|\.(?=l)|)(?P<n>[1-9]|1\d|l)(?:[.:](?=\s))?(?![\w.,%])"
)
_BEFORE = re.compile(
    r"(?:\b(?:section|sections|criteri(?:on|a)|acs?|see|paragraphs?|para|clauses?|of|and|or|to|version|units?|figure"
    r"|table|outcomes?|los?|least|than|part|least|about|over|under|up to|approximately|in|with|by|chapter"
    r"|standard|level|page|edition|v)\s*|[(£$&–-]\s*)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s?(?:%|°|(?:litres?|liters?|l|m|mm|cm|kg|g|km|miles?|hours?|hrs?|minutes?|mins?|million|metres?|meters?|volts?|v|amps?"
    r"|bar|ghz|mhz|kw|kva|pints?|tonnes?|pounds?|inch(?:es)?|degrees?|times|m2|psi|gb|mb|ml|x|by|to|and|or)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that could be the number of criterion `o.n`: from `start` to `end` of a fragment's text."""

    frag: int
    start: int
    end: int
    o: int
    n: int
    weight: float
    style: str = ""
    printed: str = ""
    damaged: bool = False


def places(frags: Sequence[Frag]) -> list[Place]:
    """Every place that could be a number, in the order of the text."""
    found: list[Place] = []
    for i, frag in enumerate(frags):
        if frag.role is Role.OTHER:
            continue
        behind = frags[i + 1].text if i + 1 < len(frags) and frags[i + 1].role is frag.role else ""
        found += _in_fragment(i, frag, behind)
        if len(found) > MOST_PLACES:
            break
    found = _three_levels(found)
    usual = Counter(p.style for p in found if p.weight > 1).most_common(1)
    if usual:
        if not usual[0][0].startswith(_BRACKETS):
            found = [p for p in found if not p.style.startswith(_BRACKETS)]  # notes on criteria that have no brackets
        found = [p if p.style == usual[0][0] else replace(p, weight=p.weight - 1.2) for p in found]
    return [p for p in found if p.weight > 0]


def _in_fragment(i: int, frag: Frag, behind: str) -> list[Place]:
    text, found = frag.text, []
    for match in _NUMBER.finditer(text):
        before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        o, n = int(match["o"]), int(match["n"])
        if o == 0 or n == 0:
            continue
        if match["glued"] is not None and not begins_with_verb(after.lstrip(" -–:.)") or behind):
            continue
        at_start = match.start() < _NEAR and not before.strip(" |•-–([")
        if not at_start and (_BEFORE.search(before[-24:]) or _AFTER.match(after)):
            continue
        ends = not after[:1] or after[:1].isspace() or after[:1].isalpha()
        bracketed = re.match(r"[):]\s", after) is not None and begins_with_verb(after[1:].lstrip())
        if not at_start and not ends and not bracketed:
            continue
        if at_start:
            weight = 3.0 if frag.gap else 2.0
            if _AFTER.match(after):
                weight -= 1.6
        else:
            weight = 1.5 if before.rstrip().endswith((".", "|", "/", ":", ";", "•")) or before.endswith("  ") else 0.8
            if not after.strip() or not after.lstrip(" -–:.)")[:1].isalpha():
                weight -= 0.5
        if begins_with_verb(after.lstrip(" -–:.)")):
            weight += 0.8
        if frag.role is Role.CRITERIA:
            weight += 1.0
        prefix = re.sub(r"[\s.]", "", match["prefix"] or "").upper()
        bracket = before[-1:] if before.endswith(_BRACKETS) else ""
        dash = "-" if re.match(r"\s*[–-]\s", after) else ""
        tail = 1 if after.startswith((")", "]")) else 0
        found.append(
            Place(
                frag=i,
                start=match.start() - len(bracket),
                end=match.end() + tail,
                o=o,
                n=n,
                weight=weight,
                style=f"{bracket}{prefix}{dash}{'u' + match['unit'] if match['unit'] else ''}",
                printed=match[0].strip(),
            )
        )
    if not found and (damaged := _DAMAGED.match(text)):
        o, n = (int(damaged[k].replace("l", "1")) for k in ("o", "n"))
        rest = text[damaged.end() :].strip()
        if not rest or (rest[0].isalpha() and begins_with_verb(rest)):
            weight = 0.9 if damaged["sep"] or not rest or "l" in damaged[0] else 0.6
            found.append(
                Place(
                    frag=i,
                    start=0,
                    end=damaged.end(),
                    o=o,
                    n=n,
                    weight=weight,
                    printed=damaged[0].strip(),
                    damaged=True,
                )
            )
    return found


def _three_levels(found: list[Place]) -> list[Place]:
    """Numbers of three levels are criteria only where their first level never changes: it is the unit's number."""
    firsts = Counter(p.style.rpartition("u")[2] for p in found if "u" in p.style)
    two = sum(1 for p in found if "u" not in p.style and p.weight > 1.5 and not p.damaged)
    if not firsts or sum(firsts.values()) < 3 or two > sum(firsts.values()):
        return [p for p in found if "u" not in p.style]
    return found


def chain(found: Sequence[Place], *, restarts: bool = True) -> list[Place]:
    """The best sequence of places; where it starts again at 1.1 another unit begins, unless it may not."""
    best: list[float] = []
    back: list[int] = []
    for j, place in enumerate(found):
        score, source = place.weight - 0.8 * (place.o + place.n - 2), -1
        for i in range(max(0, j - LOOK_BACK), j):
            step = _step(found[i], place)
            if not restarts and (place.o, place.n) <= (found[i].o, found[i].n):
                continue
            if step is not None and best[i] + place.weight + step > score:
                score, source = best[i] + place.weight + step, i
        best.append(score)
        back.append(source)
    if not best:
        return []
    at = max(range(len(best)), key=best.__getitem__)
    picked = []
    while at >= 0:
        picked.append(found[at])
        at = back[at]
    return picked[::-1]


def _step(a: Place, b: Place) -> float | None:
    """How well `b` follows `a`; None where it cannot."""
    if b.damaged and not (b.o == a.o and b.n == a.n + 1):
        return None if (b.o, b.n) != (a.o + 1, 1) else 0.2
    if b.o == a.o:
        if b.n <= a.n:
            return -4.0 if (b.o, b.n) == (1, 1) and a.n > 1 else None
        return 1.0 - 1.2 * (b.n - a.n - 1)
    if b.o > a.o:
        return 1.0 - 1.5 * (b.o - a.o - 1) - 1.2 * (b.n - 1)
    return -1.0 if (b.o, b.n) == (1, 1) else None


def unused_numbers(frags: Sequence[Frag], run: Sequence[Place]) -> list[Doubt]:
    """Doubts about numbers before a verb, between the first criterion and the last, that became no criterion."""
    used = {(p.o, p.n) for p in run}
    low, high = run[0].frag, run[-1].frag
    doubts = []
    at = {(p.frag, p.start): frags[p.frag].text[p.end :].strip(_MARKS)[:_NEAR] for p in run}
    for place in places(frags[low : high + 4]):
        after = frags[low + place.frag].text[place.end :].strip(_MARKS)
        again = (place.o, place.n) in used and (low + place.frag, place.start) not in at
        again = again and after[:_NEAR] not in at.values() and _ABOUT.match(after) is None
        if again and place.start == 0 and begins_with_verb(after):
            reason = f"The number {place.o}.{place.n} stands once more before a verb (“{after[:40]}”)."
            doubts.append(Doubt(where=f"criterion {place.o}.{place.n}", reason=reason))
        if (place.o, place.n) not in used and place.start == 0 and begins_with_verb(after):
            reason = f"The number {place.o}.{place.n} (“{after[:40]}”) stands among the criteria and is none of them."
            doubts.append(Doubt(where="unit", reason=reason))
    return doubts


def without_gaps(run: Sequence[Place], found: Sequence[Place]) -> list[Place]:
    """The run with misprinted numbers put in: as many strong places between two numbers as are missing there."""
    filled = [run[0]]
    for a, b in pairwise(run):
        missing = b.n - a.n - 1 if a.o == b.o else 0
        if missing > 0:
            between = [
                p
                for p in found
                if (a.frag, a.start) < (p.frag, p.start) < (b.frag, b.start) and p.weight >= 2 and p.start == 0
            ]
            if len(between) == missing:
                filled += [replace(p, o=a.o, n=a.n + k, damaged=True) for k, p in enumerate(between, 1)]
        filled.append(b)
    return filled


def runs(picked: Sequence[Place]) -> list[list[Place]]:
    """The chain cut where it starts again: one run a unit."""
    cut: list[list[Place]] = []
    for place in picked:
        if not cut or (place.o, place.n) <= (cut[-1][-1].o, cut[-1][-1].n):
            cut.append([])
        cut[-1].append(place)
    return cut
