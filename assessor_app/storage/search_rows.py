"""What the full text index says of a record: one place for writing it, checking it and making it anew."""

from dataclasses import dataclass

from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.observations import Observation
from assessor_app.domain.people import Candidate


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SearchRow:
    """A row of the index; `candidate` is empty where the record belongs to nobody."""

    kind: str
    id: str
    candidate: str
    title: str
    text: str


def candidate_row(candidate: Candidate) -> SearchRow:
    return SearchRow(
        kind="candidate",
        id=str(candidate.id),
        candidate=str(candidate.id),
        title=candidate.name,
        text=candidate.workplace,
    )


def observation_row(observation: Observation) -> SearchRow:
    spoken = [f"{q.question} {q.answer}" for q in observation.questions]
    return SearchRow(
        kind="observation",
        id=str(observation.id),
        candidate=str(observation.candidate),
        title=observation.title,
        text="\n".join([observation.narrative, *spoken, observation.place, observation.feedback]),
    )


def evidence_row(item: EvidenceItem) -> SearchRow | None:
    """None for the item that stands for a visit: the visit itself is indexed."""
    if item.observation is not None:
        return None
    return SearchRow(
        kind="evidence",
        id=str(item.id),
        candidate=str(item.candidate),
        title=item.title,
        text=f"{item.location} {item.shows}",
    )
