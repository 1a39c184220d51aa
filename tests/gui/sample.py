"""The data of the mock-ups, and each view filled with it. Names and workplaces are invented."""

from collections.abc import Callable

# ruff: noqa: E501  (sample data reads better on one line)
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from assessor_app.gui.backup_notice import BackupNotice, NoticeAct
from assessor_app.gui.pages.candidate.form import CandidateDraft, CandidateForm, FieldCheck, FormContent
from assessor_app.gui.pages.candidate.model import CandidateContent, EvidenceRow, UnitCard
from assessor_app.gui.pages.candidate.unit_choices import UnitChoice
from assessor_app.gui.pages.candidate.view import CandidateView
from assessor_app.gui.pages.candidates.model import CandidateRow, CandidatesContent, UnitProgress
from assessor_app.gui.pages.candidates.view import CandidatesView
from assessor_app.gui.pages.first_run.model import FirstRunContent, Step, Strength
from assessor_app.gui.pages.first_run.view import FirstRunView
from assessor_app.gui.pages.settings.model import FormApproval, SettingsContent, YouContent
from assessor_app.gui.pages.settings.view import SettingsView
from assessor_app.gui.pages.today.model import (
    Mark,
    Reminder,
    RowState,
    Signer,
    TodayContent,
    VisitRow,
    WaitingRow,
)
from assessor_app.gui.pages.today.view import TodayView
from assessor_app.gui.pages.units.model import CriterionText, OutcomeText, UnitRow, UnitsContent, UnitText
from assessor_app.gui.pages.units.view import UnitsView
from assessor_app.gui.pages.unlock.view import Secret, UnlockContent, UnlockView, WaysIn
from assessor_app.gui.shell.command import Command
from assessor_app.gui.shell.main_shell import MainShell
from assessor_app.gui.widgets.chip import ChipData
from assessor_app.gui.widgets.facts import Fact
from assessor_app.gui.widgets.timeline import Moment, TimelineEntry

STEPS = len(Step)


def settle(widget: QWidget) -> None:
    """Lays everything out without waiting."""
    for _ in range(12):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    widget.repaint()


def unlock() -> UnlockView:
    view = UnlockView()
    view.passphrase.set_text("correct horse bat")
    return view


def unlock_wrong() -> UnlockView:
    view = unlock()
    view.set_content(
        UnlockContent(message="That is not the passphrase. Nothing was changed; check Caps Lock and try again.")
    )
    return view


def unlock_waiting() -> UnlockView:
    view = unlock()
    view.set_content(UnlockContent(is_busy=True, wait_s=16))
    return view


def unlock_with_keyring() -> UnlockView:
    view = unlock()
    view.set_ways(WaysIn(keyring=True))
    return view


def unlock_by_recovery_code() -> UnlockView:
    view = unlock()
    view.set_ways(WaysIn(keyring=True, centre=True))
    view.set_content(UnlockContent(secret=Secret.RECOVERY_CODE))
    return view


def today_content() -> TodayContent:
    return TodayContent(
        date="Thursday 12 November",
        visits=(
            VisitRow(
                id="v1",
                time="09:15",
                person="Llŷr Bowen",
                where="Hafod Garden Centre, Abergavenny",
                state=RowState.DONE,
                words="Observation signed",
                tint=1,
            ),
            VisitRow(
                id="v2",
                time="11:40",
                person="Priya Nair",
                where="Crumb & Kettle, Ludlow  ·  Lunchtime service, saved 13:02",
                state=RowState.NOW,
                words="Resume",
                tint=0,
            ),
            VisitRow(
                id="v3",
                time="15:30",
                person="Callum Reid",
                where="Hafod Garden Centre, plant area  ·  first visit",
                state=RowState.TO_COME,
                words="See the plan",
                tint=2,
            ),
        ),
        waiting=(
            WaitingRow(
                id="w1",
                person="Llŷr Bowen",
                unit=0,
                letter="R",
                unit_title="Reliable customer service",
                action="Hand over",
                signers=(
                    Signer(who="Candidate", has_signed=True),
                    Signer(who="Manager", has_signed=False),
                    Signer(who="You", has_signed=False),
                ),
            ),
            WaitingRow(
                id="w2",
                person="Jade Whitcombe",
                unit=1,
                letter="O",
                unit_title="Customer Service Operations",
                action="Sign",
                signers=(Signer(who="Candidate", has_signed=True), Signer(who="You", has_signed=False)),
            ),
        ),
        in_mind=(
            Reminder(id="m1", mark=Mark.EXPORT, title="4 records not yet exported", detail="Oldest is from 3 November"),
            Reminder(
                id="m2",
                mark=Mark.RECEIPT,
                title="1 export without a receipt",
                detail="Sent 29 October. Your copy stays here until the centre confirms it.",
            ),
            Reminder(id="m3", mark=Mark.GAP, title="5 gaps due this month", detail="Priya Nair 3, Tom Ashworth 2"),
        ),
        carry_on=(
            Reminder(id="c1", mark=Mark.DRAFT, title="Feedback for Tom Ashworth", detail="Draft, yesterday at 17:20"),
            Reminder(
                id="c2", mark=Mark.TALK, title="Discussion with Amelia Osei", detail="2 of 5 headings written, Monday"
            ),
        ),
    )


def today() -> TodayView:
    view = TodayView()
    view.set_content(today_content())
    return view


def today_without_backup() -> TodayView:
    """The folder for backups is gone."""
    view = today()
    view.backup_notice.show_notice(
        BackupNotice(
            title="The folder for backups is not there",
            detail="/media/hannah/BACKUP cannot be found; what you do now is only on this laptop. The last good backup "
            "was made on 3 November at 09:12. Plug in the disk or stick that holds the folder, or choose another one.",
            act=NoticeAct.SETTINGS,
        )
    )
    return view


def today_empty() -> TodayView:
    view = TodayView()
    view.set_content(TodayContent(date="", is_first_time=True))
    return view


def _chips(*numbers: str) -> tuple[ChipData, ...]:
    return tuple(
        ChipData(unit="RO".index(n[0]), letter=n[0], number=n[1:], text="supply accurate customer service information")
        for n in numbers
    )


def candidate_content() -> CandidateContent:
    return CandidateContent(
        id="c1",
        name="Priya Nair",
        second_line="Front-of-house supervisor  ·  Crumb & Kettle, Ludlow",
        tint=0,
        units=(
            UnitCard(
                id="u1", unit=0, letter="R", body="OCR", title="Reliable customer service", met=9, seen=3, total=23
            ),
            UnitCard(
                id="u2",
                unit=1,
                letter="O",
                body="LASER, level 4",
                title="Customer Service Operations",
                met=6,
                seen=2,
                total=23,
            ),
            UnitCard(
                id="u3",
                unit=2,
                letter="E",
                body="OCR",
                title="Customer service environment",
                met=18,
                seen=0,
                total=18,
                signed="Signed 3 September",
            ),
        ),
        visits=(
            TimelineEntry(
                id="t1",
                moment=Moment.PLANNED,
                when="3 December",
                title="Review and late shift",
                detail="Plan agreed with Priya and Mr Feeney",
                chips=_chips("R2.8", "R3.4", "O4.4"),
            ),
            TimelineEntry(
                id="t2",
                moment=Moment.NOW,
                when="Today, 11:40",
                title="Lunchtime service",
                detail="Observation open, saved 13:02",
                action="Resume",
            ),
            TimelineEntry(
                id="t3",
                moment=Moment.PAST,
                when="29 October",
                title="Professional discussion",
                detail="Feedback and complaints; 48 minutes",
                chips=_chips("R4.3", "R4.5", "O1.3"),
            ),
            TimelineEntry(
                id="t4",
                moment=Moment.PAST,
                when="3 September",
                title="Opening up",
                detail="Observation signed by both",
                chips=_chips("R1.1", "R1.2", "R3.1"),
            ),
        ),
        details=(
            Fact(label="Line manager", value="Martin Feeney, owner"),
            Fact(label="Centre", value="Severn Vale Training, 04217"),
            Fact(label="ULN", value="9276308686", good="valid"),
            Fact(label="Registered", value="14 July 2026"),
            Fact(label="Next actions", value="Count soup comments for three Thursdays", second="by 3 December"),
        ),
        evidence=tuple(
            EvidenceRow(
                id=f"e{n}",
                icon="file-text",
                title=f"Observation {n}",
                detail="Crumb & Kettle, Ludlow",
                date="3 September",
            )
            for n in range(14)
        ),
        sheets=(
            EvidenceRow(
                id="s1",
                icon="file-check-2",
                title="Customer service environment",
                detail="Sealed; received by the centre",
                date="3 September",
            ),
        ),
    )


def candidate() -> CandidateView:
    view = CandidateView()
    view.set_content(candidate_content())
    return view


def candidate_in_shell() -> MainShell:
    shell = MainShell()
    shell.set_page("candidate", candidate())
    shell.show_page("candidate", "candidates")
    shell.set_count("sign-off", 2)
    shell.resize(1366, 768)
    shell.show()
    shell.show_toast("Added to the plan for 3 December", "Undo", lambda: None, _chips("R3.4"))
    return shell


def commands(_query: str) -> tuple[Command, ...]:
    return (
        Command(id="a1", title="Hand over to sign", detail="Llŷr Bowen, line manager", key="Ctrl+H", icon="signature"),
        Command(
            id="a2",
            title="Sign as assessor",
            detail="Jade Whitcombe, Customer Service Operations",
            key="Ctrl+Shift+S",
            icon="lock-keyhole",
        ),
        Command(id="a3", title="Preview the sheet to be signed", key="Ctrl+P", icon="eye"),
        Command(id="g1", section="Go to", title="Sign-off", detail="2 waiting", key="Alt+3", icon="list-checks"),
        Command(
            id="g2",
            section="Go to",
            title="Signed sheets",
            detail="14 sealed, 11 received by the centre",
            icon="file-check",
        ),
        Command(
            id="r1",
            section="In your records",
            title="Tom Ashworth",
            person="Tom Ashworth",
            detail="“…the delivery note was signed and filed before the van left”",
        ),
        Command(
            id="r2",
            section="In your records",
            title="Reliable customer service",
            unit=0,
            letter="R",
            detail="Candidate, line manager, then assessor signs",
        ),
    )


def palette_in_shell() -> MainShell:
    shell = MainShell()
    shell.set_page("today", today())
    shell.show_page("today")
    shell.set_count("sign-off", 2)
    shell.set_commands(commands)
    shell.resize(1366, 768)
    shell.show()
    shell.open_palette()
    shell.palette_sheet.editor.setText("sign")
    return shell


def first_run(number: int) -> FirstRunView:
    step = list(Step)[number]
    view = FirstRunView()
    if step is Step.PASSPHRASE:
        view.passphrase.first.set_text("correct horse bat")
        view.set_strength(Strength(level=3, words="Strong"))
    view.set_content(FirstRunContent(step=step, recovery_code="K7QF-2MXD-9RTA-W4HE-6PLN-C3VB", backup_folder=""))
    return view


def candidates_content(count: int = 9) -> CandidatesContent:
    names = (
        "Priya Nair",
        "Llŷr Bowen",
        "Callum Reid",
        "Jade Whitcombe",
        "Tom Ashworth",
        "Amelia Osei",
        "Sioned Wyn Pritchard",
        "Marek Nowak",
        "Gŵen Ellis",
    )
    places = (
        "Front-of-house supervisor  ·  Crumb & Kettle, Ludlow",
        "Hafod Garden Centre, Abergavenny",
        "Hafod Garden Centre, plant area",
    )
    rows = tuple(
        CandidateRow(
            id=f"c{n}",
            name=names[n % len(names)],
            detail=places[n % 3],
            units=tuple(
                UnitProgress(unit=u, letter="ROE"[u], met=(n * 5 + u * 7) % 24, total=23) for u in range(1 + n % 3)
            ),
            state=("3 gaps", "", "Up to date")[n % 3],
            needs_you=n % 3 == 0,
            tint=n % 6,
        )
        for n in range(count)
    )
    return CandidatesContent(rows=rows, total=count)


def candidates() -> CandidatesView:
    view = CandidatesView()
    view.set_content(candidates_content())
    return view


def form_content(*, is_new: bool = False) -> FormContent:
    return FormContent(
        is_new=is_new,
        draft=CandidateDraft(
            name="Priya Nair",
            registration_number="SV-20418",
            uln="9276308687",
            employer="Crumb & Kettle",
            site="Ludlow",
            job_title="Front-of-house supervisor",
            manager_name="Martin Feeney",
            manager_job="Owner",
            qualification_title="Level 2 Diploma in Customer Service",
            qan="601/3457/X",
            unit_ids=("r", "o"),
        ),
        units=(
            UnitChoice(
                id="r",
                letter="R",
                title="Reliable customer service",
                detail="OCR, 23 criteria",
                locked="Evidence is recorded, so it stays.",
            ),
            UnitChoice(id="o", letter="O", title="Customer Service Operations", detail="LASER, level 4, 23 criteria"),
            UnitChoice(id="e", letter="E", title="Customer service environment", detail="OCR, 18 criteria"),
            UnitChoice(
                id="k",
                letter="K",
                title="Understand how to monitor customer service interactions and feedback",
                detail="City & Guilds, 14 criteria",
            ),
        ),
    )


_TRADES = ("Groom horses", "Fit tyres", "Bind books", "Lay bricks", "Cut hair", "Prepare and bake celebration cakes")


def form_with_many_units() -> CandidateForm:
    """Some hundred units to choose from, one of them looked for."""
    view = CandidateForm()
    many = tuple(
        UnitChoice(
            id=f"u{n}",
            letter="U",
            title=f"{_TRADES[n % 6]} {n}",
            detail="OCR, 14 criteria",
            words=_TRADES[n % 6].lower(),
        )
        for n in range(120)
    )
    content = form_content()
    view.set_content(replace(content, units=(*content.units, *many) if content.units else many, is_begun=True))
    view.units.find_field.set_text("cakes")
    view.units.find_field.edited.emit("cakes")
    return view


def units_with_many() -> UnitsView:
    """The same on the Units page, with a unit that has doubts and its document kept."""
    view = UnitsView()
    content = units_content()
    more = tuple(
        UnitRow(id=f"u{n}", place=n, letter="U", title=f"{_TRADES[n % 6]} {n}", detail="OCR, 14 criteria", doubts=n % 2)
        for n in range(4, 60)
    )
    opened = content.open_unit
    assert opened is not None
    doubts = (*opened.doubts, "Criteria 1.1, 1.2 and 3.1: The columns are woven line by line here.")
    opened = replace(opened, has_source=True, doubts=doubts, doubt_count=4)
    view.set_content(replace(content, units=(*content.units, *more), total=60, open_unit=opened))
    return view


def form() -> CandidateForm:
    view = CandidateForm()
    view.set_content(form_content())
    view.set_uln_check(FieldCheck(warning="The check digit does not fit. It is kept as typed; look at the card again."))
    view.set_qan_check(FieldCheck(good="The form of the number is right"))
    return view


def units_content() -> UnitsContent:
    outcomes = tuple(
        OutcomeText(
            number=str(n),
            text=(
                "Plan and organise the delivery of reliable customer service",
                "Review and maintain customer service delivery",
                "Use recording systems to maintain reliable customer service",
            )[n - 1],
            criteria=tuple(
                CriterionText(
                    number=f"{n}.{m}",
                    text=(
                        "plan, prepare and organise everything they need to deliver services or products to different types of customers",
                        "organise what they do to ensure consistency in giving prompt attention to their customers",
                        "reorganise their work to respond to unexpected additional workloads",
                    )[m - 1],
                    guidance="Types of customers: those known to the candidate, and those who are not."
                    if m == 1
                    else "",
                    note="",
                )
                for m in range(1, 4)
            ),
        )
        for n in range(1, 4)
    )
    unit = UnitText(
        id="r",
        place=0,
        letter="R",
        title="Deliver reliable customer service",
        body="OCR",
        facts=(
            ("Unit number", "B5"),
            ("Level", "2"),
            ("Credit", "5"),
            ("Guided learning hours", "not given in the unit text"),
        ),
        outcomes=outcomes,
        notes=("Evidence must be collected over a sufficient period of time with different customers.",),
        doubts=("Criterion 2.4 runs over a page break; compare it with the document.",),
        doubt_count=1,
        regime="Assessed in the workplace; simulation is not allowed.",
    )
    return UnitsContent(
        open_unit=unit,
        units=(
            UnitRow(
                id="r",
                place=0,
                letter="R",
                title="Deliver reliable customer service",
                detail="OCR, 23 criteria",
                doubts=1,
            ),
            UnitRow(
                id="o", place=1, letter="O", title="Customer Service Operations", detail="LASER, level 4, 23 criteria"
            ),
            UnitRow(
                id="e",
                place=2,
                letter="E",
                title="Understand the customer service environment",
                detail="OCR, 18 criteria",
            ),
            UnitRow(
                id="k", place=3, letter="K", title="Monitor customer interactions", detail="City & Guilds, 14 criteria"
            ),
        ),
    )


def units() -> UnitsView:
    view = UnitsView()
    view.set_content(units_content())
    return view


def settings() -> SettingsView:
    view = SettingsView()
    view.set_content(
        SettingsContent(
            today=date(2026, 11, 12),
            you=YouContent(
                name="Hannah Morris", number="A-1182", centre_name="Severn Vale Training", centre_number="04217"
            ),
            has_pin=True,
            has_sample_data=True,
            forms=(
                FormApproval(
                    id="ers", title="Evidence Record Sheet", approved_by="R. Lane, IQA", approved_on=date(2026, 9, 1)
                ),
                FormApproval(id="obs", title="Observation record"),
            ),
            version="Version 0.1.0",
            licences="MIT; Inter (SIL OFL 1.1), Lucide icons (ISC)",
        )
    )
    return view


INSIDE: list[tuple[str, str, Callable[[], QWidget]]] = [
    ("candidates", "candidates", candidates),
    ("candidate-form", "candidates", form),
    ("candidate-form-many", "candidates", form_with_many_units),
    ("units", "units", units),
    ("units-many", "units", units_with_many),
    ("settings", "settings", settings),
]
