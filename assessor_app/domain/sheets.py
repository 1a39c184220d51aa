"""The life of one version of a form: frozen, signed in order, sealed, and perhaps ended.

States follow design.md section 5. A sheet is never changed: voiding or superseding ends its version, and a new version
with a new document id is made and signed again.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from assessor_app.domain.judging import RecordedReason
from assessor_app.domain.moments import Moment
from assessor_app.domain.record import BaseRecord
from assessor_app.domain.roles import Role
from assessor_app.domain.signatures import Medium, Signer


class SheetState(Enum):
    """Where a version of a sheet stands."""

    FROZEN = "frozen"
    SEALED = "sealed"
    VOID = "void"
    SUPERSEDED = "superseded"

    @property
    def is_live(self) -> bool:
        """True where signatures on it still count."""
        return self in (SheetState.FROZEN, SheetState.SEALED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A signature as kept: on which content, under which sequence of the event log.

    `scan_sha256` is the file of one that was made on paper (empty in records from before it was kept here).
    """

    id: UUID
    document_id: UUID
    signer: Signer
    ticks: tuple[bool, ...]
    medium: Medium
    at: Moment
    sequence: int
    content_hash: str
    ink_hash: str = ""
    clock_warning: str = ""
    paper_date: date | None = None
    pdf_sha256: str = ""
    scan_sha256: str = ""

    @property
    def role(self) -> Role:
        """The role that was signed in."""
        return self.signer.role

    @property
    def printed_date(self) -> date:
        """The date as the form shows it: as written on paper, else the local date of signing."""
        return self.paper_date or self.at.local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A signer was asked and did not sign: away, refusing, or signing elsewhere. It never opens the gate."""

    role: Role
    name: str
    reason: RecordedReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One version of one form with what has happened to it since it was frozen."""

    record: BaseRecord
    subject: UUID
    state: SheetState
    base_sha256: str
    pdf_sha256: str
    signatures: tuple[Signature, ...] = ()
    not_signed: tuple[Refused, ...] = ()
    ended: RecordedReason | None = None
    replaced_by: UUID | None = None

    @property
    def document_id(self) -> UUID:
        """The id printed on every page."""
        return self.record.document_id

    @property
    def signed_roles(self) -> frozenset[Role]:
        """Roles that have signed this version."""
        return frozenset(s.role for s in self.signatures)

    @property
    def outstanding(self) -> tuple[Role, ...]:
        """Required roles that have not signed, in signing order."""
        return tuple(r for r in self.record.required_roles if r not in self.signed_roles)

    @property
    def is_complete(self) -> bool:
        """Every required role has signed."""
        return not self.outstanding
