"""The two ends that lead out of the container: the file that is written and the file that is read.

Both count what passes and have it hashed, and both remember what went wrong there, because the library between them and
the container hands on an exception of its own without saying what caused it.
"""

from typing import BinaryIO

from assessor_app.bundle.hashing import HashingThread
from assessor_app.bundle.refusal import BundleRefusedError, RefusalCode

_BLOCK = 256 << 10


class Outgoing:
    """The file that is written."""

    def __init__(self, target: BinaryIO, digest: HashingThread) -> None:
        self._target = target
        self._digest = digest
        self.size = 0
        self.failure: BaseException | None = None

    def write(self, data: bytes) -> int:
        """Write all of `data`, also to a target that takes less at a time."""
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[self._target.write(rest) :]
        except BaseException as error:
            self.failure = error
            raise
        self._digest.update(data)
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Durability is the caller's (temporary file, fsync, rename)."""


class Incoming:
    """The file that is read."""

    def __init__(self, source: BinaryIO, digest: HashingThread) -> None:
        self._source = source
        self._digest = digest
        self._block = b""  # age asks for small pieces
        self._at = 0
        self.size = 0
        self.failure: BaseException | None = None

    def head(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end of the file; they are read again by `read`."""
        while len(self._block) - self._at < size and (more := self._from_source()):
            self._block = self._block[self._at :] + more
            self._at = 0
        return self._block[self._at : self._at + size]

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes (a block where it is negative), none at the end; refused where the medium fails."""
        if self._at >= len(self._block):
            self._block = self._from_source()
            self._at = 0
        until = len(self._block) if size < 0 else self._at + size
        piece = self._block[self._at : until]
        self._at += len(piece)
        return piece

    def _from_source(self) -> bytes:
        try:
            data = self._source.read(_BLOCK)
        except OSError as error:
            self.failure = BundleRefusedError(RefusalCode.SOURCE_UNREADABLE, "the medium that it is on cannot be read")
            raise self.failure from error
        except BaseException as error:
            self.failure = error
            raise
        self._digest.update(data)
        self.size += len(data)
        return data
