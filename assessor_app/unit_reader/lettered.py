"""Outcomes A, B, C with criteria A1, A2, B1: told by their sequence and read as 1.1, 1.2, 2.1, their marks kept.

A grade that looks alike (`D1`) begins no sequence; a letter alone is an outcome only right above the first criterion of
its letter.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assessor_app.domain.reading import ReadOutcome
from assessor_app.unit_reader.flow import Frag, Role
from assessor_app.unit_reader.verbs import begins_with_verb

_MARK = re.compile(r"([A-H])\.?([1-9]\d?)(?:[.):]\s*|\s+|$)(?![,;&/+-]|and\b|to\b|or\b)")
_OUTCOME = re.compile(r"(?:(?:learning\s+)?(?:outcome|aim)\s+)?([A-H])[.):]?\s+(?=[A-Z])", re.IGNORECASE)


def with_numbers(frags: Sequence[Frag]) -> tuple[tuple[Frag, ...], bool]:
    """The fragments with full numbers in place of the letters, and whether there were such letters."""
    marks = _sequence(frags)
    if not marks:
        return tuple(frags), False
    first = {o: k for k, (o, n) in reversed(marks.items()) if n == 1}
    numbered = list(frags)
    for k, (o, n) in marks.items():
        match = _MARK.match(frags[k].text)
        assert match is not None
        numbered[k] = replace(frags[k], text=f"{o}.{n} {frags[k].text[match.end() :]}".strip())
    for o, k in first.items():
        for at in range(k - 1, max(-1, k - 5), -1):
            head = _OUTCOME.match(frags[at].text) if at not in marks else None
            if head is not None and ord(head[1].upper()) - 64 == o:
                numbered[at] = replace(frags[at], text=f"{o}. {frags[at].text[head.end() :]}")
                break
    return tuple(numbered), True


def with_letters(outcomes: Sequence[ReadOutcome]) -> tuple[ReadOutcome, ...]:
    """The outcomes with the document's own marks, A1 for 1.1."""
    return tuple(
        replace(
            o, criteria=tuple(replace(c, mark=f"{chr(64 + int(o.number))}{c.number.split('.')[1]}") for c in o.criteria)
        )
        for o in outcomes
    )


def _sequence(frags: Sequence[Frag]) -> dict[int, tuple[int, int]]:
    """Fragment to outcome and number, where A1, A2 ... B1 ... run through the document; empty where they do not."""
    marks: dict[int, tuple[int, int]] = {}
    o, n, verbs = 1, 0, 0
    for k, frag in enumerate(frags):
        match = _MARK.match(frag.text) if frag.role is not Role.OTHER else None
        if match is None:
            continue
        here = (ord(match[1]) - 64, int(match[2]))
        if here in ((o, n + 1), (o + 1, 1)):
            text = frag.text[match.end() :] or (frags[k + 1].text if k + 1 < len(frags) else "")
            o, n = here
            marks[k] = here
            verbs += begins_with_verb(text)
    return marks if o > 1 and len(marks) > 3 and verbs >= 0.6 * len(marks) else {}
