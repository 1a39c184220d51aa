"""Give a candidate a copy of their data at the window: warned, a folder chosen, written, and said where it is."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.evidence import EvidenceItem
from assessor_app.domain.people import Assessor, Candidate, Centre
from assessor_app.domain.profile import Profile
from assessor_app.domain.watch import Watch
from assessor_app.gui import copying
from assessor_app.gui.copying import CopyDialog, CopyingDialog
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.dialogs import TroubleDialog
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.widgets.toast import Toast
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.keep_candidate import keep_candidate
from assessor_app.usecases.keep_evidence import add_evidence, store_file
from assessor_app.usecases.subject_access import give_copy
from tests.desk import RELIABLE
from tests.gui.conftest import the_look
from tests.journeys.person import Person

PASSPHRASE = "four plain words here"
__all__ = ["the_look"]


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, the_look: object) -> Iterator[Person]:
    """Unlocked, with two candidates of whom one has a photo, on that one's page."""
    paths = Paths(home=tmp_path / "home")
    program = Bootstrap(paths, TEST_COST)
    profile = Profile(assessor=Assessor(name="R. Okonjo"), centre=Centre(name="Wye"))
    vault = program.create_vault(PASSPHRASE, profile)[0]
    tegwen = vault.ports.new_id()
    for key, name in ((tegwen, "Tegwen Morris"), (vault.ports.new_id(), "Bo Vance")):
        keep_candidate(vault.ports, Candidate(id=key, name=name), [RELIABLE])
    photo = store_file(vault.ports, "photo.txt", "text/plain", b"a photo of the counter " * 2_000)
    day = vault.ports.now().local_date
    add_evidence(
        vault.ports,
        EvidenceItem(id=vault.ports.new_id(), candidate=tegwen, number=0, title="Photo", dated=day, file=photo),
    )
    vault.close()
    window = MainWindow(program, paths, Jobs())
    window.resize(1366, 768)
    window.show()
    person = Person(qtbot, window)
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.see(lambda: window.session is not None)
    person.rest()
    session = window.session
    assert session is not None
    session.go(Goal(page=Page.CANDIDATE, subject=tegwen))
    yield person
    window.close()


def last_verb(person: Person) -> str:
    session = person.window.session
    assert session is not None
    with session.desk.ports.store.reading() as records:
        event = records.last_event()
    assert event is not None
    return event.verb


def test_copy_is_written_where_the_person_chose(person: Person, stick: Path) -> None:
    person.click("Give a copy of their data")
    assert person.find(CopyDialog, "")
    person.click("Choose a folder")
    person.see(lambda: any(stick.iterdir()))
    person.rest()
    (folder,) = stick.iterdir()
    assert folder.name.startswith("Data of Tegwen Morris, 20")
    assert sorted(p.name for p in folder.iterdir()) == ["everything.json", "everything.pdf", "files"]
    assert [p.name for p in (folder / "files").iterdir()] == ["E1 photo.txt"]
    assert "Bo Vance" not in (folder / "everything.json").read_text(encoding="utf-8")
    told = person.find(Toast, "").accessibleName()
    assert folder.name in told
    assert "not encrypted" in told
    assert last_verb(person) == "give copy of data"
    person.click("Give a copy of their data")
    person.click("Choose a folder")
    person.see(lambda: len(list(stick.iterdir())) == 2)  # the second beside the first
    assert json.loads((folder / "everything.json").read_text(encoding="utf-8"))["format"] == 1


def test_cancelled_writes_nothing(person: Person, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person.click("Give a copy of their data")
    person.click("Cancel")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    person.click("Give a copy of their data")
    person.click("Choose a folder")
    assert not any(stick.iterdir())
    assert last_verb(person) == "add evidence"


def test_stopped_leaves_nothing(person: Person, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()

    def slow(vault: object, candidate: object, out: Path, watch: Watch) -> object:
        assert asked.wait(20)
        return give_copy(vault, candidate, out, watch)  # type: ignore[arg-type]

    monkeypatch.setattr(copying, "give_copy", slow)
    person.click("Give a copy of their data")
    button = person.find(CopyDialog, "").accept_button
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = person.find(CopyingDialog, "")
    person.qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    asked.set()
    person.rest()
    assert not any(stick.iterdir())
    assert "Nothing was given out" in person.find(Toast, "").accessibleName()


def test_locking_while_it_is_written_stops_it(person: Person, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    began, may_go_on = threading.Event(), threading.Event()

    def slow(vault: object, candidate: object, out: Path, watch: Watch) -> object:
        def moved(done: int, total: int) -> None:
            began.set()
            may_go_on.wait(10)
            watch.progress(done, total)

        return give_copy(vault, candidate, out, Watch(progress=moved, cancelled=watch.cancelled))  # type: ignore[arg-type]

    monkeypatch.setattr(copying, "give_copy", slow)
    person.click("Give a copy of their data")
    person.qtbot.mouseClick(person.find(CopyDialog, "").accept_button, Qt.MouseButton.LeftButton)
    person.see(began.is_set)
    assert [p.name[0] for p in stick.iterdir()] == ["."]  # hidden while it is not whole
    threading.Timer(0.3, may_go_on.set).start()
    person.window.lock()
    assert not [d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog) and d.isVisible()]
    person.see(lambda: not any(stick.iterdir()))
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.see(lambda: person.window.session is not None)
    person.rest()
    assert last_verb(person) == "add evidence"


def test_a_folder_that_cannot_be_written_is_said_in_words(person: Person, stick: Path) -> None:
    stick.rmdir()
    stick.write_text("no folder", encoding="utf-8")
    person.click("Give a copy of their data")
    person.click("Choose a folder")
    assert person.find(TroubleDialog, "").windowTitle().endswith("could not be written.")
    person.click("Understood")
    assert stick.read_text(encoding="utf-8") == "no folder"
