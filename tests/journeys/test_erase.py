"""Erase a candidate at the window: asked once, by name, and gone from lists, search and the backup on the stick."""

import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.people import Assessor, Candidate, Centre
from assessor_app.domain.profile import Profile
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.dialogs import TroubleDialog
from assessor_app.gui.erasing import ErasedDialog, EraseDialog
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.candidate.view import CandidateView
from assessor_app.gui.pages.candidates.view import CandidatesView
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage import erasing_copies
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.keep_candidate import keep_candidate
from tests.desk import RELIABLE
from tests.gui.conftest import the_look
from tests.journeys.person import Person

PASSPHRASE = "four plain words here"
__all__ = ["the_look"]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, stick: Path, the_look: object) -> Iterator[Person]:
    """Unlocked, with two candidates and a backup of today that has both."""
    paths = Paths(home=tmp_path / "home")
    program = Bootstrap(paths, TEST_COST)
    profile = Profile(assessor=Assessor(name="R. Okonjo"), centre=Centre(name="Wye"), backup_folder=str(stick))
    vault = program.create_vault(PASSPHRASE, profile)[0]
    for name in ("Tegwen Morris", "Bo Vance"):
        keep_candidate(vault.ports, Candidate(id=vault.ports.new_id(), name=name), [RELIABLE])
    vault.back_up(stick)
    vault.close()
    window = MainWindow(program, paths, Jobs())
    window.resize(1366, 768)
    window.show()
    person = Person(qtbot, window)
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.see(lambda: window.session is not None)
    person.rest()
    yield person
    window.close()


def ask(person: Person) -> EraseDialog:
    session = person.window.session
    assert session is not None
    with session.desk.ports.store.reading() as records:
        tegwen = next(c.id for c in records.candidates() if c.name == "Tegwen Morris")
    session.go(Goal(page=Page.CANDIDATE, subject=tegwen))
    person.click("Erase this candidate")
    return person.find(EraseDialog, "")


def names(person: Person) -> list[str]:
    session = person.window.session
    assert session is not None
    with session.desk.ports.store.reading() as records:
        return [c.name for c in records.candidates()]


def test_candidate_is_gone_from_the_vault_and_from_the_backup(person: Person, stick: Path) -> None:
    dialog = ask(person)
    assert "1 backup or older copy" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    person.write("Tegwen Morris")
    person.click("Erase for good")
    person.see(lambda: names(person) == ["Bo Vance"])
    person.rest()
    session = person.window.session
    assert session is not None
    assert isinstance(session.shell.stack.currentWidget(), CandidatesView)
    (backup,) = stick.iterdir()
    preview = session.desk.vault.preview_restore(backup, PASSPHRASE)
    assert preview.stay_erased == 0
    assert not any(k.kind == "candidate" for k in preview.kinds)
    person.window.lock()
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.see(lambda: person.window.session is not None)
    assert names(person) == ["Bo Vance"]


def test_cancelled_erases_nobody(person: Person) -> None:
    ask(person)
    person.write("Tegwen Morris")
    person.click("Cancel")
    assert names(person) == ["Bo Vance", "Tegwen Morris"]


def test_a_stick_that_is_away_is_named(person: Person, stick: Path) -> None:
    stick.rename(stick.with_name("drawer"))
    ask(person)
    person.write("Tegwen Morris")
    person.click("Erase for good")
    told = person.find(ErasedDialog, "")
    words = json.dumps([label.text() for label in told.findChildren(QLabel)])
    assert "its folder is not there now" in words
    person.click("Understood")
    assert names(person) == ["Bo Vance"]


def test_nothing_leads_back_to_the_erased(person: Person) -> None:
    ask(person)
    person.write("Tegwen Morris")
    person.click("Erase for good")
    person.see(lambda: names(person) == ["Bo Vance"])
    session = person.window.session
    assert session is not None
    session.back()
    person.rest()
    assert not isinstance(session.shell.stack.currentWidget(), CandidateView)


def test_locking_while_copies_are_rewritten_leaves_them_for_the_next_unlocking(
    person: Person, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, may_go_on = threading.Event(), threading.Event()
    rewrite = erasing_copies.count_sound_events

    def slowly(database: Path, key: bytes) -> int:
        began.set()
        may_go_on.wait(10)
        return rewrite(database, key)

    monkeypatch.setattr(erasing_copies, "count_sound_events", slowly)
    program = person.window._program
    ask(person)
    person.write("Tegwen Morris")
    button = person.find(QAbstractButton, "Erase for good")
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    person.see(began.is_set)
    threading.Timer(0.3, may_go_on.set).start()
    person.window.lock()
    assert not [d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog) and d.isVisible()]
    person.see(lambda: not person.window._jobs.is_busy)
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.see(lambda: person.window.session is not None)
    person.rest()
    assert names(person) == ["Bo Vance"]
    (backup,) = stick.iterdir()
    look = program.look_into(backup, PASSPHRASE)
    assert look is not None
    session = person.window.session
    assert session is not None
    assert session.desk.vault.preview_restore(backup, PASSPHRASE).stay_erased == 0


def test_where_the_vault_cannot_be_copied_first_nobody_is_erased_and_the_page_stays(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no room")

    ask(person)
    person.write("Tegwen Morris")
    monkeypatch.setattr(shutil, "copy2", full)
    person.click("Erase for good")
    dialog = person.find(TroubleDialog, "")
    assert "Nobody was erased" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    person.click("Understood")
    assert names(person) == ["Bo Vance", "Tegwen Morris"]
    session = person.window.session
    assert session is not None
    assert isinstance(session.shell.stack.currentWidget(), CandidateView)
