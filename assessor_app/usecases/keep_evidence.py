"""Evidence items: attach a file, note what stays in the workplace, tie items to criteria, answer VARCS."""

from dataclasses import replace
from pathlib import PurePath
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import EvidenceItem, StoredFile, Tie, Varcs
from assessor_app.usecases.live_content import profile_of, refresh_candidate
from assessor_app.usecases.ports import Ports

LARGEST_FILE = 200 * 1024 * 1024  # bytes


def store_file(ports: Ports, name: str, media_type: str, data: bytes) -> StoredFile:
    """Keep a file's content encrypted; the name is stripped of folders."""
    if not data:
        raise KnownError("The file is empty.", advice="Choose another file.", code="file-empty")
    if len(data) > LARGEST_FILE:
        raise KnownError("The file is larger than 200 MB.", advice="Attach a shorter extract.", code="file-large")
    sha256 = ports.files.keep(data)
    return StoredFile(sha256=sha256, name=PurePath(name).name, media_type=media_type, size=len(data))


def add_evidence(ports: Ports, item: EvidenceItem) -> EvidenceItem:
    """Add an item under the candidate's next reference number."""
    if not item.title.strip():
        raise KnownError("The evidence has no title.", advice="Say what it is.", code="evidence-untitled")
    at = ports.now()
    with ports.store.writing("add evidence") as records:
        number = max((i.number for i in records.evidence_of(item.candidate)), default=0) + 1
        kept = replace(
            item,
            number=number,
            assessor_initials=item.assessor_initials or profile_of(records).assessor.initials,
        )
        records.put_evidence(kept)
        refresh_candidate(records, item.candidate, at)
    return kept


def change_evidence(ports: Ports, item: EvidenceItem) -> None:
    """Keep an item as it now reads."""
    at = ports.now()
    with ports.store.writing("change evidence") as records:
        records.put_evidence(item)
        refresh_candidate(records, item.candidate, at)


def tie(ports: Ports, item: UUID, ties: tuple[Tie, ...]) -> None:
    """Say anew which criteria the item proves, and by which method."""
    at = ports.now()
    with ports.store.writing("tie evidence") as records:
        kept = records.evidence(item)
        if kept.observation is not None:
            raise KnownError(
                f"{kept.ref} is a visit: its paragraphs say which criteria it proves.",
                advice="Open the observation and tie the paragraph.",
                code="tie-in-observation",
            )
        records.put_evidence(replace(kept, ties=ties))
        refresh_candidate(records, kept.candidate, at)


def answer_varcs(ports: Ports, item: UUID, varcs: Varcs) -> None:
    """Tick valid, authentic, reliable, current, sufficient for one item."""
    at = ports.now()
    with ports.store.writing("answer varcs") as records:
        kept = records.evidence(item)
        records.put_evidence(replace(kept, varcs=varcs))
        refresh_candidate(records, kept.candidate, at)


def remove_evidence(ports: Ports, item: UUID) -> EvidenceItem:
    """Take an item out of the index; returned so that it can be put back (undo)."""
    at = ports.now()
    with ports.store.writing("remove evidence") as records:
        kept = records.evidence(item)
        records.remove_evidence(item)
        refresh_candidate(records, kept.candidate, at)
    return kept


def restore_evidence(ports: Ports, item: EvidenceItem) -> None:
    """Put back what `remove_evidence` returned, under the same reference where that is still free (undo)."""
    at = ports.now()
    with ports.store.writing("restore evidence") as records:
        numbers = {i.number for i in records.evidence_of(item.candidate)}
        number = item.number if item.number not in numbers else max(numbers) + 1
        records.put_evidence(replace(item, number=number))
        refresh_candidate(records, item.candidate, at)
