"""Today: visits of the day, who still has to sign, what was left half done."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessor_app.domain.caseload import CaseloadRow
from assessor_app.domain.exchange import Shipment
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.observations import Observation
from assessor_app.domain.people import Candidate
from assessor_app.domain.record import UnitContent
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.gui.backup_notice import BackupNoticePresenter
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.today.model import (
    Mark,
    Reminder,
    RowState,
    Signer,
    TodayContent,
    VisitRow,
    WaitingRow,
)
from assessor_app.gui.pages.today.view import TodayView
from assessor_app.gui.words import count, day, long_day, near_day
from assessor_app.usecases.exchange_state import unanswered_exports
from assessor_app.usecases.sample_data import add_sample_data

_LOOKED_AT = 60  # newest observations that can still be unfinished or unsigned
_SHOWN = 5
_WHO = {
    Role.CANDIDATE: "Candidate",
    Role.MANAGER: "Manager",
    Role.ASSESSOR: "You",
    Role.COUNTERSIGNER: "Countersigner",
    Role.IQA: "IQA",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    observations: tuple[Observation, ...]
    candidates: dict[UUID, Candidate]
    sheets: tuple[Sheet, ...]
    caseload: tuple[CaseloadRow, ...]
    received: frozenset[str]
    unanswered: tuple[Shipment, ...]


class TodayPresenter:
    """Reads afresh each time the page is shown."""

    def __init__(self, view: TodayView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._goals: dict[str, Goal] = {}
        self._backups = BackupNoticePresenter(view.backup_notice, desk)
        view.find_asked.connect(desk.find)
        view.new_visit_asked.connect(lambda: desk.go(Goal(page=Page.CANDIDATES)))
        view.add_candidate_asked.connect(lambda: desk.go(Goal(page=Page.CANDIDATE_FORM)))
        view.sample_data_asked.connect(self._on_sample_data)
        for signal in (view.visit_acted, view.waiting_acted, view.reminder_opened):
            signal.connect(self._on_acted)

    def open(self, goal: Goal) -> None:
        """Show the day."""
        self._desk.jobs.run(self._find, self._show)

    def leave(self) -> None:
        """Nothing is typed here."""

    def _find(self) -> _Found:
        with self._desk.ports.store.reading() as records:
            observations = records.recent_observations(_LOOKED_AT)
            return _Found(
                observations=observations,
                candidates={o.candidate: records.candidate(o.candidate) for o in observations},
                sheets=tuple(s for s in records.sheets() if s.state.is_live),
                caseload=records.caseload(),
                received=frozenset(key.sha256 for key in records.exchange.receipted() if key.kind == "file"),
                unanswered=unanswered_exports(records),
            )

    def _show(self, found: _Found) -> None:
        today = self._desk.ports.now().local_date
        if found.caseload:
            self._backups.look()
        self._goals = {}
        sealed = {s.subject for s in found.sheets if s.state is SheetState.SEALED}
        todays = [o for o in reversed(found.observations) if o.day == today]
        waiting = [s for s in found.sheets if s.state is SheetState.FROZEN]
        self._view.set_content(
            TodayContent(
                date=long_day(today),
                visits=tuple(self._visit(o, found, sealed) for o in todays),
                waiting=tuple(self._waiting(s) for s in waiting),
                in_mind=tuple(self._in_mind(found)),
                carry_on=tuple(self._carry_on(found, sealed, {s.subject for s in waiting}, today)),
                is_first_time=not found.caseload,
            )
        )

    def _visit(self, observation: Observation, found: _Found, sealed: set[UUID]) -> VisitRow:
        person = found.candidates[observation.candidate]
        key = str(observation.id)
        if observation.id in sealed:
            state, words = RowState.DONE, "Observation signed"
            self._goals[key] = Goal(page=Page.OBSERVATION, subject=observation.id)
        elif observation.finished:
            state, words = RowState.TO_COME, "Sign"
            self._goals[key] = Goal(page=Page.SIGN_OFF, subject=observation.id, detail="observation")
        else:
            state, words = RowState.NOW, "Resume"
            self._goals[key] = Goal(page=Page.OBSERVATION, subject=observation.id)
        where = "  ·  ".join(part for part in (observation.place or person.workplace, observation.title) if part)
        return VisitRow(id=key, time=observation.start, person=person.name, where=where, state=state, words=words)

    def _waiting(self, sheet: Sheet) -> WaitingRow:
        key = str(sheet.document_id)
        content = sheet.record.content
        is_unit = isinstance(content, UnitContent)
        self._goals[key] = Goal(page=Page.SIGN_OFF, subject=sheet.subject, detail="unit" if is_unit else "observation")
        enrolment: Enrolment | None = content.enrolment if isinstance(content, UnitContent) else None
        next_role = next(iter(sheet.outstanding), None)
        return WaitingRow(
            id=key,
            person=content.candidate.name,
            unit=enrolment.position if enrolment else 0,
            letter=enrolment.letter if enrolment else "",
            unit_title=enrolment.unit.name if enrolment else sheet.record.form.title,
            signers=tuple(
                Signer(who=_WHO[role], has_signed=role in sheet.signed_roles) for role in sheet.record.required_roles
            ),
            action="Sign" if next_role is Role.ASSESSOR else "Hand over",
        )

    def _in_mind(self, found: _Found) -> list[Reminder]:
        reminders = []
        left = [
            (row.name, u.progress.total - u.progress.met)
            for row in found.caseload
            for u in row.units
            if 0 < u.progress.total - u.progress.met <= 5
        ]
        if left:
            reminders.append(
                Reminder(
                    id="gaps",
                    mark=Mark.GAP,
                    title=f"{count(sum(n for _, n in left), 'gap')} to close in nearly finished units",
                    detail=", ".join(f"{name} {n}" for name, n in left[:_SHOWN]),
                )
            )
            self._goals["gaps"] = Goal(page=Page.CANDIDATES)
        samples = {key for key, c in found.candidates.items() if c.is_sample}
        sealed = [
            s
            for s in found.sheets
            if s.state is SheetState.SEALED
            and s.pdf_sha256 not in found.received
            and s.record.content.candidate.id not in samples
        ]
        if sealed:
            oldest = min(s.record.frozen_at.local_date for s in sealed)
            reminders.append(
                Reminder(
                    id="kept",
                    mark=Mark.EXPORT,
                    title=f"{count(len(sealed), 'signed sheet')} the centre has not acknowledged",
                    detail=f"Oldest is from {day(oldest)}",
                )
            )
            self._goals["kept"] = Goal(page=Page.SYNC)
        if found.unanswered:
            last = day(found.unanswered[0].at.local_date)
            reminders.append(
                Reminder(
                    id="unanswered",
                    mark=Mark.RECEIPT,
                    title=count(len(found.unanswered), "export has no receipt yet", "exports have no receipt yet"),
                    detail=f"Last written {last}; the next one carries it again",
                )
            )
            self._goals["unanswered"] = Goal(page=Page.SYNC)
        return reminders

    def _carry_on(self, found: _Found, sealed: set[UUID], waiting: set[UUID], today: date) -> list[Reminder]:
        reminders = []
        for observation in found.observations:
            if observation.id in sealed or observation.id in waiting or observation.day == today:
                continue
            key = f"carry {observation.id}"
            person = found.candidates[observation.candidate].name
            words = "not signed yet" if observation.finished else "still open"
            self._goals[key] = Goal(
                page=Page.SIGN_OFF if observation.finished else Page.OBSERVATION,
                subject=observation.id,
                detail="observation" if observation.finished else "",
            )
            reminders.append(
                Reminder(
                    id=key,
                    mark=Mark.DRAFT,
                    title=f"{observation.title}",
                    detail=f"{person}, {near_day(observation.day, today)}, {words}",
                )
            )
        return reminders[:_SHOWN]

    def _on_acted(self, key: str) -> None:
        goal = self._goals.get(key)
        if goal is not None:
            self._desk.go(goal)

    def _on_sample_data(self) -> None:
        self._desk.jobs.run(
            lambda: add_sample_data(self._desk.ports), lambda _: self.open(Goal(page=Page.TODAY)), self._desk.trouble
        )
