"""A vault with destroyed pages: in the window a new one is made of what is left, and work goes on in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.people import Assessor, Candidate, Centre
from assessor_app.domain.profile import Profile
from assessor_app.gui.desk import Goal, Page
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.settings.health import Health
from assessor_app.gui.salvaging import SalvagedDialog
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.storage.pages import PAGE
from assessor_app.usecases.keep_candidate import keep_candidate
from tests.desk import RELIABLE
from tests.faults.stored import folder_state
from tests.gui.checks import clipped, nameless
from tests.gui.conftest import the_look
from tests.journeys.person import Person

PASSPHRASE = "four plain words here"
NAMES = [f"Candidate {number}" for number in range(40)]
__all__ = ["the_look"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A vault with forty candidates, closed."""
    program = Bootstrap(Paths(home=tmp_path / "home"), TEST_COST)
    vault, _ = program.create_vault(PASSPHRASE, Profile(assessor=Assessor(name="Gwen"), centre=Centre(name="Wye")))
    for name in NAMES:
        keep_candidate(vault.ports, Candidate(id=vault.ports.new_id(), name=name), [RELIABLE])
    vault.close()
    return tmp_path / "home"


@pytest.fixture
def opening(qtbot: QtBot, home: Path, the_look: object) -> Iterator[Callable[[], Person]]:
    windows: list[MainWindow] = []

    def open_window() -> Person:
        paths = Paths(home=home)
        window = MainWindow(Bootstrap(paths, TEST_COST), paths, Jobs())
        windows.append(window)
        window.resize(1366, 768)
        window.show()
        return Person(qtbot, window)

    yield open_window
    for window in windows:
        window.close()


def destroy(home: Path, *pages: int) -> None:
    database = home / "vault" / "vault.db"
    content = bytearray(database.read_bytes())
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
    database.write_bytes(content)


def unlock(person: Person) -> None:
    person.fill("Passphrase", PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.rest()


def save_what_can_be_saved(person: Person) -> SalvagedDialog:
    person.fill("Passphrase of the damaged", PASSPHRASE)
    person.click("Go on")
    person.see(lambda: any(d.isVisible() for d in person.window.findChildren(SalvagedDialog)))
    return next(d for d in person.window.findChildren(SalvagedDialog) if d.isVisible())


def names_in(person: Person) -> set[str]:
    person.see(lambda: person.window.session is not None)
    person.rest()
    assert person.window.session is not None
    with person.window.session.desk.ports.store.reading() as records:
        return {c.name for c in records.candidates()}


def test_vault_that_will_not_open_is_saved_from_the_unlock_page(opening: Callable[[], Person], home: Path) -> None:
    destroy(home, 1)  # the page of the database's own structure: SQLite reads nothing without it
    before = folder_state(home / "vault")
    person = opening()
    unlock(person)
    view = person.window.gate.unlock
    assert view is not None
    assert view.salvage is not None
    person.qtbot.mouseClick(view.salvage, Qt.MouseButton.LeftButton)
    person.fill("Passphrase of the damaged", "not this one")
    person.click("Go on")
    person.see(lambda: any(t.text() == "That is not right." for t in person.window.findChildren(QLabel)))
    assert [p.name for p in home.iterdir() if p.is_dir()] == ["vault"]
    dialog = save_what_can_be_saved(person)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Candidates: 40 came back" in words
    assert clipped(dialog) == []
    assert nameless(dialog) == []
    person.qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    person.rest()
    assert "What could be saved is your vault now" in " ".join(t.text() for t in view.findChildren(QLabel))
    unlock(person)
    assert names_in(person) == set(NAMES)
    (aside,) = home.glob("vault-damaged-*")
    assert folder_state(aside) == before


def test_damage_that_a_check_finds_leads_to_saving(opening: Callable[[], Person], home: Path) -> None:
    pages = (home / "vault" / "vault.db").stat().st_size // PAGE
    destroy(home, pages - 1)
    person = opening()
    unlock(person)
    assert names_in(person)
    session = person.window.session
    assert session is not None
    session.go(Goal(page=Page.SETTINGS))
    person.rest()
    health = person.window.findChildren(Health)[0]
    assert not health.salvage.isVisible()
    health.check.click()
    person.see(health.salvage.isVisible)
    health.salvage.click()
    person.rest()
    assert person.window.session is None
    dialog = save_what_can_be_saved(person)
    person.qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    person.rest()
    unlock(person)
    assert names_in(person)
    assert list(home.glob("vault-damaged-*"))


def test_vault_without_damage_offers_no_saving(opening: Callable[[], Person]) -> None:
    person = opening()
    person.fill("Passphrase", "not this one")
    person.press(Qt.Key.Key_Return)
    person.rest()
    view = person.window.gate.unlock
    assert view is not None
    assert view.salvage is None
    unlock(person)
    assert names_in(person) == set(NAMES)
