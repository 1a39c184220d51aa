"""Several people on one laptop: the passphrase says whose vault is meant; nobody waits for another's wrong tries."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.cli.main import run
from assessor_app.cli.passphrase import VARIABLE
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile
from assessor_app.gui.jobs import Jobs
from assessor_app.gui.window import MainWindow
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from tests.gui.conftest import the_look
from tests.journeys.person import Person

__all__ = ["the_look"]
RUTH, SION = "four plain words here", "quite other words there"


def profile(name: str) -> Profile:
    return Profile(assessor=Assessor(name=name), centre=Centre(name="Wye Assessment"))


class Home:
    """A home with the vaults of Ruth and Sion; `waited` is what tries would have waited."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.waited: list[float] = []
        program = self.program()
        program.create_vault(RUTH, profile("Ruth Okonjo"))[0].close()
        program.use_new_vault()
        vault, self.code = program.create_vault(SION, profile("Sion Hughes"))
        vault.close()
        self.program().open_vault(RUTH).close()  # making a vault counted as a try at hers

    def program(self) -> Bootstrap:
        return Bootstrap(Paths(home=self.folder), TEST_COST, self.waited.append)

    def knock(self, passphrase: str) -> KnownError:
        with pytest.raises(KnownError) as caught:
            self.program().open_vault(passphrase)
        return caught.value


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def name_in(vault: UnlockedVault) -> str:
    with vault.ports.store.reading() as records:
        found = records.profile()
    vault.close()
    assert found is not None
    return found.assessor.name


def test_passphrase_picks_the_vault(home: Home) -> None:
    assert name_in(home.program().open_vault(SION)) == "Sion Hughes"
    assert name_in(home.program().open_vault(RUTH)) == "Ruth Okonjo"
    assert home.knock("neither of the two").code == "vault-locked"


def test_two_vaults_are_open_at_once(home: Home) -> None:
    one, other = home.program().open_vault(RUTH), home.program().open_vault(SION)
    assert home.knock(RUTH).code == "vault-in-use"
    assert {name_in(one), name_in(other)} == {"Ruth Okonjo", "Sion Hughes"}


def test_no_name_is_on_the_disk(home: Home) -> None:
    paths = " ".join(str(path) for path in home.folder.rglob("*"))
    assert "Ruth" not in paths
    assert "Sion" not in paths


def test_wrong_tries_count_once_and_wait_once(home: Home) -> None:
    for number in range(5):
        home.knock(f"wrong passphrase {number}")
    assert home.waited == [1, 2]


def test_who_was_not_guessed_at_does_not_wait(home: Home) -> None:
    for number in range(6):
        home.knock(f"wrong passphrase {number}")
    name_in(home.program().open_vault(SION))
    home.waited.clear()
    name_in(home.program().open_vault(SION))
    assert home.waited == []
    home.knock("at somebody's vault")
    assert home.waited == [8]  # Ruth's count was not taken away by Sion's opening


def test_recovery_code_picks_its_vault(home: Home) -> None:
    assert name_in(home.program().recover_vault(home.code, "a new one for Sion")) == "Sion Hughes"
    assert name_in(home.program().open_vault(RUTH)) == "Ruth Okonjo"


def test_passphrase_of_another_is_refused_for_a_new_vault_and_a_change(home: Home) -> None:
    program = home.program()
    program.use_new_vault()
    with pytest.raises(KnownError, match="cannot be used"):
        program.create_vault(RUTH)
    assert len(Paths(home=home.folder).vaults()) == 2
    vault = home.program().open_vault(SION)
    with pytest.raises(KnownError, match="cannot be used"):
        vault.change_passphrase(RUTH)
    vault.change_passphrase("a third one that is new")
    assert name_in(vault) == "Sion Hughes"


def test_backups_in_one_folder_do_not_mix_and_each_restores_its_own(home: Home, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    made = {}
    for passphrase in (RUTH, SION):
        vault = home.program().open_vault(passphrase)
        made[passphrase] = vault.back_up(stick).folder
        assert len(vault.backups(stick)) == 1
        vault.close()
    assert made[RUTH].parent != made[SION].parent
    aside = home.program().restore(made[SION], SION)
    assert aside is not None
    assert aside.parent.name == "vaults"
    assert name_in(home.program().open_vault(SION)) == "Sion Hughes"
    assert name_in(home.program().open_vault(RUTH)) == "Ruth Okonjo"
    assert len(Paths(home=home.folder).vaults()) == 2


def test_foreign_backup_is_put_in_nobodys_place(home: Home, tmp_path: Path) -> None:
    stranger = Bootstrap(Paths(home=tmp_path / "elsewhere"), TEST_COST)
    vault, _ = stranger.create_vault("a stranger's passphrase", profile("A Stranger"))
    made = vault.back_up(tmp_path / "stick")
    vault.close()
    with pytest.raises(KnownError, match="none of them"):
        home.program().restore(made.folder, "a stranger's passphrase")


def test_command_line_makes_another_and_opens_it(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("third person's words", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(secret))

    def call(*arguments: str) -> ExitCode:
        return run(["--home", str(home.folder), *arguments], lambda _: home.program())

    create = ("vault", "create", "--assessor", "Mair Pugh", "--centre", "Wye Assessment", "--json")
    assert call(*create) is ExitCode.REFUSED
    capsys.readouterr()
    assert call(*create, "--another") is ExitCode.GOOD
    assert Path(json.loads(capsys.readouterr().out)["vault"]).parent == home.folder / "vaults"
    assert call("vault", "check") is ExitCode.GOOD


@pytest.fixture
def person(qtbot: QtBot, home: Home, the_look: object) -> Iterator[Person]:
    window = MainWindow(home.program(), Paths(home=home.folder), Jobs())
    window.resize(1366, 768)
    window.show()
    yield Person(qtbot, window)
    window.close()


def unlock(person: Person, passphrase: str) -> str:
    person.fill("Passphrase", passphrase)
    person.press(Qt.Key.Key_Return)
    person.see(lambda: person.window.session is not None)
    person.rest()
    session = person.window.session
    assert session is not None
    with session.desk.ports.store.reading() as records:
        found = records.profile()
    assert found is not None
    return found.assessor.name


def test_one_after_the_other_in_the_window(person: Person) -> None:
    said = [label.text() for label in person.window.findChildren(QLabel)]
    assert not any("Ruth" in text or "Sion" in text for text in said)
    assert unlock(person, SION) == "Sion Hughes"
    person.window.lock()
    assert unlock(person, RUTH) == "Ruth Okonjo"


def test_adding_a_person_can_be_given_up_and_done(person: Person, home: Home) -> None:
    person.click("Add a person")
    person.click("Back")
    assert person.window.gate.unlock is not None
    assert person.window.gate.unlock.isVisible()
    person.click("Add a person")
    person.fill("Passphrase", "third person's words")
    person.fill("The same once more", "third person's words")
    person.press(Qt.Key.Key_Return)
    person.click("I have the code")
    assert len(Paths(home=home.folder).vaults()) == 3
