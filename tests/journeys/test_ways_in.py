"""The keyring's button on the unlock screen, and passphrase and recovery code changed in Settings, by a person."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.errors import KnownError
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.dialogs import NewSecretDialog, SecretDialog
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.settings.ways_in import WaysInSection
from assessor_app.gui.recovery_code import NewCodeDialog
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from tests.gui.conftest import the_look
from tests.journeys.person import Person
from tests.keyring_stand_in import KeyringStandIn

__all__ = ["the_look"]
PASSPHRASE, NEW = "four plain words here", "a quite new passphrase"


@pytest.fixture
def ring() -> KeyringStandIn:
    return KeyringStandIn()


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, ring: KeyringStandIn, the_look: object) -> Iterator[Person]:
    paths = Paths(home=tmp_path)
    program = Bootstrap(paths, TEST_COST, keyring=ring)
    profile = Profile(assessor=Assessor(name="Ruth Okonjo"), centre=Centre(name="Wye Assessment"))
    program.create_vault(PASSPHRASE, profile)[0].close()
    window = MainWindow(program, paths, Jobs())
    window.resize(1366, 768)
    window.show()
    person = Person(qtbot, window)
    unlock(person, PASSPHRASE)
    assert window.session is not None
    window.session.go(Goal(page=Page.SETTINGS))
    person.rest()
    yield person
    window.close()


def unlock(person: Person, passphrase: str) -> None:
    person.fill("Passphrase", passphrase)
    person.press(Qt.Key.Key_Return)
    person.rest()


def section(person: Person) -> WaysInSection:
    session = person.window.session
    assert session is not None
    return session.findChildren(WaysInSection)[0]


def answering(person: Person, kind: type, fill: Callable[[], None]) -> None:
    """When a dialog of this kind is up, fill it in; the click that opens it does not return before it is closed."""

    def look() -> None:
        if isinstance(QApplication.activeModalWidget(), kind):
            timer.stop()
            fill()

    timer = QTimer(person.window)
    timer.timeout.connect(look)
    timer.start(10)


def confirm(person: Person, secret: str = PASSPHRASE) -> None:
    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SecretDialog)
        dialog.field.set_text(secret)
        dialog.accept_button.click()

    answering(person, SecretDialog, fill)


def switch(person: Person, to: int) -> None:
    person.qtbot.mouseClick(section(person).keyring.findChildren(QRadioButton)[to], Qt.MouseButton.LeftButton)
    person.rest()


def keyring_button(person: Person) -> QAbstractButton | None:
    unlock_view = person.window.gate.unlock
    assert unlock_view is not None
    return unlock_view.keyring


def test_keyring_opens_by_its_button_alone_and_never_by_itself(person: Person, ring: KeyringStandIn) -> None:
    person.window.lock()
    assert keyring_button(person) is None  # nobody chose it
    unlock(person, PASSPHRASE)
    assert person.window.session is not None
    person.window.session.go(Goal(page=Page.SETTINGS))
    person.rest()
    confirm(person)
    switch(person, 1)
    person.see(lambda: len(ring.kept) == 1)
    person.window.lock()
    person.rest()
    assert person.window.session is None  # locked means locked
    person.click("Unlock with this computer")
    person.see(lambda: person.window.session is not None)
    person.rest()
    person.window.lock()
    ring.kept.clear()
    person.click("Unlock with this computer")
    person.rest()
    assert person.window.session is None
    view = person.window.gate.unlock
    assert view is not None
    assert "no longer has" in words(person)
    unlock(person, PASSPHRASE)
    assert person.window.session is not None
    person.window.session.go(Goal(page=Page.SETTINGS))
    person.rest()
    switch(person, 0)
    person.window.lock()
    button = keyring_button(person)
    assert button is not None
    assert not button.isVisible()


def words(person: Person) -> str:
    return " ".join(label.text() for label in person.window.findChildren(QLabel) if label.isVisible())


def test_locked_keyring_when_switched_on_says_so_and_the_switch_goes_back(person: Person, ring: KeyringStandIn) -> None:
    ring.is_locked = True
    confirm(person)
    switch(person, 1)
    person.see(lambda: section(person).keyring.choice == "off")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert "locked" in dialog.windowTitle()
    dialog.close()


def test_passphrase_changed_in_settings_opens_and_the_old_one_does_not(person: Person) -> None:
    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewSecretDialog)
        dialog.first.set_text(NEW)
        dialog.second.set_text(NEW)
        dialog.accept_button.click()

    confirm(person)
    answering(person, NewSecretDialog, fill)
    person.click("Change passphrase")
    person.window.lock()
    unlock(person, PASSPHRASE)
    assert person.window.session is None
    unlock(person, NEW)
    assert person.window.session is not None


def test_new_recovery_code_is_shown_and_the_way_back_in(person: Person, tmp_path: Path) -> None:
    shown: list[str] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewCodeDialog)
        shown.append(dialog.code.text())
        dialog.accept_button.click()

    confirm(person)
    answering(person, NewCodeDialog, fill)
    person.click("New recovery code")
    person.see(lambda: bool(shown))
    assert re.fullmatch("(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}", shown[0])
    person.window.lock()
    Bootstrap(Paths(home=tmp_path), TEST_COST).recover_vault(shown[0], NEW).close()


def test_somebody_without_the_passphrase_makes_no_recovery_code(person: Person, tmp_path: Path) -> None:
    before = (tmp_path / "vault" / "keys.json").read_bytes()

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SecretDialog)
        dialog.field.set_text("a passer-by's guess")
        dialog.accept_button.click()
        person.see(lambda: dialog.field.text == "" and dialog.accept_button.is_available)
        dialog.reject()

    answering(person, SecretDialog, give_up)
    person.click("New recovery code")
    assert (tmp_path / "vault" / "keys.json").read_bytes() == before
    with pytest.raises(KnownError):
        Bootstrap(Paths(home=tmp_path), TEST_COST).open_with_keyring()
