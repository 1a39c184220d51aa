"""What a document seems to say about its unit and the reading does not hold: each such line becomes a doubt.

A value that was overlooked looks like one that is not in the document. So the words of every field are looked for once
more, with an amount beside them, and the person is shown the line. Nothing is taken from it.
"""

import re
from collections.abc import Iterable

from assessor_app.domain.reading import FieldName
from assessor_app.unit_reader.gathered import Metadata
from assessor_app.unit_reader.layout import squeeze
from assessor_app.unit_reader.titles import CODE, could_be_title
from assessor_app.unit_reader.values import REFERENCE
from assessor_app.unit_reader.words import is_open

_F = FieldName
_AMOUNT = r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)"
_TOTAL = r"(?:TQT|TUT|total\s+(?:qualification|unit|learning)\s+time)"
_ENDS = r"(?:expir\w+|withdr\w+|valid\s+(?:un)?til|end\s+date|ends?\s+on|last\s+date|available\s+until)"
_SIGNS: dict[FieldName, re.Pattern[str]] = {
    _F.REFERENCE: REFERENCE,
    _F.NUMBER: re.compile(
        r"\b[Uu](?:nit|NIT)\s+(?:(?i:no\.?|number|code|ref\w*)\b\W{0,3})?"
        r"(?:[A-Z]{1,6}[-/ ]?)?\d+[A-Z]?\b(?!\.\s|/\d{3})"
        r"|^(?!LO|AC|PC|[A-Z]\d\b)[A-Z]{1,6}[-/]?[A-Z]?\d{2,6}\b(?!/)"
        rf"|^{CODE}(?:$|\s+[A-Z][a-z])"
    ),
    _F.LEVEL: re.compile(rf"\blevel\W{{0,4}}(?:entry|{_AMOUNT})|\bentry\s+(?:level\s+)?[1-3]\b", re.IGNORECASE),
    _F.CREDIT: re.compile(rf"\bcredits?\b[^.]{{0,24}}{_AMOUNT}|{_AMOUNT}\W{{0,3}}credits?\b", re.IGNORECASE),
    _F.GLH: re.compile(
        r"\b(?:GLH|guided\s+learning)\b[^.]{0,24}\d|\d\W{0,3}(?:GLH|guided|hours?\s+of\s+guided)\b", re.IGNORECASE
    ),
    _F.TQT: re.compile(rf"\b{_TOTAL}\b[^.]{{0,24}}\d|\d\W{{0,3}}{_TOTAL}\b", re.IGNORECASE),
    _F.EXPIRY: re.compile(rf"\b{_ENDS}\b.{{0,60}}\b(?:19|20)?\d\d\b", re.IGNORECASE),
    _F.AWARDING_BODY: re.compile(
        r"\b[A-Z][\w&]+\s+(?:Awards?|Qualifications|Awarding)\b(?!\s+(?:in|for|title|number)\b)"
        r"|(?:©|\([Cc]\)|[Cc]opyright)\s*(?:\d{4}\s*)?(?!of\b|[Nn]otice)[A-Z]\w+|[Pp]ublished\s+by\b"
        r"|^(?!(?:QAN|SSA|ULN|UAN|URN|NOS|QR)\b)[A-Z]{2,5}\s+code\b"
        r"|^(?:The\s)?(?:[A-Z][\w&]+\s){1,4}(?:Council|Board|Guild|Institute|Certification)\b"
    ),
}
_QUALIFICATION_OF = re.compile(
    r"(?:[A-Z][\w&]+\s(?:for\s)?){1,4}(?:Level|Entry)\s[\w ]{1,12}(?:Award|Certificate|Diploma|NVQ)\b"
)
_NOT_OWN = re.compile(
    r"\b(?:qualifications?|diploma|certificate|award|apprenticeship)\s+(?:in|at|title|number|code)\b|\bsub\s*-?\s*level\b"
    r"|\b(?:other|another|see|replaces?|barred|related|linked|progress\w*)\b|\bNOS\b|\bcertification\s+end\b|\bcontents\b",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(
    r"\b(?:unit\s+(?:title|reference|number|code)|level\s*:|credit\s+value|GLH|learning\s+outcomes?)\b|assessment\s+criteria"
    r"|^(?:level\s+\d|entry\s+level)|\b(?:certificate|diploma|handbook|specification)\b|[|:]$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\bunit\s+(?:title|name)\b|^title\b|^unit\s+[A-Z]{0,4}\d", re.IGNORECASE)
_LINE = re.compile(r"(?!This|The\s(?:unit|aim|learner))[A-Z][^.]*")  # a line of its own and no part of a sentence
_LONGEST = 300
NO_BODY = "No awarding body was found in the words of the document; a logo may show it."


def doubt_missed(lines: Iterable[str], meta: Metadata, around: Iterable[str] = ()) -> None:
    """Doubts every field that has no value although a line of `lines` speaks of one, and values that look wrong.

    The lines around a web page may name the awarding body and say nothing else about the unit.
    """
    texts = [squeeze(line) for line in lines]
    beside = [squeeze(line) for line in around]
    for name, sign in _SIGNS.items():
        if name in meta.found:
            continue
        looked = texts
        if name is _F.AWARDING_BODY:
            looked = [*texts, *beside]
            said = next((t for t in looked if _QUALIFICATION_OF.match(t)), None)
            if said is not None:
                meta.doubt(name.value, f"“{said[:60]}” may name it; nothing was taken from it.")
                continue
        said = next((t for t in looked if len(t) < _LONGEST and sign.search(t) and not _NOT_OWN.search(t)), None)
        if said is not None:
            meta.doubt(name.value, f"The document says “{said[:60]}”; nothing was taken from it.")
        elif name is _F.AWARDING_BODY:  # nothing is added without it, and a logo has no words
            meta.doubt(name.value, NO_BODY)
    title = meta.found.get(_F.TITLE)
    if title is None:
        first = [t for t in texts[:4] if could_be_title(t) and 1 < len(t.split()) < 13 and _LINE.fullmatch(t)]
        said = next((t for t in texts if len(t) < _LONGEST and _TITLE.search(t)), first[0] if first else None)
        if said is not None:
            meta.doubt(_F.TITLE.value, f"The document says “{said[:60]}”; no title was taken from it.")
        else:
            meta.doubt(_F.TITLE.value, "No title was found.")
    elif (title.value or "")[:1].islower():
        meta.doubt(_F.TITLE.value, "It begins with a small letter; words may be missing before it.")
    elif _IN_TITLE.search(title.value or "") or len((title.value or "").split()) > 20:
        meta.doubt(_F.TITLE.value, "It does not look like the title of a unit.")
    elif is_open(title.value or ""):
        meta.doubt(_F.TITLE.value, "It breaks off.")
    glh, credit = (meta.found.get(n) for n in (_F.GLH, _F.CREDIT))
    if glh and credit and glh.value and credit.value and int(glh.value) > 10 * max(1, int(credit.value)):
        meta.doubt(_F.GLH.value, f"{glh.value} guided learning hours are more than {credit.value} credits stand for.")
