"""Decisions on criteria and the judgement on a unit. A new decision goes beneath the old one; none is overwritten."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from assessor_app.domain.evidence import CriterionRef, Varcs
from assessor_app.domain.moments import Moment
from assessor_app.domain.units import Regime, Unit


class Verdict(Enum):
    """What an assessor decides on a criterion; `ASK` keeps the question to put before leaving."""

    MET = "met"
    NOT_YET = "not yet"
    ASK = "ask"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One entry of a criterion's history. `reason` is the assessor's words, or the question to ask."""

    id: UUID
    criterion: CriterionRef
    verdict: Verdict
    reason: str
    by: str
    at: Moment


class Competence(Enum):
    """The judgement on a whole unit."""

    COMPETENT = "competent"
    NOT_YET = "not yet competent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A next step, agreed with the candidate."""

    text: str
    who: str = ""
    by: str = ""


class ChecklistRecord(Enum):
    """Which record a moderated unit was done on: the choice is recorded (domain.md section 2)."""

    CHECKLIST = "this checklist"
    EVIDENCE_SHEETS = "the awarding body's Candidate Evidence Sheets"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedReason:
    """Why something out of the ordinary was allowed, by whom, when, and on which decision of the centre."""

    text: str
    by: str
    at: Moment
    centre_decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistRow:
    """One requirement on a Candidate Evidence Checklist: where it is met, both ticks, a comment."""

    number: str
    found_at: str = ""
    candidate_tick: bool = False
    assessor_tick: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """All that is written about one unit as a whole, before it is frozen."""

    competence: Competence | None = None
    text: str = ""
    varcs: Varcs = Varcs()
    feedback: str = ""
    actions: tuple[Action, ...] = ()
    conflict_checked: bool = False
    conflict: str = ""
    expiry_reason: RecordedReason | None = None
    manager_exception: RecordedReason | None = None
    record_used: ChecklistRecord = ChecklistRecord.CHECKLIST
    checklist: tuple[ChecklistRow, ...] = ()
    at: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """A candidate takes a unit, in the edition that was current when they started."""

    id: UUID
    candidate: UUID
    unit: Unit
    position: int
    letter: str
    regime: Regime | None = None
    regime_decided: RecordedReason | None = None
    started_on: date | None = None

    @property
    def effective_regime(self) -> Regime | None:
        """The unit's own regime, or the centre's decision where the document states none."""
        return self.unit.regime or self.regime
