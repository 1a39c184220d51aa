"""Every backup that counts restores; the way back keeps what was there."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assessor_app.domain.errors import KnownError
from assessor_app.storage.backup import (
    Backup,
    list_backups,
    make_backup,
    restore_backup,
    surplus,
    thin_out,
)
from assessor_app.storage.keys import unlock_with_passphrase
from assessor_app.storage.vault import DATABASE, KEYS
from tests.desk import PASSPHRASE, RELIABLE, Desk, add_candidate

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_backup_under_writes_restores_with_everything_before_it(desk: Desk, tmp_path: Path) -> None:
    add_candidate(desk, RELIABLE, name="Before")
    sha256 = desk.ports.files.keep(b"scan")
    made = make_backup(desk.vault, tmp_path / "stick", NOON)
    add_candidate(desk, RELIABLE, name="After")
    assert list_backups(tmp_path / "stick", desk.vault.key) == (made,)
    assert not list((tmp_path / "stick").glob("*/*-wal"))
    desk.vault.close()
    key = unlock_with_passphrase(made.folder / KEYS, PASSPHRASE, allow_test_cost=True)
    aside = restore_backup(made.folder, desk.folder, key, NOON)
    assert aside is not None
    assert (aside / DATABASE).exists()
    desk.restart()
    with desk.vault.reading() as records:
        assert [c.name for c in records.candidates()] == ["Before"]
    assert desk.ports.files.read(sha256) == b"scan"


def test_two_backups_in_one_second_are_two(desk: Desk, tmp_path: Path) -> None:
    first = make_backup(desk.vault, tmp_path / "stick", NOON)
    add_candidate(desk, RELIABLE, name="After")
    second = make_backup(desk.vault, tmp_path / "stick", NOON + timedelta(milliseconds=400))
    assert first.folder.is_dir()
    assert list_backups(tmp_path / "stick", desk.vault.key) == (second, first)
    cut = second.folder.with_name(f".{second.folder.name}.partial")
    cut.mkdir()
    make_backup(desk.vault, tmp_path / "stick", NOON)
    assert not cut.exists()


def test_two_restores_in_one_second_keep_both_vaults_that_were_there(desk: Desk, tmp_path: Path) -> None:
    made = make_backup(desk.vault, tmp_path / "stick", NOON)
    key = desk.vault.key
    desk.vault.close()
    asides = {restore_backup(made.folder, desk.folder, key, NOON) for _ in range(2)}
    assert len(asides) == 2
    assert all(aside is not None and (aside / DATABASE).exists() for aside in asides)


def test_damaged_backup_is_refused_and_the_vault_stays(desk: Desk, tmp_path: Path) -> None:
    made = make_backup(desk.vault, tmp_path / "stick", NOON)
    database = made.folder / DATABASE
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 0xFF
    database.write_bytes(content)
    key = desk.vault.key
    desk.vault.close()
    before = (desk.folder / DATABASE).read_bytes()
    with pytest.raises(KnownError, match="could not be restored"):
        restore_backup(made.folder, desk.folder, key, NOON)
    assert (desk.folder / DATABASE).read_bytes() == before


def test_backup_into_a_file_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "not-a-folder").write_text("x")
    with pytest.raises(KnownError, match="could not be made"):
        make_backup(desk.vault, tmp_path / "not-a-folder", NOON)


def test_backup_onto_a_stick_that_is_not_plugged_in_makes_no_folder_on_this_disk(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        make_backup(desk.vault, tmp_path / "stick" / "backups", NOON)
    assert caught.value.code == "backup-folder"
    assert not (tmp_path / "stick").exists()


def test_old_backups_are_thinned_to_days_weeks_and_months() -> None:
    backups = [Backup(folder=Path(f"b{n}"), made=NOON - timedelta(hours=6 * n), events=n) for n in range(4 * 400)]
    gone = {b.folder for b in surplus(backups)}
    kept = [b for b in backups if b.folder not in gone]
    assert backups[0] in kept
    assert len({b.made.date() for b in kept[:12]}) == 12
    assert 20 <= len(kept) <= 12 + 10 + 9
    assert (NOON - kept[-1].made).days > 200


def test_thinning_removes_only_finished_backups(desk: Desk, tmp_path: Path) -> None:
    for hours in range(3):
        make_backup(desk.vault, tmp_path, NOON + timedelta(hours=hours))
    (tmp_path / "my papers").mkdir()
    thin_out(tmp_path, desk.vault)
    assert len(list_backups(tmp_path, desk.vault.key)) == 1
    assert (tmp_path / "my papers").exists()
