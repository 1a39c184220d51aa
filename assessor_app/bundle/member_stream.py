"""One member while it is read: bounded, and verified as it passes.

The last piece is handed out only when size, SHA-256 and CRC-32 of the whole are right, so that whoever copies a member
until its end never completes a wrong one.
"""

import hashlib
import io
import zlib
from collections.abc import Callable

from assessor_app.bundle.forward import Forward
from assessor_app.bundle.members import Listed
from assessor_app.bundle.refusal import BundleRefusedError, RefusalCode
from assessor_app.domain.errors import KnownError

_PIECE = 256 << 10


class MemberStream(io.RawIOBase):
    """Reads as an unbuffered file of `listed.size` bytes. A refusal is kept: a library between may hide it."""

    def __init__(
        self, archive: Forward, listed: Listed, *, crc32: int, position: int, passed: Callable[[int], None]
    ) -> None:
        super().__init__()
        self._archive = archive
        self._listed = listed
        self._expected_crc32 = crc32
        self._position = position
        self._passed = passed
        self._left = listed.size
        self._digest = hashlib.sha256()
        self._crc32 = 0
        self._is_verified = False
        self.failure: KnownError | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        """At most `size` bytes, often fewer, none at the end; all that is left where `size` is negative or None."""
        if size is None or size < 0:
            return self.readall()
        if self.failure is not None:
            raise self.failure
        try:
            return self._piece(min(size, self._left, _PIECE))
        except KnownError as error:
            self.failure = error
            raise

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # typeshed's Buffer needs Python 3.12
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def drain(self) -> None:
        """Read and verify whatever nobody read."""
        while self.read(_PIECE):
            pass

    def _piece(self, most: int) -> bytes:
        piece = self._archive.some(most) if most else b""
        self._left -= len(piece)
        self._digest.update(piece)
        self._crc32 = zlib.crc32(piece, self._crc32)
        if piece:
            self._passed(len(piece))
        if not self._left and not self._is_verified:
            self._verify()
        return piece

    def _verify(self) -> None:
        if self._digest.hexdigest() != self._listed.sha256:
            raise BundleRefusedError(
                RefusalCode.HASH_DIFFERS, f"part {self._position} of it is not what its manifest says"
            )
        if self._crc32 != self._expected_crc32:
            raise BundleRefusedError(RefusalCode.CHECKSUM_DIFFERS, f"the checksum of part {self._position} is wrong")
        self._is_verified = True
