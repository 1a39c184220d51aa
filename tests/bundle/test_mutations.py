"""Mutated containers: none is accepted that is not the good one to the byte, and none does anything else.

Mutated are the ZIP before it is encrypted, the manifest with the signature made anew over it, and the age file. `take`
is as careless here as a consumer can be: it uses names as paths. 500 in the quick run, 10,000 in the soak; the seed is
printed, and `ASSESSOR_TEST_SEED` sets it.
"""

import io
import os
import random
import re
import secrets
import threading
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import BinaryIO

import pyrage
import pytest

from assessor_app.bundle import layout
from assessor_app.bundle.asic_manifest import manifest_of
from assessor_app.bundle.limits import Limits
from assessor_app.bundle.members import Listed
from assessor_app.bundle.reader import read_container
from assessor_app.bundle.refusal import BundleRefusedError
from tests.bundle.builders import CONTENTS, check, identity, recipient
from tests.bundle.forge import good_zip, listed
from tests.bundle.permissive import accepts

LIMITS = Limits(held=400)  # so that both ways of handing out a member are walked
QUICK = 500
MEASURED = 7  # every seventh is also measured, which makes it slow; no multiple of the number of kinds
SOAK = 10_000
MARK = re.compile(b"PK(?:\x01\x02|\x03\x04|\x05\x06)")
TELLING = (0, 1, 2, 7, 8, 0x7F, 0x80, 0xFF)


@cache
def good() -> bytes:
    """The ZIP that all others are made from."""
    return good_zip().to_bytes()


@cache
def key() -> pyrage.x25519.Recipient:
    return pyrage.x25519.Recipient.from_str(recipient("centre"))


def encrypted(data: bytes) -> bytes:
    done: bytes = pyrage.encrypt(data, [key()])
    return done


@cache
def sealed() -> bytes:
    """The file that goes out."""
    return encrypted(good())


def mutated(data: bytes, dice: random.Random) -> bytes:
    """`data` with one to three changes, half of them in or near the records that give it structure."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        if not out:
            break
        dice.choice(CHANGES)(out, dice)
    return bytes(out)


def _place(out: bytearray, dice: random.Random) -> int:
    if dice.random() < 0.5:
        starts = [match.start() for match in MARK.finditer(out)]
        if starts:
            return min(dice.choice(starts) + dice.randrange(64), len(out) - 1)
    return dice.randrange(len(out))


def _flip(out: bytearray, dice: random.Random) -> None:
    out[_place(out, dice)] ^= 1 << dice.randrange(8)


def _set(out: bytearray, dice: random.Random) -> None:
    out[_place(out, dice)] = dice.choice(TELLING)


def _number(out: bytearray, dice: random.Random) -> None:
    place = _place(out, dice)
    width = dice.choice((2, 4, 8))
    number = dice.choice((0, 1, 0xFFFF, 0xFFFFFFFF, len(out), len(out) + 1, dice.randrange(1 << 16)))
    out[place : place + width] = (number % (1 << 8 * width)).to_bytes(width, "little")[: len(out) - place]


def _delete(out: bytearray, dice: random.Random) -> None:
    place = _place(out, dice)
    del out[place : place + dice.choice((1, 2, 4, 30, 200))]


def _insert(out: bytearray, dice: random.Random) -> None:
    place = _place(out, dice)
    out[place:place] = dice.randbytes(dice.choice((1, 2, 4, 30, 200)))


def _repeat(out: bytearray, dice: random.Random) -> None:
    start = _place(out, dice)
    piece = out[start : start + dice.choice((1, 30, 46, 200, 900))]
    place = _place(out, dice)
    out[place:place] = piece


def _swap(out: bytearray, dice: random.Random) -> None:
    width = dice.choice((1, 4, 30, 46, 100))
    a, b = sorted((_place(out, dice), _place(out, dice)))
    if a + width <= b and b + width <= len(out):
        out[a : a + width], out[b : b + width] = out[b : b + width], out[a : a + width]


def _cut(out: bytearray, dice: random.Random) -> None:
    del out[_place(out, dice) :]


def _append(out: bytearray, dice: random.Random) -> None:
    out += dice.choice((b"\0", b"PK\x05\x06" + bytes(18), dice.randbytes(40), bytes(out[-22:])))


CHANGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip,
    _flip,
    _set,
    _number,
    _number,
    _delete,
    _insert,
    _repeat,
    _swap,
    _cut,
    _append,
)


def mutated_manifest(dice: random.Random) -> tuple[bytes, bool]:
    """A container whose manifest was mutated and signed again; and whether the manifest is still the good one."""
    lines = listed(list(CONTENTS.items()))
    members = list(CONTENTS.items())
    kind = dice.randrange(5)
    if kind == 0:
        manifest = mutated(manifest_of(lines), dice)
    else:
        at = dice.randrange(len(lines))
        if kind == 1:
            hostile = dice.choice(("../x", "/x", "C:x", "a\\b", "X" * 300, "MANIFEST.json", "mimetype", "a//b", ""))
            lines[at] = Listed(name=hostile, size=lines[at].size, sha256=lines[at].sha256)
            if dice.random() < 0.7:
                members[at] = (hostile, members[at][1])
        elif kind == 2:
            size = dice.choice((0, lines[at].size + 1, abs(lines[at].size - 1), 1 << 31, 1 << 40))
            lines[at] = Listed(name=lines[at].name, size=size, sha256=lines[at].sha256)
        elif kind == 3:
            lines[at] = Listed(name=lines[at].name, size=lines[at].size, sha256=dice.randbytes(32).hex())
        else:
            dice.choice((dice.shuffle, lambda some: some.pop(at), lambda some: some.append(some[at])))(lines)
        manifest = manifest_of(lines)
    is_good = manifest == manifest_of(listed(list(CONTENTS.items()))) and members == list(CONTENTS.items())
    return good_zip(members, manifest=manifest).to_bytes(), is_good


def mutated_zip(dice: random.Random) -> tuple[bytes, bool]:
    """The ZIP mutated anywhere; and whether it is still the good one."""
    data = mutated(good(), dice)
    return data, data == good()


def mutated_member(dice: random.Random) -> tuple[bytes, bool]:
    """A container of which one member was mutated, all sizes and checksums after it; most often the signature."""
    archive = good_zip()
    part = archive.part(dice.choice((layout.SIGNATURE_NAME,) * 3 + (layout.ASIC_MANIFEST_NAME, *CONTENTS)))
    before = part.content
    part.content = mutated(before, dice)
    return archive.to_bytes(), part.content == before


def _inside_age(make: Callable[[random.Random], tuple[bytes, bool]]) -> Callable[[random.Random], tuple[bytes, bool]]:
    def made(dice: random.Random) -> tuple[bytes, bool]:
        inner, is_good = make(dice)
        return encrypted(inner), is_good

    return made


def mutated_age(dice: random.Random) -> tuple[bytes, bool]:
    """The encrypted file mutated."""
    data = mutated(sealed(), dice)
    return data, data == sealed()


INNER = (mutated_zip, mutated_zip, mutated_manifest, mutated_member)
KINDS = (*map(_inside_age, INNER), mutated_age)


def _spoilt(make: Callable[[random.Random], tuple[bytes, bool]], dice: random.Random) -> bytes:
    """One that is no longer the good one: now and then the changes change nothing."""
    while True:
        data, is_good = make(dice)
        if not is_good:
            return data


def run(count: int, folder: Path) -> None:
    """`count` mutated containers, each read as an import would."""
    seed = int(os.environ.get("ASSESSOR_TEST_SEED", secrets.randbits(32)))
    print(f"seed {seed}")
    dice = random.Random(seed)
    staging = folder / "staging"
    staging.mkdir()
    (folder / "outside").write_text("untouched", encoding="utf-8")
    threads = threading.active_count()
    met: Counter[str] = Counter()
    for number in range(count):
        data = _spoilt(KINDS[number % len(KINDS)], dice)
        if number % MEASURED == 0:
            with _small_memory(f"seed {seed}, number {number}"):
                told = _read(data, staging)
        else:
            told = _read(data, staging)
        assert told != "accepted", f"seed {seed}, number {number}"
        met[told] += 1
        assert sorted(path.name for path in folder.iterdir()) == ["outside", "staging"], f"seed {seed}, {number}"
    assert (folder / "outside").read_text(encoding="utf-8") == "untouched"
    assert threading.active_count() == threads
    assert len(met) > 15, f"seed {seed}: the mutations reach too few rules: {met}"
    print(dict(met.most_common()))


def test_container_when_not_mutated_then_accepted(tmp_path: Path) -> None:
    """The other control: the way that the mutated ones go leads somewhere."""
    assert _read(sealed(), tmp_path) == "accepted"


@contextmanager
def _small_memory(which: str) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
        assert peak < 8 << 20, f"{which}: {peak} bytes"
    finally:
        tracemalloc.stop()


def _read(data: bytes, staging: Path) -> str:
    """The refusal's code, or "accepted"; any other exception leaves."""

    def take(listed: Listed, stream: BinaryIO, signer: object) -> None:
        place = staging / listed.name
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as target:
            while piece := stream.read(100):
                target.write(piece)

    try:
        read_container(io.BytesIO(data), identities=[identity("centre")], check=check, take=take, limits=LIMITS)
    except BundleRefusedError as error:
        return error.code
    return "accepted"


def test_mutated_containers_when_read_then_none_accepted_none_uncaught(tmp_path: Path) -> None:
    run(QUICK, tmp_path)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_many_mutated_containers_when_read_then_none_accepted_none_uncaught(tmp_path: Path) -> None:
    run(SOAK, tmp_path)


def test_every_byte_of_the_front_when_a_bit_of_it_is_flipped_then_refused() -> None:
    """Headers, manifest and signature, up to the first payload member."""
    data = good()
    for place in range(data.index(b'manifest.json{"kind"')):
        changed = bytearray(data)
        changed[place] ^= 1 << place % 8
        with pytest.raises(BundleRefusedError):
            read_container(io.BytesIO(bytes(changed)), check=check, take=lambda *_: None)


def test_mutations_when_read_by_a_permissive_reader_then_some_are_accepted() -> None:
    """The control: without it, the mutations might be too clumsy to get past any reader."""
    dice = random.Random(7)
    passed = Counter(kind.__name__ for _ in range(60) for kind in INNER if _slips_through(kind(dice)))
    assert passed["mutated_zip"] > 5, passed
    assert passed["mutated_manifest"] > 5, passed


def _slips_through(made: tuple[bytes, bool]) -> bool:
    data, is_good = made
    return not is_good and accepts(data)
