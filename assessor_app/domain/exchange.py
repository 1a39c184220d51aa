"""What laptop and centre tell each other in a bundle: who sends, what is in it, and what the centre answers.

A bundle carries stored records as they are (canonical JSON whose SHA-256 the sender's event log names), files under
their content hash, and a stretch of that event log. Everything here is a plain value; `bundle` puts it into a container
and takes it out again, `usecases` decide what goes in and what is believed (design.md section 6).
"""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from assessor_app.domain.events import Event
from assessor_app.domain.moments import Moment
from assessor_app.domain.people import Assessor, Centre

FORMAT = 1


class BundleKind(Enum):
    """What a bundle is for; stands in its manifest."""

    ENROLMENT_REQUEST = "enrolment-request"
    ENROLMENT = "enrolment"
    SIGN_OFF = "sign-off"
    RECEIPT = "receipt"

    @property
    def title(self) -> str:
        """The kind in words."""
        return {
            "enrolment-request": "Enrolment request",
            "enrolment": "Enrolment",
            "sign-off": "Export to the centre",
            "receipt": "Receipt",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKey:
    """One state of one stored record: its table, its id, and the SHA-256 of its canonical JSON."""

    kind: str
    id: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRecord:
    """A record as a vault keeps it. `body` is its canonical JSON; `parent` and `sort` are where it belongs."""

    kind: str
    id: str
    parent: str
    sort: str
    revision: int
    sha256: str
    body: str

    @property
    def key(self) -> RecordKey:
        """Kind, id and hash."""
        return RecordKey(kind=self.kind, id=self.id, sha256=self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRecord:
    """A record as a manifest lists it. Its body stands in the member of its kind, in the order of the list."""

    kind: str
    id: str
    parent: str
    sort: str
    revision: int
    sha256: str

    @classmethod
    def of(cls, record: StoredRecord) -> "ListedRecord":
        """The record without its body."""
        return cls(
            kind=record.kind,
            id=record.id,
            parent=record.parent,
            sort=record.sort,
            revision=record.revision,
            sha256=record.sha256,
        )

    def with_body(self, body: str) -> StoredRecord:
        """The whole record again."""
        return StoredRecord(
            kind=self.kind,
            id=self.id,
            parent=self.parent,
            sort=self.sort,
            revision=self.revision,
            sha256=self.sha256,
            body=body,
        )


class FileUse(Enum):
    """What a file is: the folder of its member."""

    SHEET = "sheets"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedFile:
    """A file that a record names; `size` is in bytes, 0 where the record does not say."""

    use: FileUse
    sha256: str
    size: int

    @property
    def key(self) -> RecordKey:
        """Files are acknowledged like records, under their content hash."""
        return RecordKey(kind="file", id=self.sha256, sha256=self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A record that may leave the laptop, whose it is, and the files that go with it."""

    record: StoredRecord
    candidate: str = ""
    files: tuple[WantedFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFile:
    """A file that travels with the records, under the SHA-256 of its content; `size` is in bytes."""

    use: FileUse
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """The member that holds it."""
        return f"{self.use.value}/{self.sha256}{'.pdf' if self.use is FileUse.SHEET else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One end of the exchange. `key` is the SHA-256 of its public key, `recipient` its age key."""

    key: str
    recipient: str
    device: str
    centre: Centre
    assessor: Assessor | None = None

    @property
    def title(self) -> str:
        """Whoever it is, in words."""
        if self.assessor is None:
            return self.centre.name
        number = f" ({self.assessor.number})" if self.assessor.number else ""
        return f"{self.assessor.name}{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSpan:
    """The stretch of the sender's event log in the bundle: first and last sequence, and the hash of the last."""

    first: int
    last: int
    head: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`manifest.json`: signed through its hash, read before anything else. `number` counts the sender's bundles."""

    format: int
    kind: BundleKind
    bundle: UUID
    number: int
    made: Moment
    sender: Party
    recipient: str
    records: tuple[ListedRecord, ...] = ()
    files: tuple[ListedFile, ...] = ()
    events: EventSpan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentAnswer:
    """What a centre sends back: its authority, the certificate for the device's own key, and its age recipient."""

    authority_pem: str
    device_certificate_pem: str
    device: str
    centre_certificate_pem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleSeen:
    """A bundle that the centre has, as a receipt names it."""

    bundle: UUID
    number: int
    sha256: str


class Standing(Enum):
    """Where a received state of a record stands at the centre."""

    CURRENT = "current"
    REPLACED = "replaced"  # a newer state of the same record came with it, before it or after it
    CONFLICT = "conflict"  # two states, neither of which knows of the other: both are kept, a person picks
    SET_ASIDE = "set aside"  # the other side of a conflict was picked; this one is kept all the same
    QUARANTINED = "quarantined"  # kept and not used: it does not fit what was signed or logged

    @property
    def is_accepted(self) -> bool:
        """The centre has it for good, so the laptop may archive it."""
        return self in (Standing.CURRENT, Standing.REPLACED, Standing.SET_ASIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A state of a record at the centre: what arrived, from which device, in which bundle, and how it stands."""

    record: StoredRecord
    device: str
    bundle: UUID
    standing: Standing
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipted:
    """One state of a record in a receipt, with the reason where it was not accepted."""

    kind: str
    id: str
    sha256: str
    standing: Standing
    reason: str = ""

    @property
    def key(self) -> RecordKey:
        """Kind, id and hash."""
        return RecordKey(kind=self.kind, id=self.id, sha256=self.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """All that the centre holds from one device, so that any later receipt stands for every earlier one.

    `event_sequence` and `event_head` are the last event up to which the centre holds the log without a gap.
    """

    device_key: str
    bundles: tuple[BundleSeen, ...]
    missing_numbers: tuple[int, ...]
    records: tuple[Receipted, ...]
    event_sequence: int = 0
    event_head: str = ""
    forked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What goes into one bundle, before it has hashes of its own. `message` is the kind's own JSON."""

    manifest: Manifest
    records: tuple[StoredRecord, ...] = ()
    events: tuple[Event, ...] = ()
    message: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleSigner:
    """Whose signature stands over a bundle, as its certificate says; whether it is believed is the reader's matter."""

    key: str
    subject: str
    certificate_pem: bytes
    signed_ms: int


class PeerState(Enum):
    """Whether what a peer sends is believed."""

    ENROLLED = "enrolled"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """An enrolled other end: for a centre one of its devices, for a laptop its centre."""

    party: Party
    certificate_pem: str
    enrolled: Moment
    state: PeerState = PeerState.ENROLLED
    authority_pem: str = ""
    revoked: Moment | None = None
    reason: str = ""


class Direction(Enum):
    """Which way a bundle went."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """A bundle that was written or read here. `peer` is the other end's key; `size` is in bytes, 0 until written.

    `event_sequence` and `event_head`: the last event that an export carried, or that a receipt acknowledged.
    """

    bundle: UUID
    kind: BundleKind
    direction: Direction
    number: int
    peer: str
    at: Moment
    sha256: str = ""
    size: int = 0
    file_name: str = ""
    acknowledged: Moment | None = None
    event_sequence: int = 0
    event_head: str = ""
    counts: tuple[tuple[str, int], ...] = ()
