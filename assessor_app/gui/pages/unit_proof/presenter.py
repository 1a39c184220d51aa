"""From a document to a unit in the vault: read, choose, compare and correct, review, add.

What was corrected is a draft within a second, so it survives leaving the page, locking and a crash. Undo keeps the old
values. Nothing is added before the person says so; doubts do not block it and stay with the unit.
"""

from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QTimer

from assessor_app.domain.errors import KnownError
from assessor_app.domain.reading import DocumentKind, FieldName, Reading, ReadUnit, to_unit
from assessor_app.domain.unit_differences import as_edition_of, same_unit
from assessor_app.domain.units import ManagerRule, QualityAssurance, RecordForm, Regime, Unit
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.unit_proof.choosing import ask_for_documents
from assessor_app.gui.pages.unit_proof.content import (
    found_unit,
    missing_words,
    proof_content,
    review_content,
    row_from,
    rows_of,
)
from assessor_app.gui.pages.unit_proof.corrections import Correction, correct
from assessor_app.gui.pages.unit_proof.gathering import Gathered, Watching, gather
from assessor_app.gui.pages.unit_proof.history import History
from assessor_app.gui.pages.unit_proof.model import FoundContent, ProofContent, ProofRow, RowKind, Spot
from assessor_app.gui.pages.unit_proof.view import Part, UnitProofView
from assessor_app.gui.pdf_rendering import PdfFeed
from assessor_app.gui.pending import Pending
from assessor_app.gui.words import clock, count
from assessor_app.usecases.add_unit import add_units
from assessor_app.usecases.proof_unit import EditedUnit, Proof, begin_proof, drop_proof, keep_proof, open_proof

DECIDED = "decided when the unit was added"
TYPED_TITLE = "typed when the unit was added"


@dataclass(frozen=True, slots=True)
class _Open:
    """The unit that is being proofed: numbers of its document and of itself, and its history."""

    document: int
    unit: int
    history: History[ReadUnit]


class UnitProofPresenter:
    """One reading at a time; going on with the one that is open keeps its undo."""

    def __init__(self, view: UnitProofView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._goal: Goal | None = None
        self._watching: Watching | None = None
        self._round = 0
        self._proof: Proof | None = None
        self._readings: tuple[tuple[Reading, bytes], ...] = ()
        self._refused: tuple[tuple[str, str], ...] = ()
        self._open: _Open | None = None
        self._ready: Unit | None = None
        self._held: tuple[Unit, ...] = ()
        self._feed = PdfFeed(view.proof.source.pages, desk.jobs, desk.trouble)
        self._pending = Pending(self._keep, view)
        view.reading.cancel_asked.connect(self._on_cancel)
        view.found.unit_chosen.connect(self._on_unit_chosen)
        view.found.back_asked.connect(self._to_units)
        view.found.other_asked.connect(self._on_other)
        proof, review = view.proof, view.review
        proof.back_asked.connect(self._on_back_from_proof)
        proof.go_on_asked.connect(self._on_review)
        proof.asked.connect(self._on_asked)
        proof.abandoned.connect(self._on_abandoned)
        proof.undo_asked.connect(lambda: self._on_history(back=True))
        proof.redo_asked.connect(lambda: self._on_history(back=False))
        proof.moved.connect(self._on_moved)
        proof.piece_chosen.connect(self._on_piece_chosen)
        review.back_asked.connect(self._on_back_from_review)
        review.regime_chosen.connect(self._on_regime)
        review.add_asked.connect(self._on_add)

    def open(self, goal: Goal) -> None:
        """Read `goal.documents`, or go on with the proof that `goal.subject` names."""
        is_bare = goal.subject is None and not goal.documents
        same = is_bare or goal == self._goal or (self._proof is not None and goal.subject == self._proof.id)
        if same and (self._proof is not None or self._ready is not None):
            self._resume()
            return
        self._goal = goal
        self._forget()
        if goal.documents:
            names = goal.documents[0].name if len(goal.documents) == 1 else f"{len(goal.documents)} documents"
            self._begin_reading(names)
            watching, now, documents = self._watching, self._round, self._desk.ports.documents
            assert watching is not None
            self._desk.jobs.run_slow(
                lambda: gather(documents, goal.documents, watching),
                lambda found: self._on_gathered(found, now),
                lambda error: self._on_stopped(error, now),
            )
        elif goal.subject is not None:
            subject = goal.subject
            self._begin_reading("the document again")
            self._desk.jobs.run(lambda: self._load(subject), self._on_loaded, self._on_lost)
        else:
            self._show_found()
            QTimer.singleShot(0, self._on_other)

    def leave(self) -> None:
        """Keeps what is being typed and what was corrected; a reading under way is stopped."""
        self._view.proof.rows.finish_editing()
        self._pending.flush()
        if self._watching is not None:
            self._watching.cancel()
            self._end_reading(self._round)
            self._goal = None
        self._feed.close()

    # reading

    def _begin_reading(self, name: str) -> None:
        self._round += 1
        self._watching = Watching(self._view)
        self._watching.moved.connect(self._view.reading.bar.set_percent)
        self._view.reading.begin(name)
        self._view.show_part(Part.READING)

    def _end_reading(self, now: int) -> bool:
        """Whether the reading that came back is the one that is waited for."""
        if now != self._round or self._watching is None:
            return False
        self._watching = None
        self._view.reading.end()
        return True

    def _on_cancel(self) -> None:
        if self._watching is not None:
            self._watching.cancel()

    def _on_stopped(self, error: KnownError, now: int) -> None:
        if not self._end_reading(now):
            return
        self._goal = None
        if error.code == "cancelled":
            self._desk.say("Reading was stopped. Nothing was added.")
        else:
            self._desk.trouble(error)
        self._to_units()

    def _on_gathered(self, found: Gathered, now: int) -> None:
        if not self._end_reading(now):
            return
        self._readings, self._refused = found.readings, found.refused
        if found.readings:
            documents = [(reading.file, data) for reading, data in found.readings]
            self._desk.jobs.run(lambda: self._begin(documents, found.units), self._on_begun, self._desk.trouble)
        elif len(found.units) == 1 and not found.refused:
            self._ready = found.units[0]
            self._desk.jobs.run(self._units, self._on_ready, self._desk.trouble)
        elif found.units:
            self._add(found.units)
        else:
            self._show_found()

    def _begin(self, documents: list[tuple[str, bytes]], units: tuple[Unit, ...]) -> tuple[Proof, tuple[Unit, ...]]:
        """Unit files that came with documents say everything themselves and are added at once."""
        if units:
            add_units(self._desk.ports, units)
        return begin_proof(self._desk.ports, documents), self._units()

    def _on_begun(self, begun: tuple[Proof, tuple[Unit, ...]]) -> None:
        self._proof, self._held = begun
        only = self._only_unit()
        if only is not None and not self._refused:
            self._show_proof(*only)
        else:
            self._show_found()

    def _load(self, subject: UUID) -> tuple[Proof, list[tuple[str, bytes]], tuple[Unit, ...]] | None:
        ports = self._desk.ports
        proof = open_proof(ports, subject)
        if proof is None:
            return None
        return proof, [(d.name, ports.files.read(d.sha256)) for d in proof.documents], self._units()

    def _on_loaded(self, loaded: tuple[Proof, list[tuple[str, bytes]], tuple[Unit, ...]] | None) -> None:
        if loaded is None:
            self._to_units()
            return
        proof, documents, held = loaded
        watching, now, reader = self._watching, self._round, self._desk.ports.documents
        if watching is None:
            return

        def read() -> tuple[tuple[Reading, bytes], ...]:
            return tuple(
                (reader.read_document(data, name, progress=watching.progress, cancelled=watching.is_cancelled), data)
                for name, data in documents
            )

        def done(readings: tuple[tuple[Reading, bytes], ...]) -> None:
            if self._end_reading(now):
                self._readings, self._proof, self._held = readings, proof, held
                self._resume()

        self._desk.jobs.run_slow(read, done, lambda error: self._on_stopped(error, now))

    def _on_lost(self, error: KnownError) -> None:
        self._on_stopped(error, self._round)

    def _resume(self) -> None:
        if self._ready is not None:
            self._show_review(self._ready)
        elif self._open is not None:
            self._show_proof(self._open.document, self._open.unit)
        else:
            only = self._only_unit()
            self._show_proof(*only) if only is not None and not self._refused else self._show_found()

    def _only_unit(self) -> tuple[int, int] | None:
        places = [(d, u) for d, (reading, _) in enumerate(self._readings) for u in range(len(reading.units))]
        return places[0] if len(places) == 1 else None

    def _units(self) -> tuple[Unit, ...]:
        with self._desk.ports.store.reading() as records:
            return records.units()

    # choosing

    def _show_found(self) -> None:
        units = []
        for d, (reading, _) in enumerate(self._readings):
            for u, unit in enumerate(reading.units):
                edited = self._proof.unit(d, u) if self._proof is not None else None
                value = edited.value if edited is not None else unit
                added = edited is not None and edited.is_added
                units.append(found_unit(reading, d, u, value, added=added, begun=edited is not None and not added))
        title = f"{len(units)} units found" if len(units) != 1 else "One unit found"
        self._view.found.set_content(FoundContent(title=title, units=tuple(units), refused=self._refused))
        self._view.show_part(Part.FOUND)

    def _on_unit_chosen(self, document: int, unit: int) -> None:
        self._show_proof(document, unit)

    def _on_other(self) -> None:
        documents = ask_for_documents(self._view)
        if documents:
            self._desk.go(Goal(page=Page.UNIT_PROOF, documents=documents))

    def _to_units(self) -> None:
        self._desk.go(Goal(page=Page.UNITS))

    # proofing

    def _show_proof(self, document: int, unit: int) -> None:
        reading, data = self._readings[document]
        opened = self._open
        if opened is None or (opened.document, opened.unit) != (document, unit):
            edited = self._proof.unit(document, unit) if self._proof is not None else None
            history = History(edited.value if edited is not None else reading.units[unit])
            self._open = _Open(document, unit, history)
        self._view.show_part(Part.PROOF)
        self._view.proof.set_reading(reading, self._content())
        if reading.kind is DocumentKind.PDF:
            self._feed.show(data)
        if self._pending.waits:
            self._view.proof.saved.show_saving()
        elif self._proof is not None:
            self._view.proof.saved.show_saved("")

    def _content(self) -> ProofContent:
        opened = self._open
        assert opened is not None
        history = opened.history
        return proof_content(
            history.now, self._readings[opened.document][0].file, undo=history.undo_words, redo=history.redo_words
        )

    def _on_moved(self, row: ProofRow) -> None:
        self._view.proof.source.show_pieces(row.pieces)

    def _on_piece_chosen(self, piece: int) -> None:
        if self._open is None:
            return
        row = row_from(rows_of(self._open.history.now), piece)
        if row is None:
            self._view.proof.say("Nothing of the unit came from there.", is_refusal=True)
        else:
            self._view.proof.say("")
            self._view.proof.reveal(row.spot)

    def _on_asked(self, correction: Correction, text: str, at: int) -> None:
        row = self._view.proof.rows.current
        if self._open is None or row is None:
            return
        history = self._open.history
        try:
            value, spot = correct(history.now, row.spot, correction, text, at)
        except ValueError as error:
            self._view.proof.say(str(error), is_refusal=True)
            return
        history.step(correction.undo_word, value)
        self._view.proof.say("")
        self._show_edited(spot)
        if correction is Correction.ADD:
            self._view.proof.rows.begin(Correction.EDIT)

    def _on_abandoned(self) -> None:
        self._on_history(back=True)

    def _on_history(self, *, back: bool) -> None:
        if self._open is None:
            return
        history, row = self._open.history, self._view.proof.rows.current
        words = history.undo() if back else history.redo()
        if words:
            self._view.proof.say(f"{'Undone' if back else 'Done again'}: {words}.")
            self._show_edited(row.spot if row is not None else None)

    def _show_edited(self, spot: Spot | None) -> None:
        self._view.proof.set_content(self._content(), spot)
        self._view.proof.saved.show_saving()
        self._pending.touch()

    def _on_back_from_proof(self) -> None:
        self._view.proof.rows.finish_editing()
        self._pending.flush()
        if self._only_unit() is not None:
            self._to_units()
        else:
            self._show_found()

    # keeping

    def _keep(self) -> None:
        opened, proof = self._open, self._proof
        if opened is None or proof is None:
            return
        edited = EditedUnit(document=opened.document, unit=opened.unit, value=opened.history.now)
        self._proof = kept = proof.with_unit(edited)
        at = clock(self._desk.ports.now())

        def failed(error: KnownError) -> None:
            self._view.proof.saved.show_failed(error.what)

        self._desk.jobs.run(
            lambda: keep_proof(self._desk.ports, kept), lambda _: self._view.proof.saved.show_saved(at), failed
        )

    def _forget(self) -> None:
        self._pending.flush()
        self._proof, self._open, self._ready = None, None, None
        self._readings, self._refused = (), ()
        self._feed.close()
        self._view.proof.source.forget()

    # reviewing and adding

    def _on_review(self) -> None:
        self._view.proof.rows.finish_editing()
        self._pending.flush()
        self._desk.jobs.run(self._units, self._on_ready, self._desk.trouble)

    def _on_ready(self, held: tuple[Unit, ...]) -> None:
        self._held = held
        unit = self._ready if self._ready is not None else self._as_unit()
        if unit is not None:
            self._show_review(unit)

    def _show_review(self, unit: Unit) -> None:
        is_file = self._ready is not None
        held = same_unit(self._held, unit)
        why_not = "" if is_file or self._open is None else missing_words(self._open.history.now)
        shown = self._edition(unit)
        self._view.review.set_content(review_content(shown, held, why_not=why_not, may_decide=not is_file))
        self._view.show_part(Part.REVIEW)

    def _edition(self, unit: Unit) -> Unit:
        """The unit under the key of the one it is an edition of; a unit file says everything itself."""
        held = same_unit(self._held, unit)
        if held is None:
            return unit
        return replace(unit, key=held.key) if self._ready is not None else as_edition_of(held, unit)

    def _as_unit(self) -> Unit | None:
        opened = self._open
        if opened is None:
            return None
        reading, now = self._readings[opened.document][0], opened.history.now
        read = reading.units[opened.unit].value(FieldName.TITLE)
        typed = now.value(FieldName.TITLE) is not None and now.value(FieldName.TITLE) != read
        return to_unit(now, source_document=reading.file, title_source=TYPED_TITLE if typed else "")

    def _on_regime(self, form: str, manager: str, quality: str) -> None:
        opened = self._open
        if opened is None:
            return
        now = opened.history.now
        read = self._readings[opened.document][0].units[opened.unit].regime
        regime = None
        if form:
            regime = Regime(
                record_form=RecordForm[form],
                manager_signature=ManagerRule[manager],
                quality_assurance=QualityAssurance[quality] if quality else None,
                source=DECIDED,
            )
            if read is not None and replace(regime, source=read.source) == read:
                regime = read
        opened.history.step("the choice of how it is signed off", replace(now, regime=regime))
        self._pending.touch()
        unit = self._as_unit()
        if unit is not None:
            self._show_review(unit)

    def _on_back_from_review(self) -> None:
        self._pending.flush()
        if self._open is None:
            self._to_units()
            return
        self._show_proof(self._open.document, self._open.unit)
        missing = [n for n in (FieldName.TITLE, FieldName.AWARDING_BODY) if not self._open.history.now.value(n)]
        if missing:
            self._view.proof.rows.go_to(Spot(kind=RowKind.FIELD, field=missing[0]))

    def _on_add(self) -> None:
        unit = self._ready if self._ready is not None else self._as_unit()
        if unit is not None:
            self._pending.flush()
            self._add((self._edition(unit),))

    def _add(self, units: tuple[Unit, ...]) -> None:
        ports, proof, opened = self._desk.ports, self._proof, self._open
        if proof is not None and opened is not None:
            edited = EditedUnit(document=opened.document, unit=opened.unit, value=opened.history.now, is_added=True)
            proof = proof.with_unit(edited)

        def work() -> tuple[Unit, ...]:
            stored = add_units(ports, units)
            if proof is not None:
                rest = sum(len(reading.units) for reading, _ in self._readings) - sum(e.is_added for e in proof.units)
                drop_proof(ports, proof.id) if rest <= 0 else keep_proof(ports, proof)
            return stored

        self._desk.jobs.run(work, lambda stored: self._on_added(stored, proof), self._desk.trouble)

    def _on_added(self, stored: tuple[Unit, ...], proof: Proof | None) -> None:
        names = stored[0].name if len(stored) == 1 else f"{len(stored)} units"
        refused = f". {count(len(self._refused), 'document')} gave no unit" if self._refused and proof is None else ""
        self._desk.say(f"Added: {names}{refused}")
        total = sum(len(reading.units) for reading, _ in self._readings)
        if proof is not None and sum(e.is_added for e in proof.units) < total:
            self._proof, self._open = proof, None
            self._show_found()
            return
        self._goal = None
        self._forget()
        self._desk.go(Goal(page=Page.UNITS, detail=stored[0].key))
