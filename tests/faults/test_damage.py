"""Many kinds of damage, each done to a whole vault, each named by 'Check my data'; checking itself writes nothing."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.main import run
from assessor_app.cli.passphrase import VARIABLE
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.findings import Finding, FindingCode
from assessor_app.settings import Paths
from assessor_app.storage.backup import make_backup
from assessor_app.storage.keys import TEST_COST, unlock_with_passphrase
from assessor_app.storage.vault import DATABASE, KEYS
from assessor_app.usecases.keep_candidate import remove_samples
from tests.desk import PASSPHRASE
from tests.faults.stored import folder_state, stored_home
from tests.faults.table import note

PAGE = 4096


@dataclass(slots=True)
class Vandal:
    """Damages a closed vault by hand, as another program or a bad disk would."""

    folder: Path
    key: bytes

    def program(self) -> Bootstrap:
        return Bootstrap(Paths(home=self.folder.parent), TEST_COST)

    def sql(self, *statements: str) -> None:
        """Run statements, guards taken away first and put back after."""
        db = dbapi2.connect(str(self.folder / DATABASE), isolation_level=None)
        db.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
        guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement)
        for name, sql in guards:
            if not any(name in s for s in statements):
                db.execute(sql)
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA journal_mode = WAL")
        db.close()

    def bare_sql(self, *statements: str) -> None:
        """Run statements without touching the guards."""
        db = dbapi2.connect(str(self.folder / DATABASE), isolation_level=None)
        db.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
        for statement in statements:
            db.execute(statement)
        db.close()

    def flip(self, path: Path, offset: int) -> None:
        content = bytearray(path.read_bytes())
        content[offset] ^= 0x10
        path.write_bytes(content)

    def page_of(self, table: str) -> int:
        db = dbapi2.connect(str(self.folder / DATABASE))
        db.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        db.close()
        return int(root)

    def file_of(self, query: str) -> Path:
        db = dbapi2.connect(str(self.folder / DATABASE))
        db.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
        sha256 = db.execute(query).fetchone()[0]
        db.close()
        return self.folder / "files" / sha256[:2] / f"{sha256}.age"


EVIDENCE_FILE = (
    "SELECT json_extract(body, '$.file.sha256') FROM evidence WHERE json_extract(body, '$.file') IS NOT NULL"
)
SHEET_FILE = "SELECT json_extract(body, '$.pdf_sha256') FROM sheet_status"
LAST = "(SELECT max(sequence) FROM event)"


def _swap(vandal: Vandal) -> None:
    columns = "utc_ms, hash, body"
    vandal.sql(
        "CREATE TEMP TABLE t AS SELECT * FROM event WHERE sequence IN (7, 8)",
        f"UPDATE event SET ({columns}) = (SELECT {columns} FROM t WHERE t.sequence = 15 - event.sequence) "
        "WHERE sequence IN (7, 8)",
    )


def _reorder_decisions(vandal: Vandal) -> None:
    parent = "(SELECT parent FROM decision GROUP BY parent HAVING count(*) > 2 LIMIT 1)"
    vandal.sql(f"UPDATE decision SET sort = printf('%08d', 9999 - sort) WHERE parent = {parent}")


def _recovery_part(vandal: Vandal) -> None:
    content = json.loads((vandal.folder / KEYS).read_text())
    wrapped = content["recovery"]["wrapped"]
    content["recovery"]["wrapped"] = ("0" if wrapped[0] != "0" else "1") + wrapped[1:]
    (vandal.folder / KEYS).write_text(json.dumps(content, indent=1))


def _sql(*statements: str) -> Callable[[Vandal], None]:
    return lambda vandal: vandal.sql(*statements)


DAMAGES: dict[str, tuple[Callable[[Vandal], None], FindingCode, str]] = {
    "flipped bit in a page": (
        lambda v: v.flip(v.folder / DATABASE, (v.page_of("observation") - 1) * PAGE + 700),
        FindingCode.ENCRYPTION,
        "pages do not hold",
    ),
    "page replaced by zeros": (
        lambda v: _write_at(v.folder / DATABASE, (v.page_of("signature") - 1) * PAGE, bytes(PAGE)),
        FindingCode.ENCRYPTION,
        "pages do not hold",
    ),
    "event edited": (
        _sql('UPDATE event SET body = replace(body, \'"verb":"\', \'"verb":"un\') WHERE sequence = 4'),
        FindingCode.LOG,
        "record 4 was changed",
    ),
    "event deleted": (_sql("DELETE FROM event WHERE sequence = 9"), FindingCode.LOG, "record 9 is missing"),
    "first event deleted": (_sql("DELETE FROM event WHERE sequence = 1"), FindingCode.LOG, "record 1 is missing"),
    "events reordered": (_swap, FindingCode.LOG, "in place of record 7"),
    "event log truncated by one": (
        _sql(f"DELETE FROM event WHERE sequence = {LAST}"),
        FindingCode.LOG_END,
        "but went up to",
    ),
    "event log emptied": (_sql("DELETE FROM event"), FindingCode.LOG_END, "ends at record 0"),
    "event made unreadable": (
        _sql("UPDATE event SET body = '{' WHERE sequence = 5"),
        FindingCode.LOG_UNREADABLE,
        "record 5 is unreadable",
    ),
    "event's own time changed": (
        _sql("UPDATE event SET utc_ms = utc_ms - 86400000 WHERE sequence = 6"),
        FindingCode.LOG,
        "in place of record 6",
    ),
    "record's body changed": (
        _sql(
            "UPDATE candidate SET body = replace(body, 'Ltd', 'plc'), parent = '' WHERE 1",
            'UPDATE candidate SET body = replace(body, \'"name":"\', \'"name":"X\') WHERE rowid = 1',
        ),
        FindingCode.RECORD_CHANGED,
        "A candidate",
    ),
    "record's hash changed": (
        _sql(
            "UPDATE observation SET sha256 = replace(sha256, substr(sha256, 1, 1), 'f') WHERE rowid = 2",
            "UPDATE observation SET sha256 = '0' || substr(sha256, 2) WHERE rowid = 1",
        ),
        FindingCode.RECORD_CHANGED,
        "A observation",
    ),
    "record made unreadable": (
        _sql("UPDATE observation SET body = '{' WHERE rowid = 1"),
        FindingCode.RECORD_UNREADABLE,
        "Observation cannot be read",
    ),
    "record made unreadable, with a hash that fits": (
        _sql(
            "UPDATE decision SET body = '{', sha256 = "
            "'021fb596db81e6d02bf3d2586ee3981fe519f275c0ac9ca76bbcf2ebb4097d96' WHERE rowid = 1"
        ),
        FindingCode.RECORD_UNLOGGED,
        "A decision",
    ),
    "search's inner index emptied": (
        lambda v: v.bare_sql("DELETE FROM search_idx", "DELETE FROM search_data WHERE id > 100"),
        FindingCode.SEARCH,
        "search index is damaged",
    ),
    "record removed": (
        _sql("DELETE FROM evidence WHERE rowid = (SELECT min(rowid) FROM evidence)"),
        FindingCode.RECORD_MISSING,
        "A evidence",
    ),
    "record added": (
        _sql(
            "INSERT INTO not_signed SELECT 'x', 'y', 'z', 1, '0001', "
            "'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a', '{}'"
        ),
        FindingCode.RECORD_UNLOGGED,
        "does not know it",
    ),
    "record put back as it was before": (
        lambda v: _put_back_an_old_judgement(v),
        FindingCode.RECORD_UNLOGGED,
        "not what the event log says",
    ),
    "record moved to somebody else": (
        _sql(
            "UPDATE observation SET parent = (SELECT max(id) FROM candidate) WHERE rowid = 1",
            "UPDATE observation SET parent = (SELECT min(id) FROM candidate) WHERE rowid = 2",
        ),
        FindingCode.RECORD_MISPLACED,
        "moved to another place",
    ),
    "decisions reordered": (_reorder_decisions, FindingCode.RECORD_MISPLACED, "order of a decision"),
    "decision deleted": (
        _sql("DELETE FROM decision WHERE rowid = 3"),
        FindingCode.RECORD_MISSING,
        "A decision",
    ),
    "signature removed": (_sql("DELETE FROM signature WHERE rowid = 1"), FindingCode.RECORD_MISSING, "A signature"),
    "sheet's state changed": (
        _sql("UPDATE sheet_status SET body = replace(body, 'frozen', 'sealed')"),
        FindingCode.RECORD_CHANGED,
        "A sheet status",
    ),
    "evidence file missing": (lambda v: v.file_of(EVIDENCE_FILE).unlink(), FindingCode.FILE_MISSING, "evidence E"),
    "evidence file changed": (
        lambda v: v.flip(v.file_of(EVIDENCE_FILE), 900),
        FindingCode.FILE_CHANGED,
        "evidence E",
    ),
    "sheet's PDF missing": (lambda v: v.file_of(SHEET_FILE).unlink(), FindingCode.FILE_MISSING, "sheet "),
    "sheet's PDF replaced by another of the vault": (
        lambda v: shutil.copy(v.file_of(EVIDENCE_FILE), v.file_of(SHEET_FILE)),
        FindingCode.FILE_CHANGED,
        "sheet ",
    ),
    "sheet's PDF cut short": (
        lambda v: v.file_of(SHEET_FILE).write_bytes(v.file_of(SHEET_FILE).read_bytes()[:-500]),
        FindingCode.FILE_CHANGED,
        "sheet ",
    ),
    "progress wrong": (
        _sql("UPDATE progress SET met = met + 1 WHERE rowid = 1"),
        FindingCode.PROGRESS,
        "count of progress",
    ),
    "progress row deleted": (_sql("DELETE FROM progress WHERE rowid = 1"), FindingCode.PROGRESS, "is wrong"),
    "search index out of step": (
        _sql("DELETE FROM search WHERE rowid = (SELECT min(rowid) FROM search)"),
        FindingCode.SEARCH,
        "search index",
    ),
    "index dropped": (
        lambda v: v.bare_sql("DROP INDEX evidence_by_parent"),
        FindingCode.INDEX,
        "evidence_by_parent",
    ),
    "guard dropped": (
        lambda v: v.bare_sql("DROP TRIGGER signature_no_update"),
        FindingCode.TRIGGER,
        "signature_no_update",
    ),
    "guard made harmless": (
        lambda v: v.bare_sql(
            "DROP TRIGGER event_no_delete",
            "CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT 1; END",
        ),
        FindingCode.SCHEMA,
        "event_no_delete",
    ),
    "trigger added": (
        lambda v: v.bare_sql("CREATE TRIGGER sly AFTER INSERT ON draft BEGIN DELETE FROM stroke; END"),
        FindingCode.SCHEMA_ADDED,
        "sly",
    ),
    "table dropped": (lambda v: v.bare_sql("DROP TABLE stroke"), FindingCode.TABLE, "stroke"),
    "draft unreadable": (_sql("UPDATE draft SET body = '{\"par'"), FindingCode.DRAFT, "draft"),
    "device key taken out": (
        _sql("DELETE FROM secret WHERE name = 'device key'"),
        FindingCode.DEVICE_KEY,
        "seals signatures",
    ),
    "recovery part of the key file changed": (_recovery_part, FindingCode.KEYS, "key file"),
}


NAMED: set[str] = set()  # filled by the tests below, told by `test_count_of_damages`


def _write_at(path: Path, offset: int, data: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[offset : offset + len(data)] = data
    path.write_bytes(content)


def _put_back_an_old_judgement(vandal: Vandal) -> None:
    body = "{}"
    sha256 = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    vandal.sql(f"UPDATE judgement SET body = '{body}', sha256 = '{sha256}'")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stored vault, opened once by the present program, its passphrase set anew so that its key file is sealed."""
    home = tmp_path_factory.mktemp("sound")
    program = stored_home(home)
    vault = program.open_vault(PASSPHRASE)
    vault.set_pin("4711")  # an event, so that the log's end is on record
    vault.change_passphrase(PASSPHRASE)
    assert vault.examine() == ()
    vault.close()
    return home


@pytest.fixture
def vandal(sound: Path, tmp_path: Path) -> Vandal:
    shutil.copytree(sound, tmp_path / "home")
    folder = tmp_path / "home" / "vault"
    return Vandal(folder, unlock_with_passphrase(folder / KEYS, PASSPHRASE, allow_test_cost=True))


def _examine(vandal: Vandal) -> tuple[Finding, ...]:
    vault = vandal.program().open_vault(PASSPHRASE)
    try:
        return vault.examine()
    finally:
        vault.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_named_with_what_is_safe_and_what_to_do(vandal: Vandal, damage: str) -> None:
    act, code, words = DAMAGES[damage]
    act(vandal)
    found = _examine(vandal)
    assert any(f.code is code and words in f.what for f in found), found
    NAMED.add(damage)
    assert all(f.safe.endswith(".") and f.advice.endswith(".") and f.command for f in found)


def test_count_of_damages() -> None:
    assert len(DAMAGES) >= 20
    if NAMED:  # not where this test runs by itself
        note("Check my data: kinds of damage named", f"{len(NAMED)} of {len(DAMAGES)}")


def test_sound_vault_has_no_findings(vandal: Vandal) -> None:
    # The control of all above: the same copy, not damaged.
    assert _examine(vandal) == ()


def test_writes_lost_with_the_log_file_after_a_crash_are_named(sound: Path, tmp_path: Path) -> None:
    shutil.copytree(sound, tmp_path / "home")
    code = (
        "import os, sys; from pathlib import Path; from assessor_app.bootstrap import Bootstrap;"
        "from assessor_app.settings import Paths; from assessor_app.storage.keys import TEST_COST;"
        "v = Bootstrap(Paths(home=Path(sys.argv[1])), TEST_COST).open_vault('four plain words here');"
        "v.set_pin('1234'); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "home")], check=False)
    folder = tmp_path / "home" / "vault"
    assert (folder / f"{DATABASE}-wal").stat().st_size > 0
    vandal = Vandal(folder, b"")
    shutil.copytree(tmp_path / "home", tmp_path / "kept")
    assert _examine(Vandal(tmp_path / "kept" / "vault", b"")) == ()  # with its log file nothing is lost
    (folder / f"{DATABASE}-wal").unlink()
    assert [f.code for f in _examine(vandal)] == [FindingCode.LAST_WRITES]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda v: v.flip(v.folder / DATABASE, 20),
        lambda v: (v.folder / DATABASE).write_bytes(b""),
        lambda v: (v.folder / KEYS).write_text("{}"),
        lambda v: (v.folder / DATABASE).unlink(),
    ],
    ids=["first page flipped", "database empty", "key file empty", "database missing"],
)
def test_vault_that_cannot_open_says_so_in_words(vandal: Vandal, spoil: Callable[[Vandal], None]) -> None:
    spoil(vandal)
    before = folder_state(vandal.folder)
    with pytest.raises(KnownError) as caught:
        _examine(vandal)
    assert caught.value.safe
    assert caught.value.advice
    assert folder_state(vandal.folder) == before


def test_truncated_database_does_not_open_or_is_named(vandal: Vandal) -> None:
    content = (vandal.folder / DATABASE).read_bytes()
    (vandal.folder / DATABASE).write_bytes(content[: len(content) // 2 // PAGE * PAGE])
    try:
        found = _examine(vandal)
    except KnownError as error:
        assert error.code in ("vault-unopened", "record-unreadable")  # noqa: PT017 (either way out is good)
        return
    assert found


def test_checking_and_backing_up_write_nothing_into_the_vault(vandal: Vandal, tmp_path: Path) -> None:

    before = folder_state(vandal.folder)
    vault = vandal.program().open_vault(PASSPHRASE)
    assert vault.examine() == ()
    make_backup(vault.vault, tmp_path / "stick", datetime.now(UTC))
    vault.close()
    assert folder_state(vandal.folder) == before
    # The control: something that does write is seen.
    vault = vandal.program().open_vault(PASSPHRASE)
    vault.set_pin("9999")
    vault.close()
    assert folder_state(vandal.folder) != before


@pytest.mark.parametrize(
    "damage", ["search's inner index emptied", "search index out of step", "progress wrong", "progress row deleted"]
)
def test_what_is_derived_from_the_records_is_mended_from_the_command_line(
    vandal: Vandal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "passphrase"))
    DAMAGES[damage][0](vandal)
    home = vandal.folder.parent
    command = ["--home", str(home), "vault", "check"]
    for arguments, code in (
        (command, ExitCode.NOT_GOOD),
        ([*command, "--mend"], ExitCode.GOOD),
        (command, ExitCode.GOOD),
    ):
        assert run(arguments, lambda h: Bootstrap(Paths(home=h or home), TEST_COST)) is code


def test_creation_that_fails_takes_no_file_away_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "vault" / "files" / "ab" / "old.age"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"of an older vault")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assessor_app.storage.vault.migrate", fail)
    program = Bootstrap(Paths(home=tmp_path), TEST_COST)
    with pytest.raises(KnownError, match="could not be made"):
        program.create_vault(PASSPHRASE)
    assert kept.read_bytes() == b"of an older vault"
    assert not program.vault_exists()
    monkeypatch.undo()
    program.create_vault(PASSPHRASE)[0].close()


def test_removed_samples_leave_no_finding(vandal: Vandal) -> None:
    vault = vandal.program().open_vault(PASSPHRASE)
    try:
        assert remove_samples(vault.ports) > 0
        assert vault.examine() == ()
    finally:
        vault.close()


def test_any_destroyed_page_is_named_or_keeps_the_vault_closed(tmp_path: Path) -> None:
    named, refused = 0, set()
    whole = stored_home(tmp_path / "whole")
    database = whole.paths.vault / DATABASE
    sound = database.read_bytes()
    for page in range(1, len(sound) // PAGE, 5):
        database.write_bytes(sound[: page * PAGE] + b"\xa5" * PAGE + sound[(page + 1) * PAGE :])
        for beside in database.parent.glob(f"{DATABASE}-*"):
            beside.unlink()
        try:
            vault = whole.open_vault(PASSPHRASE)
        except KnownError as error:
            refused.add((page, error.code))
            continue
        try:
            assert [f.code for f in vault.examine()] == [FindingCode.ENCRYPTION], page
            named += 1
        finally:
            vault.close()
    assert {code for _, code in refused} <= {"vault-damaged", "vault-unopened", "record-unreadable"}, refused
    assert named > len(refused)
    words = f"{named + len(refused)} pages one by one: {named} named by the check, {len(refused)} kept the vault shut"
    note("Any page destroyed", words)
