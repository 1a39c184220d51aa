"""Work off the GUI thread: one worker for the database, so that order needs no locks, one for slow pure work, and one
for what may take minutes, so that neither saving nor a preview waits for it.

Results are frozen values; they come back on the GUI thread. A known error goes to the person; a defect is raised where
Qt's event loop shows it, and never passes in silence.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from assessor_app.domain.errors import KnownError

T = TypeVar("T")
_log = logging.getLogger(__name__)

Finish = Callable[[], None]


class Jobs(QObject):
    """`run` is for anything that touches the vault, `run_slow` for rendering and hashing without it.

    `run_long` is for checks and backups, which stop when the vault is closed.

    `failed` gives the KnownError of a job that named no handler of its own. `is_busy` counts jobs under way.
    """

    failed = Signal(KnownError)
    _ready = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._slow = ThreadPoolExecutor(max_workers=1, thread_name_prefix="slow")
        self._long = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long")
        self._finishing: dict[int, Finish] = {}
        self._count = 0
        self._ready.connect(self._on_ready, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether any job has not come back yet."""
        return bool(self._finishing)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        on_error: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Do `work` on the database worker, then call `done` with its result on the GUI thread."""
        self._start(self._database, work, done, on_error)

    def run_slow(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        on_error: Callable[[KnownError], None] | None = None,
    ) -> None:
        """The same on the other worker."""
        self._start(self._slow, work, done, on_error)

    def run_long(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        on_error: Callable[[KnownError], None] | None = None,
    ) -> None:
        """The same on the worker for what may take minutes."""
        self._start(self._long, work, done, on_error)

    def finish_all(self) -> None:
        """Wait until all database work that was begun is done; results that nobody waits for any more are dropped."""
        self._database.submit(lambda: None).result()
        self._finishing.clear()

    def wait_and_stop(self) -> None:
        """Let what was begun finish, deliver nothing more, and end the workers."""
        for worker in (self._database, self._slow, self._long):
            worker.shutdown(wait=True)
        self._finishing.clear()

    def _start(
        self,
        worker: ThreadPoolExecutor,
        work: Callable[[], T],
        done: Callable[[T], None] | None,
        on_error: Callable[[KnownError], None] | None,
    ) -> None:
        self._count += 1
        number = self._count
        future = worker.submit(work)

        def finish() -> None:
            error = future.exception()
            if isinstance(error, KnownError):
                _log.info("job refused: %s", error.code)
                (on_error or self.failed.emit)(error)
            elif error is not None:
                raise error
            elif done is not None:
                done(future.result())

        self._finishing[number] = finish

        def ready(_: "Future[T]") -> None:
            self._ready.emit(number)

        future.add_done_callback(ready)

    @Slot(int)
    def _on_ready(self, number: int) -> None:
        finish = self._finishing.pop(number, None)
        if finish is not None:
            finish()
