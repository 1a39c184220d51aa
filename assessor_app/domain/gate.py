"""The gate before each signature (domain.md section 4): one pure function for screen, command line, sealer and centre.

Required roles are settled at freezing from the unit's regime and the assessor's standing; afterwards only the frozen
record is asked, so that a later change of settings cannot open the gate.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from assessor_app.domain.people import Assessor, Standing, same_person
from assessor_app.domain.record import Signatory, UnitContent
from assessor_app.domain.roles import OBSERVATION_DECLARATIONS, UNIT_DECLARATIONS, Role
from assessor_app.domain.sheets import Sheet
from assessor_app.domain.signatures import Medium, Signer
from assessor_app.domain.units import ManagerRule, Regime


class Refusal(Enum):
    """Why a signature is not taken, each in words for the person."""

    NOT_LIVE = "This version of the sheet has ended. Sign the version that replaced it."
    NOT_ON_FORM = "This form has no place for that signature."
    ALREADY_SIGNED = "This place is signed already. A signed sheet never changes; void it and make a new version."
    NO_NAME = "The signer's printed name is missing."
    NO_IDENTITY_CHECK = "Say how you know who the signer is."
    NOT_BOTH_TICKED = "Both statements must be ticked; one alone is no signature."
    NO_DECISION_TICKED = "Exactly one of the two statements must be ticked."
    NO_INK = "There is no ink and no typed name with a witness of the mark."
    INK_USED_BEFORE = "This ink was accepted before. Every signature is drawn anew."
    SAME_PERSON = "One person cannot sign in two roles."
    ROLE_NOT_CHOSEN = "Choose line manager or owner/manager."
    MANAGER_FIRST = "The line manager or owner/manager must sign before the assessor does."
    CANDIDATE_FIRST = "The candidate signs before the assessor."
    ASSESSOR_FIRST = "The assessor signs before the countersigner and the internal quality assurer."
    COUNTERSIGNER_FIRST = "The countersigner signs before the internal quality assurer."
    OTHER_CONTENT = "The signatures on this sheet are not on the content it now shows."
    TOO_LATE = "The assessor has signed. Candidate and line manager cannot sign this version any more."
    DATE_ORDER = "The line manager's date is after the assessor's. It must be the same day or earlier."
    NOT_THE_ASSESSOR = "Only the assessor named on the sheet can sign as its assessor."
    NOT_THE_CANDIDATE = "Only the candidate named on the sheet can sign as the candidate."


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A signature about to be taken."""

    signer: Signer
    ticks: tuple[bool, ...]
    medium: Medium
    local_date: date
    ink_hash: str = ""
    mark_witness: str = ""


def manager_must_sign(regime: Regime, assessor: Assessor) -> bool:
    """True where the unit's rule asks for the line manager or owner/manager."""
    if regime.manager_signature is ManagerRule.ALWAYS:
        return True
    return regime.manager_signature is ManagerRule.WHEN_EXTERNAL and assessor.standing is Standing.EXTERNAL


def unit_signatories(regime: Regime, assessor: Assessor, *, exception: bool = False) -> tuple[Signatory, ...]:
    """The rows of a unit form's signature block, in signing order, required or not.

    With `exception` (the owner is the candidate and the centre has decided in writing) there is no manager row to sign.
    """
    rows = [Signatory(role=Role.CANDIDATE, declaration=UNIT_DECLARATIONS[Role.CANDIDATE], required=True)]
    if manager_must_sign(regime, assessor):
        note = "Exception by the centre's written decision" if exception else "On or before the assessor's date"
        rows.append(
            Signatory(role=Role.MANAGER, declaration=UNIT_DECLARATIONS[Role.MANAGER], required=not exception, note=note)
        )
    rows.append(Signatory(role=Role.ASSESSOR, declaration=UNIT_DECLARATIONS[Role.ASSESSOR], required=True))
    if not assessor.qualified:
        rows.append(
            Signatory(role=Role.COUNTERSIGNER, declaration=UNIT_DECLARATIONS[Role.COUNTERSIGNER], required=True)
        )
    rows.append(Signatory(role=Role.IQA, declaration=UNIT_DECLARATIONS[Role.IQA], required=False))
    return tuple(rows)


def observation_signatories() -> tuple[Signatory, ...]:
    """The rows of an observation record: candidate, then assessor."""
    return tuple(
        Signatory(role=role, declaration=OBSERVATION_DECLARATIONS[role], required=True)
        for role in (Role.CANDIDATE, Role.ASSESSOR)
    )


def refusal(sheet: Sheet, attempt: Attempt, used_ink: frozenset[str] = frozenset()) -> Refusal | None:
    """Why the signature must not be taken, or None where it may be. `used_ink` are hashes of ink accepted before."""
    for check in (_refused_by_state, _refused_by_person, _refused_by_order):
        found = check(sheet, attempt)
        if found is not None:
            return found
    if attempt.medium is Medium.INK and (not attempt.ink_hash or attempt.ink_hash in used_ink):
        return Refusal.INK_USED_BEFORE if attempt.ink_hash else Refusal.NO_INK
    if attempt.medium is Medium.TYPED and not attempt.mark_witness.strip():
        return Refusal.NO_INK
    return None


def _refused_by_state(sheet: Sheet, attempt: Attempt) -> Refusal | None:
    role = attempt.signer.role
    if not sheet.state.is_live:
        return Refusal.NOT_LIVE
    row = next((s for s in sheet.record.signatories if s.role is role), None)
    if row is None or (role is Role.MANAGER and not row.required):
        return Refusal.NOT_ON_FORM
    if role in sheet.signed_roles:
        return Refusal.ALREADY_SIGNED
    if any(s.content_hash != sheet.record.content_hash for s in sheet.signatures):
        return Refusal.OTHER_CONTENT
    if row.declaration.choose_one:
        if sum(attempt.ticks) != 1:
            return Refusal.NO_DECISION_TICKED
    elif row.declaration.ticked and not (len(attempt.ticks) == len(row.declaration.statements) and all(attempt.ticks)):
        return Refusal.NOT_BOTH_TICKED
    return None


def _refused_by_person(sheet: Sheet, attempt: Attempt) -> Refusal | None:
    signer, content = attempt.signer, sheet.record.content
    if not signer.name.strip():
        return Refusal.NO_NAME
    if not signer.identity_check.strip():
        return Refusal.NO_IDENTITY_CHECK
    if signer.role is Role.CANDIDATE and not same_person(signer.name, content.candidate.name):
        return Refusal.NOT_THE_CANDIDATE
    if signer.role is Role.ASSESSOR and not same_person(signer.name, content.assessor.name):
        return Refusal.NOT_THE_ASSESSOR
    others = [s.signer.name for s in sheet.signatures]
    if signer.role is not Role.CANDIDATE:
        others.append(content.candidate.name)
    if signer.role is not Role.ASSESSOR:
        others.append(content.assessor.name)
    if any(same_person(signer.name, other) for other in others):
        return Refusal.SAME_PERSON
    if signer.role is Role.MANAGER and signer.role_title not in ("line manager", "owner/manager"):
        return Refusal.ROLE_NOT_CHOSEN
    return None


def _refused_by_order(sheet: Sheet, attempt: Attempt) -> Refusal | None:
    role, signed, record = attempt.signer.role, sheet.signed_roles, sheet.record
    if role in (Role.CANDIDATE, Role.MANAGER):
        return Refusal.TOO_LATE if Role.ASSESSOR in signed else None
    before_assessor = [r for r in record.required_roles if r in (Role.CANDIDATE, Role.MANAGER)]
    waiting = [r for r in before_assessor if r not in signed]
    if Role.MANAGER in waiting:
        return Refusal.MANAGER_FIRST
    if waiting:
        return Refusal.CANDIDATE_FIRST
    if role is Role.ASSESSOR:
        manager = next((s for s in sheet.signatures if s.role is Role.MANAGER), None)
        if manager is not None and manager.printed_date > attempt.local_date:
            return Refusal.DATE_ORDER
        return None
    if Role.ASSESSOR not in signed:
        return Refusal.ASSESSOR_FIRST
    if role is Role.IQA and Role.COUNTERSIGNER in record.required_roles and Role.COUNTERSIGNER not in signed:
        return Refusal.COUNTERSIGNER_FIRST
    return None


def owner_is_candidate(content: UnitContent) -> bool:
    """True where the only valid manager would be the candidate: sign-off stops but for a recorded exception."""
    manager = content.candidate.manager
    return same_person(manager.name, content.candidate.name)
