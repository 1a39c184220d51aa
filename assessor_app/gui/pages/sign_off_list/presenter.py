"""The list of sign-offs: reads sheets, ready units and unsigned visits; leads to the one that is chosen."""

from dataclasses import dataclass

from assessor_app.domain.observations import Observation
from assessor_app.domain.record import UnitContent
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.sign_off_list.model import SignOffListContent, SignRow, SignSection
from assessor_app.gui.pages.sign_off_list.view import SignOffListView
from assessor_app.gui.sheet_words import SHORT_ROLE, form_name, hand_over_words, subject_name
from assessor_app.gui.words import count, day_year, near_day
from assessor_app.usecases.ready_units import ReadyUnit, ready_units

_LOOKED_AT = 60  # newest visits that can still be unsigned


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    sheets: tuple[Sheet, ...]
    ready: tuple[ReadyUnit, ...]
    visits: tuple[tuple[Observation, str], ...]


class SignOffListPresenter:
    """Reads afresh each time the page is shown."""

    def __init__(self, view: SignOffListView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._goals: dict[str, Goal] = {}
        view.opened.connect(self._on_opened)
        view.candidates_asked.connect(lambda: desk.go(Goal(page=Page.CANDIDATES)))

    def open(self, goal: Goal) -> None:
        """Show what waits."""
        self._desk.jobs.run(self._find, self._show)

    def leave(self) -> None:
        """Nothing is typed here."""

    def _find(self) -> _Found:
        ports = self._desk.ports
        with ports.store.reading() as records:
            sheets = tuple(s for s in records.sheets() if s.state.is_live)
            has_sheet = {s.subject for s in sheets}
            visits = tuple(
                (o, records.candidate(o.candidate).name)
                for o in records.recent_observations(_LOOKED_AT)
                if o.finished and o.id not in has_sheet
            )
        return _Found(sheets=sheets, ready=ready_units(ports), visits=visits)

    def _show(self, found: _Found) -> None:
        self._goals = {}
        waiting = [s for s in found.sheets if s.state is SheetState.FROZEN]
        sealed = [s for s in found.sheets if s.state is SheetState.SEALED]
        sections = (
            SignSection(
                heading="Waiting for a signature",
                rows=tuple(self._waiting(s, is_first=n == 0) for n, s in enumerate(waiting)),
            ),
            SignSection(heading="Units ready to freeze", rows=tuple(self._ready(r) for r in found.ready)),
            SignSection(heading="Visits not signed yet", rows=tuple(self._visit(o, who) for o, who in found.visits)),
            SignSection(heading="Signed and sealed", rows=tuple(self._sealed(s) for s in reversed(sealed))),
        )
        parts = [
            count(len(waiting), "sheet waits", "sheets wait") if waiting else "",
            count(len(found.ready), "unit is ready", "units are ready") if found.ready else "",
        ]
        self._view.set_content(
            SignOffListContent(
                sections=tuple(s for s in sections if s.rows), second="  ·  ".join(part for part in parts if part)
            )
        )

    def _waiting(self, sheet: Sheet, *, is_first: bool) -> SignRow:
        key = str(sheet.document_id)
        content = sheet.record.content
        unit = content.enrolment if isinstance(content, UnitContent) else None
        self._goals[key] = Goal(page=Page.SIGN_OFF, subject=sheet.subject, detail="unit" if unit else "observation")
        role = next(iter(sheet.outstanding), Role.ASSESSOR)
        return SignRow(
            id=key,
            person=content.candidate.name,
            title=subject_name(sheet),
            detail=f"{form_name(sheet.record.form)}, version {sheet.record.version}; next: {SHORT_ROLE[role].lower()}",
            action=hand_over_words(sheet, role),
            unit=unit.position if unit else 0,
            letter=unit.letter if unit else "",
            signers=tuple((SHORT_ROLE[r], r in sheet.signed_roles) for r in sheet.record.required_roles),
            is_primary=is_first,
        )

    def _ready(self, ready: ReadyUnit) -> SignRow:
        key = str(ready.enrolment.id)
        self._goals[key] = Goal(page=Page.SIGN_OFF, subject=ready.enrolment.id, detail="unit")
        return SignRow(
            id=key,
            person=ready.candidate,
            title=ready.enrolment.unit.name,
            detail="Nothing is missing; freeze the sheet, then it can be signed",
            action="Open",
            unit=ready.enrolment.position,
            letter=ready.enrolment.letter,
        )

    def _visit(self, visit: Observation, candidate: str) -> SignRow:
        key = str(visit.id)
        self._goals[key] = Goal(page=Page.SIGN_OFF, subject=visit.id, detail="observation")
        today = self._desk.ports.now().local_date
        return SignRow(
            id=key,
            person=candidate,
            title=visit.title,
            detail=f"{visit.ref}, {near_day(visit.day, today)}; finished, not signed",
            action="Open",
        )

    def _sealed(self, sheet: Sheet) -> SignRow:
        key = str(sheet.document_id)
        self._goals[key] = Goal(page=Page.PREVIEW, subject=sheet.document_id)
        content = sheet.record.content
        unit = content.enrolment if isinstance(content, UnitContent) else None
        last = sheet.signatures[-1].printed_date if sheet.signatures else sheet.record.frozen_at.local_date
        return SignRow(
            id=key,
            person=content.candidate.name,
            title=subject_name(sheet),
            detail=f"{form_name(sheet.record.form)}, version {sheet.record.version}, sealed {day_year(last)}",
            action="Show",
            unit=unit.position if unit else 0,
            letter=unit.letter if unit else "",
        )

    def _on_opened(self, key: str) -> None:
        goal = self._goals.get(key)
        if goal is not None:
            self._desk.go(goal)
