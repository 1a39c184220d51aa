"""A real vault with a cheap key, a clock that tests set, and a renderer and sealer that only mark bytes.

Marked bytes are enough where the order of signatures is at stake; the PDF itself is tested with the real adapters.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from assessor_app.domain.evidence import ALL_VARCS, CriterionRef, EvidenceItem, Tie
from assessor_app.domain.ids import uuid7
from assessor_app.domain.ink import InkPoint, Stroke
from assessor_app.domain.judging import Competence, Enrolment, Judgement, Verdict
from assessor_app.domain.moments import Moment
from assessor_app.domain.people import Assessor, Candidate, Centre, LineManager
from assessor_app.domain.profile import Profile
from assessor_app.domain.record import BaseRecord
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet
from assessor_app.domain.signatures import Capture, Signer
from assessor_app.domain.units import Unit
from assessor_app.settings import shipped
from assessor_app.storage.files import EncryptedFiles, new_identity
from assessor_app.storage.keys import TEST_COST, unlock_with_passphrase
from assessor_app.storage.vault import FILES, KEYS, Vault
from assessor_app.unit_reader.read import read_document
from assessor_app.unit_reader.unit_files import read_unit_file, read_unit_folder, write_unit_file
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.judge import judge_unit, mark_criteria
from assessor_app.usecases.keep_candidate import keep_candidate
from assessor_app.usecases.keep_evidence import add_evidence
from assessor_app.usecases.ports import EndState, Ports
from assessor_app.usecases.set_up import set_up
from assessor_app.usecases.sign_sheet import Signing, begin_capture, keep_stroke, sign_sheet
from tests.exchange.plain_door import PlainDoor

PASSPHRASE = "four plain words here"
START_MS = 1_795_000_000_000  # 18 November 2026
UNITS = read_unit_folder(shipped("units"))
RELIABLE = next(u for u in UNITS if u.letter == "R")
OPERATIONS = next(u for u in UNITS if u.letter == "O")
ENVIRONMENT = next(u for u in UNITS if u.letter == "E")
EXPECTATIONS = next(u for u in UNITS if u.letter == "X")


@dataclass(slots=True)
class SetClock:
    """Wall clock and boot clock in ms; tests move either."""

    utc_ms: int = START_MS
    boot_ms: int = 1_000
    boot_id: str = "boot-1"
    made: int = 0
    salt: int = 0

    def now(self) -> Moment:
        self.utc_ms += 1_000
        self.boot_ms += 1_000
        return Moment(utc_ms=self.utc_ms, boot_ms=self.boot_ms, boot_id=self.boot_id)

    def pass_time(self, ms: int) -> None:
        self.utc_ms += ms
        self.boot_ms += ms

    def reboot(self) -> None:
        self.boot_id = f"{self.boot_id}+"
        self.boot_ms = 0

    def new_id(self) -> UUID:
        self.made += 1
        return uuid7(START_MS, (self.salt << 40 | self.made).to_bytes(10, "big"))


class MarkingRenderer:
    """Bytes that name what would have been drawn."""

    def sheet(self, record: BaseRecord) -> bytes:
        return f"SHEET {record.document_id} {record.content_hash}\n".encode()

    def appearance(self, record: BaseRecord, capture: Capture) -> bytes:
        return f"{capture.signer.name} {capture.at.local:%d %b %Y}".encode()

    def marked_copy(self, pdf: bytes, *, state: EndState, left: str, right: str) -> bytes:
        return pdf + f"{state} {left} {right}\n".encode()


class MarkingSealer:
    """Appends a line for each seal, so that the order can be read off the bytes."""

    def seal(
        self,
        pdf: bytes,
        *,
        field: str,
        appearance: bytes,
        attribute: bytes,
        signed_at: datetime,
        signer_name: str,
        reason: str,
        location: str,
    ) -> bytes:
        return pdf + b"SEAL " + field.encode() + b" " + attribute + b"\n"


class Documents:
    """The unit reader itself."""

    read_document = staticmethod(read_document)
    read_unit_file = staticmethod(read_unit_file)
    unit_file_text = staticmethod(write_unit_file)


@dataclass(slots=True)
class Desk:
    """An open vault with everything a use case asks for."""

    folder: Path
    vault: Vault
    ports: Ports
    clock: SetClock
    strokes: int = 0
    extra: dict[str, object] = field(default_factory=dict)

    def restart(self) -> None:
        """Close the vault and open it again, as after a crash or a new start."""
        self.vault.close()
        key = unlock_with_passphrase(self.folder / KEYS, PASSPHRASE, allow_test_cost=True)
        self.vault = Vault.open(self.folder, key, now=self.clock.now, new_id=self.clock.new_id)
        self.ports = make_ports(self.vault, self.clock)


def make_ports(vault: Vault, clock: SetClock) -> Ports:
    with vault.drafting() as records:
        identity = records.secret("age identity") or new_identity()
        records.put_secret("age identity", identity)
    files = EncryptedFiles(vault.folder / FILES, identity)
    return Ports(
        store=vault,
        files=files,
        renderer=MarkingRenderer(),
        sealer=MarkingSealer(),
        now=clock.now,
        new_id=clock.new_id,
        shipped_units=lambda: UNITS,
        exchange=PlainDoor(vault, files, identity),
        documents=Documents(),
    )


DEFAULT_PROFILE = Profile(
    assessor=Assessor(name="Ruth Okonjo", number="A-2207"), centre=Centre(name="Wye Assessment", number="00417")
)


@contextmanager
def open_desk(folder: Path, profile: Profile = DEFAULT_PROFILE) -> Iterator[Desk]:
    """A set-up vault in `folder`."""
    clock = SetClock(salt=zlib.crc32(folder.name.encode()))
    vault, _ = Vault.create(folder, PASSPHRASE, cost=TEST_COST, now=clock.now, new_id=clock.new_id)
    desk = Desk(folder, vault, make_ports(vault, clock), clock)
    set_up(desk.ports, profile)
    try:
        yield desk
    finally:
        desk.vault.close()


def add_candidate(desk: Desk, *units: Unit, name: str = "Tegwen Morris", manager: str = "Gwyn Parry") -> UUID:
    """A candidate who takes `units`."""
    candidate = Candidate(
        id=desk.ports.new_id(),
        name=name,
        employer="Garden Supplies",
        site="Builth",
        manager=LineManager(name=manager, job_title="Branch manager"),
    )
    keep_candidate(desk.ports, candidate, units)
    return candidate.id


def enrolment_of(desk: Desk, candidate: UUID, unit: Unit) -> Enrolment:
    """The candidate's enrolment on `unit`."""
    with desk.ports.store.reading() as records:
        return next(e for e in records.enrolments_of(candidate) if e.unit.key == unit.key)


def refs(enrolment: Enrolment) -> tuple[CriterionRef, ...]:
    """Every criterion of the unit."""
    return tuple(CriterionRef(enrolment=enrolment.id, number=c.number) for c in enrolment.unit.criteria)


def make_ready(desk: Desk, enrolment: Enrolment) -> None:
    """Evidence, decisions and judgement that leave no gap."""
    add_evidence(
        desk.ports,
        EvidenceItem(
            id=desk.ports.new_id(),
            candidate=enrolment.candidate,
            number=0,
            title="Portfolio",
            dated=desk.ports.now().local_date,
            ties=tuple(Tie(criterion=c, method="P") for c in refs(enrolment)),
            varcs=ALL_VARCS,
        ),
    )
    mark_criteria(desk.ports, refs(enrolment), Verdict.MET)
    judge_unit(desk.ports, enrolment, ready_judgement())


def ready_judgement() -> Judgement:
    """A judgement that freezing accepts."""
    return Judgement(competence=Competence.COMPETENT, text="All seen.", varcs=ALL_VARCS, conflict_checked=True)


def frozen_sheet(desk: Desk, unit: Unit = RELIABLE) -> Sheet:
    """A frozen sheet of a candidate made ready."""
    candidate = add_candidate(desk, unit)
    enrolment = enrolment_of(desk, candidate, unit)
    make_ready(desk, enrolment)
    return freeze_unit(desk.ports, enrolment.id)


SIGNERS = {
    Role.CANDIDATE: Signer(role=Role.CANDIDATE, name="Tegwen Morris", identity_check="Known"),
    Role.MANAGER: Signer(
        role=Role.MANAGER, name="Gwyn Parry", role_title="line manager", identity_check="Staff badge seen"
    ),
    Role.ASSESSOR: Signer(role=Role.ASSESSOR, name="Ruth Okonjo", identity_check="Own device key"),
    Role.COUNTERSIGNER: Signer(role=Role.COUNTERSIGNER, name="Ada Quill", identity_check="Known"),
    Role.IQA: Signer(role=Role.IQA, name="Ivo Reed", identity_check="Known"),
}


def draw(desk: Desk, sheet: Sheet, role: Role) -> UUID:
    """Draw one fresh stroke on the pad; returns the capture."""
    desk.strokes += 1
    capture, _ = begin_capture(desk.ports, sheet.document_id, role)
    points = tuple(InkPoint(x=100 * i, y=desk.strokes, t=8 * i) for i in range(12))
    keep_stroke(desk.ports, capture, sheet.document_id, role, Stroke(points=points))
    return capture


def sign(desk: Desk, sheet: Sheet, role: Role, **changes: object) -> Sheet:
    """Sign in `role` with fresh ink and every tick; `changes` replace fields of the signing or of its signer."""
    row = next((s for s in sheet.record.signatories if s.role is role), None)
    ticks: tuple[bool, ...] = ()
    if row and row.declaration.ticked:
        ticks = (True, False) if row.declaration.choose_one else tuple(True for _ in row.declaration.statements)
    signer_changes = {k: v for k, v in changes.items() if k in Signer.__dataclass_fields__}
    signing = Signing(
        document=sheet.document_id,
        signer=replace(SIGNERS[role], **signer_changes),  # type: ignore[arg-type]
        ticks=ticks,
        capture=None if "capture" in changes else draw(desk, sheet, role),
    )
    others = {k: v for k, v in changes.items() if k not in signer_changes}
    return sign_sheet(desk.ports, replace(signing, **others))  # type: ignore[arg-type]
