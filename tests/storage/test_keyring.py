"""The keyring as a way in: one suite for the stand-in of the tests and for the real adapter on a library backend."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import keyring.backend
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.errors import KeyringLocked, PasswordDeleteError

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.domain.errors import KnownError
from assessor_app.settings import Paths
from assessor_app.storage.keyring_part import Keyring
from assessor_app.storage.keys import TEST_COST, is_as_written
from assessor_app.storage.os_keyring import SERVICE, OsKeyring
from assessor_app.storage.vault import KEYS
from tests.desk import PASSPHRASE
from tests.keyring_stand_in import KeyringStandIn


class MemoryBackend(keyring.backend.KeyringBackend):
    """A backend as the library's own are, in memory; never chosen by the library itself."""

    priority = -1  # type: ignore[assignment]  # the library's declaration is a class property

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._need_open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._need_open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._need_open()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("no such entry")

    def _need_open(self) -> None:
        if self.is_locked:
            raise KeyringLocked("the person dismissed the prompt")


class Both:
    """A keyring, what it holds, and how it is locked and emptied from outside."""

    def __init__(self, kind: str) -> None:
        self.keyring: Keyring
        if kind == "stand-in":
            stand_in = KeyringStandIn()
            self.keyring = stand_in
            self.held: Callable[[], list[str]] = lambda: list(stand_in.kept.values())
            self.empty: Callable[[], None] = stand_in.kept.clear
            self.lock: Callable[[bool], None] = lambda locked: setattr(stand_in, "is_locked", locked)
        else:
            backend = MemoryBackend()
            self.keyring = OsKeyring(backend)
            self.held = lambda: list(backend.kept.values())
            self.empty = backend.kept.clear
            self.lock = lambda locked: setattr(backend, "is_locked", locked)


@pytest.fixture(params=["stand-in", "library backend"])
def both(request: pytest.FixtureRequest) -> Both:
    return Both(request.param)


def made(home: Path, ring: Keyring) -> UnlockedVault:
    return Bootstrap(Paths(home=home), TEST_COST, keyring=ring).create_vault(PASSPHRASE)[0]


def program(home: Path, ring: Keyring) -> Bootstrap:
    return Bootstrap(Paths(home=home), TEST_COST, keyring=ring)


def refused(home: Path, ring: Keyring) -> str:
    with pytest.raises(KnownError) as caught:
        program(home, ring).open_with_keyring()
    return caught.value.code


def test_keyring_keeps_reads_and_forgets(both: Both) -> None:
    both.keyring.keep("one", "a secret")
    assert both.keyring.read("one") == "a secret"
    assert both.keyring.read("other") is None
    both.keyring.forget("one")
    both.keyring.forget("one")
    assert both.keyring.read("one") is None


def test_locked_keyring_is_told_in_words(both: Both) -> None:
    both.lock(True)
    for act in (
        lambda: both.keyring.keep("one", "a secret"),
        lambda: both.keyring.read("one"),
        lambda: both.keyring.forget("one"),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.code == "keyring-missing"


def test_vault_opens_with_the_keyring_only_after_it_was_chosen(both: Both, tmp_path: Path) -> None:
    vault = made(tmp_path, both.keyring)
    assert not program(tmp_path, both.keyring).offers_keyring()
    vault.close()
    assert refused(tmp_path, both.keyring) == "keyring-lost"
    vault = program(tmp_path, both.keyring).open_vault(PASSPHRASE)
    vault.let_keyring_open()
    assert vault.opens_with_keyring()
    assert is_as_written(vault.folder / KEYS, vault.vault.key)
    key = vault.vault.key
    vault.close()
    assert program(tmp_path, both.keyring).offers_keyring()
    opened = program(tmp_path, both.keyring).open_with_keyring()
    assert opened.vault.key == key
    opened.close()


def test_keyring_holds_neither_key_nor_passphrase_and_is_fresh_each_time(both: Both, tmp_path: Path) -> None:
    vault = made(tmp_path, both.keyring)
    seen = []
    for _ in range(2):
        vault.let_keyring_open()
        (held,) = both.held()
        assert len(bytes.fromhex(held)) == 32
        assert held != vault.vault.key.hex()
        assert PASSPHRASE not in held
        seen.append(held)
    assert seen[0] != seen[1]
    vault.close()


def test_switching_off_removes_part_and_entry(both: Both, tmp_path: Path) -> None:
    vault = made(tmp_path, both.keyring)
    vault.let_keyring_open()
    old = (vault.folder / KEYS).read_bytes()
    vault.stop_keyring()
    assert both.held() == []
    assert not vault.opens_with_keyring()
    assert is_as_written(vault.folder / KEYS, vault.vault.key)
    vault.close()
    (vault.folder / KEYS).write_bytes(old)  # as from an older backup
    assert refused(tmp_path, both.keyring) == "keyring-lost"


def test_lost_entry_and_locked_keyring_leave_the_passphrase(both: Both, tmp_path: Path) -> None:
    vault = made(tmp_path, both.keyring)
    vault.let_keyring_open()
    vault.close()
    both.lock(True)
    assert refused(tmp_path, both.keyring) == "keyring-missing"
    both.lock(False)
    both.empty()
    assert refused(tmp_path, both.keyring) == "keyring-lost"
    opened = program(tmp_path, both.keyring).open_vault(PASSPHRASE)
    opened.let_keyring_open()  # off and on again mends it
    opened.close()
    program(tmp_path, both.keyring).open_with_keyring().close()


def test_changed_part_does_not_open(both: Both, tmp_path: Path) -> None:
    vault = made(tmp_path, both.keyring)
    vault.let_keyring_open()
    vault.close()
    path = vault.folder / KEYS
    text = path.read_text(encoding="utf-8")
    begin = text.index('"wrapped": "', text.index('"keyring"')) + len('"wrapped": "')
    path.write_text(text[:begin] + ("0" if text[begin] != "0" else "1") + text[begin + 1 :], encoding="utf-8")
    assert refused(tmp_path, both.keyring) == "keyring-lost"


def test_passphrase_and_recovery_code_when_changed_leave_the_keyring(both: Both, tmp_path: Path) -> None:
    vault = made(tmp_path, both.keyring)
    vault.let_keyring_open()
    vault.change_passphrase("a new one for the vault")
    vault.new_recovery_code()
    vault.close()
    program(tmp_path, both.keyring).open_with_keyring().close()


def test_second_person_is_refused_the_keyring(both: Both, tmp_path: Path) -> None:
    first = made(tmp_path, both.keyring)
    first.let_keyring_open()
    first.close()
    other = program(tmp_path, both.keyring)
    other.use_new_vault()
    second, _ = other.create_vault("quite other words there")
    with pytest.raises(KnownError, match="another person"):
        second.let_keyring_open()
    assert not second.opens_with_keyring()
    second.close()


@pytest.mark.parametrize("backend", [keyring.backends.null.Keyring, keyring.backends.fail.Keyring])
def test_keyring_that_keeps_nothing_is_refused_and_changes_nothing(
    backend: type[keyring.backend.KeyringBackend], tmp_path: Path
) -> None:
    vault = made(tmp_path, OsKeyring(backend()))
    before = (vault.folder / KEYS).read_bytes()
    with pytest.raises(KnownError) as caught:
        vault.let_keyring_open()
    assert caught.value.code == "keyring-missing"
    assert (vault.folder / KEYS).read_bytes() == before
    vault.close()


def test_entries_stand_under_the_programs_name(tmp_path: Path) -> None:
    backend = MemoryBackend()
    vault = made(tmp_path, OsKeyring(backend))
    vault.let_keyring_open()
    vault.close()
    assert {service for service, _ in backend.kept} == {SERVICE}


def test_new_recovery_code_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    vault, old = Bootstrap(Paths(home=tmp_path), TEST_COST).create_vault(PASSPHRASE)
    new = vault.new_recovery_code()
    assert is_as_written(vault.folder / KEYS, vault.vault.key)
    vault.close()
    with pytest.raises(KnownError) as caught:
        Bootstrap(Paths(home=tmp_path), TEST_COST).recover_vault(old, "another long passphrase")
    assert caught.value.code == "vault-locked"
    Bootstrap(Paths(home=tmp_path), TEST_COST).recover_vault(new, "another long passphrase").close()


def test_library_is_not_loaded_where_nobody_chose_it(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from assessor_app.bootstrap import Bootstrap\nfrom assessor_app.settings import Paths\n"
        "from assessor_app.storage.keys import TEST_COST\n"
        "p = Bootstrap(Paths(home=Path(sys.argv[1])), TEST_COST)\n"
        "v, _ = p.create_vault('four plain words here')\np.offers_keyring(); v.opens_with_keyring(); v.close()\n"
        "print('keyring' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
