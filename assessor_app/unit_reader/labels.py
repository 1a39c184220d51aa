"""Labels of metadata, and a line cut into labels and the text between them.

A label counts at the start of a line or cell, or behind the value of another one; `Qualification title`, registration
dates and the like are labels too, so that they are not mistaken.
"""

import re
from dataclasses import dataclass

from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.values import DATE, READ_VALUE, REFERENCE
from assessor_app.unit_reader.words import BODIES

_F = FieldName
_LABELS: tuple[tuple[FieldName | None, str], ...] = (
    (
        None,
        r"qualification(?:\s+(?:title|name|number|no\.?|code|level|reference|type)|\s*(?=:))|QAN|centre\s+(?:name|number|no\.?)|version(?:\s+number)?"
        r"|(?:last|final)\s+(?:registration|certification)(?:\s+date)?|certification\s+end(?:\s+date)?"
        r"|(?:unit\s+)?review\s+date|(?:operational\s+|accreditation\s+|unit\s+)?start\s+date|date\s+of\s+issue|issue\s+date|(?:learner|candidate|assessor|tutor)"
        r"(?:'s|’s)?\s+(?:name|signature)|ULN|sector\s+subject\s+area|SSA(?:\s+code)?|unit\s+type|grading(?:\s+type)?"
        r"|assessment\s+(?:type|method)|unit\s+(?:status|size|owner)|status|barred\s+units?|owner|sector|mandatory\s*/\s*optional|nos\s+ref(?:erence)?s?",
    ),
    (
        _F.REFERENCE,
        r"(?:ofqual|rqf|qcf|regulated|national)\s+(?:unit\s+)?(?:code|reference|ref\.?|number|no\.?|id)(?:\s+(?:number|no\.?|code))?"
        r"|unit\s+(?:reference|ref\.?|accreditation)(?:\s+(?:number|no\.?|code))?|(?:unit\s+)?(?:accreditation|regulation)\s+(?:number|no\.?)|(?:unit\s+|ofqual\s+)?(?:UAN|URN)"
        r"|(?:unit\s+)?id(?:entifier)?(?=\s*:)|reference(?:\s+(?:number|no\.?|code))?|ref(?:erence)?\s+no\.?|ref\.?(?=\s*:)|ref\.(?=\s*$)",
    ),
    (
        _F.NUMBER,
        r"unit\s+(?:number|no\.?|code)(?:\s*\((?:internal|own|AO)\))?|(?:module|component)\s+(?:code|number|no\.?)|(?:our|internal|centre|ao|awarding\s+(?:body|organisation))\s+"
        r"(?:unit\s+)?(?:reference|code|number|ref)|component\s+code|(?:unit\s+)?entry\s+code"
        r"|(?!(?:QAN|SSA|ULN|UAN|URN|NOS|QR|ISO|LO|AC)\b)(?:[A-Z]{2,5}\s+)?code(?=\s*(?:$|:|[A-Z]{1,6}[- ]?\d))",
    ),
    (_F.TITLE, r"(?:unit\s+)?title(?:\s+of\s+(?:the\s+)?unit)?|unit\s+name|name\s+of\s+(?:the\s+)?unit|unit(?=\s*:)"),
    (
        _F.LEVEL,
        r"(?:(?:unit|rqf|qcf|nqf|framework|national)\s+)?(?:sub\s*-?\s*)?level"
        r"(?:\s+of\s+(?:(?:the\s+)?unit|demand)|\s*\((?:rqf|qcf|nqf)\))?",
    ),
    (
        _F.TQT,
        r"(?:unit\s+)?(?:TQT|TUT|total\s+(?:qualification|unit|learning)\s+time)(?:\s*\((?!GLH|guided)\w+\))?(?:\s*\(hours\))?"
        r"(?:\s+(?:of|for)\s+(?:the|this)\s+unit)?",
    ),
    (
        _F.GLH,
        r"(?:(?:unit|total|recommended|minimum|min\.?|notional|suggested|average)\s+)?"
        r"(?:guided\s+learning(?:\s+hours?)?|guided\s+hours|GL\s+hours|GLHs?)"
        r"(?:\s*\(GLH\))?(?:\s*\(hours\))?(?:\s+recommended)?"
        r"(?:\s+(?:of|for)\s+(?:the|this)\s+unit)?",
    ),
    (
        _F.CREDIT,
        r"(?:unit\s+)?(?:(?:no\.?|number)\s+of\s+)?credits?(?:\s+(?:value|rating|points|weighting|worth|available)|\s*\(value\))?"
        r"(?:\s+(?:of|for)\s+(?:(?:the|this)\s+)?unit)?",
    ),
    (
        _F.EXPIRY,
        r"(?:unit\s+)?(?:expiry|expiration|end|withdrawal)\s+date|(?:unit\s+)?(?:expiry|expires)(?:\s+on)?|(?:unit\s+)?valid\s+(?:until|to)"
        r"|operational\s+end(?:\s+date)?|(?:unit\s+)?ends\s+on",
    ),
    (
        _F.AWARDING_BODY,
        r"(?:name\s+of\s+(?:the\s+)?)?awarding\s+(?:body|organisation)(?:\s*\(AO\)|\s+name)?|(?:certificat(?:ing|ion)|examining|exam(?:ination)?)\s+(?:body|board)"
        r"|(?:awarded|certified|certificated|accredited)\s+by|AO(?=\s*:)",
    ),
)
_PATTERNS = tuple((name, re.compile(rf"(?:{p})(?![A-Za-z])", re.IGNORECASE)) for name, p in _LABELS)
# `LASER Unit Code`: a name with capitals before the label is the body whose code it is.
_BODY_CODE = re.compile(r"([A-Z][\w.]*(?:\s(?:&\s)?[A-Z][\w]*){0,3})\s+(?i:unit\s+(?:number|no\.?|code))(?![A-Za-z])")
_KNOWN_CODE = re.compile(
    rf"({'|'.join(re.escape(b) for b in BODIES)})\s+(?:unit\s+)?(?i:number|no\.?|code|reference|ref\.?)(?![A-Za-z])"
)
_NO_BODY = frozenset(
    (
        "ofqual",
        "rqf",
        "qcf",
        "the",
        "regulated",
        "national",
        "unit",
        "awarding",
        "our",
        "centre",
        "ao",
        "internal",
        "own",
    )
)
_ENTRY = re.compile(r"\s*entry(?:\s+level)?\s*[1-3]", re.IGNORECASE)
_STEP = re.compile(r"\s+|[|;,/(•·]\s*")
_AMOUNT = re.compile(
    r"(\d{1,4})\s+(credits?(?!\s+value)|GLH|guided\s+learning\s+hours?|hours?\s+of\s+guided\s+learning)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:[:=]|\s[–—-](?=\s))\s*")
_MISREAD = re.compile(r"(?<=[a-z])1(?=[a-z]|\s*:)")  # `va1ue`, `Leve1:` from a scan
_LONGEST = 400  # characters of a line in which labels are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A label (`is_label`) or a text that could be a value, in reading order."""

    text: str
    pieces: tuple[int, ...]
    row: int
    column: int
    is_label: bool = False
    name: FieldName | None = None
    body: str = ""
    same_line: bool = False  # a value right behind its label
    colon: bool = False
    gap: bool = False


def label_at(text: str, at: int) -> tuple[FieldName | None, int, str] | None:
    """The label that begins at `at`: its field (None for one that is of no use), its end, and a body named in it."""
    match = _BODY_CODE.match(text, at)
    if match is not None and match[1].casefold() not in _NO_BODY:
        return _F.NUMBER, match.end(), match[1]
    if (known := _KNOWN_CODE.match(text, at)) is not None:
        return _F.NUMBER, known.end(), known[1]
    best: tuple[FieldName | None, int, str] | None = None
    for name, pattern in _PATTERNS:
        found = pattern.match(text, at)
        if found is not None and found.end() > at and (best is None or found.end() > best[1]):
            best = (name, found.end(), "")
    return best


def cut_line(text: str, pieces: tuple[int, ...], row: int, column: int, gap: bool) -> list[Piece]:
    """A line as labels and values; one value where it begins with no label."""
    text = _one_language(_MISREAD.sub("l", squeeze(text)))
    is_long = len(text) > _LONGEST
    text = text[:_LONGEST]
    marks: list[tuple[int, FieldName | None, int, str, bool]] = []
    at = 0
    while at < len(text):
        if text[at] in " |;,/(•·":
            at += 1
            continue
        label = label_at(text, at)
        own = _own_label(text, at)
        wraps = text[0].islower() and text.endswith((".", ";"))  # the end of a sentence
        alone = label is not None and at == 0 and is_bare(text, label[1]) and not wraps
        if label is not None and (alone or _stands(text, label)):
            behind = _BEHIND.match(text, label[1])
            end = behind.end() if behind is not None else label[1]
            marks.append((at, label[0], end, label[2], behind is not None))
            entry = _ENTRY.match(text, end) if label[0] is _F.LEVEL else None
            at = entry.end() if entry is not None else end
            continue
        if own is not None:
            marks.append((at, own[0], at, "", True))
            at = own[1]
            continue
        if not marks and not is_long and " | " not in text and not _label_ends(text):
            return [Piece(text=text, pieces=pieces, row=row, column=column, gap=gap)]
        step = _STEP.search(text, at + 1)
        at = step.end() if step is not None else len(text)
    if not marks:
        return [Piece(text=text, pieces=pieces, row=row, column=column, gap=gap)]
    found: list[Piece] = []
    if (lead := text[: marks[0][0]].strip(" |;,(")) and _label_ends(text):
        found.append(Piece(text=lead, pieces=pieces, row=row, column=column, gap=gap))
    for k, (_, name, end, body, colon) in enumerate(marks):
        found.append(
            Piece(
                text=text[marks[k][0] : end] or text[marks[k][0] :],
                pieces=pieces,
                row=row,
                column=column,
                is_label=True,
                name=name,
                body=body,
                colon=colon,
                gap=gap,
            )
        )
        stop = marks[k + 1][0] if k + 1 < len(marks) else len(text)
        value = text[end:stop].strip(" |;,(•·")
        if is_long and k + 1 == len(marks) and name is not None:
            value = _leading(value, name)
        if value:
            found.append(Piece(text=value, pieces=pieces, row=row, column=column, same_line=True))
    return found


def _one_language(text: str) -> str:
    """A label that stands in two languages, `Lefel / Level:`, as the one that is known here."""
    match = re.fullmatch(r"([^/:|]{3,40}) / ([^/:|]{3,40})(:?)", text)
    if match is None:
        return text
    for words in (match[1], match[2]):
        label = label_at(words, 0)
        if label is not None and is_bare(words, label[1]):
            return words + match[3]
    return text


def _label_ends(text: str) -> bool:
    """Whether a short value stands before a label with a colon that ends the line: `3 Credit value:`."""
    match = re.fullmatch(r"\S{1,12}\s+([A-Z][\w ()]{2,40}):", text)
    label = label_at(match[1], 0) if match is not None else None
    return match is not None and label is not None and label[1] == len(match[1])


def _own_label(text: str, at: int, *, lone: bool = False) -> tuple[FieldName, int] | None:
    """A value that says itself what it is: a reference, or `4 credits`; alone on its line only where `lone`."""
    if (reference := REFERENCE.match(text, at)) is not None and _ends_there(text, reference.end()):
        return (_F.REFERENCE, reference.end()) if lone or at or text[reference.end() :].strip() else None
    amount = _AMOUNT.match(text, at)
    if (
        amount is None
        or text[:at].casefold().endswith("level ")
        or not _ends_there(text, amount.end())
        or not (lone or at or text[amount.end() :].strip())
    ):
        return None
    return _F.CREDIT if amount[2].casefold().startswith("credit") else _F.GLH, amount.end()


def _ends_there(text: str, end: int) -> bool:
    """Whether a value's end is followed by nothing, a separator or a label that stands."""
    behind = text[end:].strip()
    if not behind or behind[0] in "|;,/)–-•·":
        return True
    if (amount := _AMOUNT.match(behind)) is not None:
        return _ends_there(behind, amount.end())
    label = label_at(behind, 0)
    return label is not None and _stands(behind, label)


def _leading(text: str, name: FieldName) -> str:
    """The longest beginning that is a value of the field, where a whole document goes on behind it."""
    words = text.split()[:5]
    return next((v for n in range(len(words), 0, -1) if READ_VALUE[name](v := " ".join(words[:n])) is not None), "")


def is_bare(text: str, end: int) -> bool:
    """True where nothing but a colon stands behind the label."""
    return not text[end:].strip(" :.-–")


def _stands(text: str, label: tuple[FieldName | None, int, str]) -> bool:
    """Whether a label is one here: a colon behind it, or at once a value of its kind and nothing else."""
    name, end, _ = label
    if _BEHIND.match(text, end):
        return True
    if name is _F.TITLE and text[end : end + 1] == " " and text.casefold().startswith(("title", "unit title")):
        return len(text) < 160 and text[end + 1 :][:1].isupper() and not text.endswith((".", ":"))
    if name in (None, _F.TITLE, _F.AWARDING_BODY):
        return False
    rest = text[end:].strip()
    value = (
        DATE.match(rest)
        if name is _F.EXPIRY
        else re.match(
            (r"[A-Z][A-Z0-9]{0,5}\s\d[\d./]{1,5}$|" if name is _F.NUMBER else "")
            + r"(?:Entry\s+(?:Level\s+)?\d|[A-Z]/\d{3}/\d{4}|[\w/-]+)"
            r"(?:\s*(?:credits?|hours?|hrs)\b(?!\s+(?:value|rating|points)|\s*:))?",
            rest,
        )
    )
    if value is None or READ_VALUE[name](value[0]) is None:
        return False
    if name is _F.NUMBER and not any(c.isdigit() for c in value[0]):
        return False
    behind = rest[value.end() :].strip(" |;,()•·")
    return not behind or label_at(behind, 0) is not None or _own_label(behind, 0, lone=True) is not None
