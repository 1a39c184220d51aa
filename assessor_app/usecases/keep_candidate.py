"""Add or change a candidate and the units they take."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from assessor_app.domain.errors import KnownError
from assessor_app.domain.gaps import criterion_states, progress
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.people import Candidate
from assessor_app.domain.units import Unit
from assessor_app.usecases.ports import Ports, Records


def keep_candidate(ports: Ports, candidate: Candidate, units: Sequence[Unit]) -> None:
    """Store the candidate as taking exactly `units`.

    A unit that was taken before keeps its enrolment and edition. A unit with evidence, decisions or sheets is not
    taken away: KnownError, nothing stored.
    """
    if not candidate.name.strip():
        raise KnownError("The candidate has no name.", advice="Type a name.", code="candidate-unnamed")
    with ports.store.writing("keep candidate") as records:
        records.put_candidate(replace(candidate, name=" ".join(candidate.name.split())))
        taken = {e.unit.key: e for e in records.enrolments_of(candidate.id)}
        wanted = {unit.key for unit in units}
        for key, enrolment in taken.items():
            if key not in wanted:
                _leave(records, enrolment)
        position = max((e.position for e in taken.values()), default=-1)
        letters = {e.letter for e in taken.values()}
        for unit in units:
            if unit.key in taken:
                continue
            position += 1
            enrolment = Enrolment(
                id=ports.new_id(),
                candidate=candidate.id,
                unit=unit,
                position=position,
                letter=free_letter(unit, letters),
                started_on=ports.now().local_date,
            )
            letters.add(enrolment.letter)
            records.put_enrolment(enrolment)
            records.put_progress(enrolment, progress(criterion_states(enrolment, (), ())))


def remove_samples(ports: Ports) -> int:
    """Take the sample candidates away; returns how many."""
    with ports.store.reading() as records:
        samples = [c.id for c in records.candidates() if c.is_sample]
    if samples:
        with ports.store.writing("remove sample data") as records:
            for candidate in samples:
                records.remove_candidate(candidate)
    return len(samples)


def free_letter(unit: Unit, used: set[str]) -> str:
    """The letter on the unit's badge, else the first unused one of its words, else of the alphabet."""
    words: list[str] = [unit.badge, *(word[0].upper() for word in unit.name.split() if word[0].isalpha())]
    for letter in words + list("ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
        if letter not in used:
            return letter
    return f"{len(used) + 1}"


def _leave(records: Records, enrolment: Enrolment) -> None:
    tied = any(t.criterion.enrolment == enrolment.id for i in records.evidence_of(enrolment.candidate) for t in i.ties)
    if tied or records.decisions_of(enrolment.id) or records.sheets_of(enrolment.id):
        raise KnownError(
            f"{enrolment.unit.name} has evidence or decisions already.",
            advice="Keep the unit; it can stay unfinished.",
            code="unit-in-use",
        )
    records.remove_enrolment(enrolment.id)


def new_candidate_id(ports: Ports) -> UUID:
    """An id for a candidate about to be typed in."""
    return ports.new_id()
