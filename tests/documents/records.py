"""Builders of frozen records with invented people, and with valid defaults for everything."""

# ruff: noqa: E501  # sentences of fixtures are easier to read unbroken

import math
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from assessor_app.domain.evidence import (
    ALL_VARCS,
    NEUTRAL_METHODS,
    CriterionRef,
    EvidenceItem,
    HeldInWorkplace,
    Tie,
    Varcs,
)
from assessor_app.domain.ink import Ink, InkPoint, Pointer, Stroke
from assessor_app.domain.judging import (
    Action,
    ChecklistRow,
    Competence,
    Decision,
    Enrolment,
    Judgement,
    RecordedReason,
    Verdict,
)
from assessor_app.domain.moments import Moment
from assessor_app.domain.observations import Asked, Observation, Paragraph, Question
from assessor_app.domain.people import Assessor, Candidate, Centre, LineManager, Standing
from assessor_app.domain.record import BaseRecord, Form, ObservationContent, QuestionOnForm, Signatory, UnitContent
from assessor_app.domain.roles import OBSERVATION_DECLARATIONS, UNIT_DECLARATIONS, Role
from assessor_app.domain.signatures import Capture, Medium, PaperSignature, Signer
from assessor_app.domain.units import (
    Criterion,
    ManagerRule,
    NosReference,
    Outcome,
    OutcomeKind,
    QualityAssurance,
    RecordForm,
    Regime,
    Unit,
)

SPACE = UUID("6f1c2a52-6f0e-4a52-9a53-0d7a4c0c7c11")


def an_id(name: str) -> UUID:
    """The same id for the same name."""
    return uuid5(SPACE, name)


def at(year: int, month: int, day: int, hour: int, minute: int, second: int = 0, offset: int = 60) -> Moment:
    """A moment from local time and offset in minutes."""
    local = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    return Moment(utc_ms=int(local.timestamp() * 1000) - offset * 60_000, offset_min=offset)


def outcome(number: str, text: str, *criteria: str, kind: OutcomeKind | None = None) -> Outcome:
    """An outcome whose criteria are numbered in order."""
    return Outcome(
        number=number,
        text=text,
        criteria=tuple(Criterion(number=f"{number}.{n}", text=t) for n, t in enumerate(criteria, start=1)),
        kind=kind,
    )


UNIT_001 = Unit(
    key="ocr/reliable-customer-service",
    awarding_body="OCR",
    title="Deliver and maintain excellent and reliable customer service",
    title_source="taken from the unit\u2019s aim; the document gives none",
    short_title="Reliable customer service",
    outcomes=(
        outcome(
            "1",
            "Plan and organise the delivery of reliable customer service",
            "plan, prepare and organise everything they need to deliver services or products to different types of customers",
            "organise what they do to ensure that they are consistently able to give prompt attention to their customers",
            "reorganise their work to respond to unexpected additional workloads",
            kind=OutcomeKind.COMPETENCE,
        ),
        outcome(
            "2",
            "Review and maintain customer service delivery",
            "maintain service delivery during very busy periods and unusually quiet periods",
            "maintain service delivery when systems, people or resources have let them down",
            "consistently meet their customers\u2019 expectations",
            "balance the time they take with their customers with the demands of other customers seeking their attention",
            "respond appropriately to their customers when customers make comments about the products or services they are "
            "offering",
            "alert others to repeated comments made by their customers",
            "take action to improve the reliability of their service based on customer comments",
            "monitor the action they have taken to identify improvements in the service they give to their customers",
            kind=OutcomeKind.COMPETENCE,
        ),
        outcome(
            "3",
            "Use recording systems to maintain reliable customer service",
            "record and store customer service information accurately following organisational guidelines",
            "select and retrieve customer service information that is relevant, sufficient and in an appropriate format",
            "quickly locate information that will help solve a customer\u2019s query",
            "supply accurate customer service information to others using the most appropriate method of communication",
            kind=OutcomeKind.COMPETENCE,
        ),
        outcome(
            "4",
            "Understand how to organise the delivery of reliable customer service",
            "describe organisational procedures for unexpected situations and their role within them",
            "describe resource implications in times of staff sickness and holiday periods and their responsibility at these "
            "times",
            "explain the importance of having reliable and fast information for their customers and their organisation",
            "evaluate the organisational procedures and systems for delivering customer service",
            "identify useful customer feedback and explain how to decide which feedback should be acted on",
            "describe how to communicate feedback from customers to others",
            "evaluate the organisational procedures and systems for recording, storing, retrieving and supplying customer "
            "service information",
            "explain the legal and regulatory requirements regarding the storage of data",
            kind=OutcomeKind.KNOWLEDGE,
        ),
    ),
    owner="CfA Business Skills @ Work",
    assessment_strategy="the owner\u2019s Assessment Strategy for customer service qualifications",
    requires_workplace=True,
    nos=(NosReference(code="CFAB10"),),
    regime=Regime(
        record_form=RecordForm.ERS,
        manager_signature=ManagerRule.WHEN_EXTERNAL,
        quality_assurance=QualityAssurance.VERIFIED,
        source="Retail Qualifications Assessment Principles, 4.2.1",
    ),
)

UNIT_000 = Unit(
    key="ocr/service-environment",
    awarding_body="OCR",
    title="Understand the customer service environment",
    title_source="taken from the unit\u2019s aim; the document gives none",
    outcomes=tuple(
        outcome(
            str(n),
            text,
            *(f"explain point {c} of {text[11:].lower()}, with an example" for c in range(1, count + 1)),
            kind=OutcomeKind.KNOWLEDGE,
        )
        for n, (text, count) in enumerate(
            (
                ("Understand the concepts and practices of service", 5),
                ("Understand the relation of service and brand", 3),
                ("Understand the structure of the organisation", 6),
                ("Understand legislation and its effect", 2),
            ),
            start=1,
        )
    ),
    regime=Regime(
        record_form=RecordForm.ERS, manager_signature=ManagerRule.NEVER, quality_assurance=QualityAssurance.VERIFIED
    ),
)

UNIT_004 = Unit(
    key="laser/service-operations",
    awarding_body="LASER",
    title="Customer Service Operations",
    number="WJE863",
    reference="J/507/1557",
    level="4",
    credit="9",
    glh="42",
    outcomes=tuple(
        outcome(
            str(n),
            text,
            *(f"analyse matter {c} of running service operations and justify what was changed" for c in range(count)),
            kind=None if n == 4 else OutcomeKind.KNOWLEDGE,
        )
        for n, (text, count) in enumerate(
            (
                ("Understand how to plan service operations", 7),
                ("Understand the resources of service operations", 6),
                ("Understand how standards are kept", 6),
                ("Be able to run service operations", 4),
            ),
            start=1,
        )
    ),
)

UNIT_002 = Unit(
    key="ocr/expectations",
    awarding_body="OCR",
    title="Customer expectations of customer service",
    number="1",
    reference="R/504/6242",
    level="1",
    credit="2",
    glh="15",
    expiry=date(2017, 12, 31),
    outcomes=(
        outcome(
            "1",
            "Know the expectations of different customer types",
            "Describe the difference between an internal and external customer",
            "Identify the expectations of internal customers",
            "Identify the expectations of external customers",
            "Outline the link between customer expectations and customer satisfaction",
            "State why customer satisfaction is important to an organisation",
        ),
        outcome(
            "2",
            "Know how effective customer service can be delivered",
            "Identify the products and/or services of an organisation",
            "Identify sources of information about an organisation\u2019s products and/or services",
            "Describe how knowledge of an organisation\u2019s products and/or services helps in the delivery of effective "
            "customer service",
            "Outline how the behaviour of individuals in an organisation can affect the customer experience",
            "Outline how teamwork can affect the delivery of efficient customer service",
        ),
    ),
    regime=Regime(
        record_form=RecordForm.CHECKLIST,
        manager_signature=ManagerRule.NEVER,
        quality_assurance=QualityAssurance.MODERATED,
    ),
)

CANDIDATE = Candidate(
    id=an_id("candidate"),
    name="Gŵyneth Ŷrfai",
    registration="NW-20260211-03",
    uln="9276308686",
    job_title="Bookings clerk",
    employer="Tŷ Gwyrdd Garden Centre",
    site="Aberporth",
    manager=LineManager(name="Osian Trefor", job_title="Shop manager"),
    qualification="Level 2 Diploma in Customer Service",
)
ASSESSOR = Assessor(name="Marit Solheim", number="A-117")
CENTRE = Centre(name="Aeron Valley Assessment", number="00731")


def unit_signatories(*roles: Role, optional: tuple[Role, ...] = (Role.IQA,)) -> tuple[Signatory, ...]:
    """Rows for those roles, and unsigned ones for later."""
    rows = [Signatory(role=r, declaration=UNIT_DECLARATIONS[r], required=True) for r in roles]
    rows += [Signatory(role=r, declaration=UNIT_DECLARATIONS[r], required=False) for r in optional]
    return tuple(rows)


MANAGED = (Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR)


def enrolment(unit: Unit, letter: str = "A", position: int = 0) -> Enrolment:
    """The candidate's enrolment on the unit."""
    return Enrolment(
        id=an_id(f"enrolment {unit.key}"),
        candidate=CANDIDATE.id,
        unit=unit,
        position=position,
        letter=letter,
        started_on=date(2026, 3, 2),
    )


def item(
    number: int, title: str, dated: date, method: str, criteria: str, enrolled: Enrolment, **more: object
) -> EvidenceItem:
    """An evidence item; `criteria` is `1.1 2.3`, a `/WQ` behind a number names another method."""
    ties = []
    for part in criteria.split():
        criterion, _, other = part.partition("/")
        ties.append(Tie(criterion=CriterionRef(enrolment=enrolled.id, number=criterion), method=other or method))
    made = EvidenceItem(
        id=an_id(f"item {number} {title}"),
        candidate=CANDIDATE.id,
        number=number,
        title=title,
        dated=dated,
        ties=tuple(ties),
        varcs=ALL_VARCS,
        assessor_initials="M. S.",
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields of the item, by name


def decisions(enrolled: Enrolment, *, but: tuple[str, ...] = ()) -> tuple[Decision, ...]:
    """Every criterion met, except those named."""
    return tuple(
        Decision(
            id=an_id(f"decision {c.number}"),
            criterion=CriterionRef(enrolment=enrolled.id, number=c.number),
            verdict=Verdict.NOT_YET if c.number in but else Verdict.MET,
            reason="",
            by="M. Solheim",
            at=at(2026, 10, 14, 14, 40),
        )
        for c in enrolled.unit.criteria
    )


JUDGEMENT = Judgement(
    competence=Competence.COMPETENT,
    text="Seen at work over busy and quiet weeks; the records agree with what I saw and with what was said about it.",
    varcs=ALL_VARCS,
    feedback=(
        "You stayed calm when the till network failed and nobody waited longer than you had told them. Your notes can be "
        "followed by anyone on the afternoon shift. The account of the delivery bay shows that you act on what people say "
        "and then look whether it helped. In the next unit say more about why a procedure is as it is."
    ),
    actions=(
        Action(text="Keep the paper list at the till for two weeks; tell me what it saved", who="Gŵyneth", by="30 Oct"),
        Action(text="Plan the visit for the next unit, outcome 4", who="Gŵyneth, Marit", by="4 Nov"),
        Action(text="Ask about a first sample", who="Marit", by="20 Oct"),
    ),
    conflict_checked=True,
    at=at(2026, 10, 14, 14, 40),
)


def evidence_001(e: Enrolment) -> tuple[EvidenceItem, ...]:
    """Nine items as an assessor would collect them."""
    return (
        item(1, "Observation: opening the shop and the first hour at the till", date(2026, 9, 17), "O",
             "1.1 1.2 2.3 2.5 3.1 3.3", e, location="Observation record OBS-01, pages 1 to 2"),
        item(2, "Observation: the till network fails on a Saturday", date(2026, 10, 1), "O",
             "1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 2.6 2.7 3.1 3.2 3.3 3.4 4.1/OQ 4.8/OQ", e,
             location="Observation record OBS-02, pages 1 to 2"),
        item(3, "Rota and week plan, drawn up by the candidate", date(2026, 9, 14), "P", "1.1 1.2 2.1", e,
             location="Portfolio, pages 4 to 6"),
        item(4, "Complaints book, August and September", date(2026, 9, 25), "P", "2.6 3.1 3.2 3.3", e, confidential=True,
             held=HeldInWorkplace(where="back office, grey cabinet", holder="Osian Trefor", seen_on=date(2026, 10, 1))),
        item(5, "Statement by Nia Rowlands, supervisor: two people off sick in the bank holiday week", date(2026, 9, 18),
             "WT", "1.3 2.1 2.2 2.6 2.8", e, location="Witness testimony WT-01; in the witness status list"),
        item(6, "E-mails and change note: a new sign for the delivery bay", date(2026, 9, 22), "P", "2.6 2.7 2.8 3.4", e,
             location="Portfolio, pages 7 to 9; customers\u2019 names removed"),
        item(7, "Reflective account: what the delivery bay taught me", date(2026, 9, 29), "RA", "2.7 2.8 4.4 4.5 4.6", e,
             location="Portfolio, pages 10 to 13"),
        item(8, "Professional discussion: cover, feedback and records", date(2026, 10, 8), "PD", "4.2 4.3 4.4 4.5 4.7", e,
             location="Sound recording PD-01, 38 min 12 s; marks at 02:10, 11:45, 19:30, 27:05"),
        item(9, "Written questions: information and the storage of data", date(2026, 10, 8), "WQ", "4.1 4.3 4.6 4.7 4.8", e,
             location="Portfolio, pages 14 to 15"),
    )  # fmt: skip


def questions_001(e: Enrolment) -> tuple[QuestionOnForm, ...]:
    """Four questions."""
    rows = (
        ("4.1", "What does the shop\u2019s procedure say when the network fails, and what is your part in it?",
         "The till lead tells the queue, starts the paper list and rings the helpdesk and the manager. On Saturdays that is "
         "me. After half an hour the manager decides about deliveries.", Asked.ORAL, "E2"),
        ("4.8", "Where do the hand-written lists go afterwards, and why?",
         "In the grey cabinet until the numbers are keyed in, then the shredder on the same day. They carry telephone "
         "numbers, and the law says no longer than needed.", Asked.ORAL, "E2"),
        ("4.3", "Why does it matter that information reaches you fast and is right?",
         "A wrong time costs the customer a journey and us a refund.", Asked.WRITTEN, "E9"),
        ("4.6", "How do you pass on what customers say?",
         "In their own words in the book, a line in the hand-over note, and anything that comes up three times goes to the "
         "supervisor the same day.", Asked.WRITTEN, "E9"),
    )  # fmt: skip
    return tuple(
        QuestionOnForm(
            question=Question(
                question=q, answer=a, criteria=(CriterionRef(enrolment=e.id, number=n),), asked=asked, result=True
            ),
            evidence_ref=ref,
        )
        for n, q, a, asked, ref in rows
    )


def unit_content(unit: Unit = UNIT_001, **more: object) -> UnitContent:
    """Content of a unit's sheet, fully covered for unit 001."""
    e = enrolment(unit)
    content = UnitContent(
        candidate=CANDIDATE,
        assessor=ASSESSOR,
        centre=CENTRE,
        enrolment=e,
        evidence=evidence_001(e) if unit is UNIT_001 else (),
        decisions=decisions(e),
        questions=questions_001(e) if unit is UNIT_001 else (),
        judgement=JUDGEMENT,
        methods=NEUTRAL_METHODS,
    )
    return replace(content, **more)  # type: ignore[arg-type]  # fields of the content, by name


def frozen(
    content: UnitContent | ObservationContent,
    *,
    form: Form = Form.ERS,
    signatories: tuple[Signatory, ...] | None = None,
    manager_rule: bool = True,
    version: int = 3,
    frozen_at: Moment | None = None,
) -> BaseRecord:
    """Freeze the content."""
    return BaseRecord.freeze(
        document_id=an_id(f"document {form.value} {version}"),
        form=form,
        version=version,
        frozen_at=frozen_at or at(2026, 10, 14, 14, 52),
        signatories=unit_signatories(*MANAGED) if signatories is None else signatories,
        manager_rule=manager_rule,
        content=content,
        approval=None,
        device="0001",
    )


def ers_001(**more: object) -> BaseRecord:
    """The sheet of unit 001 with the manager rule."""
    return frozen(unit_content(UNIT_001, **more))


def ers_000() -> BaseRecord:
    """A knowledge unit without a manager, with gaps."""
    e = enrolment(UNIT_000)
    evidence = tuple(
        item(n, f"Assignment task {n}", date(2026, 6, n), "A", " ".join(c.number for c in o.criteria), e)
        for n, o in enumerate(UNIT_000.outcomes[:3], start=1)
    )
    content = unit_content(
        UNIT_000,
        evidence=(replace(evidence[0], varcs=Varcs(valid=True)), *evidence[1:]),
        decisions=decisions(e, but=("4.1", "4.2")),
        judgement=replace(JUDGEMENT, competence=Competence.NOT_YET),
    )
    return frozen(content, signatories=unit_signatories(Role.CANDIDATE, Role.ASSESSOR), manager_rule=False)


def ers_004(*, countersigned: bool = True) -> BaseRecord:
    """A unit whose text states no regime: the centre decided; the assessor is in training."""
    e = replace(
        enrolment(UNIT_004),
        regime=Regime(record_form=RecordForm.ERS, manager_signature=ManagerRule.ALWAYS),
        regime_decided=RecordedReason(
            text="treated like the centre\u2019s other level 4 units",
            by="Ffion Hartley",
            at=at(2026, 2, 20, 9, 5, offset=0),
            centre_decision="AV-2026-04",
        ),
    )
    evidence = tuple(
        item(n, f"Project report {n}: {o.text}", date(2026, 7, n), "P", " ".join(c.number for c in o.criteria), e,
             location=f"Portfolio, section {n}")
        for n, o in enumerate(UNIT_004.outcomes, start=1)
    )  # fmt: skip
    content = unit_content(
        UNIT_004,
        enrolment=e,
        evidence=evidence,
        assessor=replace(ASSESSOR, qualified=False),
        absences=(
            RecordedReason(
                text="Osian Trefor was away on 12 October; asked again on 14 October",
                by="Marit Solheim",
                at=at(2026, 10, 12, 16, 10),
            ),
        ),
        clock_note="Device clock inconsistent; see record 1484",
    )
    roles = (*MANAGED, Role.COUNTERSIGNER) if countersigned else MANAGED
    return frozen(content, signatories=unit_signatories(*roles))


def ers_exception() -> BaseRecord:
    """The candidate owns the business, so the centre's written decision stands in the manager's row."""
    exception = RecordedReason(
        text="The candidate is the owner of the business and has no line manager",
        by="Ffion Hartley",
        at=at(2026, 10, 9, 11, 0),
        centre_decision="AV-2026-19",
    )
    return frozen(
        unit_content(UNIT_001, judgement=replace(JUDGEMENT, manager_exception=exception)),
        signatories=unit_signatories(Role.CANDIDATE, Role.ASSESSOR),
    )


def checklist_002() -> BaseRecord:
    """The checklist of an expired unit, with its recorded reason."""
    e = enrolment(UNIT_002)
    found = (
        ("Workbook p. 2; file task-1.pdf", "Kitchen and reception used as examples"),
        ("Workbook p. 3", ""),
        ("Workbook p. 4; E2 photograph of the notice board", "Shows the board, no people"),
        ("Workbook p. 5 to 6", "Gives a good and a bad example"),
        ("Workbook p. 6; question record, question 2", "Answered aloud, written down by the assessor"),
        ("Workbook p. 8; price list, marked up", ""),
        ("Workbook p. 9", "Names the handbook and the bookings screen"),
        ("Workbook p. 10 to 11; file task-4.pdf", ""),
        ("Workbook p. 12; witness testimony WT-01", "By the duty manager, not a relative"),
        ("Held in the workplace: minutes, office file 3, by F. Hartley; seen 5 Nov 2026", "Not copied: names others"),
    )
    rows = tuple(
        ChecklistRow(number=c.number, found_at=f, candidate_tick=True, assessor_tick=True, comment=comment)
        for c, (f, comment) in zip(UNIT_002.criteria, found, strict=True)
    )
    reason = RecordedReason(
        text="done for the employer\u2019s own induction; no certificate will be claimed",
        by="Tomos Idwal",
        at=at(2026, 9, 2, 9, 14),
        centre_decision="AV-2026-31",
    )
    content = unit_content(
        UNIT_002,
        assessor=Assessor(name="Tomos Idwal", standing=Standing.WORKPLACE),
        decisions=decisions(e),
        judgement=replace(
            JUDGEMENT, checklist=rows, expiry_reason=reason, feedback="Clear and honest work. Well done."
        ),
    )
    return frozen(
        content,
        form=Form.CHECKLIST,
        signatories=unit_signatories(Role.CANDIDATE, Role.ASSESSOR),
        manager_rule=False,
        version=1,
        frozen_at=at(2026, 11, 5, 10, 20, offset=0),
    )


PARAGRAPHS = (
    ("10:05", "Gŵyneth had the counter ready before the doors opened: labels in order of time, the trolley cleared, the list "
     "of the day on the clipboard. She told me which two large orders were due and who would bring them.", "A1.1 A1.2"),
    ("10:20", "Six people were waiting when the till network stopped. She said so to the whole queue at once, gave an honest "
     "estimate of ten minutes and began a paper list of order numbers, so that nobody had to explain twice.",
     "A1.3 A2.1 A2.2 B4.1"),
    ("10:32", "A builder asked to be served first. She saw his hurry, agreed a time at the side door with the yard and kept "
     "it. Nobody lost a place.", "A2.3 A2.4 B4.2"),
    ("10:48", "A customer said that the sign of the delivery bay cannot be seen from the road, the third time in two weeks. "
     "Gŵyneth thanked him, wrote his words in the book and told the supervisor within the hour.", "A2.5 A2.6 A3.1"),
    ("10:56", "Trade fell away for a quarter of an hour. Without being asked she filled the label printer, checked two old "
     "orders against the shelf and wrote the missing one on the board.", "A1.2 A2.1"),
    ("11:05", "She found an order six weeks old in less than a minute by the postcode, because the name had been spelt wrongly, "
     "and read out only what the customer needed to hear.", "A3.2 A3.3 B4.4"),
    ("11:20", "With the network back she rang the two customers who had gone away and gave each a new time. Her note for the "
     "afternoon says what was promised, for which order, by when.", "A3.4 B4.2"),
    ("11:26", "A colleague asked which of two rules on returns applied. She opened the shop\u2019s guidance rather than guess "
     "and read the line aloud.", "A3.2 A3.4 B4.1"),
    ("11:32", "Looking back over the hour she proposed to print a list at half past nine each day and agreed with the "
     "supervisor to try it for two weeks.", "A2.7 B4.3"),
)  # fmt: skip


def observation(*, times: int = 1) -> BaseRecord:
    """One visit over two units; `times` repeats the narrative."""
    a, b = enrolment(UNIT_001, "A"), enrolment(UNIT_004, "B", 1)

    def refs(text: str) -> tuple[CriterionRef, ...]:
        return tuple(CriterionRef(enrolment=(a if part[0] == "A" else b).id, number=part[1:]) for part in text.split())

    seen = Observation(
        id=an_id("observation"),
        candidate=CANDIDATE.id,
        number=2,
        title="Till network down",
        day=date(2026, 10, 1),
        start="10:05",
        end="11:40",
        place="Tŷ Gwyrdd Garden Centre, Aberporth: counter",
        context="Shop open; two at the counter",
        planned=True,
        plan_ref="AP-02",
        others_present="Nia Rowlands, supervisor",
        paragraphs=tuple(Paragraph(time=t, text=x, criteria=refs(c)) for t, x, c in PARAGRAPHS) * times,
        questions=(
            Question(
                question="What does the shop\u2019s procedure say when the network fails?",
                answer="The till lead tells the queue, starts the paper list and rings the helpdesk.",
                criteria=refs("A4.1"),
                result=True,
            ),
            Question(
                question="Why did you not simply serve the builder first?",
                answer="Everyone else had been given a time. The yard could take him without costing anyone a place.",
                criteria=refs("B4.1"),
                result=None,
            ),
        ),
        products_seen="Complaints book, entry of 1 October: back office, grey cabinet, held by Osian Trefor. Not copied.",
        feedback="Calm, exact and fair to the whole queue. Next time start the list as soon as the screen freezes.",
        candidate_comments="I was nervous when the screen froze, but the list worked. I should like it printed every morning.",
        next_steps="Written questions on information and storage by 8 October. Still to see: A 2.8; B 4.1 once more.",
        finished=True,
    )
    content = ObservationContent(
        candidate=CANDIDATE,
        assessor=ASSESSOR,
        centre=CENTRE,
        observation=seen,
        evidence_ref="E2",
        enrolments=(a, b),
        methods=NEUTRAL_METHODS,
        attachments=("Photograph of the paper list (E10)",),
    )
    rows = tuple(
        Signatory(role=r, declaration=OBSERVATION_DECLARATIONS[r], required=True)
        for r in (Role.CANDIDATE, Role.ASSESSOR)
    )
    return frozen(
        content,
        form=Form.OBSERVATION,
        signatories=rows,
        manager_rule=False,
        version=1,
        frozen_at=at(2026, 10, 1, 11, 58),
    )


def many(outcomes: tuple[int, ...], items: int) -> BaseRecord:
    """A unit with that many criteria in each outcome, and that many items."""
    unit = Unit(
        key="test/many",
        awarding_body="Test body",
        title="A unit with very many criteria",
        outcomes=tuple(
            outcome(
                str(n),
                f"Be able to carry out stage {n} of the work safely",
                *(f"carry out step {c} of stage {n} as the method statement says" for c in range(1, count + 1)),
            )
            for n, count in enumerate(outcomes, start=1)
        ),
        regime=Regime(record_form=RecordForm.ERS, manager_signature=ManagerRule.NEVER),
    )
    e = enrolment(unit)
    numbers = [c.number for c in unit.criteria]
    codes = [m.code for m in NEUTRAL_METHODS]
    evidence = tuple(
        item(
            n,
            f"Item {n} of the portfolio, kept with the method statement",
            date(2026, 5, 1 + n % 28),
            codes[n % len(codes)],
            " ".join(numbers[(n * 3 + k * 7) % len(numbers)] for k in range(4)) if numbers else "",
            e,
            location=f"Portfolio, pages {n} to {n + 2}",
        )
        for n in range(1, items + 1)
    )
    content = unit_content(unit, evidence=evidence, decisions=decisions(e))
    return frozen(content, signatories=unit_signatories(Role.CANDIDATE, Role.ASSESSOR), manager_rule=False)


def large_unit() -> BaseRecord:
    """60 criteria in seven outcomes, 40 items."""
    return many((8, 7, 8, 10, 9, 9, 9), 40)


LONG_NAME = "Gwenllïan-Angharad Myfanwy Ŵen ferch Llywelyn-Prydderch Bartholomew Featherstonehaugh-Cholmondeley"


def long_names() -> BaseRecord:
    """Everything as long as it can reasonably be."""
    content = unit_content(
        replace(
            UNIT_001,
            title=f"{UNIT_001.title} in premises shared with other organisations, at a distance and by telephone",
        ),
        candidate=replace(
            CANDIDATE,
            name=LONG_NAME,
            registration="REGISTRATION-2026-000000000000-000000000001",
            employer="The Worshipful Association of Independent Garden Centres and Nurseries of Ceredigion Limited",
            site="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
            qualification="Level 2 Diploma in Customer Service for Organisations of the Voluntary and Public Sector",
        ),
        centre=Centre(
            name="The North and Mid Ceredigion Further Education and Assessment Consortium", number="00000731"
        ),
        assessor=replace(ASSESSOR, name="Marit-Ingeborg Kristoffersdatter Solheim-Aasgaard van der Wolkenstein"),
    )
    content = replace(
        content,
        enrolment=replace(enrolment(UNIT_001), unit=content.enrolment.unit),
    )
    return frozen(content)


def ink(strokes: int = 3) -> Ink:
    """Loops drawn with a pen whose pressure changes."""
    drawn = []
    for s in range(strokes):
        points = tuple(
            InkPoint(
                x=int(2000 + s * 6000 + 260 * n + 900 * math.cos(n / 2.2)),
                y=int(5000 + 1500 * math.sin(n / 2.2) + 300 * s),
                t=s * 700 + n * 12,
                pressure=int(300 + 600 * abs(math.sin(n / 5))),
            )
            for n in range(40)
        )
        drawn.append(Stroke(points=points, pointer=Pointer.PEN))
    return Ink(strokes=tuple(drawn))


def capture(record: BaseRecord, role: Role, **more: object) -> Capture:
    """A capture in that role with ink; `signer` fields are replaced by name with `signer=`."""
    people = {
        Role.CANDIDATE: Signer(
            role=role, name=CANDIDATE.name, role_title="candidate", job_title="Bookings clerk",
            organisation=CANDIDATE.workplace, identity_check="Known since March 2026"),
        Role.MANAGER: Signer(
            role=role, name="Osian Trefor", role_title="line manager", job_title="Shop manager",
            organisation=CANDIDATE.workplace, relationship="line manager of the candidate",
            identity_check="Staff pass seen"),
        Role.ASSESSOR: Signer(
            role=role, name=ASSESSOR.name, role_title="assessor", organisation=CENTRE.name,
            relationship="no other tie to the candidate", identity_check="Own device key and PIN"),
        Role.COUNTERSIGNER: Signer(
            role=role, name="Ffion Hartley", role_title="countersigner", job_title="Lead assessor",
            organisation=CENTRE.name, identity_check="Known to the assessor"),
        Role.IQA: Signer(
            role=role, name="Rhodri Beynon", role_title="internal quality assurer", organisation=CENTRE.name,
            identity_check="Centre pass"),
    }  # fmt: skip
    ticks = {Role.MANAGER: (True, True), Role.IQA: (True, False)}.get(role, ())
    made = Capture(
        signer=people[role],
        ticks=ticks,
        medium=Medium.INK,
        at=at(2026, 10, 14, 15, 31, 22),
        sequence=1479 + role.rank,
        device="0001",
        ink=ink(),
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields of the capture, by name


PAPER = PaperSignature(date_written=date(2026, 10, 12), scan_sha256="5c0e77a194d2be38" + "0" * 48)
