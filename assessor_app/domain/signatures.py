"""A signature as captured: who, in which role, how checked, when, on what; and what the row on the form shows."""

from dataclasses import dataclass
from datetime import date

from assessor_app.domain.ink import Ink
from assessor_app.domain.moments import Moment
from assessor_app.domain.roles import Role
from assessor_app.domain.seal_statement import Medium

__all__ = ["Capture", "Medium", "PaperSignature", "Signer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """The person as they gave their name, and how the assessor knew who they were."""

    role: Role
    name: str
    role_title: str = ""
    job_title: str = ""
    organisation: str = ""
    relationship: str = ""
    identity_check: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSignature:
    """A signature made on paper or elsewhere: the date as written there; its order is declared, not proven."""

    date_written: date
    scan_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Everything known only at the moment of signing; drawn into the field's appearance and sealed with it."""

    signer: Signer
    ticks: tuple[bool, ...]
    medium: Medium
    at: Moment
    sequence: int
    device: str
    ink: Ink | None = None
    mark_witness: str = ""
    clock_warning: str = ""
    paper: PaperSignature | None = None
