"""Two laptops whose vaults share one backup folder: each sees whose is whose, and thins out only its own."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile
from assessor_app.storage.backup import NOTE, Backup, list_backups, make_backup, restore_backup, surplus, thin_out
from assessor_app.storage.keys import is_sealed_by, unlock_with_passphrase, vault_mark
from assessor_app.storage.restore_preview import preview_restore
from assessor_app.storage.vault import KEYS, Vault
from tests.desk import PASSPHRASE, RELIABLE, Desk, add_candidate, open_desk

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def gwen(tmp_path: Path) -> Iterator[Desk]:
    profile = Profile(assessor=Assessor(name="Gwen Hale"), centre=Centre(name="Usk Training"))
    with open_desk(tmp_path / "second", profile) as opened:
        yield opened


@pytest.fixture
def stick(desk: Desk, gwen: Desk, tmp_path: Path) -> Path:
    """Both have backed up three times on one day, in turn."""
    folder = tmp_path / "stick"
    for hour in range(3):
        for who in (desk, gwen):
            make_backup(who.vault, folder, NOON + timedelta(hours=hour))
    return folder


def seen_by(who: Desk, folder: Path) -> list[Backup]:
    return list(list_backups(folder, who.vault.key))


def take_marks_away(folder: Path) -> None:
    """As the first program wrote its notes."""
    for note in folder.glob(f"*/{NOTE}"):
        content = json.loads(note.read_text(encoding="utf-8"))
        del content["vault"]
        note.write_text(json.dumps(content), encoding="utf-8")


def test_backups_made_in_the_same_second_stand_beside_each_other(desk: Desk, gwen: Desk, stick: Path) -> None:
    for who in (desk, gwen):
        found = seen_by(who, stick)
        assert len(found) == 6
        assert [b.is_own for b in found].count(True) == 3


@pytest.mark.parametrize("marked", [True, False])
def test_thinning_takes_away_own_ones_only(desk: Desk, gwen: Desk, stick: Path, marked: bool) -> None:
    if not marked:
        take_marks_away(stick)
    # The control: reckoned together, as before there were marks, five of the six would have gone.
    assert len(surplus(seen_by(desk, stick))) == 5
    thin_out(stick, desk.vault)
    assert sorted(b.is_own for b in seen_by(desk, stick)) == [False, False, False, True]
    assert [b.is_own for b in seen_by(gwen, stick)].count(True) == 3


def test_backup_without_mark_and_without_proof_is_listed_and_never_thinned(desk: Desk, stick: Path) -> None:
    take_marks_away(stick)
    for keys in stick.glob(f"*/{KEYS}"):  # the first program wrote no seal either
        content = json.loads(keys.read_text(encoding="utf-8"))
        for part in ("seal", "files"):
            content.pop(part, None)
        keys.write_text(json.dumps(content), encoding="utf-8")
    thin_out(stick, desk.vault)
    found = seen_by(desk, stick)
    assert len(found) == 6
    assert not any(b.is_own for b in found)


def test_key_file_proves_whose_it_is(desk: Desk, gwen: Desk) -> None:
    assert is_sealed_by(desk.folder / KEYS, desk.vault.key)
    assert not is_sealed_by(desk.folder / KEYS, gwen.vault.key)
    assert not is_sealed_by(desk.folder / "nothing", desk.vault.key)


def test_mark_says_nothing_and_stays_the_same(desk: Desk, gwen: Desk, stick: Path) -> None:
    mark = vault_mark(desk.vault.key)
    assert mark == vault_mark(bytes(desk.vault.key))
    assert mark != vault_mark(gwen.vault.key)
    assert len(bytes.fromhex(mark)) == 8
    assert mark not in desk.vault.key.hex()
    for note in stick.glob(f"*/{NOTE}"):
        assert set(json.loads(note.read_text(encoding="utf-8"))) == {"made", "events", "vault", "last"}


def test_preview_says_whose_another_vaults_backup_is(desk: Desk, gwen: Desk, stick: Path) -> None:
    hers = next(b for b in seen_by(desk, stick) if not b.is_own)
    mine = next(b for b in seen_by(desk, stick) if b.is_own)
    assert preview_restore(desk.vault, hers.folder, gwen.vault.key).other_vault == "Gwen Hale, Usk Training"
    assert preview_restore(desk.vault, mine.folder, desk.vault.key).other_vault == ""


def test_what_a_cut_backup_left_is_taken_away_by_its_own_vault_only(desk: Desk, gwen: Desk, stick: Path) -> None:
    lefts = []
    for who in (desk, gwen):
        own = next(b for b in seen_by(who, stick) if b.is_own)
        lefts.append(stick / f".{own.folder.name}.partial")
        shutil.copytree(own.folder, lefts[-1])
    make_backup(desk.vault, stick, NOON + timedelta(days=1))
    assert [left.exists() for left in lefts] == [False, True]


def restored(begin: Desk, folder: Path) -> Vault:
    """The same vault on another laptop, from its newest backup."""
    backup = list_backups(folder, begin.vault.key)[0].folder
    home = folder.with_name("another laptop")
    key = unlock_with_passphrase(backup / KEYS, PASSPHRASE, allow_test_cost=True)
    restore_backup(backup, home, key, NOON)
    return Vault.open(home, key, now=begin.clock.now, new_id=begin.clock.new_id)


def test_two_laptops_with_one_vault_leave_each_others_work(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    make_backup(desk.vault, folder, NOON)
    other = restored(desk, folder)
    try:
        with other.writing("keep candidate"):
            pass
        theirs = make_backup(other, folder, NOON + timedelta(hours=1)).folder
        add_candidate(desk, RELIABLE)
        mine = make_backup(desk.vault, folder, NOON + timedelta(hours=2)).folder
        thin_out(folder, desk.vault)
        assert {b.folder for b in list_backups(folder, desk.vault.key)} == {mine, theirs}
        thin_out(folder, other)
        assert {b.folder for b in list_backups(folder, desk.vault.key)} == {mine, theirs}
    finally:
        other.close()


def test_work_that_a_restore_has_set_aside_stays_backed_up(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    early = make_backup(desk.vault, folder, NOON).folder
    add_candidate(desk, RELIABLE)
    late = make_backup(desk.vault, folder, NOON + timedelta(hours=1)).folder
    desk.vault.close()
    key = unlock_with_passphrase(early / KEYS, PASSPHRASE, allow_test_cost=True)
    restore_backup(early, desk.folder, key, NOON)
    desk.restart()
    with desk.vault.writing("keep candidate"):
        pass
    newest = make_backup(desk.vault, folder, NOON + timedelta(hours=2)).folder
    thin_out(folder, desk.vault)
    assert {b.folder for b in list_backups(folder, desk.vault.key)} == {late, newest}
