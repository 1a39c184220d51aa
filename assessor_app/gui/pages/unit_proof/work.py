"""What lies on the proofing page: the documents that were read, the unit that is open, and what would be added of it.

Values and bookkeeping alone: no widget, no vault.
"""

from dataclasses import dataclass, field, replace

from assessor_app.domain.reading import FieldName, Reading, ReadUnit, to_unit
from assessor_app.domain.reading_edits import edit_field
from assessor_app.domain.unit_differences import as_edition_of, same_unit
from assessor_app.domain.units import Doubt, ManagerRule, QualityAssurance, RecordForm, Regime, Unit
from assessor_app.gui.pages.unit_proof.content import (
    found_file,
    found_unit,
    missing_words,
    proof_content,
    review_content,
)
from assessor_app.gui.pages.unit_proof.history import History
from assessor_app.gui.pages.unit_proof.model import FoundContent, ProofContent, ReviewContent
from assessor_app.usecases.proof_unit import EditedUnit, Proof

DECIDED = "decided when the unit was added"
TYPED_BODY = "The document does not give it here; it is what another unit of the same document has."
TYPED_TITLE = "typed when the unit was added"


@dataclass(frozen=True, slots=True)
class OpenUnit:
    """The unit that is being proofed: its document, its number in it (both from 0), how it was read, its history."""

    document: int
    number: int
    reading: Reading
    history: History[ReadUnit]

    @property
    def as_read(self) -> ReadUnit:
        """Before anything was corrected."""
        return self.reading.units[self.number]

    def edited(self, typing: ReadUnit | None = None) -> EditedUnit:
        """As it is kept; `typing` is the unit with what stands in an editor that is still open."""
        value = typing if typing is not None else self.history.now
        return EditedUnit(document=self.document, unit=self.number, value=value)

    def added(self, key: str) -> EditedUnit:
        """As it is kept when it was added under `key`."""
        return replace(self.edited(), is_added=True, key=key)

    def content(self) -> ProofContent:
        """As it is shown."""
        history = self.history
        return proof_content(history.now, self.reading.file, undo=history.undo_words, redo=history.redo_words)

    def as_unit(self) -> Unit:
        """The unit that would be added."""
        now = self.history.now
        title = now.value(FieldName.TITLE)
        typed = title is not None and title != self.as_read.value(FieldName.TITLE)
        return to_unit(now, source_document=self.reading.file, title_source=TYPED_TITLE if typed else "")

    def decide(self, form: str, manager: str, quality: str) -> None:
        """How it is signed off, by the names of the choices; the document's own words stay where nothing differs."""
        regime = None
        if form:
            regime = Regime(
                record_form=RecordForm[form],
                manager_signature=ManagerRule[manager],
                quality_assurance=QualityAssurance[quality] if quality else None,
                source=DECIDED,
            )
            read = self.as_read.regime
            if read is not None and replace(regime, source=read.source) == read:
                regime = read
        self.history.step("the choice of how it is signed off", replace(self.history.now, regime=regime))


@dataclass(slots=True)
class Work:
    """`held` are the vault's units; `files` are unit files by name, which have no document to compare them with.

    `file` is the number of the one under review, `added_files` of those that are in the vault now.
    `typing` is the open unit with what is being typed into it and was not entered yet.
    """

    readings: tuple[tuple[Reading, bytes], ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    proof: Proof | None = None
    opened: OpenUnit | None = None
    typing: ReadUnit | None = None
    files: tuple[tuple[str, Unit], ...] = ()
    file: int | None = None
    added_files: frozenset[int] = frozenset()
    held: tuple[Unit, ...] = field(default=())

    @property
    def is_begun(self) -> bool:
        """Whether there is something to go on with."""
        return self.proof is not None or bool(self.files)

    @property
    def unit_file(self) -> Unit | None:
        """The unit of the file under review."""
        return self.files[self.file][1] if self.file is not None else None

    @property
    def only_file(self) -> bool:
        """Whether one unit file is all there is to say."""
        return len(self.files) == 1 and not self.readings and not self.refused

    @property
    def is_over(self) -> bool:
        """Whether everything that was found is in the vault now."""
        return (self.proof is None or self.proof.is_finished) and len(self.added_files) == len(self.files)

    @property
    def only_unit(self) -> tuple[int, int] | None:
        """Numbers of document and unit, where there is but one to choose from and nothing to say beside it."""
        places = [(d, u) for d, (reading, _) in enumerate(self.readings) for u in range(len(reading.units))]
        return places[0] if len(places) == 1 and not self.refused and not self.files else None

    def open_unit(self, document: int, number: int) -> OpenUnit:
        """The unit as it was last corrected; the one that is open already keeps its undo."""
        opened = self.opened
        if opened is None or (opened.document, opened.number) != (document, number):
            reading = self.readings[document][0]
            edited = self.proof.unit(document, number) if self.proof is not None else None
            value = edited.value if edited is not None else self._with_typed_body(document, reading.units[number])
            history = History(value)
            self.opened = opened = OpenUnit(document, number, reading, history)
        return opened

    def _with_typed_body(self, document: int, unit: ReadUnit) -> ReadUnit:
        """Units of one document have one awarding body: what was typed for one is put into the next, with a doubt."""
        others = [e.value for e in self.proof.units if e.document == document] if self.proof is not None else []
        typed = next((body for other in others if (body := other.value(FieldName.AWARDING_BODY))), None)
        if typed is None or unit.value(FieldName.AWARDING_BODY):
            return unit
        doubt = Doubt(where=FieldName.AWARDING_BODY.value, reason=TYPED_BODY)
        changed = edit_field(unit, FieldName.AWARDING_BODY, typed)
        return replace(changed, doubts=(*changed.doubts, doubt))

    def found(self) -> FoundContent:
        """The units to choose from."""
        units = []
        for d, (reading, _) in enumerate(self.readings):
            for u, unit in enumerate(reading.units):
                edited = self.proof.unit(d, u) if self.proof is not None else None
                value = edited.value if edited is not None else unit
                added = edited is not None and edited.is_added
                units.append(found_unit(reading, d, u, value, added=added, begun=edited is not None and not added))
        units += [found_file(name, n, unit, added=n in self.added_files) for n, (name, unit) in enumerate(self.files)]
        title = f"{len(units)} units found" if len(units) != 1 else "One unit found"
        return FoundContent(title=title, units=tuple(units), refused=self.refused)

    def after_adding(self, key: str) -> Proof | None:
        """The proof when the open unit was added under `key`; None where a unit file was, which has none."""
        if self.proof is None or self.opened is None or self.file is not None:
            return None
        proof = self.proof.with_unit(self.opened.added(key))
        all_units = sum(len(reading.units) for reading, _ in self.readings)
        return replace(proof, is_finished=sum(e.is_added for e in proof.units) >= all_units)

    def to_add(self) -> Unit | None:
        """The unit under review, under the key of the one it is an edition of; a unit file says everything itself."""
        unit = self.unit_file if self.unit_file is not None else self.opened.as_unit() if self.opened else None
        held = same_unit(self.held, unit) if unit is not None else None
        if unit is None or held is None:
            return unit
        return replace(unit, key=held.key) if self.unit_file is not None else as_edition_of(held, unit)

    def review(self) -> ReviewContent | None:
        """The last look before it is added."""
        unit = self.to_add()
        if unit is None:
            return None
        is_file = self.unit_file is not None
        why_not = "" if is_file or self.opened is None else missing_words(self.opened.history.now)
        return review_content(unit, same_unit(self.held, unit), why_not=why_not, may_decide=not is_file)
