"""Units with no gap and no live sheet: those that can be frozen now.

Only units whose every criterion is met are looked at closely; the caseload's counts say which those are.
"""

from dataclasses import dataclass

from assessor_app.domain.gaps import gap_list
from assessor_app.domain.judging import Enrolment
from assessor_app.usecases.live_content import live_sheet
from assessor_app.usecases.ports import Ports


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyUnit:
    """A unit that can be frozen, and whose it is."""

    enrolment: Enrolment
    candidate: str


def ready_units(ports: Ports) -> tuple[ReadyUnit, ...]:
    """All of them, in the order of the caseload."""
    today = ports.now().local_date
    found = []
    with ports.store.reading() as records:
        for row in records.caseload():
            complete = [u.enrolment for u in row.units if u.progress.total and u.progress.met == u.progress.total]
            if not complete:
                continue
            evidence = records.evidence_of(row.id)
            for key in complete:
                unit = records.enrolment(key)
                gaps = gap_list(unit, evidence, records.decisions_of(key), records.judgement_of(key), today)
                if not gaps and live_sheet(records, key) is None:
                    found.append(ReadyUnit(enrolment=unit, candidate=row.name))
    return tuple(found)
