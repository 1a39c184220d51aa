"""The reader: what `check` and `take` may rely on, what they may do wrong, and how it ends."""

import errno
import io
import threading
from collections.abc import Callable, Iterator
from typing import BinaryIO

import pyrage
import pytest

from assessor_app.bundle.limits import Limits
from assessor_app.bundle.members import Listed
from assessor_app.bundle.reader import read_container
from assessor_app.bundle.refusal import BundleRefusedError, ExchangeCancelledError, RefusalCode
from assessor_app.domain.errors import BugError, KnownError
from tests.bundle.builders import CONTENTS, check, generated, identity, members, opened, recipient, refusal_of, written
from tests.bundle.forge import good_zip

STREAMED = Limits(held=100)  # so that the 768 bytes of evidence are streamed
CENTRE = [identity("centre")]


@pytest.fixture(autouse=True)
def _no_thread_stays() -> Iterator[None]:
    before = threading.active_count()
    yield
    assert threading.active_count() == before


@pytest.fixture(params=["plain", "encrypted"])
def wrap(request: pytest.FixtureRequest) -> Callable[[bytes], bytes]:
    """Leaves a ZIP as it is, or puts it inside age."""
    key = pyrage.x25519.Recipient.from_str(recipient("centre"))
    return (lambda data: data) if request.param == "plain" else lambda data: pyrage.encrypt(data, [key])


def spoilt(name: str) -> bytes:
    """A container in which the last byte of a member was changed."""
    archive = good_zip()
    part = archive.part(name)
    part.stored = part.content[:-1] + b"!"
    return archive.to_bytes()


def test_small_member_when_wrong_then_take_never_sees_it(wrap: Callable[[bytes], bytes]) -> None:
    seen: list[str] = []

    def take(listed: Listed, stream: BinaryIO, signer: object) -> None:
        seen.append(listed.name)

    assert refusal_of(wrap(spoilt("sheets/unit-1.pdf")), identities=CENTRE, take=take) is RefusalCode.HASH_DIFFERS
    assert seen == ["manifest.json", "records/0001.json", "records/0002.json"]


def test_large_member_when_wrong_then_its_last_piece_is_never_handed_out(wrap: Callable[[bytes], bytes]) -> None:
    got = io.BytesIO()

    def take(listed: Listed, stream: BinaryIO, signer: object) -> None:
        if listed.name == "evidence/0a":
            while piece := stream.read(100):
                got.write(piece)

    data = wrap(spoilt("evidence/0a"))
    assert refusal_of(data, identities=CENTRE, take=take, limits=STREAMED) is RefusalCode.HASH_DIFFERS
    assert got.getvalue() == CONTENTS["evidence/0a"][:700]


@pytest.mark.parametrize("unread", ["all", "half", "hidden", "disguised"])
def test_large_member_when_take_leaves_it_or_hides_the_fault_then_refused(
    wrap: Callable[[bytes], bytes], unread: str
) -> None:
    def take(listed: Listed, stream: BinaryIO, signer: object) -> None:
        if listed.name != "evidence/0a" or unread == "all":
            return
        if unread == "half":
            stream.read(300)
            return
        try:
            stream.read()
        except KnownError as error:
            if unread == "disguised":
                raise OSError("something happened") from error

    data = wrap(spoilt("evidence/0a"))
    assert refusal_of(data, identities=CENTRE, take=take, limits=STREAMED) is RefusalCode.HASH_DIFFERS


def test_large_member_when_good_and_left_unread_then_accepted(wrap: Callable[[bytes], bytes]) -> None:
    data = wrap(good_zip().to_bytes())
    assert refusal_of(data, identities=CENTRE, take=lambda *_: None, limits=STREAMED) is None


def test_large_member_when_staged_by_age_then_refused_if_wrong_and_the_same_if_good(
    wrap: Callable[[bytes], bytes],
) -> None:
    """As the import does it: pyrage pulls from the member's stream, and hides our refusal behind its own error."""
    key = pyrage.x25519.Identity.from_str(identity("staging"))
    staged = io.BytesIO()

    def take(listed: Listed, stream: BinaryIO, signer: object) -> None:
        if listed.name == "evidence/0a":
            pyrage.encrypt_io(stream, staged, [key.to_public()])

    good = wrap(good_zip().to_bytes())
    assert refusal_of(good, identities=CENTRE, take=take, limits=STREAMED) is None
    assert pyrage.decrypt(staged.getvalue(), [key]) == CONTENTS["evidence/0a"]
    bad = wrap(spoilt("evidence/0a"))
    assert refusal_of(bad, identities=CENTRE, take=take, limits=STREAMED) is RefusalCode.HASH_DIFFERS


@pytest.mark.parametrize("limits", [Limits(), STREAMED])
def test_member_stream_then_it_is_bounded_and_closed_afterwards(limits: Limits) -> None:
    kept: list[BinaryIO] = []

    def take(listed: Listed, stream: BinaryIO, signer: object) -> None:
        kept.append(stream)
        buffer = bytearray(listed.size + 10)
        assert stream.readinto(buffer) == listed.size  # type: ignore[attr-defined]
        assert bytes(buffer[: listed.size]) == CONTENTS[listed.name]
        assert stream.read(10) == b""

    opened(good_zip().to_bytes(), take=take, limits=limits)
    assert all(stream.closed for stream in kept)


@pytest.mark.parametrize("limits", [Limits(), STREAMED])
def test_take_when_it_fails_then_its_own_error_leaves(wrap: Callable[[bytes], bytes], limits: Limits) -> None:
    def take(listed: Listed, stream: BinaryIO, signer: object) -> None:
        if listed.name == "evidence/0a":
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        opened(wrap(good_zip().to_bytes()), identities=CENTRE, take=take, limits=limits)


def test_check_when_it_refuses_then_its_words_are_told(wrap: Callable[[bytes], bytes]) -> None:
    def refuse(manifest: bytes, signature: bytes) -> None:
        raise KnownError("Signed by a stranger.", advice="Enrol them first.", code="stranger")

    with pytest.raises(BundleRefusedError) as caught:
        opened(wrap(good_zip().to_bytes()), identities=CENTRE, check=refuse)
    assert caught.value.refusal is RefusalCode.SIGNATURE_NOT_GOOD
    assert caught.value.code == "signature-not-good"
    assert "Signed by a stranger." in caught.value.what
    assert caught.value.advice == "Enrol them first."


@pytest.mark.parametrize("after", [0, 1, 9, 30])
def test_reading_when_cancelled_then_it_stops(wrap: Callable[[bytes], bytes], after: int) -> None:
    answers = iter([False] * after)
    with pytest.raises(ExchangeCancelledError):
        opened(wrap(good_zip().to_bytes()), identities=CENTRE, cancelled=lambda: next(answers, True))


def test_reading_then_progress_ends_at_all() -> None:
    steps: list[tuple[int, int]] = []
    opened(good_zip().to_bytes(), progress=lambda done, total: steps.append((done, total)))
    total = sum(map(len, CONTENTS.values()))
    assert steps[-1] == (total, total)
    assert steps == sorted(steps)


class _Pulled(io.BytesIO):
    """A stick that is pulled out."""

    def __init__(self, data: bytes, after: int) -> None:
        super().__init__(data)
        self._after = after

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() >= self._after:
            raise OSError(errno.EIO, "Input/output error")
        return super().read(min(size, self._after - self.tell()) if size and size > 0 else size)


@pytest.mark.parametrize("after", [0, 10, 150, 2_000, 5_000, 100_000])
def test_source_when_it_cannot_be_read_then_refused(wrap: Callable[[bytes], bytes], after: int) -> None:
    data = wrap(good_zip([("manifest.json", b"{}"), ("evidence/0b", bytes(300_000))]).to_bytes())
    with pytest.raises(BundleRefusedError) as caught:
        read_container(_Pulled(data, after), identities=CENTRE, check=check, take=lambda *_: None)
    assert caught.value.refusal is RefusalCode.SOURCE_UNREADABLE


class _Dribble(io.BytesIO):
    """Gives a few bytes at a time."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size, 7) if size and size > 0 else 7)


def test_source_when_it_gives_less_at_a_time_then_read(wrap: Callable[[bytes], bytes]) -> None:
    taken: list[str] = []
    read_container(
        _Dribble(wrap(good_zip().to_bytes())),
        identities=CENTRE,
        check=check,
        take=lambda listed, stream, signer: taken.append(listed.name),
    )
    assert taken == list(CONTENTS)


def test_age_file_when_cut_anywhere_then_refused() -> None:
    data, _ = written([*members(), generated("evidence/film", 200_000)], recipients=[recipient("centre")])
    header = data.index(b"\n--- ")
    for place in (*range(1, header + 80, 7), *range(header + 80, len(data), 40_009), len(data) - 1):
        expected = {RefusalCode.TRUNCATED, RefusalCode.DAMAGED, RefusalCode.NOT_A_CONTAINER}
        assert refusal_of(data[:place], identities=CENTRE) in expected, place


def test_age_file_when_longer_or_changed_then_damaged() -> None:
    data, _ = written(recipients=[recipient("centre")])
    assert refusal_of(data + b"x", identities=CENTRE) is RefusalCode.DAMAGED
    assert refusal_of(data + data, identities=CENTRE) is RefusalCode.DAMAGED
    changed = bytearray(data)
    changed[-5] ^= 1
    assert refusal_of(bytes(changed), identities=CENTRE) is RefusalCode.DAMAGED


def test_age_file_when_its_header_has_no_end_then_refused_without_reading_on() -> None:
    class Endless(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            assert self.tell() < 1 << 20
            return super().read(size)

    endless = Endless(b"age-encryption.org/v1\n" + b"-> X25519 aaaa\nbbbb\n" * 200_000)
    with pytest.raises(BundleRefusedError) as caught:
        read_container(endless, identities=CENTRE, check=check, take=lambda *_: None)
    assert caught.value.refusal is RefusalCode.AGE_HEADER_TOO_LONG


def test_age_inside_age_then_refused() -> None:
    key = pyrage.x25519.Recipient.from_str(recipient("centre"))
    data, _ = written(recipients=[recipient("centre")])
    assert refusal_of(pyrage.encrypt(data, [key]), identities=CENTRE) is RefusalCode.NOT_A_CONTAINER


def test_identity_when_it_is_not_one_then_bug() -> None:
    with pytest.raises(BugError):
        opened(written(recipients=[recipient("centre")])[0], identities=["nonsense"])
