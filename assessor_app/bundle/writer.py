"""Write a container in one pass, in flat memory, with nothing in clear on the disk.

The order of the bytes is the order in which a reader may trust them: what it is, the manifest, the signature over it,
then each member against what the manifest says (FORMAT.md). Refused: a member whose bytes are not those that were
announced. On any failure an exception leaves, and what the target got is worth nothing; temporary file, fsync and
rename are the caller's.
"""

import hashlib
import io
import zlib
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import BinaryIO, cast

from assessor_app.bundle import layout
from assessor_app.bundle.age import Sink, encrypting
from assessor_app.bundle.asic_manifest import manifest_of
from assessor_app.bundle.ends import Outgoing
from assessor_app.bundle.hashing import HashingThread
from assessor_app.bundle.members import Listed, Member, member_of
from assessor_app.bundle.names import fault_among
from assessor_app.bundle.refusal import ExchangeCancelledError, never_cancelled, no_progress
from assessor_app.domain.errors import BugError, KnownError


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The outer file: SHA-256 as hex digits, size in bytes."""

    sha256: str
    size: int


def write_container(
    target: BinaryIO,
    members: Sequence[Member],
    *,
    sign: Callable[[bytes], bytes],
    recipients: Sequence[str] = (),
    progress: Callable[[int, int], None] = no_progress,
    cancelled: Callable[[], bool] = never_cancelled,
) -> Written:
    """Write `members` (the first is `manifest.json`) to `target`, encrypted where `recipients` are given.

    `sign` gets the bytes of the ASiC manifest and returns the detached signature. `progress` gets bytes done and bytes
    in all; `cancelled` is asked for every piece. `sign`, `progress`, `cancelled` and the members are called in this
    thread, `target` may be called in another one. ExchangeCancelledError when stopped; KnownError where the target
    cannot be written or a member is not as announced; what `sign` or a member raises passes through.
    """
    _check(members)
    course = _Course(
        total=sum(member.size * (1 if member.crc32 is not None else 2) for member in members),
        progress=progress,
        cancelled=cancelled,
    )
    manifest = manifest_of([Listed(name=m.name, size=m.size, sha256=m.sha256) for m in members])
    front = [
        member_of(layout.MIMETYPE_NAME, layout.MIMETYPE),
        member_of(layout.ASIC_MANIFEST_NAME, manifest),
        member_of(layout.SIGNATURE_NAME, sign(manifest)),
    ]
    measured = [member if member.crc32 is not None else _measured(member, course) for member in members]
    digest = HashingThread()
    outgoing = Outgoing(target, digest)
    try:
        with digest, encrypting(outgoing, recipients) if recipients else nullcontext(outgoing) as sink:
            _write_archive(sink, [*front, *measured], course)
    except BaseException as error:
        if isinstance(outgoing.failure, OSError):
            raise KnownError(
                "The file could not be written.",
                safe="Your records are safe; nothing counts as sent.",
                advice="Check that there is room on the medium and that it can be written, then try again.",
                code="container-not-written",
            ) from error
        raise
    return Written(sha256=digest.hexdigest(), size=outgoing.size)


@dataclass(slots=True, kw_only=True)
class _Course:
    """How far the work has come, and whether it is still wanted."""

    total: int
    progress: Callable[[int, int], None]
    cancelled: Callable[[], bool]
    done: int = 0

    def pass_by(self, size: int) -> None:
        if self.cancelled():
            raise ExchangeCancelledError
        self.done += size
        self.progress(self.done, self.total)


class _MemberSink(io.RawIOBase):
    """Takes the bytes of one member: no more, no fewer and no others than were announced."""

    def __init__(self, member: Member, course: _Course | None, onward: Callable[[bytes], object] | None) -> None:
        super().__init__()
        self._member = member
        self._course = course
        self._onward = onward
        self._digest = hashlib.sha256()
        self._size = 0
        self.crc32 = 0
        self.failure: BaseException | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = data if isinstance(data, bytes) else bytes(memoryview(cast(bytes, data)))
        try:
            if self._course is not None:
                self._course.pass_by(len(piece))
            self._size += len(piece)
            if self._size > self._member.size:
                raise _not_as_announced()
            self._digest.update(piece)
            self.crc32 = zlib.crc32(piece, self.crc32)
            if self._onward is not None:
                self._onward(piece)
        except BaseException as error:
            self.failure = error
            raise
        return len(piece)

    def check(self) -> None:
        if (self._size, self._digest.hexdigest()) != (self._member.size, self._member.sha256):
            raise _not_as_announced()
        if self._member.crc32 not in (None, self.crc32):
            raise _not_as_announced()


def _pour(member: Member, course: _Course | None, onward: Callable[[bytes], object] | None) -> int:
    """Let the member push its bytes; returns their CRC-32."""
    with _MemberSink(member, course, onward) as sink:
        try:
            member.write_to(cast(BinaryIO, sink))
        except BaseException:
            if sink.failure is not None:  # a library between may have hidden it behind an exception of its own
                raise sink.failure from None
            raise
        if sink.failure is not None:
            raise sink.failure
        sink.check()
        return sink.crc32


def _measured(member: Member, course: _Course) -> Member:
    return Member(
        name=member.name,
        size=member.size,
        sha256=member.sha256,
        write_to=member.write_to,
        crc32=_pour(member, course, None),
    )


def _write_archive(sink: Sink, members: Sequence[Member], course: _Course) -> None:
    entries: list[layout.Entry] = []
    offset = 0
    for position, member in enumerate(members):
        crc32 = cast(int, member.crc32)
        entries.append(layout.Entry(name=member.name, size=member.size, crc32=crc32, offset=offset))
        header = layout.local_header(member.name, size=member.size, crc32=crc32)
        sink.write(header)
        _pour(member, course if position >= layout.PAYLOAD_FROM else None, sink.write)
        offset += len(header) + member.size
    for entry in entries:
        sink.write(layout.directory_entry(entry))
    sink.write(layout.end_of_archive(entries, offset=offset))


def _check(members: Sequence[Member]) -> None:
    """Names are the program's own, so a bad one is its own fault."""
    if not members or members[0].name != layout.FIRST_PAYLOAD_NAME:
        raise BugError(f"a container begins with {layout.FIRST_PAYLOAD_NAME}")
    fault = fault_among(member.name for member in members)
    if fault is not None:
        code, position = fault
        raise BugError(f"{code}: {members[position].name!r}")


def _not_as_announced() -> KnownError:
    return KnownError(
        "A stored file is not what your records say it is.",
        safe="Nothing counts as sent.",
        advice="Run 'Check my data', and restore a backup if it says so.",
        code="member-not-as-announced",
    )
