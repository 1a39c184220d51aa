"""A bounded pipe in memory between two threads: age pulls where ZIP pushes, and pushes where ZIP is pulled.

One thread writes, one reads. Either may stop at any moment, and the other is told at its next call; nobody waits for
someone who is gone, so no order of failures can lock the two up.
"""

import threading
from collections import deque

_BLOCK = 256 << 10
_CAPACITY = 2 << 20


class PipeClosedError(Exception):
    """Nobody reads any more."""


class Pipe:
    """`write`, then `end`, in one thread; `read`, then `close`, in the other."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._blocks: deque[bytes] = deque()
        self._waiting_size = 0
        self._is_ended = False
        self._is_closed = False
        self._failure: BaseException | None = None
        self._pending: list[bytes] = []  # the writer's own
        self._pending_size = 0
        self._block = b""  # the reader's own
        self._at = 0

    def write(self, data: bytes) -> int:
        """Take all of `data`, without a copy; waits while the pipe is full. PipeClosedError where nobody reads on."""
        self._pending.append(data)
        self._pending_size += len(data)
        if self._pending_size >= _BLOCK:
            self._push()
        return len(data)

    def flush(self) -> None:
        """Nothing to do: `end` hands on what is left."""

    def end(self, failure: BaseException | None = None) -> None:
        """No more will come. With `failure`, whoever reads gets that in place of the end."""
        if failure is None and self._pending_size:
            self._push()
        with self._changed:
            self._is_ended = True
            self._failure = failure
            self._changed.notify_all()

    def read(self, size: int = -1) -> bytes:
        """Between one and `size` bytes (a block where `size` is negative), none at the end; waits for them."""
        if self._at >= len(self._block):
            self._block = self._pull()
            self._at = 0
        until = len(self._block) if size < 0 else self._at + size
        piece = self._block[self._at : until]
        self._at += len(piece)
        return piece

    def close(self) -> None:
        """Nobody will read any more."""
        with self._changed:
            self._is_closed = True
            self._blocks.clear()
            self._changed.notify_all()

    def _push(self) -> None:
        block = b"".join(self._pending)
        self._pending.clear()
        self._pending_size = 0
        with self._changed:
            while self._waiting_size >= _CAPACITY and not self._is_closed:
                self._changed.wait()
            if self._is_closed:
                raise PipeClosedError
            self._blocks.append(block)
            self._waiting_size += len(block)
            self._changed.notify_all()

    def _pull(self) -> bytes:
        with self._changed:
            while not self._blocks and not self._is_ended:
                self._changed.wait()
            if self._failure is not None:
                raise self._failure
            if not self._blocks:
                return b""
            block = self._blocks.popleft()
            self._waiting_size -= len(block)
            self._changed.notify_all()
            return block
