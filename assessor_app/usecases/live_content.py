"""What a form would say if it were frozen now: the one place where live records become the content of a form."""

from dataclasses import replace
from uuid import UUID

from assessor_app.domain.canonical import content_hash
from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import NEUTRAL_METHODS
from assessor_app.domain.gaps import criterion_states, progress
from assessor_app.domain.judging import Enrolment, RecordedReason
from assessor_app.domain.moments import Moment
from assessor_app.domain.observations import Observation
from assessor_app.domain.profile import Profile
from assessor_app.domain.record import ObservationContent, QuestionOnForm, UnitContent
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.usecases.ports import Records


def profile_of(records: Records) -> Profile:
    """The profile; KnownError before the vault is set up."""
    profile = records.profile()
    if profile is None:
        raise KnownError(
            "This vault is not set up yet.", advice="Say who you are and for which centre first.", code="no-profile"
        )
    return profile


def unit_content(records: Records, enrolment: Enrolment) -> UnitContent:
    """The content of the unit's record sheet or checklist."""
    profile = profile_of(records)
    items = [
        i
        for i in records.evidence_of(enrolment.candidate)
        if any(t.criterion.enrolment == enrolment.id for t in i.ties)
    ]
    refs = {i.observation: i.ref for i in items if i.observation}
    questions = tuple(
        QuestionOnForm(
            question=replace(q, criteria=tuple(c for c in q.criteria if c.enrolment == enrolment.id)),
            evidence_ref=refs.get(observation.id, observation.ref),
        )
        for observation in records.observations_of(enrolment.candidate)
        for q in observation.questions
        if q.answer.strip() and any(c.enrolment == enrolment.id for c in q.criteria)
    )
    absences = tuple(
        RecordedReason(
            text=f"{r.role.title}: {r.name}. {r.reason.text}",
            by=r.reason.by,
            at=r.reason.at,
            centre_decision=r.reason.centre_decision,
        )
        for sheet in records.sheets_of(enrolment.id)
        for r in sheet.not_signed
    )
    return UnitContent(
        candidate=records.candidate(enrolment.candidate),
        assessor=profile.assessor,
        centre=profile.centre,
        enrolment=enrolment,
        evidence=tuple(items),
        decisions=records.decisions_of(enrolment.id),
        questions=questions,
        judgement=records.judgement_of(enrolment.id),
        methods=NEUTRAL_METHODS,
        absences=absences,
        clock_note=records.clock_warning(),
    )


def observation_content(records: Records, observation: Observation) -> ObservationContent:
    """The content of the visit's observation record."""
    profile = profile_of(records)
    used = {t.criterion.enrolment for t in observation.ties}
    items = records.evidence_of(observation.candidate)
    own = next((i for i in items if i.observation == observation.id), None)
    return ObservationContent(
        candidate=records.candidate(observation.candidate),
        assessor=profile.assessor,
        centre=profile.centre,
        observation=observation,
        evidence_ref=own.ref if own else "",
        enrolments=tuple(e for e in records.enrolments_of(observation.candidate) if e.id in used),
        methods=NEUTRAL_METHODS,
        clock_note=records.clock_warning(),
    )


def live_sheet(records: Records, subject: UUID) -> Sheet | None:
    """The version of the subject's form on which signatures count, if there is one."""
    return next((s for s in reversed(records.sheets_of(subject)) if s.state.is_live), None)


def still_says(records: Records, sheet: Sheet) -> bool:
    """True where the live records would give the sheet's own content again.

    What was noted about the clock or about absent signers since it was frozen belongs to the next version. A sealed
    sheet names the people as they were named when it was signed: a name or number corrected since leaves it standing.
    """
    frozen = sheet.record.content
    if isinstance(frozen, UnitContent):
        now = unit_content(records, records.enrolment(sheet.subject))
        now = replace(now, clock_note=frozen.clock_note, absences=frozen.absences)
        if sheet.state is SheetState.SEALED:
            now = replace(now, candidate=frozen.candidate, assessor=frozen.assessor, centre=frozen.centre)
        return content_hash(now) == sheet.record.content_hash
    seen = replace(observation_content(records, records.observation(sheet.subject)), clock_note=frozen.clock_note)
    if sheet.state is SheetState.SEALED:
        seen = replace(seen, candidate=frozen.candidate, assessor=frozen.assessor, centre=frozen.centre)
    return content_hash(seen) == sheet.record.content_hash


def supersede_if_changed(records: Records, subject: UUID, at: Moment) -> bool:
    """End a frozen version whose content has changed; a sealed one must be voided by a person first (KnownError).

    Any change of content after a signature supersedes all signatures on it (domain.md section 4, rule 5).
    """
    sheet = live_sheet(records, subject)
    if sheet is None or still_says(records, sheet):
        return False
    if sheet.state is SheetState.SEALED:
        raise KnownError(
            f"{sheet.record.form.title} version {sheet.record.version} is signed and sealed.",
            safe="Nothing was changed.",
            advice="To change what it says, void it with a reason and make a new version.",
            code="sealed",
        )
    reason = RecordedReason(
        text="The content was changed after it was frozen.", by=profile_of(records).assessor.name, at=at
    )
    records.put_sheet_status(replace(sheet, state=SheetState.SUPERSEDED, ended=reason))
    return True


def refresh(records: Records, enrolment: Enrolment, at: Moment) -> None:
    """Bring progress and live sheet of a unit in line after its evidence, decisions or judgement changed."""
    states = criterion_states(enrolment, records.evidence_of(enrolment.candidate), records.decisions_of(enrolment.id))
    records.put_progress(enrolment, progress(states))
    supersede_if_changed(records, enrolment.id, at)


def refresh_candidate(records: Records, candidate: UUID, at: Moment) -> None:
    """The same for every unit of a candidate."""
    for enrolment in records.enrolments_of(candidate):
        refresh(records, enrolment, at)
