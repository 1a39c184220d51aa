"""Units for reading: every criterion in its own words, and every doubt; documents in, unit files out."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog

from assessor_app.domain.errors import KnownError
from assessor_app.domain.units import Outcome, Unit
from assessor_app.gui.desk import Desk, GivenDocument, Goal, Page
from assessor_app.gui.pages.unit_proof.choosing import ask_for_documents, given_documents
from assessor_app.gui.pages.units.model import BegunRow, CriterionText, OutcomeText, UnitRow, UnitsContent, UnitText
from assessor_app.gui.pages.units.view import UnitsView
from assessor_app.gui.words import count, doubts_in_words, matches, unit_words
from assessor_app.usecases.proof_unit import Proof, drop_proof, keep_proof, proofs
from assessor_app.usecases.set_up import unit_editions

NOT_GIVEN = "not given in the unit text"


@dataclass(frozen=True, slots=True)
class _Found:
    units: tuple[Unit, ...]
    proofs: tuple[Proof, ...]

    @property
    def begun(self) -> tuple[Proof, ...]:
        """Readings that are not finished."""
        return tuple(proof for proof in self.proofs if not proof.is_finished)

    def source_of(self, unit: Unit) -> Proof | None:
        """The last reading from which that unit was added, where its document is kept."""
        return next((proof for proof in reversed(self.proofs) if proof.added_as(unit.key)), None)


class UnitsPresenter:
    """Shows the list and the unit last chosen; a document that is given goes to the proofing page."""

    def __init__(self, view: UnitsView, desk: Desk) -> None:
        self._view = view
        self._desk = desk
        self._found = _Found((), ())
        self._open = ""
        view.opened.connect(self._on_opened)
        view.find_changed.connect(lambda _: self._show(self._found))
        view.choose_asked.connect(self._on_choose)
        view.files_given.connect(lambda paths: self._read(given_documents(paths)))
        view.text_pasted.connect(lambda text: self._read((GivenDocument(name="Pasted text.txt", text=text),)))
        view.go_on_asked.connect(lambda proof: desk.go(Goal(page=Page.UNIT_PROOF, subject=proof)))
        view.discard_asked.connect(self._on_discard)
        view.export_asked.connect(self._on_export)
        view.source_asked.connect(self._on_source)

    def open(self, goal: Goal) -> None:
        """Read the units; `goal.detail` may name one."""
        self._open = goal.detail or self._open
        self._refresh()

    def leave(self) -> None:
        """Nothing is typed here."""

    def _refresh(self) -> None:
        ports = self._desk.ports
        self._desk.jobs.run(lambda: _Found(unit_editions(ports), proofs(ports)), self._show)

    def _show(self, found: _Found) -> None:
        self._found, units = found, found.units
        places = {u.key: place for place, u in enumerate(units)}
        chosen = self._shown
        rows = tuple(
            UnitRow(
                id=u.key,
                place=places[u.key],
                letter=u.badge,
                title=u.title,
                detail=f"{u.awarding_body}, {len(u.outcomes)} outcomes, {len(u.criteria)} criteria",
                doubts=len(u.doubts),
            )
            for u in units
            if matches(self._view.find_field.text, unit_words(u))
        )
        begun = tuple(_begun(proof) for proof in found.begun)
        text = None
        if chosen is not None:
            text = _text(chosen, places[chosen.key], has_source=found.source_of(chosen) is not None)
        self._view.set_content(UnitsContent(units=rows, total=len(units), begun=begun, open_unit=text))

    def _on_opened(self, key: str) -> None:
        self._open = key
        self._show(self._found)

    # documents in

    def _on_choose(self) -> None:
        self._read(ask_for_documents(self._view))

    def _read(self, documents: tuple[GivenDocument, ...]) -> None:
        if documents:
            self._desk.go(Goal(page=Page.UNIT_PROOF, documents=documents))

    def _on_discard(self, proof: UUID) -> None:
        ports = self._desk.ports
        gone = next((p for p in self._found.begun if p.id == proof), None)
        if gone is None:
            return

        def put_back() -> None:
            self._desk.jobs.run(lambda: keep_proof(ports, gone), lambda _: self._refresh())

        def done(_: None) -> None:
            self._refresh()
            self._desk.say(f"No longer proofing {gone.documents[0].name}", put_back)

        self._desk.jobs.run(lambda: drop_proof(ports, proof), done)

    # unit files out

    @property
    def _shown(self) -> Unit | None:
        units = self._found.units
        return next((u for u in units if u.key == self._open), units[0] if units else None)

    def _on_source(self) -> None:
        unit = self._shown
        proof = self._found.source_of(unit) if unit is not None else None
        if unit is not None and proof is not None:
            self._desk.go(Goal(page=Page.UNIT_PROOF, subject=proof.id, detail=unit.key))

    def _on_export(self) -> None:
        unit = self._shown
        if unit is None:
            return
        name, _ = QFileDialog.getSaveFileName(self._view, "Export unit", f"{unit.key}.toml", "Unit file (*.toml)")
        if name:
            text, path = self._desk.ports.documents.unit_file_text(unit), Path(name)
            self._desk.jobs.run_slow(
                lambda: _write(path, text), lambda _: self._desk.say(f"Exported: {path.name}"), self._desk.trouble
            )


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise KnownError(
            "The unit file could not be written.",
            safe="The unit in your vault is as it was.",
            advice="Choose another folder, or make room on the disk.",
            code="unit-file-write",
        ) from error


def _begun(proof: Proof) -> BegunRow:
    first, more = proof.documents[0].name, len(proof.documents) - 1
    added = sum(e.is_added for e in proof.units)
    begun = len(proof.units) - added
    parts = [count(begun, "unit") + " begun" if begun else "", count(added, "unit") + " added" if added else ""]
    return BegunRow(
        id=proof.id,
        title=f"{first} and {more} more" if more else first,
        detail=", ".join(p for p in parts if p) or "not begun yet",
    )


def _text(unit: Unit, place: int, *, has_source: bool) -> UnitText:
    level = f"Level {unit.level}" if unit.level else ""
    return UnitText(
        id=unit.key,
        place=place,
        letter=unit.badge,
        title=unit.title,
        body=", ".join(part for part in (unit.awarding_body, level) if part),
        facts=_facts(unit),
        outcomes=tuple(_outcome(o) for o in unit.outcomes),
        notes=(*unit.assessment, *unit.evidence_requirements, *(unit.guidance or ()), *unit.notes),
        doubts=doubts_in_words(unit.doubts),
        doubt_count=len(unit.doubts),
        regime=_regime(unit),
        has_source=has_source,
    )


def _facts(unit: Unit) -> tuple[tuple[str, str], ...]:
    nos = ", ".join(f"{n.code} {n.title}".strip() for n in unit.nos)
    skills = ", ".join(f"{s.standard}: {s.skill}" for s in unit.functional_skills)
    sizes = [size or "-" for size in (unit.level, unit.credit, unit.glh)]
    facts = [
        ("Title", unit.title_source or ""),
        ("Number", unit.number or NOT_GIVEN),
        ("Ofqual reference", unit.reference or NOT_GIVEN),
        ("Level, credit, GLH", ", ".join(sizes) if unit.level else NOT_GIVEN),
        ("Expired" if unit.expiry else "", f"{unit.expiry:%d/%m/%Y}" if unit.expiry else ""),
        ("Purpose", unit.purpose),
        ("Owner", unit.owner or ""),
        ("Assessment strategy", unit.assessment_strategy or ""),
        ("NOS", nos),
        ("Functional skills", skills),
        ("Simulation", "not offered: workplace assessment is required" if unit.requires_workplace else ""),
    ]
    return tuple((label, value) for label, value in facts if label and value)


def _outcome(outcome: Outcome) -> OutcomeText:
    kind = f" ({outcome.kind.value})" if outcome.kind else ""
    criteria = [CriterionText(number=c.number, text=c.text, note=c.guidance) for c in outcome.criteria]
    if outcome.guidance and criteria:
        first = criteria[0]
        criteria[0] = CriterionText(number=first.number, text=first.text, guidance=outcome.guidance, note=first.note)
    return OutcomeText(number=outcome.number, text=outcome.text + kind, criteria=tuple(criteria))


def _regime(unit: Unit) -> str:
    regime = unit.regime
    if regime is None:
        return "The unit text does not say how it is signed off. You decide once for each candidate; it is recorded."
    checked = f", {regime.quality_assurance.value}" if regime.quality_assurance else ""
    return (
        f"Signed off on the {regime.record_form.value}{checked}. "
        f"The line manager or owner/manager signs: {regime.manager_signature.value}."
    )
