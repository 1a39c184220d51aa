"""Numbers that are printed otherwise (A1, 1a, 1/1, I.1, LO1 AC1) told by their sequence and read as 1.1, 1.2, 2.1.

A scheme counts only where its numbers run from the first outcome into the second and most of them stand before a verb:
a grade that looks alike (`D1`), a date or a range begins no such sequence. The document's own marks are kept. Outcomes
counted with Roman numerals or in words become plain numbers.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessor_app.domain.reading import ReadOutcome
from assessor_app.unit_reader.layout import Cell, Line, Row
from assessor_app.unit_reader.marks import is_outcome_like
from assessor_app.unit_reader.values import number_word, roman
from assessor_app.unit_reader.verbs import begins_with_verb, may_begin_with_verb

_Rows = tuple[tuple[int, Row], ...]
_Number = tuple[int, int]
_ROMAN = "(?:IX|IV|V?I{1,3}|V|X)"
_END = r"(?:\s*[.):]\s*|\s*[–-]\s+|\s+|$)(?![,;&/+-]|and\b|to\b|or\b)"
_ABOVE = 8  # lines above an outcome's first criterion in which its heading is looked for
_NAME = r"(?i:(?:learning\s+)?(?:outcome|aim|objective)|element|LO)"
_HEAD = re.compile(rf"({_NAME}\s*)?({_ROMAN})(?![A-Za-z\d]|\.\w)\s*[.):–-]?(?:\s+(?=[A-Z][a-z])|$)")
_SPELT = re.compile(
    rf"({_NAME}\s+)(?i:(one|two|three|four|five|six|seven|eight|nine|ten))\b\s*[.):–-]?\s*(?=[A-Z][a-z]|$)"
)


@dataclass(frozen=True, slots=True)
class _Scheme:
    """How a criterion's number is printed (groups `o` and `n`), how an outcome's is, and what they are worth."""

    number: re.Pattern[str]
    outcome: Callable[[str], int | None]
    criterion: Callable[[str], int | None]
    head: str = r"\d{1,2}"
    prefixed: bool = False  # the same letters stand before every number


def _digits(text: str) -> int | None:
    return int(text)


def _letter(text: str) -> int | None:
    return ord(text.casefold()) - 96


_NUMBER = r"(?P<n>[1-9]\d?)"
_OUTCOME = r"(?P<o>[1-9]\d?)"
_SCHEMES = (
    _Scheme(re.compile(rf"(?P<o>[A-H])\.?{_NUMBER}{_END}"), _letter, _digits, head="[A-H]"),
    _Scheme(re.compile(rf"(?P<o>[A-H])\({_NUMBER}\){_END}"), _letter, _digits, head="[A-H]"),
    _Scheme(re.compile(rf"(?P<o>[A-H])1\.{_NUMBER}{_END}"), _letter, _digits, head="[A-H]"),
    _Scheme(
        re.compile(rf"(?P<p>[A-Z]{{1,3}}|Criteri(?:on|a))\s?{_OUTCOME}\.{_NUMBER}{_END}"),
        _digits,
        _digits,
        prefixed=True,
    ),
    _Scheme(re.compile(rf"\(?{_OUTCOME}(?:[.(]\s?)?(?P<n>[a-z])\)?{_END}"), _digits, _letter),
    _Scheme(re.compile(rf"\(?{_OUTCOME}[.(]\s?(?P<n>[ivx]{{1,4}})\)?{_END}"), _digits, roman),
    _Scheme(re.compile(rf"\(?{_OUTCOME}\s?[/:–-]\s?{_NUMBER}\)?{_END}"), _digits, _digits),
    _Scheme(
        re.compile(rf"L\.?O\.?\s?{_OUTCOME}\s?[\s/.,:–-]\s?(?:A\.?C|P\.?C|C)\.?\s?{_NUMBER}{_END}"), _digits, _digits
    ),
    _Scheme(re.compile(rf"(?P<o>{_ROMAN})[./–-]{_NUMBER}{_END}"), roman, _digits, head=_ROMAN),
    _Scheme(re.compile(rf"(?P<o>{_ROMAN})[./–-](?P<n>[ivx]{{1,4}}|[IVX]{{1,4}}){_END}"), roman, roman, head=_ROMAN),
    _Scheme(re.compile(rf"{_OUTCOME}\.(?P<n>[IVX]{{1,4}}){_END}"), _digits, roman),
)


def with_plain_outcomes(rows: _Rows) -> _Rows:
    """The rows with `Outcome 2` for `Outcome II` and `Outcome Two`, where such headings are counted from the first."""
    lines = list(_lines(rows))
    changed: dict[_Place, str] = {}
    for pattern, value in ((_HEAD, roman), (_SPELT, number_word)):
        heads: dict[_Place, str] = {}
        for k, (place, line) in enumerate(lines):
            match = pattern.match(line.text)
            if match is None or value(match[2]) != len(heads) + 1:
                continue
            text = line.text[match.end() :]
            words = text or (lines[k + 1][1].text if k + 1 < len(lines) else "")
            if match[1] or is_outcome_like(words) or may_begin_with_verb(words):
                label = f"Outcome {len(heads) + 1}:" if match[1] else f"{len(heads) + 1}."
                heads[place] = f"{label} {text}".strip()
        changed |= heads if len(heads) > 1 else {}
    return _changed(rows, changed)


def with_numbers(rows: _Rows) -> tuple[_Rows, dict[str, str]]:
    """The rows with full numbers in place of other ones, and the printed mark of each number; none: no such numbers."""
    lines = list(_lines(rows))
    found = [(scheme, _sequence(scheme, lines)) for scheme in _SCHEMES]
    scheme, marks = max(found, key=lambda pair: len(pair[1]))
    if not marks:
        return rows, {}
    changed: dict[_Place, str] = {}
    printed: dict[str, str] = {}
    prefix = ""
    for k, (o, n) in marks.items():
        place, line = lines[k]
        match = scheme.number.match(line.text)
        assert match is not None
        prefix = match["p"] if scheme.prefixed else ""
        printed.setdefault(f"{o}.{n}", match[0].strip().rstrip(".:–-").strip())
        changed[place] = f"{o}.{n} {line.text[match.end() :]}".strip()
    head = re.compile(rf"({_NAME}\s*)?{re.escape(prefix)}\s?({scheme.head})(?![A-Za-z\d])\s*[.):–-]?(?:\s+(?=[A-Z])|$)")
    first = {o: k for k, (o, n) in reversed(marks.items()) if n == 1}
    for o, k in first.items():
        for at in range(k - 1, max(-1, k - _ABOVE), -1):
            place, line = lines[at]
            match = head.match(line.text) if at not in marks else None
            if match is not None and scheme.outcome(match[2]) == o:
                text = line.text[match.end() :]
                changed[place] = f"Outcome {o}: {text}".strip() if match[1] else f"{o}. {text}".strip()
                break
    return _changed(rows, changed), printed


def with_marks(outcomes: Sequence[ReadOutcome], printed: Mapping[str, str]) -> tuple[ReadOutcome, ...]:
    """The outcomes with the document's own marks on their criteria."""
    return tuple(
        replace(o, criteria=tuple(replace(c, mark=printed.get(c.number, c.mark)) for c in o.criteria)) for o in outcomes
    )


_Place = tuple[int, int, int]


def _lines(rows: _Rows) -> Iterator[tuple[_Place, Line]]:
    for index, row in rows:
        for k, cell in enumerate(row.cells):
            for j, line in enumerate(cell.lines):
                yield (index, k, j), line


def _sequence(scheme: _Scheme, lines: Sequence[tuple[_Place, Line]]) -> dict[int, _Number]:
    """Line to outcome and number, where they run on through the lines; empty where they do not."""
    marks: dict[int, _Number] = {}
    o, n, verbs, prefix = 1, 0, 0, ""
    for k, (_, line) in enumerate(lines):
        match = scheme.number.match(line.text)
        if match is None or (scheme.prefixed and marks and match["p"] != prefix):
            continue
        here = (scheme.outcome(match["o"]), scheme.criterion(match["n"]))
        if here in ((o, n + 1), (o + 1, 1), (o, n + 2)):
            text = line.text[match.end() :] or (lines[k + 1][1].text if k + 1 < len(lines) else "")
            is_verb = begins_with_verb(text)
            if here == (o, n + 2) and not is_verb:
                continue
            o, n = here[0] or 0, here[1] or 0
            prefix = match["p"] if scheme.prefixed else ""
            marks[k] = (o, n)
            verbs += is_verb
    return marks if o > 1 and len(marks) > 3 and verbs >= 0.6 * len(marks) else {}


def _changed(rows: _Rows, texts: dict[_Place, str]) -> _Rows:
    """The rows with other texts in some of their lines."""
    if not texts:
        return rows
    touched = {index for index, _, _ in texts}
    return tuple(
        (
            index,
            replace(row, cells=tuple(_with_texts(cell, index, k, texts) for k, cell in enumerate(row.cells))),
        )
        if index in touched
        else (index, row)
        for index, row in rows
    )


def _with_texts(cell: Cell, index: int, k: int, texts: dict[_Place, str]) -> Cell:
    lines = tuple(
        replace(line, text=texts[index, k, j]) if (index, k, j) in texts else line for j, line in enumerate(cell.lines)
    )
    return replace(cell, lines=lines)
