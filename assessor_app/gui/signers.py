"""Who is expected to sign a sheet, and what the gate would say to them now."""

from datetime import date

from assessor_app.domain.gate import Attempt, Refusal, refusal
from assessor_app.domain.record import ObservationContent, UnitContent
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet
from assessor_app.domain.signatures import Medium, Signer


def expected(content: UnitContent | ObservationContent, role: Role) -> Signer:
    """Who is expected to sign in `role`, from what the record says about the candidate."""
    person, assessor = content.candidate, content.assessor
    if role is Role.CANDIDATE:
        return Signer(
            role=role,
            name=person.name,
            role_title="candidate",
            job_title=person.job_title,
            organisation=person.workplace,
        )
    if role is Role.MANAGER:
        title = "owner/manager" if person.manager.is_owner else "line manager"
        return Signer(
            role=role,
            name=person.manager.name,
            role_title=title,
            job_title=person.manager.job_title,
            organisation=person.workplace,
            relationship=f"{title} of the candidate",
        )
    if role is Role.ASSESSOR:
        return Signer(
            role=role,
            name=assessor.name,
            role_title="assessor",
            job_title="Assessor",
            organisation=content.centre.name,
            relationship="no other tie to the candidate",
        )
    return Signer(role=role, name="", role_title=role.title.lower(), organisation=content.centre.name)


def order_refusal(sheet: Sheet, signer: Signer, today: date) -> Refusal | None:
    """What the gate would say now to a signature that has all else; the screen and the sealer ask the same gate."""
    row = next((s for s in sheet.record.signatories if s.role is signer.role), None)
    statements = row.declaration.statements if row else ()
    ticks = tuple(n == 0 or not (row and row.declaration.choose_one) for n in range(len(statements)))
    full = Signer(
        role=signer.role,
        name=signer.name or "not named yet",
        role_title=signer.role_title,
        identity_check="to be said",
    )
    attempt = Attempt(signer=full, ticks=ticks, medium=Medium.TYPED, local_date=today, mark_witness="to be said")
    return refusal(sheet, attempt)
