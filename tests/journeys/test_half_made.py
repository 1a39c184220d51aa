"""The window meets a vault that was begun and not finished: it says so, and leads to a new one."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.main import run
from assessor_app.cli.passphrase import VARIABLE
from assessor_app.domain.errors import ExitCode
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.pages.unlock.half_made import HalfMadeView
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.storage.layout import BEING_MADE
from tests.gui.checks import clipped, nameless, small_targets
from tests.gui.conftest import the_look
from tests.journeys.person import Person

PASSPHRASE = "four plain words here"
PROFILE = Profile(assessor=Assessor(name="Ruth Okonjo"), centre=Centre(name="Wye"))
__all__ = ["the_look"]

Open = Callable[[], AbstractContextManager[Person]]


@pytest.fixture
def opening(qtbot: QtBot, tmp_path: Path, the_look: object) -> Open:
    @contextmanager
    def open_window() -> Iterator[Person]:
        paths = Paths(home=tmp_path)
        window = MainWindow(Bootstrap(paths, TEST_COST), paths, Jobs())
        window.resize(1366, 768)
        window.show()
        try:
            yield Person(qtbot, window)
        finally:
            window.close()

    return open_window


def make_vault(home: Path) -> None:
    Bootstrap(Paths(home=home), TEST_COST).create_vault(PASSPHRASE, PROFILE)[0].close()


def said(person: Person) -> str:
    current = person.window.gate.currentWidget()
    assert current is not None
    return "\n".join(label.text() for label in current.findChildren(QLabel) if label.isVisible())


def test_key_file_alone_is_taken_away_and_the_first_run_begins(opening: Open, tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / BEING_MADE).touch()
    (tmp_path / "vault" / "keys.json").write_text("{}", encoding="utf-8")
    with opening() as person:
        assert "A vault was begun here and not finished" in said(person)
        assert "It holds no records" in said(person)
        view = person.window.gate.currentWidget()
        assert isinstance(view, HalfMadeView)
        assert (clipped(view), nameless(view), small_targets(view)) == ([], [], [])
        person.click("Take it away and start again")
        person.see(lambda: person.window.gate.first_run is not None)
        assert not (tmp_path / "vault" / "keys.json").exists()


def test_database_is_moved_aside_and_the_person_is_told_where(opening: Open, tmp_path: Path) -> None:
    make_vault(tmp_path)
    (tmp_path / "vault" / BEING_MADE).touch()
    with opening() as person:
        assert "not deleted" in said(person)
        person.click("Move it aside and start again")
        (aside,) = tmp_path.glob("vault-half-made-*")
        assert str(aside) in said(person)
        person.click("Go on")
        assert person.window.gate.first_run is not None
        assert (aside / "vault.db").exists()


def test_vault_that_lost_its_keys_says_how_a_backup_helps_and_can_be_left(opening: Open, tmp_path: Path) -> None:
    make_vault(tmp_path)
    (tmp_path / "vault" / "keys.json").unlink()
    with opening() as person:
        assert "The vault here has lost its key file" in said(person)
        assert "Every backup has a copy" in said(person)
        person.click("Leave it for now")
        assert person.window.gate.first_run is not None
        assert (tmp_path / "vault" / "vault.db").exists()


def test_making_that_cannot_be_undone_leads_to_the_way_out(
    opening: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opening() as person:
        assert person.window.gate.first_run is not None
        (tmp_path / "vault").mkdir()
        (tmp_path / "vault" / BEING_MADE).touch()  # what a disk that vanished leaves
        person.window.gate.first_run._on_passphrase_chosen(PASSPHRASE)
        person.rest()
        assert "A vault was begun here and not finished" in said(person)
        buttons = [b for b in person.window.gate.findChildren(QPushButton) if b.isVisible()]
        assert "Take it away and start again" in [b.accessibleName() for b in buttons]


def test_command_line_takes_it_away_only_when_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(secret))
    home = tmp_path / "home"
    (home / "vault").mkdir(parents=True)
    (home / "vault" / BEING_MADE).touch()
    create = ["--home", str(home), "vault", "create", "--assessor", "R", "--centre", "W", "--centre-number", "1"]

    def call(*more: str) -> ExitCode:
        return run([*create, *more], lambda h: Bootstrap(Paths(home=h or home), TEST_COST))

    assert call() is ExitCode.REFUSED
    assert "--start-again" in capsys.readouterr().err
    assert call("--start-again") is ExitCode.GOOD
    assert "taken away" in capsys.readouterr().out
    assert call("--start-again") is ExitCode.REFUSED  # a whole vault is never in the way
