"""The writer refuses what is not as announced, stops when asked, and never leaves a thread behind."""

import errno
import hashlib
import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

import pyrage
import pytest

from assessor_app.bundle.members import Member, member_of
from assessor_app.bundle.refusal import ExchangeCancelledError
from assessor_app.bundle.writer import write_container
from assessor_app.domain.errors import BugError, KnownError
from tests.bundle.builders import generated, identity, members, opened, recipient, sign, written

BOTH = pytest.mark.parametrize("recipients", [[], [recipient("centre")]], ids=["plain", "encrypted"])


@pytest.fixture(autouse=True)
def _no_thread_stays() -> Iterator[None]:
    before = threading.active_count()
    yield
    assert threading.active_count() == before


def pushing(content: bytes, announced: bytes, *, crc32: int | None = None) -> Member:
    """A member that announces one thing and pushes another."""

    def write_to(target: BinaryIO) -> None:
        for start in range(0, len(content), 1000):
            target.write(content[start : start + 1000])

    return replace(member_of("evidence/0b", announced), write_to=write_to, crc32=crc32)


@BOTH
@pytest.mark.parametrize("is_crc_known", [True, False])
@pytest.mark.parametrize("pushed", [b"", b"x" * 9_999, b"x" * 10_001, b"x" * 9_999 + b"y", b"x" * 500_000])
def test_member_when_it_pushes_other_bytes_than_announced_then_known_error(
    pushed: bytes, is_crc_known: bool, recipients: list[str]
) -> None:
    announced = b"x" * 10_000
    wrong = pushing(pushed, announced, crc32=member_of("x", announced).crc32 if is_crc_known else None)
    target = io.BytesIO()
    with pytest.raises(KnownError) as caught:
        write_container(target, [*members(), wrong, *members({"z": b""})], sign=sign, recipients=recipients)
    assert caught.value.code == "member-not-as-announced"
    if not is_crc_known:
        assert target.getvalue() == b""


@BOTH
def test_member_when_its_checksum_is_not_the_announced_one_then_known_error(recipients: list[str]) -> None:
    wrong = replace(member_of("evidence/0b", b"hello"), crc32=1)
    with pytest.raises(KnownError) as caught:
        written([*members(), wrong], recipients=recipients)
    assert caught.value.code == "member-not-as-announced"


@BOTH
def test_member_when_it_fails_then_its_own_error_leaves_and_the_file_is_not_a_container(recipients: list[str]) -> None:
    def write_to(target: BinaryIO) -> None:
        target.write(b"x" * 300_000)
        raise KnownError("A stored file is damaged.", advice="Restore a backup.", code="file-damaged")

    failing = Member(name="evidence/0b", size=10**6, sha256="0" * 64, write_to=write_to, crc32=0)
    target = io.BytesIO()
    with pytest.raises(KnownError) as caught:
        write_container(target, [*members(), failing], sign=sign, recipients=recipients)
    assert caught.value.code == "file-damaged"
    with pytest.raises(KnownError):
        opened(target.getvalue(), identities=[identity("centre")])
    if recipients:
        with pytest.raises((pyrage.DecryptError, OSError)):
            pyrage.decrypt(target.getvalue(), [pyrage.x25519.Identity.from_str(identity("centre"))])


@BOTH
def test_member_when_it_hides_our_refusal_then_it_is_refused_all_the_same(recipients: list[str]) -> None:
    def swallowing(target: BinaryIO) -> None:
        try:
            target.write(b"too long")
        except KnownError:
            return

    def disguising(target: BinaryIO) -> None:
        try:
            target.write(b"too long")
        except KnownError as error:
            raise OSError("something happened") from error

    for write_to in (swallowing, disguising):
        member = replace(member_of("evidence/0b", b"short"), write_to=write_to)
        with pytest.raises(KnownError) as caught:
            written([*members(), member], recipients=recipients)
        assert caught.value.code == "member-not-as-announced"


@BOTH
def test_member_when_it_is_decrypted_into_the_container_then_written(recipients: list[str]) -> None:
    """As evidence is: age inside, in a stream."""
    content = bytes(range(256)) * 2000
    key = pyrage.x25519.Identity.from_str(identity("vault"))
    stored = pyrage.encrypt(content, [key.to_public()])

    def write_to(target: BinaryIO) -> None:
        pyrage.decrypt_io(io.BytesIO(stored), target, [key])

    evidence = replace(member_of("evidence/0b", content), write_to=write_to, crc32=None)
    data, _ = written([*members(), evidence], recipients=recipients)
    assert opened(data, identities=[identity("centre")])[0]["evidence/0b"] == content


class _Full(io.BytesIO):
    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: object) -> int:
        if self.tell() + len(memoryview(data)) > self._room:  # type: ignore[arg-type]
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)  # type: ignore[arg-type]


@BOTH
@pytest.mark.parametrize("room", [0, 100, 5_000, 300_000, 9_000_000])
def test_target_when_it_is_full_then_known_error(room: int, recipients: list[str]) -> None:
    with pytest.raises(KnownError) as caught:
        write_container(
            _Full(room), [*members(), generated("evidence/film", 10 << 20)], sign=sign, recipients=recipients
        )
    assert caught.value.code == "container-not-written"


class _Dribble(io.RawIOBase):
    """Takes a few bytes at a time, as a raw file may."""

    def __init__(self) -> None:
        super().__init__()
        self.content = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(memoryview(data)[:700])  # type: ignore[arg-type]
        self.content += piece
        return len(piece)


@BOTH
def test_target_when_it_takes_less_at_a_time_then_all_is_written(recipients: list[str]) -> None:
    with _Dribble() as target:
        told = write_container(target, members(), sign=sign, recipients=recipients)  # type: ignore[arg-type]
        assert hashlib.sha256(target.content).hexdigest() == told.sha256
        assert opened(target.content, identities=[identity("centre")])[1].encrypted is bool(recipients)


@BOTH
@pytest.mark.parametrize("after", [0, 1, 3, 40])
def test_writing_when_cancelled_then_it_stops(after: int, recipients: list[str]) -> None:
    with pytest.raises(ExchangeCancelledError):
        written([*members(), generated("evidence/film", 8 << 20)], recipients=recipients, cancelled=_after(after))


def _after(times: int) -> Callable[[], bool]:
    answers = iter([False] * times)
    return lambda: next(answers, True)


@BOTH
def test_writing_then_progress_ends_at_all(recipients: list[str]) -> None:
    steps: list[tuple[int, int]] = []
    written(
        [*members(), generated("evidence/film", 1 << 20)],
        recipients=recipients,
        progress=lambda done, total: steps.append((done, total)),
    )
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert len({total for _, total in steps}) == 1
    assert steps[-1][0] == steps[-1][1]


@BOTH
def test_signing_when_it_fails_then_its_error_leaves(recipients: list[str]) -> None:
    def fail(manifest: bytes) -> bytes:
        raise KnownError("The key is locked.", advice="Unlock the vault.", code="locked")

    with pytest.raises(KnownError) as caught:
        written(sign=fail, recipients=recipients)
    assert caught.value.code == "locked"


def test_recipient_when_it_is_not_a_key_then_known_error() -> None:
    with pytest.raises(KnownError) as caught:
        written(recipients=["age1nonsense"])
    assert caught.value.code == "recipient-unusable"


@pytest.mark.parametrize(
    "names",
    [
        [],
        ["records/1.json"],
        ["records/1.json", "manifest.json"],
        ["manifest.json", "../x"],
        ["manifest.json", "x", "x"],
        ["manifest.json", "x", "X"],
        ["manifest.json", "x", "x/y"],
        ["manifest.json", "META-INF/x"],
        ["manifest.json", "caf\u00e9"],
    ],
)
def test_names_when_a_reader_would_refuse_them_then_bug(names: list[str]) -> None:
    with pytest.raises(BugError):
        written([member_of(name, b"") for name in names])
