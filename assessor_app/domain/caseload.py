"""Rows for lists: what one look at a candidate, a sheet or a hit of the search needs, and no more."""

from dataclasses import dataclass
from uuid import UUID

from assessor_app.domain.gaps import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitProgress:
    """One unit of a candidate in a list."""

    enrolment: UUID
    letter: str
    position: int
    name: str
    awarding_body: str
    progress: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadRow:
    """One candidate in a list."""

    id: UUID
    name: str
    workplace: str
    units: tuple[UnitProgress, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One result of the full text search; `excerpt` has the matches between « and »."""

    kind: str
    id: UUID
    candidate: UUID | None
    title: str
    excerpt: str
