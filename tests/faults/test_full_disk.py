"""A disk that is really full, read-only or gone, on a small file system in memory; skipped aloud where root is not."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assessor_app.bootstrap import UnlockedVault
from assessor_app.domain.errors import KnownError
from assessor_app.domain.observations import Paragraph
from assessor_app.usecases.keep_evidence import store_file
from assessor_app.usecases.observe import open_observation, record_observation
from tests.desk import PASSPHRASE
from tests.faults.stored import folder_state
from tests.faults.table import note
from tests.faults.test_kill import Prepared, prepare
from tests.stored.make import sign_all

MB = 1024 * 1024
FREE = {"nothing": 0, "1 KB": 1024, "100 KB": 100 * 1024, "3 MB": 3 * MB}
ACTIONS = ("save", "attach", "seal", "back up")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(tmp_path_factory.mktemp("prepared") / "home")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if done.returncode != 0:
        pytest.skip("NOT TESTED: a really full disk needs the right to mount (run as root); the shim covers the rest")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def _act(vault: UnlockedVault, home: Prepared, action: str, round_: int) -> None:
    if action == "save":
        seen = open_observation(vault.ports, home.visit)
        text = f"Round {round_}: " + "she counted the till aloud and wrote it down. " * 120
        paragraphs = (*seen.paragraphs, Paragraph(time="10:00", text=text))
        record_observation(vault.ports, replace(seen, paragraphs=paragraphs))
    elif action == "attach":
        store_file(vault.ports, "scan.txt", "text/plain", bytes([round_]) * (5 * MB))
    elif action == "seal":
        with vault.ports.store.reading() as records:
            sheet = records.sheet(home.document)
        sign_all(vault, sheet, only=sheet.outstanding[0])
    else:
        vault.back_up(home.home / "backups")


def _fill(disk: Path, leave: int) -> None:
    free = shutil.disk_usage(disk).free
    with (disk / "ballast").open("wb", buffering=0) as file:
        file.write(bytes(max(0, free - leave)))


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("free", FREE)
def test_full_disk_refuses_in_words_and_work_goes_on_when_there_is_room(
    prepared: Prepared, small_disk: Path, free: str, action: str
) -> None:
    home = prepared.copy(small_disk / "home")
    vault = home.program().open_vault(PASSPHRASE)
    try:
        _act(vault, home, "save", 0)
        _fill(small_disk, FREE[free])
        with vault.ports.store.reading() as records:
            before = records.head
        refused = ""
        try:
            for round_ in range(1, 40 if action == "save" else 2):
                _act(vault, home, action, round_)
        except KnownError as error:
            refused = error.code
        if FREE[free] < 100 * 1024:
            assert refused
        with vault.ports.store.reading() as records:
            assert records.head[0] >= before[0]
        assert vault.examine() == ()
        (small_disk / "ballast").unlink()
        if not refused:
            return
        _act(vault, home, "save" if action == "seal" and refused == "gate-not_live" else action, 99)
        assert vault.examine() == ()
    finally:
        vault.close()
    vault = home.program().open_vault(PASSPHRASE)
    assert vault.examine() == ()
    vault.close()
    note(f"Disk really full: {action}, {free} free", f"refused in words ({refused}), went on when there was room")


def test_read_only_disk_is_said_in_words_and_nothing_changes(prepared: Prepared, small_disk: Path) -> None:
    home = prepared.copy(small_disk / "home")
    before = folder_state(home.home)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(KnownError, match="cannot be written") as caught:
        home.program().open_vault(PASSPHRASE)
    assert caught.value.code == "vault-unwritable"
    assert folder_state(home.home) == before
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    vault = home.program().open_vault(PASSPHRASE)
    assert vault.examine() == ()
    vault.close()
    note("Disk read-only", "refused in words, every file as it was; opens when it may be written to again")


def test_backup_on_a_read_only_stick_opens_for_salvage_and_restore(
    prepared: Prepared, small_disk: Path, tmp_path: Path
) -> None:
    vault = prepared.copy(tmp_path / "home").program().open_vault(PASSPHRASE)
    made = vault.back_up(small_disk / "stick")
    vault.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    program = Prepared(home=tmp_path / "home", visit=prepared.visit, document=prepared.document).program()
    assert program.opens_backup(made.folder, PASSPHRASE)
    assert program.restore(made.folder, PASSPHRASE) is not None
    vault = program.open_vault(PASSPHRASE)
    assert vault.examine() == ()
    vault.close()


def test_stick_pulled_while_a_backup_is_made_leaves_the_vault_and_says_so(
    prepared: Prepared, small_disk: Path, tmp_path: Path
) -> None:
    vault = prepared.copy(tmp_path / "home").program().open_vault(PASSPHRASE)
    try:
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        with pytest.raises(KnownError, match="backup could not be made"):
            vault.back_up(small_disk / "stick")
        assert vault.examine() == ()
    finally:
        vault.close()
