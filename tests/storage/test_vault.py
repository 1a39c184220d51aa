"""The vault keeps its promises: encrypted, closed when in doubt, append-only, one process at a time."""

import json
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy.exc
from sqlalchemy import Engine, text
from sqlcipher3 import dbapi2

from assessor_app import machine
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import chain_faults
from assessor_app.domain.people import Candidate
from assessor_app.domain.roles import Role
from assessor_app.storage.check import check_vault
from assessor_app.storage.files import EncryptedFiles
from assessor_app.storage.keys import (
    TEST_COST,
    Cost,
    create_keys,
    new_recovery_code,
    replace_passphrase,
    unlock_with_passphrase,
    unlock_with_recovery_code,
)
from assessor_app.storage.schema import metadata
from assessor_app.storage.vault import DATABASE, KEYS, Vault
from tests.desk import PASSPHRASE, RELIABLE, Desk, add_candidate, frozen_sheet, open_desk, sign


def all_bytes(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())


def test_nothing_personal_stands_in_clear_on_the_disk(desk: Desk) -> None:
    add_candidate(desk, RELIABLE, name="Canary Zephyrine")
    desk.ports.files.keep(b"Canary Zephyrine in a photo" * 100)
    content = all_bytes(desk.folder)
    assert b"Zephyrine" not in content
    assert b"SQLite format 3" not in content
    assert len(content) > 50_000


def test_plain_sqlite_would_be_noticed(tmp_path: Path) -> None:
    # The control of the test above: without a key the same library does write in clear.
    plain = dbapi2.connect(str(tmp_path / "plain.db"))
    plain.execute("CREATE TABLE t (name TEXT)")
    plain.execute("INSERT INTO t VALUES ('Canary Zephyrine')")
    plain.commit()
    plain.close()
    assert b"Zephyrine" in all_bytes(tmp_path)


def test_settings_of_every_connection(desk: Desk) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "temp_store": 2,
    }
    with desk.vault.reading() as records:
        found = {name: records.connection.execute(text(f"PRAGMA {name}")).scalar() for name in wanted}
    assert found == wanted


def test_wrong_passphrase_and_wrong_code_give_one_message(tmp_path: Path) -> None:
    path = tmp_path / KEYS
    code = new_recovery_code()
    key = create_keys(path, PASSPHRASE, code, TEST_COST)
    assert unlock_with_passphrase(path, PASSPHRASE, allow_test_cost=True) == key
    assert unlock_with_recovery_code(path, code.lower().replace("-", " ")) == key
    messages = set()
    for attempt in (
        lambda: unlock_with_passphrase(path, "wrong", allow_test_cost=True),
        lambda: unlock_with_recovery_code(path, new_recovery_code()),
        lambda: unlock_with_recovery_code(path, "nonsense"),
    ):
        with pytest.raises(KnownError) as caught:
            attempt()
        messages.add(str(caught.value))
    assert len(messages) == 1


def test_cheap_key_derivation_is_refused_outside_tests(tmp_path: Path) -> None:
    create_keys(tmp_path / KEYS, PASSPHRASE, new_recovery_code(), TEST_COST)
    with pytest.raises(KnownError, match="key file"):
        unlock_with_passphrase(tmp_path / KEYS, PASSPHRASE)
    with pytest.raises(KnownError, match="key file"):
        create_keys(tmp_path / "other", PASSPHRASE, new_recovery_code(), Cost(memory_kib=1024))


@pytest.mark.parametrize("field", ["salt", "nonce", "wrapped", "memory_kib", "lanes"])
def test_changed_key_file_does_not_open(tmp_path: Path, field: str) -> None:
    path = tmp_path / KEYS
    create_keys(path, PASSPHRASE, new_recovery_code(), TEST_COST)
    content = json.loads(path.read_text())
    value = content["passphrase"][field]
    content["passphrase"][field] = (
        value + 8 if isinstance(value, int) else (("00" if value[:2] != "00" else "ff") + value[2:])
    )
    path.write_text(json.dumps(content))
    with pytest.raises(KnownError):
        unlock_with_passphrase(path, PASSPHRASE, allow_test_cost=True)


def test_new_passphrase_replaces_the_old_and_the_code_stays(tmp_path: Path) -> None:
    path, code = tmp_path / KEYS, new_recovery_code()
    key = create_keys(path, PASSPHRASE, code, TEST_COST)
    replace_passphrase(path, key, "another long phrase", TEST_COST)
    assert unlock_with_passphrase(path, "another long phrase", allow_test_cost=True) == key
    assert unlock_with_recovery_code(path, code) == key
    with pytest.raises(KnownError):
        unlock_with_passphrase(path, PASSPHRASE, allow_test_cost=True)


def test_wrong_key_leaves_the_file_as_it_was(desk: Desk) -> None:
    desk.vault.close()
    before = (desk.folder / DATABASE).read_bytes()
    with pytest.raises(KnownError, match="cannot be opened"):
        Vault.open(desk.folder, b"\x01" * 32, now=machine.now, new_id=machine.new_id)
    assert (desk.folder / DATABASE).read_bytes() == before


def test_newer_vault_is_refused_untouched(desk: Desk) -> None:
    with desk.vault.drafting() as records:
        records.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    desk.vault.close()
    before = (desk.folder / DATABASE).read_bytes()
    with pytest.raises(KnownError, match="newer version"):
        desk.restart()
    assert (desk.folder / DATABASE).read_bytes() == before


def test_second_process_is_refused(desk: Desk) -> None:
    code = (
        "import sys; from pathlib import Path; from assessor_app.storage.lock import VaultLock;"
        "VaultLock.take(Path(sys.argv[1]))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(desk.folder)], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "open in another window" in done.stderr


@pytest.mark.parametrize("table", ["event", "decision", "signature", "sheet"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET body = 'x'", "DELETE FROM {}"])
def test_append_only_rows_cannot_be_changed(desk: Desk, table: str, verb: str) -> None:
    sign(desk, frozen_sheet(desk), Role.CANDIDATE)
    with pytest.raises(sqlalchemy.exc.IntegrityError, match="never changed"), desk.vault.drafting() as records:
        records.connection.execute(text(verb.format(table)))


def test_failed_use_case_leaves_no_trace(desk: Desk) -> None:
    with desk.vault.reading() as records:
        before = (records.head, records.candidates())

    def fail() -> None:
        with desk.vault.writing("fail") as records:
            records.put_candidate(Candidate(id=UUID(int=7), name="Nobody"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with desk.vault.reading() as records:
        assert (records.head, records.candidates()) == before


def test_check_finds_a_changed_row_a_changed_event_and_a_missing_file(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    files = desk.ports.files
    assert isinstance(files, EncryptedFiles)
    assert check_vault(desk.vault, files) == ()
    with desk.vault.drafting() as records:
        records.connection.execute(text("UPDATE candidate SET body = replace(body, 'Tegwen', 'Tegwyn')"))
    assert any("candidate" in f for f in check_vault(desk.vault, files))
    with desk.vault.drafting() as records:
        records.connection.execute(text("UPDATE candidate SET body = replace(body, 'Tegwyn', 'Tegwen')"))
        records.connection.execute(text("DROP TRIGGER event_no_update"))
        records.connection.execute(text("UPDATE event SET body = replace(body, 'freeze', 'thaw') WHERE sequence > 3"))
    assert any("was changed" in f for f in check_vault(desk.vault, files))
    next((desk.folder / "files").glob(f"*/{sheet.pdf_sha256}.age")).unlink()
    assert any("missing or damaged" in f for f in check_vault(desk.vault, files))


def test_chain_of_a_working_day_holds(desk: Desk) -> None:
    sheet = frozen_sheet(desk)
    for role in (Role.MANAGER, Role.CANDIDATE, Role.ASSESSOR):
        sheet = sign(desk, sheet, role)
    with desk.vault.reading() as records:
        events = records.events()
    assert chain_faults(events) == ()
    assert [s.sequence for s in sheet.signatures] == [e.sequence for e in events if e.verb == "sign sheet"]


def test_models_match_the_migrated_schema(desk: Desk) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with desk.vault.reading() as records:
        context = MigrationContext.configure(
            records.connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables},
        )
        found = [d for d in compare_metadata(context, metadata) if "sqlite_autoindex" not in str(d)]
    assert found == []


def test_drafts_and_files_survive_a_restart(tmp_path: Path) -> None:
    with open_desk(tmp_path / "v") as desk:
        sha256 = desk.ports.files.keep(b"photo")
        with desk.vault.drafting() as records:
            records.put_draft("observation", UUID(int=5), "typed")
        desk.restart()
        assert desk.ports.files.read(sha256) == b"photo"
        with desk.vault.reading() as records:
            assert records.draft("observation", UUID(int=5)) == "typed"


def test_log_is_there_at_every_moment_while_connections_are_renewed_and_the_database_written_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a process killed just then looks like one whose log was stolen."""
    add_candidate(desk, RELIABLE)
    log = desk.folder / f"{DATABASE}-wal"
    dispose, seen = Engine.dispose, []

    def looked_at(engine: Engine, close: bool = True) -> None:
        dispose(engine, close)
        seen.append(log.exists())

    monkeypatch.setattr(Engine, "dispose", looked_at)
    desk.vault.renew_connections()
    desk.vault.rewrite()
    assert seen == [True, True]
    assert log.exists()
    with desk.vault.reading() as records:
        assert records.candidates()
