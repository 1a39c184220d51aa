"""The form of a candidate's details over the vault: checks as one types, warns and never blocks; stores on submit.

What is typed is kept within a second, so that it survives a crash, the lock and a look elsewhere. Cancel lets go of it.
"""

from dataclasses import dataclass, replace
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.identifiers import qan_warning, uln_warning
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.people import Candidate, LineManager
from assessor_app.domain.units import Unit
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.candidate.form import CandidateDraft, CandidateForm, FieldCheck, FormContent
from assessor_app.gui.pages.candidate.unit_choices import UnitChoice
from assessor_app.gui.pending import Pending
from assessor_app.gui.words import unit_words
from assessor_app.usecases.begun_forms import (
    NEW,
    BegunCandidate,
    candidate_form,
    drop_candidate_form,
    keep_candidate_form,
)
from assessor_app.usecases.keep_candidate import keep_candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    candidate: Candidate | None
    enrolments: tuple[Enrolment, ...]
    units: tuple[Unit, ...]
    used: frozenset[UUID]
    begun: BegunCandidate | None


class CandidateFormPresenter:
    """One form at a time."""

    def __init__(self, form: CandidateForm, desk: Desk) -> None:
        self._form = form
        self._desk = desk
        self._about = NEW
        self._candidate: Candidate | None = None
        self._units: tuple[Unit, ...] = ()
        self._is_loading = False
        self._pending = Pending(self._keep, form)
        form.draft_changed.connect(self._on_changed)
        form.submitted.connect(self._on_submitted)
        form.cancelled.connect(self._on_cancelled)

    def open(self, goal: Goal) -> None:
        """The form of `goal.subject`, or of somebody new, as it was left."""
        self._pending.flush()
        self._about = about = goal.subject or NEW
        self._is_loading = True
        if about == NEW:
            self._form.set_content(FormContent(draft=CandidateDraft(), units=None, is_new=True))
        ports = self._desk.ports

        def read() -> _Found:
            begun = candidate_form(ports, about)
            with ports.store.reading() as records:
                if about == NEW:
                    return _Found(candidate=None, enrolments=(), units=records.units(), used=frozenset(), begun=begun)
                return _Found(
                    candidate=records.candidate(about),
                    enrolments=records.enrolments_of(about),
                    units=records.units(),
                    used=frozenset(t.criterion.enrolment for i in records.evidence_of(about) for t in i.ties),
                    begun=begun,
                )

        self._desk.jobs.run(read, lambda found: self._show(found, about))

    def leave(self) -> None:
        """What was typed is kept; it is there when the form is opened again."""
        self._pending.flush()

    def _show(self, found: _Found, about: UUID) -> None:
        if about != self._about:
            return
        typed = self._form.draft if about == NEW and self._is_loading else CandidateDraft()
        self._is_loading = False
        self._candidate = found.candidate
        self._units = found.units
        locked = {e.unit.key: "has evidence already" for e in found.enrolments if e.id in found.used}
        person = found.candidate or Candidate(id=NEW, name="")
        unit_ids = tuple(e.unit.key for e in found.enrolments)
        if found.begun is not None:
            person, unit_ids = found.begun.candidate, tuple(dict.fromkeys((*locked, *found.begun.units)))
        draft = _draft(person, unit_ids)
        early = {name: text for name in draft.texts if (text := getattr(typed, name))}
        self._form.set_content(
            FormContent(
                draft=replace(draft, **early),
                units=tuple(_choice(unit, locked.get(unit.key, "")) for unit in found.units),
                is_new=found.candidate is None,
                is_begun=found.begun is not None,
            )
        )
        self._check(self._form.draft)
        if early:
            self._pending.touch()

    def _on_changed(self, draft: CandidateDraft) -> None:
        self._check(draft)
        if not self._is_loading:
            self._pending.touch()

    def _check(self, draft: CandidateDraft) -> None:
        warning = uln_warning(draft.uln)
        good = "valid" if draft.uln and not warning else ""
        self._form.set_uln_check(FieldCheck(warning=warning, good=good))
        warning = qan_warning(draft.qan)
        self._form.set_qan_check(FieldCheck(warning=warning, good="valid" if draft.qan and not warning else ""))

    def _keep(self) -> None:
        draft = self._form.draft
        form = BegunCandidate(candidate=_person(draft, self._candidate, self._about), units=draft.unit_ids)
        self._desk.jobs.run(lambda: keep_candidate_form(self._desk.ports, form), None, self._desk.trouble)

    def _on_cancelled(self) -> None:
        self._pending.flush()
        ports, about = self._desk.ports, self._about

        def let_go() -> BegunCandidate | None:
            begun = candidate_form(ports, about)
            drop_candidate_form(ports, about)
            return begun

        def done(begun: BegunCandidate | None) -> None:
            if begun is not None:
                who = begun.candidate.name or "the candidate"
                words = f"Not added: {who}" if about == NEW else f"Nothing changed: {who}"
                self._desk.say(words, lambda: self._put_back(begun))

        self._desk.jobs.run(let_go, done, self._desk.trouble)
        self._desk.back()

    def _put_back(self, begun: BegunCandidate) -> None:
        about = begun.candidate.id
        goal = Goal(page=Page.CANDIDATE_FORM, subject=None if about == NEW else about)
        self._desk.jobs.run(
            lambda: keep_candidate_form(self._desk.ports, begun), lambda _: self._desk.go(goal), self._desk.trouble
        )

    def _on_submitted(self, draft: CandidateDraft) -> None:
        self._pending.forget()
        before, about, ports = self._candidate, self._about, self._desk.ports
        candidate = _person(draft, before, ports.new_id() if before is None else before.id)
        candidate = replace(
            candidate, registered_on=before.registered_on if before is not None else ports.now().local_date
        )
        chosen = [u for u in self._units if u.key in draft.unit_ids]

        def keep() -> None:
            keep_candidate(ports, candidate, chosen)
            drop_candidate_form(ports, about)

        def refused(error: KnownError) -> None:
            self._pending.touch()
            self._desk.trouble(error)

        self._desk.jobs.run(keep, lambda _: self._desk.go(Goal(page=Page.CANDIDATE, subject=candidate.id)), refused)


def _draft(person: Candidate, unit_ids: tuple[str, ...]) -> CandidateDraft:
    return CandidateDraft(
        name=person.name,
        registration_number=person.registration,
        uln=person.uln,
        employer=person.employer,
        site=person.site,
        job_title=person.job_title,
        manager_name=person.manager.name,
        manager_job=person.manager.job_title,
        qualification_title=person.qualification,
        qan=person.qan,
        unit_ids=unit_ids,
    )


def _person(draft: CandidateDraft, before: Candidate | None, identity: UUID) -> Candidate:
    return replace(
        before or Candidate(id=identity, name=""),
        id=identity,
        name=draft.name,
        registration=draft.registration_number,
        uln=draft.uln.replace(" ", ""),
        employer=draft.employer,
        site=draft.site,
        job_title=draft.job_title,
        manager=LineManager(
            name=draft.manager_name, job_title=draft.manager_job, is_owner="owner" in draft.manager_job.casefold()
        ),
        qualification=draft.qualification_title,
        qan=draft.qan,
    )


def _choice(unit: Unit, locked: str) -> UnitChoice:
    return UnitChoice(
        id=unit.key,
        letter=unit.badge,
        title=unit.title,
        words=unit_words(unit),
        detail=f"{unit.awarding_body}, {len(unit.outcomes)} outcomes, {len(unit.criteria)} criteria",
        locked=locked,
    )
