"""One candidate: units with their rings, visits, evidence, signed sheets; and the form of their details."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessor_app.domain.evidence import CriterionRef, EvidenceItem
from assessor_app.domain.gaps import Progress, criterion_states, progress
from assessor_app.domain.identifiers import UNKNOWN_ULN, uln_warning
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.observations import Observation
from assessor_app.domain.people import Candidate
from assessor_app.domain.profile import Profile
from assessor_app.domain.record import UnitContent
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.gui.copying import ask_copy
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.erasing import ask_erase
from assessor_app.gui.pages.candidate.model import CandidateContent, EvidenceRow, UnitCard
from assessor_app.gui.pages.candidate.view import CandidateView
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.gui.widgets.facts import Fact
from assessor_app.gui.widgets.timeline import Moment, TimelineEntry
from assessor_app.gui.words import day, day_year, near_day
from assessor_app.usecases.observe import start_observation

_CHIPS = 6
_ICONS = {"O": "eye", "P": "file-text", "PD": "message-square-quote", "WT": "user-round"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    candidate: Candidate
    profile: Profile | None
    enrolments: tuple[Enrolment, ...]
    counts: dict[UUID, Progress]
    observations: tuple[Observation, ...]
    evidence: tuple[EvidenceItem, ...]
    sheets: tuple[Sheet, ...]


class CandidatePresenter:
    """Reads the candidate afresh each time the page is shown."""

    def __init__(self, view: CandidateView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._id: UUID | None = None
        self._open_visit: UUID | None = None
        view.observation_asked.connect(self._on_observe)
        view.question_asked.connect(self._on_observe)
        view.unit_opened.connect(lambda key: desk.go(Goal(page=Page.UNIT_RECORD, subject=UUID(key))))
        view.visit_opened.connect(lambda key: desk.go(Goal(page=Page.OBSERVATION, subject=UUID(key))))
        view.visit_acted.connect(lambda key: desk.go(Goal(page=Page.OBSERVATION, subject=UUID(key))))
        view.edit_asked.connect(lambda: desk.go(Goal(page=Page.CANDIDATE_FORM, subject=self._id)))
        view.copy_asked.connect(self._on_copy)
        view.erase_asked.connect(self._on_erase)
        view.evidence_opened.connect(self._on_evidence)
        view.sheet_opened.connect(lambda key: desk.go(Goal(page=Page.PREVIEW, subject=UUID(key))))
        self._evidence: dict[str, EvidenceItem] = {}

    def open(self, goal: Goal) -> None:
        """Show the candidate that `goal` names."""
        self._id = goal.subject
        if self._id is not None:
            candidate = self._id
            self._desk.jobs.run(lambda: self._read(candidate), self._show)

    def leave(self) -> None:
        """Nothing is typed here."""

    def _read(self, candidate: UUID) -> _Found:
        with self._desk.ports.store.reading() as records:
            enrolments = records.enrolments_of(candidate)
            evidence = records.evidence_of(candidate)
            observations = records.observations_of(candidate)
            counts = {e.id: progress(criterion_states(e, evidence, records.decisions_of(e.id))) for e in enrolments}
            subjects = [*(e.id for e in enrolments), *(o.id for o in observations)]
            return _Found(
                candidate=records.candidate(candidate),
                profile=records.profile(),
                enrolments=enrolments,
                counts=counts,
                observations=observations,
                evidence=evidence,
                sheets=tuple(s for subject in subjects for s in records.sheets_of(subject)),
            )

    def _show(self, found: _Found) -> None:
        person = found.candidate
        today = self._desk.ports.now().local_date
        visit = next((o for o in reversed(found.observations) if not o.finished), None)
        self._open_visit = visit.id if visit else None
        self._evidence = {str(i.id): i for i in found.evidence}
        signed = {s.subject: s for s in found.sheets if s.state is SheetState.SEALED}
        self._view.set_content(
            CandidateContent(
                id=str(person.id),
                name=person.name,
                second_line="  ·  ".join(part for part in (person.job_title, person.workplace) if part),
                units=tuple(_card(e, found.counts[e.id], signed.get(e.id)) for e in found.enrolments),
                visits=tuple(_entry(o, found, today, is_signed=o.id in signed) for o in reversed(found.observations)),
                details=_details(found),
                evidence=tuple(_evidence_row(i, today) for i in found.evidence),
                sheets=tuple(_sheet_row(s) for s in reversed(found.sheets)),
                resume="Resume observation" if visit else "",
            )
        )

    def _on_observe(self) -> None:
        if self._id is None:
            return
        if self._open_visit is not None:
            self._desk.go(Goal(page=Page.OBSERVATION, subject=self._open_visit))
            return
        candidate = self._id
        self._desk.jobs.run(
            lambda: start_observation(self._desk.ports, candidate),
            lambda begun: self._desk.go(Goal(page=Page.OBSERVATION, subject=begun.id)),
            self._desk.trouble,
        )

    def _on_copy(self) -> None:
        if self._id is not None:
            ask_copy(self._id, self._desk, self._view)

    def _on_erase(self) -> None:
        if self._id is not None:
            ask_erase(self._id, self._desk, lambda: self._desk.go_anew(Goal(page=Page.CANDIDATES)), self._view)

    def _on_evidence(self, key: str) -> None:
        item = self._evidence.get(key)
        if item is None:
            return
        if item.observation is not None:
            self._desk.go(Goal(page=Page.OBSERVATION, subject=item.observation))
        elif item.ties:
            self._desk.go(Goal(page=Page.UNIT_RECORD, subject=item.ties[0].criterion.enrolment, detail=key))


def chip_of(criterion: CriterionRef, enrolments: dict[UUID, Enrolment]) -> ChipData | None:
    """The chip of a criterion; None where the candidate no longer takes its unit."""
    enrolment = enrolments.get(criterion.enrolment)
    if enrolment is None:
        return None
    try:
        text = enrolment.unit.criterion(criterion.number).text
    except KeyError:
        return None
    return ChipData(unit=enrolment.position, letter=enrolment.letter, number=criterion.number, text=text)


def _card(enrolment: Enrolment, counts: Progress, signed: Sheet | None) -> UnitCard:
    unit = enrolment.unit
    body = f"{unit.awarding_body}, level {unit.level}" if unit.level else unit.awarding_body
    return UnitCard(
        id=str(enrolment.id),
        unit=enrolment.position,
        letter=enrolment.letter,
        body=body,
        title=unit.name,
        met=counts.met,
        seen=counts.seen,
        total=counts.total,
        signed=f"Signed {day(signed.signatures[-1].printed_date)}" if signed else "",
    )


def _entry(observation: Observation, found: _Found, today: date, *, is_signed: bool) -> TimelineEntry:
    enrolments = {e.id: e for e in found.enrolments}
    refs = list(dict.fromkeys(t.criterion for t in observation.ties))
    chips = [chip for chip in (chip_of(c, enrolments) for c in refs[:_CHIPS]) if chip is not None]
    is_today = observation.day == today
    when = f"Today, {observation.start}" if is_today else day(observation.day)
    if is_signed:
        detail = "Observation signed by both"
    elif observation.finished:
        detail = "Observation finished, not signed yet"
    else:
        detail = "Observation open"
    return TimelineEntry(
        id=str(observation.id),
        moment=Moment.PAST if observation.finished else Moment.NOW,
        when=when,
        title=observation.title,
        detail=detail,
        chips=tuple(chips) if observation.finished else (),
        action="" if observation.finished else "Resume",
    )


def _details(found: _Found) -> tuple[Fact, ...]:
    person = found.candidate
    manager = ", ".join(part for part in (person.manager.name, person.manager.job_title) if part)
    centre = found.profile.centre if found.profile else None
    warning = uln_warning(person.uln)
    uln = Fact(label="ULN", value="not yet known")
    if person.uln and person.uln != UNKNOWN_ULN:
        uln = Fact(
            label="ULN", value=person.uln, good="" if warning else "valid", warning="check it" if warning else ""
        )
    facts = [
        Fact(label="Line manager", value=manager or "not entered"),
        Fact(label="Centre", value=", ".join(p for p in (centre.name, centre.number) if p) if centre else ""),
        uln,
        Fact(label="Registration", value=person.registration or "not entered"),
        Fact(label="Qualification", value=person.qualification or "not entered", second=person.qan),
    ]
    if person.registered_on:
        facts.append(Fact(label="Registered", value=day_year(person.registered_on)))
    steps = next((o.next_steps for o in reversed(found.observations) if o.next_steps.strip()), "")
    if steps:
        facts.append(Fact(label="Next actions", value=steps))
    return tuple(facts)


def _evidence_row(item: EvidenceItem, today: date) -> EvidenceRow:
    codes = ", ".join(dict.fromkeys(t.method for t in item.ties)) or "not tied yet"
    where = f"held in the workplace: {item.held.where}" if item.held else item.location
    first = item.ties[0].method if item.ties else "P"
    return EvidenceRow(
        id=str(item.id),
        icon=_ICONS.get(first, "file-text"),
        title=f"{item.ref}  {item.title}",
        detail=", ".join(part for part in (codes, where) if part),
        date=near_day(item.dated, today),
    )


def _sheet_row(sheet: Sheet) -> EvidenceRow:
    states = {
        SheetState.FROZEN: "waiting for signatures",
        SheetState.SEALED: "signed and sealed",
        SheetState.VOID: "void",
        SheetState.SUPERSEDED: "superseded",
    }
    content = sheet.record.content
    name = content.enrolment.unit.name if isinstance(content, UnitContent) else content.observation.title
    return EvidenceRow(
        id=str(sheet.document_id),
        icon="file-check" if sheet.state is SheetState.SEALED else "file-text",
        title=f"{sheet.record.form.title}, version {sheet.record.version}",
        detail=f"{name}, {states[sheet.state]}",
        date=day(sheet.record.frozen_at.local_date),
    )
