"""The frozen record: everything that a signed form says, read once, never looked up again.

PDF, attachment, bundle and centre are all functions of a `BaseRecord`, so they cannot disagree. The content hash covers
`content` alone: unit, candidate, evidence set, coverage and judgement text (domain.md section 4, rule 2).
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from assessor_app.domain.canonical import content_hash
from assessor_app.domain.evidence import EvidenceItem, Method
from assessor_app.domain.judging import Decision, Enrolment, Judgement, RecordedReason
from assessor_app.domain.moments import Moment
from assessor_app.domain.observations import Observation, Question
from assessor_app.domain.people import Assessor, Candidate, Centre
from assessor_app.domain.roles import Declaration, Role


class Form(Enum):
    """The forms that are signed; the value stands in the QR code and the attached record."""

    ERS = "ERS"
    CHECKLIST = "CEC"
    OBSERVATION = "OBS"

    @property
    def title(self) -> str:
        """The form's title as printed."""
        return {
            "ERS": "Unit Evidence Record Sheet",
            "CEC": "Candidate Evidence Checklist",
            "OBS": "Observation record",
        }[self.value]

    @property
    def edition_name(self) -> str:
        """Form and layout, as the footer prints it."""
        return {"ERS": "ERS-L, edition 1", "CEC": "CEC-P, edition 1", "OBS": "OBS-P, edition 1"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormApproval:
    """The awarding body's approval of a form made by the centre, as recorded."""

    approved_by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionOnForm:
    """A question of the unit, with the evidence reference it was recorded under."""

    question: Question
    evidence_ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitContent:
    """What an evidence record sheet or a checklist says about one unit of one candidate."""

    candidate: Candidate
    assessor: Assessor
    centre: Centre
    enrolment: Enrolment
    evidence: tuple[EvidenceItem, ...]
    decisions: tuple[Decision, ...]
    questions: tuple[QuestionOnForm, ...]
    judgement: Judgement
    methods: tuple[Method, ...]
    absences: tuple[RecordedReason, ...] = ()
    clock_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationContent:
    """What an observation record says about one visit, over all units it touches."""

    candidate: Candidate
    assessor: Assessor
    centre: Centre
    observation: Observation
    evidence_ref: str
    enrolments: tuple[Enrolment, ...]
    methods: tuple[Method, ...]
    attachments: tuple[str, ...] = ()
    clock_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """One row of the signature block, made when the sheet is frozen. Rows that are not required stay for later."""

    role: Role
    declaration: Declaration
    required: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRecord:
    """One version of one form, complete but for the signatures. Its canonical JSON travels inside the PDF."""

    document_id: UUID
    form: Form
    version: int
    frozen_at: Moment
    required_roles: tuple[Role, ...]
    manager_rule: bool
    signatories: tuple[Signatory, ...]
    content_hash: str
    content: UnitContent | ObservationContent
    approval: FormApproval | None = None
    device: str = ""

    @classmethod
    def freeze(
        cls,
        *,
        document_id: UUID,
        form: Form,
        version: int,
        frozen_at: Moment,
        signatories: tuple[Signatory, ...],
        manager_rule: bool,
        content: UnitContent | ObservationContent,
        approval: FormApproval | None,
        device: str,
    ) -> "BaseRecord":
        """Fix the content and its hash; required roles follow from the signatories."""
        return cls(
            document_id=document_id,
            form=form,
            version=version,
            frozen_at=frozen_at,
            required_roles=tuple(s.role for s in signatories if s.required),
            manager_rule=manager_rule,
            signatories=signatories,
            content_hash=content_hash(content),
            content=content,
            approval=approval,
            device=device,
        )
