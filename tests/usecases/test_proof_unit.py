"""A reading in progress comes back as it was kept, whatever was in it, also after a restart."""

from dataclasses import replace
from pathlib import Path

import pytest

from assessor_app.domain.errors import KnownError
from assessor_app.domain.reading import (
    DocumentKind,
    FieldName,
    ReadCriterion,
    ReadField,
    Reading,
    ReadOutcome,
    ReadUnit,
)
from assessor_app.unit_reader.read import read_document
from assessor_app.usecases.proof_unit import (
    KIND,
    EditedUnit,
    Proof,
    aligned,
    begin_proof,
    drop_proof,
    keep_proof,
    open_proof,
    proofs,
)
from tests.desk import Desk

SEEDS = sorted((Path(__file__).parents[1] / "unit_reader" / "seeds").glob("*.txt"))


def document(path: Path) -> tuple[str, bytes]:
    return path.name, path.read_bytes()


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name[:3])
def test_proof_kept_and_opened_after_a_restart_is_the_same(desk: Desk, path: Path) -> None:
    name, data = document(path)
    reading = read_document(data, name, progress=lambda *_: None, cancelled=lambda: False)
    proof = begin_proof(desk.ports, [(name, data)])
    odd = ReadOutcome(number="9", text="x", criteria=(ReadCriterion(number="9.1", text="\u201cy\u201d", mark="P1"),))
    value = replace(reading.units[0], outcomes=(*reading.units[0].outcomes, odd))
    proof = proof.with_unit(EditedUnit(document=0, unit=0, value=value))
    keep_proof(desk.ports, proof)
    desk.restart()
    assert open_proof(desk.ports, proof.id) == proof
    assert desk.ports.files.read(proof.documents[0].sha256) == data


def test_proof_that_is_over_is_no_longer_listed(desk: Desk) -> None:
    first = begin_proof(desk.ports, [("a.txt", b"a")])
    second = begin_proof(desk.ports, [("b.txt", b"b"), ("c.txt", b"c")])
    assert proofs(desk.ports) == (first, second)
    drop_proof(desk.ports, first.id)
    assert proofs(desk.ports) == (second,)
    assert open_proof(desk.ports, first.id) is None


def test_unit_edited_twice_is_held_once(desk: Desk) -> None:
    name, data = document(SEEDS[0])
    unit = read_document(data, name, progress=lambda *_: None, cancelled=lambda: False).units[0]
    proof = begin_proof(desk.ports, [(name, data)])
    proof = proof.with_unit(EditedUnit(document=0, unit=0, value=unit))
    proof = proof.with_unit(EditedUnit(document=0, unit=0, value=replace(unit, doubts=()), is_added=True))
    found = proof.unit(0, 0)
    assert len(proof.units) == 1
    assert found is not None
    assert found.is_added


def test_proof_of_another_version_stays_stored_and_hides_no_other(desk: Desk) -> None:
    good = begin_proof(desk.ports, [("a.txt", b"a")])
    odd = desk.ports.new_id()
    with desk.ports.store.drafting() as records:
        records.put_draft(KIND, odd, '{"id": "' + str(odd) + '", "pages": []}')
    assert proofs(desk.ports) == (good,)
    with pytest.raises(KnownError, match="stays where it is"):
        open_proof(desk.ports, odd)
    with desk.ports.store.reading() as records:
        assert records.draft(KIND, odd) is not None


def test_added_unit_that_is_changed_again_is_still_the_added_one(desk: Desk) -> None:
    name, data = document(SEEDS[0])
    unit = read_document(data, name, progress=lambda *_: None, cancelled=lambda: False).units[0]
    proof = begin_proof(desk.ports, [(name, data)])
    proof = proof.with_unit(EditedUnit(document=0, unit=0, value=unit, is_added=True, key="a-unit"))
    keep_proof(desk.ports, replace(proof, is_finished=True))
    (kept,) = proofs(desk.ports)
    assert kept.is_finished
    again = kept.with_unit(EditedUnit(document=0, unit=0, value=replace(unit, doubts=())))
    found = again.added_as("a-unit")
    assert found is not None
    assert found.value.doubts == ()
    assert kept.added_as("another") is None


def test_proof_that_an_older_version_kept_is_read(desk: Desk) -> None:
    older = desk.ports.new_id()
    with desk.ports.store.drafting() as records:
        body = '{"id": "' + str(older) + '", "documents": [{"name": "a.txt", "sha256": "00"}], "units": []}'
        records.put_draft(KIND, older, body)
    (proof,) = proofs(desk.ports)
    assert not proof.is_finished


def read_again(*units: ReadUnit) -> Reading:
    return Reading(file="a.txt", kind=DocumentKind.TEXT, pages=(), units=units)


def unit_of(title: str | None, *criteria: str) -> ReadUnit:
    outcome = ReadOutcome(
        number="1",
        text="Know it",
        criteria=tuple(ReadCriterion(number=f"1.{n}", text=t) for n, t in enumerate(criteria, 1)),
    )
    return ReadUnit(fields=(ReadField(name=FieldName.TITLE, value=title),), outcomes=(outcome,))


def proof_with(desk: Desk, *edited: EditedUnit) -> Proof:
    proof = begin_proof(desk.ports, [("a.txt", b"a")])
    for one in edited:
        proof = proof.with_unit(one)
    return proof


def test_document_read_as_before_leaves_the_proof_as_it_is(desk: Desk) -> None:
    bread, tyres = unit_of("Bread", "Weigh flour"), unit_of("Tyres", "Fit a tyre")
    proof = proof_with(desk, EditedUnit(document=0, unit=1, value=replace(tyres, doubts=())))
    assert aligned(proof, [read_again(bread, tyres)]) == (proof, (read_again(bread, tyres),))


def test_unit_that_a_newer_reader_finds_at_another_place_is_found_again(desk: Desk) -> None:
    bread, tyres = unit_of("Bread", "Weigh flour", "Knead it"), unit_of("Tyres", "Fit a tyre")
    renamed = unit_of("Bread, as I call it", "Weigh flour", "Knead it well")
    proof = proof_with(desk, EditedUnit(document=0, unit=0, value=renamed, is_added=True, key="bread"))
    found, (reading,) = aligned(proof, [read_again(tyres, bread)])
    assert [(e.unit, e.key) for e in found.units] == [(1, "bread")]
    assert reading.units == (tyres, bread)


def test_unit_that_a_newer_reader_no_longer_finds_stays_as_it_was_left(desk: Desk) -> None:
    bread, tyres = unit_of("Bread", "Weigh flour"), unit_of("Tyres", "Fit a tyre")
    proof = proof_with(desk, EditedUnit(document=0, unit=0, value=bread), EditedUnit(document=0, unit=1, value=tyres))
    found, (reading,) = aligned(proof, [read_again(tyres)])
    assert {e.unit: e.value for e in found.units} == {1: bread, 0: tyres}
    assert reading.units == (tyres, bread)
    nothing = aligned(proof, [read_again()])
    assert nothing[1][0].units == (bread, tyres)
