"""What the visit as typed amounts to: states of criteria, what to ask, what is still to see. Pure, so it is live."""

from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtGui import QImage

from assessor_app.domain.evidence import CriterionRef, EvidenceItem
from assessor_app.domain.gaps import CriterionState, criterion_states, latest
from assessor_app.domain.judging import Decision, Enrolment, Verdict
from assessor_app.domain.observations import Observation
from assessor_app.domain.units import OutcomeKind
from assessor_app.gui.pages.observation.model import AskCard, Board, EvidenceLine
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.gui.widgets.completer import CriterionChoice
from assessor_app.gui.widgets.criteria_rows import OutcomeBlock, UnitBlock
from assessor_app.gui.widgets.state_glyph import State
from assessor_app.gui.words import day

STATES = {
    CriterionState.OPEN: State.OPEN,
    CriterionState.SEEN: State.SEEN,
    CriterionState.MET: State.MET,
    CriterionState.NOT_YET: State.NOT_YET,
    CriterionState.ASK: State.ASK,
}
DEFAULT_QUESTION = "Ask about this before you leave."
_ICONS = {"image": "image", "audio": "mic"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the vault holds about the candidate, as last read."""

    enrolments: tuple[Enrolment, ...]
    evidence: tuple[EvidenceItem, ...]
    decisions: tuple[Decision, ...]
    pictures: tuple[tuple[UUID, QImage], ...] = ()


def board_of(facts: Facts, visit: Observation) -> Board:
    """The board for `visit` as it is typed now, whether or not it was recorded."""
    evidence = _with_live(facts.evidence, visit)
    tied = {t.criterion for t in visit.ties}
    units = []
    for enrolment in facts.enrolments:
        decisions = [d for d in facts.decisions if d.criterion.enrolment == enrolment.id]
        units.append(_unit(enrolment, criterion_states(enrolment, evidence, decisions), tied))
    blocks = tuple(units)
    asks = _asks(facts, visit, blocks)
    return Board(units=blocks, asks=asks, still=_still(blocks), evidence=_lines(facts, visit))


def _with_live(evidence: tuple[EvidenceItem, ...], visit: Observation) -> tuple[EvidenceItem, ...]:
    others = tuple(i for i in evidence if i.observation != visit.id)
    own = next((i for i in evidence if i.observation == visit.id), None)
    live = own or EvidenceItem(
        id=visit.id, candidate=visit.candidate, number=0, title=visit.title, dated=visit.day, observation=visit.id
    )
    return (*others, replace(live, ties=visit.ties))


def _unit(enrolment: Enrolment, states: dict[str, CriterionState], tied: set[CriterionRef]) -> UnitBlock:
    outcomes = []
    for outcome in enrolment.unit.outcomes:
        choices = tuple(
            CriterionChoice(
                ref=CriterionRef(enrolment=enrolment.id, number=c.number),
                chip=ChipData(unit=enrolment.position, letter=enrolment.letter, number=c.number, text=c.text),
                state=STATES[states[c.number]],
            )
            for c in outcome.criteria
        )
        near = outcome.kind is not OutcomeKind.KNOWLEDGE
        if not near:
            choices = tuple(replace(c, is_near=False) for c in choices)
        is_asked = any(c.state is State.ASK or c.ref in tied for c in choices)
        outcomes.append(
            OutcomeBlock(
                key=f"{enrolment.id} {outcome.number}",
                number=outcome.number,
                text=outcome.text,
                criteria=choices,
                in_visit=is_asked or near,
            )
        )
    return UnitBlock(
        position=enrolment.position, letter=enrolment.letter, title=enrolment.unit.name, outcomes=tuple(outcomes)
    )


def _asks(facts: Facts, visit: Observation, units: tuple[UnitBlock, ...]) -> tuple[AskCard, ...]:
    answered = {c for q in visit.questions if q.answer.strip() for c in q.criteria}
    chips = {c.ref: c.chip for u in units for o in u.outcomes for c in o.criteria}
    found: dict[str, list[CriterionRef]] = {}
    for ref, decision in latest(facts.decisions).items():
        if decision.verdict is Verdict.ASK and ref in chips and ref not in answered:
            found.setdefault(decision.reason.strip() or DEFAULT_QUESTION, []).append(ref)
    return tuple(
        AskCard(question=question, refs=tuple(refs), chips=tuple(chips[r] for r in refs))
        for question, refs in found.items()
    )


def _still(units: tuple[UnitBlock, ...]) -> tuple[CriterionChoice, ...]:
    """Open criteria that can be seen on a visit; what can only be asked about is not listed."""
    return tuple(
        c
        for u in units
        for o in u.outcomes
        for c in o.criteria
        if o.in_visit and c.state in (State.OPEN, State.NOT_YET)
    )


def _lines(facts: Facts, visit: Observation) -> tuple[EvidenceLine, ...]:
    pictures = dict(facts.pictures)
    return tuple(
        EvidenceLine(
            id=i.id,
            icon=_icon(i),
            title=i.title,
            detail=_detail(i, visit),
            picture=pictures.get(i.id),
        )
        for i in facts.evidence
        if i.observation is None and i.dated == visit.day
    )


def _icon(item: EvidenceItem) -> str:
    if item.held is not None:
        return "book-open"
    return _ICONS.get(item.file.media_type.partition("/")[0], "file-text") if item.file else "file-text"


def _detail(item: EvidenceItem, visit: Observation) -> str:
    if item.held is not None:
        seen = "seen today" if item.held.seen_on == visit.day else f"seen {day(item.held.seen_on)}"
        return f"Held: {item.held.where or 'where?'}, {seen}"
    kind = "Noted"
    if item.file is not None:
        kind = {"image": "Photo", "audio": "Sound"}.get(item.file.media_type.partition("/")[0], "Document")
        if kind == "Photo" and not item.shows:
            return f"{item.ref}, photo: say what and whom it shows"
    return f"{item.ref}, {kind.lower()}" + (f", {item.shows}" if item.shows else "")
