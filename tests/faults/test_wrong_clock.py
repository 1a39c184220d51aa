"""The laptop's clock is set while somebody signs: it is flagged in the log and on the signature, nothing is rewritten.

libfaketime fakes the wall clock only: with its usual setting CLOCK_BOOTTIME would be faked along with it, and a step
could not be seen; FAKETIME_DONT_FAKE_MONOTONIC leaves the boot clock alone, as setting a real clock does.
"""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.faults.table import note
from tests.faults.test_kill import Prepared, prepare

HOUR, DAY = 3600, 86_400
BACK, FORWARD = "clock went back", "clock went forward"
ALL = ("candidate", "manager", "assessor")


@pytest.fixture(scope="module")
def library() -> Path:
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    if not found:
        pytest.skip("NOT TESTED: wrong clocks need libfaketime (apt-get install faketime)")
    return found[0]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(tmp_path_factory.mktemp("prepared") / "home")


def _until(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """How far the clock must be off, in seconds, to show that UTC time now."""
    return round(datetime(year, month, day, hour, minute, second, tzinfo=UTC).timestamp() - time.time())


def _noon_zone() -> str:
    """A time zone in which it is about noon now, so that an hour more or less is the same day."""
    return f"NOON{datetime.now(UTC).hour - 12:+d}"


def _told(
    library: Path, prepared: Prepared, folder: Path, *steps: tuple[str, int | None], zone: str = "UTC"
) -> dict[str, Any]:
    """Run the steps on a copy of the vault. Any: what the worker prints, JSON of several shapes."""
    home = prepared.copy(folder / "home")
    (folder / "clock").write_text("+0\n")
    env = {
        **os.environ,
        "LD_PRELOAD": str(library),
        "FAKETIME_TIMESTAMP_FILE": str(folder / "clock"),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "DONT_FAKE_MONOTONIC": "1",
        "TZ": zone or _noon_zone(),
    }
    env.pop("FAKETIME", None)
    command = [sys.executable, "-m", "tests.faults.clock_worker", str(home.home), str(home.visit), str(home.document)]
    done = subprocess.run([*command, json.dumps(steps)], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["findings"] == []
    assert told["verdict"] in ("GOOD", "NOT_GOOD")
    return told


@pytest.mark.parametrize(
    ("name", "offset_s", "flag"),
    [("an hour back", -HOUR, BACK), ("an hour forward", HOUR, FORWARD), ("to 2038", _until(2038, 1, 20), FORWARD)],
    ids=["hour-back", "hour-forward", "2038"],  # not the seconds: both workers of a run must collect the same names
)
def test_clock_set_between_two_signatures_is_flagged_and_blocks_nobody(
    library: Path, prepared: Prepared, tmp_path: Path, name: str, offset_s: int, flag: str
) -> None:
    steps = [("candidate", 0), ("manager", 0), ("assessor", offset_s), ("write", offset_s)]
    told = _told(library, prepared, tmp_path, *steps)
    assert told["took"] == ["done"] * 4
    assert told["state"] == "sealed"
    assert told["verdict"] == "GOOD"
    assert flag in told["flags"]
    assert told["warnings"]["candidate"] == told["warnings"]["manager"] == ""
    assert "Device clock inconsistent" in told["warnings"]["assessor"]
    note(f"Clock set {name} in a sign-off", "flagged in the log and on the signature; all three signed; sheet good")


@pytest.mark.parametrize(
    ("name", "offset_s"), [("a day back", -DAY), ("to 1970", _until(1970, 1, 2))], ids=["day-back", "1970"]
)
def test_clock_set_back_before_the_managers_date_is_flagged_and_the_date_rule_speaks(
    library: Path, prepared: Prepared, tmp_path: Path, name: str, offset_s: int
) -> None:
    steps = [("candidate", 0), ("manager", 0), ("assessor", offset_s), ("write", offset_s), ("assessor", 5)]
    told = _told(library, prepared, tmp_path, *steps)
    # Not the clock blocks but the rule of the trade: the manager's printed date may not be after the assessor's.
    assert told["took"] == ["done", "done", "gate-date_order", "done", "done"]
    assert BACK in told["flags"]
    assert told["state"] == "sealed"
    assert told["verdict"] == "GOOD"
    assert "Device clock inconsistent" in told["warnings"]["assessor"]
    words = "flagged; writing goes on; the assessor waits for the date rule; signs, flagged, when the clock is right"
    note(f"Clock set {name} in a sign-off", words)


def test_whole_sign_off_in_1970_is_flagged_and_good(library: Path, prepared: Prepared, tmp_path: Path) -> None:
    offset_s = _until(1970, 1, 2, 12)
    told = _told(library, prepared, tmp_path, *((role, offset_s) for role in ALL), zone="UTC")
    assert told["took"] == ["done"] * 3
    assert told["verdict"] == "GOOD"
    assert all("Device clock inconsistent" in told["warnings"][role] for role in ALL)
    assert set(told["dates"].values()) == {"1970-01-02"}  # recorded as the clock said, never repaired


def test_end_of_summer_time_is_no_step_and_is_not_flagged(library: Path, prepared: Prepared, tmp_path: Path) -> None:
    # First a signature in October (flagged: the vault was made later); the change itself then adds no flag.
    # The clock is set by the worker when it is ready to sign: however slow the machine, some seconds are left.
    change = datetime(2027, 10, 31, 1, 0, 0, tzinfo=UTC).timestamp()
    steps = [(f"set {change - 6}", 0), ("candidate", None), (f"wait {change}", None), ("manager", None)]
    told = _told(library, prepared, tmp_path, *steps, ("assessor", None), zone="Europe/London")
    assert told["took"] == ["done"] * 5
    assert told["zones"] == {"candidate": "BST", "manager": "GMT", "assessor": "GMT"}
    assert told["flags"][-3:-2] == [FORWARD]
    assert told["flags"][-2:] == ["", ""]
    note("End of summer time in a sign-off", "BST, then GMT on the signatures; no flag for the change")


def test_steady_clock_is_not_flagged(library: Path, prepared: Prepared, tmp_path: Path) -> None:
    # The control: the same steps, the clock left alone.
    told = _told(library, prepared, tmp_path, *((role, 0) for role in ALL))
    assert told["took"] == ["done"] * 3
    assert set(told["flags"]) == {""}
    assert set(told["warnings"].values()) == {""}
