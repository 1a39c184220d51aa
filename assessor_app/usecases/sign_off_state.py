"""Where the sign-off of one unit or one visit stands, read in one transaction: gaps, live version, earlier versions."""

from dataclasses import dataclass, replace
from uuid import UUID

from assessor_app.domain.gaps import Gap, gap_list
from assessor_app.domain.gate import manager_must_sign, observation_signatories, owner_is_candidate, unit_signatories
from assessor_app.domain.judging import Enrolment
from assessor_app.domain.observations import Observation
from assessor_app.domain.people import Assessor, Candidate
from assessor_app.domain.record import ObservationContent, Signatory, UnitContent
from assessor_app.domain.sheets import Sheet
from assessor_app.usecases.judge import judge_unit, recorded_reason
from assessor_app.usecases.live_content import live_sheet, observation_content, unit_content
from assessor_app.usecases.ports import Ports, Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffState:
    """`signatories` are those of the live version, or those that freezing now would ask for."""

    subject: UUID
    content: UnitContent | ObservationContent
    gaps: tuple[Gap, ...]
    signatories: tuple[Signatory, ...]
    asks_manager: bool
    owner_stops: bool
    live: Sheet | None
    versions: tuple[Sheet, ...]
    is_finished: bool = True

    @property
    def candidate(self) -> Candidate:
        """Whose record it is."""
        return self.content.candidate

    @property
    def assessor(self) -> Assessor:
        """Who assesses."""
        return self.content.assessor

    @property
    def enrolment(self) -> Enrolment | None:
        """The unit, where it is the sign-off of a unit."""
        return self.content.enrolment if isinstance(self.content, UnitContent) else None

    @property
    def observation(self) -> Observation | None:
        """The visit, where it is the sign-off of a visit."""
        return self.content.observation if isinstance(self.content, ObservationContent) else None


def unit_sign_off(ports: Ports, enrolment: UUID) -> SignOffState:
    """The sign-off of a unit."""
    with ports.store.reading() as records:
        return unit_state(records, ports, enrolment)


def unit_state(records: Records, ports: Ports, enrolment: UUID) -> SignOffState:
    """The same within a transaction that is open already."""
    unit = records.enrolment(enrolment)
    content = unit_content(records, unit)
    live = live_sheet(records, enrolment)
    today = ports.now().local_date
    gaps = gap_list(unit, content.evidence, content.decisions, content.judgement, today)
    regime = unit.effective_regime
    asks = regime is not None and manager_must_sign(regime, content.assessor)
    exception = content.judgement.manager_exception
    is_allowed = bool(exception and exception.centre_decision.strip())
    stops = asks and owner_is_candidate(content)
    rows = unit_signatories(regime, content.assessor, exception=stops and is_allowed) if regime else ()
    return SignOffState(
        subject=enrolment,
        content=content,
        gaps=gaps if live is None else (),
        signatories=live.record.signatories if live else rows,
        asks_manager=asks,
        owner_stops=stops and not is_allowed,
        live=live,
        versions=records.sheets_of(enrolment),
    )


def observation_sign_off(ports: Ports, observation: UUID) -> SignOffState:
    """The sign-off of a visit: candidate and assessor, no gaps."""
    with ports.store.reading() as records:
        visit = records.observation(observation)
        live = live_sheet(records, observation)
        return SignOffState(
            subject=observation,
            content=observation_content(records, visit),
            gaps=(),
            signatories=live.record.signatories if live else observation_signatories(),
            asks_manager=False,
            owner_stops=False,
            live=live,
            versions=records.sheets_of(observation),
            is_finished=visit.finished,
        )


def give_expiry_reason(ports: Ports, enrolment: UUID, reason: str) -> None:
    """Record why an expired unit may still be signed off."""
    with ports.store.reading() as records:
        unit, judgement = records.enrolment(enrolment), records.judgement_of(enrolment)
    judge_unit(ports, unit, replace(judgement, expiry_reason=recorded_reason(ports, reason)))


def record_manager_exception(ports: Ports, enrolment: UUID, decision: str) -> None:
    """Record the centre's written decision where the owner is the candidate and nobody else can confirm."""
    with ports.store.reading() as records:
        unit, judgement = records.enrolment(enrolment), records.judgement_of(enrolment)
    judge_unit(ports, unit, replace(judgement, manager_exception=recorded_reason(ports, decision, decision)))
