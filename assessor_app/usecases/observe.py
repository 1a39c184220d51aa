"""Record a visit: start it, keep every keystroke, make it a record with its evidence, finish it."""

from dataclasses import replace
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.observations import Observation
from assessor_app.usecases.draft_text import read_observation_draft, write_observation_draft
from assessor_app.usecases.live_content import profile_of, refresh_candidate, supersede_if_changed
from assessor_app.usecases.ports import Ports, Records

DRAFT = "observation"
UNREADABLE = "observation, unreadable"


def start_observation(ports: Ports, candidate: UUID, title: str = "") -> Observation:
    """Begin a visit now at the candidate's workplace; it is a record from its first moment."""
    at = ports.now()
    with ports.store.writing("start observation") as records:
        person = records.candidate(candidate)
        number = max((o.number for o in records.observations_of(candidate)), default=0) + 1
        observation = Observation(
            id=ports.new_id(),
            candidate=candidate,
            number=number,
            title=title or f"Visit {number}",
            day=at.local_date,
            start=f"{at.local:%H:%M}",
            place=person.workplace,
        )
        records.put_observation(observation)
    return observation


def open_observation(ports: Ports, observation: UUID) -> Observation:
    """The visit as last typed: the draft where one is newer than the record."""
    with ports.store.reading() as records:
        record = records.observation(observation)
        body = records.draft(DRAFT, observation)
    if body is None:
        return record
    try:
        return read_observation_draft(body, record)
    except (ValueError, KeyError, TypeError):
        with ports.store.drafting() as records:
            records.put_draft(UNREADABLE, observation, body)  # kept aside: the next autosave would write over it
        return record


def keep_draft(ports: Ports, observation: Observation) -> None:
    """Autosave: make what was typed survive anything. Adds no event."""
    with ports.store.drafting() as records:
        records.put_draft(DRAFT, observation.id, write_observation_draft(observation))


def record_observation(ports: Ports, observation: Observation) -> None:
    """Make the visit's present state the record, with the evidence item that its ties amount to."""
    at = ports.now()
    with ports.store.writing("record observation") as records:
        if records.observation(observation.id) == observation:
            records.drop_draft(DRAFT, observation.id)
        else:
            records.put_observation(observation)
            records.drop_draft(DRAFT, observation.id)
        _keep_as_evidence(ports, records, observation)
        supersede_if_changed(records, observation.id, at)
        refresh_candidate(records, observation.candidate, at)


def finish_observation(ports: Ports, observation: Observation) -> Observation:
    """End the visit; the unit may well be unfinished (most are)."""
    if not observation.narrative.strip() and not observation.questions:
        raise KnownError(
            "Nothing is written yet.", advice="Write what you saw, or ask a question, then finish.", code="empty-visit"
        )
    done = replace(observation, finished=True, end=observation.end or f"{ports.now().local:%H:%M}")
    record_observation(ports, done)
    return done


def _keep_as_evidence(ports: Ports, records: Records, observation: Observation) -> None:
    items = records.evidence_of(observation.candidate)
    own = next((i for i in items if i.observation == observation.id), None)
    ties = observation.ties
    if own is None and not ties:
        return
    if own is None:
        own = EvidenceItem(
            id=ports.new_id(),
            candidate=observation.candidate,
            number=max((i.number for i in items), default=0) + 1,
            title=observation.title,
            dated=observation.day,
            observation=observation.id,
            location=f"Observation record {observation.ref}",
            assessor_initials=profile_of(records).assessor.initials,
        )
    changed = replace(own, title=observation.title, dated=observation.day, ties=ties)
    records.put_evidence(changed)
