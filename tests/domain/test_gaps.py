"""The gap list: empty exactly when the sheet may be frozen."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from assessor_app.domain.evidence import ALL_VARCS, CriterionRef, EvidenceItem, Tie, Varcs
from assessor_app.domain.gaps import CriterionState, GapKind, criterion_states, gap_list, progress
from assessor_app.domain.judging import (
    ChecklistRow,
    Competence,
    Decision,
    Enrolment,
    Judgement,
    RecordedReason,
    Verdict,
)
from assessor_app.domain.moments import Moment
from assessor_app.domain.units import Unit, number_key
from tests.desk import EXPECTATIONS, OPERATIONS, RELIABLE, ready_judgement

TODAY = date(2026, 11, 22)
NOW = Moment(utc_ms=1_795_000_000_000)


def enrol(unit: Unit = RELIABLE) -> Enrolment:
    return Enrolment(id=UUID(int=1), candidate=UUID(int=2), unit=unit, position=0, letter="R")


def item(enrolment: Enrolment, *, varcs: Varcs = ALL_VARCS, leave_out: str = "") -> EvidenceItem:
    numbers = [c.number for c in enrolment.unit.criteria if c.number != leave_out]
    ties = tuple(Tie(criterion=CriterionRef(enrolment=enrolment.id, number=n), method="P") for n in numbers)
    return EvidenceItem(
        id=UUID(int=3), candidate=enrolment.candidate, number=1, title="t", dated=TODAY, ties=ties, varcs=varcs
    )


def decisions(enrolment: Enrolment, verdict: Verdict = Verdict.MET) -> tuple[Decision, ...]:
    return tuple(
        Decision(
            id=UUID(int=i),
            criterion=CriterionRef(enrolment=enrolment.id, number=c.number),
            verdict=verdict,
            reason="",
            by="a",
            at=NOW,
        )
        for i, c in enumerate(enrolment.unit.criteria)
    )


def kinds(enrolment: Enrolment, judgement: Judgement, **evidence: object) -> list[tuple[GapKind, str]]:
    given = evidence.get("items", (item(enrolment),))
    decided = evidence.get("decided", decisions(enrolment))
    return [(g.kind, g.criterion) for g in gap_list(enrolment, given, decided, judgement, TODAY)]  # type: ignore[arg-type]


def test_complete_unit_has_no_gap() -> None:
    assert kinds(enrol(), ready_judgement()) == []


def test_each_missing_thing_is_named() -> None:
    e = enrol()
    assert kinds(e, ready_judgement(), items=(item(e, leave_out="2.8"),)) == [(GapKind.NO_EVIDENCE, "2.8")]
    assert (GapKind.NOT_JUDGED, "1.1") in kinds(e, ready_judgement(), decided=())
    assert (GapKind.NOT_YET_MET, "1.1") in kinds(e, ready_judgement(), decided=decisions(e, Verdict.NOT_YET))
    assert (GapKind.TO_ASK, "1.1") in kinds(e, ready_judgement(), decided=decisions(e, Verdict.ASK))
    assert kinds(e, ready_judgement(), items=(item(e, varcs=replace(ALL_VARCS, current=False)),)) == [
        (GapKind.VARCS, "")
    ]
    assert kinds(e, replace(ready_judgement(), text=" ")) == [(GapKind.JUDGEMENT, "")]
    assert kinds(e, replace(ready_judgement(), competence=Competence.NOT_YET)) == [(GapKind.NOT_COMPETENT, "")]
    assert kinds(e, replace(ready_judgement(), conflict_checked=False)) == [(GapKind.CONFLICT, "")]
    assert kinds(e, replace(ready_judgement(), varcs=Varcs())) == [(GapKind.UNIT_VARCS, "")]


def test_expired_unit_needs_a_recorded_reason_and_a_ticked_checklist() -> None:
    e = enrol(EXPECTATIONS)
    found = kinds(e, ready_judgement())
    assert (GapKind.EXPIRED, "") in found
    assert (GapKind.CHECKLIST, "2.5") in found
    rows = tuple(
        ChecklistRow(number=c.number, found_at="p. 1", candidate_tick=True, assessor_tick=True) for c in e.unit.criteria
    )
    reason = RecordedReason(text="Induction only", by="a", at=NOW)
    assert kinds(e, replace(ready_judgement(), checklist=rows, expiry_reason=reason)) == []
    blank = replace(reason, text="  ")
    assert kinds(e, replace(ready_judgement(), checklist=rows, expiry_reason=blank)) == [(GapKind.EXPIRED, "")]


def test_unit_without_a_regime_asks_for_one() -> None:
    assert kinds(enrol(OPERATIONS), ready_judgement()) == [(GapKind.REGIME, "")]


def test_states_and_progress_follow_the_last_decision() -> None:
    e = enrol()
    history = (*decisions(e), replace(decisions(e, Verdict.OPEN)[0], id=UUID(int=99)))
    states = criterion_states(e, (item(e, leave_out="1.2"),), history)
    assert states["1.1"] is CriterionState.SEEN
    assert states["1.3"] is CriterionState.MET
    counts = progress(states)
    assert (counts.met, counts.seen, counts.open, counts.total) == (22, 1, 0, 23)


def test_numbers_sort_as_numbers() -> None:
    assert sorted(["1.10", "1.9", "1.2"], key=number_key) == ["1.2", "1.9", "1.10"]
