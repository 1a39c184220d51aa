"""How outcomes, lists and headings are marked at the start of a line."""

import re
from dataclasses import dataclass

from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.words import (
    BOILERPLATE,
    CRITERIA_HEADER,
    HEADING_ALONE,
    KNOWLEDGE_HEADER,
    LABELLED_NOTE,
    OTHER_HEADER,
    OUTCOME_HEADER,
    OUTCOME_STARTS,
    SECTION,
    SKILLS_HEADER,
)

_NAMED = re.compile(
    r"(?:unit\s+)?(?:learning\s*)?(?:outcomes?|objectives?|aims?|elements?|LO|ELO)\s*(?:no\.?\s*)?:?\s*(\d{1,2}|[A-H](?![a-z]))(?!\.\d|\d|\s+(?:and|to|&|learning|outcomes)\b)"
    r"\s*[.:)\-–—]*\s*",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(\d{1,2})(?:\.0(?=[\s.:)]))?(?!\.\d|\d|/)\s*[.:)\-–]?\s*(?=[A-Za-z‘'\"(])")
NUMBERED_NOTE = re.compile(r"\(?(?:AC\s?|LO\s?)?(\d{1,2})\.(\d{1,2})(?![\d.%])")
_NOTE = re.compile(r"(?:(?:please\s+)?note|n\.?b\.?)\b(?!\s+(?:down|the\s+time|and)\b)", re.IGNORECASE)
_COMMENT = re.compile(r"\[(?:[a-z]{1,2}|\d{1,2})\]\s+[A-Z]")  # what was written beside the text, printed below it
_LEADS_IN = re.compile(
    r"(?:to\s+)?(?:includ|such|for example|e\.?g|for|in|with|at|from|by|of|either|these|this|the)", re.IGNORECASE
)
_JOINT = re.compile(r"(?:and|&)\s+", re.IGNORECASE)
_HEADER_PART = re.compile(
    r"(?:(?:the\s+)?learning\s*outcomes?(?:\s*\(s\))?|outcomes?|(?:assessment|performance)\s*criteria|criteria|additional\s+guidance"
    r"|(?:assessment\s+)?guidance|knowledge,?(?:\s+understanding)?(?:\s+and\s+skills)?|skills|evidence\s*(?:types?|refs?\.?|reference)?"
    r"|(?:portfolio\s+)?(?:reference|ref\.?)|page(?:\s+(?:no|number)s?\.?)?|initials|date|type|exemplification|assessor|content|amplification"
    r"|(?:the\s+)?(?:learner|candidate|student)s?\s+(?:will|can|must|should)(?:\s+be\s+able\s+to)?|you\s+(?:will|can|must)|\(?(?:los?|acs?)\)?)\s*[:/|,]*\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeMark:
    """An outcome's label and the text behind it; `named` where it says that it is an outcome."""

    number: int
    printed: str
    text: str
    named: bool


def outcome_mark(text: str) -> OutcomeMark | None:
    """The outcome that begins here (`LO2`, `Outcome 2:`, `2. Understand ...`); None where none does."""
    if (match := _NAMED.match(text)) is not None:
        value = match[1].upper()
        number = int(value) if value.isdigit() else ord(value) - 64
        is_short = text[:2].casefold() == "lo"
        if (
            text[match.end() : match.end() + 1].islower()
            and match[0].endswith(" ")
            and match[0][:-1][-1:].isalnum()
            and not is_short
            and not is_outcome_like(text[match.end() :])
        ):
            return None  # a sentence about an outcome, not the outcome
        return OutcomeMark(number=number, printed=match[0].strip(" .:)-–—"), text=text[match.end() :], named=True)
    if (match := _PLAIN.match(text)) is not None:
        return OutcomeMark(number=int(match[1]), printed=match[1], text=text[match.end() :], named=False)
    return None


def is_header(text: str) -> bool:
    """True for the headings that stand above outcomes and criteria, all on one line or one by one."""
    text = squeeze(text)
    if not text or len(text) > 140:
        return False
    at = 0
    while at < len(text):
        joint = _JOINT.match(text, at) if at else None
        match = _HEADER_PART.match(text, joint.end() if joint is not None else at)
        if match is None or match.end() == at:
            return False
        at = match.end()
    return bool(OUTCOME_HEADER.search(text) or CRITERIA_HEADER.search(text) or BOILERPLATE.fullmatch(text))


def is_section(text: str, *, heading: int = 0, gap: bool = True) -> bool:
    """True for a heading that ends the criteria before it (`Assessment`, `Evidence requirements` ...)."""
    text = squeeze(text)
    if LABELLED_NOTE.match(text) and text[:1].isupper():
        return True
    if heading and not outcome_mark(text) and not is_header(text):
        return True
    if HEADING_ALONE.fullmatch(text) and len(text) < 200 and (text[0].isupper() or text[0] == "©"):
        return True
    if not gap:
        return False
    if len(text) > 90 or (not text[:1].isupper() and text[:1] != "©"):
        return False
    if text.endswith((".", ";", ",")) and not text.startswith("©"):
        return False
    return SECTION.fullmatch(text) is not None


def is_outcome_like(text: str) -> bool:
    """True for words that an outcome begins with."""
    return OUTCOME_STARTS.match(text) is not None


def is_column_heading(text: str) -> bool:
    """True for a short heading of a column of criteria or guidance."""
    text = squeeze(text)
    return (
        len(text) < 60
        and not text[:1].islower()
        and any(p.fullmatch(text.rstrip(":")) for p in (CRITERIA_HEADER, SKILLS_HEADER, KNOWLEDGE_HEADER, OTHER_HEADER))
    )


def is_shouted(text: str) -> bool:
    """True for a heading in capitals of two words or more."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 7 and len(text.split()) > 1 and all(c.isupper() for c in letters)


def is_label_line(text: str) -> bool:
    """True for a short line with a colon that names what comes below it and does not begin a list of examples."""
    return re.fullmatch(r"[A-Z][\w’'/&() -]{2,45}:", text) is not None and not _LEADS_IN.match(text)


def is_note(text: str) -> bool:
    """True for a line without a number that says of itself that it is a note."""
    return (text[:1].isupper() and _NOTE.match(text) is not None) or _COMMENT.match(text) is not None


def is_apart(text: str, *, gap: bool) -> bool:
    """True for a line without a mark of its own that belongs to no criterion: a heading, a note, a label."""
    return (
        is_section(text, gap=gap)
        or is_note(text)
        or is_shouted(text)
        or is_label_line(text)
        or NUMBERED_NOTE.match(text) is not None
    )
