"""From a document dropped on the window to a unit in the vault, by keys alone; also with the window locked midway."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile
from assessor_app.domain.units import Unit
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.unit_proof.view import Part, UnitProofView
from assessor_app.gui.pages.units.view import UnitsView
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from tests.gui.conftest import the_look
from tests.gui.unit_proof_page import ENVIRONMENT_TEXT, EXPECTATIONS_TEXT
from tests.journeys.person import Person, name_of

PASSPHRASE = "four plain words here"
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key
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
    window.activateWindow()
    yield Person(qtbot, window)
    window.close()


def unlock(person: Person) -> None:
    person.rest()
    person.write(PASSPHRASE)
    person.press(Key.Key_Return)
    person.see(lambda: person.window.session is not None)
    person.rest()


def go_to_units(person: Person) -> None:
    """Alt+6; on Today nothing has the focus, so the key goes to the window."""
    person.qtbot.keyClick(person.window, Key.Key_6, ALT)
    person.rest()


def drop(person: Person, path: Path) -> None:
    go_to_units(person)
    view = person.find(UnitsView, "")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(QPointF(600, 300), Qt.DropAction.CopyAction, mime, buttons, keys))
    person.rest()


def units(person: Person) -> tuple[Unit, ...]:
    session = person.window.session
    assert session is not None
    with session.desk.ports.store.reading() as records:
        return records.units()


def tab_to(person: Person, words: str) -> None:
    for _ in range(60):
        if name_of(person.focused()).startswith(words):
            return
        person.press(Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {words}")


def type_title(person: Person, title: str) -> None:
    person.press(Key.Key_Home)
    person.press(Key.Key_Return)
    person.write(title)
    person.press(Key.Key_Return)


def test_dropped_document_becomes_a_unit_by_keys_alone(person: Person) -> None:
    unlock(person)
    drop(person, ENVIRONMENT_TEXT)
    page = person.find(UnitProofView, "")
    assert page.part is Part.PROOF
    doubts = int(page.proof.doubts.text().split()[0])
    person.press(Key.Key_F8)
    person.press(Key.Key_D)
    assert page.proof.doubts.text() == f"{doubts - 1} open doubts"
    type_title(person, "Customer service around us")
    person.press(Key.Key_Return, CTRL)
    assert page.part is Part.REVIEW
    person.press(Key.Key_Return, CTRL)
    unit = next(u for u in units(person) if u.title == "Customer service around us")
    assert len(unit.criteria) == 16
    assert len(unit.doubts) == doubts - 2  # one was settled, and the title is given
    shown = person.find(UnitsView, "")
    assert shown.isVisible()
    assert not shown.begun.isVisible()


def test_proofing_goes_on_after_the_window_was_locked(person: Person) -> None:
    unlock(person)
    drop(person, ENVIRONMENT_TEXT)
    type_title(person, "Kept over the lock")
    person.press(Key.Key_L, CTRL)
    assert person.window.session is None
    shown = [w.text() for w in QApplication.allWidgets() if hasattr(w, "text") and callable(w.text)]
    assert not any("Kept over the lock" in text for text in shown)
    unlock(person)
    go_to_units(person)
    tab_to(person, "Go on proofing")
    person.press(Key.Key_Return)
    page = person.find(UnitProofView, "")
    assert page.part is Part.PROOF
    person.press(Key.Key_Home)
    row = page.proof.rows.current
    assert row is not None
    assert row.text == "Kept over the lock"


def test_pasted_text_is_read_too(person: Person) -> None:
    unlock(person)
    go_to_units(person)
    QApplication.clipboard().setText(EXPECTATIONS_TEXT.read_text(encoding="utf-8"))
    person.press(Key.Key_V, CTRL)
    page = person.find(UnitProofView, "")
    assert page.part is Part.PROOF
    assert page.proof.rows.content.rows[0].text == "Customer expectations of customer service"
