"""Reading forward only: exactly what is asked for, in order, once."""

from collections.abc import Callable

from assessor_app.bundle.age import Stream
from assessor_app.bundle.refusal import BundleRefusedError, ExchangeCancelledError, RefusalCode


class Forward:
    """The inner ZIP as a stream. Keeps the position; asks before each piece whether the work is still wanted."""

    def __init__(self, stream: Stream, cancelled: Callable[[], bool]) -> None:
        self._stream = stream
        self._cancelled = cancelled
        self.position = 0

    def some(self, most: int) -> bytes:
        """Between one and `most` bytes; BundleRefusedError where the file has ended."""
        piece = self._next(most)
        if not piece:
            raise _truncated()
        return piece

    def exactly(self, size: int) -> bytes:
        """`size` bytes, which the caller has bounded."""
        pieces = []
        while size > 0:
            pieces.append(self.some(size))
            size -= len(pieces[-1])
        return b"".join(pieces)

    def constant(self, expected: bytes) -> bool:
        """Whether exactly `expected` comes next; BundleRefusedError where the file ends in the midst of it."""
        found = b""
        while len(found) < len(expected):
            piece = self._next(len(expected) - len(found))
            found += piece
            if not expected.startswith(found):
                return False
            if not piece:
                raise _truncated()
        return True

    def expect_end(self) -> None:
        """Nothing follows."""
        if self._next(1):
            raise BundleRefusedError(RefusalCode.DATA_AFTER, "something follows its end")

    def _next(self, most: int) -> bytes:
        if self._cancelled():
            raise ExchangeCancelledError
        piece = self._stream.read(most)
        self.position += len(piece)
        return piece


def _truncated() -> BundleRefusedError:
    return BundleRefusedError(RefusalCode.TRUNCATED, "its end is missing")
