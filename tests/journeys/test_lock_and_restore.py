"""Lock, unlock, back up and restore in the window; a wrong passphrase says one thing and leads nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.keep_candidate import keep_candidate
from tests.desk import RELIABLE
from tests.gui.conftest import the_look
from tests.journeys.person import Person

PASSPHRASE = "four plain words here"
__all__ = ["the_look"]


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, the_look: object) -> Iterator[Person]:
    paths = Paths(home=tmp_path)
    program = Bootstrap(paths, TEST_COST)
    profile = Profile(assessor=Assessor(name="Ruth Okonjo"), centre=Centre(name="Wye Assessment"))
    program.create_vault(PASSPHRASE, profile)[0].close()
    window = MainWindow(program, paths, Jobs())
    window.resize(1366, 768)
    window.show()
    yield Person(qtbot, window)
    window.close()


def unlock(person: Person, passphrase: str) -> None:
    person.fill("Passphrase", passphrase)
    person.press(Qt.Key.Key_Return)
    person.rest()


def names(person: Person) -> list[str]:
    session = person.window.session
    assert session is not None
    with session.desk.ports.store.reading() as records:
        return [c.name for c in records.candidates()]


def add(person: Person, name: str) -> None:
    from assessor_app.domain.people import Candidate

    session = person.window.session
    assert session is not None
    ports = session.desk.ports
    keep_candidate(ports, Candidate(id=ports.new_id(), name=name), [RELIABLE])


def test_wrong_passphrase_then_the_right_one(person: Person) -> None:
    unlock(person, "not the one at all")
    assert person.window.session is None
    unlock(person, PASSPHRASE)
    assert person.window.session is not None


def test_locked_window_holds_no_name(person: Person) -> None:
    unlock(person, PASSPHRASE)
    add(person, "Canary Zephyrine")
    person.click("Candidates")
    person.window.lock()
    person.rest()
    said = [label.text() for label in person.window.findChildren(QLabel) if label.isVisible()]
    assert not any("Zephyrine" in text or "Okonjo" in text for text in said)
    assert person.window.session is None


def test_backup_when_restored_brings_back_that_day(person: Person, tmp_path: Path) -> None:
    unlock(person, PASSPHRASE)
    add(person, "Before")
    session = person.window.session
    assert session is not None
    made = session.desk.vault.back_up(tmp_path / "stick")
    add(person, "After")
    assert names(person) == ["After", "Before"]
    session.restore_asked.emit(made.folder, PASSPHRASE)
    person.rest()
    assert person.window.session is None
    unlock(person, PASSPHRASE)
    assert names(person) == ["Before"]
    assert len(list(tmp_path.glob("vault-before-restore-*"))) == 1
