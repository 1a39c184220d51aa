"""Something typed that is kept soon: after a short pause, and at the latest after a while of typing without one."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

PAUSE_MS = 600
LONGEST_MS = 3_000


class Pending(QObject):
    """`touch` at each change; `flush` keeps at once what waits. Refuses to do anything where nothing was touched."""

    def __init__(
        self, action: Callable[[], None], parent: QObject, *, pause_ms: int = PAUSE_MS, longest_ms: int = LONGEST_MS
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._pause_ms = pause_ms
        self._longest_ms = longest_ms
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def waits(self) -> bool:
        """Whether something is still to be kept."""
        return self._timer.isActive()

    def touch(self) -> None:
        """Something changed."""
        if not self._timer.isActive():
            self._since.start()
        left = self._longest_ms - self._since.elapsed()
        self._timer.start(max(1, min(self._pause_ms, left)))

    def flush(self) -> None:
        """Keeps now what waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._action()

    def forget(self) -> None:
        """Drops what waits, because it belongs to something that is no longer shown."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        self._action()
