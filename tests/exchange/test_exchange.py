"""Enrolment, export, import and receipt as people do them: what is accepted and refused, and that nothing doubles."""

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assessor_app.domain.errors import KnownError
from assessor_app.domain.exchange import BundleKind, Direction, PeerState, Standing
from assessor_app.domain.sheets import SheetState
from assessor_app.domain.watch import Watch
from assessor_app.usecases.centre_report import centre_report
from assessor_app.usecases.enrol import (
    confirm_words,
    enrol_device,
    read_enrolment,
    read_request,
    revoke_device,
    words_of_centre,
    write_request,
)
from assessor_app.usecases.exchange_state import (
    Progress,
    archivable,
    archive_candidate,
    bring_back_candidate,
    exchange_state,
)
from assessor_app.usecases.export_bundle import plan_export, write_export
from assessor_app.usecases.import_bundle import import_bundle
from assessor_app.usecases.keep_evidence import remove_evidence
from assessor_app.usecases.observe import start_observation
from assessor_app.usecases.receipts import settle_conflict, take_receipt, write_receipt
from assessor_app.usecases.sample_data import add_sample_data
from assessor_app.usecases.sign_sheet import void_sheet
from tests.desk import Desk, open_desk
from tests.exchange.offices import copy_of, enrol, open_office
from tests.exchange.work import new_candidate, photo, rename, sealed_sheet, visit


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    with open_office(tmp_path / "office") as desk:
        yield desk


@pytest.fixture
def laptop(tmp_path: Path, office: Desk) -> Iterator[Desk]:
    with open_desk(tmp_path / "laptop") as desk:
        enrol(desk.ports, office.ports, tmp_path)
        yield desk


def send(laptop: Desk, folder: Path, name: str = "export") -> Path:
    path = folder / f"{name}.asice.age"
    write_export(laptop.ports, plan_export(laptop.ports), path)
    return path


def answer(laptop: Desk, office: Desk, folder: Path, name: str = "receipt") -> None:
    path = folder / f"{name}.asice.age"
    with office.ports.store.reading() as records:
        peer = records.exchange.peer(laptop.ports.exchange.key)
    assert peer is not None
    write_receipt(office.ports, peer, path)
    take_receipt(laptop.ports, path)


def states(desk: Desk) -> dict[str, Progress]:
    return {item.title: item.progress for item in exchange_state(desk.ports).items}


def everything(desk: Desk) -> str:
    """All that a centre holds, in one text."""
    with desk.ports.store.reading() as records:
        kinds = ("candidate", "enrolment", "observation", "evidence", "sheet", "sheet_status", "signature", "file")
        rows = [repr(r) for kind in kinds for r in records.exchange.received(kind)]
        return "\n".join(sorted(rows)) + repr(sorted(desk.ports.files.stored()))  # type: ignore[attr-defined]


# enrolment


def test_enrolment_when_both_read_the_same_words_gives_the_device_a_number(
    tmp_path: Path, office: Desk, laptop: Desk
) -> None:
    with laptop.ports.store.reading() as records:
        (centre,) = records.exchange.peers()
        profile = records.profile()
    assert profile is not None
    assert profile.device == "0001"
    assert centre.party.centre.name == "Wye Assessment"
    assert laptop.ports.exchange.is_issued_by(laptop.ports.exchange.certificate_pem, centre.authority_pem.encode())
    with open_desk(tmp_path / "second") as second:
        assert enrol(second.ports, office.ports, tmp_path).party.device == "0002"


def test_enrolment_asked_for_twice_keeps_number_and_certificate(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    before = laptop.ports.exchange.certificate_pem
    assert enrol(laptop.ports, office.ports, tmp_path).party.device == "0001"
    assert laptop.ports.exchange.certificate_pem == before


def test_words_when_another_centre_answers_differ_and_nothing_is_enrolled(tmp_path: Path, office: Desk) -> None:
    with open_office(tmp_path / "impostor") as impostor, open_desk(tmp_path / "new") as fresh:
        write_request(fresh.ports, tmp_path / "r.asice")
        request = read_request(impostor.ports, tmp_path / "r.asice")
        enrol_device(impostor.ports, request, tmp_path / "a.asice.age")
        seen = read_enrolment(fresh.ports, tmp_path / "a.asice.age")
        real = words_of_centre(seen.party, office.ports.exchange.authority_pem().decode())
        with pytest.raises(KnownError, match="not the same"):
            confirm_words(seen.words, real)
        with fresh.ports.store.reading() as records:
            assert records.exchange.peers() == ()


def test_answer_for_another_laptop_is_refused(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    with open_desk(tmp_path / "other") as other:
        write_request(other.ports, tmp_path / "r.asice")
        enrol_device(office.ports, read_request(office.ports, tmp_path / "r.asice"), tmp_path / "a.asice.age")
        with pytest.raises(KnownError):
            read_enrolment(laptop.ports, tmp_path / "a.asice.age")


def test_export_before_enrolment_says_what_to_do(tmp_path: Path) -> None:
    with open_desk(tmp_path / "lone") as lone, pytest.raises(KnownError, match="not enrolled"):
        plan_export(lone.ports)


def test_revoked_device_is_refused_and_cannot_enrol_again(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    new_candidate(laptop)
    path = send(laptop, tmp_path)
    assert revoke_device(office.ports, "0001", "stolen from the car").state is PeerState.REVOKED
    before = everything(office)
    with pytest.raises(KnownError, match="does not accept"):
        import_bundle(office.ports, path)
    assert everything(office) == before
    with pytest.raises(KnownError, match="revoked"):
        enrol(laptop.ports, office.ports, tmp_path)


# export and import


def test_plan_shows_what_will_leave_by_candidate(laptop: Desk) -> None:
    candidate = new_candidate(laptop)
    visit(laptop.ports, candidate)
    photo(laptop.ports, candidate)
    sealed_sheet(laptop, candidate)
    plan = plan_export(laptop.ports)
    assert [(c.name, c.sheets, c.observations, c.evidence_files) for c in plan.candidates] == [
        ("Tegwen Morris", 1, 1, 1)
    ]
    assert plan.size > len(b"a picture")


def test_sample_data_drafts_and_unfinished_visits_never_leave(laptop: Desk) -> None:
    add_sample_data(laptop.ports)
    assert plan_export(laptop.ports).is_empty
    candidate = new_candidate(laptop)
    start_observation(laptop.ports, candidate)
    kinds = {item.record.kind for item in plan_export(laptop.ports).leaving}
    assert "observation" not in kinds
    assert kinds <= {"candidate", "enrolment", "unit"}


def test_export_of_some_candidates_leaves_the_others_ready(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    one, other = new_candidate(laptop), new_candidate(laptop, "Idris Vaughan")
    visit(laptop.ports, one)
    visit(laptop.ports, other)
    write_export(laptop.ports, plan_export(laptop.ports, frozenset({one})), tmp_path / "e.asice.age")
    by_name = {item.name: item.progress for item in exchange_state(laptop.ports).items}
    assert by_name == {"Tegwen Morris": Progress.EXPORTED, "Idris Vaughan": Progress.NOT_EXPORTED}
    import_bundle(office.ports, tmp_path / "e.asice.age")
    answer(laptop, office, tmp_path)
    assert import_bundle(office.ports, send(laptop, tmp_path, "rest")).quarantined == ()
    answer(laptop, office, tmp_path, "second")
    assert set(states(laptop).values()) == {Progress.RECEIVED}


def test_record_goes_from_ready_to_exported_to_received(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    candidate = new_candidate(laptop)
    visit(laptop.ports, candidate)
    sealed_sheet(laptop, candidate)
    assert set(states(laptop).values()) == {Progress.NOT_EXPORTED}
    path = send(laptop, tmp_path)
    assert set(states(laptop).values()) == {Progress.EXPORTED}
    assert archivable(laptop.ports) == ()
    report = import_bundle(office.ports, path)
    assert (report.quarantined, report.conflicts, report.repeated) == ((), 0, 0)
    answer(laptop, office, tmp_path)
    assert set(states(laptop).values()) == {Progress.RECEIVED}
    assert plan_export(laptop.ports).is_empty
    assert exchange_state(laptop.ports).unanswered == ()


def test_only_what_a_receipt_names_can_be_archived(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    candidate = new_candidate(laptop)
    visit(laptop.ports, candidate)
    with pytest.raises(KnownError, match="cannot be archived yet"):
        archive_candidate(laptop.ports, candidate)
    import_bundle(office.ports, send(laptop, tmp_path))
    answer(laptop, office, tmp_path)
    archive_candidate(laptop.ports, candidate)
    with laptop.ports.store.reading() as records:
        assert records.caseload() == ()
        assert records.candidate(candidate).name == "Tegwen Morris"
    bring_back_candidate(laptop.ports, candidate)
    with laptop.ports.store.reading() as records:
        assert [row.id for row in records.caseload()] == [candidate]


def test_import_twice_is_import_once(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    visit(laptop.ports, new_candidate(laptop))
    path = send(laptop, tmp_path)
    import_bundle(office.ports, path)
    before = everything(office)
    again = import_bundle(office.ports, path)
    assert again.was_known
    assert everything(office) == before


def test_lost_export_is_carried_by_the_next_and_its_number_reported(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    candidate = new_candidate(laptop)
    first = visit(laptop.ports, candidate)
    send(laptop, tmp_path, "lost")
    visit(laptop.ports, candidate)
    report = import_bundle(office.ports, send(laptop, tmp_path, "second"))
    assert report.missing_numbers == (1,)
    with office.ports.store.reading() as records:
        assert records.exchange.received("observation", key=str(first))
    late = import_bundle(office.ports, tmp_path / "lost.asice.age")
    assert (late.missing_numbers, late.new) == ((), 0)


def test_older_state_that_arrives_late_does_not_take_over(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    candidate = new_candidate(laptop, "Tegwen Moris")
    old = send(laptop, tmp_path, "old")
    rename(laptop.ports, candidate, "Tegwen Morris")
    import_bundle(office.ports, send(laptop, tmp_path, "new"))
    assert import_bundle(office.ports, old).replaced >= 1
    with office.ports.store.reading() as records:
        assert {c.name for c in records.exchange.received_candidates().values()} == {"Tegwen Morris"}
    answer(laptop, office, tmp_path)
    assert plan_export(laptop.ports).is_empty


def test_state_that_was_undone_becomes_current_again(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    candidate = new_candidate(laptop, "Tegwen Morris")
    for number, name in enumerate(("Tegwen Morris", "Tegwen Price", "Tegwen Morris")):
        rename(laptop.ports, candidate, name)
        import_bundle(office.ports, send(laptop, tmp_path, f"export-{number}"))
        answer(laptop, office, tmp_path, f"receipt-{number}")
    with office.ports.store.reading() as records:
        assert {c.name for c in records.exchange.received_candidates().values()} == {"Tegwen Morris"}
    assert plan_export(laptop.ports).is_empty


def test_voided_sheet_and_its_new_version_both_arrive(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    candidate = new_candidate(laptop)
    first = sealed_sheet(laptop, candidate)
    import_bundle(office.ports, send(laptop, tmp_path, "first"))
    void_sheet(laptop.ports, first.document_id, "a wrong date")
    sealed_sheet(laptop, candidate)
    report = import_bundle(office.ports, send(laptop, tmp_path, "second"))
    assert report.quarantined == ()
    found = sorted((s.sheet.record.version, s.sheet.state) for s in centre_report(office.ports).sheets)
    assert found == [(1, SheetState.VOID), (2, SheetState.SEALED)]


def test_evidence_file_travels_once_and_is_readable_at_the_centre(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    candidate = new_candidate(laptop)
    item = photo(laptop.ports, candidate)
    import_bundle(office.ports, send(laptop, tmp_path, "first"))
    answer(laptop, office, tmp_path)
    with laptop.ports.store.reading() as records:
        kept = records.evidence(item)
    assert kept.file is not None
    assert office.ports.files.read(kept.file.sha256) == b"a picture"
    remove_evidence(laptop.ports, item)
    with laptop.ports.store.writing("put back") as records:
        records.put_evidence(replace(kept, title="The rota, photographed"))
    assert plan_export(laptop.ports).files == ()
    assert import_bundle(office.ports, send(laptop, tmp_path, "second")).quarantined == ()


def test_cancelled_export_leaves_no_file_and_counts_as_nothing(tmp_path: Path, laptop: Desk) -> None:
    visit(laptop.ports, new_candidate(laptop))
    path = tmp_path / "e.asice.age"
    with pytest.raises(KnownError, match="Stopped"):
        write_export(laptop.ports, plan_export(laptop.ports), path, Watch(cancelled=lambda: True))
    assert not path.exists()
    assert set(states(laptop).values()) == {Progress.NOT_EXPORTED}


def test_export_to_a_place_that_is_gone_counts_as_nothing(tmp_path: Path, laptop: Desk) -> None:
    visit(laptop.ports, new_candidate(laptop))
    with pytest.raises(KnownError):
        write_export(laptop.ports, plan_export(laptop.ports), tmp_path / "no stick" / "e.asice.age")
    assert set(states(laptop).values()) == {Progress.NOT_EXPORTED}


# what is refused


def test_export_of_a_stranger_is_refused_without_a_trace(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    with open_office(tmp_path / "other office") as elsewhere, open_desk(tmp_path / "stranger") as stranger:
        enrol(stranger.ports, elsewhere.ports, tmp_path)
        visit(stranger.ports, new_candidate(stranger))
        path = send(stranger, tmp_path, "strange")
        before = everything(office)
        with pytest.raises(KnownError, match="not for this vault"):
            import_bundle(office.ports, path)
        assert everything(office) == before


def test_receipt_for_another_laptop_is_refused(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    with open_desk(tmp_path / "second") as second:
        peer = enrol(second.ports, office.ports, tmp_path)
        write_receipt(office.ports, peer, tmp_path / "receipt.asice.age")
        with pytest.raises(KnownError, match="not for this vault"):
            take_receipt(laptop.ports, tmp_path / "receipt.asice.age")


def test_file_of_another_kind_is_named(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    visit(laptop.ports, new_candidate(laptop))
    path = send(laptop, tmp_path)
    with pytest.raises(KnownError, match="not from your centre"):
        take_receipt(laptop.ports, path)
    answer_path = tmp_path / "answer.asice.age"
    with pytest.raises(KnownError, match="another kind"):
        take_receipt(laptop.ports, answer_path)
    with pytest.raises(KnownError, match="another kind"):
        read_request(office.ports, path)


def _tampered(path: Path, change: dict[str, str]) -> Path:
    """The bundle with texts replaced in its manifest and members, as a sender could do who holds the device's key."""
    content = json.loads(path.read_text())
    members = {name: base64.b64decode(data) for name, data in content["members"].items()}
    for old, new in change.items():
        members = {name: data.replace(old.encode(), new.encode()) for name, data in members.items()}
    manifest = json.loads(members["manifest.json"])
    by_kind: dict[str, list[object]] = {}
    for record in manifest["records"]:
        bodies = by_kind.setdefault(record["kind"], json.loads(members[f"records/{record['kind']}.json"]))
        body = json.dumps(bodies.pop(0), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        record["sha256"] = hashlib.sha256(body.encode()).hexdigest()
    manifest["bundle"] = "01900000-0000-7000-8000-000000000001"
    text = json.dumps(manifest, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    members["manifest.json"] = text.encode()
    content["members"] = {name: base64.b64encode(data).decode() for name, data in members.items()}
    path.write_text(json.dumps(content))
    return path


def test_record_that_the_event_log_does_not_name_is_held_back(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    visit(laptop.ports, new_candidate(laptop), "Served two customers.")
    path = _tampered(send(laptop, tmp_path), {"Served two customers.": "Served nine customers."})
    report = import_bundle(office.ports, path)
    assert len(report.quarantined) == 1
    assert "event log does not name it" in report.quarantined[0]
    answer(laptop, office, tmp_path)
    assert exchange_state(laptop.ports).items[0].progress is not Progress.RECEIVED


def test_record_that_was_held_back_is_judged_anew_when_it_comes_again(
    tmp_path: Path, office: Desk, laptop: Desk
) -> None:
    candidate = new_candidate(laptop)
    photo(laptop.ports, candidate)
    path = send(laptop, tmp_path)
    content = json.loads(path.read_text())
    (file,) = (name for name in content["members"] if name.startswith("evidence/"))
    del content["members"][file]
    manifest = json.loads(base64.b64decode(content["members"]["manifest.json"]))
    manifest["files"] = []
    text = json.dumps(manifest, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    content["members"]["manifest.json"] = base64.b64encode(text.encode()).decode()
    path.write_text(json.dumps(content))
    report = import_bundle(office.ports, path)
    assert [line.split(":")[0].split()[0] for line in report.quarantined] == ["evidence"]
    answer(laptop, office, tmp_path)
    assert Progress.HELD_BACK in states(laptop).values()
    assert plan_export(laptop.ports).is_empty
    visit(laptop.ports, candidate)
    assert import_bundle(office.ports, send(laptop, tmp_path, "again")).quarantined == ()
    answer(laptop, office, tmp_path, "second")
    assert set(states(laptop).values()) == {Progress.RECEIVED}


def test_changed_event_log_refuses_the_whole_file(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    visit(laptop.ports, new_candidate(laptop))
    path = _tampered(send(laptop, tmp_path), {'"verb":"visit"': '"verb":"other"'})
    before = everything(office)
    with pytest.raises(KnownError, match="event log in the file does not hold"):
        import_bundle(office.ports, path)
    assert everything(office) == before


def test_sheet_with_signatures_in_the_wrong_order_is_held_back_whole(
    tmp_path: Path, office: Desk, laptop: Desk
) -> None:
    sheet = sealed_sheet(laptop, new_candidate(laptop))
    forged = laptop.ports.files.read(sheet.pdf_sha256) + b"SEAL manager {}\n"
    sha256 = laptop.ports.files.keep(forged)
    with laptop.ports.store.writing("forge") as records:
        records.put_sheet_status(replace(sheet, pdf_sha256=sha256))
    report = import_bundle(office.ports, send(laptop, tmp_path))
    assert {line.split()[0] for line in report.quarantined} == {"sheet", "sheet_status", "signature"}
    assert centre_report(office.ports).sheets == ()
    answer(laptop, office, tmp_path)
    assert Progress.HELD_BACK in states(laptop).values()


# two copies of one vault


def test_restored_copy_that_went_on_apart_is_a_conflict_and_a_person_picks(
    tmp_path: Path, office: Desk, laptop: Desk
) -> None:
    candidate = new_candidate(laptop, "Tegwen Morris")
    import_bundle(office.ports, send(laptop, tmp_path, "base"))
    with copy_of(laptop, tmp_path / "copy") as copy:
        rename(laptop.ports, candidate, "Tegwen Hâf Morris")
        rename(copy.ports, candidate, "Tegwen Morris-Jones")
        visit(copy.ports, candidate, "Only the copy saw this.")
        assert not import_bundle(office.ports, send(laptop, tmp_path, "one")).forked
        report = import_bundle(office.ports, send(copy, tmp_path, "other"))
        assert report.forked
        assert report.conflicts == 1
        (choice,) = centre_report(office.ports).choices
        assert choice.candidate == "Tegwen Hâf Morris"
        answer(copy, office, tmp_path, "while torn")
        assert Progress.TWO_VERSIONS not in states(laptop).values()
        chosen = next(s for s in choice.sides if s.standing is Standing.CONFLICT)
        settle_conflict(office.ports, choice.kind, choice.id, chosen.record.sha256)
        with office.ports.store.reading() as records:
            names = {c.name for c in records.exchange.received_candidates().values()}
            kept = records.exchange.received("candidate", key=str(candidate))
        assert names == {"Tegwen Morris-Jones"}
        assert {r.standing for r in kept} == {Standing.CURRENT, Standing.SET_ASIDE, Standing.REPLACED}
        for desk, name in ((laptop, "a"), (copy, "b")):
            answer(desk, office, tmp_path, name)
            assert plan_export(desk.ports).is_empty


def test_second_laptop_of_the_same_assessor_is_recognised(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    with open_desk(tmp_path / "second") as second:
        enrol(second.ports, office.ports, tmp_path)
    flags = {d.peer.party.device: d.is_second_laptop for d in centre_report(office.ports).devices}
    assert flags == {"0001": False, "0002": True}


def test_settling_what_was_settled_already_says_so(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    candidate = new_candidate(laptop)
    import_bundle(office.ports, send(laptop, tmp_path))
    with pytest.raises(KnownError, match="not one of those"):
        settle_conflict(office.ports, "candidate", str(candidate), "0" * 64)


def test_shipments_tell_the_story_on_both_sides(tmp_path: Path, office: Desk, laptop: Desk) -> None:
    visit(laptop.ports, new_candidate(laptop))
    import_bundle(office.ports, send(laptop, tmp_path))
    answer(laptop, office, tmp_path)
    kinds = [(s.kind, s.direction) for s in exchange_state(laptop.ports).shipments]
    assert (BundleKind.RECEIPT, Direction.IN) in kinds
    assert (BundleKind.SIGN_OFF, Direction.OUT) in kinds
    at_centre = [(s.kind, s.direction) for s in centre_report(office.ports).shipments]
    assert (BundleKind.SIGN_OFF, Direction.IN) in at_centre
    assert (BundleKind.RECEIPT, Direction.OUT) in at_centre
