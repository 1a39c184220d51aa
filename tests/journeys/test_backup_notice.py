"""Today says that backups are missing, old, or that their folder is gone; once a day, with the way to mend it."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assessor_app import machine
from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.people import Assessor, Candidate, Centre
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.gui.backup_notice import BackupNoticeView
from assessor_app.gui.dialogs import TroubleDialog
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.centre.view import CentreView
from assessor_app.gui.pages.settings.view import SettingsView
from assessor_app.gui.pages.today.view import TodayView
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage import backup as backup_module
from assessor_app.storage.backup import NOTE
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
    """At the unlock screen of a vault with a candidate in it."""
    paths = Paths(home=tmp_path / "home")
    program = Bootstrap(paths, TEST_COST)
    profile = Profile(assessor=Assessor(name="R. Okonjo"), centre=Centre(name="Wye"), backup_folder=str(stick))
    vault = program.create_vault(PASSPHRASE, profile)[0]
    keep_candidate(vault.ports, Candidate(id=vault.ports.new_id(), name="Tegwen Morris"), [RELIABLE])
    vault.close()
    window = MainWindow(program, paths, Jobs())
    window.resize(1366, 768)
    window.show()
    yield Person(qtbot, window)
    window.close()


def unlock(person: Person) -> BackupNoticeView:
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.see(lambda: person.window.session is not None)
    person.rest()
    return notice(person)


def notice(person: Person) -> BackupNoticeView:
    session = person.window.session
    assert session is not None
    first = session.shell.stack.currentWidget()
    assert isinstance(first, TodayView | CentreView)
    return first.backup_notice


def make_older(stick: Path, days: float) -> None:
    """Every backup in the folder says that it was made so much earlier."""
    for note in stick.glob(f"*/{NOTE}"):
        content = json.loads(note.read_text(encoding="utf-8"))
        content["made"] = (datetime.fromisoformat(content["made"]) - timedelta(days=days)).isoformat()
        note.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """While the list holds something no backup can be written."""
    full = [True]
    fill = backup_module._fill

    def refuse(*arguments: object) -> int:
        if full:
            raise OSError("no room")
        return fill(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(backup_module, "_fill", refuse)
    return full


def test_notice_is_not_there_while_the_daily_backup_works(person: Person, stick: Path) -> None:
    assert unlock(person).text == ""
    assert len(list(stick.iterdir())) == 1


def test_old_backup_is_told_and_backing_up_takes_the_notice_away(
    person: Person, stick: Path, no_room: list[bool]
) -> None:
    saved = list(no_room)
    no_room.clear()
    unlock(person)
    person.window.lock()
    make_older(stick, 8)
    no_room.extend(saved)
    shown = unlock(person)
    assert shown.text.startswith("The last good backup is 8 days old")
    assert not shown.settings.isVisibleTo(person.window)
    person.click("Back up now")  # no room: the dialog says so, and the notice stays
    (dialog,) = [d for d in person.window.findChildren(TroubleDialog) if d.isVisible()]
    assert "could not be made" in "".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.accept()
    person.rest()
    assert shown.text
    no_room.clear()
    person.click("Back up now")
    person.see(lambda: shown.text == "")
    assert len(list(stick.iterdir())) == 2


def test_notice_put_off_comes_again_tomorrow_and_not_before(
    person: Person, no_room: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = unlock(person)
    assert shown.text.startswith("There is no backup yet")
    assert shown.back_up.isVisibleTo(person.window)
    person.click("Not today")
    assert notice(person).text == ""
    person.click("Candidates")
    person.click("Today")
    assert notice(person).text == ""
    person.window.lock()
    assert unlock(person).text == ""  # also after another unlocking
    person.window.lock()
    now = machine.now

    def tomorrow() -> object:
        at = now()
        return dataclasses.replace(at, utc_ms=at.utc_ms + 86_400_000, boot_ms=at.boot_ms + 86_400_000)

    monkeypatch.setattr(machine, "now", tomorrow)
    assert unlock(person).text.startswith("There is no backup yet")


def test_folder_that_is_gone_is_told_not_made_anew_and_leads_to_its_setting(person: Person, stick: Path) -> None:
    unlock(person)
    person.window.lock()
    stick.rename(stick.with_name("stick in the drawer"))
    shown = unlock(person)
    assert shown.text.startswith("The folder for backups is not there")
    assert "The last good backup was made today at " in shown.text
    assert not stick.exists()
    assert not shown.back_up.isVisibleTo(person.window)
    person.click("Backup settings")
    session = person.window.session
    assert session is not None
    view = session.shell.stack.currentWidget()
    assert isinstance(view, SettingsView)
    person.see(lambda: person.window.focusWidget() is view.backups.choose)
    assert not view.backups.choose.visibleRegion().isEmpty()  # scrolled to
    assert view.backups.warning.text.startswith("The folder for backups is not there")
    person.qtbot.mouseClick(view.backups.back_up, Qt.MouseButton.LeftButton)
    person.rest()
    assert not stick.exists()
    stick.with_name("stick in the drawer").rename(stick)
    for dialog in person.window.findChildren(TroubleDialog):
        dialog.accept()
    person.click("Today")
    person.see(lambda: notice(person).text == "")


def test_centre_is_told_on_its_own_first_page(
    qtbot: QtBot, tmp_path: Path, the_look: object, no_room: list[bool]
) -> None:
    paths = Paths(home=tmp_path / "office")
    program = Bootstrap(paths, TEST_COST)
    profile = Profile(
        assessor=Assessor(name="Office"),
        centre=Centre(name="Wye"),
        role=VaultRole.CENTRE,
        backup_folder=str(tmp_path / "stick"),
    )
    program.create_vault(PASSPHRASE, profile)[0].close()
    window = MainWindow(program, paths, Jobs())
    window.resize(1366, 768)
    window.show()
    person = Person(qtbot, window)
    try:
        assert unlock(person).text.startswith("There is no backup yet")
        no_room.clear()
        person.click("Back up now")
        person.see(lambda: notice(person).text == "")
    finally:
        window.close()
