"""The passphrase is lost: agree in Settings, ask from the unlock screen, open the answer, all in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QRadioButton
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.gui.ask_centre import AskCentreDialog
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.dialogs import NewSecretDialog, SecretDialog
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.settings.ways_in import WaysInSection
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from tests.cli.test_escrow import NEW, OWN, Two, enrolled, two
from tests.gui.conftest import the_look
from tests.journeys.person import Person

__all__ = ["enrolled", "the_look", "two"]


def answer(person: Person, kind: type, fill: Callable[[], None]) -> None:
    """When a dialog of this kind is up, fill it in."""

    def look() -> None:
        if isinstance(QApplication.activeModalWidget(), kind):
            timer.stop()
            fill()

    timer = QTimer(person.window)
    timer.timeout.connect(look)
    timer.start(10)


def confirm() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SecretDialog)
    dialog.field.set_text(OWN)
    dialog.accept_button.click()


def choose() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewSecretDialog)
    dialog.first.set_text(NEW)
    dialog.second.set_text(NEW)
    dialog.accept_button.click()


def test_whole_way_back_in_the_window(
    qtbot: QtBot, two: Two, the_look: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = Paths(home=two.laptop)
    window = MainWindow(Bootstrap(paths, TEST_COST), paths, Jobs())
    window.resize(1366, 768)
    window.show()
    person = Person(qtbot, window)
    person.fill("Passphrase", OWN)
    person.press(Qt.Key.Key_Return)
    assert window.session is not None
    window.session.go(Goal(page=Page.SETTINGS))
    person.rest()
    section = window.session.findChildren(WaysInSection)[0]
    answer(person, SecretDialog, confirm)
    qtbot.mouseClick(section.centre.findChildren(QRadioButton)[1], Qt.MouseButton.LeftButton)
    person.see(lambda: '"escrow"' in two.keys.read_text(encoding="utf-8"))
    person.rest()
    assert section.centre.choice == "on"
    window.lock()

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (two.at("request"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (two.at("answer"), ""))
    person.click("Use the recovery code")
    person.click("Ask the centre")
    dialog = window.gate.findChildren(AskCentreDialog)[0]
    answer(person, NewSecretDialog, choose)
    person.click("Write a request")
    person.see(dialog.words.isVisible)
    two.release(dialog.words.text().partition(": ")[2])
    dialog.passphrase.set_text(NEW)
    person.click("Open the answer")
    person.see(lambda: window.session is not None)
    person.rest()
    window.close()
    assert Path(two.at("answer")).exists()
    Bootstrap(paths, TEST_COST).open_vault(NEW).close()
