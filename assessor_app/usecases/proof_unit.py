"""A reading in progress: documents that were read, and what a person changed in their units before adding them.

The documents are kept encrypted, the changes as a draft; the document's text is read again from the kept bytes, so a
draft stays small. When every unit was added the proofing is over but stays: a doubt that was taken along can be settled
beside its source later. Refuses nothing: what may be added is `add_unit`'s business.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID

from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.errors import KnownError
from assessor_app.domain.reading import FieldName, ReadCriterion, ReadField, ReadOutcome, ReadUnit
from assessor_app.domain.units import Doubt, ManagerRule, OutcomeKind, QualityAssurance, RecordForm, Regime
from assessor_app.usecases.ports import Ports

KIND = "unit reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofDocument:
    """A document by its name and the hash under which it is kept."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedUnit:
    """Unit number `unit` (from 0) of document number `document`, as last changed; `key`: under which it was added."""

    document: int
    unit: int
    value: ReadUnit
    is_added: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The reading in progress; units that were not touched are not in it. `is_finished`: every unit was added."""

    id: UUID
    documents: tuple[ProofDocument, ...]
    units: tuple[EditedUnit, ...] = ()
    is_finished: bool = False

    def unit(self, document: int, unit: int) -> EditedUnit | None:
        """What was changed in that unit, or None."""
        return next((e for e in self.units if (e.document, e.unit) == (document, unit)), None)

    def with_unit(self, edited: EditedUnit) -> "Proof":
        """The proof with that unit as it now is; a unit that was added stays so while it is changed again."""
        before = self.unit(edited.document, edited.unit)
        if before is not None and before.is_added and not edited.is_added:
            edited = replace(edited, is_added=True, key=before.key)
        others = (e for e in self.units if (e.document, e.unit) != (edited.document, edited.unit))
        return replace(self, units=(*others, edited))

    def added_as(self, key: str) -> EditedUnit | None:
        """The unit that was added under that key, or None."""
        return next((e for e in self.units if e.is_added and e.key == key), None)


def begin_proof(ports: Ports, documents: Sequence[tuple[str, bytes]]) -> Proof:
    """Keep the documents (name and bytes) encrypted and note that they are being proofed."""
    kept = tuple(ProofDocument(name=name, sha256=ports.files.keep(data)) for name, data in documents)
    proof = Proof(id=ports.new_id(), documents=kept)
    keep_proof(ports, proof)
    return proof


def keep_proof(ports: Ports, proof: Proof) -> None:
    """Note how far the proofing has come."""
    with ports.store.drafting() as records:
        records.put_draft(KIND, proof.id, canonical_json(proof).decode())


def drop_proof(ports: Ports, proof: UUID) -> None:
    """The proofing is given up."""
    with ports.store.drafting() as records:
        records.drop_draft(KIND, proof)


def open_proof(ports: Ports, proof: UUID) -> Proof | None:
    """The proofing as it was last kept; None where it is over; KnownError where it cannot be read."""
    with ports.store.reading() as records:
        body = records.draft(KIND, proof)
    return _read(body) if body is not None else None


def proofs(ports: Ports) -> tuple[Proof, ...]:
    """Every reading, finished ones too, the oldest first; one that another version kept stays and is not listed."""
    found = []
    with ports.store.reading() as records:
        for _, body in records.drafts(KIND):
            with suppress(KnownError):
                found.append(_read(body))
    return tuple(found)


def _read(body: str) -> Proof:
    try:
        return _proof(json.loads(body))
    except (KeyError, TypeError, ValueError) as error:
        raise KnownError(
            "This proofing was kept in a form that this version does not read.",
            safe="It stays where it is.",
            advice="Read the document again.",
            code="proof-unreadable",
        ) from error


def _proof(plain: dict) -> Proof:  # type: ignore[type-arg]  # what json.loads gives
    return Proof(
        id=UUID(plain["id"]),
        documents=tuple(ProofDocument(name=d["name"], sha256=d["sha256"]) for d in plain["documents"]),
        units=tuple(
            EditedUnit(
                document=e["document"],
                unit=e["unit"],
                value=_unit(e["value"]),
                is_added=e["is_added"],
                key=e.get("key", ""),
            )
            for e in plain["units"]
        ),
        is_finished=plain.get("is_finished", False),
    )


def _unit(plain: dict) -> ReadUnit:  # type: ignore[type-arg]  # what json.loads gives
    return ReadUnit(
        fields=tuple(
            ReadField(name=FieldName(f["name"]), value=f["value"], pieces=tuple(f["pieces"])) for f in plain["fields"]
        ),
        outcomes=tuple(_outcome(o) for o in plain["outcomes"]),
        doubts=tuple(Doubt(where=d["where"], reason=d["reason"]) for d in plain["doubts"]),
        regime=_regime(plain["regime"]) if plain["regime"] else None,
        requires_workplace=plain["requires_workplace"],
    )


def _outcome(plain: dict) -> ReadOutcome:  # type: ignore[type-arg]  # what json.loads gives
    return ReadOutcome(
        number=plain["number"],
        text=plain["text"],
        criteria=tuple(
            ReadCriterion(
                number=c["number"],
                text=c["text"],
                sub_points=tuple(c["sub_points"]),
                mark=c["mark"],
                guidance=c["guidance"],
                pieces=tuple(c["pieces"]),
            )
            for c in plain["criteria"]
        ),
        kind=OutcomeKind(plain["kind"]) if plain["kind"] else None,
        guidance=plain["guidance"],
        pieces=tuple(plain["pieces"]),
    )


def _regime(plain: dict) -> Regime:  # type: ignore[type-arg]  # what json.loads gives
    quality = plain["quality_assurance"]
    return Regime(
        record_form=RecordForm(plain["record_form"]),
        manager_signature=ManagerRule(plain["manager_signature"]),
        internally_assessed=plain["internally_assessed"],
        quality_assurance=QualityAssurance(quality) if quality else None,
        source=plain["source"],
    )
