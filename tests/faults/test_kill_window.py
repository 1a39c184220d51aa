"""`kill -9` of the real window while somebody types: each word that stood there when it said "Saved" is there after."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assessor_app.usecases.observe import open_observation
from tests.desk import PASSPHRASE
from tests.faults.table import note
from tests.faults.test_kill import Prepared, assert_database_is_sound, prepare


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(tmp_path_factory.mktemp("prepared") / "home")


def _kill_window(prepared: Prepared, tmp_path: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    acknowledged = 0
    for number in range(kills):
        home = prepared.copy(tmp_path / str(number))
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.window_worker", str(home.home), str(home.visit)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert worker.stdout is not None
        said = []
        while not said or said[-1].startswith("saved nothing"):
            said.append(worker.stdout.readline())
        time.sleep(chance.uniform(0.0, 1.5))
        os.kill(worker.pid, signal.SIGKILL)
        said += worker.stdout.read().splitlines()
        worker.stdout.close()
        worker.wait()
        last = [line.split()[1] for line in said if line.startswith("saved") and line.rstrip().endswith(".")][-1]
        saved = {int(n) for n in last.split(",")}
        acknowledged += len(saved)
        vault = home.program().open_vault(PASSPHRASE)
        try:
            seen = open_observation(vault.ports, home.visit)
            found = {int(n) for p in seen.paragraphs for n in re.findall(r"word(\d+)", p.text)}
            assert saved <= found, f"kill {number} of seed {seed}: {saved - found} lost"
            assert_database_is_sound(vault)
        finally:
            vault.close()
    assert acknowledged > kills
    note(
        "Kill -9 of the real window while typing",
        f"{kills} kills: 0 of {acknowledged} words shown as saved lost",
        seed=seed,
    )


def test_no_word_that_the_window_called_saved_is_lost(prepared: Prepared, tmp_path: Path) -> None:
    _kill_window(prepared, tmp_path, 4, 21)


@pytest.mark.soak
def test_no_word_that_the_window_called_saved_is_lost_by_a_hundred_kills(prepared: Prepared, tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")
    _kill_window(prepared, tmp_path, 100, seed)
