"""The handed-over screen on a real vault, renderer and sealer: real clicks and keys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import Sheet, SheetState
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.dialogs import ReasonDialog, SecretDialog
from assessor_app.gui.pages.hand_over.presenter import HandOverPresenter
from assessor_app.gui.pages.hand_over.view import HandOverView, Part
from assessor_app.gui.session import Session
from assessor_app.gui.shell.main_shell import MainShell
from assessor_app.gui.theme.controller import ThemeController, look
from assessor_app.settings import Paths
from assessor_app.usecases.freeze_sheet import freeze_unit
from tests.gui.checks import clipped, focusables, nameless, small_targets
from tests.gui.sign_off_scenes import PASSPHRASE, PIN, Office, open_office, settle

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        opened.judge()
        yield opened


def frozen(office: Office) -> Sheet:
    return freeze_unit(office.vault.ports, office.enrolments()["R"].id)


class Screen:
    """The hand-over of one sheet to one role, as a person works it."""

    def __init__(self, qtbot: QtBot, office: Office, sheet: Sheet, role: Role) -> None:
        self.qtbot, self.office, self.sheet, self.role = qtbot, office, sheet, role
        self.view = HandOverView()
        qtbot.addWidget(self.view)
        self.view.resize(1366, 768)
        self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.presenter = HandOverPresenter(self.view, office.desk)
        self.presenter.open(Goal(page=Page.HAND_OVER, subject=sheet.document_id, detail=role.value))
        self.idle()

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.office.jobs.is_busy, timeout=20_000)
        settle(self.view)

    def hand_over(self) -> None:
        self.qtbot.mouseClick(self.view.prepare.ways[1], LEFT)
        self.qtbot.mouseClick(self.view.prepare.go_on, LEFT)
        settle(self.view)
        assert self.view.part is Part.SIGN

    def draw(self, left: int = 60) -> None:
        pad = self.view.panel.pad
        QTest.mousePress(pad, LEFT, NONE, QPoint(left, 80))
        for step in range(1, 15):
            QTest.mouseMove(pad, QPoint(left + 9 * step, 80 + 20 * (step % 3)))
        QTest.mouseRelease(pad, LEFT, NONE, QPoint(left + 140, 90))
        self.idle()

    def tick(self, *numbers: int) -> None:
        for number in numbers:
            self.qtbot.mouseClick(self.view.panel.ticks[number], LEFT)

    def sign(self) -> None:
        self.qtbot.mouseClick(self.view.foot.sign, LEFT)
        self.idle()

    def secret(self) -> SecretDialog:
        self.qtbot.waitUntil(lambda: bool(self._open_secrets()))
        return self._open_secrets()[0]

    def give(self, secret: str) -> None:
        dialog = self.secret()
        dialog.field.editor.clear()
        self.qtbot.keyClicks(dialog.field.editor, secret)
        self.qtbot.mouseClick(dialog.accept_button, LEFT)
        self.idle()

    def _open_secrets(self) -> list[SecretDialog]:
        return [d for d in self.view.findChildren(SecretDialog) if d.isVisible()]


def test_manager_when_only_one_statement_is_ticked_cannot_sign(qtbot: QtBot, office: Office) -> None:
    screen = Screen(qtbot, office, frozen(office), Role.MANAGER)
    screen.hand_over()
    screen.draw()
    screen.tick(0)
    assert "one alone is no signature" in screen.view.foot.sign.accessibleDescription()
    screen.sign()
    assert office.sheet(screen.sheet.document_id).signatures == ()
    screen.tick(1)
    assert screen.view.missing == ""
    screen.sign()
    signed = office.sheet(screen.sheet.document_id).signatures[0]
    assert signed.ticks == (True, True)
    assert signed.signer.identity_check == "Staff badge seen"
    assert signed.signer.role_title == "line manager"
    assert screen.view.part is Part.THANKS
    assert office.backs == []


def test_hand_over_before_identity_is_said_does_not_begin(qtbot: QtBot, office: Office) -> None:
    screen = Screen(qtbot, office, frozen(office), Role.CANDIDATE)
    assert screen.view.part is Part.PREPARE
    qtbot.mouseClick(screen.view.prepare.go_on, LEFT)
    assert screen.view.part is Part.PREPARE
    qtbot.mouseClick(screen.view.prepare.not_now, LEFT)
    assert office.backs == [True]


def test_assessor_before_the_manager_is_told_why_and_led_back(qtbot: QtBot, office: Office) -> None:
    screen = Screen(qtbot, office, frozen(office), Role.ASSESSOR)
    assert office.backs == [True]
    assert "must sign before the assessor" in office.troubles[0].what
    assert screen.view.part is not Part.SIGN


def test_assessor_when_signing_is_asked_for_the_pin_before_it_is_sealed(qtbot: QtBot, office: Office) -> None:
    sheet = office.sign(office.sign(frozen(office), Role.CANDIDATE), Role.MANAGER)
    screen = Screen(qtbot, office, sheet, Role.ASSESSOR)
    assert screen.view.part is Part.SIGN
    screen.draw()
    screen.sign()
    screen.give("0000")
    assert office.sheet(sheet.document_id).state is SheetState.FROZEN
    screen.give(PIN)
    qtbot.waitUntil(lambda: bool(office.backs), timeout=20_000)
    assert office.sheet(sheet.document_id).state is SheetState.SEALED


def test_give_back_with_a_wrong_pin_stays_and_after_five_asks_for_the_passphrase(qtbot: QtBot, office: Office) -> None:
    screen = Screen(qtbot, office, frozen(office), Role.CANDIDATE)
    screen.hand_over()
    qtbot.mouseClick(screen.view.foot.give_back, LEFT)
    for number in range(5):
        assert screen.secret().field.label == "PIN", number
        screen.give("0000")
        assert office.backs == []
    qtbot.waitUntil(lambda: screen.secret().field.label == "Passphrase")
    screen.give(PIN)
    assert office.backs == []
    screen.give(PASSPHRASE)
    qtbot.waitUntil(lambda: office.backs == [True])


def test_give_back_with_the_right_pin_leads_back(qtbot: QtBot, office: Office) -> None:
    screen = Screen(qtbot, office, frozen(office), Role.CANDIDATE)
    screen.hand_over()
    qtbot.mouseClick(screen.view.foot.give_back, LEFT)
    screen.give(PIN)
    qtbot.waitUntil(lambda: office.backs == [True])


def test_strokes_when_the_hand_over_is_cut_short_are_there_again(qtbot: QtBot, office: Office) -> None:
    sheet = frozen(office)
    first = Screen(qtbot, office, sheet, Role.CANDIDATE)
    first.hand_over()
    first.draw(60)
    first.draw(260)
    drawn = first.view.panel.pad.strokes
    first.view.close()  # killed: nobody called leave()
    second = Screen(qtbot, office, sheet, Role.CANDIDATE)
    second.hand_over()
    assert second.view.panel.pad.strokes == drawn
    qtbot.mouseClick(second.view.panel.undo, LEFT)
    second.idle()
    second.sign()
    assert office.sheet(sheet.document_id).signed_roles == {Role.CANDIDATE}


def test_typed_name_when_a_witness_is_named_is_taken(qtbot: QtBot, office: Office) -> None:
    screen = Screen(qtbot, office, frozen(office), Role.CANDIDATE)
    screen.hand_over()
    qtbot.mouseClick(screen.view.panel.typed, LEFT)
    assert screen.view.missing == "Say who saw you do this"
    qtbot.keyClicks(screen.view.panel.witness.editor, "Ann Lee")
    screen.sign()
    assert office.sheet(screen.sheet.document_id).signatures[0].ink_hash == ""


def test_refusal_when_a_reason_is_given_is_recorded_and_opens_nothing(qtbot: QtBot, office: Office) -> None:
    screen = Screen(qtbot, office, frozen(office), Role.MANAGER)
    screen.hand_over()
    qtbot.mouseClick(screen.view.panel.rather_not, LEFT)
    dialog = screen.view.findChildren(ReasonDialog)[0]
    qtbot.keyClicks(dialog.area.editor, "Not involved")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    screen.idle()
    sheet = office.sheet(screen.sheet.document_id)
    assert "Not involved" in sheet.not_signed[0].reason.text
    assert sheet.signatures == ()
    assert screen.view.part is Part.THANKS
    assert office.backs == []


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, NONE),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F6, NONE),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Menu, NONE),
    ],
)
def test_no_key_leads_out_of_a_handed_over_screen(
    qtbot: QtBot, office: Office, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    screen = Screen(qtbot, office, frozen(office), Role.CANDIDATE)
    shell = MainShell()
    qtbot.addWidget(shell)
    shell.set_page("hand-over", screen.view)
    shell.show_page("hand-over")
    shell.set_rail_visible(False)
    shell.set_keys_enabled(False)
    shell.resize(1366, 768)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    asked: list[str] = []
    shell.place_asked.connect(asked.append)
    screen.hand_over()
    focus = QApplication.focusWidget() or screen.view
    qtbot.keyClick(focus, key, modifier)
    screen.idle()
    assert screen.view.part is Part.SIGN
    assert (asked, office.backs, office.goals) == ([], [], [])
    assert not shell.palette_sheet.isVisible()
    shell.set_keys_enabled(True)
    assert all(s.isEnabled() for s in shell.findChildren(QShortcut))


def test_reading_the_whole_sheet_shows_its_pages_and_only_leads_back_to_signing(qtbot: QtBot, office: Office) -> None:
    screen = Screen(qtbot, office, frozen(office), Role.CANDIDATE)
    screen.hand_over()
    assert screen.view.summary.read.label.endswith("pages")
    qtbot.mouseClick(screen.view.summary.read, LEFT)
    screen.idle()
    assert screen.view.pages.page_count > 1
    assert set(focusables(screen.view)) == {screen.view.pages, screen.view.back_to_signing}
    qtbot.mouseClick(screen.view.back_to_signing, LEFT)
    assert screen.view.part is Part.SIGN


def test_larger_text_when_left_goes_back_to_what_it_was(qtbot: QtBot, office: Office) -> None:
    screen = Screen(qtbot, office, frozen(office), Role.CANDIDATE)
    screen.hand_over()
    qtbot.mouseClick(screen.view.summary.larger, LEFT)
    assert look().scale == 1.5
    settle(screen.view)
    assert clipped(screen.view) == []
    screen.presenter.leave()
    assert look().scale == 1.0


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
@pytest.mark.parametrize("role", [Role.CANDIDATE, Role.MANAGER])
def test_hand_over_cuts_nothing_and_names_everything(
    qtbot: QtBot, office: Office, the_look: ThemeController, role: Role, size: tuple[int, int]
) -> None:
    screen = Screen(qtbot, office, frozen(office), role)
    screen.view.resize(*size)
    settle(screen.view)
    assert clipped(screen.view) == []
    screen.hand_over()
    assert clipped(screen.view) == []
    assert nameless(screen.view) == []
    assert small_targets(screen.view) == []


def test_session_while_handed_over_hides_the_rail_and_takes_no_keys(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    sheet = frozen(office)
    paths = Paths(home=tmp_path / "elsewhere")
    session = Session(office.vault, Bootstrap(paths), paths, office.jobs)
    qtbot.addWidget(session)
    session.resize(1366, 768)
    session.show()
    session.activateWindow()
    qtbot.waitUntil(session.isActiveWindow)
    session.go(Goal(page=Page.SIGN_OFF, subject=sheet.subject, detail="unit"))
    session.go(Goal(page=Page.HAND_OVER, subject=sheet.document_id, detail="candidate"))
    qtbot.waitUntil(lambda: not office.jobs.is_busy, timeout=20_000)
    view = session.findChildren(HandOverView)[0]
    qtbot.waitUntil(lambda: view.part is Part.PREPARE)
    qtbot.mouseClick(view.prepare.ways[0], LEFT)
    qtbot.mouseClick(view.prepare.go_on, LEFT)
    assert not session.shell.rail.isVisible()
    for key, modifier in (
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Escape, NONE),
    ):
        with qtbot.assertNotEmitted(session.locked):
            qtbot.keyClick(QApplication.focusWidget() or view, key, modifier)
        assert view.isVisible()
        assert view.part is Part.SIGN
        assert not session.shell.palette_sheet.isVisible()
    session.back()
    assert session.shell.rail.isVisible()
    assert view.panel.name.text == ""
    qtbot.waitUntil(lambda: not office.jobs.is_busy, timeout=20_000)


def test_signer_prefilled_owner_manager_keeps_the_title(office: Office) -> None:
    content = frozen(office).record.content
    owner = replace(content.candidate.manager, is_owner=True)
    from assessor_app.gui.signers import expected

    changed = replace(content, candidate=replace(content.candidate, manager=owner))
    assert expected(changed, Role.MANAGER).role_title == "owner/manager"
