"""Enrolment: a laptop asks, the centre answers, and both people compare ten words, by eye or by telephone.

The request is signed by the laptop's own key and is not encrypted, since nobody is known yet. The answer is encrypted
to that laptop; it carries a certificate for the *same* key, so that sheets sealed before are trusted by their key.
Nothing is believed because a file says so: what makes an enrolment good is that two people compared the words.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from assessor_app.domain.canonical import canonical_json
from assessor_app.domain.errors import BugError, KnownError
from assessor_app.domain.exchange import (
    FORMAT,
    BundleKind,
    BundleSigner,
    Direction,
    EnrolmentAnswer,
    Manifest,
    Package,
    Party,
    Peer,
    PeerState,
    Shipment,
)
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.domain.spoken import in_words, same_words
from assessor_app.domain.watch import UNWATCHED
from assessor_app.usecases.exchange_ports import Incoming
from assessor_app.usecases.live_content import profile_of
from assessor_app.usecases.ports import Ports, Records


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSeen:
    """A request as the centre reads it, before it is answered; `known` is the peer of the same key, if there is one."""

    party: Party
    words: str
    certificate_pem: bytes
    known: Peer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSeen:
    """The centre's answer as the laptop reads it, before it is accepted."""

    party: Party
    words: str
    answer: EnrolmentAnswer


def own_party(ports: Ports, profile: Profile) -> Party:
    """This vault as the other end sees it."""
    return Party(
        key=ports.exchange.key,
        recipient=ports.exchange.recipient,
        device=profile.device if profile.role is VaultRole.ASSESSOR else "",
        centre=profile.centre,
        assessor=profile.assessor if profile.role is VaultRole.ASSESSOR else None,
    )


def words_of_device(party: Party) -> str:
    """Ten words for a laptop: its key and its age recipient."""
    return in_words(b"device", party.key.encode(), party.recipient.encode())


def words_of_centre(party: Party, authority_pem: str) -> str:
    """Ten words for a centre: its authority, its key and its age recipient."""
    return in_words(b"centre", authority_pem.encode(), party.key.encode(), party.recipient.encode())


def centre_of(records: Records) -> Peer | None:
    """The centre that this laptop is enrolled with, None before that."""
    peers = [p for p in records.exchange.peers() if p.state is PeerState.ENROLLED]
    return peers[-1] if peers else None


def found_centre(ports: Ports) -> None:
    """Give the centre's vault its authority; where it has one already, nothing changes."""
    with ports.store.reading() as records:
        profile = profile_of(records)
    _need_centre(profile)
    if not ports.exchange.has_authority():
        ports.exchange.found_authority(profile.centre.name)


def write_request(ports: Ports, path: Path) -> str:
    """Write this laptop's enrolment request; returns the words to read to the centre."""
    with ports.store.reading() as records:
        profile = profile_of(records)
    if profile.role is not VaultRole.ASSESSOR:
        raise KnownError(
            "This is the centre's own vault.", advice="Requests are made on assessors' laptops.", code="wrong-role"
        )
    party = own_party(ports, profile)
    manifest = _manifest(ports, BundleKind.ENROLMENT_REQUEST, party, recipient="", number=1)
    written = ports.exchange.write(path, Package(manifest=manifest), recipients=(), watch=UNWATCHED)
    with ports.store.writing("write enrolment request") as records:
        records.exchange.put_shipment(_shipment(manifest, Direction.OUT, "", path, written.sha256, written.size))
    return words_of_device(party)


def read_request(ports: Ports, path: Path) -> RequestSeen:
    """Read a laptop's request; KnownError for any other file."""
    with ports.exchange.open(path, recognise=_anybody, watch=UNWATCHED) as incoming:
        expect(incoming, BundleKind.ENROLMENT_REQUEST)
        with ports.store.reading() as records:
            known = records.exchange.peer(incoming.signer.key)
        return RequestSeen(
            party=incoming.manifest.sender,
            words=words_of_device(incoming.manifest.sender),
            certificate_pem=incoming.signer.certificate_pem,
            known=known,
        )


def enrol_device(ports: Ports, request: RequestSeen, path: Path) -> Peer:
    """Certify the device that asked and write the answer; the words have been compared. Asking again is harmless."""
    with ports.store.reading() as records:
        profile = profile_of(records)
        _need_centre(profile)
        number = records.exchange.next_number(request.party.key)
        taken = [int(p.party.device) for p in records.exchange.peers() if p.party.device.isdecimal()]
    if request.known is not None and request.known.state is PeerState.REVOKED:
        raise KnownError(
            f"The device of {request.party.title} was revoked.",
            advice="Ask for a request from another laptop, with a vault of its own.",
            code="device-revoked",
        )
    device = request.known.party.device if request.known else f"{max(taken, default=0) + 1:04d}"
    certificate = (
        request.known.certificate_pem.encode()
        if request.known
        else ports.exchange.certify(request.certificate_pem, device=device, centre=profile.centre.name)
    )
    at = ports.now()
    peer = Peer(
        party=replace(request.party, device=device),
        certificate_pem=certificate.decode(),
        enrolled=request.known.enrolled if request.known else at,
        authority_pem=ports.exchange.authority_pem().decode(),
    )
    answer = EnrolmentAnswer(
        authority_pem=peer.authority_pem,
        device_certificate_pem=peer.certificate_pem,
        device=device,
        centre_certificate_pem=ports.exchange.certificate_pem.decode(),
    )
    party = own_party(ports, profile)
    manifest = _manifest(ports, BundleKind.ENROLMENT, party, recipient=request.party.recipient, number=number)
    package = Package(manifest=manifest, message=canonical_json(answer))
    recipients = (request.party.recipient, ports.exchange.recipient)
    written = ports.exchange.write(path, package, recipients=recipients, watch=UNWATCHED)
    with ports.store.writing("enrol device") as records:
        records.exchange.put_peer(peer)
        shipment = _shipment(manifest, Direction.OUT, peer.party.key, path, written.sha256, written.size)
        records.exchange.put_shipment(shipment)
    return peer


def read_enrolment(ports: Ports, path: Path) -> AnswerSeen:
    """Read the centre's answer; nothing is believed yet. KnownError for any other file, or one that does not fit."""
    with ports.exchange.open(path, recognise=_anybody, watch=UNWATCHED) as incoming:
        return enrolment_in(ports, incoming)


def enrolment_in(ports: Ports, incoming: Incoming) -> AnswerSeen:
    """The answer in a bundle that was read."""
    expect(incoming, BundleKind.ENROLMENT)
    answer = incoming.answer
    if answer is None:
        raise BugError("an enrolment without its answer was let in")
    issued = (answer.centre_certificate_pem, answer.device_certificate_pem)
    signed_by_centre = incoming.signer.certificate_pem.strip() == answer.centre_certificate_pem.encode().strip()
    if not signed_by_centre or not all(
        ports.exchange.is_issued_by(pem.encode(), answer.authority_pem.encode()) for pem in issued
    ):
        raise KnownError(
            "The enrolment file does not hold together: its signature is not by the centre that it names.",
            advice="Ask the centre for a new enrolment file.",
            code="enrolment-broken",
        )
    party = incoming.manifest.sender
    return AnswerSeen(party=party, words=words_of_centre(party, answer.authority_pem), answer=answer)


def accept_enrolment(ports: Ports, seen: AnswerSeen) -> Peer:
    """Believe this centre from now on: the words have been compared. KnownError where the certificate does not fit."""
    answer = seen.answer
    ports.exchange.take_certificate(answer.device_certificate_pem.encode(), (answer.authority_pem.encode(),))
    with ports.store.writing("enrol with centre") as records:
        profile = profile_of(records)
        for other in records.exchange.peers():
            if other.party.key != seen.party.key and other.state is PeerState.ENROLLED:
                records.exchange.put_peer(
                    replace(other, state=PeerState.REVOKED, reason="enrolled with another centre")
                )
        peer = Peer(
            party=seen.party,
            certificate_pem=answer.centre_certificate_pem,
            enrolled=ports.now(),
            authority_pem=answer.authority_pem,
        )
        records.exchange.put_peer(peer)
        records.put_profile(replace(profile, device=answer.device))
    return peer


def confirm_words(shown: str, said: str) -> None:
    """KnownError unless the other side reads out the same ten words."""
    if not same_words(shown, said):
        raise KnownError(
            "The ten words are not the same.",
            safe="Nothing was enrolled.",
            advice="Telephone the other side on a number you know, and compare again. If they still differ, stop.",
            code="words-differ",
        )


def revoke_device(ports: Ports, device: str, reason: str) -> Peer:
    """Believe nothing more from a device (lost, stolen, left). What it sent before stays."""
    if not reason.strip():
        raise KnownError("There is no reason.", advice="Say why the device is revoked.", code="no-reason")
    at = ports.now()
    with ports.store.writing("revoke device") as records:
        _need_centre(profile_of(records))
        peer = next((p for p in records.exchange.peers() if p.party.device == device), None)
        if peer is None:
            raise KnownError(
                f"No device {device} is enrolled.", advice="'centre report' lists the devices.", code="device-unknown"
            )
        revoked = replace(peer, state=PeerState.REVOKED, revoked=at, reason=reason.strip())
        records.exchange.put_peer(revoked)
    return revoked


def expect(incoming: Incoming, kind: BundleKind) -> None:
    """KnownError unless the bundle is of this kind, for nobody else, and signed by the one who says they sent it."""
    manifest = incoming.manifest
    if manifest.kind is not kind:
        raise KnownError(
            f"This file is of another kind: {manifest.kind.title.lower()}, not {kind.title.lower()}.",
            advice="Choose the right file.",
            code="bundle-kind",
        )
    if manifest.sender.key != incoming.signer.key:
        raise KnownError(
            "The file says that somebody else sent it than the one who signed it.",
            advice="Ask the sender to make it again.",
            code="bundle-sender",
        )


def _anybody(_: BundleSigner) -> None:
    """Whoever signed: the words decide."""


def _need_centre(profile: Profile) -> None:
    if profile.role is not VaultRole.CENTRE:
        raise KnownError(
            "This is an assessor's vault, not the centre's.",
            advice="Do this in the centre's own vault ('centre init' makes one).",
            code="wrong-role",
        )


def _manifest(ports: Ports, kind: BundleKind, sender: Party, *, recipient: str, number: int) -> Manifest:
    return Manifest(
        format=FORMAT,
        kind=kind,
        bundle=ports.new_id(),
        number=number,
        made=ports.now(),
        sender=sender,
        recipient=recipient,
    )


def _shipment(manifest: Manifest, direction: Direction, peer: str, path: Path, sha256: str, size: int) -> Shipment:
    return Shipment(
        bundle=manifest.bundle,
        kind=manifest.kind,
        direction=direction,
        number=manifest.number,
        peer=peer,
        at=manifest.made,
        sha256=sha256,
        size=size,
        file_name=path.name,
    )
