"""Import at the centre: a laptop's export is read, checked, and taken in by one transaction, or not at all.

Refused as a whole, without a trace: a file that is not a sound bundle, for somebody else, from a device that is not
enrolled or was revoked, or whose event log does not hold. Taken in and held back, with the reason: a single record that
does not fit. The same file twice changes nothing, and the order in which files arrive does not matter.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from assessor_app.domain.arrival import Arrivals, Arrived, Held, Lineage, gaps_in, judge_arrival
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import GENESIS, Event, segment_faults
from assessor_app.domain.exchange import (
    BundleKind,
    BundleSigner,
    Direction,
    Manifest,
    Peer,
    PeerState,
    RecordKey,
    Shipment,
    Standing,
    StoredRecord,
)
from assessor_app.domain.sheets import SheetState
from assessor_app.domain.verification import ProblemCode, Verdict
from assessor_app.domain.watch import UNWATCHED, Watch
from assessor_app.usecases.enrol import expect
from assessor_app.usecases.exchange_ports import Incoming
from assessor_app.usecases.ports import Ports, Records

KINDS = frozenset(
    {
        "candidate",
        "enrolment",
        "unit",
        "observation",
        "evidence",
        "decision",
        "judgement",
        "sheet",
        "sheet_status",
        "signature",
        "not_signed",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What a bundle brought. `missing_numbers` are exports of the device that have not arrived (yet).

    `forked`: two copies of the device's vault went on apart (a restored backup); nothing is lost by it.
    """

    peer: Peer
    number: int
    sha256: str
    was_known: bool
    new: int = 0
    repeated: int = 0
    replaced: int = 0
    conflicts: int = 0
    quarantined: tuple[str, ...] = ()
    sheets: int = 0
    missing_numbers: tuple[int, ...] = ()
    log_gap: bool = False
    forked: bool = False


def import_bundle(ports: Ports, path: Path, watch: Watch = UNWATCHED) -> ImportReport:
    """Take in a laptop's export; KnownError where it is refused, and then nothing of it stays."""
    known = _known_file(ports, path)
    if known is not None:
        return known
    with ports.exchange.open(path, recognise=enrolled_device(ports), watch=watch) as incoming:
        return take_in(ports, incoming, path.name)


def _known_file(ports: Ports, path: Path) -> ImportReport | None:
    """The report on a file that was taken in before, to the byte: it need not be opened again."""
    with ports.store.reading() as records:
        came = [s for s in records.exchange.shipments() if s.direction is Direction.IN]
        try:
            same_size = [s for s in came if s.size == path.stat().st_size]
            if not same_size:
                return None
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return None  # opening it says why
        shipment = next((s for s in same_size if s.sha256 == sha256), None)
        peer = records.exchange.peer(shipment.peer) if shipment else None
        if shipment is None or peer is None or peer.state is PeerState.REVOKED:
            return None
        return ImportReport(
            peer=peer,
            number=shipment.number,
            sha256=sha256,
            was_known=True,
            repeated=sum(n for what, n in shipment.counts if what != "files"),
            missing_numbers=_missing(records, peer.party.key),
        )


def take_in(ports: Ports, incoming: Incoming, file_name: str) -> ImportReport:
    """Take in an export that was read."""
    expect(incoming, BundleKind.SIGN_OFF)
    manifest = incoming.manifest
    if manifest.recipient != ports.exchange.recipient:
        raise KnownError(
            "This export is for another centre.",
            advice="Send it back to the assessor, who is enrolled with the other centre.",
            code="bundle-for-another",
        )
    _check_log(manifest, incoming.events)
    with ports.store.reading() as records:
        peer = records.exchange.peer(manifest.sender.key)
        if peer is None or peer.state is PeerState.REVOKED:
            raise _not_enrolled(manifest.sender.title)
        if records.exchange.shipment(manifest.bundle) is not None:
            return ImportReport(
                peer=peer,
                number=manifest.number,
                sha256=incoming.sha256,
                was_known=True,
                repeated=len(incoming.records),
                missing_numbers=_missing(records, peer.party.key),
            )
        refusals = _refusals(ports, records, incoming, peer)
    incoming.adopt()
    try:
        with ports.store.writing("import bundle") as records:
            return _keep(ports, records, incoming, peer, refusals, file_name)
    except BaseException:
        incoming.withdraw()
        raise


def _keep(
    ports: Ports,
    records: Records,
    incoming: Incoming,
    peer: Peer,
    refusals: dict[RecordKey, str],
    file_name: str,
) -> ImportReport:
    manifest, device = incoming.manifest, peer.party.key
    logs = _DeviceLogs(records, device, incoming.events)
    keys = [r.key for r in incoming.records]
    arrivals = judge_arrival(
        incoming.records,
        held=records.exchange.live(keys),
        known=records.exchange.known(keys),
        log=logs.of_sender(keys),
        logs_of=logs.of_held,
        refusals=refusals,
    )
    files = _files(records, manifest)
    records.exchange.receive(manifest.bundle, device, (*arrivals.records, *files))
    records.exchange.put_carried(manifest.bundle, (*keys, *(f.record.key for f in _all_files(manifest))))
    records.exchange.put_device_events(device, incoming.events)
    shipment = Shipment(
        bundle=manifest.bundle,
        kind=manifest.kind,
        direction=Direction.IN,
        number=manifest.number,
        peer=device,
        at=ports.now(),
        sha256=incoming.sha256,
        size=incoming.size,
        file_name=file_name,
        event_sequence=incoming.events[-1].sequence,
        event_head=incoming.events[-1].hash,
        counts=_counts(arrivals, len(files)),
    )
    records.exchange.put_shipment(shipment)
    return ImportReport(
        peer=peer,
        number=manifest.number,
        sha256=incoming.sha256,
        was_known=False,
        new=arrivals.count(Standing.CURRENT),
        repeated=arrivals.repeated,
        replaced=arrivals.count(Standing.REPLACED),
        conflicts=arrivals.count(Standing.CONFLICT),
        quarantined=tuple(
            f"{a.record.kind} {a.record.id[:13]}: {a.reason}"
            for a in arrivals.records
            if a.standing is Standing.QUARANTINED
        ),
        sheets=sum(1 for r in incoming.records if r.kind == "sheet"),
        missing_numbers=_missing(records, device),
        log_gap=logs.has_gap,
        forked=logs.forked,
    )


def _counts(arrivals: Arrivals, files: int) -> tuple[tuple[str, int], ...]:
    return (
        ("new", arrivals.count(Standing.CURRENT)),
        ("repeated", arrivals.repeated),
        ("in conflict", arrivals.count(Standing.CONFLICT)),
        ("held back", arrivals.count(Standing.QUARANTINED)),
        ("files", files),
    )


def _missing(records: Records, device: str) -> tuple[int, ...]:
    return gaps_in(s.number for s in records.exchange.shipments() if s.peer == device and s.direction is Direction.IN)


def _all_files(manifest: Manifest) -> tuple[Arrived, ...]:
    return tuple(
        Arrived(
            record=StoredRecord(kind="file", id=f.sha256, parent="", sort="", revision=1, sha256=f.sha256, body=""),
            standing=Standing.CURRENT,
        )
        for f in manifest.files
    )


def _files(records: Records, manifest: Manifest) -> tuple[Arrived, ...]:
    files = _all_files(manifest)
    known = records.exchange.known([f.record.key for f in files])
    return tuple(f for f in files if f.record.key not in known)


# what is looked at before anything is stored


def enrolled_device(ports: Ports) -> Callable[[BundleSigner], None]:
    """Recognises the signers that are enrolled here and not revoked."""

    def recognise(signer: BundleSigner) -> None:
        with ports.store.reading() as records:
            peer = records.exchange.peer(signer.key)
        if peer is None or peer.state is PeerState.REVOKED:
            raise _not_enrolled(signer.subject)

    return recognise


def _not_enrolled(who: str) -> KnownError:
    return KnownError(
        f"The file is from a device that this centre does not accept: {who}.",
        safe="Nothing of it was kept.",
        advice="Enrol the device first; if it was revoked, ask the assessor which laptop they use.",
        code="device-not-enrolled",
    )


def _check_log(manifest: Manifest, events: tuple[Event, ...]) -> None:
    faults = segment_faults(events)
    span = manifest.events
    if not events or span is None:
        faults = ("it is missing", *faults)
    elif (span.first, span.last, span.head) != (events[0].sequence, events[-1].sequence, events[-1].hash):
        faults = ("it is not the stretch that the manifest names", *faults)
    if faults:
        raise KnownError(
            f"The event log in the file does not hold: {faults[0]}.",
            safe="Nothing of the file was kept.",
            advice="Ask the assessor to run 'Check my data' and to export again.",
            code="bundle-log",
        )


def _refusals(ports: Ports, records: Records, incoming: Incoming, peer: Peer) -> dict[RecordKey, str]:
    """Reasons against single records: strange bodies, missing files, sheets whose signatures do not hold."""
    refusals: dict[RecordKey, str] = {}
    brought = {f.sha256 for f in incoming.manifest.files}
    for record in incoming.records:
        if record.kind not in KINDS:
            refusals[record.key] = "It is of a kind that does not travel."
            continue
        try:
            records.exchange.check_body(record)
            wanted = records.exchange.files_of(record)
        except KnownError as error:
            refusals[record.key] = error.what
            continue
        absent = [f for f in wanted if f.sha256 not in brought and not records.exchange.known([f.key])]
        if absent:
            refusals[record.key] = "Its file is neither in the bundle nor here."
    for record in incoming.records:
        if record.kind == "sheet_status" and record.key not in refusals:
            reason = _sheet_refusal(ports, records, incoming, record, peer)
            if reason:
                for part in incoming.records:
                    if part.id == record.id or (part.parent == record.id and part.kind in ("signature", "not_signed")):
                        refusals[part.key] = reason
    return refusals


def _sheet_refusal(ports: Ports, records: Records, incoming: Incoming, status: StoredRecord, peer: Peer) -> str:
    body = next((r.body for r in incoming.records if r.kind == "sheet" and r.id == status.id), None)
    if body is None:
        held = records.exchange.received("sheet", key=status.id, standing=Standing.CURRENT)
        body = held[0].record.body if held else None
    if body is None:
        return "Its sheet is neither in the bundle nor here."
    sheet = records.exchange.as_sheet(body, status.body)
    signed = [r for r in incoming.records if r.kind == "signature" and r.parent == status.id]
    signed += [r.record for r in records.exchange.received("signature", parent=status.id)]
    if not signed:
        return "It is said to be sealed and nobody signed it." if sheet.state is SheetState.SEALED else ""
    brought = sheet.pdf_sha256 in {f.sha256 for f in incoming.manifest.files}
    pdf = incoming.read_file(sheet.pdf_sha256) if brought else ports.files.read(sheet.pdf_sha256)
    anchors = (peer.authority_pem.encode(), peer.certificate_pem.encode())
    report = ports.exchange.examine_sheet(pdf, sheet.pdf_sha256, anchors)
    allowed = frozenset() if sheet.state is SheetState.SEALED else frozenset({ProblemCode.REQUIRED_SIGNATURE_MISSING})
    problems = [p for p in report.all_problems if p.code not in allowed]
    if problems or (report.verdict is not Verdict.GOOD and not allowed):
        reason = problems[0].sentence if problems else "It cannot be read as a sheet."
        return f"The sheet does not hold: {reason}"
    if report.document_id != status.id or report.content_hash != sheet.record.content_hash:
        return "The sheet's PDF is about something else than its record."
    return ""


# event logs of a device, of which there can be two branches


class _DeviceLogs:
    """The logs that the centre has of a device, together with the stretch that just came."""

    def __init__(self, records: Records, device: str, events: tuple[Event, ...]) -> None:
        self._records = records
        self._device = device
        self._events = events
        first, last = events[0], events[-1]
        kept = records.exchange.device_event_hashes(device, first.sequence - 1, last.sequence)
        before = kept.get(first.sequence - 1, frozenset())
        self.has_gap = first.sequence > 1 and not before
        self.forked = bool(before) and first.previous not in before
        self.forked |= any(kept.get(e.sequence) and e.hash not in kept[e.sequence] for e in events)
        self._all: dict[str, dict[str, Event]] = {}

    def of_sender(self, keys: Iterable[RecordKey]) -> Lineage:
        """The sender's own branch: the stretch that came, and behind it as far as anybody asks."""
        own = Lineage(self._events)
        if all(own.names(key) for key in keys) and not self._records.exchange.live(list(keys)):
            return own
        return Lineage((*self._ancestors(), *self._events))

    def of_held(self, held: Held) -> tuple[Lineage, ...]:
        """The other branches that made a state which the centre holds: the sender's own is left out."""
        own = {e.hash for e in self._events} | {e.hash for e in self._ancestors()}
        return tuple(
            Lineage(self._walk(held.device, event.hash))
            for event in self._of(held.device).values()
            if event.hash not in own
            and any(RecordKey(kind=t.kind, id=t.id, sha256=t.sha256) == held.key for t in event.touched)
        )

    def _ancestors(self) -> tuple[Event, ...]:
        return self._walk(self._device, self._events[0].previous)

    def _walk(self, device: str, hash_: str) -> tuple[Event, ...]:
        known = self._of(device)
        found: list[Event] = []
        while hash_ != GENESIS and hash_ in known:
            found.append(known[hash_])
            hash_ = known[hash_].previous
        return tuple(reversed(found))

    def _of(self, device: str) -> dict[str, Event]:
        if device not in self._all:
            self._all[device] = {e.hash: e for e in self._records.exchange.device_events(device)}
        return self._all[device]


def peer_of(records: Records, device: str) -> Peer | None:
    """The enrolled device with that number (`0001`)."""
    return next((p for p in records.exchange.peers() if p.party.device == device), None)
