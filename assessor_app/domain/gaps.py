"""What is still missing before anyone can sign: pure functions of what was recorded.

"Ready" means an empty list (design.md section 5): every criterion judged met on accepted evidence, VARCS answered,
judgement written, expiry, conflict and regime answered.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from assessor_app.domain.evidence import CriterionRef, EvidenceItem
from assessor_app.domain.judging import Competence, Decision, Enrolment, Judgement, Verdict
from assessor_app.domain.units import RecordForm


class CriterionState(Enum):
    """What a list shows for a criterion, each with its own shape."""

    OPEN = "open"
    SEEN = "seen"
    MET = "met"
    NOT_YET = "not yet"
    ASK = "ask"


class GapKind(Enum):
    """Why sign-off waits."""

    NO_EVIDENCE = "has no accepted evidence"
    NOT_JUDGED = "is not judged yet"
    NOT_YET_MET = "is judged not yet met"
    TO_ASK = "still has a question to ask"
    VARCS = "VARCS is not complete"
    JUDGEMENT = "The judgement is not written"
    NOT_COMPETENT = "The judgement is not yet competent"
    UNIT_VARCS = "The judgement's VARCS is not complete"
    EXPIRED = "The unit has expired"
    CONFLICT = "The conflict of interest question is not answered"
    REGIME = "How this unit is signed off is not decided"
    CHECKLIST = "is not ticked on the checklist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing; `criterion` or `item` where it belongs to one, `detail` in the person's words."""

    kind: GapKind
    criterion: str = ""
    item: EvidenceItem | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Counts for lists and rings."""

    met: int
    seen: int
    total: int

    @property
    def open(self) -> int:
        """Neither met nor seen."""
        return self.total - self.met - self.seen


def latest(decisions: Iterable[Decision]) -> dict[CriterionRef, Decision]:
    """The decision in force for each criterion: the last in the order they were made."""
    return {decision.criterion: decision for decision in decisions}


def covered(evidence: Iterable[EvidenceItem], enrolment: Enrolment) -> dict[str, list[EvidenceItem]]:
    """For each criterion number of the unit, the items tied to it."""
    found: dict[str, list[EvidenceItem]] = {c.number: [] for c in enrolment.unit.criteria}
    for item in evidence:
        for number in dict.fromkeys(t.criterion.number for t in item.ties if t.criterion.enrolment == enrolment.id):
            if number in found:
                found[number].append(item)
    return found


def criterion_states(
    enrolment: Enrolment, evidence: Sequence[EvidenceItem], decisions: Iterable[Decision]
) -> dict[str, CriterionState]:
    """The state of each criterion of the unit, in document order."""
    cover = covered(evidence, enrolment)
    judged = latest(decisions)
    states = {}
    for number, items in cover.items():
        decision = judged.get(CriterionRef(enrolment=enrolment.id, number=number))
        verdict = decision.verdict if decision else Verdict.OPEN
        if verdict is Verdict.OPEN:
            states[number] = CriterionState.SEEN if items else CriterionState.OPEN
        else:
            states[number] = CriterionState(verdict.value)
    return states


def progress(states: Mapping[str, CriterionState]) -> Progress:
    """How far the unit is."""
    values = list(states.values())
    return Progress(met=values.count(CriterionState.MET), seen=values.count(CriterionState.SEEN), total=len(values))


def gap_list(
    enrolment: Enrolment,
    evidence: Sequence[EvidenceItem],
    decisions: Sequence[Decision],
    judgement: Judgement,
    today: date,
) -> tuple[Gap, ...]:
    """Everything that keeps the unit from being frozen, in the order a person would mend it."""
    regime = enrolment.effective_regime
    gaps = [*_criterion_gaps(enrolment, evidence, decisions)]
    gaps += [
        Gap(kind=GapKind.VARCS, item=item, detail=", ".join(item.varcs.missing))
        for item in evidence
        if any(t.criterion.enrolment == enrolment.id for t in item.ties) and not item.varcs.complete
    ]
    if regime is None:
        gaps.append(Gap(kind=GapKind.REGIME))
    elif regime.record_form is RecordForm.CHECKLIST:
        rows = {row.number: row for row in judgement.checklist}
        for criterion in enrolment.unit.criteria:
            row = rows.get(criterion.number)
            if row is None or not (row.found_at.strip() and row.candidate_tick and row.assessor_tick):
                gaps.append(Gap(kind=GapKind.CHECKLIST, criterion=criterion.number))
    if judgement.competence is None or not judgement.text.strip():
        gaps.append(Gap(kind=GapKind.JUDGEMENT))
    elif judgement.competence is not Competence.COMPETENT:
        gaps.append(Gap(kind=GapKind.NOT_COMPETENT))
    if not judgement.varcs.complete:
        gaps.append(Gap(kind=GapKind.UNIT_VARCS, detail=", ".join(judgement.varcs.missing)))
    if not judgement.conflict_checked:
        gaps.append(Gap(kind=GapKind.CONFLICT))
    if enrolment.unit.has_expired(today) and not (judgement.expiry_reason and judgement.expiry_reason.text.strip()):
        gaps.append(Gap(kind=GapKind.EXPIRED, detail=f"on {enrolment.unit.expiry:%d/%m/%Y}"))
    return tuple(gaps)


def _criterion_gaps(
    enrolment: Enrolment, evidence: Sequence[EvidenceItem], decisions: Sequence[Decision]
) -> Iterable[Gap]:
    states = criterion_states(enrolment, evidence, decisions)
    cover = covered(evidence, enrolment)
    reasons = {
        CriterionState.SEEN: GapKind.NOT_JUDGED,
        CriterionState.NOT_YET: GapKind.NOT_YET_MET,
        CriterionState.ASK: GapKind.TO_ASK,
    }
    for number, state in states.items():
        if not cover[number]:
            yield Gap(kind=GapKind.NO_EVIDENCE, criterion=number)
        elif state is not CriterionState.MET:
            yield Gap(kind=reasons.get(state, GapKind.NOT_JUDGED), criterion=number)
