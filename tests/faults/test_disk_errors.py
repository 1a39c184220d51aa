"""The disk reports an error at its n-th call, is full, or is not there: the vault is the old or the new one, whole."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.disk import build
from tests.faults.table import note
from tests.faults.test_kill import Prepared, prepare

ACTIONS = (
    "save", "attach", "seal", "export", "back up", "change passphrase", "create a vault", "migrate", "erase",
    "give a copy",
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("disk"))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(tmp_path_factory.mktemp("prepared") / "home")


def _tries(library: Path, prepared: Prepared, scratch: Path, action: str, most: int) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "tests.faults.disk_worker", str(library), str(prepared.home), str(scratch)]
    done = subprocess.run(
        [*command, action, str(prepared.visit), str(prepared.document), str(most)],
        env={**os.environ, "LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _assert_each_try_ends_well(tries: list[dict[str, object]], action: str) -> None:
    assert tries
    for told in tries:
        assert not str(told["took"]).startswith("DEFECT"), told
        assert told["again"] == "done", told
        assert told["whole"], told
        assert told["left"] == [], told
    refused = [t for t in tries if t["took"] != "done"]
    assert refused  # else no error reached the program, and the test shows nothing
    if action == "create a vault":  # else the way out of a half-made vault was not taken
        assert any(str(t["took"]).startswith("vault-half-made") for t in tries)
    words = f"{len(tries)} failing calls of {tries[0]['calls']}: {len(refused)} refused in words, 0 broken, all went on"
    note(f"I/O error and full disk at the n-th call: {action}", words)


@pytest.mark.parametrize("action", ACTIONS)
def test_failing_call_leaves_the_old_or_the_new_and_work_goes_on(
    library: Path, prepared: Prepared, tmp_path: Path, action: str
) -> None:
    _assert_each_try_ends_well(_tries(library, prepared, tmp_path, action, 5), action)


@pytest.mark.soak
@pytest.mark.parametrize("action", ACTIONS)
def test_every_failing_call_leaves_the_old_or_the_new_and_work_goes_on(
    library: Path, prepared: Prepared, tmp_path: Path, action: str
) -> None:
    _assert_each_try_ends_well(_tries(library, prepared, tmp_path, action, 100_000), action)
