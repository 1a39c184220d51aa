"""The page of a unit over a real vault: tying in the grid, decisions, judgement, regime, and what is sealed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assessor_app.domain.evidence import CriterionRef, EvidenceItem
from assessor_app.domain.judging import Competence, Judgement, Verdict
from assessor_app.domain.observations import Paragraph
from assessor_app.domain.roles import Role
from assessor_app.domain.units import ManagerRule, RecordForm, Unit
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.pages.unit_record.presenter import UnitRecordPresenter
from assessor_app.gui.pages.unit_record.view import UnitRecordView
from assessor_app.gui.theme.controller import ThemeController
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.keep_evidence import add_evidence
from assessor_app.usecases.observe import record_observation, start_observation
from tests.desk import (
    ENVIRONMENT,
    EXPECTATIONS,
    OPERATIONS,
    RELIABLE,
    UNITS,
    Desk,
    add_candidate,
    enrolment_of,
    make_ready,
    sign,
)
from tests.gui import unit_record_sample as sample
from tests.gui.checks import clipped, nameless, small_targets
from tests.gui.page_desk import PageDesk
from tests.gui.sample import settle


class Record:
    """The page as a person uses it."""

    def __init__(self, qtbot: QtBot, opened: Desk, unit: Unit, name: str = "Tegwen Morris") -> None:
        self.qtbot = qtbot
        self.opened = opened
        self.candidate = add_candidate(opened, unit, name=name)
        self.enrolment = enrolment_of(opened, self.candidate, unit)
        self.page = PageDesk(opened)
        self.view = UnitRecordView()
        qtbot.addWidget(self.view)
        self.presenter = UnitRecordPresenter(self.view, self.page.desk)
        self.view.resize(1282, 768)
        self.view.show()

    def open(self) -> None:
        self.presenter.open(Goal(page=Page.UNIT_RECORD, subject=self.enrolment.id))
        self.rest()
        self.view.activateWindow()
        self.view.grid.setFocus()

    def found(self) -> tuple[EvidenceItem, ...]:
        with self.opened.ports.store.reading() as records:
            return records.evidence_of(self.candidate)

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.page.jobs.is_busy)

    def item(self, title: str = "Rota") -> EvidenceItem:
        ports = self.opened.ports
        made = EvidenceItem(
            id=ports.new_id(), candidate=self.candidate, number=0, title=title, dated=ports.now().local_date
        )
        return add_evidence(ports, made)

    def at(self, row: int, number: str) -> None:
        sample.at(self.view, row, number)

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.view.grid, key)
        self.rest()

    def codes(self, item: UUID) -> list[tuple[str, str]]:
        with self.opened.ports.store.reading() as records:
            return [(t.criterion.number, t.method) for t in records.evidence(item).ties]

    def judgement(self) -> Judgement:
        with self.opened.ports.store.reading() as records:
            return records.judgement_of(self.enrolment.id)


@pytest.fixture
def record(qtbot: QtBot, desk: Desk, the_look: ThemeController) -> Iterator[Record]:
    made = Record(qtbot, desk, RELIABLE)
    yield made
    made.presenter.leave()
    made.page.jobs.wait_and_stop()


def test_space_when_the_item_has_no_method_asks_and_then_ties(record: Record) -> None:
    item = record.item()
    record.open()
    record.at(0, "1.1")
    record.key(Qt.Key.Key_Space)
    assert record.view._menu.isVisible()
    next(a for a in record.view._menu.actions() if a.text().startswith("P\u2002")).trigger()
    record.view._menu.close()
    record.rest()
    assert record.codes(item.id) == [("1.1", "P")]
    record.at(0, "1.2")
    record.key(Qt.Key.Key_Space)
    record.key(Qt.Key.Key_Space)
    assert record.codes(item.id) == [("1.1", "P"), ("1.2", "P")]
    assert record.view.grid.content.content.columns[1].covered == 1


def test_delete_when_a_tie_is_there_takes_it_away_and_undo_brings_it_back(record: Record) -> None:
    item = record.item()
    record.open()
    record.at(0, "2.1")
    record.view.tied.emit(item.id, CriterionRef(enrolment=record.enrolment.id, number="2.1"), "WT")
    record.rest()
    record.key(Qt.Key.Key_Delete)
    assert record.codes(item.id) == []
    undo = record.page.said[-1][1]
    assert undo is not None
    undo()
    record.rest()
    assert record.codes(item.id) == [("2.1", "WT")]


def test_row_of_a_visit_is_tied_in_the_visit_and_enter_opens_it(record: Record) -> None:
    visit = start_observation(record.opened.ports, record.candidate)
    ref = CriterionRef(enrolment=record.enrolment.id, number="1.1")
    record_observation(
        record.opened.ports, replace(visit, paragraphs=(Paragraph(time="10:00", text="Seen", criteria=(ref,)),))
    )
    record.open()
    record.at(0, "1.2")
    record.key(Qt.Key.Key_Space)
    assert "tied in its own text" in record.page.said[-1][0]
    record.key(Qt.Key.Key_Return)
    assert record.page.goals[-1] == Goal(page=Page.OBSERVATION, subject=visit.id)


def test_keys_when_pressed_decide_and_history_is_kept(record: Record) -> None:
    record.item()
    record.open()
    record.at(0, "2.7")
    record.key(Qt.Key.Key_N)
    record.key(Qt.Key.Key_M)
    with record.opened.ports.store.reading() as records:
        decisions = [d.verdict for d in records.decisions_of(record.enrolment.id)]
    assert decisions == [Verdict.NOT_YET, Verdict.MET]
    assert record.view.detail._shown is not None
    assert [line.words for line in record.view.detail._shown.decisions] == ["Ruth Okonjo", "Ruth Okonjo"]
    undo = record.page.said[-1][1]
    assert undo is not None
    undo()
    record.rest()
    with record.opened.ports.store.reading() as records:
        assert [d.verdict for d in records.decisions_of(record.enrolment.id)][-1] is Verdict.NOT_YET


def test_judgement_when_typed_is_kept_after_a_pause(record: Record) -> None:
    record.open()
    form = record.view.judgement
    record.qtbot.keyClicks(form.text.editor, "Seen over three visits")
    form.competence.set_choice("competent")
    form._on_edited()
    form._on_add_action()
    record.qtbot.keyClicks(form._actions[0].text.editor, "Try a market day")
    assert record.view.saved.words == "Saving"
    record.qtbot.waitUntil(lambda: record.view.saved.words.startswith("Saved") and not record.page.jobs.is_busy)
    kept = record.judgement()
    assert (kept.competence, kept.text, kept.actions[0].text) == (
        Competence.COMPETENT,
        "Seen over three visits",
        "Try a market day",
    )


def test_judgement_when_the_page_is_left_at_once_is_kept(record: Record) -> None:
    record.open()
    record.qtbot.keyClicks(record.view.judgement.feedback.editor, "Well done")
    record.presenter.leave()
    record.rest()
    assert record.judgement().feedback == "Well done"


def test_evidence_when_added_has_what_was_asked(record: Record, tmp_path: Path) -> None:
    record.open()
    record.view.add_asked.emit()
    record.rest()
    form = record.view.evidence
    record.qtbot.keyClicks(form.title.editor, "Comments book")
    record.qtbot.keyClicks(form.criteria.editor, "R2.5 ")
    form.is_held.click()
    path = tmp_path / "book.txt"
    path.write_text("page 12")
    form.file_given.emit(path)
    record.rest()
    record.qtbot.keyClicks(form.where.editor, "Behind the till")
    form.add.click()
    record.rest()
    with record.opened.ports.store.reading() as records:
        (item,) = records.evidence_of(record.candidate)
    assert (item.title, item.ties[0].criterion.number, item.ties[0].method) == ("Comments book", "2.5", "P")
    assert item.held is not None
    assert item.held.where == "Behind the till"
    assert item.file is not None
    assert record.opened.ports.files.read(item.file.sha256) == b"page 12"


def test_evidence_typed_and_not_added_survives_a_crash(record: Record, qtbot: QtBot) -> None:
    record.open()
    record.view.add_asked.emit()
    record.rest()
    record.qtbot.keyClicks(record.view.evidence.title.editor, "Comments book")
    record.qtbot.keyClicks(record.view.evidence.criteria.editor, "R2.5 ")
    record.qtbot.waitUntil(lambda: not record.presenter._items._pending.waits)
    record.rest()
    record.page.jobs.wait_and_stop()
    record.opened.restart()
    again = Record(qtbot, record.opened, record.enrolment.unit)
    again.candidate, again.enrolment = record.candidate, record.enrolment
    again.open()
    assert again.found() == ()
    again.view.add_asked.emit()
    again.rest()
    form = again.view.evidence
    assert form.title.text == "Comments book"
    assert [ref.number for ref in form.draft.criteria] == ["2.5"]
    form.add.click()
    again.rest()
    assert [item.title for item in again.found()] == ["Comments book"]
    again.view.add_asked.emit()
    again.rest()
    assert form.title.text == ""
    again.page.jobs.wait_and_stop()


def test_evidence_given_up_comes_back_with_undo(record: Record) -> None:
    record.open()
    record.view.add_asked.emit()
    record.rest()
    form = record.view.evidence
    record.qtbot.keyClicks(form.title.editor, "Comments book")
    form.done.click()
    record.rest()
    words, undo = record.page.said[-1]
    assert words == "Evidence not added"
    record.view.add_asked.emit()
    record.rest()
    assert form.title.text == ""
    assert undo is not None
    undo()
    record.view.add_asked.emit()
    record.rest()
    assert form.title.text == "Comments book"
    assert record.found() == ()


def test_sheet_when_sealed_makes_the_page_read_only(record: Record) -> None:
    make_ready(record.opened, record.enrolment)
    sheet = freeze_unit(record.opened.ports, record.enrolment.id)
    record.open()
    assert record.view.is_locked
    assert record.view._unlock.isVisible()
    for row in sheet.record.signatories:
        if row.role in (Role.CANDIDATE, Role.MANAGER, Role.ASSESSOR):
            sheet = sign(record.opened, sheet, row.role)
    record.open()
    assert "signed and sealed" in record.view._notice.text
    assert not record.view.judgement.isEnabled()
    record.at(0, "1.1")
    record.key(Qt.Key.Key_N)
    assert record.page.troubles == []
    with record.opened.ports.store.reading() as records:
        assert all(d.verdict is Verdict.MET for d in records.decisions_of(record.enrolment.id))
    record.view._open_signed.click()
    assert record.page.goals[-1] == Goal(page=Page.PREVIEW, subject=sheet.document_id)


def test_unit_without_a_regime_when_decided_once_asks_no_more(
    qtbot: QtBot, desk: Desk, the_look: ThemeController
) -> None:
    unit = next(u for u in UNITS if u.regime is None)
    record = Record(qtbot, desk, unit)
    record.open()
    assert record.view.regime.isVisible()
    form = record.view.regime
    form.keep.click()
    assert form._error.isVisible()
    form.form.set_choice(RecordForm.CHECKLIST.name)
    form.manager.set_choice(ManagerRule.WHEN_EXTERNAL.name)
    record.qtbot.keyClicks(form.word.editor, "Centre's decision 14/2026")
    form.keep.click()
    record.rest()
    assert not record.view.regime.isVisible()
    assert record.view.judgement._checklist_part.isVisibleTo(record.view)
    record.page.jobs.wait_and_stop()


def test_checklist_unit_when_ticked_keeps_rows(qtbot: QtBot, desk: Desk, the_look: ThemeController) -> None:
    unit = next(u for u in (ENVIRONMENT, EXPECTATIONS, OPERATIONS) if _is_checklist(u))
    record = Record(qtbot, desk, unit)
    record.open()
    row = record.view.judgement._checks[0]
    record.qtbot.keyClicks(row._found.editor, "p. 4")
    row._assessor.click()
    record.presenter.leave()
    record.rest()
    kept = record.judgement().checklist[0]
    assert (kept.found_at, kept.assessor_tick, kept.candidate_tick) == ("p. 4", True, False)
    record.page.jobs.wait_and_stop()


def _is_checklist(unit: Unit) -> bool:
    return unit.regime is not None and unit.regime.record_form is RecordForm.CHECKLIST


def test_owner_who_is_the_candidate_is_asked_for_the_centres_exception(
    qtbot: QtBot, desk: Desk, the_look: ThemeController
) -> None:
    record = Record(qtbot, desk, RELIABLE, name="Gwyn Parry")
    record.open()
    form = record.view.judgement
    assert form._exception_part.isVisibleTo(record.view)
    record.qtbot.keyClicks(form.exception_decision.editor, "Letter of 3 November")
    record.presenter.leave()
    record.rest()
    exception = record.judgement().manager_exception
    assert exception is not None
    assert exception.centre_decision == "Letter of 3 November"
    record.page.jobs.wait_and_stop()


@pytest.mark.parametrize(("width", "height"), [(1282, 768), (940, 700), (1836, 1080)])
def test_view_at_every_size_cuts_nothing_and_names_everything(qtbot: QtBot, width: int, height: int) -> None:
    view = sample.unit_record(sample.without_regime(), "Priya Nair")
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    settle(view)
    assert clipped(view) == []
    assert nameless(view) == []
    assert small_targets(view) == []
