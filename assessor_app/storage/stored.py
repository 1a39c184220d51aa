"""Shapes of bodies that differ from the domain's values: what is shared or changes apart is kept apart."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessor_app.domain.judging import RecordedReason
from assessor_app.domain.record import BaseRecord
from assessor_app.domain.sheets import SheetState
from assessor_app.domain.units import Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEnrolment:
    """An enrolment without its unit, which is stored once for each edition."""

    id: UUID
    candidate: UUID
    unit_edition: str
    position: int
    letter: str
    regime: Regime | None = None
    regime_decided: RecordedReason | None = None
    started_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSheet:
    """A frozen sheet without what happens to it afterwards."""

    record: BaseRecord
    subject: UUID
    base_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStatus:
    """What has happened to a sheet so far: the one part of it that changes."""

    state: SheetState
    pdf_sha256: str
    ended: RecordedReason | None = None
    replaced_by: UUID | None = None
