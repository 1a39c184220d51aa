"""Checks and backups say how far they are, stop when they are told, and end before the vault is closed."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from assessor_app.domain.errors import KnownError
from assessor_app.domain.findings import Finding
from assessor_app.domain.watch import STOPPED, Watch
from assessor_app.storage import vault as vault_module
from assessor_app.storage.backup import list_backups, make_backup, restore_backup
from assessor_app.storage.check import examine_vault
from assessor_app.storage.files import EncryptedFiles
from assessor_app.storage.lock import VaultLock
from assessor_app.storage.stopping import stopping
from assessor_app.storage.vault import DATABASE
from tests.desk import RELIABLE, Desk, add_candidate

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PATIENCE_S = 60


class Reached:
    """A watch that waits at its first step until it is let go on."""

    def __init__(self) -> None:
        self.there, self.go_on = threading.Event(), threading.Event()
        self.watch = Watch(progress=self._progress)

    def _progress(self, done: int, total: int) -> None:
        self.there.set()
        assert self.go_on.wait(PATIENCE_S)


def files_of(desk: Desk) -> EncryptedFiles:
    assert isinstance(desk.ports.files, EncryptedFiles)
    return desk.ports.files


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(max_workers=1) as pool:
        yield pool


@pytest.fixture
def full(desk: Desk) -> Desk:
    add_candidate(desk, RELIABLE)
    with desk.vault.writing("keep a file") as records:
        records.put_secret("padding", bytes(200_000))
    return desk


def code_of(ended: "Future[object]") -> str:
    error = ended.exception(PATIENCE_S)
    assert isinstance(error, KnownError)
    return error.code


def test_check_counts_every_page_twice_and_ends_at_all(full: Desk) -> None:
    steps: list[tuple[int, int]] = []
    assert examine_vault(full.vault, files_of(full), Watch(progress=lambda d, a: steps.append((d, a)))) == ()
    with full.vault.reading() as records:
        pages = records.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    assert [done for done, _ in steps] == sorted({done for done, _ in steps})
    assert {total for _, total in steps} == {2 * pages}
    assert steps[-1] == (2 * pages, 2 * pages)
    assert len(steps) > pages


@pytest.mark.parametrize("after", [0, 1, 20, 1_000_000])
def test_check_when_told_stops_and_the_vault_goes_on(full: Desk, after: int) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    watch = Watch(cancelled=cancelled)
    if after == 1_000_000:  # the control: never reached
        assert examine_vault(full.vault, files_of(full), watch) == ()
    else:
        with pytest.raises(KnownError) as caught:
            examine_vault(full.vault, files_of(full), watch)
        assert caught.value.code == STOPPED
        assert len(asked) <= after + 2
    assert examine_vault(full.vault, files_of(full)) == ()


def test_long_statement_ends_when_told_and_not_before() -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {}) SELECT count(*) FROM n"
    db = dbapi2.connect(":memory:")
    try:
        with stopping(db, Watch()):
            assert db.execute(endless.format(100_000)).fetchone() == (100_000,)
        end = time.monotonic() + 0.2
        with pytest.raises(KnownError) as caught, stopping(db, Watch(cancelled=lambda: time.monotonic() > end)):
            db.execute(endless.format(10**15)).fetchone()
        assert caught.value.code == STOPPED
        assert db.execute(endless.format(100_000)).fetchone() == (100_000,)
    finally:
        db.close()


@pytest.mark.parametrize("kind", ["check", "backup"])
def test_closing_stops_what_is_under_way_and_waits_for_it(
    full: Desk, worker: ThreadPoolExecutor, tmp_path: Path, kind: str
) -> None:
    reached = Reached()
    ended: Future[object] = worker.submit(_act(full, reached.watch, tmp_path, kind))
    assert reached.there.wait(PATIENCE_S)
    closing = threading.Thread(target=full.vault.close)
    closing.start()
    closing.join(0.3)
    assert closing.is_alive()  # it waits
    assert not ended.done()
    reached.go_on.set()
    closing.join(PATIENCE_S)
    assert not closing.is_alive()
    assert code_of(ended) == STOPPED
    VaultLock.take(full.folder).release()
    assert not list(tmp_path.glob("stick/.*"))


def _act(desk: Desk, watch: Watch, tmp_path: Path, kind: str) -> "object":
    files = files_of(desk)
    if kind == "check":
        return lambda: examine_vault(desk.vault, files, watch)
    return lambda: make_backup(desk.vault, tmp_path / "stick", NOON, watch)


def test_restore_while_a_check_does_not_end_is_refused_and_goes_through_afterwards(
    full: Desk, worker: ThreadPoolExecutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_backup(full.vault, tmp_path / "stick", NOON)
    key = full.vault.key
    monkeypatch.setattr(vault_module, "CLOSING_WAIT_S", 0.05)
    reached = Reached()
    ended: Future[tuple[Finding, ...]] = worker.submit(lambda: examine_vault(full.vault, files_of(full), reached.watch))
    assert reached.there.wait(PATIENCE_S)
    full.vault.close()  # gives up waiting
    assert full.vault.key == b""
    before = (full.folder / DATABASE).read_bytes()
    with pytest.raises(KnownError) as caught:
        restore_backup(made.folder, full.folder, key, NOON)
    assert caught.value.code == "restore-in-use"
    assert (full.folder / DATABASE).read_bytes() == before
    assert not list(full.folder.parent.glob("*before-restore*"))
    reached.go_on.set()
    assert code_of(ended) == STOPPED  # type: ignore[arg-type]
    assert restore_backup(made.folder, full.folder, key, NOON) is not None


def test_restore_while_the_vault_is_open_is_refused(full: Desk, tmp_path: Path) -> None:
    made = make_backup(full.vault, tmp_path / "stick", NOON)
    with pytest.raises(KnownError) as caught:
        restore_backup(made.folder, full.folder, full.vault.key, NOON)
    assert caught.value.code == "restore-in-use"


def test_closed_vault_lets_nothing_begin(full: Desk, tmp_path: Path) -> None:
    vault = full.vault
    vault.close()
    vault.close()
    for begin in (vault.reading, vault.drafting, lambda: vault.writing("x")):
        with pytest.raises(KnownError) as caught, begin():
            pass
        assert caught.value.code == "vault-closed"


@pytest.mark.parametrize("after", [0, 3, 1_000_000])
def test_backup_when_told_stops_and_leaves_nothing_half_made(full: Desk, tmp_path: Path, after: int) -> None:
    full.ports.files.keep(bytes(3_000_000))
    first = make_backup(full.vault, tmp_path / "stick", NOON)
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > after

    later = NOON.replace(hour=13)
    if after == 1_000_000:  # the control
        made = make_backup(full.vault, tmp_path / "stick", later, Watch(cancelled=cancelled))
        assert len(asked) > 3
        assert list_backups(tmp_path / "stick", full.vault.key) == (made, first)
        return
    with pytest.raises(KnownError) as caught:
        make_backup(full.vault, tmp_path / "stick", later, Watch(cancelled=cancelled))
    assert caught.value.code == STOPPED
    assert [p.name for p in (tmp_path / "stick").iterdir()] == [first.folder.name]


def test_backup_counts_bytes_up_to_all(full: Desk, tmp_path: Path) -> None:
    full.ports.files.keep(bytes(3_000_000))
    steps: list[tuple[int, int]] = []
    make_backup(full.vault, tmp_path / "stick", NOON, Watch(progress=lambda d, a: steps.append((d, a))))
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1][0] == steps[-1][1] > 3_000_000
    assert len(steps) > 4
