"""A vault whose making was cut short is known for what it is; nothing that could hold data is deleted."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.errors import KnownError
from assessor_app.domain.people import Assessor, Centre
from assessor_app.domain.profile import Profile
from assessor_app.settings import Paths
from assessor_app.storage import half_made
from assessor_app.storage.durable import WRITING
from assessor_app.storage.half_made import begin_making, finish_making, take_away
from assessor_app.storage.half_made_signs import find_half_made
from assessor_app.storage.keys import TEST_COST
from assessor_app.storage.layout import BEING_MADE, DATABASE, KEYS
from assessor_app.storage.lock import VaultLock
from tests.desk import PASSPHRASE

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PROFILE = Profile(assessor=Assessor(name="Ruth Okonjo"), centre=Centre(name="Wye"))


def program(tmp_path: Path) -> Bootstrap:
    return Bootstrap(Paths(home=tmp_path), TEST_COST)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A whole vault, locked."""
    program(tmp_path).create_vault(PASSPHRASE, PROFILE)[0].close()
    return tmp_path / "vault"


def test_finished_vault_and_an_empty_place_are_not_half_made(made: Path, tmp_path: Path) -> None:
    assert not (made / BEING_MADE).exists()
    assert find_half_made(made) is None
    assert find_half_made(tmp_path / "nothing") is None
    assert program(tmp_path).half_made() is None


def test_vault_is_marked_while_it_is_made_and_kept_out_of_the_way_of_a_second_making(tmp_path: Path) -> None:
    begin_making(tmp_path / "vault")
    assert find_half_made(tmp_path / "vault") is not None
    with pytest.raises(KnownError) as caught:
        program(tmp_path).create_vault(PASSPHRASE, PROFILE)
    assert caught.value.code == "vault-half-made"
    finish_making(tmp_path / "vault")
    assert find_half_made(tmp_path / "vault") is None


def test_whole_vault_gets_no_mark_and_keeps_its_files_when_another_is_asked_for(made: Path, tmp_path: Path) -> None:
    before = {p.name: p.read_bytes() for p in made.iterdir() if p.is_file()}
    with pytest.raises(KnownError) as caught:
        program(tmp_path).create_vault(PASSPHRASE, PROFILE)
    assert caught.value.code == "vault-exists"
    assert {p.name: p.read_bytes() for p in made.iterdir() if p.is_file()} == before


def test_half_made_with_a_database_is_moved_aside_whole(made: Path, tmp_path: Path) -> None:
    (made / BEING_MADE).touch()
    database = (made / DATABASE).read_bytes()
    found = find_half_made(made)
    assert found is not None
    assert found.holds_something
    aside = take_away(found, NOW)
    assert aside == tmp_path / "vault-half-made-20261122-120000"
    assert (aside / DATABASE).read_bytes() == database
    assert (aside / KEYS).exists()
    assert not made.exists()
    program(tmp_path).create_vault(PASSPHRASE, PROFILE)[0].close()


def test_half_made_without_a_database_is_deleted_and_strange_files_stay(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    begin_making(folder)
    (folder / KEYS).write_text("{}", encoding="utf-8")
    (folder / DATABASE).touch()
    (folder / "holiday.txt").write_text("not ours", encoding="utf-8")
    found = find_half_made(folder)
    assert found is not None
    assert not found.holds_something
    assert take_away(found, NOW) is None
    assert {p.name for p in folder.iterdir()} - {"vault.lock"} == {"holiday.txt"}
    program(tmp_path).create_vault(PASSPHRASE, PROFILE)[0].close()


@pytest.mark.parametrize("lost", [KEYS, DATABASE])
def test_vault_that_lost_a_part_is_moved_aside_never_deleted(made: Path, tmp_path: Path, lost: str) -> None:
    (made / lost).unlink()
    if lost == DATABASE:
        assert find_half_made(made) is None  # it was open once: a loss, which unlocking names; no cut making
        (made / "vault.lock").unlink()  # as the first programs, or a copy, would leave it
    found = find_half_made(made)
    assert found is not None
    assert found.holds_something
    assert found.lost_keys is (lost == KEYS)
    aside = take_away(found, NOW)
    assert aside is not None
    assert (aside / (DATABASE if lost == KEYS else KEYS)).exists()


def test_half_made_is_left_alone_while_another_process_makes_it(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    begin_making(folder)
    lock = VaultLock.take(folder)
    found = find_half_made(folder)
    assert found is not None
    with pytest.raises(KnownError) as caught:
        take_away(found, NOW)
    assert caught.value.code == "vault-in-use"
    lock.release()
    assert find_half_made(folder) is not None


def test_making_that_ends_in_an_error_on_a_working_disk_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Path) -> None:
        raise OSError("broken")

    with monkeypatch.context() as patch:
        patch.setattr(half_made, "write_durably", lambda path, data: broken(path))
        with pytest.raises(KnownError) as caught:
            program(tmp_path).create_vault(PASSPHRASE, PROFILE)
    assert caught.value.code == "vault-not-made"
    assert program(tmp_path).half_made() is None
    program(tmp_path).create_vault(PASSPHRASE, PROFILE)[0].close()
    assert not list((tmp_path / "vault").glob(f"{WRITING}*"))


def test_mark_that_a_power_cut_brought_back_goes_when_the_vault_opens(made: Path, tmp_path: Path) -> None:
    (made / BEING_MADE).touch()
    program(tmp_path).open_vault(PASSPHRASE).close()
    assert program(tmp_path).half_made() is None
