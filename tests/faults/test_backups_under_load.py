"""Backups made while somebody writes: each restores, with all that was acknowledged before. What it would change."""

import random
import shutil
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.errors import KnownError
from assessor_app.domain.observations import Paragraph
from assessor_app.domain.restore_preview import KindDifference
from assessor_app.settings import Paths
from assessor_app.storage.backup import make_backup
from assessor_app.storage.keys import TEST_COST
from assessor_app.storage.vault import DATABASE
from assessor_app.usecases.keep_evidence import store_file
from assessor_app.usecases.observe import open_observation, record_observation
from tests.desk import PASSPHRASE
from tests.faults.stored import folder_state, stored_home
from tests.faults.table import note
from tests.faults.test_kill import Prepared, prepare

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(tmp_path_factory.mktemp("prepared") / "home")


def _backups_under_load(prepared: Prepared, tmp_path: Path, count: int, seed: int) -> None:
    chance = random.Random(seed)
    home = prepared.copy(tmp_path / "home")
    vault = home.program().open_vault(PASSPHRASE)
    acknowledged = [0]
    stop = threading.Event()
    troubles: list[BaseException] = []

    def write() -> None:
        try:
            seen = open_observation(vault.ports, home.visit)
            while not stop.is_set():
                text = f"Seen and written {acknowledged[0] + 1}"
                record_observation(vault.ports, replace(seen, paragraphs=(Paragraph(time="10:00", text=text),)))
                store_file(vault.ports, "scan.txt", "text/plain", f"scan {acknowledged[0]}".encode() * 50)
                acknowledged[0] += 1
        except BaseException as error:  # noqa: BLE001 (told in the main thread, where it fails the test)
            troubles.append(error)

    writer = threading.Thread(target=write)
    writer.start()
    made = []
    try:
        for number in range(count):
            stop.wait(chance.uniform(0.02, 0.12))
            while acknowledged[0] <= len(made) and not troubles:
                stop.wait(0.01)  # on a busy machine: something new has been written since the last backup
            before = acknowledged[0]
            made.append((before, make_backup(vault.vault, tmp_path / "stick", NOON + timedelta(minutes=number))))
    finally:
        stop.set()
        writer.join()
        vault.close()
    assert not troubles
    for number, (before, backup) in enumerate(made):
        place = Bootstrap(Paths(home=tmp_path / f"restored-{number}"), TEST_COST)
        place.restore(backup.folder, PASSPHRASE)
        restored = place.open_vault(PASSPHRASE)
        try:
            found = open_observation(restored.ports, home.visit)
            last = int(found.paragraphs[-1].text.split()[-1]) if found.paragraphs else 0
            assert last >= before, f"backup {number} of seed {seed} has {last} of {before}"
            assert restored.examine() == ()
        finally:
            restored.close()
        shutil.rmtree(tmp_path / f"restored-{number}")
    assert made[-1][0] >= count  # else nothing was written meanwhile
    words = f"{count} of {count} restored, whole; 0 of {made[-1][0]} records acknowledged before them missing"
    note("Backups under write load", words, seed=seed)


def test_every_backup_under_load_restores_with_all_that_was_acknowledged_before(
    prepared: Prepared, tmp_path: Path
) -> None:
    _backups_under_load(prepared, tmp_path, 8, 5)


@pytest.mark.soak
def test_fifty_backups_under_load_restore_with_all_that_was_acknowledged_before(
    prepared: Prepared, tmp_path: Path
) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")
    _backups_under_load(prepared, tmp_path, 50, seed)


def test_preview_names_what_restoring_would_change(tmp_path: Path) -> None:
    program = stored_home(tmp_path)
    vault = program.open_vault(PASSPHRASE)
    try:
        backup = vault.back_up(tmp_path / "stick").folder
        same = vault.preview_restore(backup, PASSPHRASE)
        assert same.changes_nothing
        assert same.is_earlier_state
        with vault.vault.writing("test") as records:
            first, second = records.candidates()[:2]
            records.put_candidate(replace(first, job_title="Manager now"))
            records.put_candidate(replace(second, id=vault.ports.new_id(), name="Came after the backup"))
            gone = records.evidence_of(first.id)[0]
            records.remove_evidence(gone.id)
        before = folder_state(backup)
        preview = vault.preview_restore(backup, PASSPHRASE)
        assert folder_state(backup) == before
        assert not list(backup.glob("*-wal")) + list(backup.glob("*-shm"))
    finally:
        vault.close()
    assert preview.kinds == (
        KindDifference(kind="candidate", only_in_vault=1, only_in_backup=0, different=1),
        KindDifference(kind="evidence", only_in_vault=0, only_in_backup=1, different=0),
    )
    assert preview.vault_events == preview.backup_events + 1
    assert preview.is_earlier_state
    assert preview.vault_last is not None
    assert preview.backup_last is not None
    assert preview.vault_last.utc_ms > preview.backup_last.utc_ms


def test_preview_of_another_vaults_backup_says_that_it_is_another(tmp_path: Path) -> None:
    stranger = prepare(tmp_path / "stranger").program().open_vault(PASSPHRASE)
    backup = stranger.back_up(tmp_path / "stick").folder
    stranger.close()
    vault = stored_home(tmp_path / "mine").open_vault(PASSPHRASE)
    try:
        assert not vault.preview_restore(backup, PASSPHRASE).is_earlier_state
        (backup / DATABASE).write_bytes(b"x" * 8192)
        with pytest.raises(KnownError, match="cannot be read"):
            vault.preview_restore(backup, PASSPHRASE)
    finally:
        vault.close()
