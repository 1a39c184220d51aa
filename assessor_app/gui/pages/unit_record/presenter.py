"""One unit between the page and the vault: ties, decisions, judgement. Decisions go beneath the one before."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import CriterionRef, EvidenceItem, Tie
from assessor_app.domain.gaps import covered, criterion_states, latest
from assessor_app.domain.judging import Decision, Enrolment, Judgement, RecordedReason, Verdict
from assessor_app.domain.people import Candidate, same_person
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.domain.units import OutcomeKind, RecordForm, Regime
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.observation.attaching import Attaching
from assessor_app.gui.pages.observation.board import STATES
from assessor_app.gui.pages.unit_record.judgement import JudgementDraft, reason_words
from assessor_app.gui.pages.unit_record.model import CriterionDetail, DecisionLine, UnitRecordContent
from assessor_app.gui.pages.unit_record.view import UnitRecordView
from assessor_app.gui.pending import Pending
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.gui.widgets.completer import CriterionChoice
from assessor_app.gui.widgets.evidence_grid import GridColumn, GridContent, GridRow
from assessor_app.gui.widgets.state_glyph import State
from assessor_app.gui.words import clock, day_year
from assessor_app.usecases.judge import decide_regime, judge_unit, mark_criteria, recorded_reason
from assessor_app.usecases.keep_evidence import tie
from assessor_app.usecases.live_content import live_sheet
from assessor_app.usecases.ports import Ports

_VERDICT_STATES = {
    Verdict.MET: State.MET,
    Verdict.NOT_YET: State.NOT_YET,
    Verdict.ASK: State.ASK,
    Verdict.OPEN: State.OPEN,
}
_WORDS = {Verdict.MET: "met", Verdict.NOT_YET: "not yet met", Verdict.ASK: "noted to ask", Verdict.OPEN: "open again"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    candidate: Candidate
    enrolment: Enrolment
    others: tuple[Enrolment, ...]
    evidence: tuple[EvidenceItem, ...]
    decisions: tuple[Decision, ...]
    judgement: Judgement
    sheet: Sheet | None


class UnitRecordPresenter:
    """Reads the unit afresh each time the page is shown and after each change."""

    def __init__(self, view: UnitRecordView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._subject: UUID | None = None
        self._found: _Found | None = None
        self._unlocked: UUID | None = None
        self._wants = ""
        self._keeping = 0
        self._pending = Pending(self._keep, view)
        self._items = Attaching(view.evidence, desk, self._reread, view.show_evidence, view.show_grid)
        view.back_asked.connect(desk.back)
        view.sign_off_asked.connect(self._on_sign_off)
        view.preview_asked.connect(self._on_preview)
        view.add_asked.connect(self._on_add)
        view.varcs_asked.connect(self._on_varcs)
        view.tied.connect(self._on_tied)
        view.untied.connect(self._on_untied)
        view.item_opened.connect(self._on_item)
        view.marked.connect(self._on_marked)
        view.judged.connect(self._on_edited)
        view.regime_decided.connect(self._on_regime)
        view.unlock_asked.connect(self._on_unlock)
        view.document_asked.connect(self._on_document)
        view.focus_moved.connect(self._pending.flush)

    def open(self, goal: Goal) -> None:
        """Show the unit that `goal` names; `detail` may be an item to open, a criterion, or a part of the page."""
        self.leave()
        if goal.subject != self._subject:
            self._view.forget()
            self._unlocked = None
        self._subject = goal.subject
        self._wants = goal.detail
        self._reread()

    def leave(self) -> None:
        """Keeps what was typed."""
        self._items.flush()
        self._pending.flush()

    def _reread(self) -> None:
        subject = self._subject
        if subject is not None:
            self._desk.jobs.run(lambda: self._read(subject), self._show, self._desk.trouble)

    def _read(self, subject: UUID) -> _Found:
        with self._desk.ports.store.reading() as records:
            enrolment = records.enrolment(subject)
            return _Found(
                candidate=records.candidate(enrolment.candidate),
                enrolment=enrolment,
                others=records.enrolments_of(enrolment.candidate),
                evidence=records.evidence_of(enrolment.candidate),
                decisions=records.decisions_of(subject),
                judgement=records.judgement_of(subject),
                sheet=live_sheet(records, subject),
            )

    def _show(self, found: _Found) -> None:
        if found.enrolment.id != self._subject:
            return
        self._found = found
        if self._pending.waits or self._keeping:
            found = replace(found, judgement=self._draft_on(found))
        self._view.set_content(_content(found, self._desk.ports.now().local_date, unlocked=self._unlocked))
        if not self._view.is_locked and not self._pending.waits:
            self._view.saved.show_saved("" if not self._view.saved.words else clock(self._desk.ports.now()))
        if self._wants:
            wanted, self._wants = self._wants, ""
            item = next((i for i in found.evidence if str(i.id) == wanted), None)
            if item is not None:
                self._on_varcs(item.id)
            else:
                self._view.show_part(wanted)

    def _draft_on(self, found: _Found) -> Judgement:
        typed = self._view.judgement.draft.judgement
        return replace(
            typed,
            expiry_reason=found.judgement.expiry_reason,
            manager_exception=found.judgement.manager_exception,
            at=found.judgement.at,
        )

    def _choices(self) -> tuple[CriterionChoice, ...]:
        assert self._found is not None
        return tuple(
            CriterionChoice(
                ref=CriterionRef(enrolment=e.id, number=c.number),
                chip=ChipData(unit=e.position, letter=e.letter, number=c.number, text=c.text),
                is_near=e.id == self._subject,
            )
            for e in self._found.others
            for c in e.unit.criteria
        )

    def _on_edited(self) -> None:
        if not self._view.is_locked:
            self._view.saved.show_saving()
            self._pending.touch()

    def _keep(self) -> None:
        found = self._found
        if found is None or self._view.is_locked:
            return
        self._keeping += 1
        draft = self._view.judgement.draft
        ports = self._desk.ports
        self._desk.jobs.run(lambda: _judge(ports, found.enrolment, draft), self._on_kept, self._on_not_kept)

    def _on_kept(self, judgement: Judgement) -> None:
        self._keeping -= 1
        if self._found is not None:
            self._found = replace(self._found, judgement=judgement)
        if not self._pending.waits:
            self._view.saved.show_saved(clock(self._desk.ports.now()))

    def _on_not_kept(self, error: KnownError) -> None:
        self._keeping -= 1
        self._view.saved.show_failed(f"{error.what} What you typed is still on this page. {error.advice}")

    def _on_tied(self, identity: UUID, ref: CriterionRef, code: str) -> None:
        item = self._item(identity)
        if item is None or item.codes(ref):
            return
        if item.observation is not None:
            self._desk.say("A visit is tied in its own text: Enter opens it.")
            return
        method = code or (item.ties[0].method if item.ties else "")
        if not method:
            self._view.ask_method(identity, ref)
            return
        self._store_ties(item, (*item.ties, Tie(criterion=ref, method=method)))

    def _on_untied(self, identity: UUID, ref: CriterionRef) -> None:
        item = self._item(identity)
        if item is None or not item.codes(ref):
            return
        if item.observation is not None:
            self._desk.say("A visit is tied in its own text: Enter opens it.")
            return
        self._store_ties(item, tuple(t for t in item.ties if t.criterion != ref))
        self._desk.say(f"{item.ref} no longer proves {ref.number}", lambda: self._store_ties(item, item.ties))

    def _store_ties(self, item: EvidenceItem, ties: tuple[Tie, ...]) -> None:
        self._desk.jobs.run(lambda: tie(self._desk.ports, item.id, ties), lambda _: self._reread(), self._desk.trouble)

    def _item(self, identity: UUID) -> EvidenceItem | None:
        return next((i for i in self._found.evidence if i.id == identity), None) if self._found else None

    def _on_item(self, identity: UUID) -> None:
        item = self._item(identity)
        if item is None:
            return
        if item.observation is not None:
            self._desk.go(Goal(page=Page.OBSERVATION, subject=item.observation))
            return
        self._on_varcs(identity)

    def _on_varcs(self, identity: UUID) -> None:
        """The form of an item; of a visit only what is not written in the visit itself."""
        item = self._item(identity)
        if item is not None:
            self._items.open(item, self._choices())
            self._view.evidence.set_read_only(self._view.is_locked)

    def _on_add(self) -> None:
        if self._found is not None and not self._view.is_locked:
            self._view.evidence.set_read_only(False)
            self._items.begin(self._found.candidate.id, None, self._choices())

    def _on_marked(self, ref: CriterionRef, verdict: Verdict, reason: str) -> None:
        if self._found is None:
            return
        former = latest(self._found.decisions).get(ref)
        chip = next((c.chip for c in self._choices() if c.ref == ref), None)

        def undo() -> None:
            self._mark(ref, former.verdict if former else Verdict.OPEN, former.reason if former else "")

        self._mark(ref, verdict, reason)
        self._desk.say(_WORDS[verdict], undo, (chip,) if chip else ())

    def _mark(self, ref: CriterionRef, verdict: Verdict, reason: str) -> None:
        self._desk.jobs.run(
            lambda: mark_criteria(self._desk.ports, (ref,), verdict, reason),
            lambda _: self._reread(),
            self._desk.trouble,
        )

    def _on_regime(self, regime: Regime, word: str) -> None:
        found = self._found
        if found is not None:
            self._desk.jobs.run(
                lambda: decide_regime(self._desk.ports, found.enrolment, regime, word),
                lambda _: self._reread(),
                self._desk.trouble,
            )

    def _on_sign_off(self) -> None:
        self.leave()
        self._desk.go(Goal(page=Page.SIGN_OFF, subject=self._subject, detail="unit"))

    def _on_preview(self) -> None:
        self.leave()
        if self._view.is_locked:
            self._on_document()
        else:
            self._desk.go(Goal(page=Page.PREVIEW, subject=self._subject, detail="draft unit"))

    def _on_unlock(self) -> None:
        if self._found is not None and self._found.sheet is not None:
            self._unlocked = self._found.sheet.document_id
            self._show(self._found)

    def _on_document(self) -> None:
        if self._found is not None and self._found.sheet is not None:
            self._desk.go(Goal(page=Page.PREVIEW, subject=self._found.sheet.document_id))


def _judge(ports: Ports, enrolment: Enrolment, draft: JudgementDraft) -> Judgement:
    with ports.store.reading() as records:
        before = records.judgement_of(enrolment.id)

    def reason(words: tuple[str, str], kept: RecordedReason | None) -> RecordedReason | None:
        if words == reason_words(kept):
            return kept
        return recorded_reason(ports, *words) if any(words) else None

    return judge_unit(
        ports,
        enrolment,
        replace(
            draft.judgement,
            expiry_reason=reason(draft.expiry, before.expiry_reason),
            manager_exception=reason(draft.exception, before.manager_exception),
        ),
    )


def _content(found: _Found, today: date, *, unlocked: UUID | None) -> UnitRecordContent:
    enrolment, unit = found.enrolment, found.enrolment.unit
    states = criterion_states(enrolment, found.evidence, found.decisions)
    cover = covered(found.evidence, enrolment)
    proved = sum(bool(items) for items in cover.values())
    regime = enrolment.effective_regime
    locked, can_unlock = _lock(found.sheet, unlocked)
    expiry = unit.expiry
    return UnitRecordContent(
        title=unit.name,
        second=f"{found.candidate.name}\u2002·\u2002Unit record\u2002·\u2002{proved} of {len(cover)} criteria covered",
        position=enrolment.position,
        letter=enrolment.letter,
        grid=_grid(found),
        criteria=tuple(
            CriterionDetail(
                choice=CriterionChoice(
                    ref=CriterionRef(enrolment=enrolment.id, number=c.number),
                    chip=ChipData(unit=enrolment.position, letter=enrolment.letter, number=c.number, text=c.text),
                    state=STATES[states[c.number]],
                ),
                decisions=tuple(
                    DecisionLine(
                        state=_VERDICT_STATES[d.verdict],
                        when=f"{d.at.local.day} {d.at.local:%b, %H:%M}",
                        words=". ".join(p for p in (d.reason.rstrip("."), d.by) if p),
                    )
                    for d in reversed(found.decisions)
                    if d.criterion.number == c.number
                ),
            )
            for c in unit.criteria
        ),
        judgement=found.judgement,
        asks_regime=regime is None,
        is_checklist=regime is not None and regime.record_form is RecordForm.CHECKLIST,
        expired=f"This unit expired on {day_year(expiry)}." if expiry is not None and expiry < today else "",
        owner_is_candidate=same_person(found.candidate.manager.name, found.candidate.name),
        locked=locked,
        can_unlock=can_unlock,
        document=found.sheet.document_id if found.sheet else None,
    )


def _lock(sheet: Sheet | None, unlocked: UUID | None) -> tuple[str, bool]:
    if sheet is None or sheet.document_id == unlocked:
        return "", False
    title, version = sheet.record.form.title, sheet.record.version
    if sheet.state is SheetState.SEALED:
        return (
            f"{title} version {version} is signed and sealed. What is signed never changes; to correct it, void the "
            "record on its sign-off page and make a new version.",
            False,
        )
    signed = f"; {len(sheet.signatures)} signed already" if sheet.signatures else ""
    return f"Version {version} is frozen for signing{signed}. A change ends this version and its signatures.", True


def _grid(found: _Found) -> GridContent:
    enrolment, unit = found.enrolment, found.enrolment.unit
    states = criterion_states(enrolment, found.evidence, found.decisions)
    cover = covered(found.evidence, enrolment)
    columns = []
    for outcome in unit.outcomes:
        kind = ", knowledge" if outcome.kind is OutcomeKind.KNOWLEDGE else ""
        for place, criterion in enumerate(outcome.criteria):
            columns.append(
                GridColumn(
                    ref=CriterionRef(enrolment=enrolment.id, number=criterion.number),
                    number=criterion.number,
                    text=criterion.text,
                    state=STATES[states[criterion.number]],
                    covered=len(cover[criterion.number]),
                    outcome=f"Outcome {outcome.number}{kind}" if not place else "",
                )
            )
    return GridContent(
        unit=enrolment.position,
        columns=tuple(columns),
        rows=tuple(_row(item, columns) for item in found.evidence),
    )


def _row(item: EvidenceItem, columns: list[GridColumn]) -> GridRow:
    first = item.ties[0].method if item.ties else ""
    kinds = {"O": "Observation", "S": "Simulation", "WT": "Witness", "P": "Product", "PD": "Discussion", "OQ": "Oral"}
    where = f"held: {item.held.where}" if item.held else f"{item.dated.day} {item.dated:%b}"
    kind = "Observation" if item.observation else kinds.get(first, first or "Not tied yet")
    return GridRow(
        id=item.id,
        label=item.ref,
        title=item.title,
        detail=f"{kind}, {where}",
        codes=tuple("+".join(item.codes(c.ref)) for c in columns),
        is_visit=item.observation is not None,
    )
