"""The person restores a backup after seeing what would change, and checks, mends and reads the log, by clicks."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.domain.errors import KnownError
from assessor_app.domain.people import Assessor, Candidate, Centre
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.gui.dialogs import TroubleDialog
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.event_log.view import EventLogView
from assessor_app.gui.pages.settings.view import SettingsView
from assessor_app.gui.restoring import RestoreDialog
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.storage.pages import EncryptedPages
from assessor_app.usecases.keep_candidate import keep_candidate
from tests.desk import RELIABLE
from tests.gui.conftest import the_look
from tests.journeys.person import Person

PASSPHRASE = "four plain words here"
__all__ = ["the_look"]


def open_window(qtbot: QtBot, home: Path, profile: Profile) -> Person:
    paths = Paths(home=home)
    program = Bootstrap(paths, TEST_COST)
    program.create_vault(PASSPHRASE, profile)[0].close()
    window = MainWindow(program, paths, Jobs())
    window.resize(1366, 768)
    window.show()
    person = Person(qtbot, window)
    unlock(person)
    return person


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, the_look: object) -> Iterator[Person]:
    profile = Profile(
        assessor=Assessor(name="Ruth Okonjo"),
        centre=Centre(name="Wye Assessment"),
        backup_folder=str(tmp_path / "stick"),
    )
    opened = open_window(qtbot, tmp_path / "home", profile)
    yield opened
    opened.window.close()


def unlock(person: Person) -> None:
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.see(lambda: person.window.session is not None)
    person.rest()


def vault_of(person: Person) -> UnlockedVault:
    assert person.window.session is not None
    vault = person.window.session.desk.vault
    assert isinstance(vault, UnlockedVault)
    return vault


def add(person: Person, name: str) -> None:
    ports = vault_of(person).ports
    keep_candidate(ports, Candidate(id=ports.new_id(), name=name), [RELIABLE])


def names(person: Person) -> list[str]:
    with vault_of(person).ports.store.reading() as records:
        return [c.name for c in records.candidates()]


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def page(person: Person) -> QWidget:
    assert person.window.session is not None
    shown = person.window.session.shell.stack.currentWidget()
    assert shown is not None
    return shown


def settings(person: Person) -> SettingsView:
    shown = page(person)
    assert isinstance(shown, SettingsView)
    return shown


def press(person: Person, button: QPushButton) -> None:
    """Press a button of a page that may have to be scrolled to."""
    assert button.isVisibleTo(person.window)
    button.setFocus()
    person.qtbot.keyClick(button, Qt.Key.Key_Space)
    person.rest()


def look_into_the_newest_backup(person: Person) -> RestoreDialog:
    shown = settings(person)
    rows = [b for b in shown.backups.findChildren(QPushButton) if b.accessibleName().startswith("Restore the backup")]
    press(person, rows[0])
    person.fill("Passphrase that the backup", "not the right one")
    person.click("Go on")
    assert "That is not right." in words_on(person.find(QWidget, "Passphrase that the backup").window())
    person.fill("Passphrase that the backup", PASSPHRASE)
    person.click("Go on")
    person.see(lambda: any(d.isVisible() for d in person.window.findChildren(RestoreDialog)))
    return next(d for d in person.window.findChildren(RestoreDialog) if d.isVisible())


def test_restore_when_what_would_change_was_seen(person: Person, tmp_path: Path) -> None:
    add(person, "Before")
    person.click("Settings")
    press(person, settings(person).backups.back_up)
    person.see(lambda: "Today" in settings(person).backups.last.text())
    add(person, "After")
    assert "It ran when you unlocked" in settings(person).backups.automatic.text()

    # First Cancel: nothing happens.
    dialog = look_into_the_newest_backup(person)
    said = words_on(dialog)
    assert "would be set aside" in said
    assert "Candidates\n1 only here: would be set aside" in said
    assert "kept beside it" in said
    press(person, dialog.cancel_button)
    assert sorted(names(person)) == ["After", "Before"]
    assert not list((tmp_path / "home").glob("vault-before-restore-*"))

    press(person, look_into_the_newest_backup(person).accept_button)
    person.see(lambda: person.window.session is None)
    person.rest()
    (aside,) = (tmp_path / "home").glob("vault-before-restore-*")
    gate = person.window.gate.unlock
    assert gate is not None
    assert "The backup is restored" in words_on(gate)
    assert str(aside) in words_on(gate)
    person.fill("Passphrase", "not the right one")
    person.press(Qt.Key.Key_Return)
    person.see(lambda: "did not open" in words_on(gate))
    assert str(aside) in words_on(gate)  # still
    assert "Copy diagnostics" not in [b.text() for b in gate.findChildren(QPushButton) if b.isVisible()]
    unlock(person)
    assert names(person) == ["Before"]
    person.window.lock()
    assert str(aside) not in words_on(gate)


def test_restore_when_it_fails_says_so_and_copies_diagnostics(person: Person, tmp_path: Path) -> None:
    person.rest()
    (backup,) = (tmp_path / "stick").glob("assessor-backup-*")
    content = bytearray((backup / "vault.db").read_bytes())
    content[len(content) // 2] ^= 0xFF
    (backup / "vault.db").write_bytes(content)
    assert person.window.session is not None
    person.window.session.restore_asked.emit(backup, PASSPHRASE)
    person.see(lambda: any(d.isVisible() for d in person.window.findChildren(TroubleDialog)))
    (dialog,) = [d for d in person.window.findChildren(TroubleDialog) if d.isVisible()]
    assert "The backup could not be restored." in words_on(dialog)
    person.qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert "Last troubles: restore-failed" in text
    assert "Vault locked" in text
    assert "Okonjo" not in text
    assert str(tmp_path) not in text
    dialog.accept()
    unlock(person)


def test_gate_when_the_vault_does_not_open_offers_diagnostics(person: Person, tmp_path: Path) -> None:
    person.window.lock()
    (tmp_path / "home" / "vault" / "vault.db").unlink()
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.click("Copy diagnostics")
    assert "Last troubles: vault-unopened" in QGuiApplication.clipboard().text()


def test_check_when_the_search_index_is_broken_finds_mends_and_finds_nothing(person: Person) -> None:
    add(person, "Tegwen Morris")
    with vault_of(person).vault.drafting() as records:
        records.connection.exec_driver_sql("DELETE FROM search WHERE rowid = (SELECT min(rowid) FROM search)")
    person.click("Settings")
    health = settings(person).health
    press(person, health.check)
    person.see(lambda: "not as it should be" in health.verdict.text)
    said = words_on(health)
    assert "The search index does not say what the records say" in said
    assert "No record is touched by this." in said
    assert "Press Make anew" in said
    press(person, health.mend)
    person.see(lambda: health.verdict.text.startswith("Everything is sound"))
    assert not health.mend.isVisibleTo(person.window)
    with vault_of(person).ports.store.reading() as records:
        assert records.search("Tegwen", 5)


def test_event_log_and_diagnostics_are_reached_from_the_palette_and_settings(person: Person) -> None:
    add(person, "Tegwen Morris")
    person.click("Search")
    person.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    person.write("event log")
    person.press(Qt.Key.Key_Return)
    log = page(person)
    assert isinstance(log, EventLogView)
    assert log.verdict.text.startswith("The log holds from 1 to ")
    assert log.model.at(0).what == "Added or changed a candidate"
    person.click("Back to Settings")
    press(person, settings(person).health.diagnostics)
    text = QGuiApplication.clipboard().text()
    assert "Rows in candidate: 1" in text
    assert "Morris" not in text
    assert "Okonjo" not in text


def test_centre_reads_its_log_and_checks_its_data(qtbot: QtBot, tmp_path: Path, the_look: object) -> None:
    profile = Profile(assessor=Assessor(name="Office"), centre=Centre(name="Wye"), role=VaultRole.CENTRE)
    person = open_window(qtbot, tmp_path, profile)
    person.click("Settings")
    health = settings(person).health
    press(person, health.check)
    person.see(lambda: health.verdict.text.startswith("Everything is sound"))
    press(person, health.read_log)
    log = page(person)
    assert isinstance(log, EventLogView)
    assert log.verdict.text.startswith("The log holds from 1 to ")
    assert "Made the centre’s keys" in [log.model.at(n).what for n in range(log.model.rowCount())]
    person.window.close()


def test_check_when_stopped_says_so_and_can_be_begun_again(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    add(person, "Tegwen Morris")
    person.click("Settings")
    health = settings(person).health
    slow = _slow_pages(monkeypatch)
    person.qtbot.mouseClick(health.check, Qt.MouseButton.LeftButton)
    person.see(lambda: health.under_way.bar.percent > 0)
    assert health.under_way.isVisibleTo(person.window)
    person.qtbot.mouseClick(health.under_way.stop, Qt.MouseButton.LeftButton)
    person.see(lambda: health.verdict.text.startswith("The check was stopped"))
    assert not health.under_way.isVisibleTo(person.window)
    slow.clear()
    press(person, health.check)
    person.see(lambda: health.verdict.text.startswith("Everything is sound"))


def test_lock_while_checking_stops_the_check_and_a_restore_goes_through(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.rest()
    (backup,) = (tmp_path / "stick").glob("assessor-backup-*")
    person.click("Settings")
    health = settings(person).health
    _slow_pages(monkeypatch)
    ended: list[str] = []
    vault = vault_of(person)
    one = vault.vault.uses.one

    @contextmanager
    def noting() -> Iterator[None]:
        with one():
            try:
                yield
            finally:
                ended.append("closed" if vault.vault.key == b"" else "open")

    monkeypatch.setattr(vault.vault.uses, "one", noting)
    person.qtbot.mouseClick(health.check, Qt.MouseButton.LeftButton)
    person.see(lambda: health.under_way.bar.percent > 0)
    ended.clear()
    assert person.window.session is not None
    person.window.session.restore_asked.emit(backup, PASSPHRASE)
    person.rest()
    assert set(ended) == {"open"}  # the check had ended before the key was dropped
    assert len(list((tmp_path / "home").glob("vault-before-restore-*"))) == 1
    unlock(person)
    assert names(person) == []


def _slow_pages(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Each page of a check takes a moment, as on a large vault; empty the list to end that."""
    slow = [0.02]
    holds = EncryptedPages._holds

    def slowly(pages: EncryptedPages, number: int) -> bool:
        if slow:
            time.sleep(slow[0])
        return holds(pages, number)

    monkeypatch.setattr(EncryptedPages, "_holds", slowly)
    return slow


def test_restore_of_a_damaged_vault_says_whose_the_backup_is_and_copies_diagnostics(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> object:
        raise KnownError("A part of the vault's database is damaged.", advice="", code="vault-damaged")

    monkeypatch.setattr(UnlockedVault, "preview_restore", damaged)
    person.click("Settings")
    dialog = look_into_the_newest_backup(person)
    said = words_on(dialog)
    assert "What would change cannot be told" in said
    assert "Ruth Okonjo, Wye Assessment" in said
    press(person, dialog.copy_button)
    assert "Last troubles: vault-damaged" in QGuiApplication.clipboard().text()
    press(person, dialog.cancel_button)
