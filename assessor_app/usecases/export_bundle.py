"""Export to the centre: show what would leave, then write one encrypted file that only the centre and this laptop open.

An export carries everything that no receipt has acknowledged, so a lost file is never fatal. Nothing counts as exported
before the file was written, read again and verified. The order is: the number is taken (a transaction), the file is
written, the export is noted (a transaction). A crash in between leaves a file that nobody waits for, or none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from assessor_app.domain.arrival import Lineage
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import Event
from assessor_app.domain.exchange import (
    FORMAT,
    BundleKind,
    Direction,
    EventSpan,
    Leaving,
    ListedFile,
    ListedRecord,
    Manifest,
    Package,
    Peer,
    Receipted,
    RecordKey,
    Shipment,
    Standing,
    WantedFile,
)
from assessor_app.domain.watch import UNWATCHED, Watch
from assessor_app.usecases.enrol import centre_of, own_party
from assessor_app.usecases.live_content import profile_of
from assessor_app.usecases.ports import Ports, Records

SUFFIX = ".asice.age"


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLeaving:
    """What would leave of one candidate, in counts."""

    id: UUID
    name: str
    records: int
    sheets: int
    observations: int
    evidence_files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPlan:
    """What would leave, before anything is written. `size` is in bytes, files and records together.

    `is_repeat`: an export carried all of it before, and no receipt has come yet.
    """

    centre: Peer
    candidates: tuple[CandidateLeaving, ...]
    leaving: tuple[Leaving, ...]
    files: tuple[ListedFile, ...]
    size: int
    is_repeat: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing is waiting: everything was acknowledged."""
        return not self.leaving

    @property
    def sheets(self) -> int:
        """Evidence record sheets, checklists and observation records that go."""
        return sum(c.sheets for c in self.candidates)

    @property
    def observations(self) -> int:
        """Visits that go."""
        return sum(c.observations for c in self.candidates)

    @property
    def evidence_files(self) -> int:
        """Evidence files that go; each is counted once."""
        return sum(c.evidence_files for c in self.candidates)


def plan_export(ports: Ports, only: frozenset[UUID] | None = None) -> ExportPlan:
    """What no receipt has acknowledged yet, of every candidate or of those in `only`. KnownError before enrolment."""
    with ports.store.reading() as records:
        centre = _enrolled(records)
        waiting = pending(records)
        names = {str(c.id): c.name for c in records.candidates()}
        receipted, carried = records.exchange.receipted(), records.exchange.carried()
    if only is not None:
        chosen = {str(c) for c in only}
        waiting = _not_units_alone(tuple(i for i in waiting if not i.candidate or i.candidate in chosen))
    files = _files(ports, waiting, receipted)
    return ExportPlan(
        centre=centre,
        candidates=tuple(
            _count(names, key, waiting) for key in dict.fromkeys(i.candidate for i in waiting if i.candidate)
        ),
        leaving=waiting,
        files=files,
        size=sum(f.size for f in files) + sum(len(item.record.body) for item in waiting),
        is_repeat=all(item.record.key in carried for item in waiting),
    )


def write_export(ports: Ports, plan: ExportPlan, path: Path, watch: Watch = UNWATCHED) -> Shipment:
    """Write the export; KnownError where nothing is waiting, the place cannot be written, or it was cancelled."""
    if plan.is_empty:
        raise KnownError(
            "There is nothing to export: nothing here is new to the centre.",
            advice="Export again when there is something new.",
            code="export-empty",
        )
    with ports.store.writing("take export number") as records:
        profile = profile_of(records)
        centre = _enrolled(records)
        number = records.exchange.next_number(centre.party.key)
        begun = Shipment(
            bundle=ports.new_id(),
            kind=BundleKind.SIGN_OFF,
            direction=Direction.OUT,
            number=number,
            peer=centre.party.key,
            at=ports.now(),
        )
        records.exchange.put_shipment(begun)
    with ports.store.reading() as records:
        events = _unacknowledged_events(records, centre)
    manifest = Manifest(
        format=FORMAT,
        kind=BundleKind.SIGN_OFF,
        bundle=begun.bundle,
        number=number,
        made=begun.at,
        sender=own_party(ports, profile),
        recipient=centre.party.recipient,
        records=tuple(ListedRecord.of(item.record) for item in plan.leaving),
        files=plan.files,
        events=EventSpan(first=events[0].sequence, last=events[-1].sequence, head=events[-1].hash),
    )
    package = Package(manifest=manifest, records=tuple(item.record for item in plan.leaving), events=events)
    recipients = (centre.party.recipient, ports.exchange.recipient)
    written = ports.exchange.write(path, package, recipients=recipients, watch=watch)
    shipment = replace(
        begun,
        sha256=written.sha256,
        size=written.size,
        file_name=path.name,
        event_sequence=events[-1].sequence,
        event_head=events[-1].hash,
        counts=(
            ("candidates", len(plan.candidates)),
            ("sheets", plan.sheets),
            ("observations", plan.observations),
            ("evidence files", plan.evidence_files),
        ),
    )
    with ports.store.writing("export") as records:
        records.exchange.put_shipment(shipment)
        files = (WantedFile(use=f.use, sha256=f.sha256, size=f.size).key for f in plan.files)
        records.exchange.put_carried(shipment.bundle, (*(item.record.key for item in plan.leaving), *files))
    return shipment


def export_name(ports: Ports) -> str:
    """A file name that says from whom and when, without a candidate's name."""
    with ports.store.reading() as records:
        profile = profile_of(records)
    who = "".join(c if c.isascii() and c.isalnum() else "-" for c in profile.assessor.number or profile.device)
    return f"{who.strip('-') or 'laptop'}-{ports.now().local:%Y%m%d-%H%M}{SUFFIX}"


def pending(records: Records) -> tuple[Leaving, ...]:
    """Every record that may leave and that no receipt has acknowledged in its present state.

    What the centre holds back goes along with anything new: whatever was in its way may be mended by then.
    """
    receipted = records.exchange.receipted()
    leaving = records.exchange.leaving()
    current = {(r.kind, r.id): r.key for r in receipted.values() if r.standing is Standing.CURRENT}
    replaced = [i for i in leaving if _standing(receipted, i.record.key) is Standing.REPLACED]
    log = Lineage(records.events()) if replaced else Lineage(())
    again = {
        i.record.key
        for i in replaced
        if (i.record.kind, i.record.id) in current and log.is_later(i.record.key, current[(i.record.kind, i.record.id)])
    }
    fresh = _not_units_alone(tuple(i for i in leaving if i.record.key not in receipted or i.record.key in again))
    held = [i for i in leaving if _standing(receipted, i.record.key) is Standing.QUARANTINED]
    return (*fresh, *held) if fresh else ()


def _not_units_alone(items: tuple[Leaving, ...]) -> tuple[Leaving, ...]:
    """Units belong to nobody: they go only along with something of a candidate."""
    return items if any(i.candidate for i in items) else ()


def _standing(receipted: Mapping[RecordKey, Receipted], key: RecordKey) -> Standing | None:
    found = receipted.get(key)
    return found.standing if found else None


def _files(
    ports: Ports, items: tuple[Leaving, ...], receipted: Mapping[RecordKey, Receipted]
) -> tuple[ListedFile, ...]:
    wanted = {f.sha256: f for item in items for f in item.files if f.key not in receipted}
    return tuple(
        ListedFile(use=f.use, sha256=f.sha256, size=f.size or ports.exchange.file_size(f.sha256))
        for f in wanted.values()
    )


def _count(names: Mapping[str, str], candidate: str, items: tuple[Leaving, ...]) -> CandidateLeaving:
    own = [i for i in items if i.candidate == candidate]
    return CandidateLeaving(
        id=UUID(candidate),
        name=names.get(candidate, ""),
        records=len(own),
        sheets=sum(1 for i in own if i.record.kind == "sheet_status"),
        observations=sum(1 for i in own if i.record.kind == "observation"),
        evidence_files=len({f.sha256 for i in own if i.record.kind == "evidence" for f in i.files}),
    )


def _enrolled(records: Records) -> Peer:
    centre = centre_of(records)
    if centre is None:
        raise KnownError(
            "This laptop is not enrolled with a centre yet.",
            advice="Write an enrolment request on the Sync page, and open the centre's answer there.",
            code="not-enrolled",
        )
    return centre


def _unacknowledged_events(records: Records, centre: Peer) -> tuple[Event, ...]:
    """The log after what the newest receipt acknowledged; all of it where that receipt knows of another branch."""
    events = records.events()
    receipts = [
        s
        for s in records.exchange.shipments()
        if s.direction is Direction.IN and s.kind is BundleKind.RECEIPT and s.peer == centre.party.key
    ]
    newest = max(receipts, key=lambda s: s.number, default=None)
    if newest is None or not 0 < newest.event_sequence < len(events):
        return events
    if events[newest.event_sequence - 1].hash != newest.event_head:
        return events
    return events[newest.event_sequence :]
