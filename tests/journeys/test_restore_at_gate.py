"""A new laptop and a stick, or a vault that will not open: the backup is restored from the gate, in the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.people import Assessor, Candidate, Centre
from assessor_app.domain.profile import Profile
from assessor_app.gui.dialogs import TroubleDialog
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.restoring import RestoreDialog
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.keep_candidate import keep_candidate
from tests.desk import RELIABLE
from tests.gui.checks import clipped, nameless
from tests.gui.conftest import the_look
from tests.journeys.person import Person

PASSPHRASE, HERS = "four plain words here", "quite another four words"
__all__ = ["the_look"]


def backed_up(home: Path, passphrase: str, name: str, candidate: str, stick: Path) -> Path:
    """A vault with one candidate, and its backup."""
    program = Bootstrap(Paths(home=home), TEST_COST)
    vault, _ = program.create_vault(passphrase, Profile(assessor=Assessor(name=name), centre=Centre(name="Wye")))
    try:
        keep_candidate(vault.ports, Candidate(id=vault.ports.new_id(), name=candidate), [RELIABLE])
        return vault.back_up(stick).folder
    finally:
        vault.close()


@pytest.fixture
def backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup of Gwen's vault, which the person chooses in the file dialog."""
    made = backed_up(tmp_path / "old laptop", HERS, "Gwen Hale", "Tegwen Morris", tmp_path / "stick")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(made))
    return made


@pytest.fixture
def opening(qtbot: QtBot, tmp_path: Path, the_look: object) -> Iterator[Callable[[], Person]]:
    windows: list[MainWindow] = []

    def open_window() -> Person:
        paths = Paths(home=tmp_path / "home")
        window = MainWindow(Bootstrap(paths, TEST_COST), paths, Jobs())
        windows.append(window)
        window.resize(1366, 768)
        window.show()
        return Person(qtbot, window)

    yield open_window
    for window in windows:
        window.close()


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def look_into(person: Person, passphrase: str) -> RestoreDialog:
    person.fill("Passphrase that the backup", passphrase)
    person.click("Go on")
    person.see(lambda: any(d.isVisible() for d in person.window.findChildren(RestoreDialog)))
    return next(d for d in person.window.findChildren(RestoreDialog) if d.isVisible())


def press(person: Person, button: QPushButton) -> None:
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    person.rest()


def unlock(person: Person, passphrase: str) -> list[str]:
    person.fill("Passphrase", passphrase)
    person.press(Qt.Key.Key_Return)
    person.see(lambda: person.window.session is not None)
    person.rest()
    assert person.window.session is not None
    with person.window.session.desk.ports.store.reading() as records:
        return [c.name for c in records.candidates()]


def test_new_laptop_takes_the_backup_in_after_saying_whose_it_is(
    opening: Callable[[], Person], backup: Path, tmp_path: Path
) -> None:
    person = opening()
    person.click("Restore a backup instead")
    person.fill("Passphrase that the backup", "not the right one")
    person.click("Go on")
    assert "That is not right." in words_on(person.find(QWidget, "Passphrase that the backup").window())
    dialog = look_into(person, HERS)
    said = words_on(dialog)
    assert "It becomes the vault of this laptop" in said
    assert "Gwen Hale, Wye" in said
    assert (clipped(dialog), nameless(dialog)) == ([], [])
    assert not (tmp_path / "home" / "vault").exists()  # nothing changes before the person says so
    press(person, dialog.accept_button)
    gate = person.window.gate.unlock
    assert gate is not None
    person.see(lambda: "The backup is restored" in words_on(gate))
    assert "is kept here" not in words_on(gate)
    assert unlock(person, HERS) == ["Tegwen Morris"]


def test_vault_that_is_there_is_set_aside_only_when_the_person_agrees(
    opening: Callable[[], Person], backup: Path, tmp_path: Path
) -> None:
    mine = backed_up(tmp_path / "home", PASSPHRASE, "Ruth Okonjo", "Ceri Price", tmp_path / "mine")
    assert mine != backup
    person = opening()
    person.click("Restore a backup")
    dialog = look_into(person, HERS)
    assert "The vault that is here would be set aside" in words_on(dialog)
    press(person, dialog.cancel_button)
    assert not list((tmp_path / "home").glob("vault-before-restore-*"))
    person.click("Restore a backup")
    press(person, look_into(person, HERS).accept_button)
    gate = person.window.gate.unlock
    assert gate is not None
    person.see(lambda: "The backup is restored" in words_on(gate))
    (aside,) = (tmp_path / "home").glob("vault-before-restore-*")
    assert str(aside) in words_on(gate)
    assert unlock(person, HERS) == ["Tegwen Morris"]


def test_vault_with_a_lost_database_is_brought_back_from_the_gate(
    opening: Callable[[], Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = backed_up(tmp_path / "home", PASSPHRASE, "Ruth Okonjo", "Ceri Price", tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(mine))
    (tmp_path / "home" / "vault" / "vault.db").unlink()
    person = opening()
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.click("Restore a backup")
    press(person, look_into(person, PASSPHRASE).accept_button)
    person.rest()
    assert unlock(person, PASSPHRASE) == ["Ceri Price"]


def test_folder_that_is_no_backup_is_said_to_be_none(
    opening: Callable[[], Person], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    person = opening()
    person.click("Restore a backup instead")
    (dialog,) = [d for d in person.window.findChildren(TroubleDialog) if d.isVisible()]
    assert "not a finished backup" in words_on(dialog)


def test_backup_of_another_person_is_not_put_in_the_place_of_the_vault_that_is_open(
    opening: Callable[[], Person], tmp_path: Path
) -> None:
    backed_up(tmp_path / "home", PASSPHRASE, "Ruth Okonjo", "Ceri Price", tmp_path / "stick")
    program = Bootstrap(Paths(home=tmp_path / "home"), TEST_COST)
    program.use_new_vault()
    profile = Profile(assessor=Assessor(name="Gwen Hale"), centre=Centre(name="Wye"))
    vault, _ = program.create_vault(HERS, profile)
    hers = vault.back_up(tmp_path / "stick").folder
    place = vault.folder
    vault.close()
    person = opening()
    unlock(person, PASSPHRASE)
    session = person.window.session
    assert session is not None
    session.restore_asked.emit(hers, HERS)
    person.see(lambda: any(d.isVisible() for d in person.window.findChildren(TroubleDialog)))
    (dialog,) = [d for d in person.window.findChildren(TroubleDialog) if d.isVisible()]
    assert "another person’s vault" in words_on(dialog)
    assert not list((tmp_path / "home").rglob("*-before-restore-*"))
    dialog.accept()
    person.rest()
    assert Bootstrap(Paths(home=tmp_path / "home"), TEST_COST).restore(hers, HERS) is not None  # in its own place
    assert place.exists()
    assert unlock(person, PASSPHRASE) == ["Ceri Price"]
