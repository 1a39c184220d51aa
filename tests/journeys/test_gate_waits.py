"""After wrong tries the program waits, and the unlock screen says how long; nothing else stands still."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.errors import KnownError
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.storage.tries import TRIES, Tries
from tests.gui.conftest import the_look
from tests.journeys.person import Person

__all__ = ["the_look"]
PASSPHRASE = "four plain words here"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    profile = Profile(assessor=Assessor(name="Ruth Okonjo"), centre=Centre(name="Wye Assessment"))
    Bootstrap(Paths(home=tmp_path), TEST_COST).create_vault(PASSPHRASE, profile)[0].close()
    (tmp_path / "vault" / TRIES).write_text("9", encoding="ascii")
    return tmp_path


@pytest.fixture
def person(qtbot: QtBot, home: Path, the_look: object) -> Iterator[Person]:
    paths = Paths(home=home)
    window = MainWindow(Bootstrap(paths, TEST_COST), paths, Jobs())
    window.resize(1366, 768)
    window.show()
    yield Person(qtbot, window)
    window.close()


def said(person: Person) -> str:
    return " ".join(label.text() for label in person.window.findChildren(QLabel) if label.isVisible())


def test_waiting_is_said_and_counted_down_while_the_window_lives(person: Person, home: Path) -> None:
    turns: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(1))
    person.fill("Passphrase", PASSPHRASE)
    editor = person.focused()
    person.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "60 seconds to go" in said(person)
    timer.start(0)
    person.see(lambda: "59 seconds to go" in said(person))
    assert len(turns) > 20  # the event loop went on all the while
    assert person.window.session is None
    person.window.close()  # does not wait for the minute
    assert person.window._jobs.is_busy is False
    assert Tries(folder=home / "vault", sleep=lambda _: None).wrong == 9  # a try given up is none


def test_waiting_ends_with_the_vault_open(qtbot: QtBot, home: Path, the_look: object) -> None:
    due = threading.Event()
    paths = Paths(home=home)
    window = MainWindow(Bootstrap(paths, TEST_COST, lambda _: (due.wait(), None)[1]), paths, Jobs())
    window.show()
    person = Person(qtbot, window)
    person.fill("Passphrase", PASSPHRASE)
    person.qtbot.keyClick(person.focused(), Qt.Key.Key_Return)
    assert window.session is None
    due.set()
    person.see(lambda: window.session is not None)
    window.close()


def test_waiting_that_is_given_up_does_not_end_the_next_one(home: Path) -> None:
    program = Bootstrap(Paths(home=home), TEST_COST)
    program.stop_waiting()  # nobody waits
    begun = threading.Event()
    refused: list[str] = []

    def try_it() -> None:
        begun.set()
        try:
            program.open_vault(PASSPHRASE)
        except KnownError as error:
            refused.append(error.code)

    worker = threading.Thread(target=try_it)
    worker.start()
    begun.wait()
    while worker.is_alive():  # the first call may come before the wait has begun
        program.stop_waiting()
        worker.join(0.05)
    assert refused == ["try-given-up"]
