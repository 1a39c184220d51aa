"""A unit's metadata where they stand only in sentences; every value found here is doubted."""

import re
from collections.abc import Iterable, Sequence

from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.gathered import Metadata
from assessor_app.unit_reader.layout import Row, squeeze
from assessor_app.unit_reader.titles import ELSEWHERE
from assessor_app.unit_reader.values import DATE, REFERENCE, as_count, as_date, as_level

_F = FieldName
_AMOUNT = r"(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PROSE: tuple[tuple[FieldName, re.Pattern[str]], ...] = (
    (_F.LEVEL, re.compile(rf"\bunit\b[^.]{{0,60}}?\b(?:is |at |a )?(?:at )?level\s+{_AMOUNT}\b", re.IGNORECASE)),
    (_F.LEVEL, re.compile(rf"\blevel\s+{_AMOUNT}\s+unit\b", re.IGNORECASE)),
    (_F.LEVEL, re.compile(r"\b(entry\s+(?:level\s+)?[1-3])\s+unit\b", re.IGNORECASE)),
    (_F.CREDIT, re.compile(rf"\b{_AMOUNT}\s+credits?\b(?!\s+value|\s*:)", re.IGNORECASE)),
    (_F.CREDIT, re.compile(rf"\bcredit\s+value\s+(?:of|is)\s+{_AMOUNT}\b", re.IGNORECASE)),
    (
        _F.GLH,
        re.compile(
            rf"\b{_AMOUNT}\s+(?:guided\s+learning\s+hours?|GLH|hours?\s+of\s+guided\s+learning|guided\s+hours?)\b(?!\s*:)",
            re.IGNORECASE,
        ),
    ),
    (_F.GLH, re.compile(rf"\b(?:guided\s+learning(?:\s+hours)?|GLH)\s+(?:of|is|are)\s+{_AMOUNT}\b", re.IGNORECASE)),
    (
        _F.TQT,
        re.compile(
            rf"\b(?:total\s+(?:unit|qualification|learning)\s+time|TQT)\s+(?:of|is)\s+{_AMOUNT}\b", re.IGNORECASE
        ),
    ),
)
_EXPIRY_PROSE = re.compile(
    r"\bunit\b[^.]{0,80}?\b(?:expir\w+|valid|withdrawn|available|ends?|closes?)\b[^.]{0,40}?\b(?:on|until|to|after|is)?\s*",
    re.IGNORECASE,
)
_EXPIRY_OF = re.compile(r"\bexpiry\s+date\s+(?:of|for)\s+(?:the|this)\s+unit\b[^.]{0,30}?\s", re.IGNORECASE)
_NOT_EXPIRY = re.compile(r"\b(?:registration|certification|review|starts?|launch\w*|issued?)\b", re.IGNORECASE)
_BEFORE = 70  # characters before a value in which its sentence may name something else
_ANOTHER = re.compile(
    r"\b(?:qualification|diploma|certificate|NVQ|apprenticeship|prerequisites?|barred|replaces|progress\w*)\b(?!.*\bunit\s+(?:title|is|has)\b)",
    re.IGNORECASE,
)
_TITLE_PROSE = re.compile(
    r"\b[Tt]h(?:e|is) unit,?\s+(?:(?:is\s+)?(?:called|titled|entitled|named),?\s+)?[“\"‘']([A-Z][^”\"’']{4,120})[”\"’']"
)


def from_prose(rows: Sequence[tuple[int, Row]], meta: Metadata) -> None:
    """Level, credit, hours, expiry, title and reference from sentences about the unit."""
    sentences = list(_sentences(rows))
    for sentence, pieces in sentences:
        if not re.search(r"\bunit\b", sentence, re.IGNORECASE) and not re.search(
            r"\bcredits?\b.*\bguided\b", sentence, re.IGNORECASE
        ):
            continue
        if re.search(
            r"\b(?:qualification|diploma|certificate|award)\b[^.]{0,40}\b(?:requires?|needs?|total|consists?|achieve|complete)\b",
            sentence,
            re.IGNORECASE,
        ):
            continue
        if re.search(r"\bunits\b|\b(?:another|other|each|per) (?:unit|credit)\b", sentence, re.IGNORECASE):
            continue
        for name, pattern in _PROSE:
            match = pattern.search(sentence) if name not in meta.found else None
            if match is not None and not _of_another(sentence, match):
                value = as_level(match[1]) if name is _F.LEVEL else as_count(match[1])
                if value is not None:
                    meta.put(name, value, pieces)
                    meta.doubt(name.value, "It stands only in a sentence of the document.")
        if (
            _F.EXPIRY not in meta.found
            and (match := _EXPIRY_OF.search(sentence) or _EXPIRY_PROSE.search(sentence)) is not None
        ):
            day = DATE.search(sentence, match.end()) or DATE.search(sentence, match.start())
            if (
                day is not None
                and not _of_another(sentence, match)
                and not _NOT_EXPIRY.search(sentence[match.start() : day.start()])
                and (value := as_date(day[0]))
            ):
                meta.put(_F.EXPIRY, value, pieces)
                meta.doubt(_F.EXPIRY.value, "It stands only in a sentence of the document.")
        if _F.TITLE not in meta.found and (match := _TITLE_PROSE.search(sentence)) is not None:
            meta.put(_F.TITLE, squeeze(match[1]), pieces)
            meta.doubt(_F.TITLE.value, "It stands only in a sentence of the document.")
        reference = REFERENCE.search(sentence)
        if (
            reference is not None
            and _F.REFERENCE not in meta.found
            and not ELSEWHERE.search(sentence)
            and len(REFERENCE.findall(sentence)) == 1
        ):
            meta.put(_F.REFERENCE, "/".join(reference.groups()), pieces)
            meta.doubt(_F.REFERENCE.value, "It stands only in a sentence of the document.")


def _of_another(sentence: str, match: re.Match[str]) -> bool:
    """Whether what was found, or the words right before it, speak of the qualification or another unit."""
    before = sentence[max(0, match.start() - _BEFORE) : match.start()]
    return _ANOTHER.search(f"{before} {match[0]}") is not None


def _sentences(rows: Sequence[tuple[int, Row]]) -> Iterable[tuple[str, tuple[int, ...]]]:
    """Sentences of the free text, over wrapped lines."""
    text = ""
    pieces: list[int] = []
    for _, row in rows:
        for cell in row.cells:
            for line in cell.lines:
                if line.gap or len(row.cells) > 1 or not row.wrapped:
                    if text:
                        yield from _cut(text, pieces)
                    text, pieces = "", []
                text = f"{text} {line.text}".strip()
                pieces += line.pieces
                if len(text) > 4000:
                    yield from _cut(text, pieces)
                    text, pieces = "", []
    if text:
        yield from _cut(text, pieces)


def _cut(text: str, pieces: list[int]) -> Iterable[tuple[str, tuple[int, ...]]]:
    for sentence in re.split(r"(?<=[a-z0-9)][.!?])\s+(?=[A-Z])", text[:20_000]):
        yield re.sub(r"^It\b", "This unit", sentence), tuple(pieces)
