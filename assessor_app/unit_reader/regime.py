"""What the document says about signing off: who checks the centre, which form, whether the manager signs.

Only what is said is prefilled; a document that says nothing leaves the regime to the centre.
"""

import re

from assessor_app.domain.units import ManagerRule, QualityAssurance, RecordForm, Regime

_VERIFIED = re.compile(
    r"\bexternally\s+(?:quality\s+assured|verified)\b"
    r"|\bexternally\s+assessed\s+by\s+an?\s+[\w& ]{0,30}external\s+verifier\b"
    r"|\bexternal\s+verifier\b",
    re.IGNORECASE,
)
_MODERATED = re.compile(r"\bexternally\s+moderated\b", re.IGNORECASE)
_ERS = re.compile(r"\bevidence\s+record\s+sheet\b", re.IGNORECASE)
_CHECKLIST = re.compile(
    r"\bcandidate\s+evidence\s+checklist\s+must\b|\b(?:must|should)\b[^.]{0,60}\bevidence\s+checklist\b", re.IGNORECASE
)
_MANAGER = re.compile(r"\bline\s+manager\b[^.]{0,80}\bsign", re.IGNORECASE)
_EXTERNAL = re.compile(r"\b(?:external|peripatetic)\s*/?\s*(?:peripatetic\s+)?assessor\b", re.IGNORECASE)
_WORKPLACE = re.compile(
    r"\brequires\s+workplace\s+assessment\b|\bmust\s+be\s+assessed\s+in\s+the\s+workplace\b", re.IGNORECASE
)


def read_regime(text: str) -> Regime | None:
    """The regime that the document's sentences state; None where they do not name the form of the record."""
    sentences = re.split(r"(?<=[a-z0-9)])\.\s+|\n", text)
    moderated, verified = _first(_MODERATED, sentences), _first(_VERIFIED, sentences)
    checklist, manager = _first(_CHECKLIST, sentences), _first(_MANAGER, sentences)
    sheet = _first(_ERS, sentences)
    if not (sheet or checklist):
        return None
    assurance = QualityAssurance.MODERATED if moderated else QualityAssurance.VERIFIED if verified else None
    if moderated and verified:
        assurance = None
    form = RecordForm.ERS if sheet else RecordForm.CHECKLIST
    rule = ManagerRule.NEVER
    if manager:
        rule = ManagerRule.WHEN_EXTERNAL if _EXTERNAL.search(text) else ManagerRule.ALWAYS
    source = "; ".join(dict.fromkeys(s for s in (moderated, verified, sheet, checklist, manager) if s))
    return Regime(
        record_form=form,
        manager_signature=rule,
        quality_assurance=assurance,
        source=source[:600],
    )


def requires_workplace(text: str) -> bool:
    """Whether the document asks for assessment in the workplace."""
    return _WORKPLACE.search(text) is not None


def _first(pattern: re.Pattern[str], sentences: list[str]) -> str:
    return next((" ".join(s.split()) for s in sentences if pattern.search(s)), "")
