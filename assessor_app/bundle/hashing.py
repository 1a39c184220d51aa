"""SHA-256 of what passes, in a thread of its own: age keeps the thread busy that the file's bytes pass through."""

import hashlib
import threading
from types import TracebackType
from typing import Self

from assessor_app.bundle.pipe import Pipe


class HashingThread:
    """`update` in the block of a `with`; `hexdigest` after it."""

    def __init__(self) -> None:
        self._pipe = Pipe()
        self._digest = hashlib.sha256()
        self._thread = threading.Thread(target=self._work, name="bundle-hashing")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe.end()
        self._thread.join()

    def update(self, data: bytes) -> None:
        """From one thread at a time."""
        self._pipe.write(data)

    def hexdigest(self) -> str:
        """Of everything that passed."""
        return self._digest.hexdigest()

    def _work(self) -> None:
        while block := self._pipe.read():
            self._digest.update(block)
