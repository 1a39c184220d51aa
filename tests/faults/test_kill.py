"""`kill -9` at random moments while typing, drawing and signing: what was acknowledged is there afterwards."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from assessor_app.bootstrap import Bootstrap, UnlockedVault
from assessor_app.cli.demo import ASSESSOR
from assessor_app.domain.events import chain_faults
from assessor_app.domain.people import Centre
from assessor_app.domain.profile import Profile
from assessor_app.domain.roles import Role
from assessor_app.domain.sheets import SheetState
from assessor_app.domain.verification import Verdict
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.freeze_sheet import freeze_unit
from assessor_app.usecases.observe import open_observation, start_observation
from assessor_app.usecases.sample_data import add_story, judge_story
from assessor_app.usecases.sample_people import STORIES
from assessor_app.usecases.sign_sheet import begin_capture
from tests.desk import PASSPHRASE
from tests.faults.table import note
from tests.stored.make import sign_all

ENDLESS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A closed vault with a visit begun and a sheet that waits for all its signatures."""

    home: Path
    visit: UUID
    document: UUID

    def program(self) -> Bootstrap:
        return Bootstrap(Paths(home=self.home), TEST_COST)

    def copy(self, home: Path) -> "Prepared":
        shutil.copytree(self.home, home)
        return Prepared(home=home, visit=self.visit, document=self.document)


def prepare(home: Path) -> Prepared:
    profile = Profile(assessor=ASSESSOR, centre=Centre(name="Wye & Teme Assessment", number="04471"))
    vault, _ = Bootstrap(Paths(home=home), TEST_COST).create_vault(PASSPHRASE, profile)
    try:
        story = STORIES[0]  # candidate, manager and assessor sign
        candidate = add_story(vault.ports, story)
        visit = start_observation(vault.ports, candidate, "Kill me")
        sheet = freeze_unit(vault.ports, judge_story(vault.ports, candidate, story)[0].id)
    finally:
        vault.close()
    return Prepared(home=home, visit=visit.id, document=sheet.document_id)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(tmp_path_factory.mktemp("prepared") / "home")


def _killed(arguments: list[str], wait_for_lines: int, seconds: float) -> list[list[str]]:
    """Run the worker, kill it some time after its first lines; returns every complete line that it said."""
    command = [sys.executable, "-m", "tests.faults.kill_worker", *arguments]
    worker = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    first = [worker.stdout.readline() for _ in range(wait_for_lines)]
    time.sleep(seconds)
    os.kill(worker.pid, signal.SIGKILL)
    said = [*"".join(first).splitlines(), *worker.stdout.read().splitlines()]
    worker.stdout.close()
    worker.wait()
    return [line.split() for line in said if line.endswith(".")]


def assert_database_is_sound(vault: UnlockedVault) -> None:
    with vault.vault.reading() as records:
        assert chain_faults(records.events()) == ()
    with vault.vault._engine.connect() as connection:  # cipher_integrity_check looks past the write-ahead log
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    with vault.vault.reading() as records:
        assert [r[0] for r in records.connection.execute(text("PRAGMA integrity_check"))] == ["ok"]
        assert list(records.connection.execute(text("PRAGMA cipher_integrity_check"))) == []


def _kill_run(home: Prepared, kills: int, seed: int) -> tuple[int, int]:
    """Kill the worker `kills` times; returns how many notes and strokes were acknowledged in all."""
    chance = random.Random(seed)
    notes, strokes = 0, 0
    arguments = [str(home.home), "type", str(home.document), str(home.visit), str(ENDLESS)]
    for round_ in range(kills):
        said = _killed(arguments, 3, chance.uniform(0.0, 0.05))  # ready, a note, a stroke
        notes = max([notes, *(int(n) for kind, n, _ in said if kind == "note")])
        strokes = max([strokes, *(int(n) for kind, n, _ in said if kind == "stroke")])
        vault = home.program().open_vault(PASSPHRASE)
        try:
            found = open_observation(vault.ports, home.visit)
            last = int(found.paragraphs[-1].text.split()[-1]) if found.paragraphs else 0
            _, ink = begin_capture(vault.ports, home.document, Role.CANDIDATE)
            assert last >= notes, f"kill {round_} of seed {seed}: note {notes} was lost, {last} is there"
            assert len(ink.strokes) >= strokes, f"kill {round_} of seed {seed}: stroke {strokes} was lost"
            assert_database_is_sound(vault)
        finally:
            vault.close()
    assert notes >= kills  # else the kills came before anything was acknowledged, and the test shows nothing
    assert strokes >= kills
    return notes, strokes


def _kill_runs(prepared: Prepared, tmp_path: Path, runs: int, seed: int) -> None:
    """Fifty kills on each of several copies: looking through a vault takes longer the more was written into it."""
    notes = strokes = 0
    for run in range(runs):
        more = _kill_run(prepared.copy(tmp_path / str(run)), 50, seed + run)
        notes, strokes = notes + more[0], strokes + more[1]
        shutil.rmtree(tmp_path / str(run))
    words = f"{50 * runs} kills: 0 of {notes} notes and 0 of {strokes} strokes lost, integrity good each time"
    note("Kill -9 while typing and drawing", words, seed=seed)


def test_no_acknowledged_note_or_stroke_is_lost_by_fifty_kills(prepared: Prepared, tmp_path: Path) -> None:
    _kill_runs(prepared, tmp_path, 1, 20261122)


@pytest.mark.soak
def test_no_acknowledged_note_or_stroke_is_lost_by_a_thousand_kills(prepared: Prepared, tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")
    _kill_runs(prepared, tmp_path, 20, seed)


def _kills_while_signing(prepared: Prepared, tmp_path: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    acknowledged = 0
    half = 0
    for number in range(kills):
        home = prepared.copy(tmp_path / str(number))
        # Ready and up to three signatures; every other kill comes at once, and so between two of them.
        lines, delay = (2, 0.0) if number % 2 else (1 + chance.randrange(4), chance.uniform(0.0, 0.04))
        said = _killed([str(home.home), "sign", str(home.document)], lines, delay)
        signed = {Role(role) for kind, role, _ in said if kind == "signed"}
        acknowledged += len(signed)
        vault = home.program().open_vault(PASSPHRASE)
        try:
            assert vault.examine() == (), f"kill {number} of seed {seed}"
            with vault.ports.store.reading() as records:
                sheet = records.sheet(home.document)
            assert signed <= sheet.signed_roles, f"kill {number} of seed {seed}: a signature was lost"
            half += bool(sheet.signatures) and not sheet.is_complete
            sheet = sign_all(vault, sheet)  # and the rest can still sign, in order
            assert sheet.state is SheetState.SEALED
            assert vault.verify(vault.ports.files.read(sheet.pdf_sha256)).verdict is Verdict.GOOD
        finally:
            vault.close()
        shutil.rmtree(home.home)
    assert half > 0  # else no kill came between two signatures
    words = f"{kills} kills: 0 of {acknowledged} signatures lost; {half} came between two signatures; all sealed after"
    note("Kill -9 while signing", words, seed=seed)


def test_no_acknowledged_signature_is_lost_and_the_rest_can_still_sign(prepared: Prepared, tmp_path: Path) -> None:
    _kills_while_signing(prepared, tmp_path, 8, 4)


@pytest.mark.soak
def test_no_acknowledged_signature_is_lost_by_two_hundred_kills(prepared: Prepared, tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")
    _kills_while_signing(prepared, tmp_path, 200, seed)
