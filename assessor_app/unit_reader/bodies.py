"""The awarding body where no label names it: a known name, a sentence that says so, a copyright line, a page's edge.

A guess is doubted. Whoever holds a copyright or sends a page and is by no word told to be an awarding body (a college,
a training provider) is not taken; `missed` shows the line.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assessor_app.domain.reading import FieldName, ReadField
from assessor_app.unit_reader.gathered import Metadata
from assessor_app.unit_reader.layout import Line, Row, squeeze
from assessor_app.unit_reader.words import BODIES

_F = FieldName
_NAME = r"[A-Z1][\w&'’-]*(?:\s(?:(?:of|for|and|in|the|&)\s){0,2}[A-Z1][\w&'’-]*){0,6}"
_KIND = (
    r"(?:(?:Awards|Examinations|Qualifications|Cymwysterau)(?:\s(?:UK|Wales|Cymru|Scotland|International))?"
    r"|Awarding(?:\s(?:Body|Organisation))?)"
)
# `Harbour Examinations`, `Mersey Care Awards Level 3 Diploma in ...`: at the head of a line, with a name before it.
_AT_HEAD = re.compile(
    rf"[A-Z][\w&'’]+(?:\s(?:and\s|&\s)?[A-Z][\w&'’]+){{0,3}}\s{_KIND}"
    r"(?=$|\s*[|,–)-]|\s+(?:Level|Entry|Unit|Certificate|Diploma|Award|Page|Version|Issue)\b|\s+v?\d)"
)
# At the edge of a page a name of another kind may be a body's too, where nothing else or an address stands behind it.
_AT_EDGE = re.compile(
    r"(?:.{0,40}\b(?:of|by)\s)?(?:[Tt]he\s)?((?:[A-Z][\w&'’-]+\s(?:(?:and|&)\s)?){1,5}"
    rf"(?:{_KIND}|Board|Council|Guilds?|Certification|Trust|Network|Institute|Professional|Association|Society|Federation)"
    rf"|(?:Institute|Guild|Board|Awarding\sBody)\s(?:of|for)\s{_NAME})(?=\s*(?:$|[|,.–(-]|\d|Level\b|Entry\b|Unit\b|Page\b|Tudalen\b))"
)
# `Marchmont Trust Level 2 Diploma in ...`: what stands before the name of a qualification is whose it is.
_BEFORE_QUALIFICATION = re.compile(
    rf"(?:©\s*)?({_NAME}),?\s+(?:Level\s[1-8]|Entry\s(?:Level\s)?[1-3])\s"
    r"(?:[A-Z][\w()]*\s){0,4}(?:Award|Certificate|Diploma)\b"
)
# Names that are a heading as often: only where a page's edge holds nothing else or the kind of the paper.
_OF_SKILLS = re.compile(
    r"((?:[A-Z][a-z]+\s(?:(?:and|&|for)\s)?){1,3}(?:Skills|Learning|Education))"
    r"(?=$|\s*[|,]|\s+(?:Unit|Page|Version|Issue)\b|\s+[A-Z]{1,4}[ -]?\d)"
)
_NO_BODY = re.compile(
    r"\b(?:College|Training|Academy|School|University|Consult\w*|Crown|Unit|Handbook|Specification|Qualification|Diploma|Award"
    r"|Certificate|NVQ|Functional|Key|Core|Essential|Employability|Service|Life|Study|Communication|Digital|Basic|Business"
    r"|Management|Computer|Personal|Social|Vocational|Technical|Level)\b"
)
# A header or footer that was copied along with the criteria begins with the body's name.
_LONGEST_FIRST = sorted(BODIES, key=len, reverse=True)
_ANY = re.compile("|".join(re.escape(b) for b in _LONGEST_FIRST))
_OF_A_PAGE = re.compile(
    rf"(?:©\s*)?(?:{'|'.join(re.escape(b) for b in _LONGEST_FIRST)})\s*(?:$|[|,©–-]|\d{{4}}|Level\b|Unit\b)"
)
_AUTHORITY = re.compile(r"\b(?:County|City|Borough|District|Parish|Town|Sector)\sCouncil\b")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|published\s+by|issued\s+by)\s*(?:©\s*|copyright\s*)?"
    r"(?:\d{4}\s*)?(?:[–-]\s*\d{4}\s*)?(?:by\s+)?(?:the\s+)?([A-Z][\w&'’ ]{2,50}?)"
    r"\s*(?:(?-i:[A-Z]{2,5})\s?\d|\d{4}|Level\b|Ltd|Limited|All rights|Version|Page|Registered|\||,|\.|[–-]\s|$)",
    re.IGNORECASE,
)
_BEFORE_SIGN = re.compile(rf"(?:^|[|–]\s*)({_NAME}),?\s*(?:©|\(c\)|[Cc]opyright)")
_TOLD = re.compile(r"award|qualif|board|institute|exam|skills|learning|certif|guild|education", re.IGNORECASE)
_SAYS_SO = re.compile(
    rf"(?:^|[.;:]\s+)(?:The\s)?({_NAME})\s+is\s+(?:(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}awarding\s+(?:body|organisation)"
    r"|(?:regulated|recognised|approved)\s+(?:by\s+Ofqual|as\s+an\s+awarding))"
    rf"|\b(?:awarded|certificated|certified)\s+by\s+(?:the\s+)?({_NAME})"
)
_STANDARDS = re.compile(
    r"\bNOS\b|\boccupational\s+standards\b|\bmapped\s+to\b|\bassessment\s+(?:strategy|principles)\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\b(?:replace[sd]?|barred|equivalent|exempt\w*|formerly|previously|progress\w*|similar|alternative|credit\s+transfer)\b",
    re.IGNORECASE,
)
_OTHER_SENSES = frozenset(("EDI", "EAL"))  # what a unit's own words may mean by these letters
_WEB = re.compile(r"www\.|https?:|@|\.(?:co|org|com|net|ac|gov)\b", re.IGNORECASE)
_PART = re.compile(r"\s*[|•·()]\s*|\s[–—-]\s")
_SENTENCE = 9  # words of a line in which a name in the middle is only mentioned


def find_body(
    rows: Sequence[tuple[int, Row]],
    furniture: Sequence[Line],
    around: Sequence[Line],
    meta: Metadata,
    *,
    criteria: tuple[int, int],
) -> None:
    """The awarding body of a unit whose criteria stand from the first to the last row of `criteria`."""
    low, high = criteria
    lines = [line for index, row in rows if not low <= index <= high for cell in row.cells for line in cell.lines]
    inside = [line for index, row in rows if low <= index <= high for cell in row.cells for line in cell.lines]
    edges = [*furniture, *around]
    if (held := meta.found.get(_F.AWARDING_BODY)) is not None:
        _written_out(held, [*edges, *lines], meta)
        return
    if _known([*lines, *furniture], meta) or _known(around, meta):
        return
    found = (
        _first(_SAYS_SO, [*lines, *edges], "It stands only in a sentence of the document.")
        or _holder([*lines, *inside, *edges])
        or _alone(furniture, [*lines, *inside], around)
    )
    if found is not None:
        name, line, reason = found
        meta.put(_F.AWARDING_BODY, name, line.pieces)
        meta.doubt(_F.AWARDING_BODY.value, reason)
    elif (mentioned := _mentions(inside)[0]) and not _known([x for x in inside if _OF_A_PAGE.match(x.text)], meta):
        meta.doubt(_F.AWARDING_BODY.value, f"“{next(iter(mentioned))}” stands among the criteria and was not taken.")


def _known(lines: Iterable[Line], meta: Metadata) -> bool:
    """Takes the known body that is named most; whether there is one."""
    counts, named = _mentions(lines)
    counts = {body: places for body, places in counts.items() if body in named or body not in _OTHER_SENSES}
    if not counts or (len(counts) > 1 and not named):
        return False
    ranked = sorted(counts, key=lambda b: -len(counts[b]))
    meta.put(_F.AWARDING_BODY, ranked[0], counts[ranked[0]][:12])
    if len(ranked) > 1:
        meta.doubt(_F.AWARDING_BODY.value, f"The document names {' and '.join(ranked[:4])}.")
    elif ranked[0] not in named:
        meta.doubt(_F.AWARDING_BODY.value, "It stands only in a sentence of the document.")
    return True


def _mentions(lines: Iterable[Line]) -> tuple[dict[str, list[int]], set[str]]:
    """Known bodies with the pieces that name them outside addresses, and those that are more than mentioned."""
    counts: dict[str, list[int]] = {}
    named: set[str] = set()
    for line in lines:
        if _ANY.search(line.text) is None or _STANDARDS.search(line.text) or _ELSEWHERE.search(line.text):
            continue
        text = " ".join(word for word in line.text.split() if not _WEB.search(word))
        for body in _LONGEST_FIRST:
            if body in text and re.search(rf"(?<![\w&]){re.escape(body)}(?![\w&])", text):
                counts.setdefault(body, []).extend(line.pieces)
                short = len(line.text.split()) < _SENTENCE and body not in _OTHER_SENSES
                if short or text.startswith(body) or "©" in text:
                    named.add(body)
                text = text.replace(body, " ")
    return counts, named


def _written_out(held: ReadField, lines: Iterable[Line], meta: Metadata) -> None:
    """A body that is held by its initials or its first word, by its name where the document prints that by itself."""
    short = held.value or ""
    if short in BODIES or " " in short or not short.isupper():
        return
    for line in lines:
        for part in _PART.split(squeeze(line.text)):
            match = re.match(rf"(?:©\s*)?({_NAME})", part)
            words = match[1].split() if match is not None else []
            while words and "".join(w[0] for w in words) != short and words[0].upper() != short:
                words.pop()
            if len(words) > 1 and words[0] != short:
                meta.found[_F.AWARDING_BODY] = replace(held, value=" ".join(words), pieces=line.pieces)
                meta.doubt(_F.AWARDING_BODY.value, f"Its short form {short} stands in a label.")
                return


_Found = tuple[str, Line, str] | None


def _first(pattern: re.Pattern[str], lines: Iterable[Line], reason: str) -> _Found:
    for line in lines:
        match = pattern.search(squeeze(line.text))
        if match is not None and not _ELSEWHERE.search(line.text):
            return next(g for g in match.groups() if g), line, reason
    return None


def _holder(lines: Iterable[Line]) -> _Found:
    """Who holds the copyright, where the name says that it is an awarding body."""
    for line in lines:
        text = squeeze(line.text)
        for pattern in (_COPYRIGHT, _BEFORE_SIGN):
            match = pattern.search(text)
            if match is None or not match[1][0].isupper():
                continue
            name = squeeze(match[1])
            named = " " in name and re.fullmatch(_NAME, name) is not None and not _NO_BODY.search(name)
            if named or _TOLD.search(name):
                return name, line, "It was taken from the copyright line."
    return None


def _alone(furniture: Sequence[Line], lines: Sequence[Line], around: Sequence[Line]) -> _Found:
    """A name of its kind at the head of a line or, at the edge of a page, of a part of one."""
    for line in (*furniture, *lines):
        if (match := _AT_HEAD.match(squeeze(line.text))) is not None:
            return match[0], line, "No label names it; it stands at the head of a line by itself."
    for line in lines:
        parts = _PART.split(squeeze(line.text))
        match = next((m for part in parts if len(parts) > 1 and (m := _AT_HEAD.fullmatch(part)) is not None), None)
        if match is not None:
            return match[0], line, "No label names it; it stands by itself in a line."
    for line in (*furniture, *around):
        for part in _PART.split(squeeze(line.text)):
            edge = _AT_EDGE.match(part) or _OF_SKILLS.match(part)
            if edge is not None and not _AUTHORITY.search(part) and not _NO_BODY.search(edge[1]):
                return edge[1], line, "It stands only at the edge of the page."
    for line in (*lines[:2], *lines[-2:]):
        edge = _AT_EDGE.fullmatch(squeeze(line.text))
        if edge is not None and not _AUTHORITY.search(edge[1]) and not _NO_BODY.search(edge[1]):
            return edge[1], line, "No label names it; it stands at the edge of the document."
    for line in lines:
        before, _, unit = squeeze(line.text).partition(" — ")
        if unit.startswith("Unit ") and " " in before and re.fullmatch(_NAME, before) and not _NO_BODY.search(before):
            return before, line, "It stands before the unit’s number without a label."
    for line in (*furniture, *around, *lines):
        named = _BEFORE_QUALIFICATION.match(squeeze(line.text))
        if named is not None and " " in named[1] and not _NO_BODY.search(named[1]):
            return named[1], line, "It stands before the name of a qualification."
    return None
