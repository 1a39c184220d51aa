"""Builds `disk.c`, runs programs over it, and rebuilds from its log the states that a power cut could leave.

The model of a disk: what was written to a file before its last fsync is there; of what was written after, any 512-byte
sectors may be there and any not, in any order. Names (create, rename, unlink) become durable in their order, at the
latest when the folder or the new file itself is synced, as on ext4, XFS and NTFS.
"""

import os
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("disk.c")
SECTOR = 512


def build(folder: Path) -> Path:
    """The compiled library; skips the test, aloud, where there is no compiler or no Linux."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("NOT TESTED: power loss and I/O errors need Linux and a C compiler (apt-get install gcc libc6-dev)")
    target = folder / "disk.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Wno-nonnull-compare", "-o", str(target), str(SOURCE)]
    done = subprocess.run([*command, "-ldl", "-lpthread"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"NOT TESTED: the C compiler cannot build disk.c ({done.stderr.strip().splitlines()[:1]})")
    return target


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One entry of the log; see disk.c."""

    kind: str
    a: int
    path: str
    data: bytes


def read_log(path: Path) -> list[Call]:
    """Every call in its order."""
    content, calls, at = path.read_bytes(), [], 0
    while at < len(content):
        kind = chr(content[at])
        a, _, path_length, length = struct.unpack_from("<4Q", content, at + 1)
        at += 33
        name, at = content[at : at + path_length].decode(), at + path_length
        data, at = content[at : at + length], at + length
        calls.append(Call(kind=kind, a=a, path=name, data=data))
    return calls


@dataclass(slots=True)
class _Node:
    """A file apart from its name: what is durable, and what has been written since."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)  # offset and data, or a length and None

    def sync(self) -> None:
        for at, data in self.pending:
            _apply(self.durable, at, data)
        self.pending.clear()

    def after_crash(self, chance: random.Random) -> bytes:
        content = bytearray(self.durable)
        share = chance.choice((0.0, 0.2, 0.5, 0.8, 1.0))
        pieces: list[tuple[int, bytes | None]] = []
        for at, data in self.pending:
            if data is None:
                pieces.append((at, None))
            else:  # whole sectors of the disk, wherever the write began
                ends = [*range(at - at % SECTOR + SECTOR, at + len(data), SECTOR), at + len(data)]
                begin = at
                for end in ends:
                    pieces.append((begin, data[begin - at : end - at]))
                    begin = end
        for at, data in pieces:
            if chance.random() < share:
                _apply(content, at, data)
        return bytes(content)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
        content.extend(bytes(at - len(content)))
        return
    content.extend(bytes(max(0, at - len(content))))
    content[at : at + len(data)] = data


class Disk:
    """A folder as the disk has it, brought forward call by call."""

    def __init__(self, folder: Path, at_begin: Path) -> None:
        self._folder = str(folder)
        self._now: dict[str, _Node] = {}
        self._durable: dict[str, _Node] = {}
        self._names: list[tuple[str, str, _Node | None]] = []  # not yet durable: what, path, node
        for path in at_begin.rglob("*"):
            if path.is_file() and not path.name.endswith("-shm"):
                node = _Node(durable=bytearray(path.read_bytes()))
                self._now[str(folder / path.relative_to(at_begin))] = node
        self._durable = dict(self._now)

    def do(self, call: Call) -> None:
        node = self._now.get(call.path)
        if call.kind == "O" and node is None:
            self._now[call.path] = made = _Node()
            self._names.append(("link", call.path, made))
        elif call.kind == "O" and node is not None and call.a & os.O_TRUNC:
            node.pending.append((0, None))
        elif call.kind == "W" and node is not None:
            node.pending.append((call.a, call.data))
        elif call.kind == "T" and node is not None:
            node.pending.append((call.a, None))
        elif call.kind == "S":
            self._sync(call.path, node)
        elif call.kind == "R":
            target = call.data.decode()
            moved = self._now.pop(call.path, None)
            if moved is not None:
                self._now[target] = moved
                self._names.append(("unlink", call.path, None))
                self._names.append(("link", target, moved))
        elif call.kind == "U" and node is not None:
            del self._now[call.path]
            self._names.append(("unlink", call.path, None))

    def _sync(self, path: str, node: _Node | None) -> None:
        if node is None:  # a folder
            self._settle(len(self._names))
            return
        node.sync()
        made = [i for i, (what, _, of) in enumerate(self._names) if what == "link" and of is node]
        if made:
            self._settle(made[-1] + 1)

    def _settle(self, count: int) -> None:
        self._durable = _named(self._durable, self._names[:count])
        del self._names[:count]

    def crash(self, target: Path, chance: random.Random) -> None:
        """Write into `target` what a power cut at this point could leave."""
        names = _named(self._durable, self._names[: chance.randint(0, len(self._names))])
        for path, node in names.items():
            place = target / Path(path).relative_to(self._folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(node.after_crash(chance))


def _named(durable: dict[str, _Node], changes: list[tuple[str, str, _Node | None]]) -> dict[str, _Node]:
    names = dict(durable)
    for what, path, node in changes:
        if what == "link" and node is not None:
            names[path] = node
        else:
            names.pop(path, None)
    return names


def crash_states(
    calls: list[Call], folder: Path, at_begin: Path, target: Path, count: int, seed: int
) -> Iterator[tuple[Path, str]]:
    """`count` states after cuts at random calls, each in a folder of its own with what had been said until then."""
    chance = random.Random(seed)
    cuts = sorted(chance.randint(1, len(calls)) for _ in range(count))
    disk, said, done = Disk(folder, at_begin), bytearray(), 0
    for number, cut in enumerate(cuts):
        for call in calls[done:cut]:
            disk.do(call)
            if call.kind == "A":
                said += call.data
        done = cut
        place = target / str(number)
        place.mkdir(parents=True)
        disk.crash(place, chance)
        yield place, said.decode()
