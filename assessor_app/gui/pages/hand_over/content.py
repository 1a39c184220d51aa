"""From a frozen sheet and a role to the words of the hand-over screen: pure functions."""

from datetime import datetime

from assessor_app.domain.gaps import criterion_states, progress
from assessor_app.domain.judging import Competence
from assessor_app.domain.record import Signatory, UnitContent
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet
from assessor_app.gui.pages.hand_over.model import HandOverContent, Statement, SummaryFact
from assessor_app.gui.signers import expected
from assessor_app.gui.words import clock, count, day_year, greeting_name, long_day

_KICKERS = {
    Role.CANDIDATE: "Candidate’s signature",
    Role.MANAGER: "Line manager’s signature",
    Role.ASSESSOR: "Assessor’s signature",
    Role.COUNTERSIGNER: "Countersigner’s signature",
    Role.IQA: "Internal quality assurer’s signature",
}


def content_for(sheet: Sheet, role: Role, *, has_pin: bool, now: datetime) -> HandOverContent:
    """What the signer in `role` sees."""
    content = sheet.record.content
    signer = expected(content, role)
    row = next(s for s in sheet.record.signatories if s.role is role)
    first = greeting_name(signer.name)
    is_self = role is Role.ASSESSOR
    whose = "your" if role is Role.CANDIDATE else f"{greeting_name(content.candidate.name)}’s"
    what = "one unit" if isinstance(content, UnitContent) else "one visit"
    kicker = _KICKERS[role]
    if role is Role.MANAGER and content.candidate.manager.is_owner:
        kicker = "Owner/manager’s signature"
    return HandOverContent(
        kicker=kicker,
        greeting="Read and sign" if is_self else f"{first}, please read and sign" if first else "Please read and sign",
        words=f"You sign one sheet: {whose} record for {what}, as it stands now. Nothing in it can change after you "
        "sign.",
        facts=_facts(sheet),
        statements=_statements(row, content.candidate.name),
        is_ticked=row.declaration.ticked,
        choose_one=row.declaration.choose_one,
        name=signer.name,
        job=signer.job_title,
        is_name_fixed=role in (Role.CANDIDATE, Role.ASSESSOR),
        asks_title=role is Role.MANAGER,
        is_owner=content.candidate.manager.is_owner,
        is_self=is_self,
        assessor=greeting_name(content.assessor.name),
        secret="PIN" if has_pin else "passphrase",
        caption_day=f"{long_day(now.date())} {now.year}, {clock(now)}",
    )


def _facts(sheet: Sheet) -> tuple[SummaryFact, ...]:
    content = sheet.record.content
    facts = [SummaryFact(label="Candidate", value=content.candidate.name)]
    if isinstance(content, UnitContent):
        done = progress(criterion_states(content.enrolment, content.evidence, content.decisions))
        competence = content.judgement.competence
        words = competence.value.capitalize() if competence else "not written"
        facts += [
            SummaryFact(label="Unit", value=content.enrolment.unit.name),
            SummaryFact(label="Judgement", value=words, is_met=competence is Competence.COMPETENT),
            SummaryFact(label="Criteria", value=f"{done.met} of {done.total} met"),
            SummaryFact(label="Evidence", value=count(len(content.evidence), "item")),
        ]
    else:
        visit = content.observation
        times = " to ".join(part for part in (visit.start, visit.end) if part)
        facts += [
            SummaryFact(label="Visit", value=visit.title),
            SummaryFact(label="When", value=f"{day_year(visit.day)}, {times}"),
            SummaryFact(label="Place", value=visit.place or content.candidate.workplace or "not given"),
            SummaryFact(label="Written", value=count(len(visit.paragraphs), "paragraph")),
        ]
    return (*facts, SummaryFact(label="Assessor", value=content.assessor.name))


def _statements(row: Signatory, candidate: str) -> tuple[Statement, ...]:
    if row.role is Role.MANAGER:
        return (
            Statement(text=f"I was involved in this assessment of {candidate}.", strong="involved"),
            Statement(text=f"{candidate} is competent in the work that this unit describes.", strong="competent"),
        )
    return tuple(Statement(text=text) for text in row.declaration.statements)
