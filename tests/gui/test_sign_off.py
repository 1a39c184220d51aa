"""Sign-off of one and the list, on a real vault, renderer and sealer; and one whole path on the screen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import SheetState
from assessor_app.domain.signatures import Medium
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.dialogs import ReasonDialog
from assessor_app.gui.pages.sign_off.dialogs import NotSignedDialog, PaperDialog
from assessor_app.gui.pages.sign_off.presenter import SignOffPresenter
from assessor_app.gui.pages.sign_off.view import SignOffView
from assessor_app.gui.pages.sign_off_list.presenter import SignOffListPresenter
from assessor_app.gui.pages.sign_off_list.view import SignOffListView
from assessor_app.gui.theme.controller import ThemeController
from assessor_app.gui.widgets.buttons import Button
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.keep_candidate import keep_candidate
from tests.gui.checks import clipped, nameless, small_targets
from tests.gui.sign_off_scenes import Office, open_office, settle
from tests.gui.test_hand_over import PIN, Screen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


def idle(qtbot: QtBot, office: Office, view: QWidget) -> None:
    qtbot.waitUntil(lambda: not office.jobs.is_busy, timeout=20_000)
    settle(view)


class Sheet:
    """The sign-off page of one unit or visit."""

    def __init__(self, qtbot: QtBot, office: Office, goal: Goal) -> None:
        self.qtbot, self.office, self.goal = qtbot, office, goal
        self.view = SignOffView()
        qtbot.addWidget(self.view)
        self.view.resize(1282, 768)
        self.view.show()
        self.presenter = SignOffPresenter(self.view, office.desk)
        self.open()

    def open(self) -> None:
        self.presenter.open(self.goal)
        idle(self.qtbot, self.office, self.view)

    def button(self, name: str) -> Button:
        found = [b for b in self.view.findChildren(Button) if b.accessibleName().startswith(name) and b.isVisible()]
        assert found, [b.accessibleName() for b in self.view.findChildren(Button) if b.isVisible()]
        return found[0]

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), LEFT)
        idle(self.qtbot, self.office, self.view)


def unit_page(qtbot: QtBot, office: Office, letter: str = "R") -> Sheet:
    return Sheet(qtbot, office, Goal(page=Page.SIGN_OFF, subject=office.enrolments()[letter].id, detail="unit"))


def test_gaps_when_one_is_mended_lead_to_the_criterion(qtbot: QtBot, office: Office) -> None:
    page = unit_page(qtbot, office)
    assert not page.view.freeze.is_available
    assert "Opens when" in page.view.freeze.accessibleDescription()
    page.press("Judge: R 1.1")
    assert office.goals == [Goal(page=Page.UNIT_RECORD, subject=page.goal.subject, detail="1.1")]
    page.press("Open unit record")
    assert office.goals[-1] == Goal(page=Page.UNIT_RECORD, subject=page.goal.subject)


def test_freeze_when_nothing_is_missing_shows_the_sheet(qtbot: QtBot, office: Office) -> None:
    office.judge()
    page = unit_page(qtbot, office)
    page.press("Freeze and show the sheet")
    goal = office.goals[-1]
    assert goal.page is Page.PREVIEW
    assert goal.subject is not None
    assert office.sheet(goal.subject).state is SheetState.FROZEN


def test_assessor_while_the_manager_has_not_signed_cannot_press_sign(qtbot: QtBot, office: Office) -> None:
    office.judge()
    sheet = freeze_unit(office.vault.ports, office.enrolments()["R"].id)
    page = unit_page(qtbot, office)
    button = page.button("Sign as assessor")
    assert not button.is_available
    assert "must sign before" in button.accessibleDescription()
    page.press("Sign as assessor")
    assert office.goals == []
    page.press("Hand over to Gwyn")
    assert office.goals == [Goal(page=Page.HAND_OVER, subject=sheet.document_id, detail="manager")]
    office.sign(office.sign(sheet, Role.MANAGER), Role.CANDIDATE)
    page.open()
    page.press("Sign as assessor")
    assert office.goals[-1].detail == "assessor"


def test_not_now_when_a_reason_is_given_is_noted_at_the_row(qtbot: QtBot, office: Office) -> None:
    office.judge()
    sheet = freeze_unit(office.vault.ports, office.enrolments()["R"].id)
    page = unit_page(qtbot, office)
    page.press("Cannot sign now: Line manager")
    dialog = page.view.findChildren(NotSignedDialog)[0]
    qtbot.keyClicks(dialog.area.editor, "On leave until Monday")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    idle(qtbot, office, page.view)
    assert office.sheet(sheet.document_id).not_signed[0].reason.text == "Away. On leave until Monday"
    assert not page.button("Sign as assessor").is_available


def test_paper_signature_when_all_is_given_is_declared_not_proven(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    office.judge()
    sheet = freeze_unit(office.vault.ports, office.enrolments()["R"].id)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 scan")
    page = unit_page(qtbot, office)
    page.press("Signed on paper: Line manager")
    dialog = page.view.findChildren(PaperDialog)[0]
    dialog.accept()
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.identity.editor, "Known to me")
    for tick in dialog.ticks:
        qtbot.mouseClick(tick, LEFT)
    dialog.set_scan(scan)
    qtbot.mouseClick(dialog.keep, LEFT)
    idle(qtbot, office, page.view)
    signed = office.sheet(sheet.document_id).signatures[0]
    assert signed.medium is Medium.PAPER
    assert office.troubles == []
    words = [t.text() for t in page.view.findChildren(QWidget) if hasattr(t, "is_eliding")]
    assert any("declared, not proven" in text for text in words)


def test_void_when_reason_is_given_ends_the_version_and_offers_the_next(qtbot: QtBot, office: Office) -> None:
    office.judge()
    first = office.sign(freeze_unit(office.vault.ports, office.enrolments()["R"].id), Role.CANDIDATE)
    page = unit_page(qtbot, office)
    page.press("Void this version")
    dialog = page.view.findChildren(ReasonDialog)[0]
    qtbot.keyClicks(dialog.area.editor, "Wrong edition")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    idle(qtbot, office, page.view)
    assert office.sheet(first.document_id).state is SheetState.VOID
    assert "Wrong edition" in page.view.notice.text
    page.press("Make version 2")
    goal = office.goals[-1]
    assert goal.subject is not None
    assert office.sheet(goal.subject).record.version == 2
    page.open()
    assert office.sheet(first.document_id).replaced_by == goal.subject


def test_owner_who_is_the_candidate_stops_until_the_centre_has_decided(qtbot: QtBot, office: Office) -> None:
    office.judge()
    ports = office.vault.ports
    with ports.store.reading() as records:
        person = records.candidate(office.candidate)
        units = [e.unit for e in records.enrolments_of(office.candidate)]
    keep_candidate(ports, replace(person, manager=replace(person.manager, name=person.name, is_owner=True)), units)
    page = unit_page(qtbot, office)
    assert not page.view.freeze.is_available
    page.press("Record the centre's decision")
    dialog = page.view.findChildren(ReasonDialog)[0]
    qtbot.keyClicks(dialog.area.editor, "Decision 3/2026")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    idle(qtbot, office, page.view)
    assert page.view.freeze.is_available


def test_whole_path_from_freezing_to_sealed_by_clicks(qtbot: QtBot, office: Office) -> None:
    office.judge()
    page = unit_page(qtbot, office)
    page.press("Freeze and show the sheet")
    document = office.goals[-1].subject
    assert document is not None
    for role, label in ((Role.CANDIDATE, "Hand over to Tegwen"), (Role.MANAGER, "Hand over to Gwyn")):
        page.open()
        page.press(label)
        screen = Screen(qtbot, office, office.sheet(document), role)
        screen.hand_over()
        screen.tick(*range(len(screen.view.panel.ticks)))
        screen.draw(60 if role is Role.CANDIDATE else 120)
        screen.sign()
        assert office.sheet(document).signatures[-1].role is role
    page.open()
    page.press("Sign as assessor")
    screen = Screen(qtbot, office, office.sheet(document), Role.ASSESSOR)
    screen.draw(180)
    screen.sign()
    screen.give(PIN)
    qtbot.waitUntil(lambda: "Signed and sealed." in office.said, timeout=20_000)
    sealed = office.sheet(document)
    assert sealed.state is SheetState.SEALED
    report = office.vault.verify(office.vault.ports.files.read(sealed.pdf_sha256), [])
    assert all(s.is_good for s in report.signatures)
    assert office.troubles == []


def test_observation_when_finished_is_frozen_and_signed_by_two(qtbot: QtBot, office: Office) -> None:
    page = Sheet(qtbot, office, Goal(page=Page.SIGN_OFF, subject=office.visit(), detail="observation"))
    page.press("Freeze and show the sheet")
    document = office.goals[-1].subject
    assert document is not None
    assert [s.role for s in office.sheet(document).record.signatories] == [Role.CANDIDATE, Role.ASSESSOR]


def test_list_when_things_wait_shows_each_under_its_heading(qtbot: QtBot, office: Office) -> None:
    office.judge()
    sheet = freeze_unit(office.vault.ports, office.enrolments()["R"].id)
    view = SignOffListView()
    qtbot.addWidget(view)
    view.resize(1282, 768)
    view.show()
    presenter = SignOffListPresenter(view, office.desk)
    presenter.open(Goal(page=Page.SIGN_OFF_LIST))
    idle(qtbot, office, view)
    names = [b.accessibleName() for b in view.findChildren(Button) if b.isVisible()]
    assert any(n.startswith("Hand over to Tegwen") for n in names)
    assert any("Customer Service Operations" in n for n in names)
    for size in ((1282, 768), (940, 700)):
        view.resize(*size)
        settle(view)
        assert clipped(view) == []
    assert nameless(view) == []
    hand = next(b for b in view.findChildren(Button) if b.accessibleName().startswith("Hand over to Tegwen"))
    qtbot.mouseClick(hand, LEFT)
    assert office.goals == [Goal(page=Page.SIGN_OFF, subject=sheet.subject, detail="unit")]


@pytest.mark.parametrize("size", [(1282, 768), (940, 700)])
@pytest.mark.parametrize("stage", ["gaps", "ready", "frozen", "void"])
def test_sign_off_cuts_nothing_and_names_everything(
    qtbot: QtBot, office: Office, the_look: ThemeController, stage: str, size: tuple[int, int]
) -> None:
    if stage != "gaps":
        office.judge()
    if stage in ("frozen", "void"):
        sheet = freeze_unit(office.vault.ports, office.enrolments()["R"].id)
        if stage == "void":
            from assessor_app.usecases.sign_sheet import void_sheet

            void_sheet(office.vault.ports, sheet.document_id, "Wrong edition")
    page = unit_page(qtbot, office)
    page.view.resize(*size)
    for scale in (1.0, 1.5, 2.0):
        the_look.set_scale(scale)
        settle(page.view)
        assert clipped(page.view) == [], scale
    the_look.set_scale(1.0)
    settle(page.view)
    assert nameless(page.view) == []
    assert small_targets(page.view) == []
