"""Receipts: the centre says what it holds, and the laptop learns what it may archive.

A receipt lists all that the centre has from a device, so any one of them stands for those that were lost, and the order
in which they are opened does not matter: of two words about one record the one with the higher number counts.
"""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from assessor_app.domain.arrival import gaps_in
from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.errors import BugError, KnownError
from assessor_app.domain.events import GENESIS, Event
from assessor_app.domain.exchange import (
    FORMAT,
    BundleKind,
    BundleSeen,
    BundleSigner,
    Direction,
    Manifest,
    Package,
    Peer,
    Receipt,
    Shipment,
    Standing,
)
from assessor_app.domain.moments import Moment
from assessor_app.domain.watch import UNWATCHED, Watch
from assessor_app.usecases.enrol import centre_of, expect, own_party
from assessor_app.usecases.exchange_ports import Incoming
from assessor_app.usecases.live_content import profile_of
from assessor_app.usecases.ports import Ports, Records


def write_receipt(ports: Ports, peer: Peer, path: Path) -> Shipment:
    """Write the receipt for one device; only that device and this centre can open it."""
    with ports.store.reading() as records:
        profile = profile_of(records)
        receipt = _receipt(records, peer)
        number = records.exchange.next_number(peer.party.key)
    manifest = Manifest(
        format=FORMAT,
        kind=BundleKind.RECEIPT,
        bundle=ports.new_id(),
        number=number,
        made=ports.now(),
        sender=own_party(ports, profile),
        recipient=peer.party.recipient,
    )
    package = Package(manifest=manifest, message=canonical_json(receipt))
    recipients = (peer.party.recipient, ports.exchange.recipient)
    written = ports.exchange.write(path, package, recipients=recipients, watch=UNWATCHED)
    held = sum(1 for r in receipt.records if not r.standing.is_accepted)
    shipment = Shipment(
        bundle=manifest.bundle,
        kind=manifest.kind,
        direction=Direction.OUT,
        number=number,
        peer=peer.party.key,
        at=manifest.made,
        sha256=written.sha256,
        size=written.size,
        file_name=path.name,
        event_sequence=receipt.event_sequence,
        event_head=receipt.event_head,
        counts=(("received", len(receipt.records) - held), ("to be settled", held)),
    )
    with ports.store.writing("write receipt") as records:
        records.exchange.put_shipment(shipment)
        for seen in records.exchange.shipments():
            if seen.direction is Direction.IN and seen.peer == peer.party.key and seen.acknowledged is None:
                records.exchange.put_shipment(replace(seen, acknowledged=manifest.made))
    return shipment


def take_receipt(ports: Ports, path: Path, watch: Watch = UNWATCHED) -> Receipt:
    """Open the centre's receipt on the laptop; KnownError for any other file, and then nothing changes."""
    with ports.exchange.open(path, recognise=own_centre(ports), watch=watch) as incoming:
        return take_in_receipt(ports, incoming, path.name)


def take_in_receipt(ports: Ports, incoming: Incoming, file_name: str) -> Receipt:
    """Believe a receipt that was read."""
    expect(incoming, BundleKind.RECEIPT)
    manifest, receipt = incoming.manifest, incoming.receipt
    if receipt is None:
        raise BugError("a receipt without its message was let in")
    if manifest.recipient != ports.exchange.recipient or receipt.device_key != ports.exchange.key:
        raise KnownError(
            "This receipt is for another laptop.",
            advice="Ask the centre for the receipt of this device.",
            code="receipt-for-another",
        )
    with ports.store.reading() as records:
        known = records.exchange.shipment(manifest.bundle) is not None
    if known:
        return receipt
    at = ports.now()
    with ports.store.writing("take receipt") as records:
        records.exchange.put_receipted(manifest.number, receipt.records)
        numbers = {seen.bundle for seen in receipt.bundles}
        for shipment in records.exchange.shipments():
            if shipment.bundle in numbers and shipment.acknowledged is None:
                records.exchange.put_shipment(replace(shipment, acknowledged=at))
        records.exchange.put_shipment(_received(incoming, receipt, at, file_name))
    return receipt


def own_centre(ports: Ports) -> "_OwnCentre":
    """Recognises the centre that this laptop is enrolled with."""
    return _OwnCentre(ports)


class _OwnCentre:
    def __init__(self, ports: Ports) -> None:
        self._ports = ports

    def __call__(self, signer: BundleSigner) -> None:
        with self._ports.store.reading() as records:
            centre = centre_of(records)
        if centre is None or centre.party.key != signer.key:
            raise KnownError(
                f"The file is not from your centre: it is signed by {signer.subject}.",
                safe="Nothing of it was used.",
                advice="Choose the file that your centre sent, or enrol with the centre first.",
                code="not-own-centre",
            )


def _received(incoming: Incoming, receipt: Receipt, at: Moment, file_name: str) -> Shipment:
    held = sum(1 for r in receipt.records if not r.standing.is_accepted)
    return Shipment(
        bundle=incoming.manifest.bundle,
        kind=BundleKind.RECEIPT,
        direction=Direction.IN,
        number=incoming.manifest.number,
        peer=incoming.signer.key,
        at=at,
        sha256=incoming.sha256,
        size=incoming.size,
        file_name=file_name,
        event_sequence=receipt.event_sequence,
        event_head=receipt.event_head,
        counts=(("received", len(receipt.records) - held), ("to be settled", held)),
    )


def _receipt(records: Records, peer: Peer) -> Receipt:
    device = peer.party.key
    came = [s for s in records.exchange.shipments() if s.direction is Direction.IN and s.peer == device]
    events = records.exchange.device_events(device)
    last = _contiguous(events)
    return Receipt(
        device_key=device,
        bundles=tuple(BundleSeen(bundle=s.bundle, number=s.number, sha256=s.sha256) for s in came),
        missing_numbers=gaps_in(s.number for s in came),
        records=records.exchange.delivered_by(device),
        event_sequence=last.sequence if last else 0,
        event_head=last.hash if last else "",
        forked=len({e.sequence for e in events}) != len(events),
    )


def _contiguous(events: tuple[Event, ...]) -> Event | None:
    """The last event up to which the log is whole and has one branch only."""
    last: Event | None = None
    previous, expected = GENESIS, 1
    sequences = [e.sequence for e in events]
    twice = {a for a, b in pairwise(sequences) if a == b}
    for event in events:
        if event.sequence != expected or event.previous != previous or event.sequence in twice:
            break
        last, previous, expected = event, event.hash, expected + 1
    return last


def settle_conflict(ports: Ports, kind: str, key: str, chosen: str) -> None:
    """A person at the centre picks one of two states (by its SHA-256); the others are kept, set aside."""
    with ports.store.writing("settle conflict") as records:
        live = [
            r
            for standing in (Standing.CURRENT, Standing.CONFLICT)
            for r in records.exchange.received(kind, key=key, standing=standing)
        ]
        if chosen not in {r.record.sha256 for r in live}:
            raise KnownError(
                "That version is not one of those to choose from.",
                advice="Open the list again; somebody may have chosen already.",
                code="conflict-gone",
            )
        name = profile_of(records).assessor.name
        reason = f"chosen by {name}"
        others = [r.record.key for r in live if r.record.sha256 != chosen]
        records.exchange.put_standing(others, Standing.SET_ASIDE, "another version was chosen")
        picked = [r.record.key for r in live if r.record.sha256 == chosen]
        records.exchange.put_standing(picked, Standing.CURRENT, reason)
