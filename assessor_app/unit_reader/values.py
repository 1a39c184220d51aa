"""Values of metadata as they are printed, to the form in which the program keeps them; None where they are not that."""

import re
from collections.abc import Callable
from datetime import date

from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.layout import squeeze

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_REMARK = re.compile(r"\s*\([^()]{0,80}\)\s*$")  # `3 (three)`
REFERENCE = re.compile(r"(?<![A-Za-z0-9/])([A-Z])\s?/\s?(\d{3})\s?/\s?(\d{4})(?![\d/])")
DATE = re.compile(
    r"(?<!\d)(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\s*[./\s-]\s*(?P<m>\d{1,2}|[A-Za-z]{3,9})\.?,?\s*[./\s-]\s*(?P<y>\d{4}|\d{2}(?!\d))"
    r"|(?P<y2>\d{4})-(?P<m2>\d{2})-(?P<d2>\d{2})|(?P<m3>[A-Z][a-z]{2,8})\s+(?P<d3>\d{1,2}),?\s+(?P<y3>\d{4}))(?!\d)"
)


def number_word(text: str) -> int | None:
    """`9` or `nine` as a number."""
    text = text.casefold()
    return int(text) if text.isdecimal() else _WORDS.index(text) + 1 if text in _WORDS else None


def roman(text: str) -> int | None:
    """`iv` or `IV` as a number up to 39; None for other letters."""
    text = text.casefold()
    if not text or re.fullmatch(r"x{0,3}(?:ix|iv|v?i{0,3})", text) is None:
        return None
    worth = [{"i": 1, "v": 5, "x": 10}[c] for c in text]
    return sum(-a if a < b else a for a, b in zip(worth, [*worth[1:], 0], strict=True))


def as_level(text: str) -> str | None:
    """`Level 3`, `3`, `three`, `Entry Level 2`, `E2`."""
    text = squeeze(_REMARK.sub("", text)).strip(" .:;,()")
    if (
        entry := re.fullmatch(r"(?:level\s+)?(?:entry(?:\s+level)?|E)\s*-?\s*([1-3])", text, re.IGNORECASE)
    ) is not None:
        return f"Entry {entry[1]}"
    match = re.fullmatch(
        r"(?:(?:rqf|qcf|nqf)\s+)?(?:level|L)?\s*-?\s*([1-8]|[a-z]+)(?:\s*\((?:rqf|qcf)\))?", text, re.IGNORECASE
    )
    number = number_word(match[1]) if match is not None else None
    return str(number) if number is not None and 1 <= number <= 8 else None


def as_count(text: str) -> str | None:
    """`9`, `9 credits`, `42 hours`, `nine`; credits may be none at all (`0`)."""
    text = squeeze(_REMARK.sub("", text)).strip(" .:;,()")
    match = re.fullmatch(
        r"(\d{1,4}|[a-z]+)(?:\s*(?:credits?|credit\s+points?|hours?|hrs?\.?|h|glh|guided\s+learning\s+hours?|hours?\s*\(glh\)))?",
        text,
        re.IGNORECASE,
    )
    number = number_word(match[1]) if match is not None else None
    return str(number) if number is not None else None


def as_reference(text: str) -> str | None:
    """`R/504/6242`, with or without its strokes."""
    if (plain := re.fullmatch(r"([A-Z])[ -]?(\d{3})[ -]?(\d{4})", text.strip().upper())) is not None:
        return "/".join(plain.groups())
    match = REFERENCE.search(text.strip().upper())
    if match is None or len(text.strip()) > 40:
        return None
    return f"{match[1]}/{match[2]}/{match[3]}"


def as_date(text: str) -> str | None:
    """A day in ISO form; None for a month alone, a week or words."""
    match = DATE.search(text)
    if match is None:
        return None
    parts = match.groupdict()
    d, m, y = (parts[k] or parts[f"{k}2"] or parts[f"{k}3"] for k in "dmy")
    month = (
        int(m)
        if m.isdecimal()
        else next(
            (i for i, n in enumerate(_MONTHS, 1) if n[:3] == m.casefold()[:3] and n.startswith(m.casefold()[:3])), 0
        )
    )
    year = int(y) if len(y) == 4 else 2000 + int(y)
    try:
        return date(year, month, int(d)).isoformat()
    except ValueError:
        return None


def as_code(text: str) -> str | None:
    """An awarding body's own number or code: short, with a digit."""
    text = squeeze(text).strip(" .:;")
    good = len(text) <= 24 and any(c.isdigit() for c in text) and re.fullmatch(r"[\w/ .-]+", text) is not None
    words = text.split()
    return text if good and len(words) <= 2 and all(any(c.isdigit() for c in w) or w.isupper() for w in words) else None


def as_title(text: str) -> str | None:
    """A unit's title: some words, neither a sentence nor a number."""
    text = squeeze(text).strip(" :|-–—")
    if not 3 <= len(text) <= 200 or not re.search(r"[A-Za-z]{3}", text):
        return None
    if re.match(r"(?:this|the)\s+(?:unit|learner|candidate|aim|purpose)\b|(?:n/?a|tbc|none)$", text, re.IGNORECASE):
        return None
    return text


def as_body(text: str) -> str | None:
    """The name of an awarding body; None for the regulator, an address or something longer."""
    text = squeeze(text).strip(" .:;|")
    good = 2 <= len(text) <= 60 and re.match(r"[A-Z1](?!fqual$)", text) is not None
    return text if good and "www." not in text and "@" not in text else None


READ_VALUE: dict[FieldName, Callable[[str], str | None]] = {
    FieldName.TITLE: as_title,
    FieldName.NUMBER: as_code,
    FieldName.REFERENCE: as_reference,
    FieldName.LEVEL: as_level,
    FieldName.CREDIT: as_count,
    FieldName.GLH: as_count,
    FieldName.TQT: as_count,
    FieldName.EXPIRY: as_date,
    FieldName.AWARDING_BODY: as_body,
}
