"""Read a container forward, once: bytes in, verdict out.

The order in which bytes become trusted: the kind of file; the manifest and the signature, each within its limit; the
signature (`check`); the manifest's spelling, names and sizes; each member against its line in the manifest; at last the
directory, which must be, to the byte, the one that follows from the members. Small members are verified before `take`
sees them; of larger ones `take` may only stage what it gets. **Nothing counts until `read_container` returns.**

Whatever is not as FORMAT.md says is refused and never repaired. Every refusal is a BundleRefusedError.
"""

import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Generic, TypeVar, cast

from assessor_app.bundle import layout
from assessor_app.bundle.age import INTRODUCTION, Stream, decrypting
from assessor_app.bundle.asic_manifest import members_in
from assessor_app.bundle.directory import check_directory
from assessor_app.bundle.ends import Incoming
from assessor_app.bundle.forward import Forward
from assessor_app.bundle.hashing import HashingThread
from assessor_app.bundle.limits import STANDARD, Limits
from assessor_app.bundle.local_headers import LocalHeader
from assessor_app.bundle.member_stream import MemberStream
from assessor_app.bundle.members import Listed
from assessor_app.bundle.refusal import BundleRefusedError, RefusalCode, never_cancelled, no_progress
from assessor_app.domain.errors import KnownError

S = TypeVar("S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Generic[S]):
    """What a good container was: what `check` returned, the members in order, hash and size of the outer file."""

    signer: S
    members: tuple[Listed, ...]
    sha256: str
    size: int
    encrypted: bool


def read_container(
    source: BinaryIO,
    *,
    identities: Sequence[str] = (),
    check: Callable[[bytes, bytes], S],
    take: Callable[[Listed, BinaryIO, S], None],
    limits: Limits = STANDARD,
    progress: Callable[[int, int], None] = no_progress,
    cancelled: Callable[[], bool] = never_cancelled,
) -> Opened[S]:
    """Read `source` to its end and hand each payload member to `take`, in order.

    `check` gets the ASiC manifest and the signature and raises KnownError where the signature is not good or not from
    somebody known. `take` gets the member as listed, a stream of exactly its bytes (closed afterwards), and what
    `check` returned. `progress` gets bytes of members done and in all. All three and `cancelled` are called in this
    thread; `source` may be read in another one. BundleRefusedError for anything wrong with the file,
    ExchangeCancelledError when stopped; what `take` itself raises passes through.
    """
    digest = HashingThread()
    incoming = Incoming(source, digest)
    with digest, _inner(incoming, identities, limits) as stream:
        visit: _Visit[S] = _Visit(Forward(stream, cancelled), limits, progress)
        signer, listed = visit.signed_manifest(check)
        for member in listed:
            visit.payload(member, signer, take)
        check_directory(visit.archive, visit.entries)
    return Opened(
        signer=signer,
        members=listed,
        sha256=digest.hexdigest(),
        size=incoming.size,
        encrypted=not isinstance(stream, Incoming),
    )


@contextmanager
def _inner(incoming: Incoming, identities: Sequence[str], limits: Limits) -> Iterator[Stream]:
    """The ZIP, decrypted where it has to be."""
    if incoming.head(len(INTRODUCTION)) == INTRODUCTION:
        with decrypting(incoming, identities, longest_header=limits.age_header) as stream:
            yield stream
    else:
        yield incoming


class _Visit(Generic[S]):
    """One way through the archive."""

    def __init__(self, archive: Forward, limits: Limits, progress: Callable[[int, int], None]) -> None:
        self.archive = archive
        self.entries: list[layout.Entry] = []
        self._limits = limits
        self._progress = progress
        self._done = 0
        self._total = 0
        self._earlier: set[str] = set()
        self._waiting: set[str] = set()

    def signed_manifest(self, check: Callable[[bytes, bytes], S]) -> tuple[S, tuple[Listed, ...]]:
        """The three members at the front; nothing of the manifest is looked at before its signature is good."""
        crc32 = zlib.crc32(layout.MIMETYPE)
        size = len(layout.MIMETYPE)
        header = layout.local_header(layout.MIMETYPE_NAME, size=size, crc32=crc32)
        if not self.archive.constant(header + layout.MIMETYPE):
            raise BundleRefusedError(RefusalCode.NOT_A_CONTAINER, "it is not a file of this program")
        self.entries.append(layout.Entry(name=layout.MIMETYPE_NAME, size=size, crc32=crc32, offset=0))
        manifest = self._front(
            layout.ASIC_MANIFEST_NAME, most=self._limits.asic_manifest, too_long=RefusalCode.MANIFEST_TOO_LONG
        )
        signature = self._front(
            layout.SIGNATURE_NAME, most=self._limits.signature, too_long=RefusalCode.SIGNATURE_TOO_LONG
        )
        try:
            signer = check(manifest, signature)
        except KnownError as error:
            raise BundleRefusedError(
                RefusalCode.SIGNATURE_NOT_GOOD, f"its signature is not good. {error.what}", advice=error.advice
            ) from error
        listed = members_in(manifest, self._limits)
        self._waiting = {member.name for member in listed}
        self._total = sum(member.size for member in listed)
        return signer, listed

    def payload(self, listed: Listed, signer: S, take: Callable[[Listed, BinaryIO, S], None]) -> None:
        """One member, verified."""
        header = self._header()
        header.check_payload(listed, earlier=self._earlier, waiting=self._waiting)
        self._waiting.discard(listed.name)
        self._earlier.add(listed.name)
        self._enter(header, listed.size)
        with MemberStream(
            self.archive, listed, crc32=header.crc32, position=len(self.entries), passed=self._passed
        ) as stream:
            if listed.size <= self._limits.held:
                with io.BytesIO(stream.read()) as verified:
                    take(listed, verified, signer)
                return
            try:
                take(listed, cast(BinaryIO, stream), signer)
            except Exception:
                if stream.failure is not None:
                    raise stream.failure from None
                raise
            stream.drain()

    def _front(self, name: str, *, most: int, too_long: RefusalCode) -> bytes:
        header = self._header()
        size = header.check_front(name, most=most, too_long=too_long)
        self._enter(header, size)
        content = self.archive.exactly(size)
        header.check_content(content)
        return content

    def _header(self) -> LocalHeader:
        return LocalHeader(self.archive, len(self.entries) + 1)

    def _enter(self, header: LocalHeader, size: int) -> None:
        self.entries.append(layout.Entry(name=header.name, size=size, crc32=header.crc32, offset=header.offset))

    def _passed(self, size: int) -> None:
        self._done += size
        self._progress(self._done, self._total)
