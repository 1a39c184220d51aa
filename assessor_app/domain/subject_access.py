"""What a vault holds of one candidate, whole, for the copy that they may ask for (UK GDPR, article 15)."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from assessor_app.domain.events import Event
from assessor_app.domain.exchange import Shipment, StoredRecord
from assessor_app.domain.moments import Moment

Row = Mapping[str, int | str]
"""A row of a table that holds no records, by column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecord:
    """A stored record, the device that wrote it, and when the first and the last event named it (None: none did)."""

    record: StoredRecord
    device: str
    made: Moment | None
    changed: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectData:
    """Every row that is the candidate's.

    `units` are the editions of the units that they take. `beside` are rows that are no records, by table. `shipments`
    carried one of the records out or acknowledged it. `events` name of each event only what is the candidate's.
    `hashes` is whatever could be the name of one of their files; `let_go` are files that no record names any more.
    """

    candidate: UUID
    records: tuple[FoundRecord, ...]
    units: tuple[FoundRecord, ...]
    beside: Mapping[str, tuple[Row, ...]]
    shipments: tuple[Shipment, ...]
    events: tuple[Event, ...]
    hashes: frozenset[str]
    let_go: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedFile:
    """A file of the vault in the copy. `name` is its path in the copy's folder; empty where it is `missing`, and why.

    `what` says in words what it is, `size` is in bytes.
    """

    sha256: str
    what: str
    name: str = ""
    size: int = 0
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPlan:
    """What a copy would hold: the candidate's name, records by kind, number of files and their bytes in the vault.

    `named_elsewhere` is in how many records of other candidates the name is found; those are not in the copy.
    """

    name: str
    records: tuple[tuple[str, int], ...]
    files: int
    size: int
    named_elsewhere: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGiven:
    """A copy that was written: where, how many records and files, and what could not be read."""

    folder: Path
    records: int
    files: int
    missing: tuple[str, ...] = ()
