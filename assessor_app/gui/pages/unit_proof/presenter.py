"""From a document to a unit in the vault: read, choose, compare and correct, review, add.

What was corrected is a draft within a second, so it survives leaving the page, locking and a crash. Undo keeps the old
values. Nothing is added before the person says so; doubts do not block it and stay with the unit.
"""

from uuid import UUID

from PySide6.QtCore import QTimer

from assessor_app.domain.errors import KnownError
from assessor_app.domain.reading import DocumentKind, FieldName, Reading
from assessor_app.domain.units import Unit
from assessor_app.gui.desk import Desk, Goal, Page
from assessor_app.gui.pages.unit_proof.choosing import ask_for_documents
from assessor_app.gui.pages.unit_proof.content import row_from, rows_of
from assessor_app.gui.pages.unit_proof.corrections import Correction, correct
from assessor_app.gui.pages.unit_proof.gathering import Gathered, Watching, gather
from assessor_app.gui.pages.unit_proof.model import ProofRow, RowKind, Spot
from assessor_app.gui.pages.unit_proof.view import Part, UnitProofView
from assessor_app.gui.pages.unit_proof.work import Work
from assessor_app.gui.pdf_rendering import PdfFeed
from assessor_app.gui.pending import Pending
from assessor_app.gui.words import clock
from assessor_app.usecases.add_unit import add_units
from assessor_app.usecases.proof_unit import Proof, aligned, begin_proof, keep_proof, open_proof

_Documents = list[tuple[str, bytes]]


class UnitProofPresenter:
    """One reading at a time; going on with the one that is open keeps its undo."""

    def __init__(self, view: UnitProofView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._goal: Goal | None = None
        self._watching: Watching | None = None
        self._round = 0
        self._work = Work()
        self._feed = PdfFeed(view.proof.source.pages, desk.jobs, desk.trouble)
        self._pending = Pending(self._keep, view)
        view.reading.cancel_asked.connect(self._on_cancel)
        view.found.unit_chosen.connect(self._show_proof)
        view.found.file_chosen.connect(self._on_file)
        view.found.back_asked.connect(self._to_units)
        view.found.other_asked.connect(self._on_other)
        proof, review = view.proof, view.review
        proof.back_asked.connect(self._on_back_from_proof)
        proof.go_on_asked.connect(self._on_review)
        proof.asked.connect(self._on_asked)
        proof.typed.connect(self._on_typed)
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
        proof = self._work.proof
        same = is_bare or goal is self._goal or (proof is not None and goal.subject == proof.id)
        if same and self._work.is_begun:
            self._resume(goal.detail)
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
            self._desk.jobs.run(
                lambda: self._load(subject), lambda loaded: self._on_loaded(loaded, goal.detail), self._on_lost
            )
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
        self._work = Work(readings=found.readings, refused=found.refused, files=found.files)
        if found.readings:
            documents = [(reading.file, data) for reading, data in found.readings]
            ports = self._desk.ports
            self._desk.jobs.run(lambda: begin_proof(ports, documents), self._on_begun, self._desk.trouble)
        else:
            self._resume("")

    def _on_begun(self, proof: Proof) -> None:
        self._work.proof = proof
        self._resume("")

    def _load(self, subject: UUID) -> tuple[Proof, _Documents] | None:
        proof, files = open_proof(self._desk.ports, subject), self._desk.ports.files
        return (proof, [(d.name, files.read(d.sha256)) for d in proof.documents]) if proof is not None else None

    def _on_loaded(self, loaded: tuple[Proof, _Documents] | None, key: str) -> None:
        if loaded is None:
            self._to_units()
            return
        proof, documents = loaded
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
                found, read = aligned(proof, [reading for reading, _ in readings])
                self._work = Work(readings=tuple(zip(read, (data for _, data in readings), strict=True)), proof=found)
                self._resume(key)

        self._desk.jobs.run_slow(read, done, lambda error: self._on_stopped(error, now))

    def _on_lost(self, error: KnownError) -> None:
        self._on_stopped(error, self._round)

    def _resume(self, key: str) -> None:
        """Goes on where the person was, or with the unit that was added under `key`."""
        work, only = self._work, self._work.only_unit
        added = work.proof.added_as(key) if work.proof is not None else None
        if work.only_file:
            self._on_file(0)
        elif added is not None:
            self._show_proof(added.document, added.unit)
        elif work.opened is not None:
            self._show_proof(work.opened.document, work.opened.number)
        elif only is not None:
            self._show_proof(*only)
        else:
            self._show_found()

    def _units(self) -> tuple[Unit, ...]:
        with self._desk.ports.store.reading() as records:
            return records.units()

    # choosing

    def _show_found(self) -> None:
        self._view.found.set_content(self._work.found())
        self._view.show_part(Part.FOUND)

    def _on_file(self, number: int) -> None:
        self._work.file = number
        self._desk.jobs.run(self._units, self._on_units, self._desk.trouble)

    def _on_other(self) -> None:
        documents = ask_for_documents(self._view)
        if documents:
            self._desk.go(Goal(page=Page.UNIT_PROOF, documents=documents))

    def _to_units(self) -> None:
        self._desk.go(Goal(page=Page.UNITS))

    # proofing

    def _show_proof(self, document: int, unit: int) -> None:
        self._work.file = None
        reading, data = self._work.readings[document]
        opened = self._work.open_unit(document, unit)
        self._view.show_part(Part.PROOF)
        self._view.proof.set_reading(reading, opened.content())
        if reading.kind is DocumentKind.PDF:
            self._feed.show(data)
        if self._pending.waits:
            self._view.proof.saved.show_saving()
        elif self._work.proof is not None:
            self._view.proof.saved.show_saved("")

    def _on_moved(self, row: ProofRow) -> None:
        self._view.proof.source.show_pieces(row.pieces)

    def _on_piece_chosen(self, piece: int) -> None:
        opened = self._work.opened
        if opened is None:
            return
        row = row_from(rows_of(opened.history.now), piece)
        if row is None:
            self._view.proof.say("Nothing of the unit came from there.", is_refusal=True)
        else:
            self._view.proof.say("")
            self._view.proof.reveal(row.spot)

    def _on_asked(self, correction: Correction, text: str, at: int) -> None:
        opened, row = self._work.opened, self._view.proof.rows.current
        if opened is None or row is None:
            return
        history = opened.history
        try:
            value, spot = correct(history.now, row.spot, correction, text, at)
        except ValueError as error:
            self._view.proof.rows.begin_again(correction, text)
            self._view.proof.say(str(error), is_refusal=True)
            return
        history.step(correction.undo_word, value)
        self._view.proof.say("")
        self._show_edited(spot)
        if correction is Correction.ADD:
            self._view.proof.rows.begin(Correction.EDIT)

    def _on_typed(self, correction: Correction, text: str) -> None:
        """What stands in the editor is kept as it grows; half a number or date waits until it is one."""
        opened, row = self._work.opened, self._view.proof.rows.current
        if opened is None or row is None:
            return
        try:
            self._work.typing, _ = correct(opened.history.now, row.spot, correction, text)
        except ValueError:
            return
        self._view.proof.saved.show_saving()
        self._pending.touch()

    def _on_abandoned(self) -> None:
        self._on_history(back=True)

    def _on_history(self, *, back: bool) -> None:
        opened, row = self._work.opened, self._view.proof.rows.current
        if opened is None:
            return
        history = opened.history
        words = history.undo() if back else history.redo()
        if words:
            self._view.proof.say(f"{'Undone' if back else 'Done again'}: {words}.")
            self._show_edited(row.spot if row is not None else None)

    def _show_edited(self, spot: Spot | None) -> None:
        self._work.typing = None
        if self._work.opened is not None:
            self._view.proof.set_content(self._work.opened.content(), spot)
        self._view.proof.saved.show_saving()
        self._pending.touch()

    def _on_back_from_proof(self) -> None:
        self._view.proof.rows.finish_editing()
        self._pending.flush()
        if self._work.only_unit is not None:
            self._to_units()
        else:
            self._show_found()

    # keeping

    def _keep(self) -> None:
        opened, proof = self._work.opened, self._work.proof
        if opened is None or proof is None:
            return
        self._work.proof = kept = proof.with_unit(opened.edited(self._work.typing))
        at = clock(self._desk.ports.now())

        def failed(error: KnownError) -> None:
            self._view.proof.saved.show_failed(error.what)

        self._desk.jobs.run(
            lambda: keep_proof(self._desk.ports, kept), lambda _: self._view.proof.saved.show_saved(at), failed
        )

    def _forget(self) -> None:
        self._pending.flush()
        self._work = Work()
        self._feed.close()
        self._view.proof.source.forget()

    # reviewing and adding

    def _on_review(self) -> None:
        self._view.proof.rows.finish_editing()
        self._pending.flush()
        self._desk.jobs.run(self._units, self._on_units, self._desk.trouble)

    def _on_units(self, held: tuple[Unit, ...]) -> None:
        self._work.held = held
        self._show_review()

    def _show_review(self) -> None:
        content = self._work.review()
        if content is not None:
            self._view.review.set_content(content)
            self._view.show_part(Part.REVIEW)

    def _on_regime(self, form: str, manager: str, quality: str) -> None:
        if self._work.opened is not None:
            self._work.opened.decide(form, manager, quality)
            self._pending.touch()
            content = self._work.review()
            if content is not None:
                self._view.review.set_content(content)

    def _on_back_from_review(self) -> None:
        self._pending.flush()
        opened = self._work.opened
        if self._work.file is not None or opened is None:
            self._work.file = None
            self._to_units() if self._work.only_file else self._show_found()
            return
        self._show_proof(opened.document, opened.number)
        missing = [n for n in (FieldName.TITLE, FieldName.AWARDING_BODY) if not opened.history.now.value(n)]
        if missing:
            self._view.proof.rows.go_to(Spot(kind=RowKind.FIELD, field=missing[0]))

    def _on_add(self) -> None:
        unit, work, ports = self._work.to_add(), self._work, self._desk.ports
        if unit is None:
            return
        self._pending.flush()

        def add() -> tuple[Unit, Proof | None]:
            (stored,) = add_units(ports, (unit,))
            proof = work.after_adding(stored.key)
            if proof is not None:
                keep_proof(ports, proof)
            return stored, proof

        self._desk.jobs.run(add, lambda added: self._on_added(*added), self._desk.trouble)

    def _on_added(self, stored: Unit, proof: Proof | None) -> None:
        self._desk.say(f"Added: {stored.name}")
        work = self._work
        if proof is not None:
            work.proof, work.opened = proof, None
        elif work.file is not None:
            work.added_files |= {work.file}
            work.file = None
        if not work.is_over:
            self._show_found()
            return
        self._goal = None
        self._forget()
        self._desk.go(Goal(page=Page.UNITS, detail=stored.key))
