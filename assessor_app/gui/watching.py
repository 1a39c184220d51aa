"""Long work on a worker, seen from the window: how far it has come, and a way to stop it."""

import threading

from PySide6.QtCore import QObject, Signal

from assessor_app.domain.watch import Watch


class Watching(QObject):
    """`moved` gives the percentage, on the GUI thread, each time it is another one."""

    moved = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._percent = -1

    @property
    def watch(self) -> Watch:
        """What the work reports to; called on the worker."""
        return Watch(progress=self._progress, cancelled=self._stop.is_set)

    def cancel(self) -> None:
        """Stop at the next step."""
        self._stop.set()

    def _progress(self, done: int, total: int) -> None:
        percent = done * 100 // total if total else 0
        if percent != self._percent:
            self._percent = percent
            self.moved.emit(percent)
