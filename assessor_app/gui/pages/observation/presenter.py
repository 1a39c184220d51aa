"""One visit between the page and the vault: every pause keeps a draft, every decision goes beneath the one before.

What was typed is a draft within a second, and a record when the page is left, when work rests, or when the visit ends.
"Saved" is said only of what was committed.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage

from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.gaps import latest
from assessor_app.domain.judging import Verdict
from assessor_app.domain.observations import Observation
from assessor_app.domain.people import Candidate
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.observation.attaching import Attaching
from assessor_app.gui.pages.observation.board import Facts, board_of
from assessor_app.gui.pages.observation.model import ObservationContent
from assessor_app.gui.pages.observation.view import ObservationView
from assessor_app.gui.pending import Pending
from assessor_app.gui.pictures import thumbnail
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.gui.words import clock, day
from assessor_app.usecases.judge import mark_criteria
from assessor_app.usecases.live_content import live_sheet
from assessor_app.usecases.observe import finish_observation, keep_draft, open_observation, record_observation

RECORD_AFTER_MS = 20_000
RETRY_MS = 5_000
_WORDS = {Verdict.MET: "met", Verdict.NOT_YET: "not yet met", Verdict.ASK: "noted to ask", Verdict.OPEN: "open again"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    visit: Observation
    record: Observation
    candidate: Candidate
    facts: Facts
    sheet: Sheet | None


class ObservationPresenter:
    """Reads the visit afresh each time the page is shown; what was typed last comes back from the draft."""

    def __init__(self, view: ObservationView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._subject: UUID | None = None
        self._facts: Facts | None = None
        self._sheet: Sheet | None = None
        self._candidate: Candidate | None = None
        self._kept: Observation | None = None
        self._recorded: Observation | None = None
        self._told: set[str] = set()
        self._draft = Pending(self._keep_draft, view)
        self._record = Pending(self._keep_record, view, pause_ms=RECORD_AFTER_MS, longest_ms=15 * RECORD_AFTER_MS)
        self._attaching = Attaching(view.evidence, desk, self._read_facts, view.show_evidence, view.show_text)
        view.narrative.clock = lambda: clock(desk.ports.now())
        view.back_asked.connect(desk.back)
        view.preview_asked.connect(self._on_preview)
        view.finish_asked.connect(self._on_finish)
        view.edited.connect(self._on_edited)
        view.ties_moved.connect(self._on_ties_moved)
        view.focus_moved.connect(self._draft.flush)
        view.marked.connect(self._on_marked)
        view.judged.connect(self._on_judged)
        view.files_given.connect(self._on_files)
        view.image_given.connect(self._on_image)
        view.evidence_asked.connect(self._on_evidence)
        view.evidence_add_asked.connect(self._on_evidence_add)
        view.unlock_asked.connect(self._on_unlock)
        view.document_asked.connect(self._on_document)

    def open(self, goal: Goal) -> None:
        """Show the visit that `goal` names, as it was last typed."""
        self._flush()
        subject = goal.subject
        self._subject = subject
        if subject is not None:
            self._view.wait()
            self._desk.jobs.run(lambda: self._read(subject), self._show, self._desk.trouble)

    def leave(self) -> None:
        """Keeps what was typed, first as a draft and then as the record."""
        self._flush()

    def _flush(self) -> None:
        self._attaching.flush()
        self._draft.flush()
        self._record.forget()
        self._keep_record()

    def _read(self, subject: UUID) -> _Found:
        visit = open_observation(self._desk.ports, subject)
        with self._desk.ports.store.reading() as records:
            return _Found(
                visit=visit,
                record=records.observation(subject),
                candidate=records.candidate(visit.candidate),
                facts=self._facts_of(visit.candidate),
                sheet=live_sheet(records, subject),
            )

    def _facts_of(self, candidate: UUID) -> Facts:
        with self._desk.ports.store.reading() as records:
            enrolments = records.enrolments_of(candidate)
            return Facts(
                enrolments=enrolments,
                evidence=records.evidence_of(candidate),
                decisions=tuple(d for e in enrolments for d in records.decisions_of(e.id)),
                pictures=self._facts.pictures if self._facts else (),
            )

    def _show(self, found: _Found) -> None:
        if found.visit.id != self._subject:
            return
        self._facts = found.facts
        self._sheet = found.sheet
        self._candidate = found.candidate
        self._kept = found.visit
        self._recorded = found.record
        self._told.clear()
        self._view.set_content(self._content(found.visit, found.sheet))
        if not self._view.is_locked:
            self._view.saved.show_saved("")
        self._view.begin()
        self._read_pictures()

    def _content(self, visit: Observation, sheet: Sheet | None) -> ObservationContent:
        assert self._facts is not None
        assert self._candidate is not None
        workplace = [e.unit.name for e in self._facts.enrolments if e.unit.requires_workplace]
        locked, can_unlock = "", False
        if sheet is not None and sheet.state is SheetState.SEALED:
            when = (
                day(sheet.signatures[-1].printed_date) if sheet.signatures else day(sheet.record.frozen_at.local_date)
            )
            locked = (
                f"This visit was signed on {when}. What is signed never changes; to correct it, void the record "
                "on its sign-off page and make a new version."
            )
        elif sheet is not None and sheet.state is SheetState.FROZEN:
            signed = len(sheet.signatures)
            can_unlock = True
            locked = (
                f"Version {sheet.record.version} is frozen for signing"
                + (f"; {signed} signed already" if signed else "")
                + ". A change ends this version and its signatures."
            )
        return ObservationContent(
            visit=visit,
            candidate=self._candidate.name,
            board=board_of(self._facts, visit),
            no_simulation=f"{workplace[0]} asks for real work in a workplace, so simulation is not offered."
            if workplace
            else "",
            locked=locked,
            can_unlock=can_unlock,
            document=sheet.document_id if sheet else None,
        )

    def _read_facts(self) -> None:
        candidate = self._candidate
        if candidate is not None:
            self._desk.jobs.run(lambda: self._facts_of(candidate.id), self._on_facts, self._desk.trouble)

    def _on_facts(self, facts: Facts) -> None:
        self._facts = facts
        self._on_ties_moved()
        self._read_pictures()

    def _read_pictures(self) -> None:
        facts, visit = self._facts, self._view.visit()
        if facts is None or visit is None:
            return
        there = {identity for identity, _ in facts.pictures}
        wanted = [
            (i.id, i.file.sha256)
            for i in facts.evidence
            if i.file and i.file.media_type.startswith("image/") and i.dated == visit.day and i.id not in there
        ]
        if not wanted:
            return

        def read() -> tuple[tuple[UUID, QImage], ...]:
            made = ((identity, thumbnail(self._desk.ports.files.read(sha256))) for identity, sha256 in wanted)
            return tuple((identity, image) for identity, image in made if image is not None)

        self._desk.jobs.run_slow(read, self._on_pictures)

    def _on_pictures(self, pictures: tuple[tuple[UUID, QImage], ...]) -> None:
        if self._facts is not None and pictures:
            self._facts = replace(self._facts, pictures=(*self._facts.pictures, *pictures))
            self._on_ties_moved()

    def _on_ties_moved(self) -> None:
        visit = self._view.visit()
        if visit is not None and self._facts is not None:
            self._view.set_board(board_of(self._facts, visit))

    def _on_edited(self) -> None:
        if self._view.is_locked:
            return
        self._view.saved.show_saving()
        self._draft.touch()
        self._record.touch()

    def _keep_draft(self) -> None:
        visit = self._view.visit()
        if visit is None or self._view.is_locked:
            return
        if visit == self._kept:
            self._view.saved.show_saved(clock(self._desk.ports.now()))
            return

        def done(_: None) -> None:
            self._kept = visit
            if not self._draft.waits:
                self._view.saved.show_saved(clock(self._desk.ports.now()))

        self._desk.jobs.run(lambda: keep_draft(self._desk.ports, visit), done, self._on_not_kept)

    def _on_not_kept(self, error: KnownError) -> None:
        self._view.saved.show_failed(f"{error.what} What you typed is still on this page. {error.advice}")
        QTimer.singleShot(RETRY_MS, self._view, self._draft.touch)

    def _keep_record(self) -> None:
        visit = self._view.visit()
        if visit is None or self._view.is_locked or visit == self._recorded or visit.id != self._subject:
            return

        def done(_: None) -> None:
            self._recorded = visit
            self._kept = visit
            if self._view.visit() == visit:
                self._read_facts()

        self._desk.jobs.run(lambda: record_observation(self._desk.ports, visit), done, self._on_not_recorded)

    def _on_not_recorded(self, error: KnownError) -> None:
        if error.code in self._told:
            return
        self._told.add(error.code)
        kept = KnownError(error.what, safe="What you typed is kept as a draft.", advice=error.advice, code=error.code)
        self._desk.trouble(kept)

    def _on_marked(self, ref: CriterionRef, verdict: Verdict, reason: str) -> None:
        self._mark((ref,), verdict, reason)

    def _on_judged(self, refs: tuple[CriterionRef, ...], met: bool) -> None:
        self._mark(refs, Verdict.MET if met else Verdict.NOT_YET, "Answered on the visit")

    def _mark(self, refs: tuple[CriterionRef, ...], verdict: Verdict, reason: str) -> None:
        if self._facts is None:
            return
        former = latest(self._facts.decisions)
        chips = tuple(self._chip(r) for r in refs)

        def undo() -> None:
            for ref in refs:
                before = former.get(ref)
                self._store_mark((ref,), before.verdict if before else Verdict.OPEN, before.reason if before else "")

        def done(_: None) -> None:
            self._read_facts()
            self._desk.say(_WORDS[verdict], undo, chips)

        self._desk.jobs.run(lambda: mark_criteria(self._desk.ports, refs, verdict, reason), done, self._desk.trouble)

    def _store_mark(self, refs: tuple[CriterionRef, ...], verdict: Verdict, reason: str) -> None:
        self._desk.jobs.run(
            lambda: mark_criteria(self._desk.ports, refs, verdict, reason),
            lambda _: self._read_facts(),
            self._desk.trouble,
        )

    def _chip(self, ref: CriterionRef) -> ChipData:
        assert self._facts is not None
        enrolment = next(e for e in self._facts.enrolments if e.id == ref.enrolment)
        return ChipData(unit=enrolment.position, letter=enrolment.letter, number=ref.number)

    def _on_preview(self) -> None:
        self._flush()
        if self._view.is_locked:
            self._on_document()
        elif self._subject is not None:
            self._desk.go(Goal(page=Page.PREVIEW, subject=self._subject, detail="draft observation"))

    def _on_finish(self) -> None:
        visit = self._view.visit()
        if visit is None:
            return
        if self._view.is_locked:
            self._go_to_sign_off()
            return
        self._draft.flush()
        self._record.forget()

        def done(finished: Observation) -> None:
            self._recorded = self._kept = finished
            self._view.take(finished)
            self._go_to_sign_off()

        self._desk.jobs.run(lambda: finish_observation(self._desk.ports, visit), done, self._desk.trouble)

    def _go_to_sign_off(self) -> None:
        self._desk.go(Goal(page=Page.SIGN_OFF, subject=self._subject, detail="observation"))

    def _on_files(self, files: list[Path]) -> None:
        visit = self._view.visit()
        if visit is not None and not self._view.is_locked:
            self._attaching.attach(visit, files)

    def _on_image(self, image: QImage) -> None:
        visit = self._view.visit()
        if visit is not None and not self._view.is_locked:
            self._attaching.attach_picture(visit, image)

    def _on_evidence(self, identity: UUID) -> None:
        visit = self._view.visit()
        item = next((i for i in self._facts.evidence if i.id == identity), None) if self._facts else None
        if item is not None and visit is not None and self._facts is not None:
            self._attaching.open(item, board_of(self._facts, visit).choices)

    def _on_evidence_add(self) -> None:
        visit = self._view.visit()
        if visit is not None and self._facts is not None:
            self._attaching.begin(visit.candidate, visit, board_of(self._facts, visit).choices)

    def _on_unlock(self) -> None:
        visit = self._view.visit()
        if visit is not None and self._facts is not None:
            self._view.set_content(replace(self._content(visit, None), document=None))
            self._view.saved.show_saved("")
            self._view.show_text()

    def _on_document(self) -> None:
        if self._sheet is not None:
            self._desk.go(Goal(page=Page.PREVIEW, subject=self._sheet.document_id))
