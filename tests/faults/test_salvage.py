"""A vault with destroyed pages gives back what is readable, says what it lost, and is itself only read."""

import json
import random
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from sqlcipher3 import dbapi2

from assessor_app.bootstrap import Bootstrap
from assessor_app.cli.main import run
from assessor_app.cli.passphrase import VARIABLE
from assessor_app.domain.errors import ExitCode, KnownError
from assessor_app.domain.evidence import ALL_VARCS, EvidenceItem
from assessor_app.domain.findings import FindingCode
from assessor_app.domain.judging import Decision, Verdict
from assessor_app.domain.observations import Observation, Paragraph
from assessor_app.settings import Paths
from assessor_app.storage import vault as vault_module
from assessor_app.storage.check_records import RECORD_TABLES
from assessor_app.storage.keys import TEST_COST, unlock_with_passphrase
from assessor_app.storage.pages import PAGE, EncryptedPages, FoundRow
from assessor_app.storage.vault import DATABASE, KEYS, SCHEMA_VERSION
from tests.desk import OPERATIONS, PASSPHRASE, RELIABLE, add_candidate, enrolment_of, open_desk, refs
from tests.faults.stored import FORMATS, folder_state, stored_home, what_is_found
from tests.faults.table import note

PEOPLE = 110
SHARE = 0.03
TABLES = (*(t.name for t in RECORD_TABLES), "event", "draft", "stroke", "secret")
WORDS = [
    "greeted",
    "customer",
    "asked",
    "order",
    "till",
    "returned",
    "goods",
    "manager",
    "parcel",
    "noted",
    "explained",
    "waited",
    "smiled",
    "receipt",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """A vault of some thousand rows, closed."""

    home: Path
    key: bytes
    rows: dict[str, set[object]]

    @property
    def count(self) -> int:
        return sum(map(len, self.rows.values()))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Large:
    home = tmp_path_factory.mktemp("large")
    chance = random.Random(1)
    with open_desk(home / "vault") as desk:
        for number in range(PEOPLE):
            candidate = add_candidate(desk, RELIABLE, OPERATIONS, name=f"Candidate {number}")
            enrolment = enrolment_of(desk, candidate, RELIABLE)
            criteria = refs(enrolment)
            with desk.vault.writing("record observation") as records:
                for visit in range(4):
                    text = " ".join(chance.choices(WORDS, k=chance.randint(40, 260)))
                    seen = Observation(
                        id=desk.ports.new_id(),
                        candidate=candidate,
                        number=visit,
                        title=f"Visit {visit}",
                        day=desk.ports.now().local_date,
                        start="10:00",
                        place="Shop",
                        paragraphs=(Paragraph(time="10:01", text=text, criteria=criteria[:3]),),
                    )
                    records.put_observation(seen)
            for item in range(6):
                with desk.vault.writing("add evidence") as records:
                    records.put_evidence(
                        EvidenceItem(
                            id=desk.ports.new_id(),
                            candidate=candidate,
                            number=item,
                            title=f"Item {item}",
                            dated=desk.ports.now().local_date,
                            varcs=ALL_VARCS,
                        )
                    )
            with desk.vault.writing("mark criteria") as records:
                for ref in criteria:
                    at = desk.ports.now()
                    decision = Decision(
                        id=desk.ports.new_id(), criterion=ref, verdict=Verdict.MET, reason="", by="R", at=at
                    )
                    records.add_decision(decision)
        key = desk.vault.key
    return Large(home=home, key=key, rows=_rows(home / "vault", key))


def _open(folder: Path, key: bytes) -> dbapi2.Connection:
    db = dbapi2.connect(str(folder / DATABASE))
    db.execute("PRAGMA cipher_log_level = NONE")
    db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return db


def _rows(folder: Path, key: bytes) -> dict[str, set[object]]:
    """Every row of every table that holds what people made."""
    db = _open(folder, key)
    rows = {table: set(db.execute(f"SELECT * FROM {table}")) for table in TABLES}
    db.close()
    return rows


def _destroy(folder: Path, numbers: Iterable[int], chance: random.Random) -> None:
    with (folder / DATABASE).open("r+b") as file:
        for number in numbers:
            file.seek((number - 1) * PAGE)
            file.write(chance.randbytes(PAGE))


def _some_pages(folder: Path, chance: random.Random) -> list[int]:
    count = (folder / DATABASE).stat().st_size // PAGE
    return chance.sample(range(1, count + 1), max(1, round(count * SHARE)))


def _naive_dump(folder: Path, key: bytes) -> int:
    """What a plain dump of each table gives until its first error."""
    read = 0
    for table in TABLES:
        db = _open(folder, key)
        with suppress(dbapi2.DatabaseError):
            for _ in db.execute(f"SELECT * FROM {table}"):
                read += 1
        db.close()
    return read


def _share_back(large: Large, home: Path, seed: int) -> tuple[float, float]:
    """Destroy pages, salvage; the shares that came back, and that a plain dump gave."""
    chance = random.Random(seed)
    shutil.copytree(large.home / "vault", home / "vault")
    _destroy(home / "vault", _some_pages(home / "vault", chance), chance)
    naive = _naive_dump(home / "vault", large.key)
    for beside in ("-wal", "-shm"):
        (home / "vault" / f"{DATABASE}{beside}").unlink(missing_ok=True)
    before = folder_state(home / "vault")
    program = Bootstrap(Paths(home=home), TEST_COST)
    report = program.salvage(home / "new", PASSPHRASE)
    assert folder_state(home / "vault") == before
    back = _rows(home / "new" / "vault", large.key)
    same = sum(len(large.rows[table] & back[table]) for table in TABLES)
    assert report.broken_pages > 0
    assert not report.is_complete
    vault = Bootstrap(Paths(home=home / "new"), TEST_COST).open_vault(PASSPHRASE)
    try:
        findings = vault.examine()
        with vault.ports.store.reading() as records:
            records.caseload()
            for candidate in records.candidates():
                records.observations_of(candidate.id)
    finally:
        vault.close()
    codes = {f.code for f in findings}
    assert not codes & {FindingCode.DATABASE, FindingCode.ENCRYPTION, FindingCode.SEARCH, FindingCode.PROGRESS}
    gaps = sum(last - first + 1 for first, last in report.log_gaps)
    assert gaps == next(t.lost for t in report.tables if t.name == "event")
    assert (FindingCode.LOG in codes) is bool(gaps)
    return same / large.count, naive / large.count


def _salvage_many(large: Large, tmp_path: Path, seeds: Iterable[int]) -> tuple[list[float], list[float]]:
    back, naive = [], []
    for seed in seeds:
        share, plain = _share_back(large, tmp_path / str(seed), seed)
        shutil.rmtree(tmp_path / str(seed))
        back.append(share)
        naive.append(plain)
        assert share >= 0.93, f"seed {seed}: only {share:.1%} came back"
    assert sum(back) / len(back) >= 0.95
    assert sum(naive) / len(naive) < 0.6  # the control: without the page reader far less comes back
    return back, naive


def _note(large: Large, back: list[float], naive: list[float], seed: int | None) -> None:
    words = (
        f"of {large.count} rows {sum(back) / len(back):.1%} came back (least {min(back):.1%}, {len(back)} vaults); "
        f"a plain dump gave {sum(naive) / len(naive):.1%}"
    )
    note("Salvage: 3 % of pages destroyed", words, seed=seed)


def test_at_least_ninety_five_of_a_hundred_rows_come_back(large: Large, tmp_path: Path) -> None:
    back, naive = _salvage_many(large, tmp_path, range(6))
    _note(large, back, naive, 0)


@pytest.mark.soak
def test_at_least_ninety_five_of_a_hundred_rows_come_back_from_a_hundred_vaults(large: Large, tmp_path: Path) -> None:
    first = random.SystemRandom().randrange(10**6)
    print(f"first seed {first}")
    back, naive = _salvage_many(large, tmp_path, range(first, first + 100))
    _note(large, back, naive, first)


def test_sound_vault_comes_back_whole(large: Large, tmp_path: Path) -> None:
    # Also the proof that the page reader reads what SQLite reads.
    report = Bootstrap(Paths(home=large.home), TEST_COST).salvage(tmp_path / "new", PASSPHRASE)
    assert report.is_complete, report.lines
    back = _rows(tmp_path / "new" / "vault", large.key)
    for table in TABLES:
        changed = {row for row in large.rows[table] - back[table] if row[0] != "event log end"}  # type: ignore[index]
        assert not changed, table


def test_stored_vault_with_sealed_sheets_comes_back_whole(tmp_path: Path) -> None:
    program = stored_home(tmp_path)
    report = program.salvage(tmp_path / "new", PASSPHRASE)
    assert report.is_complete, report.lines
    vault = Bootstrap(Paths(home=tmp_path / "new"), TEST_COST).open_vault(PASSPHRASE)
    try:
        assert vault.examine() == ()
        with vault.ports.store.reading() as records:
            sealed = records.sheet(UUID(what_is_found()["sealed"]))
        assert vault.ports.files.read(sealed.pdf_sha256).startswith(b"%PDF")
    finally:
        vault.close()


@pytest.mark.parametrize("format_", FORMATS)
def test_stored_vault_of_each_format_comes_back_whole_and_in_the_present_one(tmp_path: Path, format_: str) -> None:
    program = stored_home(tmp_path, format_)
    report = program.salvage(tmp_path / "new", PASSPHRASE)
    assert report.is_complete, report.lines
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == ["vault"]
    key = unlock_with_passphrase(tmp_path / "new" / "vault" / KEYS, PASSPHRASE, allow_test_cost=True)
    db = _open(tmp_path / "new" / "vault", key)
    assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [(SCHEMA_VERSION,)]
    db.close()
    vault = Bootstrap(Paths(home=tmp_path / "new"), TEST_COST).open_vault(PASSPHRASE)
    try:
        assert vault.examine() == ()
        with vault.ports.store.reading() as records:
            assert len(records.candidates()) == what_is_found(format_)["candidates"]
            sealed = records.sheet(UUID(what_is_found(format_)["sealed"]))
        assert vault.ports.files.read(sealed.pdf_sha256).startswith(b"%PDF")
    finally:
        vault.close()


_LATER_FORMAT = """
from alembic import op
from sqlalchemy import Column, Text

revision, down_revision, branch_labels, depends_on = "0003", "0002", None, None


def upgrade() -> None:
    op.execute("UPDATE draft SET utc_ms = utc_ms + 1000000")  # changes data
    op.add_column("stroke", Column("note", Text, server_default="of old"))
"""


@pytest.mark.parametrize("destroyed", [False, True])
def test_rows_of_an_old_format_are_changed_as_its_migrations_change_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, destroyed: bool
) -> None:
    program = stored_home(tmp_path, FORMATS[0])
    key = unlock_with_passphrase(tmp_path / "vault" / KEYS, PASSPHRASE, allow_test_cost=True)
    db = _open(tmp_path / "vault", key)
    before = dict(db.execute("SELECT id, utc_ms FROM draft").fetchall())
    strokes = db.execute("SELECT count(*) FROM stroke").fetchone()[0]
    page = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'progress'").fetchone()[0]
    db.close()
    assert before
    assert strokes
    if destroyed:
        _destroy(tmp_path / "vault", [page], random.Random(3))
    later = tmp_path / "migrations"
    shutil.copytree(vault_module.MIGRATIONS, later)
    (later / "versions" / "v0003_later.py").write_text(_LATER_FORMAT, encoding="utf-8")
    monkeypatch.setattr(vault_module, "MIGRATIONS", later)
    monkeypatch.setattr(vault_module, "SCHEMA_VERSION", "0003")
    program.salvage(tmp_path / "new", PASSPHRASE)
    db = _open(tmp_path / "new" / "vault", key)
    try:
        assert dict(db.execute("SELECT id, utc_ms FROM draft")) == {k: ms + 1_000_000 for k, ms in before.items()}
        assert db.execute("SELECT count(*), min(note) FROM stroke").fetchone() == (strokes, "of old")
        assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [("0003",)]
    finally:
        db.close()


def test_vault_of_a_newer_program_is_not_salvaged_but_named(tmp_path: Path) -> None:
    program = stored_home(tmp_path)
    key = unlock_with_passphrase(tmp_path / "vault" / KEYS, PASSPHRASE, allow_test_cost=True)
    db = _open(tmp_path / "vault", key)
    db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.commit()
    db.close()
    with pytest.raises(KnownError) as caught:
        program.salvage(tmp_path / "new", PASSPHRASE)
    assert caught.value.code == "vault-newer"


def test_last_writes_that_stand_only_in_the_write_ahead_log_come_back(tmp_path: Path) -> None:
    with open_desk(tmp_path / "vault") as desk:
        add_candidate(desk, RELIABLE, name="Only in the log")
        assert (tmp_path / "vault" / f"{DATABASE}-wal").stat().st_size > 0
        shutil.copytree(tmp_path / "vault", tmp_path / "crashed" / "vault")
    before = folder_state(tmp_path / "crashed")
    program = Bootstrap(Paths(home=tmp_path / "crashed"), TEST_COST)
    assert program.salvage(tmp_path / "new", PASSPHRASE).is_complete
    assert folder_state(tmp_path / "crashed") == before
    vault = Bootstrap(Paths(home=tmp_path / "new"), TEST_COST).open_vault(PASSPHRASE)
    try:
        with vault.ports.store.reading() as records:
            assert [c.name for c in records.candidates()] == ["Only in the log"]
    finally:
        vault.close()


def _first_page(folder: Path, key: bytes, table: str) -> int:
    db = _open(folder, key)
    root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    db.close()
    return int(root)


@pytest.mark.parametrize("table", ["observation", "event", "decision", "candidate", "sqlite_master"])
def test_table_whose_first_page_is_destroyed_comes_back_from_its_other_pages(
    large: Large, tmp_path: Path, table: str
) -> None:
    shutil.copytree(large.home / "vault", tmp_path / "vault")
    page = 1 if table == "sqlite_master" else _first_page(tmp_path / "vault", large.key, table)
    content = bytearray((tmp_path / "vault" / DATABASE).read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    (tmp_path / "vault" / DATABASE).write_bytes(content)
    Bootstrap(Paths(home=tmp_path), TEST_COST).salvage(tmp_path / "new", PASSPHRASE)
    back = _rows(tmp_path / "new" / "vault", large.key)
    same = sum(len(large.rows[t] & back[t]) for t in TABLES)
    assert same / large.count > 0.99


def test_candidate_whose_record_is_lost_has_the_name_back_from_the_search_index(tmp_path: Path) -> None:
    with open_desk(tmp_path / "vault") as desk:
        candidate = add_candidate(desk, RELIABLE, name="Tegwen Morris")
        key = desk.vault.key
    page = _first_page(tmp_path / "vault", key, "candidate")
    _destroy(tmp_path / "vault", [page], random.Random(3))
    report = Bootstrap(Paths(home=tmp_path), TEST_COST).salvage(tmp_path / "new", PASSPHRASE)
    assert next(t for t in report.tables if t.name == "candidate").lost == 1
    vault = Bootstrap(Paths(home=tmp_path / "new"), TEST_COST).open_vault(PASSPHRASE)
    try:
        with vault.ports.store.reading() as records:
            assert records.candidate(candidate).name == "Tegwen Morris"
            assert [row.name for row in records.caseload()] == ["Tegwen Morris"]
    finally:
        vault.close()


@pytest.mark.parametrize("table", ["sheet_status", "unit", "enrolment", "profile", "signature", "secret"])
def test_what_has_lost_its_counterpart_is_still_shown(tmp_path: Path, table: str) -> None:
    program = stored_home(tmp_path)
    key = unlock_with_passphrase(tmp_path / "vault" / KEYS, PASSPHRASE, allow_test_cost=True)
    _destroy(tmp_path / "vault", [_first_page(tmp_path / "vault", key, table)], random.Random(4))
    report = program.salvage(tmp_path / "new", PASSPHRASE)
    assert not report.is_complete
    vault = Bootstrap(Paths(home=tmp_path / "new"), TEST_COST).open_vault(PASSPHRASE)
    try:
        with vault.ports.store.reading() as records:
            sheets = records.sheets()
            records.caseload()
            records.recent_observations(50)
        live = [s for s in sheets if s.state.is_live]
        assert len({s.subject for s in live}) == len(live)
    finally:
        vault.close()


def test_files_open_though_the_page_with_their_key_is_destroyed(tmp_path: Path) -> None:
    program = stored_home(tmp_path)
    program.open_vault(PASSPHRASE).close()  # the first opening keeps a second copy beside the wrapped vault key
    key = unlock_with_passphrase(tmp_path / "vault" / KEYS, PASSPHRASE, allow_test_cost=True)
    _destroy(tmp_path / "vault", [_first_page(tmp_path / "vault", key, "secret")], random.Random(9))
    report = program.salvage(tmp_path / "new", PASSPHRASE)
    assert report.files_lost == 0
    vault = Bootstrap(Paths(home=tmp_path / "new"), TEST_COST).open_vault(PASSPHRASE)
    try:
        with vault.ports.store.reading() as records:
            sealed = records.sheet(UUID(what_is_found()["sealed"]))
        assert vault.ports.files.read(sealed.pdf_sha256).startswith(b"%PDF")
    finally:
        vault.close()


def test_lost_end_of_the_log_is_a_gap_and_no_number_is_used_twice(large: Large, tmp_path: Path) -> None:
    shutil.copytree(large.home / "vault", tmp_path / "vault")
    last = max(row[0] for row in large.rows["event"])  # type: ignore[index]
    pages = EncryptedPages(tmp_path / "vault" / DATABASE, large.key)
    page = next(r.page for r in pages.rows() if isinstance(r, FoundRow) and r.rowid == last and len(r.values) == 4)
    _destroy(tmp_path / "vault", [page], random.Random(10))
    report = Bootstrap(Paths(home=tmp_path), TEST_COST).salvage(tmp_path / "new", PASSPHRASE)
    assert report.log_gaps[-1][1] == last
    vault = Bootstrap(Paths(home=tmp_path / "new"), TEST_COST).open_vault(PASSPHRASE)
    try:
        with vault.ports.store.reading() as records:
            assert records.head[0] > last
        assert FindingCode.LOG in {f.code for f in vault.examine()}
    finally:
        vault.close()


def test_vault_that_is_open_is_not_salvaged(tmp_path: Path) -> None:
    program = stored_home(tmp_path)
    vault = program.open_vault(PASSPHRASE)
    try:
        with pytest.raises(KnownError, match="open in another window"):
            program.salvage(tmp_path / "new", PASSPHRASE)
    finally:
        vault.close()


def test_salvage_into_a_folder_in_use_and_from_nothing_is_refused_in_words(large: Large, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("x")
    with pytest.raises(KnownError, match="not empty"):
        Bootstrap(Paths(home=large.home), TEST_COST).salvage(tmp_path / "full", PASSPHRASE)
    shutil.copytree(large.home / "vault", tmp_path / "vault")
    (tmp_path / "vault" / DATABASE).write_bytes(random.Random(5).randbytes(20 * PAGE))
    with pytest.raises(KnownError, match="Nothing"):
        Bootstrap(Paths(home=tmp_path), TEST_COST).salvage(tmp_path / "new", PASSPHRASE)


def test_salvage_from_the_command_line_reports_by_table(
    large: Large, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "passphrase"))
    shutil.copytree(large.home / "vault", tmp_path / "home" / "vault")
    chance = random.Random(6)
    _destroy(tmp_path / "home" / "vault", _some_pages(tmp_path / "home" / "vault", chance), chance)
    command = ["--home", str(tmp_path / "home"), "vault", "salvage", "--out"]
    code = run([*command, str(tmp_path / "new"), "--json"], lambda h: Bootstrap(Paths(home=h or tmp_path), TEST_COST))
    assert code is ExitCode.NOT_GOOD
    told = json.loads(capsys.readouterr().out)
    assert {t["name"] for t in told["tables"]} >= {"event", "observation", "decision"}
    assert any("known to be lost" in line for line in told["report"])
