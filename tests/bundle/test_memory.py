"""Memory stays flat, whatever the size: measured in Python and, with what the library takes, for the whole process."""

import hashlib
import subprocess
import sys
import tempfile
import tracemalloc
from pathlib import Path
from typing import BinaryIO

from assessor_app.bundle.members import Listed
from assessor_app.bundle.reader import read_container
from assessor_app.bundle.writer import write_container
from tests.bundle.builders import check, generated, identity, members, recipient, sign

SIZE = 64 << 20
ALLOWED = 24 << 20


def exchange(size: int, *, hoard: list[bytes] | None = None) -> None:
    """Write and read a container with `size` bytes of evidence through a file; `hoard` keeps what is read."""
    film = generated("evidence/film", size)

    def take(listed: Listed, stream: BinaryIO, signer: object) -> None:
        digest = hashlib.sha256()
        while piece := stream.read(256 << 10):
            digest.update(piece)
            if hoard is not None:
                hoard.append(piece)
        assert digest.hexdigest() == listed.sha256

    with tempfile.TemporaryFile() as target:
        write_container(target, [*members(), film], sign=sign, recipients=[recipient("centre"), recipient("own")])
        target.seek(0)
        read_container(target, identities=[identity("own")], check=check, take=take)


def _peak(size: int, hoard: list[bytes] | None = None) -> int:
    tracemalloc.start()
    try:
        exchange(size, hoard=hoard)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_exchange_of_64_mib_then_memory_in_python_is_flat() -> None:
    exchange(1000)  # what is imported on the first call does not count
    assert _peak(SIZE) < ALLOWED


def test_exchange_when_the_taker_hoards_then_memory_is_not_flat() -> None:
    """The control."""
    assert _peak(SIZE, hoard=[]) > SIZE


def test_exchange_of_64_mib_then_the_process_does_not_grow() -> None:
    code = f"""
import resource
from tests.bundle.test_memory import exchange
exchange(1000)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
exchange({SIZE})
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) * 1024 < ALLOWED, done.stdout
