"""Marks of criteria that carry no full number: 1, a), iv), P1, a bullet."""

import re
from dataclasses import dataclass

from assessor_app.unit_reader.joining import BULLET
from assessor_app.unit_reader.values import roman

_INT = re.compile(r"\(?(\d{1,2})(?:[.)]\s*|\s+|(?=[A-Z]))(?=\S)(?![\d%])")
_LETTER = re.compile(r"\(?([a-z]|[A-Z](?=[.)]))(?:[.)]\s*|\s+(?=[A-Z]))")
_ROMAN = re.compile(r"\(?(x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2})(?:[.)]\s*|\s+(?=[A-Z]))")
_WORD = re.compile(r"(?:[Aa]ssessment\s+)?[Cc]riterion\s+(?=[\da-z])")
_GRADE = re.compile(r"(?:[A-H]\.)?(AC|PC|[PMDKS])\s?(\d{1,2})(?!\.\d)(?:[.):]\s*|\s+|(?=[A-Z]))")


@dataclass(frozen=True, slots=True)
class LocalMark:
    kind: str
    value: int
    end: int
    printed: str


def local_mark(text: str) -> LocalMark | None:
    """The mark at the start of a line; `i`, `v` and `x` count as Roman numerals (`as_letter` takes that back)."""
    if (word := _WORD.match(text)) is not None and (
        inner := local_mark(re.sub(r"^(\w{1,3}):", r"\1.", text[word.end() :]))
    ) is not None:
        return LocalMark(inner.kind, inner.value, word.end() + inner.end, inner.printed)
    if (m := _GRADE.match(text)) is not None:
        return LocalMark("grade", int(m[2]), m.end(), f"{m[1]}{m[2]}")
    if (m := _INT.match(text)) is not None:
        return LocalMark("int", int(m[1]), m.end(), m[1])
    if (m := BULLET.match(text)) is not None and text[m.end() :].strip():
        inner = local_mark(text[m.end() :]) if text[0] == "•" else None
        if inner is not None and inner.kind in ("int", "letter", "grade"):
            return LocalMark(inner.kind, inner.value, m.end() + inner.end, inner.printed)
        return LocalMark("bullet", 0, m.end(), "")
    if (m := _ROMAN.match(text)) is not None:
        return LocalMark("roman", roman(m[1]) or 0, m.end(), m[1])
    if (m := _LETTER.match(text)) is not None:
        return LocalMark("letter", ord(m[1].casefold()) - 96, m.end(), m[1])
    return None


def as_letter(mark: LocalMark | None) -> LocalMark | None:
    """A Roman numeral of one letter as that letter; any other mark as it is."""
    if mark is None or mark.kind != "roman" or len(mark.printed) > 1:
        return mark
    return LocalMark("letter", ord(mark.printed) - 96, mark.end, mark.printed)
