"""The visit of the mock-ups, on the seed units: for pictures, looks and speed. Nobody here exists."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from assessor_app.domain.evidence import CriterionRef, EvidenceItem, HeldInWorkplace, StoredFile, Tie
from assessor_app.domain.judging import Decision, Enrolment, Verdict
from assessor_app.domain.moments import Moment
from assessor_app.domain.observations import Observation, Paragraph
from assessor_app.gui.pages.observation.board import Facts, board_of
from assessor_app.gui.pages.observation.model import ObservationContent
from assessor_app.gui.pages.observation.view import ObservationView
from tests.desk import OPERATIONS, RELIABLE

_ROOT = UUID(int=0)
DAY = date(2026, 11, 12)
CANDIDATE = uuid5(_ROOT, "priya")
R = Enrolment(id=uuid5(_ROOT, "R"), candidate=CANDIDATE, unit=RELIABLE, position=0, letter="R")
O = Enrolment(id=uuid5(_ROOT, "O"), candidate=CANDIDATE, unit=OPERATIONS, position=1, letter="O")  # noqa: E741


def refs(words: str) -> tuple[CriterionRef, ...]:
    return tuple(CriterionRef(enrolment={"R": R, "O": O}[w[0]].id, number=w[1:]) for w in words.split())


def decision(word: str, verdict: Verdict, reason: str = "", at: int = 1_794_000_000_000) -> Decision:
    (ref,) = refs(word)
    return Decision(
        id=uuid5(_ROOT, f"{word}{verdict}{at}"),
        criterion=ref,
        verdict=verdict,
        reason=reason,
        by="H. Marsden",
        at=Moment(utc_ms=at),
    )


PARAGRAPHS = (
    Paragraph(
        time="11:42",
        text="Priya had set up before I arrived: the counter followed the pre-order sheet, the allergen cards matched "
        "the day’s bakes, and a second card reader was on charge “because Thursday is market day”.",
        criteria=refs("R1.1 R1.2"),
    ),
    Paragraph(
        time="11:58",
        text="A party of fourteen came in unannounced. She moved a colleague from tables to the till, kept the two "
        "pre-orders due at 12:15 ahead of the group, and told everyone in the queue it would be about ten minutes. "
        "It was.",
        criteria=refs("R1.3 R2.1 O4.1"),
    ),
    Paragraph(
        time="12:20",
        text="The card reader lost its connection. Without stopping the queue she changed to the spare and noted three "
        "unpaid orders in the day book to settle later.",
        criteria=refs("R2.2 R2.4"),
    ),
    Paragraph(
        time="12:47",
        text="A customer said the soup was lukewarm “again”. Priya apologised, offered to reheat or replace it, and "
        "they agreed a fresh bowl within five minutes. She then looked back in the comments book, found two remarks "
        "like it this week, and told the kitchen and Mr Feeney.",
        criteria=refs("R2.5 R2.6 R3.3 O4.2"),
    ),
)
VISIT = Observation(
    id=uuid5(_ROOT, "visit"),
    candidate=CANDIDATE,
    number=2,
    title="Lunchtime service",
    day=DAY,
    start="11:40",
    place="Crumb & Kettle, Ludlow",
    context="Counter and front of house",
    others_present="Mr Feeney, owner",
    planned=True,
    plan_ref="29 October",
    paragraphs=PARAGRAPHS,
)
MET = "R1.1 R1.2 R1.3 R2.1 R2.2 R2.3 R2.4 R3.1 R3.2 O1.1 O1.2 O2.1 O2.2 O3.1 O3.2"
SOUP = "Three people have mentioned the soup. What did you change, and how will you know it worked?"
RUSH = "What would you do differently in a rush like today’s?"
DECISIONS = (
    *(decision(word, Verdict.MET) for word in MET.split()),
    decision("R2.7", Verdict.ASK, SOUP),
    decision("O4.3", Verdict.ASK, RUSH),
)


def item(number: int, title: str, **more: object) -> EvidenceItem:
    made = EvidenceItem(id=uuid5(_ROOT, f"item{number}"), candidate=CANDIDATE, number=number, title=title, dated=DAY)
    return replace(made, **more)  # type: ignore[arg-type]


def _file(name: str, media_type: str) -> StoredFile:
    return StoredFile(sha256="0" * 64, name=name, media_type=media_type, size=9_000)


ITEMS = (
    item(3, "Counter and allergen cards", shows="no people shown", file=_file("a.jpg", "image/jpeg")),
    item(
        4,
        "Comments book, pp. 12–15",
        held=HeldInWorkplace(where="the café", holder="Mr Feeney", seen_on=DAY),
        ties=tuple(Tie(criterion=c, method="P") for c in refs("R3.1")),
    ),
    item(5, "Pre-order sheet", shows="1 page", file=_file("p.pdf", "application/pdf")),
)
FACTS = Facts(enrolments=(R, O), evidence=ITEMS, decisions=DECISIONS)


def observation_content(visit: Observation = VISIT) -> ObservationContent:
    return ObservationContent(
        visit=visit,
        candidate="Priya Nair",
        board=board_of(FACTS, visit),
        no_simulation="Reliable customer service asks for real work in a workplace, so simulation is not offered.",
    )


def observation() -> ObservationView:
    view = ObservationView()
    view.narrative.clock = lambda: "13:02"
    view.set_content(observation_content())
    view.saved.show_saved("13:02")
    return view
