"""Every stored vault opens with the present program, whole, also after a kill; a newer one is refused untouched."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest
from sqlcipher3 import dbapi2

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.errors import KnownError
from assessor_app.domain.verification import Verdict
from assessor_app.storage import vault as vault_module
from assessor_app.storage.keys import unlock_with_passphrase
from assessor_app.storage.precaution import count_sound_events
from assessor_app.storage.vault import DATABASE, KEYS, SCHEMA_VERSION
from assessor_app.usecases.observe import open_observation
from tests.desk import PASSPHRASE
from tests.faults.stored import FORMATS, folder_state, stored_home, what_is_found
from tests.faults.table import note

LATER = "9998"  # stands for the format after the present one


def _assert_whole(program: Bootstrap, format_: str) -> None:
    found = what_is_found(format_)
    vault = program.open_vault(PASSPHRASE)
    try:
        assert vault.check() == ()
        with vault.ports.store.reading() as records:
            assert len(records.candidates()) == found["candidates"]
            assert records.head[0] >= int(found["events"])
            sealed, half = records.sheet(UUID(found["sealed"])), records.sheet(UUID(found["half_signed"]))
        assert sealed.is_complete
        assert half.outstanding
        assert vault.verify(vault.ports.files.read(sealed.pdf_sha256)).verdict is Verdict.GOOD
        assert open_observation(vault.ports, UUID(found["draft"])).title == "Half written"
    finally:
        vault.close()


@pytest.mark.parametrize("format_", FORMATS)
def test_stored_vault_opens_whole_and_is_backed_up_first_where_its_format_is_older(
    tmp_path: Path, format_: str
) -> None:
    program = stored_home(tmp_path, format_)
    _assert_whole(program, format_)
    assert (tmp_path / f"vault-before-{SCHEMA_VERSION}").exists() is (format_ < SCHEMA_VERSION)
    _assert_whole(program, format_)  # and again, as the present format


def test_copy_before_a_change_of_format_is_sound_and_opens_with_the_same_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stored_home(tmp_path)
    monkeypatch.setattr(vault_module, "SCHEMA_VERSION", LATER)
    program.open_vault(PASSPHRASE).close()
    copy = tmp_path / f"vault-before-{LATER}"
    key = unlock_with_passphrase(copy / KEYS, PASSPHRASE, allow_test_cost=True)
    assert count_sound_events(copy / DATABASE, key) == int(what_is_found()["events"])


def test_change_of_format_does_not_begin_without_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = stored_home(tmp_path)
    before = folder_state(tmp_path / "vault")
    (tmp_path / f".vault-before-{LATER}.partial").write_text("in the way")
    monkeypatch.setattr(vault_module, "SCHEMA_VERSION", LATER)
    with pytest.raises(KnownError, match="earlier version") as caught:
        program.open_vault(PASSPHRASE)
    assert caught.value.code == "no-precaution"
    assert folder_state(tmp_path / "vault") == before


def test_newer_vault_is_refused_byte_for_byte_as_it_was(tmp_path: Path) -> None:
    program = stored_home(tmp_path)
    key = unlock_with_passphrase(tmp_path / "vault" / KEYS, PASSPHRASE, allow_test_cost=True)
    database = dbapi2.connect(str(tmp_path / "vault" / DATABASE))
    database.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.commit()
    database.execute("PRAGMA journal_mode = DELETE")
    database.execute("PRAGMA journal_mode = WAL")
    database.close()
    before = folder_state(tmp_path / "vault")
    with pytest.raises(KnownError, match="newer version"):
        program.open_vault(PASSPHRASE)
    assert folder_state(tmp_path / "vault") == before
    assert not list(tmp_path.glob("vault-before-*"))


OPENING = """
import sys, time
from pathlib import Path
from assessor_app.bootstrap import Bootstrap
from assessor_app.settings import Paths
from assessor_app.storage import vault
from assessor_app.storage.keys import TEST_COST
import alembic.command
if sys.argv[2]:
    vault.SCHEMA_VERSION = sys.argv[2]
program = Bootstrap(Paths(home=Path(sys.argv[1])), TEST_COST)
program.shipped_units()
print("ready", flush=True)
begin = time.perf_counter()
program.open_vault("four plain words here")
print(time.perf_counter() - begin, flush=True)
time.sleep(60)
"""


def _kill_while_opening(home: Path, later: str, seconds: float | None) -> float:
    """Open in a process of its own; kill it after `seconds`, or when it is done. Returns how long opening took."""
    worker = subprocess.Popen([sys.executable, "-c", OPENING, str(home), later], stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    assert worker.stdout.readline() == "ready\n"
    took = 0.0
    if seconds is None:
        took = float(worker.stdout.readline())
    else:
        time.sleep(seconds)
    os.kill(worker.pid, signal.SIGKILL)
    worker.stdout.close()
    worker.wait()
    return took


def _kills_while_brought_forward(tmp_path: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    stored_home(tmp_path / "timed", FORMATS[0])
    took = _kill_while_opening(tmp_path / "timed", LATER, None)
    for number in range(kills):
        home = tmp_path / str(number)
        program = stored_home(home, FORMATS[0])
        for _ in range(2):  # the second kill meets what the first left behind
            _kill_while_opening(home, LATER, chance.uniform(0, took * 1.2))
        _assert_whole(program, FORMATS[0])


def test_stored_vault_is_whole_after_kills_while_it_is_brought_forward(tmp_path: Path) -> None:
    _kills_while_brought_forward(tmp_path, 5, 11)
    note("Old vaults: killed while brought forward", "10 kills, 5 vaults: all whole afterwards", seed=11)


@pytest.mark.soak
def test_stored_vault_is_whole_after_two_hundred_kills_while_it_is_brought_forward(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")
    _kills_while_brought_forward(tmp_path, 100, seed)
    note("Old vaults: killed while brought forward", "200 kills, 100 vaults: all whole afterwards", seed=seed)
