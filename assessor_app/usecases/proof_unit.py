"""A reading in progress: documents that were read, and what a person changed in their units before adding them.

The documents are kept encrypted, the changes as a draft; the document's text is read again from the kept bytes, so a
draft stays small. When every unit was added the proofing is over but stays: a doubt that was taken along can be settled
beside its source later. Refuses nothing: what may be added is `add_unit`'s business.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from assessor_app.domain.reading import FieldName, Reading, ReadUnit
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
        records.put_begun(KIND, proof.id, proof)


def drop_proof(ports: Ports, proof: UUID) -> None:
    """The proofing is given up."""
    with ports.store.drafting() as records:
        records.drop_draft(KIND, proof)


def open_proof(ports: Ports, proof: UUID) -> Proof | None:
    """The proofing as it was last kept; None where it is over; KnownError where it cannot be read."""
    with ports.store.reading() as records:
        return records.begun(KIND, proof, Proof)


def proofs(ports: Ports) -> tuple[Proof, ...]:
    """Every reading, finished ones too, the oldest first; one that another version kept stays and is not listed."""
    with ports.store.reading() as records:
        return records.all_begun(KIND, Proof)


def aligned(proof: Proof, readings: Sequence[Reading]) -> tuple[Proof, tuple[Reading, ...]]:
    """The proof and its documents as they are read today, which a newer program may read otherwise.

    A unit that was changed is found again by its reference, its title or a criterion of it. One that is no longer
    read is put behind the others as it was left: what a person did is not lost.
    """
    units = [list(reading.units) for reading in readings]
    taken: set[tuple[int, int]] = set()
    edited = []
    for one in proof.units:
        there = units[one.document]
        places = sorted(range(len(there)), key=lambda place: place != one.unit)
        free = (p for p in places if (one.document, p) not in taken and _is_same(one.value, there[p]))
        place = next(free, None)
        if place is None:
            there.append(one.value)
            place = len(there) - 1
        taken.add((one.document, place))
        edited.append(replace(one, unit=place))
    read = tuple(replace(reading, units=tuple(there)) for reading, there in zip(readings, units, strict=True))
    return replace(proof, units=tuple(edited)), read


def _is_same(one: ReadUnit, other: ReadUnit) -> bool:
    for name in (FieldName.REFERENCE, FieldName.TITLE):
        if one.value(name) and one.value(name) == other.value(name):
            return True
    return bool({c.text for c in one.criteria} & {c.text for c in other.criteria})
