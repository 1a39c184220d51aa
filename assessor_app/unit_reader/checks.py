"""A unit that was read is looked over once more: what a careful person would stop at becomes a doubt."""

import re
from collections.abc import Sequence
from statistics import median

from assessor_app.domain.reading import ReadCriterion, ReadOutcome
from assessor_app.domain.units import Doubt
from assessor_app.unit_reader.marks import is_outcome_like
from assessor_app.unit_reader.values import number_word
from assessor_app.unit_reader.verbs import may_begin_with_verb, reads_like_order
from assessor_app.unit_reader.words import ends_with_its_verb, is_open

_LONGEST = 420  # characters; the longest criterion seen in real units has some 300
_ELSE = "Something else may stand in its text."
_SAID = re.compile(
    r"\b(?:this\s+)?unit\s+(?:has|contains|consists\s+of|comprises|is\s+made\s+up\s+of)\s+(\d{1,2}|[a-z]+)\s+(?:learning\s+)?outcomes?\b"
    r"|\bnumber\s+of\s+(?:learning\s+)?outcomes\s*:?\s*(\d{1,2})\b",
    re.IGNORECASE,
)
_CRITERIA_SAID = re.compile(
    r"\b(\d{1,3})[ ]+(?:assessment[ ]+)?criteria\b|\bnumber\s+of\s+(?:assessment\s+)?criteria\s*:?\s*(\d{1,3})\b",
    re.IGNORECASE,
)
_NUMBER_INSIDE = re.compile(
    r"(?<![\d.,£$])\d{1,2}\.\d{1,2}\s*(?=[A-Z])|[a-z)]\d{1,2}\.\s?(?:\d|[A-Z])|[a-z).;]\s\d{1,2}\.\s[A-Z]"
    r"|\(\d{1,2}\.\d{1,2}\)|\bAC\s?(?:\d|[A-Z][a-z])|\bAC[a-z]{3}|(?<![\w.])\d{1,2}[a-z]{4,}|\s[PMD]\d{1,2}\s[A-Z][a-z]"
    r"|\s[:)]\s|\s\d{2}\s?:\s[A-Z]"
)
_BROKEN = re.compile("\ufffd|□|\\?\\?\\?|[\ue000-\uf8ff]")
# What never stands in an outcome or a criterion: headings, footers, rules of tables, lines to sign on.
_FOREIGN = re.compile(
    r"\blearning\s+outcomes?\s*(?::|\d|and\s+assessment)|\bassessment\s+criteri(?:a|on)\s*(?::|\d|$)|(?<=\w\s)the\s+(?:learner|candidate)\s+(?:will|can)\s*:"
    r"|\bpage\s+\d+\b|©|\b(?:version|issue)\s+\d|\bv\d+\.\d|\bsignatures?\s*(?::|date\b)"
    r"|\b(?:assessor|learner|candidate|tutor|verifier|IQA)(?:['’]s)?\s+signature\b|\.{4,}|_{3,}|-{3,}|={3,}|\+-|\s\|\s|\bcredit\s+value\b|\bGLH\b"
    r"|\s(?:range|scope|notes?|guidance|evidence|indicative\s+content|assessment(?:\s+\w+)?|purpose|aims?|unit\s+\w+)\s*:",
    re.IGNORECASE,
)
_BEGINS_INSIDE = re.compile(
    r"[a-z,;)]\s(?:Describe|Explain|State|Identify|Outline|List|Demonstrate|Select|Carry|Use|Prepare|Define|Evaluate|Analyse|Compare"
    r"|Discuss|Give|Assess|Report|Check|Complete|Follow|Maintain|Ensure|Apply|Produce|Understand|Know|Be\sable)\s[a-z]"
)
_GLUED = re.compile(
    r"\b(?!PowerPoint|YouTube|LinkedIn|JavaScript|WordPress|OneDrive|FaceTime)[A-Za-z]*[a-z]{2}[A-Z][a-z]{2,}"
)
_STRAY_NUMBER = re.compile(
    r"[a-z]\.?\s\d{1,3}(?:\.\d{1,2})?\s*$|[a-z]{3}\d{1,2}$"
    r"|[a-z]\s(?:Observation|Witness|Portfolio|Questioning|Product|Discussion|Yes|No|Met|Achieved|Pass|Merit|Distinction)$"
)
_FULL_STOP_INSIDE = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bapprox)(?<!\bincl)[a-z)]\.\s+[a-z]{2,}")
_LATE_SENTENCE = re.compile(r"[a-z)]\.\s+[A-Z][a-z]")


def check(outcomes: Sequence[ReadOutcome], text: str) -> list[Doubt]:
    """Doubts about numbering, sentences and counts; `text` is all of the unit's text."""
    doubts = _counts(outcomes, text)
    criteria = [c for o in outcomes for c in o.criteria]
    verbs = sum(1 for c in criteria if may_begin_with_verb(c.text))
    usually_verbs = verbs >= 0.7 * len(criteria)
    usual = median(len(c.text) for c in criteria) if criteria else 0
    stops = sum(1 for c in criteria if c.text.endswith("."))
    ends = "." if stops > 0.8 * len(criteria) and len(criteria) > 4 else ""
    doubts += _twice(criteria) + _uneven(outcomes)
    capitals = sum(1 for c in criteria if c.text[:1].isupper())
    for outcome in outcomes:
        where = outcome.where
        if _BEGINS_INSIDE.search(outcome.text) or _FOREIGN.search(outcome.text) or _STRAY_NUMBER.search(outcome.text):
            doubts.append(Doubt(where=where, reason=_ELSE))
        if is_open(outcome.text):
            doubts.append(Doubt(where=where, reason="The sentence breaks off."))
        if len(outcome.text) > 300 or _NUMBER_INSIDE.search(outcome.text):
            doubts.append(
                Doubt(where=where, reason="The text is longer than outcomes are; something else may stand in it.")
            )
        if _BROKEN.search(outcome.text):
            doubts.append(Doubt(where=where, reason="A character is damaged."))
        for criterion in outcome.criteria:
            doubts += _one(criterion, usually_verbs=usually_verbs, usual=usual, capitals=capitals > 0.8 * len(criteria))
            if ends and not criterion.text.endswith((ends, ":")) and not criterion.sub_points:
                doubts.append(Doubt(where=criterion.where, reason="It does not end in a full stop as the others do."))
    return doubts


def _one(criterion: ReadCriterion, *, usually_verbs: bool, usual: float, capitals: bool) -> list[Doubt]:
    reasons = []
    text = criterion.text
    if not text:
        reasons.append("The number has no text.")
    elif is_open(text) and not criterion.sub_points and not ends_with_its_verb(text):
        reasons.append("The sentence breaks off.")
    elif usually_verbs and not reads_like_order(text):
        reasons.append("It does not begin as the other criteria do.")
    elif capitals and text[:1].islower():
        reasons.append("It begins with a small letter; words may be missing before it.")
    if len(text) > max(_LONGEST, 4 * usual):
        reasons.append("The text is much longer than the others; something else may stand in it.")
    if text and len(text.split()) < 2:
        reasons.append("The text is a single word.")
    if _FOREIGN.search(text) or _STRAY_NUMBER.search(text):
        reasons.append(_ELSE)
    if _NUMBER_INSIDE.search(text):
        reasons.append("Another number stands in its text.")
    if _LATE_SENTENCE.search(text) or _FULL_STOP_INSIDE.search(text):
        reasons.append("A second sentence stands in its text.")
    if _BEGINS_INSIDE.search(text):
        reasons.append("A word in it begins with a capital as criteria do; two may have run together.")
    if _GLUED.search(text):
        reasons.append("Two words stand without a blank between them; a heading may be glued to it.")
    if _BROKEN.search(text):
        reasons.append("A character is damaged.")
    return [Doubt(where=criterion.where, reason=r) for r in reasons]


def _twice(criteria: Sequence[ReadCriterion]) -> list[Doubt]:
    """The same words under two numbers."""
    first: dict[str, str] = {}
    doubts = []
    for criterion in criteria:
        held = first.setdefault(criterion.text.casefold(), criterion.number)
        if held != criterion.number and not criterion.sub_points:
            doubts.append(Doubt(where=criterion.where, reason=f"The same words stand under {held}."))
    return doubts


def _uneven(outcomes: Sequence[ReadOutcome]) -> list[Doubt]:
    """Outcomes that do not begin as the others do, or are far longer."""
    known = [is_outcome_like(o.text) for o in outcomes]
    usually = len(known) > 2 and sum(known) > 0.7 * len(known)
    length = median(len(o.text) for o in outcomes) if outcomes else 0
    doubts = []
    for outcome, good in zip(outcomes, known, strict=True):
        if usually and not good and not may_begin_with_verb(outcome.text):
            doubts.append(Doubt(where=outcome.where, reason="It does not begin as the other outcomes do."))
        if len(outcome.text) > max(140, 3 * length) or _LATE_SENTENCE.search(outcome.text):
            doubts.append(Doubt(where=outcome.where, reason=_ELSE))
    return doubts


def _counts(outcomes: Sequence[ReadOutcome], text: str) -> list[Doubt]:
    doubts = []
    said = _SAID.search(text)
    number = number_word(said[1] or said[2]) if said is not None else None
    if number is not None and number != len(outcomes):
        doubts.append(Doubt(where="unit", reason=f"The document says {number} outcomes; {len(outcomes)} were found."))
    total = sum(len(o.criteria) for o in outcomes)
    criteria = _CRITERIA_SAID.search(text)
    told = int(criteria[1] or criteria[2]) if criteria is not None else None
    if told is not None and told != total and told > 4:
        doubts.append(Doubt(where="unit", reason=f"The document says {told} criteria; {total} were found."))
    return doubts
