"""One suite on both doors: the real one (age, CAdES, certificates) and the plain one that stands in for it."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from assessor_app.bootstrap.exchange import VaultExchange
from assessor_app.bootstrap.program import DeviceSealer
from assessor_app.domain.canonical import canonical_json, sha256_hex
from assessor_app.domain.errors import KnownError
from assessor_app.domain.exchange import (
    FORMAT,
    BundleKind,
    BundleSigner,
    EventSpan,
    FileUse,
    ListedFile,
    ListedRecord,
    Manifest,
    Package,
    StoredRecord,
)
from assessor_app.domain.verification import Trust
from assessor_app.domain.watch import UNWATCHED, Watch
from assessor_app.storage.files import EncryptedFiles
from assessor_app.storage.vault import FILES
from assessor_app.usecases.enrol import own_party
from assessor_app.usecases.live_content import profile_of
from assessor_app.usecases.ports import Ports
from tests.desk import Desk, open_desk
from tests.exchange.offices import OFFICE


def _real(desk: Desk) -> Ports:
    with desk.vault.reading() as records:
        identity = records.secret("age identity")
    assert identity is not None
    files = EncryptedFiles(desk.vault.folder / FILES, identity)
    return replace(desk.ports, exchange=VaultExchange(desk.vault, files, identity, DeviceSealer(desk.vault)))


@pytest.fixture(params=["plain", "real"])
def ends(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Ports, Ports, Ports]]:
    """A laptop, a centre and a stranger."""
    with ExitStack() as stack:
        desks = [
            stack.enter_context(open_desk(tmp_path / "laptop")),
            stack.enter_context(open_desk(tmp_path / "office", OFFICE)),
            stack.enter_context(open_desk(tmp_path / "stranger")),
        ]
        laptop, office, stranger = [_real(d) if request.param == "real" else d.ports for d in desks]
        yield laptop, office, stranger


def _package(ports: Ports, *, content: bytes = b"a photograph") -> Package:
    with ports.store.reading() as records:
        profile, events = profile_of(records), records.events()
    body = '{"id":"x","text":"Llŷr"}'
    record = StoredRecord(
        kind="candidate", id="x", parent="", sort="", revision=1, sha256=sha256_hex(body.encode()), body=body
    )
    file = ListedFile(use=FileUse.EVIDENCE, sha256=ports.files.keep(content), size=len(content))
    manifest = Manifest(
        format=FORMAT,
        kind=BundleKind.SIGN_OFF,
        bundle=ports.new_id(),
        number=1,
        made=ports.now(),
        sender=own_party(ports, profile),
        recipient="",
        records=(ListedRecord.of(record),),
        files=(file,),
        events=EventSpan(first=1, last=len(events), head=events[-1].hash),
    )
    return Package(manifest=manifest, records=(record,), events=events)


def _anybody(_: BundleSigner) -> None:
    return


def _nobody(_: BundleSigner) -> None:
    raise KnownError("Nobody is known here.", advice="", code="stranger")


def _kept(ports: Ports) -> frozenset[str]:
    files = ports.files
    assert isinstance(files, EncryptedFiles)
    return files.stored()


def test_bundle_when_read_by_its_recipient_is_what_was_written(
    ends: tuple[Ports, Ports, Ports], tmp_path: Path
) -> None:
    laptop, office, _ = ends
    package = _package(laptop)
    path = tmp_path / "b.asice.age"
    to = (office.exchange.recipient, laptop.exchange.recipient)
    written = laptop.exchange.write(path, package, recipients=to, watch=UNWATCHED)
    for reader in (office, laptop):
        with reader.exchange.open(path, recognise=_anybody, watch=UNWATCHED) as incoming:
            assert incoming.manifest == package.manifest
            assert incoming.records == package.records
            assert incoming.events == package.events
            assert incoming.signer.key == laptop.exchange.key
            assert (incoming.sha256, incoming.size) == (written.sha256, written.size)
            assert incoming.read_file(package.manifest.files[0].sha256) == b"a photograph"
    assert path.stat().st_size == written.size


def test_file_that_is_adopted_stays_and_withdrawn_goes(ends: tuple[Ports, Ports, Ports], tmp_path: Path) -> None:
    laptop, office, _ = ends
    package, path = _package(laptop), tmp_path / "b.asice.age"
    to = (office.exchange.recipient, laptop.exchange.recipient)
    laptop.exchange.write(path, package, recipients=to, watch=UNWATCHED)
    sha256 = package.manifest.files[0].sha256
    with office.exchange.open(path, recognise=_anybody, watch=UNWATCHED) as incoming:
        incoming.adopt()
        incoming.withdraw()
    assert _kept(office) == frozenset()
    with office.exchange.open(path, recognise=_anybody, watch=UNWATCHED) as incoming:
        incoming.adopt()
    assert office.files.read(sha256) == b"a photograph"


def test_withdrawing_leaves_what_was_there_before(ends: tuple[Ports, Ports, Ports], tmp_path: Path) -> None:
    laptop, office, _ = ends
    package, path = _package(laptop), tmp_path / "b.asice.age"
    sha256 = office.files.keep(b"a photograph")
    to = (office.exchange.recipient, laptop.exchange.recipient)
    laptop.exchange.write(path, package, recipients=to, watch=UNWATCHED)
    with office.exchange.open(path, recognise=_anybody, watch=UNWATCHED) as incoming:
        incoming.adopt()
        incoming.withdraw()
    assert office.files.read(sha256) == b"a photograph"


def test_bundle_for_somebody_else_is_refused(ends: tuple[Ports, Ports, Ports], tmp_path: Path) -> None:
    laptop, office, stranger = ends
    path = tmp_path / "b.asice.age"
    to = (office.exchange.recipient, laptop.exchange.recipient)
    laptop.exchange.write(path, _package(laptop), recipients=to, watch=UNWATCHED)
    with (
        pytest.raises(KnownError) as refused,
        stranger.exchange.open(path, recognise=_anybody, watch=UNWATCHED),
    ):
        pytest.fail("it was opened")
    assert refused.value.code == "not-for-this-vault"


def test_stranger_as_signer_is_refused_before_anything_is_staged(
    ends: tuple[Ports, Ports, Ports], tmp_path: Path
) -> None:
    laptop, office, _ = ends
    path = tmp_path / "b.asice.age"
    to = (office.exchange.recipient, laptop.exchange.recipient)
    laptop.exchange.write(path, _package(laptop), recipients=to, watch=UNWATCHED)
    with (
        pytest.raises(KnownError) as refused,
        office.exchange.open(path, recognise=_nobody, watch=UNWATCHED),
    ):
        pytest.fail("it was opened")
    assert refused.value.code == "stranger"
    assert _kept(office) == frozenset()


def test_unencrypted_bundle_is_read_by_anybody(ends: tuple[Ports, Ports, Ports], tmp_path: Path) -> None:
    laptop, _, stranger = ends
    path = tmp_path / "b.asice"
    laptop.exchange.write(path, _package(laptop), recipients=(), watch=UNWATCHED)
    with stranger.exchange.open(path, recognise=_anybody, watch=UNWATCHED) as incoming:
        assert incoming.signer.key == laptop.exchange.key


def test_cancelled_writing_leaves_nothing(ends: tuple[Ports, Ports, Ports], tmp_path: Path) -> None:
    laptop, office, _ = ends
    path = tmp_path / "b.asice.age"
    to = (office.exchange.recipient, laptop.exchange.recipient)
    before = sorted(p.name for p in tmp_path.iterdir())
    with pytest.raises(KnownError) as stopped:
        laptop.exchange.write(path, _package(laptop), recipients=to, watch=Watch(cancelled=lambda: True))
    assert stopped.value.code == "exchange-cancelled"
    assert sorted(p.name for p in tmp_path.iterdir()) == before
    assert threading.active_count() == 1


def test_closing_the_vault_stops_what_is_being_written_and_waits_for_it(tmp_path: Path) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def progress(done: int, total: int) -> None:
        reached.set()
        assert go_on.wait(60)

    with open_desk(tmp_path / "laptop") as desk:
        laptop = _real(desk)
        package, to = _package(laptop, content=bytes(4_000_000)), (laptop.exchange.recipient,)
        path = tmp_path / "b.asice.age"
        with ThreadPoolExecutor(max_workers=1) as worker:
            writing = worker.submit(
                lambda: laptop.exchange.write(path, package, recipients=to, watch=Watch(progress=progress))
            )
            assert reached.wait(60)
            closing = threading.Thread(target=desk.vault.close)
            closing.start()
            closing.join(0.2)
            assert closing.is_alive()  # it waits
            go_on.set()
            error = writing.exception(60)
            closing.join(60)
        assert isinstance(error, KnownError)
        assert error.code == "exchange-cancelled"
        assert not list(tmp_path.glob("*.age*"))


@pytest.mark.parametrize("rubbish", [b"", b"PK\x03\x04", b"age-encryption.org/v1\n", b"{}", b"\x00" * 5000])
def test_rubbish_is_refused(ends: tuple[Ports, Ports, Ports], tmp_path: Path, rubbish: bytes) -> None:
    path = tmp_path / "b.asice.age"
    path.write_bytes(rubbish)
    with pytest.raises(KnownError), ends[1].exchange.open(path, recognise=_anybody, watch=UNWATCHED):
        pytest.fail("it was opened")
    with pytest.raises(KnownError), ends[1].exchange.open(tmp_path / "no", recognise=_anybody, watch=UNWATCHED):
        pytest.fail("it was opened")


def test_authority_vouches_for_the_device_it_certified_and_for_no_other(ends: tuple[Ports, Ports, Ports]) -> None:
    laptop, office, stranger = (ports.exchange for ports in ends)
    office.found_authority("Wye Assessment")
    authority = office.authority_pem()
    certificate = office.certify(laptop.certificate_pem, device="0001", centre="Wye Assessment")
    assert laptop.is_issued_by(certificate, authority)
    assert not laptop.is_issued_by(laptop.certificate_pem, authority)
    before = laptop.key
    laptop.take_certificate(certificate, (authority,))
    assert laptop.key == before
    assert office.trust(laptop.certificate_pem, (authority,)) is Trust.TRUSTED
    assert office.trust(office.certificate_pem, (authority,)) is Trust.TRUSTED
    assert office.trust(stranger.certificate_pem, (authority,)) is Trust.NOT_TRUSTED
    with pytest.raises(KnownError):
        stranger.take_certificate(certificate, (authority,))


def test_message_of_a_kind_is_read_back(ends: tuple[Ports, Ports, Ports], tmp_path: Path) -> None:
    laptop, office, _ = ends
    package = _package(laptop)
    answer = {
        "authority_pem": "a",
        "device_certificate_pem": "b",
        "device": "0001",
        "centre_certificate_pem": "c",
    }
    manifest = replace(package.manifest, kind=BundleKind.ENROLMENT, records=(), files=(), events=None)
    path = tmp_path / "b.asice"
    office.exchange.write(
        path, Package(manifest=manifest, message=canonical_json(answer)), recipients=(), watch=UNWATCHED
    )
    with laptop.exchange.open(path, recognise=_anybody, watch=UNWATCHED) as incoming:
        assert incoming.answer is not None
        assert incoming.answer.device == "0001"
        assert incoming.receipt is None
