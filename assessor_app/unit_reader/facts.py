"""A line that holds several of a unit's facts at once, as labels with one value each.

`Level/Credit: 2/4`, `GLH (TQT): 30 (50)`, `Level 2 - 4 credits - 30 GLH`, `50 hours TQT of which 30 GLH`. The whole
line must be facts, at least two and each of another kind; a line with any other word in it is left as it is.
"""

import re

from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.labels import label_at
from assessor_app.unit_reader.layout import squeeze

_F = FieldName
_BETWEEN = re.compile(
    r"(?:[\s|,;/•·()\[\]:–—-]|\.(?=\s|$)|(?:of\s+which|which|including|includes?|of|at|and|is|are|with)\b)*",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\)?\s*(?:[/,&|(–-]|\band\b)\s*", re.IGNORECASE)
_PARTS = re.compile(r"\)?\s*(?:[/,;&|(–-]|\band\b|\bat\b|\bof(?:\s+which)?\b)*\s*", re.IGNORECASE)
_BEHIND = re.compile(r"\)?[\s:=|–-]*")
_SIZE = re.compile(r"(?:unit\s+)?size\s*:\s*", re.IGNORECASE)
_LEVEL = r"(?:(?:RQF|QCF)\s+)?(?:Entry\s*(?:Level\s*)?[1-3]|E[1-3]|(?:Level\s*|L)[1-8])(?!\w|\.\d)"
_NAMES = {
    _F.CREDIT: r"(?:credits?(?:\s+points?)?|cr)",
    _F.GLH: r"(?:hours?\s+(?:of\s+)?|hrs?\s+)?(?:GLH|guided\s+learning(?:\s+hours?)?)",
    _F.TQT: r"(?:hours?\s+(?:of\s+)?|hrs?\s+)?(?:TQT|TUT|total\s+(?:qualification|unit|learning)\s+time)",
}
_UNITS = {_F.CREDIT: r"credits?(?:\s+points?)?", _F.GLH: r"hours?|hrs?|GLH", _F.TQT: r"hours?|hrs?|TQT"}
_WORDS = {_F.LEVEL: "Level", _F.CREDIT: "Credit", _F.GLH: "GLH", _F.TQT: "TQT", _F.REFERENCE: "Reference"} | {
    _F.NUMBER: "Unit number"
}
_VALUES = {
    _F.LEVEL: re.compile(rf"{_LEVEL}|[1-8](?!\w|\.\d)", re.IGNORECASE),
    _F.REFERENCE: re.compile(r"[A-Z]/\d{3}/\d{4}(?!\d)"),
    _F.NUMBER: re.compile(r"[A-Z]{0,5}[-/ ]?\d(?:[\w./-]{0,9}\w)?(?!\w)"),
} | {name: re.compile(rf"\d{{1,4}}(?!\d|\.\d)(?:\s*(?:{unit})\b)?", re.IGNORECASE) for name, unit in _UNITS.items()}
_OWN = [(_F.LEVEL, re.compile(_LEVEL, re.IGNORECASE))] + [
    (name, re.compile(rf"(\d{{1,4}})\s*(?:(?:are|is)\s+)?{words}\b(?!\s*(?:value|:\s*\d))", re.IGNORECASE))
    for name, words in _NAMES.items()
]
_DIGIT = re.compile(r"\d")
_LONGEST = 160


def facts(text: str) -> list[tuple[str, str]]:
    """Label and value of each fact in the order of the line; empty where it is not a line of several facts."""
    if len(text) > 2 * _LONGEST or _DIGIT.search(text) is None or len(text := squeeze(text)) > _LONGEST:
        return []
    if (size := _SIZE.match(text)) is not None:
        text = text[size.end() :]
    found: dict[FieldName, str] = {}
    at = 0
    while at < len(text):
        at = _skipped(text, at)
        if at == len(text):
            break
        part = _own(text, at) or _labelled(text, at)
        if part is None:
            return []
        values, at = part
        if found.keys() & values.keys():
            return []
        found |= values
    return [(_WORDS[name], value) for name, value in found.items()] if len(found) > 1 else []


def are_labels(text: str) -> bool:
    """Whether a line is two labels or more and nothing else, so that their values stand on the line below."""
    text, at, count = squeeze(text), 0, 0
    while (label := label_at(text, at)) is not None and label[0] in _VALUES:
        count += 1
        joint = _JOINT.match(text, label[1])
        at = joint.end() if joint is not None else label[1]
    return count > 1 and not text[at:].strip(" :)-–")


def is_own_fact(text: str) -> bool:
    """Whether a line is an amount that says itself what it is, and nothing else: `4 credits`."""
    return any(name is not _F.LEVEL and pattern.fullmatch(squeeze(text)) for name, pattern in _OWN)


def _skipped(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match is not None else at


def _own(text: str, at: int) -> tuple[dict[FieldName, str], int] | None:
    """A value that says itself what it is: `Level 2`, `4 credits`, `30 GLH`."""
    for name, pattern in _OWN:
        match = pattern.match(text, at)
        if match is not None:
            return {name: match[1] if name is not _F.LEVEL else match[0]}, match.end()
    return None


def _labelled(text: str, at: int) -> tuple[dict[FieldName, str], int] | None:
    """One label or several, and as many values."""
    names: list[FieldName] = []
    while (label := label_at(text, at)) is not None and label[0] in _VALUES:
        names.append(label[0])
        at = label[1]
        joint = _JOINT.match(text, at)
        if joint is None or label_at(text, joint.end()) is None:
            break
        at = joint.end()
    if not names or len(set(names)) < len(names):
        return None
    values: dict[FieldName, str] = {}
    behind = _BEHIND.match(text, at)
    at = behind.end() if behind is not None else at
    for k, name in enumerate(names):
        parted = _PARTS.match(text, at) if k else None
        at = parted.end() if parted is not None else at
        value = _VALUES[name].match(text, at)
        if value is None:
            return None
        values[name], at = value[0], value.end()
    return values, at
