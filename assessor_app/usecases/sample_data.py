"""Put the invented people of `sample_people` into a vault, by the same use cases that a person's clicks call."""

import re
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from assessor_app.domain.evidence import ALL_VARCS, CriterionRef, EvidenceItem, HeldInWorkplace, Tie
from assessor_app.domain.judging import (
    Action,
    ChecklistRow,
    Competence,
    Enrolment,
    Judgement,
    Verdict,
)
from assessor_app.domain.observations import Observation, Paragraph, Question
from assessor_app.domain.people import Candidate
from assessor_app.domain.units import ManagerRule, QualityAssurance, RecordForm, Regime
from assessor_app.usecases.judge import decide_regime, judge_unit, mark_criteria, recorded_reason
from assessor_app.usecases.keep_candidate import keep_candidate
from assessor_app.usecases.keep_evidence import add_evidence, answer_varcs
from assessor_app.usecases.observe import finish_observation, start_observation
from assessor_app.usecases.ports import Ports
from assessor_app.usecases.sample_people import STORIES, Item, Story, Visit


def add_sample_data(ports: Ports) -> None:
    """Candidates in the middle of their work: the last item and the judgement of each are still to come."""
    for story in STORIES:
        candidate = add_story(ports, replace(story, items=story.items[:-1]))
        _mark_what_is_covered(ports, candidate, keep_open=3)


def add_story(ports: Ports, story: Story, *, is_sample: bool = True) -> UUID:
    """The candidate with visits and evidence; nothing is judged yet. Returns the candidate's id.

    Sample data can be removed again and never leaves the laptop.
    """
    with ports.store.reading() as records:
        units = {unit.key: unit for unit in records.units()}
    candidate = Candidate(
        id=ports.new_id(),
        name=story.name,
        registration=story.registration,
        uln=story.uln,
        job_title=story.job_title,
        employer=story.employer,
        site=story.site,
        manager=story.manager,
        qualification=story.qualification,
        qan=story.qan,
        registered_on=ports.now().local_date - timedelta(days=120),
        is_sample=is_sample,
    )
    keep_candidate(ports, candidate, [units[key] for key in story.units])
    letters = _letters(ports, candidate.id)
    for visit in story.visits:
        _add_visit(ports, candidate.id, visit, letters)
    for item in story.items:
        _add_item(ports, candidate.id, item, letters)
    return candidate.id


def judge_story(ports: Ports, candidate: UUID, story: Story) -> tuple[Enrolment, ...]:
    """Judge every unit of the story competent, with all that freezing asks for. Returns the enrolments."""
    _mark_what_is_covered(ports, candidate, keep_open=0)
    with ports.store.reading() as records:
        items = records.evidence_of(candidate)
    for item in items:
        answer_varcs(ports, item.id, ALL_VARCS)
    for letter, enrolment in _letters(ports, candidate).items():
        if enrolment.effective_regime is None:
            regime = Regime(
                record_form=RecordForm.ERS,
                manager_signature=ManagerRule.WHEN_EXTERNAL,
                quality_assurance=QualityAssurance.VERIFIED,
                source="decided by the centre",
            )
            decide_regime(ports, enrolment, regime, "Centre's decision 14/2026")
        judgement = Judgement(
            competence=Competence.COMPETENT,
            text=story.judgement[letter],
            varcs=ALL_VARCS,
            feedback=story.feedback[letter],
            actions=(Action(text="Choose the next unit together", who=story.name.split()[0], by="next visit"),),
            conflict_checked=True,
            checklist=_checklist(story, enrolment, letter),
            expiry_reason=recorded_reason(ports, story.expiry_reason, "9/2026") if story.expiry_reason else None,
        )
        judge_unit(ports, enrolment, judgement)
    return tuple(_letters(ports, candidate).values())


def _checklist(story: Story, enrolment: Enrolment, letter: str) -> tuple[ChecklistRow, ...]:
    rows = []
    for criterion in enrolment.unit.criteria:
        where = next((i.location for i in story.items if f"{letter}{criterion.number}" in i.ties.split()), "")
        rows.append(ChecklistRow(number=criterion.number, found_at=where, candidate_tick=True, assessor_tick=True))
    return tuple(rows)


def _mark_what_is_covered(ports: Ports, candidate: UUID, *, keep_open: int) -> None:
    with ports.store.reading() as records:
        tied = {t.criterion for item in records.evidence_of(candidate) for t in item.ties}
    ordered = sorted(tied, key=lambda c: (str(c.enrolment), [int(n) for n in c.number.split(".")]))
    if ordered[: len(ordered) - keep_open]:
        mark_criteria(ports, ordered[: len(ordered) - keep_open], Verdict.MET)


def _letters(ports: Ports, candidate: UUID) -> dict[str, Enrolment]:
    with ports.store.reading() as records:
        return {e.letter: e for e in records.enrolments_of(candidate)}


def _refs(ties: str, letters: dict[str, Enrolment]) -> tuple[CriterionRef, ...]:
    found = (re.fullmatch(r"([A-Z])([\d.]+)", word) for word in ties.split())
    return tuple(CriterionRef(enrolment=letters[m[1]].id, number=m[2]) for m in found if m is not None)


def _add_visit(ports: Ports, candidate: UUID, visit: Visit, letters: dict[str, Enrolment]) -> Observation:
    begun = start_observation(ports, candidate, visit.title)
    return finish_observation(
        ports,
        replace(
            begun,
            day=begun.day - timedelta(days=visit.days_ago),
            start=visit.start,
            end=visit.end,
            context=visit.context,
            others_present=visit.others,
            planned=True,
            paragraphs=tuple(Paragraph(time=s.time, text=s.text, criteria=_refs(s.ties, letters)) for s in visit.seen),
            questions=tuple(
                Question(question=p.question, answer=p.answer, criteria=_refs(p.ties, letters), result=True)
                for p in visit.put
            ),
            candidate_comments=visit.comments,
            feedback=visit.feedback,
            next_steps=visit.next_steps,
        ),
    )


def _add_item(ports: Ports, candidate: UUID, item: Item, letters: dict[str, Enrolment]) -> None:
    dated = ports.now().local_date - timedelta(days=item.days_ago)
    held = HeldInWorkplace(where=item.held_where, holder=item.held_by, seen_on=dated) if item.held_where else None
    add_evidence(
        ports,
        EvidenceItem(
            id=ports.new_id(),
            candidate=candidate,
            number=0,
            title=item.title,
            dated=dated,
            ties=tuple(Tie(criterion=c, method=item.method) for c in _refs(item.ties, letters)),
            location=item.location,
            held=held,
            shows=item.shows,
        ),
    )
