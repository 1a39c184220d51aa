"""What the centre holds: its devices, what each has sent, what is missing, and every received sheet."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from assessor_app.domain.arrival import gaps_in
from assessor_app.domain.exchange import BundleKind, Direction, Peer, PeerState, Received, Shipment, Standing
from assessor_app.domain.record import ObservationContent
from assessor_app.domain.sheets import Sheet
from assessor_app.domain.verification import SheetReport
from assessor_app.usecases.ports import Ports


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceReport:
    """One device: whose, what came, which numbers are missing, and whether a receipt is due."""

    peer: Peer
    bundles: int
    last: Shipment | None
    missing_numbers: tuple[int, ...]
    receipt_due: bool
    forked: bool
    is_second_laptop: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedSheet:
    """A form at the centre, by the names that a person knows it by."""

    sheet: Sheet
    candidate: str
    unit: str
    device: str

    @property
    def title(self) -> str:
        """Form and version."""
        return f"{self.sheet.record.form.title}, version {self.sheet.record.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A record of which two vaults made two states: a person picks one."""

    kind: str
    id: str
    title: str
    candidate: str
    sides: tuple[Received, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreReport:
    """Everything at one look."""

    devices: tuple[DeviceReport, ...]
    shipments: tuple[Shipment, ...]
    sheets: tuple[ReceivedSheet, ...]
    choices: tuple[Choice, ...]
    held_back: tuple[Received, ...]
    counts: tuple[tuple[str, int], ...]


def centre_report(ports: Ports) -> CentreReport:
    """Read it all from the centre's vault."""
    with ports.store.reading() as records:
        exchange = records.exchange
        peers, shipments = exchange.peers(), exchange.shipments()
        names = {key: c.name for key, c in exchange.received_candidates().items()}
        sheets = tuple(
            ReceivedSheet(
                sheet=sheet,
                candidate=sheet.record.content.candidate.name,
                unit=_unit_of(sheet),
                device=next((p.party.device for p in peers if p.party.key == device), ""),
            )
            for sheet, device in exchange.received_sheets()
        )
        unsettled = exchange.unsettled()
        owners = {**exchange.received_enrolments(), **exchange.received_observations()}
        forks = {p.party.key: _is_forked([e.sequence for e in exchange.device_events(p.party.key)]) for p in peers}
        counts = Counter(
            r.record.kind for kind in ("candidate", "observation", "evidence") for r in exchange.received(kind)
        )
    return CentreReport(
        devices=tuple(_device(p, peers, shipments, forked=forks[p.party.key]) for p in peers),
        shipments=tuple(sorted(shipments, key=lambda s: s.at, reverse=True)),
        sheets=tuple(sorted(sheets, key=lambda s: s.sheet.record.frozen_at, reverse=True)),
        choices=_choices(unsettled, names, owners),
        held_back=tuple(r for r in unsettled if r.standing is Standing.QUARANTINED),
        counts=tuple(sorted(counts.items())),
    )


def received_sheet(ports: Ports, document: UUID) -> tuple[Sheet, bytes, SheetReport]:
    """A received sheet, its PDF, and what checking it finds now. KeyError for a document that is not here."""
    with ports.store.reading() as records:
        found = [(s, d) for s, d in records.exchange.received_sheets() if s.document_id == document]
        if not found:
            raise KeyError(str(document))
        sheet, device = found[0]
        peer = records.exchange.peer(device)
    pdf = ports.files.read(sheet.pdf_sha256)
    anchors = (peer.authority_pem.encode(), peer.certificate_pem.encode()) if peer else ()
    return sheet, pdf, ports.exchange.examine_sheet(pdf, sheet.pdf_sha256, anchors)


def _device(peer: Peer, peers: Sequence[Peer], shipments: Sequence[Shipment], *, forked: bool) -> DeviceReport:
    came = sorted(
        (s for s in shipments if s.peer == peer.party.key and s.direction is Direction.IN), key=lambda s: s.at
    )
    return DeviceReport(
        peer=peer,
        bundles=len(came),
        last=came[-1] if came else None,
        missing_numbers=gaps_in(s.number for s in came),
        receipt_due=any(s.acknowledged is None and s.kind is BundleKind.SIGN_OFF for s in came),
        forked=forked,
        is_second_laptop=_is_second(peer, peers),
    )


def _is_second(peer: Peer, peers: Sequence[Peer]) -> bool:
    """Another device of the same assessor was enrolled before, and still is."""
    number = peer.party.assessor.number if peer.party.assessor else ""
    return bool(number) and any(
        other.party.assessor is not None
        and other.party.assessor.number == number
        and other.party.key != peer.party.key
        and other.state is PeerState.ENROLLED
        and other.enrolled < peer.enrolled
        for other in peers
    )


def _is_forked(sequences: Sequence[int]) -> bool:
    return len(set(sequences)) != len(sequences)


def _choices(unsettled: Sequence[Received], names: dict[str, str], owners: dict[str, str]) -> tuple[Choice, ...]:
    torn: dict[tuple[str, str], list[Received]] = {}
    for received in unsettled:
        if received.standing is not Standing.QUARANTINED:
            torn.setdefault((received.record.kind, received.record.id), []).append(received)
    return tuple(
        Choice(
            kind=kind,
            id=key,
            title=kind.replace("_", " ").capitalize(),
            candidate=_candidate_of(sides[0], names, owners),
            sides=tuple(sides),
        )
        for (kind, key), sides in torn.items()
        if len(sides) > 1
    )


def _candidate_of(received: Received, names: dict[str, str], owners: dict[str, str]) -> str:
    for key in (received.record.id, received.record.parent, owners.get(received.record.parent, "")):
        if key in names:
            return names[key]
    return ""


def _unit_of(sheet: Sheet) -> str:
    content = sheet.record.content
    if isinstance(content, ObservationContent):
        return content.observation.title
    return content.enrolment.unit.name
