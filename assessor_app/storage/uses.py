"""Who is at work in an open vault, so that closing it can stop them and wait: transactions, checks, backups.

Nothing begins after the vault is closed. Work that does not stop in time keeps the vault's lock until it ends, so that
nobody moves the folder under it.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from assessor_app.domain.errors import KnownError
from assessor_app.domain.watch import Watch


class Uses:
    """Counts uses from any thread. `stop_long_work` is for what asks a watch; `close` is for everything."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._is_closed = False
        self._at_end: Callable[[], None] | None = None
        self._stops_long_work = threading.Event()

    @contextmanager
    def one(self) -> Iterator[None]:
        """A use; KnownError where the vault is closed."""
        with self._changed:
            if self._is_closed:
                raise _closed()
            self._number += 1
        try:
            yield
        finally:
            with self._changed:
                self._number -= 1
                at_end = self._take_end()
                self._changed.notify_all()
            if at_end is not None:
                at_end()

    def watched(self, watch: Watch) -> Watch:
        """The same watch, which also says stop when the vault is about to be closed."""
        return Watch(progress=watch.progress, cancelled=lambda: self._stops_long_work.is_set() or watch.cancelled())

    def stop_long_work(self) -> None:
        """Checks and backups stop at their next step, and none gets further that begins now."""
        self._stops_long_work.set()

    def close(self, wait_s: float, at_end: Callable[[], None]) -> None:
        """Let nothing begin, wait up to `wait_s` seconds for what is under way, and call `at_end` when nobody is left.

        A use that is still there after that calls it. A second closing does nothing.
        """
        self.stop_long_work()
        with self._changed:
            if self._is_closed:
                return
            self._is_closed = True
            self._at_end = at_end
            self._changed.wait_for(lambda: self._number == 0, wait_s)
            now = self._take_end()
        if now is not None:
            now()

    def _take_end(self) -> Callable[[], None] | None:
        if self._number or not self._is_closed:
            return None
        at_end, self._at_end = self._at_end, None
        return at_end


def _closed() -> KnownError:
    return KnownError(
        "The vault is locked.", safe="Nothing was changed.", advice="Unlock it and try again.", code="vault-closed"
    )
