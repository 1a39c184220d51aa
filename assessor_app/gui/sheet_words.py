"""Words about sheets and signers that the sign-off pages share."""

from assessor_app.domain.record import Form, UnitContent
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.gui.words import clock, day, greeting_name

SHORT_ROLE = {
    Role.CANDIDATE: "Candidate",
    Role.MANAGER: "Manager",
    Role.ASSESSOR: "Assessor",
    Role.COUNTERSIGNER: "Countersigner",
    Role.IQA: "IQA",
}
STATE_WORDS = {
    SheetState.FROZEN: "waiting for signatures",
    SheetState.SEALED: "signed and sealed",
    SheetState.VOID: "void",
    SheetState.SUPERSEDED: "superseded",
}


def subject_name(sheet: Sheet) -> str:
    """The unit's name, or the visit's title."""
    content = sheet.record.content
    return content.enrolment.unit.name if isinstance(content, UnitContent) else content.observation.title


def form_name(form: Form) -> str:
    """`Evidence Record Sheet`: the form in a heading."""
    return {Form.ERS: "Evidence Record Sheet"}.get(form, form.title)


def short_document(sheet: Sheet) -> str:
    """`01938A7C-4E02`: the first part of the document id, as the form prints it."""
    return str(sheet.document_id)[:13].upper()


def short_content(content_hash: str) -> str:
    """`7f3a 91c0 5be2 … 44d8`."""
    groups = [content_hash[i : i + 4] for i in range(0, 12, 4)]
    return f"{' '.join(groups)} … {content_hash[-4:]}"


def signer_name(sheet: Sheet, role: Role) -> str:
    """Who is expected to sign in `role`, or who did; empty where the record names nobody."""
    signed = next((s for s in sheet.signatures if s.role is role), None)
    if signed is not None:
        return signed.signer.name
    return expected_signer(sheet.record.content.candidate.name, sheet, role)


def expected_signer(candidate: str, sheet: Sheet, role: Role) -> str:
    """The name that the frozen record has for `role`."""
    content = sheet.record.content
    names = {
        Role.CANDIDATE: candidate,
        Role.MANAGER: content.candidate.manager.name,
        Role.ASSESSOR: content.assessor.name,
    }
    return names.get(role, "")


def hand_over_words(sheet: Sheet, role: Role) -> str:
    """`Hand over to Tegwen`, or to the role where nobody is named; `Sign as assessor` for the assessor."""
    if role is Role.ASSESSOR:
        return "Sign as assessor"
    name = signer_name(sheet, role)
    return f"Hand over to {greeting_name(name)}" if name else f"Hand over to the {SHORT_ROLE[role].lower()}"


def signed_words(sheet: Sheet, role: Role) -> str:
    """`12 November, 16:48`, with what must be said beside it; empty where that role has not signed."""
    signed = next((s for s in sheet.signatures if s.role is role), None)
    if signed is None:
        return ""
    if signed.paper_date is not None:
        return f"on paper, dated {day(signed.paper_date)}; order declared, not proven"
    return f"{day(signed.at.local_date)}, {clock(signed.at)}"
