"""Decide on criteria and on the unit. Earlier decisions stay beneath later ones."""

from collections.abc import Sequence
from dataclasses import replace

from assessor_app.domain.errors import KnownError
from assessor_app.domain.evidence import CriterionRef
from assessor_app.domain.judging import Decision, Enrolment, Judgement, RecordedReason, Verdict
from assessor_app.domain.units import Regime
from assessor_app.usecases.live_content import profile_of, refresh, supersede_if_changed
from assessor_app.usecases.ports import Ports


def mark_criteria(ports: Ports, criteria: Sequence[CriterionRef], verdict: Verdict, reason: str = "") -> None:
    """Put a decision on each criterion."""
    at = ports.now()
    with ports.store.writing("mark criterion") as records:
        by = profile_of(records).assessor.name
        touched: dict[object, Enrolment] = {}
        for criterion in criteria:
            enrolment = touched.setdefault(criterion.enrolment, records.enrolment(criterion.enrolment))
            enrolment.unit.criterion(criterion.number)
            records.add_decision(
                Decision(id=ports.new_id(), criterion=criterion, verdict=verdict, reason=reason, by=by, at=at)
            )
        for enrolment in touched.values():
            refresh(records, enrolment, at)


def judge_unit(ports: Ports, enrolment: Enrolment, judgement: Judgement) -> Judgement:
    """Keep the judgement as it now reads; the moment is set where its words or its answer changed."""
    at = ports.now()
    with ports.store.writing("judge unit") as records:
        before = records.judgement_of(enrolment.id)
        if replace(before, at=None) == replace(judgement, at=None):
            return before
        kept = replace(judgement, at=at)
        records.put_judgement(enrolment.id, kept)
        supersede_if_changed(records, enrolment.id, at)
    return kept


def decide_regime(ports: Ports, enrolment: Enrolment, regime: Regime, reason: str) -> Enrolment:
    """Record once, as the centre's decision, how a unit without a stated regime is signed off."""
    if enrolment.unit.regime is not None:
        raise KnownError(
            "This unit's document says how it is signed off.", advice="Nothing needs deciding.", code="regime-stated"
        )
    if not reason.strip():
        raise KnownError("The reason is missing.", advice="Say on whose word this is decided.", code="no-reason")
    at = ports.now()
    with ports.store.writing("decide regime") as records:
        by = profile_of(records).assessor.name
        decided = replace(
            records.enrolment(enrolment.id),
            regime=regime,
            regime_decided=RecordedReason(text=reason, by=by, at=at),
        )
        records.put_enrolment(decided)
        refresh(records, decided, at)
    return decided


def recorded_reason(ports: Ports, text: str, centre_decision: str = "") -> RecordedReason:
    """A reason of the assessor's, now."""
    with ports.store.reading() as records:
        by = profile_of(records).assessor.name
    return RecordedReason(text=text, by=by, at=ports.now(), centre_decision=centre_decision)
