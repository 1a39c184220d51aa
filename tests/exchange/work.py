"""Work on a laptop, in one line each: what there is to exchange."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.observations import Observation, Paragraph
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.keep_candidate import keep_candidate
from assessor_app.usecases.keep_evidence import add_evidence, store_file
from assessor_app.usecases.ports import Ports
from tests.desk import ENVIRONMENT, Desk, add_candidate, enrolment_of, make_ready, sign


def new_candidate(desk: Desk, name: str = "Tegwen Morris") -> UUID:
    """A candidate on a unit that candidate and assessor sign."""
    return add_candidate(desk, ENVIRONMENT, name=name)


def visit(ports: Ports, candidate: UUID, words: str = "Served two customers.") -> UUID:
    """A finished visit."""
    with ports.store.writing("visit") as records:
        number = len(records.observations_of(candidate)) + 1
        observation = Observation(
            id=ports.new_id(),
            candidate=candidate,
            number=number,
            title=f"Visit {number}",
            day=date(2026, 11, 18),
            start="10:00",
            end="11:00",
            paragraphs=(Paragraph(time="10:05", text=words),),
            finished=True,
        )
        records.put_observation(observation)
    return observation.id


def rename(ports: Ports, candidate: UUID, name: str) -> None:
    """Correct a candidate's name."""
    with ports.store.reading() as records:
        kept = records.candidate(candidate)
        units = [e.unit for e in records.enrolments_of(candidate)]
    keep_candidate(ports, replace(kept, name=name), units)


def photo(ports: Ports, candidate: UUID, content: bytes = b"a picture") -> UUID:
    """Evidence with a file."""
    item = EvidenceItem(
        id=ports.new_id(),
        candidate=candidate,
        number=0,
        title="Photograph of the rota",
        dated=date(2026, 11, 18),
        file=store_file(ports, "rota.jpg", "image/jpeg", content),
    )
    return add_evidence(ports, item).id


def sealed_sheet(desk: Desk, candidate: UUID) -> Sheet:
    """The candidate's unit, made ready, frozen and signed by everyone."""
    enrolment = enrolment_of(desk, candidate, ENVIRONMENT)
    make_ready(desk, enrolment)
    sheet = freeze_unit(desk.ports, enrolment.id)
    with desk.ports.store.reading() as records:
        name = records.candidate(candidate).name
    sheet = sign(desk, sheet, Role.CANDIDATE, name=name)
    return sign(desk, sheet, Role.ASSESSOR)
