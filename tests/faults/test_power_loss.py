"""A power cut at any moment: the states that it could leave are rebuilt from recorded writes, and each is opened."""

import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from assessor_app.bootstrap import Bootstrap
from assessor_app.domain.errors import KnownError
from assessor_app.domain.roles import Role
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.observe import open_observation
from assessor_app.usecases.sign_sheet import begin_capture
from tests.desk import PASSPHRASE
from tests.faults.disk import Call, build, crash_states, read_log
from tests.faults.table import note
from tests.faults.test_kill import Prepared, assert_database_is_sound, prepare


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What a worker did to its vault, call by call, from a known beginning."""

    calls: list[Call]
    folder: Path
    at_begin: Path
    of: Prepared


@dataclass(slots=True)
class Tally:
    """Over all states."""

    states: int = 0
    acknowledged: int = 0
    lost: int = 0
    corrupt: int = 0


def _record(folder: Path, *options: str) -> Recorded:
    library = build(folder)
    home = prepare(folder / "home")
    shutil.copytree(home.home, folder / "begin")
    env = {
        **os.environ,
        "LD_PRELOAD": str(library),
        "DISK_FOLDER": str(home.home),
        "DISK_LOG": str(folder / "log"),
    }
    command = [sys.executable, "-m", "tests.faults.kill_worker", str(home.home), "all", str(home.document)]
    done = subprocess.run(
        [*command, str(home.visit), "170", *options], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return Recorded(calls=read_log(folder / "log"), folder=home.home, at_begin=folder / "begin", of=home)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    return _record(tmp_path_factory.mktemp("recorded"))


def _judge(home: Path, of: Prepared, said: str, tally: Tally) -> None:
    """Open a state and compare it with what had been acknowledged before the cut."""
    words = [line.split() for line in said.splitlines() if line.endswith(".")]
    notes = max((int(n) for kind, n, _ in words if kind == "note"), default=0)
    strokes = max((int(n) for kind, n, _ in words if kind == "stroke"), default=0)
    signed = {Role(role) for kind, role, _ in words if kind == "signed"}
    tally.states += 1
    tally.acknowledged += notes + strokes + len(signed)
    try:
        vault = Bootstrap(Paths(home=home), TEST_COST).open_vault(PASSPHRASE)
    except KnownError:
        tally.corrupt += 1
        return
    try:
        found = open_observation(vault.ports, of.visit)
        last = int(found.paragraphs[-1].text.split()[-1]) if found.paragraphs else 0
        with vault.ports.store.reading() as records:
            sheet = records.sheet(of.document)
        ink = begin_capture(vault.ports, of.document, Role.CANDIDATE)[1] if not sheet.signatures else None
        tally.lost += max(0, notes - last) + len(signed - sheet.signed_roles)
        if ink is not None:
            tally.lost += max(0, strokes - len(ink.strokes))
        vault.ports.files.read(sheet.pdf_sha256)
        if tally.states % 10 == 0:
            assert vault.examine() == ()
        assert_database_is_sound(vault)
    except (KnownError, AssertionError, KeyError):
        tally.corrupt += 1
    finally:
        vault.vault.close()  # the plain one: handing back memory takes a while in a process as large as this


def _cut(recorded: Recorded, tmp_path: Path, count: int, seed: int) -> Tally:
    tally = Tally()
    for home, said in crash_states(recorded.calls, recorded.folder, recorded.at_begin, tmp_path, count, seed):
        _judge(home, recorded.of, said, tally)
        shutil.rmtree(home)
    return tally


def _assert_nothing_lost(recorded: Recorded, tmp_path: Path, count: int, seed: int) -> None:
    tally = _cut(recorded, tmp_path, count, seed)
    words = (
        f"{tally.states} states of {len(recorded.calls)} calls: {tally.lost} acknowledged lost, {tally.corrupt} corrupt"
    )
    note("Power loss: reordered and torn writes", words, seed=seed)
    assert tally.acknowledged > count  # else nothing had been acknowledged that could be lost
    assert (tally.lost, tally.corrupt) == (0, 0), f"seed {seed}: {tally}"


def test_power_cut_loses_nothing_that_was_acknowledged(recorded: Recorded, tmp_path: Path) -> None:
    _assert_nothing_lost(recorded, tmp_path, 200, 7)


@pytest.mark.soak
def test_two_thousand_power_cuts_lose_nothing_that_was_acknowledged(recorded: Recorded, tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")
    _assert_nothing_lost(recorded, tmp_path, 2000, seed)


def test_recording_holds_every_kind_of_call(recorded: Recorded) -> None:
    kinds = {call.kind for call in recorded.calls}
    assert {"O", "W", "S", "R", "U", "A"} <= kinds
    database = [c for c in recorded.calls if c.kind == "W" and c.path.endswith("vault.db")]
    assert database  # a checkpoint happened in between, not only appends to the log


def test_power_cut_without_the_log_and_without_syncs_would_be_noticed(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    # The control: the same worker, with the settings that a careless program would use, loses and corrupts.
    careless = _record(tmp_path_factory.mktemp("careless"), "careless")
    tally = _cut(careless, tmp_path, 60, 8)
    words = f"{tally.states} states: {tally.lost} acknowledged lost, {tally.corrupt} corrupt"
    note("Power loss, control: journal DELETE, synchronous OFF", words, seed=8)
    assert tally.lost + tally.corrupt > 0
