"""Many wrong passphrases: each is answered later than the last, after a restart too, and always in the same words."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.errors import KnownError
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST, new_recovery_code
from assessor_app.storage.tries import LONGEST_S, TRIES, delay_s
from assessor_app.storage.vault import KEYS
from tests.desk import PASSPHRASE
from tests.faults.stored import stored_home
from tests.faults.table import note


@dataclass(slots=True)
class Door:
    """The program with a clock that only counts how long it would have waited."""

    home: Path
    waited: list[float] = field(default_factory=list)

    def program(self) -> Bootstrap:
        return Bootstrap(Paths(home=self.home), TEST_COST, self.waited.append)

    def knock(self, passphrase: str) -> KnownError:
        with pytest.raises(KnownError) as caught:
            self.program().open_vault(passphrase)
        return caught.value


@pytest.fixture
def door(tmp_path: Path) -> Door:
    stored_home(tmp_path)
    return Door(tmp_path)


def test_delay_grows_over_many_tries_and_restarts_up_to_a_minute(door: Door) -> None:
    for number in range(14):
        door.knock(f"wrong passphrase {number}")  # each time the program is started anew
    assert door.waited == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]
    assert max(door.waited) == LONGEST_S
    note(
        "Wrong passphrases",
        f"14 tries over 14 starts waited {sum(door.waited):.0f} s in all, growing to 60 s; one message",
    )


def test_right_passphrase_ends_the_delay(door: Door) -> None:
    for number in range(5):
        door.knock(f"wrong passphrase {number}")
    door.waited.clear()
    door.program().open_vault(PASSPHRASE).close()
    assert door.waited == [delay_s(5)]
    assert not (door.home / "vault" / TRIES).exists()
    door.program().open_vault(PASSPHRASE).close()
    assert door.waited == [delay_s(5)]


def test_ending_the_program_in_the_middle_of_a_try_saves_nothing(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    class KilledError(BaseException):
        pass

    def killed(*_: object, **__: object) -> bytes:
        raise KilledError

    monkeypatch.setattr("assessor_app.storage.keys._stretch", killed)
    for _ in range(5):
        with pytest.raises(KilledError):
            door.program().open_vault("cut short")
    assert door.waited == [1, 2]


def test_recovery_code_and_hand_over_count_as_well(door: Door) -> None:
    vault = door.program().open_vault(PASSPHRASE)
    try:
        for _ in range(4):
            assert not vault.confirm_passphrase("a candidate's guess")
        assert door.waited == [1]
        assert vault.confirm_passphrase(PASSPHRASE)
    finally:
        vault.close()
    for _ in range(4):
        with pytest.raises(KnownError):
            door.program().recover_vault(new_recovery_code(), "another long passphrase")
    assert door.waited == [delay_s(3), delay_s(4), delay_s(3)]  # the right passphrase in between began anew


def test_message_is_the_same_whatever_was_wrong(door: Door, tmp_path: Path) -> None:
    said = {str(door.knock(guess)) for guess in ("x", PASSPHRASE + " ", PASSPHRASE.upper(), "", "ü" * 5000)}
    keys = door.home / "vault" / KEYS
    whole = keys.read_text()
    for part in ("salt", "nonce", "wrapped"):
        begin = whole.index(f'"{part}": "') + len(part) + 5
        keys.write_text(whole[:begin] + ("0" if whole[begin] != "0" else "1") + whole[begin + 1 :])
        said.add(str(door.knock(PASSPHRASE)))
    assert len(said) == 1


@pytest.mark.parametrize("content", ["", "many", "-5", "9" * 400, "\x00\xff"])
def test_damaged_count_neither_locks_out_nor_crashes(door: Door, content: str) -> None:
    (door.home / "vault" / TRIES).write_text(content, encoding="latin-1")
    door.program().open_vault(PASSPHRASE).close()
    assert all(delay <= LONGEST_S for delay in door.waited)


def test_deleting_the_count_ends_the_delay_as_the_threat_model_says(door: Door) -> None:
    for number in range(6):
        door.knock(f"wrong passphrase {number}")
    (door.home / "vault" / TRIES).unlink()
    door.waited.clear()
    door.knock("once more")
    assert door.waited == []


def test_unreadable_key_file_is_no_wrong_try(door: Door) -> None:
    shutil.copy(door.home / "vault" / KEYS, door.home / "kept")
    (door.home / "vault" / KEYS).write_text("{}")
    for _ in range(6):
        assert door.knock(PASSPHRASE).code == "vault-keys"
    assert door.waited == []
