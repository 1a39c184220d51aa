"""A copy of somebody's data in ordinary words: what is held, by whom and why, where it went, what they can ask.

The parts are made of whole records, field by field (`plain_facts`); only what reads badly so is laid out by hand.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from uuid import UUID

from assessor_app.domain.events import Event
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.exchange import Shipment
from assessor_app.domain.gaps import Progress, criterion_states, progress
from assessor_app.domain.judging import Decision, Enrolment, Judgement
from assessor_app.domain.moments import Moment
from assessor_app.domain.observations import Observation
from assessor_app.domain.people import Candidate
from assessor_app.domain.personal_copy import Block, Fact, Grid, Paragraph, Part, PersonalCopy
from assessor_app.domain.profile import Profile
from assessor_app.domain.sheets import Sheet, Signature
from assessor_app.domain.signatures import Medium
from assessor_app.domain.subject_access import CopiedFile, SubjectData
from assessor_app.usecases import subject_words as words
from assessor_app.usecases.event_words import counted, sentence_of, touched_words
from assessor_app.usecases.live_content import profile_of
from assessor_app.usecases.plain_facts import Letters, clauses, criteria_words, facts_of, lowered
from assessor_app.usecases.ports import Records
from assessor_app.usecases.read_log import who_acted

_AFTER_THE_NARRATIVE = frozenset({"products_seen", "feedback", "candidate_comments", "next_steps", "finished"})
_SHAPES = {"observation": Observation, "evidence form": EvidenceItem}  # in which order a draft's fields are told
_DECISIONS = (("Criterion", 31), ("Decision", 10), ("Reason or question", 36), ("By, on", 23))
_CHECKLIST = (("Requirement", 12), ("Where it is met", 34), ("You", 8), ("Assessor", 10), ("Comment", 36))
_SIGNATURES = (("Order", 7), ("Who", 33), ("When", 22), ("How", 38))
_SENT = (("When", 20), ("File", 34), ("What of you was in it", 30), ("Received", 16))
_EVENTS = (("No.", 8), ("When", 23), ("Who", 20), ("What was done", 29), ("Which records", 20))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The candidate's records as values, read in the same transaction as the rows."""

    profile: Profile
    candidate: Candidate
    enrolments: tuple[Enrolment, ...]
    decisions: dict[UUID, tuple[Decision, ...]]
    judgements: dict[UUID, Judgement]
    visits: tuple[Observation, ...]
    evidence: tuple[EvidenceItem, ...]
    sheets: tuple[Sheet, ...]

    @property
    def letters(self) -> Letters:
        """The letter of each unit."""
        return {e.id: e.letter for e in self.enrolments}

    def progress_of(self, enrolment: Enrolment) -> Progress:
        """How far the unit has come."""
        return progress(criterion_states(enrolment, self.evidence, self.decisions[enrolment.id]))


def read_told(records: Records, candidate: UUID) -> Told:
    """KeyError where there is no such candidate."""
    enrolments, visits = records.enrolments_of(candidate), records.observations_of(candidate)
    subjects = (*(e.id for e in enrolments), *(v.id for v in visits))
    return Told(
        profile=profile_of(records),
        candidate=records.candidate(candidate),
        enrolments=enrolments,
        decisions={e.id: records.decisions_of(e.id) for e in enrolments},
        judgements={e.id: records.judgement_of(e.id) for e in enrolments},
        visits=visits,
        evidence=records.evidence_of(candidate),
        sheets=tuple(sheet for subject in subjects for sheet in records.sheets_of(subject)),
    )


def story_of(told: Told, data: SubjectData, files: Iterable[CopiedFile], made: Moment) -> PersonalCopy:
    """All of it. What is empty is said to be so, where a person would look for it."""
    by_hash = {file.sha256: file for file in files}
    parts = (
        _about_copy(told, by_hash.values()),
        Part(title="You", blocks=facts_of(told.candidate, told.letters)),
        Part(
            title="Units that you take",
            blocks=_or_none(told.enrolments, "No unit."),
            parts=tuple(_unit(told, e) for e in told.enrolments),
        ),
        Part(
            title="Visits",
            blocks=_or_none(told.visits, "No visit."),
            parts=tuple(_visit(told, v) for v in told.visits),
        ),
        Part(
            title="Evidence",
            blocks=_or_none(told.evidence, "No evidence."),
            parts=tuple(_item(told, i, by_hash) for i in told.evidence),
        ),
        Part(
            title="Sheets and signatures",
            blocks=(Paragraph(text=words.SHEETS),) if told.sheets else (Paragraph(text="No sheet."),),
            parts=tuple(_sheet(told, data, s, by_hash) for s in told.sheets),
        ),
        _drafts(told, data),
        _others(by_hash.values()),
        _sent(data),
        _log(told, data.events),
    )
    return PersonalCopy(
        name=told.candidate.name,
        holder=told.profile.centre.name or told.profile.assessor.name,
        made=made,
        identifier=f"urn:uuid:{told.candidate.id}",
        parts=tuple(part for part in parts if part.blocks or part.parts),
    )


def _about_copy(told: Told, files: Iterable[CopiedFile]) -> Part:
    bodies = tuple(dict.fromkeys(e.unit.awarding_body for e in told.enrolments))
    missing = [Fact(label=file.what, value=file.missing) for file in files if file.missing]
    unread = Part(title="What could not be copied", blocks=(Paragraph(text=words.MISSING), *missing))
    return Part(
        title="About this copy",
        blocks=tuple(Paragraph(text=text) for text in words.ABOUT),
        parts=(
            *((unread,) if missing else ()),
            Part(title="Who holds your data, and why", blocks=tuple(_holders(told.profile, bodies))),
            Part(
                title="What you can ask",
                blocks=tuple(Paragraph(title=title, text=text) for title, text in words.RIGHTS),
            ),
        ),
    )


def _holders(profile: Profile, bodies: tuple[str, ...]) -> Iterator[Block]:
    centre = ", ".join(part for part in (profile.centre.name, profile.centre.number) if part)
    number = f" ({profile.assessor.number})" if profile.assessor.number else ""
    yield Fact(label="Centre", value=centre or "not entered")
    yield Fact(label="Assessor", value=f"{profile.assessor.name}{number}")
    yield Fact(label="Laptop", value=f"number {profile.device}; the records on it are encrypted")
    if bodies:
        yield Fact(label="Awarding bodies", value=", ".join(bodies))
    for text in (words.WHY, *words.how_long(bodies)):
        yield Paragraph(text=text)


def _unit(told: Told, enrolment: Enrolment) -> Part:
    unit, counts = enrolment.unit, told.progress_of(enrolment)
    known = (("Awarding body", unit.awarding_body), ("Number", unit.number), ("Reference", unit.reference))
    levels = (("Level", unit.level), ("Credit", unit.credit))
    judgement = told.judgements[enrolment.id]
    judged = facts_of(judgement, told.letters, without=frozenset({"checklist"}))
    checklist = tuple(
        (row.number, row.found_at, _tick(row.candidate_tick), _tick(row.assessor_tick), row.comment)
        for row in judgement.checklist
    )
    decisions = tuple(
        (
            _criterion(enrolment, decision.criterion.number),
            decision.verdict.value.capitalize(),
            decision.reason,
            f"{decision.by}\n{words.moment(decision.at)}",
        )
        for decision in told.decisions[enrolment.id]
    )
    return Part(
        title=f"{enrolment.letter}: {unit.name}",
        blocks=(
            *(Fact(label=label, value=value) for label, value in (*known, *levels) if value),
            *facts_of(enrolment, told.letters, without=frozenset({"unit", "position"})),
            Fact(label="Criteria", value=f"{counts.met} of {counts.total} met, {counts.seen} seen"),
            *(Fact(label=f"Judgement: {lowered(f.label)}", value=f.value) for f in judged),
            *((Grid(columns=_CHECKLIST, rows=checklist),) if checklist else ()),
            *((Grid(columns=_DECISIONS, rows=decisions),) if decisions else ()),
        ),
    )


def _criterion(enrolment: Enrolment, number: str) -> str:
    try:
        return f"{number} {enrolment.unit.criterion(number).text}"
    except KeyError:
        return number


def _tick(is_ticked: bool) -> str:
    return "Ticked" if is_ticked else "No"


def _visit(told: Told, visit: Observation) -> Part:
    letters = told.letters
    narrative = (
        Fact(
            label=f"Seen at {p.time}" if p.time else "Seen",
            value=f"{p.text}\nProves {criteria_words(p.criteria, letters)}" if p.criteria else p.text,
        )
        for p in visit.paragraphs
    )
    asked = (
        fact
        for number, question in enumerate(visit.questions, 1)
        for fact in (
            Fact(label=f"Question {number}", value=question.question),
            *(
                Fact(label=f"Question {number}: {lowered(fact.label)}", value=fact.value)
                for fact in facts_of(question, letters, without=frozenset({"question"}))
            ),
        )
    )
    laid_out = frozenset({"number", "title", "paragraphs", "questions"})
    rest = frozenset(field.name for field in fields(visit)) - _AFTER_THE_NARRATIVE
    return Part(
        title=f"{visit.ref}: {visit.title}",
        blocks=(
            *facts_of(visit, letters, without=laid_out | _AFTER_THE_NARRATIVE),
            *narrative,
            *asked,
            *facts_of(visit, letters, without=rest),
        ),
    )


def _item(told: Told, item: EvidenceItem, files: dict[str, CopiedFile]) -> Part:
    copied = files.get(item.file.sha256) if item.file else None
    visit = next((v.ref for v in told.visits if v.id == item.observation), "")
    return Part(
        title=f"{item.ref}: {item.title}",
        blocks=(
            *facts_of(item, told.letters, without=frozenset({"number", "title"})),
            *((Fact(label="From the visit", value=visit),) if visit else ()),
            *((Fact(label="In this copy", value=copied.missing or copied.name),) if copied else ()),
        ),
    )


def _sheet(told: Told, data: SubjectData, sheet: Sheet, files: dict[str, CopiedFile]) -> Part:
    record = sheet.record
    letter = told.letters.get(sheet.subject, "")
    of = f"unit {letter}" if letter else next((v.ref for v in told.visits if v.id == sheet.subject), "")
    copied = files.get(sheet.pdf_sha256)
    strokes = sum(str(row["document"]) == str(sheet.document_id) for row in data.beside["stroke"])
    ordered = sorted(sheet.signatures, key=lambda s: s.sequence)
    signed = tuple((str(n), _who(s), s.at, _how(s)) for n, s in enumerate(ordered, 1))
    return Part(
        title=f"{record.form.title}, {of}, version {record.version}",
        blocks=(
            Fact(label="State", value=words.SHEET_STATES[sheet.state]),
            Fact(label="Made ready to sign", value=record.frozen_at),
            Fact(label="Document", value=str(record.document_id)),
            *(
                Fact(label=f"Ended: {lowered(fact.label)}", value=fact.value)
                for fact in (facts_of(sheet.ended, told.letters) if sheet.ended else ())
            ),
            *((Fact(label="In this copy", value=copied.missing or copied.name),) if copied else ()),
            *((Fact(label="Pen strokes", value=f"{strokes:,}, point by point in everything.json"),) if strokes else ()),
            *(Fact(label="Did not sign", value=clauses(refused, told.letters)) for refused in sheet.not_signed),
            *((Grid(columns=_SIGNATURES, rows=signed),) if signed else (Paragraph(text="Nobody has signed it."),)),
        ),
    )


def _who(signature: Signature) -> str:
    signer = signature.signer
    role = signer.role.title.lower()
    beside = (signer.role_title, signer.job_title, signer.organisation, signer.relationship)
    told = dict.fromkeys(part for part in beside if part and part.casefold() != role)
    return ", ".join((f"{signer.name} ({role})", *told))


def _how(signature: Signature) -> str:
    how = {Medium.INK: "In ink", Medium.TYPED: "Typed", Medium.PAPER: "On paper"}[signature.medium]
    said = [how]
    if signature.paper_date:
        said.append(f"dated {words.short_day(signature.paper_date)}")
    if signature.ticks:
        said.append(f"{sum(signature.ticks)} of {len(signature.ticks)} statements ticked")
    if signature.signer.identity_check:
        said.append(f"known by: {signature.signer.identity_check}")
    if signature.clock_warning:
        said.append(signature.clock_warning)
    return "; ".join(said)


def _drafts(told: Told, data: SubjectData) -> Part:
    parts = []
    for row in data.beside["draft"]:
        try:
            blocks: tuple[Block, ...] = facts_of(_ordered(str(row["kind"]), str(row["body"])), told.letters)
        except ValueError:
            blocks = (Paragraph(text=str(row["body"])),)
        parts.append(Part(title=words.DRAFTS.get(str(row["kind"]), str(row["kind"]).capitalize()), blocks=blocks))
    return Part(title="Begun and not finished", parts=tuple(parts))


def _ordered(kind: str, body: str) -> object:
    """A draft's content; ValueError where it is no JSON object."""
    content = json.loads(body)
    if not isinstance(content, dict):
        raise ValueError("a draft of another shape")
    known = [field.name for field in fields(_SHAPES[kind]) if field.name in content] if kind in _SHAPES else []
    return {name: content[name] for name in (*known, *(name for name in content if name not in known))}


def _others(files: Iterable[CopiedFile]) -> Part:
    others = [f for f in files if not f.what.startswith(("Evidence ", *words.FORM_TITLES))]
    return Part(title="Other files", blocks=tuple(Fact(label=f.what, value=f.missing or f.name) for f in others))


def _sent(data: SubjectData) -> Part:
    blocks: list[Block] = [Paragraph(text=words.SENT if data.shipments else words.NOT_SENT)]
    if data.shipments:
        rows = tuple((s.at, s.file_name or f"Export {s.number}", _carried(data, s), _answer(s)) for s in data.shipments)
        blocks.append(Grid(columns=_SENT, rows=rows))
    for row in data.beside["receipted"]:
        if row["reason"]:
            said = f"{row['standing']}: {row['reason']}"
            blocks.append(Fact(label=f"The centre on {counted(str(row['kind']), 1)}", value=said))
    archived = data.beside["archived"]
    if archived:
        blocks.append(Paragraph(text=words.ARCHIVED))
    return Part(title="Who has had it", blocks=(*blocks, Paragraph(text=words.HANDED_OUT)))


def _carried(data: SubjectData, shipment: Shipment) -> str:
    kinds = Counter(str(row["kind"]) for row in data.beside["carried"] if row["bundle"] == str(shipment.bundle))
    return ", ".join(counted(kind, number) for kind, number in kinds.items())


def _answer(shipment: Shipment) -> Moment | str:
    return shipment.acknowledged or "no receipt yet"


def _log(told: Told, events: tuple[Event, ...]) -> Part:
    assessor = told.profile.assessor
    rows = tuple(
        (
            f"{event.sequence:,}",
            event.at,
            who_acted(event.actor, assessor.number, assessor.name),
            sentence_of(event.verb),
            touched_words(event.touched),
        )
        for event in events
    )
    return Part(title="What was done with it", blocks=(Paragraph(text=words.LOG), Grid(columns=_EVENTS, rows=rows)))


def _or_none(found: tuple[object, ...], nothing: str) -> tuple[Block, ...]:
    return () if found else (Paragraph(text=nothing),)
