"""A canary in every text: nothing of it stands in clear in any file, at any stage, however the program ends."""

import contextlib
import os
import platform
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desk import PASSPHRASE
from tests.faults.table import note

CANARY = "Zephyrine" + "Quillfeather"
ROOT = Path(__file__).parent.parent.parent


@dataclass(slots=True)
class Sandbox:
    """A worker with home, temporary folder and working folder of its own."""

    folder: Path
    process: "subprocess.Popen[str]"

    def reach(self, stage: str) -> list[str]:
        """Wait until the worker says `stage`; returns what it said before."""
        assert self.process.stdout is not None
        said = []
        while True:
            line = self.process.stdout.readline()
            assert line, f"ended before {stage}: {(self.folder / 'stderr').read_text()[-2000:]}"
            if line.strip() == stage:
                return said
            said.append(line.strip())

    def go_on(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()


@contextlib.contextmanager
def sandbox(folder: Path, ending: str) -> Iterator[Sandbox]:
    for name in ("tmp", "person", "work"):
        (folder / name).mkdir(parents=True)
    env = {
        **os.environ,
        "TMPDIR": str(folder / "tmp"),
        "HOME": str(folder / "person"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with (folder / "stderr").open("w") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.canary_worker", CANARY[::-1], ending],
            cwd=folder / "work",
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    try:
        yield Sandbox(folder, process)
    finally:
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
        process.wait()


def hits(folder: Path) -> list[str]:
    """Files that hold the canary in clear: as UTF-8, UTF-16, in small letters, in hexadecimal, or in their name."""
    needles = [
        CANARY.encode(),
        CANARY.encode("utf-16-le"),
        CANARY.lower().encode(),
        CANARY.encode().hex().encode(),
    ]
    found = []
    for path in folder.rglob("*"):
        if CANARY.lower() in path.name.lower() or (path.is_file() and any(n in path.read_bytes() for n in needles)):
            found.append(str(path.relative_to(folder)))
    return found


def memory_hits(pid: int, needle: bytes) -> int:
    """How often a process holds `needle` in memory that can be read."""
    count = 0
    pattern = re.compile(re.escape(needle))
    maps = Path(f"/proc/{pid}/maps").read_text()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps.splitlines():
            span, mode = line.split()[:2]
            if "r" not in mode or "[v" in line:
                continue
            begin, end = (int(x, 16) for x in span.split("-"))
            with contextlib.suppress(OSError):
                memory.seek(begin)
                count += len(pattern.findall(memory.read(end - begin)))
    return count


@pytest.mark.skipif(sys.platform != "linux", reason="NOT TESTED: memory is searched by way of /proc")
def test_no_file_holds_the_canary_while_open_and_after_locking(tmp_path: Path) -> None:
    with sandbox(tmp_path, "lock") as worker:
        worker.reach("filled")
        assert (tmp_path / "work" / "home" / "vault" / "vault.db-wal").stat().st_size > 0
        assert hits(tmp_path) == []
        worker.go_on()
        worker.reach("worked")
        assert hits(tmp_path) == []
        assert list((tmp_path / "work" / "backups").glob("assessor-backup-*"))
        open_hits = memory_hits(worker.process.pid, CANARY.encode())
        worker.go_on()
        key = bytes.fromhex(worker.reach("closed")[-1])[::-1]
        assert hits(tmp_path) == []
        left = memory_hits(worker.process.pid, CANARY.encode())
        wide = memory_hits(worker.process.pid, CANARY.encode("utf-16-le"))
        keys = memory_hits(worker.process.pid, key) + memory_hits(worker.process.pid, key.hex().encode())
        passphrases = memory_hits(worker.process.pid, PASSPHRASE.encode())
    files = sum(p.is_file() for p in tmp_path.rglob("*"))
    note("Canary in every text: files in clear", f"0 of {files} (open, worked, locked: vault, log, temp, backup)")
    note(
        "Canary in memory after the vault is closed",
        f"{left} times ({wide} as UTF-16) of {open_hits} while open; key {keys} times; passphrase {passphrases} times",
    )
    assert open_hits > 0  # the control: the scan does find what is there
    if platform.libc_ver()[0] == "glibc":  # the only one whose freed memory can be overwritten
        assert left < open_hits / 4


@pytest.mark.skipif(sys.platform == "win32", reason="NOT TESTED: ends a process by POSIX signals")
@pytest.mark.parametrize("ending", ["kill", "crash", "defect"])
def test_no_file_holds_the_canary_after_a_bad_end(tmp_path: Path, ending: str) -> None:
    with sandbox(tmp_path, ending) as worker:
        worker.reach("filled")
        worker.go_on()
        worker.reach("worked")
        if ending == "kill":
            os.kill(worker.process.pid, signal.SIGKILL)
        else:
            worker.go_on()
        assert worker.process.wait() != 0
    trouble = (tmp_path / "stderr").read_text()
    assert ("Fatal Python error" in trouble) is (ending == "crash")
    assert ("Traceback" in trouble) is (ending == "defect")
    assert hits(tmp_path) == []
    assert not list((tmp_path / "work").glob("core*"))
    note(f"Canary after a {ending}", "0 files in clear, crash output and core dump (refused) included")


def test_canary_in_clear_would_be_found(tmp_path: Path) -> None:
    # The control of the search: it finds each spelling that it looks for.
    for number, spelled in enumerate((CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.lower().encode())):
        (tmp_path / str(number)).write_bytes(b"x" * 5000 + spelled)
    (tmp_path / CANARY).touch()
    assert len(hits(tmp_path)) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_program_itself_refuses_core_dumps() -> None:
    code = (
        "import resource, sys; sys.argv = ['assessor-app', 'units', 'list'];"
        "from assessor_app.__main__ import main; main(); print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "(0, 0)"
