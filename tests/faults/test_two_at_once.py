"""Two processes: one vault, one program. Four writers at once: every row of each is there, in one unbroken log."""

import os
import subprocess
import sys
import threading
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.errors import KnownError
from assessor_app.domain.events import chain_faults
from assessor_app.domain.ids import uuid7
from assessor_app.domain.people import Candidate
from assessor_app.settings import Paths
from assessor_app.storage.backup import make_backup
from assessor_app.storage.keys import TEST_COST
from assessor_app.storage.vault import DATABASE, connect
from tests.desk import PASSPHRASE, Desk
from tests.faults.stored import stored_home
from tests.faults.table import note

WRITERS = 4


def _write_at_once(desk: Desk, rows: int) -> None:
    troubles: list[BaseException] = []
    begin = threading.Barrier(WRITERS)

    def write(writer: int) -> None:
        try:
            begin.wait()
            for row in range(rows):
                with desk.vault.writing(f"writer {writer}") as records:
                    identity = uuid7(row, bytes([writer]) + os.urandom(9))
                    records.put_candidate(Candidate(id=identity, name=f"{writer} {row}"))
        except BaseException as error:  # noqa: BLE001 (told in the main thread, where it fails the test)
            troubles.append(error)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    with desk.vault.reading() as records:
        names = {c.name for c in records.candidates()}
        events = records.events()
    assert names >= {f"{writer} {row}" for writer in range(WRITERS) for row in range(rows)}
    counted = Counter(e.verb for e in events)
    assert all(counted[f"writer {n}"] == rows for n in range(WRITERS))
    assert chain_faults(events) == ()
    note("Four writers at once", f"{WRITERS} x {rows} rows: all there, log unbroken")


def test_four_writers_at_once_lose_no_row(desk: Desk) -> None:
    _write_at_once(desk, 300)


def test_lost_rows_would_be_noticed(tmp_path: Path) -> None:
    # The control: writers that read, and then write what they read plus one, without BEGIN IMMEDIATE, do lose some.
    key = os.urandom(32)
    first = connect(tmp_path / "plain.db", key)
    first.execute("CREATE TABLE count (n INTEGER)")
    first.execute("INSERT INTO count VALUES (0)")
    first.close()
    refused: list[int] = []
    begin = threading.Barrier(WRITERS)

    def add() -> None:
        db = connect(tmp_path / "plain.db", key)
        begin.wait()
        for _ in range(100):
            number = db.execute("SELECT n FROM count").fetchone()[0]
            try:
                db.execute("UPDATE count SET n = ?", (number + 1,))
            except dbapi2.OperationalError:
                refused.append(1)
        db.close()

    threads = [threading.Thread(target=add) for _ in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    last = connect(tmp_path / "plain.db", key)
    assert last.execute("SELECT n FROM count").fetchone()[0] < WRITERS * 100
    last.close()


def test_second_program_on_the_same_vault_is_refused_and_the_first_goes_on(tmp_path: Path) -> None:
    program = stored_home(tmp_path)
    vault = program.open_vault(PASSPHRASE)
    try:
        code = (
            "import sys; from pathlib import Path; from assessor_app.bootstrap import Bootstrap;"
            "from assessor_app.settings import Paths; from assessor_app.storage.keys import TEST_COST;"
            "from assessor_app.domain.errors import KnownError\n"
            "try: Bootstrap(Paths(home=Path(sys.argv[1])), TEST_COST).open_vault('four plain words here')\n"
            "except KnownError as error: print(error.code)"
        )
        done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
        assert done.stdout == "vault-in-use\n"
        with pytest.raises(KnownError, match="open in another window"):
            Bootstrap(Paths(home=tmp_path), TEST_COST).open_vault(PASSPHRASE)  # nor twice in one process
        assert vault.examine() == ()
    finally:
        vault.close()


SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "cell_size_check": 1,
    "trusted_schema": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "busy_timeout": 10_000,
    "cipher_log_level": "NONE",
    "cipher_use_hmac": "1",
    "cipher_page_size": "4096",
    "cipher_hmac_algorithm": "HMAC_SHA512",
}


def test_every_connection_has_every_setting_of_the_promises(desk: Desk) -> None:
    with desk.vault.reading() as one, desk.vault.reading() as other:
        for records in (one, other):
            found = {name: records.connection.execute(text(f"PRAGMA {name}")).scalar() for name in SETTINGS}
            assert {k: str(v) for k, v in found.items()} == {k: str(v) for k, v in SETTINGS.items()}
    assert desk.vault._engine.hide_parameters


def test_backup_needs_no_log_file_and_says_delete_mode(desk: Desk, tmp_path: Path) -> None:

    made = make_backup(desk.vault, tmp_path / "stick", datetime(2026, 11, 22, tzinfo=UTC))
    db = dbapi2.connect(f"file:{made.folder / DATABASE}?mode=ro&immutable=1", uri=True)
    db.execute(f"PRAGMA key = \"x'{desk.vault.key.hex()}'\"")
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    db.close()
    assert {p.name for p in made.folder.iterdir()} <= {DATABASE, "keys.json", "backup.json", "files"}


def test_error_of_the_database_shows_no_parameter(desk: Desk) -> None:
    with pytest.raises(SQLAlchemyError) as caught, desk.vault.drafting() as records:
        records.connection.execute(text("INSERT INTO draft VALUES (:name, NULL, 1, 'x')"), {"name": "Zephyrine"})
    assert "Zephyrine" not in str(caught.value)
