"""Forms that were begun and not sent yet: a candidate's details, a new item of evidence.

What stands in them is kept while it is typed, so that neither a crash nor the lock loses it. Adds no event and changes
no record. A form of another version that cannot be read stays kept; the empty form is given in its place.
"""

from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.people import Candidate
from assessor_app.usecases.ports import Ports

NEW = UUID(int=0)  # a candidate who was not added yet
CANDIDATE, EVIDENCE = "candidate form", "evidence form"


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunCandidate:
    """The details as typed, and the keys of the ticked units."""

    candidate: Candidate
    units: tuple[str, ...] = ()


def keep_candidate_form(ports: Ports, form: BegunCandidate) -> None:
    """Keep what stands in the form of `form.candidate`, whose id is `NEW` until they are added."""
    with ports.store.drafting() as records:
        records.put_begun(CANDIDATE, form.candidate.id, form)


def candidate_form(ports: Ports, candidate: UUID) -> BegunCandidate | None:
    """What was typed about the candidate and not sent, or None."""
    with suppress(KnownError), ports.store.reading() as records:
        return records.begun(CANDIDATE, candidate, BegunCandidate)
    return None


def drop_candidate_form(ports: Ports, candidate: UUID) -> None:
    """The form was sent, or given up."""
    with ports.store.drafting() as records:
        records.drop_draft(CANDIDATE, candidate)


def keep_evidence_form(ports: Ports, about: UUID, item: EvidenceItem) -> None:
    """Keep the new item as it stands in the form; `about` is the visit or the candidate that it is added to."""
    with ports.store.drafting() as records:
        records.put_begun(EVIDENCE, about, item)


def evidence_form(ports: Ports, about: UUID) -> EvidenceItem | None:
    """The new item that was begun there, or None."""
    with suppress(KnownError), ports.store.reading() as records:
        return records.begun(EVIDENCE, about, EvidenceItem)
    return None


def drop_evidence_form(ports: Ports, about: UUID) -> None:
    """The item was added, or given up."""
    with ports.store.drafting() as records:
        records.drop_draft(EVIDENCE, about)
