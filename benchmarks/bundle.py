"""Two gigabytes of evidence out and in again, against the library alone: age on the same bytes, in the same run.

The members are generated while they are written, so nothing but the encrypted file is on the disk, and that is deleted
at the end. The floor is the slowest library step of each way by itself: age (to and from the disk), SHA-256 or CRC-32.
Ours does all of them, SHA-256 twice: of each member and of the file. Ours and the floor take turns, and the quicker of
two rounds counts. Budget: at least 0.8 of the slowest step's throughput, which is a ratio of 1.25 here, and flat
memory (promises.md, section 2). That needs two free cores; how much is lost beside the steps themselves is shown by
processor time against the sum of all steps. `python benchmarks/bundle.py [MiB]` prints it.
"""

import hashlib
import random
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pyrage

from assessor_app.bundle.members import Listed, Member, member_of
from assessor_app.bundle.reader import read_container
from assessor_app.bundle.writer import write_container
from tests.bundle.builders import check, identity, recipient, sign

MIB = 1 << 20
SIZE_MIB = 2048
FILE = 64 * MIB
PIECE = MIB
ROUNDS = 2


def _pieces(size: int) -> Iterator[bytes]:
    block = random.Random(2048).randbytes(PIECE)
    for start in range(0, size, PIECE):
        yield block[: min(PIECE, size - start)]


class _Source:
    """The same bytes, to be pulled."""

    def __init__(self, size: int) -> None:
        self._pieces = _pieces(size)
        self._rest = memoryview(b"")

    def read(self, size: int = -1) -> bytes:
        if not self._rest:
            self._rest = memoryview(next(self._pieces, b""))
        piece = bytes(self._rest[:size])
        self._rest = self._rest[len(piece) :]
        return piece


class _Nowhere:
    def write(self, data: bytes) -> int:
        return len(data)

    def flush(self) -> None:
        return


def _evidence(size: int) -> list[Member]:
    """Evidence files whose hash, size and CRC are known, as a vault knows them."""
    members = []
    for start in range(0, size, FILE):
        length = min(FILE, size - start)
        digest, crc32 = hashlib.sha256(), 0
        for piece in _pieces(length):
            digest.update(piece)
            crc32 = zlib.crc32(piece, crc32)

        def write_to(target: BinaryIO, length: int = length) -> None:
            for piece in _pieces(length):
                target.write(piece)

        members.append(
            Member(name=f"evidence/{start:x}", size=length, sha256=digest.hexdigest(), write_to=write_to, crc32=crc32)
        )
    return members


def _write(target: BinaryIO, members: list[Member]) -> None:
    target.seek(0)
    target.truncate()
    write_container(target, members, sign=sign, recipients=[recipient("centre"), recipient("own")])
    target.flush()


def _read(source: BinaryIO) -> None:
    def take(listed: Listed, stream: BinaryIO, signer: object) -> None:  # noqa: ARG001
        while stream.read(PIECE):
            pass

    source.seek(0)
    read_container(source, identities=[identity("own")], check=check, take=take)


def _age_write(target: BinaryIO, size: int) -> None:
    target.seek(0)
    target.truncate()
    keys = [pyrage.x25519.Recipient.from_str(recipient(name)) for name in ("centre", "own")]
    pyrage.encrypt_io(_Source(size), target, keys)
    target.flush()


def _age_read(source: BinaryIO) -> None:
    source.seek(0)
    pyrage.decrypt_io(source, _Nowhere(), [pyrage.x25519.Identity.from_str(identity("own"))])


def _sha256(size: int) -> None:
    digest = hashlib.sha256()
    for piece in _pieces(size):
        digest.update(piece)


def _crc32(size: int) -> None:
    crc32 = 0
    for piece in _pieces(size):
        crc32 = zlib.crc32(piece, crc32)


def _ms(work: Callable[[], object]) -> tuple[float, float]:
    """By the clock, and of the processor."""
    started, used = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - started) * 1000, (time.process_time() - used) * 1000


def _peak_mb() -> str:
    try:
        import resource
    except ImportError:
        return "not measured"
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def run(size_mib: int = SIZE_MIB) -> list[dict[str, object]]:
    """One row a measure: name, ours_ms, floor_ms, ratio."""
    size = size_mib * MIB
    members = [member_of("manifest.json", b"{}"), *_evidence(size)]
    best: dict[str, float] = {}
    used: dict[str, float] = {}
    with tempfile.TemporaryFile() as ours, tempfile.TemporaryFile() as alone:
        steps: dict[str, Callable[[], object]] = {
            "write": lambda: _write(ours, members),
            "age write": lambda: _age_write(alone, size),
            "read": lambda: _read(ours),
            "age read": lambda: _age_read(alone),
            "sha256": lambda: _sha256(size),
            "crc32": lambda: _crc32(size),
        }
        for _ in range(ROUNDS):
            for name, step in steps.items():
                clock, processor = _ms(step)
                best[name] = min(best.get(name, clock), clock)
                used[name] = min(used.get(name, processor), processor)
    gib = f"{size_mib / 1024:g} GiB"
    rows: list[dict[str, object]] = []
    for name, way in (("write", "age write"), ("read", "age read")):
        speed = f"{size_mib / best[name] * 1000:.0f} MiB/s"
        slowest = max((way, "sha256", "crc32"), key=lambda step: best[step])
        for against in dict.fromkeys((way, slowest)):
            rows.append(
                {
                    "name": f"bundle of {gib}: {name}, {speed} ({against})",
                    "ours_ms": round(best[name], 1),
                    "floor_ms": round(best[against], 1),
                    "ratio": round(best[name] / best[against], 2),
                }
            )
        steps_used = used[way] + 2 * used["sha256"] + used["crc32"]
        rows.append(
            {
                "name": f"bundle of {gib}: {name}, processor time (all steps)",
                "ours_ms": round(used[name], 1),
                "floor_ms": round(steps_used, 1),
                "ratio": round(used[name] / steps_used, 2),
            }
        )
    both = best["write"] + best["read"]
    rows.append({"name": f"bundle of {gib}: out and in, memory {_peak_mb()}", "ours_ms": round(both, 1)})
    return rows


if __name__ == "__main__":
    for row in run(int(sys.argv[1]) if sys.argv[1:] else SIZE_MIB):
        floor = f"floor {row['floor_ms']:9} ms  ratio {row['ratio']}" if "floor_ms" in row else ""
        print(f"{row['name']:58} {row['ours_ms']:9} ms  {floor}")
