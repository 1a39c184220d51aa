"""The unit of the mock-up, on the seed unit: for pictures and looks. Nobody here exists."""

from dataclasses import replace
from datetime import date

from assessor_app.domain.evidence import ALL_VARCS, EvidenceItem, HeldInWorkplace, Tie
from assessor_app.domain.judging import Action, Decision, Enrolment, Judgement, Verdict
from assessor_app.domain.people import Candidate, LineManager
from assessor_app.gui.pages.unit_record import presenter
from assessor_app.gui.pages.unit_record.view import UnitRecordView
from tests.gui.observation_sample import CANDIDATE, R, decision, item, refs

_ROWS = (
    ("Opening up", "O", "1.1 1.2 3.1", date(2026, 9, 3)),
    ("Lunchtime service", "O", "1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 2.6 3.3", date(2026, 11, 12)),
    ("Mr Feeney’s testimony", "WT", "1.3 2.1 2.3 3.2", date(2026, 10, 21)),
    ("Comments book, pp. 12–15", "P", "2.5 2.6 3.1", date(2026, 11, 12)),
    ("Counter and allergen cards", "P", "1.1", date(2026, 11, 12)),
    ("Questions after service", "OQ", "2.7 4.1 4.2", date(2026, 11, 12)),
    ("Feedback and complaints", "PD", "4.3 4.4 4.5 4.6 4.7", date(2026, 10, 29)),
)
MET = "1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 2.6 3.1 3.2 3.3 4.1 4.2 4.3 4.4 4.5 4.6 4.7"


def items() -> tuple[EvidenceItem, ...]:
    found = []
    for number, (title, code, numbers, dated) in enumerate(_ROWS, start=1):
        ties = tuple(Tie(criterion=refs(f"R{n}")[0], method=code) for n in numbers.split())
        held = HeldInWorkplace(where="the café", holder="Mr Feeney", seen_on=dated) if number == 4 else None
        found.append(item(number, title, dated=dated, ties=ties, held=held, varcs=ALL_VARCS))
    return tuple(found)


def decisions() -> tuple[Decision, ...]:
    return (
        *(decision(f"R{n}", Verdict.MET) for n in MET.split()),
        decision("R2.7", Verdict.NOT_YET, "Knows the comments, has not acted yet.", 1_793_286_300_000),
        decision("R2.7", Verdict.MET, "Soup now checked at 11:30 each day; rota seen.", 1_794_490_800_000),
    )


def unit_record(enrolment: Enrolment = R, owner: str = "Mr Feeney") -> UnitRecordView:
    candidate = Candidate(id=CANDIDATE, name="Priya Nair", manager=LineManager(name=owner, job_title="owner"))
    found = presenter._Found(
        candidate=candidate,
        enrolment=enrolment,
        others=(enrolment,),
        evidence=items(),
        decisions=decisions(),
        judgement=Judgement(text="Seen over three visits.", actions=(Action(text="Try it on a market day"),)),
        sheet=None,
    )
    view = UnitRecordView()
    view.set_content(presenter._content(found, date(2026, 11, 12), unlocked=None))
    view.saved.show_saved("14:11")
    return view


def at(view: UnitRecordView, row: int, number: str) -> None:
    """The highlight on a cell."""
    columns = view.grid.content.content.columns
    column = next(n for n, c in enumerate(columns) if c.number == number)
    view.grid.setCurrentIndex(view.grid.content.index(row, column))


def without_regime() -> Enrolment:
    return replace(R, unit=replace(R.unit, regime=None, expiry=date(2026, 8, 31)))
