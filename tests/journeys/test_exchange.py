"""Laptop -> bundle -> centre -> receipt -> laptop through two windows, by clicks, with the real ciphers and keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.demo import ASSESSOR, sign_all
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile, VaultRole
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.centre.view import CentreView
from assessor_app.gui.pages.preview.view import PreviewView
from assessor_app.gui.pages.sync.view import SyncView
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.ports import Ports
from assessor_app.usecases.sample_data import add_story, judge_story
from assessor_app.usecases.sample_people import STORIES
from tests.gui.conftest import the_look
from tests.journeys.person import Person, name_of

PASSPHRASE = "four plain words here"
CENTRE = Centre(name="Wye & Teme Assessment", number="04471")
__all__ = ["the_look"]


def _open(qtbot: QtBot, home: Path, profile: Profile) -> Person:
    paths = Paths(home=home)
    program = Bootstrap(paths, TEST_COST)
    program.create_vault(PASSPHRASE, profile)[0].close()
    window = MainWindow(program, paths, Jobs())
    window.resize(1366, 768)
    window.show()
    person = Person(qtbot, window)
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.see(lambda: window.session is not None)
    person.rest()
    return person


@pytest.fixture
def laptop(qtbot: QtBot, tmp_path: Path, the_look: object) -> Iterator[Person]:
    person = _open(qtbot, tmp_path / "laptop", Profile(assessor=ASSESSOR, centre=CENTRE))
    yield person
    person.window.close()


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, the_look: object) -> Iterator[Person]:
    profile = Profile(assessor=Assessor(name="Office"), centre=CENTRE, role=VaultRole.CENTRE)
    person = _open(qtbot, tmp_path / "office", profile)
    yield person
    person.window.close()


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """What the next save dialog answers."""
    chosen: list[Path] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(chosen[-1]), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path / "receipts"))
    (tmp_path / "receipts").mkdir()

    def next_is(name: str) -> Path:
        chosen.append(tmp_path / name)
        return chosen[-1]

    return next_is


def ports_of(person: Person) -> Ports:
    assert person.window.session is not None
    return person.window.session.desk.ports


def page(person: Person, kind: type[QWidget]) -> QWidget:
    assert person.window.session is not None
    shown = person.window.session.shell.stack.currentWidget()
    assert isinstance(shown, kind)
    return shown


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def drop(target: QWidget, *paths: Path) -> None:
    """Let files fall onto `target`, as from a file manager."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target.dropEvent(event)


def answer_dialog(qtbot: QtBot, button: str, seen: list[str]) -> None:
    """When the next dialog is there: note what it says, and press a button of it."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(30, look)
            return
        seen.append(words_on(dialog))
        for candidate in dialog.findChildren(QAbstractButton):
            if name_of(candidate).startswith(button):
                qtbot.mouseClick(candidate, Qt.MouseButton.LeftButton)
                return

    QTimer.singleShot(30, look)


def enrol(qtbot: QtBot, laptop: Person, office: Person, saves: Callable[[str], Path]) -> None:
    request = saves("request.asice")
    laptop.click("Sync")
    laptop.click("Write enrolment request")
    sync = page(laptop, SyncView)
    assert isinstance(sync, SyncView)
    words = sync.enrol.words.text()
    assert len(words.split()) == 10
    answer = saves("answer.asice.age")
    asked: list[str] = []
    answer_dialog(qtbot, "They are the same", asked)
    centre = page(office, CentreView)
    assert isinstance(centre, CentreView)
    drop(centre.drop, request)
    office.see(answer.exists)
    office.rest()
    assert words in asked[0]
    answered: list[str] = []
    answer_dialog(qtbot, "They are the same", answered)
    drop(sync.drop, answer)
    laptop.see(lambda: bool(answered))
    laptop.see(lambda: "Wye & Teme" in words_on(sync))
    laptop.rest()
    assert any(line and line in words_on(centre) for line in answered[0].splitlines() if len(line.split()) == 10)


def test_exchange_from_enrolment_to_an_archived_candidate(
    qtbot: QtBot, laptop: Person, office: Person, saves: Callable[[str], Path], tmp_path: Path
) -> None:
    enrol(qtbot, laptop, office, saves)
    ports = ports_of(laptop)
    story = STORIES[1]
    candidate = add_story(ports, story, is_sample=False)
    for enrolment in judge_story(ports, candidate, story):
        sign_all(ports, freeze_unit(ports, enrolment.id), story)
    laptop.click("Today")
    laptop.click("Sync")
    sync = page(laptop, SyncView)
    assert isinstance(sync, SyncView)
    assert {row.state for row in sync.shown_rows} == {"Ready to export"}

    export = saves("export.asice.age")
    laptop.click("Write export file")
    laptop.see(export.exists)
    laptop.rest()
    assert {row.state for row in sync.shown_rows} == {"Exported"}
    assert "has no receipt yet" in words_on(sync)
    assert "Nothing new since the last export" in words_on(sync)

    centre = page(office, CentreView)
    assert isinstance(centre, CentreView)
    rubbish = tmp_path / "holiday.zip"
    rubbish.write_bytes(b"PK\x03\x04 not a bundle")
    drop(centre.drop, export, rubbish, export)
    office.see(lambda: words_on(centre).count("export 1") >= 2)
    office.rest()
    said = words_on(centre)
    assert "Taken in" in said
    assert "Taken in before; nothing changed" in said
    assert "holiday.zip" in said
    assert "Refused" in said
    assert story.name in said

    office.click("Open: ")
    preview = page(office, PreviewView)
    assert isinstance(preview, PreviewView)
    office.see(lambda: "This is the exact document" in words_on(preview.side))
    assert words_on(preview.side).count("Valid") == 2
    assert "Hand over" not in words_on(preview)
    office.click("Exchange")
    office.click("Write receipts")
    receipt = tmp_path / "receipts" / "receipt-0001.asice.age"
    office.see(receipt.exists)
    office.rest()
    assert "Every export is answered" in words_on(page(office, CentreView))

    drop(sync.drop, receipt)
    laptop.see(lambda: {row.state for row in sync.shown_rows} == {"Received by centre"})
    laptop.rest()
    assert "The centre has everything" in words_on(sync)
    laptop.click("Archive: ")
    with ports.store.reading() as records:
        assert records.caseload() == ()
    laptop.click("Undo")
    with ports.store.reading() as records:
        assert [row.name for row in records.caseload()] == [story.name]


def test_export_of_ticked_candidates_only(
    qtbot: QtBot, laptop: Person, office: Person, saves: Callable[[str], Path]
) -> None:
    enrol(qtbot, laptop, office, saves)
    ports = ports_of(laptop)
    for story in STORIES[:2]:
        add_story(ports, story, is_sample=False)
    laptop.click("Today")
    laptop.click("Sync")
    export = saves("some.asice.age")
    seen: list[str] = []

    def untick_and_write() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(30, untick_and_write)
            return
        seen.append(words_on(dialog))
        for button in dialog.findChildren(QAbstractButton):
            if name_of(button).startswith(STORIES[0].name):
                button.setChecked(False)
        for button in dialog.findChildren(QAbstractButton):
            if name_of(button).startswith("Write export file"):
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(30, untick_and_write)
    laptop.click("See every field")
    laptop.see(export.exists)
    laptop.rest()
    assert "ULN" in seen[0]
    sync = page(laptop, SyncView)
    assert isinstance(sync, SyncView)
    states = {row.person: row.state for row in sync.shown_rows}
    assert states == {STORIES[0].name: "Ready to export", STORIES[1].name: "Exported"}


def test_file_of_another_kind_is_refused_in_words(
    qtbot: QtBot, laptop: Person, office: Person, saves: Callable[[str], Path]
) -> None:
    enrol(qtbot, laptop, office, saves)
    sync = page(laptop, SyncView)
    assert isinstance(sync, SyncView)
    said: list[str] = []
    answer_dialog(qtbot, "Understood", said)
    drop(sync.drop, saves("request.asice"))
    laptop.see(lambda: bool(said))
    assert "not from a centre" in said[0]
